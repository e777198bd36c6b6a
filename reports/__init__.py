"""Results as terminal tables, HTML and SVG."""
