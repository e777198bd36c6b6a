"""The outside world: files and formats."""
