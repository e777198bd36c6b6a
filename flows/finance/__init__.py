"""Tax, policy, finance and trade."""
