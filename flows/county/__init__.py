"""The county: its staff and its case load, all of it assumed and marked so."""
