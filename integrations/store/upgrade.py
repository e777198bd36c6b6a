"""Brings a database to this program's tables, once, however many open it at the same time."""

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Column, Connection, MetaData, String, Table, inspect, select, text

from integrations.store.database import Database
from models.errors import StoreError
from models.said import said

NEWEST = "0002"
"""The revision whose tables ``integrations.store.tables`` describes."""

VERSION_TABLE = "onething_version"
"""Not alembic's usual name: Prefect may keep its own tables in the same database."""

LOCK = 0x6F6E657468696E67
"""The key of PostgreSQL's advisory lock around upgrades."""

_VERSION = Table(VERSION_TABLE, MetaData(), Column("version_num", String(32)))


def version(connection: Connection) -> str | None:
    """The revision of the database, None if it holds no store."""
    if not inspect(connection).has_table(VERSION_TABLE):
        return None
    return connection.execute(select(_VERSION.c.version_num)).scalar()


def upgrade(database: Database) -> str | None:
    """Bring the tables to ``NEWEST``; the revision found.

    StoreError if a newer program made the tables. The usual case, nothing to do, loads no alembic.
    """
    found = database.read(version)
    if found == NEWEST:
        return found
    if database.engine.dialect.name == "sqlite":
        _write_ahead(database)
    return database.write(_migrate)


def _write_ahead(database: Database) -> None:
    """Let readers read while somebody writes; the file remembers it."""
    with database.engine.connect() as connection:
        raw = connection.connection.driver_connection
        if raw is not None:
            raw.execute("PRAGMA journal_mode = WAL")


def _migrate(connection: Connection) -> str | None:
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": LOCK})
    found = version(connection)
    if found != NEWEST:
        _alembic(found)(connection)
    return found


def _alembic(found: str | None) -> Callable[[Connection], None]:
    # Loaded only when there is something to do.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise StoreError(
            said(
                f"事件库的表结构（{found}）比本程序（{NEWEST}）新；请升级 onething",
                f"the store's tables ({found}) are newer than this program ({NEWEST}); "
                "upgrade onething",
            )
        )

    def run(connection: Connection) -> None:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")

    return run
