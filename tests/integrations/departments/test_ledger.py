"""The ledger: restarts at every point, a database that goes away, PostgreSQL."""

import os
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import delete, update

from integrations.departments.ledger import Ledger
from integrations.departments.ledger_tables import APPLICATIONS, DEEDS
from models.errors import DepartmentUnavailableError, DocumentError
from tests.integrations.departments.town import HOUR, NINE, Town, asking

SERVER = os.environ.get("ONETHING_TEST_POSTGRES", "host=127.0.0.1 user=postgres dbname=test")


@pytest.mark.parametrize(
    ("department", "values", "lost"),
    [
        ("court", {}, {"started": None, "completed": None}),  # taken in, not begun
        ("court", {}, {}),  # begun, its end not written
        ("applicant", {"purpose": "attend"}, {"started": None, "completed": None}),
        ("applicant", {"purpose": "attend"}, {}),
    ],
)
def test_whatever_was_not_written_is_done_again_once(
    department: str, values: dict[str, object], lost: dict[str, None]
) -> None:
    town = Town()
    state = town.call(lambda c: c.apply(department, "k1", asking(**values)))  # type: ignore[arg-type]
    town.go_to(NINE + HOUR)
    before = town.call(lambda c: c.status(department, state.id))
    with town.ledger.engine.begin() as connection:
        connection.execute(delete(DEEDS))
        connection.execute(update(APPLICATIONS).values(done=False, **lost))
    town.service.restore()
    town.go_to(NINE + HOUR)
    assert town.call(lambda c: c.status(department, state.id)) == before
    assert list(town.ledger.times_done().values()) == [1]


@pytest.mark.parametrize(
    "url", ["nonsense", "nothing://host/name", "sqlite:////nowhere/at/all/ledger.db"]
)
def test_a_ledger_that_cannot_be_opened_is_said_in_one_sentence(url: str) -> None:
    with pytest.raises(DocumentError, match="ledger"):
        Ledger(url)


def test_settings_are_kept(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'ledger.db'}"
    first = Ledger(url)
    assert first.setting("clock") is None
    first.keep("clock", {"speed": 1})
    first.keep("clock", {"speed": 2})
    first.close()
    second = Ledger(url)
    assert second.setting("clock") == {"speed": 2}
    second.close()


@pytest.fixture
def database() -> Iterator[str]:
    """The URL of a PostgreSQL database of its own."""
    name = f"ledger_{uuid4().hex[:12]}"
    try:
        connection = psycopg.connect(SERVER, autocommit=True)
    except psycopg.OperationalError as error:
        if os.environ.get("ONETHING_REQUIRE_SERVICES") == "1":
            raise
        pytest.skip(f"no PostgreSQL: {error}")
    connection.execute(f'CREATE DATABASE "{name}"')
    info = connection.info
    yield f"postgresql+psycopg://{info.user}@{info.host}:{info.port}/{name}"
    connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')
    connection.close()


def test_departments_on_postgresql_survive_a_cut_connection(database: str) -> None:
    town = Town(database)
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    town.go_to(NINE + 1)
    name = database.rpartition("/")[2]
    with psycopg.connect(SERVER, autocommit=True) as admin:
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
    assert town.call(lambda c: c.status("court", state.id)).status == "in_progress"
    town.go_to(NINE + HOUR)
    done = town.call(lambda c: c.status("court", state.id))
    assert done.status == "approved"
    assert len(done.documents) == 1
    assert list(town.ledger.times_done().values()) == [1]
    town.ledger.close()


def test_while_the_database_is_away_callers_are_told_to_come_again(database: str) -> None:
    town = Town(database)
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    name = database.rpartition("/")[2]
    with psycopg.connect(SERVER, autocommit=True) as admin:
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS false')
        admin.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [name]
        )
        with pytest.raises(DepartmentUnavailableError, match="database is away"):
            town.call(lambda c: c.apply("court", "k2", asking("C-2")))
        admin.execute(f'ALTER DATABASE "{name}" ALLOW_CONNECTIONS true')
    town.call(lambda c: c.apply("court", "k2", asking("C-2")))
    town.go_to(NINE + HOUR)
    assert town.call(lambda c: c.status("court", state.id)).status == "approved"
    assert list(town.ledger.times_done().values()) == [1, 1]
    town.ledger.close()
