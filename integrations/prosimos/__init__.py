"""Scenarios of the simulator Prosimos 2.1: read and written."""
