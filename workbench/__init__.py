"""The command line: wiring and presentation."""
