"""What things are: process, step, limit, working time, event, timing, plan. No I/O."""
