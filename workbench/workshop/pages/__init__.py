"""The workshop's pages: what participants see and touch."""
