"""A store goes on when its connections are ended under it, and writes nothing twice."""

import socket
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, func, make_url, select, text

from integrations.store.database import Database
from integrations.store.store import Store
from integrations.store.tables import SCENARIOS
from models.errors import StoreError
from tests.integrations.store.told import begun, whole_case
from tests.services import end_connections


def test_connections_ended_between_writes_are_replaced(postgres_url: str) -> None:
    with Store.open(postgres_url, patience=10) as store:
        run = begun(store)
        for number in range(4):
            assert end_connections(postgres_url) > 0
            whole_case(store, run, f"case-{number}", number, begin=40 * number)
        log = store.log(run)
        assert log.case.tolist() == [0] * 3 + [1] * 3 + [2] * 3 + [3] * 3


def test_a_connection_ended_in_a_write_is_replaced_and_the_write_done_once(
    postgres_url: str,
) -> None:
    with Store.open(postgres_url, patience=10) as store:
        tries: list[int] = []

        def write(connection: Connection) -> int:
            values = "('a', 1, 'cases: 5', '', 0)"
            connection.execute(text(f"INSERT INTO scenarios VALUES {values}"))  # noqa: S608
            tries.append(1)
            if len(tries) < 3:
                end_connections(postgres_url)
            return connection.execute(select(func.count()).select_from(SCENARIOS)).scalar_one()

        assert store.write(write) == 1
        assert len(tries) == 3
        assert len(store.scenarios()) == 1


def pipe(source: socket.socket, target: socket.socket) -> None:
    while data := source.recv(65_536):
        target.sendall(data)
    target.shutdown(socket.SHUT_WR)


@contextmanager
def losing_the_first(url: str) -> Iterator[str]:
    """The address of a gateway to a PostgreSQL server that loses the first connection it takes."""
    target = make_url(url)
    gateway = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        gateway.accept()[0].close()
        address = (target.host or "", target.port or 5432)
        with gateway.accept()[0] as client, socket.create_connection(address) as server:
            back = threading.Thread(target=pipe, args=(server, client))
            back.start()
            pipe(client, server)
            back.join()

    serving = threading.Thread(target=serve)
    serving.start()
    through = target.set(host="127.0.0.1", port=gateway.getsockname()[1])
    with gateway:
        yield through.render_as_string(hide_password=False)
        serving.join()


def test_a_connection_lost_while_the_store_is_opened_is_replaced(postgres_url: str) -> None:
    with losing_the_first(postgres_url) as url, Store.open(url) as store:
        assert store.runs() == []


def test_connections_ended_at_random_while_many_write(postgres_url: str) -> None:
    with Store.open(postgres_url, patience=20) as store:
        run = begun(store)
        threads = [
            threading.Thread(target=whole_case, args=(store, run, f"case-{n}", n, 40 * n))
            for n in range(8)
        ]
        for thread in threads:
            thread.start()
        while any(thread.is_alive() for thread in threads):
            end_connections(postgres_url)
            for thread in threads:
                thread.join(0.02)
        log = store.log(run)
        assert (log.cases, len(log)) == (8, 24)
        assert all(len(store.history(f"case-{n}").events) == 3 for n in range(8))


def test_a_database_that_stays_away_is_said_after_the_patience(postgres_url: str) -> None:
    with Store.open(postgres_url, patience=0.2) as store:

        def never(_: Connection) -> None:
            end_connections(postgres_url)
            _.execute(text("SELECT 1"))

        with pytest.raises(StoreError, match="cannot be used: terminating connection"):
            store.write(never)


def test_a_mistake_is_not_tried_again(store: Store) -> None:
    tries: list[int] = []

    def wrong(connection: Connection) -> None:
        tries.append(1)
        connection.execute(text("SELECT 1 FROM nowhere"))

    with pytest.raises(StoreError, match="nowhere"):
        store.read(wrong)
    assert tries == [1]


def test_a_write_waits_for_another_programs_lock(tmp_path: Path) -> None:
    path = tmp_path / "onething.db"
    with Store.open(f"sqlite:///{path}") as store:
        other = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
        other.execute("BEGIN IMMEDIATE")
        done: list[int] = []
        thread = threading.Thread(target=lambda: done.append(begun(store)))
        thread.start()
        assert store.runs() == []  # readers do not wait
        assert done == []
        other.execute("COMMIT")
        thread.join()
        assert done == [1]
        other.close()


def half_done(store: Database, break_off: Callable[[], None]) -> None:
    def write(connection: Connection) -> None:
        values = "('a', 1, 'cases: 5', '', 0)"
        connection.execute(text(f"INSERT INTO scenarios VALUES {values}"))  # noqa: S608
        break_off()

    store.write(write)


def test_a_write_that_breaks_off_leaves_nothing(store: Store) -> None:
    def stop() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half_done(store, stop)
    assert store.scenarios() == []
