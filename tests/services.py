"""Services that some tests need: skipped with a reason where they are missing, or else failed."""

import os
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest
from psycopg import sql
from sqlalchemy import make_url

SERVER = os.environ.get("ONETHING_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/postgres")


def missing(what: str) -> None:
    """Skip the test for want of a service, or fail it where services are required."""
    if os.environ.get("ONETHING_REQUIRE_SERVICES") == "1":
        pytest.fail(f"{what}, which is required (ONETHING_REQUIRE_SERVICES=1)")
    pytest.skip(what)


def administrator() -> psycopg.Connection:
    """A connection to the PostgreSQL server, for making databases and ending connections."""
    try:
        return psycopg.connect(SERVER, autocommit=True, connect_timeout=5)
    except psycopg.OperationalError:
        missing("no PostgreSQL server answers (ONETHING_TEST_POSTGRES)")
        raise


@contextmanager
def postgres_database() -> Iterator[str]:
    """The address of a new, empty PostgreSQL database, dropped afterwards."""
    name = f"onething_{uuid.uuid4().hex[:12]}"
    with administrator() as server:
        server.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)))
        try:
            url = make_url(SERVER).set(database=name)
            yield url.render_as_string(hide_password=False)
        finally:
            drop = sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name))
            server.execute(drop)


def end_connections(url: str) -> int:
    """End all connections to that database as a failing server would; how many there were."""
    with administrator() as server:
        rows = server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s",
            [make_url(url).database],
        )
        return len(rows.fetchall())
