"""Government service: near at hand, across districts, and for firms with a problem."""
