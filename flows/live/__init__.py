"""Cases that run live: any process as a Prefect flow, and what looks after its cases."""
