"""Connections to the store's database: where it is, how it is opened, what is tried again.

Everything the store writes may be written twice, so a lost connection is answered by doing the
whole transaction again, with growing pauses, until ``patience`` is used up.
"""

import os
import time
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Insert, Table, create_engine, event, make_url, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from models.errors import StoreAwayError, StoreError
from models.said import Said, said
from models.working_time import CHINA

T = TypeVar("T")
Row = dict[str, Any]

VARIABLE = "ONETHING_STORE"
LOCK_SECONDS = 30
FIRST_PAUSE, LONGEST_PAUSE = 0.05, 2.0
AT_ONCE: ContextVar[bool] = ContextVar("at_once", default=False)
"""Whether a database that is away is an error at once: whoever asks waits in his own way."""
PASSING_STATES = {"40001", "40P01", "53300", "57P01", "57P02", "57P03"}
"""Serialisation failure, deadlock, too many connections, and three ways of shutting down."""


def default_url() -> str:
    """``ONETHING_STORE``, or an SQLite file among the user's data."""
    given = os.environ.get(VARIABLE)
    if given:
        return given
    base = os.environ.get("XDG_DATA_HOME") or str(Path.home() / ".local" / "share")
    return f"sqlite:///{Path(base) / 'onething' / 'onething.db'}"


def store_url(text: str) -> URL:
    """The address with its driver; StoreError if it is no address of a database we know."""
    try:
        url = make_url(text)
    except (ArgumentError, ValueError):
        raise StoreError(_unknown_address(said("无法识别", "it cannot be read"))) from None
    kind = url.get_backend_name()
    if kind == "postgresql":
        return url.set(drivername="postgresql+psycopg")
    if kind == "sqlite" and url.database and url.database != ":memory:":
        return url.set(drivername="sqlite+pysqlite")
    raise StoreError(_unknown_address(said(f"不支持“{kind}”", f"{kind!r} does not fit")))


def _unknown_address(reason: Said) -> Said:
    form = "sqlite:////data/onething.db, postgresql://user:password@host:5432/database"
    return said(
        f"事件库地址{reason.zh}（{VARIABLE} 或 --store）；请写成 {form}",
        f"the address of the event store ({VARIABLE} or --store): {reason}; write {form}",
    )


def printable(url: URL) -> str:
    """The address without its password and without the driver."""
    plain = url.set(drivername=url.get_backend_name())
    return plain.render_as_string(hide_password=True)


def connect(url: URL) -> Engine:
    """An engine for this address; nothing is opened yet but the SQLite file is made, private."""
    if url.get_backend_name() == "postgresql":
        return create_engine(
            url, pool_size=8, max_overflow=24, connect_args={"connect_timeout": 10}
        )
    _private_file(Path(str(url.database)))
    engine = create_engine(url, pool_size=8, max_overflow=24)
    event.listen(engine, "connect", _set_up_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _private_file(path: Path) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))
    except OSError as error:
        raise StoreError(
            said(
                f"事件库 {path} 无法打开（{error.strerror}）；可用 {VARIABLE} 换一个位置",
                f"the event store {path} cannot be opened ({error.strerror}); "
                f"{VARIABLE} names another place",
            )
        ) from None


