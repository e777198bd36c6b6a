"""A database that is away holds up whoever asks, and nobody else."""

import asyncio

import pytest
from sqlalchemy import Connection, text

from integrations.store.patience import patiently
from integrations.store.store import Store
from models.errors import StoreAwayError, UnknownNameError
from tests.services import end_connections


def test_other_tasks_go_on_while_the_database_is_away(postgres_url: str) -> None:
    async def run(store: Store) -> int:
        ticks = 0

        def read(connection: Connection) -> int:
            if ticks < 3:  # away for as long as nobody else comes forward
                end_connections(postgres_url)
            return int(connection.execute(text("SELECT 1")).scalar_one())

        async def others() -> None:
            nonlocal ticks
            while ticks < 3:
                await asyncio.sleep(0)
                ticks += 1

        waiting = asyncio.create_task(others())
        found = await patiently(store, lambda: store.read(read))
        await waiting
        return found

    with Store.open(postgres_url, patience=20) as store:
        assert asyncio.run(run(store)) == 1


def test_what_stays_away_is_said_after_the_patience(postgres_url: str) -> None:
    with Store.open(postgres_url, patience=0.2) as store:

        def never(connection: Connection) -> None:
            end_connections(postgres_url)
            connection.execute(text("SELECT 1"))

        with pytest.raises(StoreAwayError, match="cannot be used"):
            asyncio.run(patiently(store, lambda: store.read(never)))


def test_other_errors_come_at_once(store: Store) -> None:
    with pytest.raises(UnknownNameError):
        asyncio.run(patiently(store, lambda: store.run("none")))
