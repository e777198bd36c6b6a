"""Processes in virtual time: scenario, sampling, kernel, experiment."""
