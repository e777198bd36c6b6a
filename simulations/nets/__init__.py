"""Token nets: scenarios of foreign diagrams, compiled and run."""