def _set_up_sqlite(connection: Any, _record: object) -> None:
    # The driver must not begin transactions by itself: a write begins with its lock.
    connection.isolation_level = None
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {LOCK_SECONDS * 1_000}")
    cursor.execute("PRAGMA synchronous = NORMAL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


class Database:
    """An open database. Threads may share it."""

    def __init__(self, engine: Engine, patience: float) -> None:
        """``patience``: seconds for which a lost connection is tried again."""
        self.engine = engine
        self.patience = patience

    @property
    def address(self) -> str:
        """Where the store is, without its password."""
        return printable(self.engine.url)

    def close(self) -> None:
        """Close all connections."""
        self.engine.dispose()

    def read(self, action: Callable[[Connection], T]) -> T:
        """What ``action`` reads, in one transaction."""
        return self._again(action, writes=False)

    def write(self, action: Callable[[Connection], T]) -> T:
        """Do ``action`` in one transaction; it may be done more than once."""
        return self._again(action, writes=True)

    def _again(self, action: Callable[[Connection], T], *, writes: bool) -> T:
        deadline = time.monotonic() + (0 if AT_ONCE.get() else self.patience)
        pause = FIRST_PAUSE
        while True:
            try:
                return self._once(action, writes=writes)
            except SQLAlchemyError as error:
                if not passes(error):
                    raise StoreError(self._complaint(error)) from error
                if time.monotonic() + pause > deadline:
                    raise StoreAwayError(self._complaint(error)) from error
            time.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def _once(self, action: Callable[[Connection], T], *, writes: bool) -> T:
        with self.engine.connect() as plain:
            connection = plain.execution_options(writes=writes)
            with connection.begin():
                return action(connection)

    def _complaint(self, error: SQLAlchemyError) -> Said:
        cause = error.orig if isinstance(error, DBAPIError) else error
        reason = next(iter(str(cause).strip().splitlines()), type(cause).__name__)
        return said(
            f"事件库 {self.address} 无法使用：{reason}；请检查数据库是否在运行、地址和权限是否正确",
            f"the event store {self.address} cannot be used: {reason}; check that the database "
            "runs and that address and permissions are right",
        )


def passes(error: SQLAlchemyError) -> bool:
    """Whether trying again can help: the connection is lost, or somebody else holds a lock."""
    if isinstance(error, PoolTimeout):
        return True
    if not isinstance(error, DBAPIError):
        return False
    cause: Any = error.orig
    state = getattr(cause, "sqlstate", None)
    if error.connection_invalidated or state in PASSING_STATES:
        return True
    if hasattr(cause, "sqlite_errorname"):
        return str(cause.sqlite_errorname).startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    # A server that cannot be reached gives no state.
    return type(cause).__name__ in {"OperationalError", "ConnectionTimeout"} and state is None


def insert_once(connection: Connection, table: Table, values: Row) -> bool:
    """Insert a row unless one with the same unique key is there; whether it was inserted."""
    return connection.execute(inserting(table, connection.dialect.name), values).rowcount == 1


@lru_cache
def inserting(table: Table, dialect: str) -> Insert:
    """The statement that inserts a row unless its key is there; its ``rowcount`` tells."""
    make = postgresql.insert if dialect == "postgresql" else sqlite.insert
    return make(table).on_conflict_do_nothing().execution_options(preserve_rowcount=True)


def keep_once(
    connection: Connection,
    table: Table,
    key: Row,
    values: Row,
    what: Said,
    *,
    new: Row | None = None,
) -> bool:
    """Insert a row, or check that the one of this key holds the same; whether it was inserted.

    ``new`` is said of a new row and not compared. StoreError if the row holds something else;
    ``what`` names it in the sentence.
    """
    if insert_once(connection, table, {**key, **values, **(new or {})}):
        return True
    wanted = select(*(table.c[name] for name in values)).where(
        *(table.c[name] == value for name, value in key.items())
    )
    row = connection.execute(wanted).mappings().first()
    if row is None:
        raise StoreError(
            said(
                f"{what.zh}与事件库中的另一条记录重号",
                f"{what}: another one in the store has its number",
            )
        )
    require_same(dict(row), values, what)
    return False


def require_same(held: Mapping[str, Any], told: Row, what: Said) -> None:
    """StoreError if the store holds something else than it is told now."""
    other = [name for name in told if held.get(name) != told[name]]
    if other:
        fields = ", ".join(f"{name}: {held.get(name)} / {told[name]}" for name in other)
        raise StoreError(
            said(
                f"{what.zh}已在事件库中，内容不同（{fields}）；不覆盖",
                f"{what} is in the store already with other content ({fields}); it is not replaced",
            )
        )


def to_seconds(moment: datetime) -> int:
    """Whole seconds since 1970, UTC."""
    return round(moment.timestamp())


def to_moment(seconds: int) -> datetime:
    """The moment in local time."""
    return datetime.fromtimestamp(seconds, CHINA)


def this_moment() -> int:
    """The wall's time."""
    return int(time.time())
