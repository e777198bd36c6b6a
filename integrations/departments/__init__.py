"""The departments: their API's contract, its client, and mock departments that do the work."""
