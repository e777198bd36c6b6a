"""Pictures of results as inline SVG."""
