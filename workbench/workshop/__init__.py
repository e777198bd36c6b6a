"""The workshop: a process changed in the room, simulated at once, seen by everybody."""
