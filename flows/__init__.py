"""The catalogue of processes: one module a process, grouped by family."""
