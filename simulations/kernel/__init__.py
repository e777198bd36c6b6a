"""The kernel of the simulator: cases through pools and calendars, compiled."""
