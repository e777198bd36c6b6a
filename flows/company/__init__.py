"""Company lifecycle: opening, changing, closing."""
