"""From an event log to a scenario file, and how well the scenario reproduces the log."""
