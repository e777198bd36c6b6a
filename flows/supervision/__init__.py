"""Supervision: reports, sampling, permits by pledge, inspections by risk."""
