"""Real estate: registration, inheritance, maps and queries."""
