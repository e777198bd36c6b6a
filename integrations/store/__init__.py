"""The event store: runs, cases, visits, documents and scenarios in SQLite or PostgreSQL."""
