"""Labour, education and life events."""
