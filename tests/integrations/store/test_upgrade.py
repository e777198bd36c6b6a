"""Opening a store: addresses, tables, permissions, two at once, versions."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from integrations.store.database import VARIABLE, default_url
from integrations.store.store import Store
from integrations.store.tables import METADATA
from integrations.store.upgrade import NEWEST, VERSION_TABLE, version
from models.errors import StoreError


def test_the_migrations_make_the_tables_that_the_code_uses(store: Store) -> None:
    options = {
        "compare_type": True,
        "include_name": lambda name, kind, _: kind != "table" or name != VERSION_TABLE,
    }
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts=options)
        assert compare_metadata(context, METADATA) == []
        assert version(connection) == NEWEST


def test_many_may_open_a_new_store_at_once(url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        stores = list(pool.map(lambda _: Store.open(url), range(6)))
    assert [store.runs() for store in stores] == [[]] * 6
    for store in stores:
        store.close()


def test_newer_tables_are_left_alone(url: str) -> None:
    with Store.open(url) as store, store.engine.begin() as connection:
        connection.execute(text("UPDATE onething_version SET version_num = '9999'"))
    with pytest.raises(StoreError, match=r"the store's tables \(9999\) are newer"):
        Store.open(url)


def test_the_file_is_private_and_readers_do_not_wait_for_writers(tmp_path: Path) -> None:
    path = tmp_path / "data" / "onething.db"
    with Store.open(f"sqlite:///{path}") as store:
        assert path.stat().st_mode & 0o077 == 0
        assert path.parent.stat().st_mode & 0o077 == 0
        assert store.runs() == []
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    connection.close()


def test_the_address_comes_from_the_environment_or_is_among_the_users_data(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, "postgresql://host/name")
    assert default_url() == "postgresql://host/name"
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_url() == f"sqlite:///{tmp_path / 'onething' / 'onething.db'}"
    with Store.open():
        assert (tmp_path / "onething" / "onething.db").exists()


BAD = {
    "nonsense": r"it cannot be read",
    "mysql://user:secret@host/db": r"'mysql' does not fit",
    "sqlite://": r"'sqlite' does not fit",
    "postgresql://user:secret@127.0.0.1:1/db": r"\*\*\*@127.0.0.1:1/db cannot be used: .*refused",
}


@pytest.mark.parametrize("url", BAD)
def test_a_bad_address_is_one_sentence_without_the_password(url: str) -> None:
    with pytest.raises(StoreError, match=BAD[url]) as refused:
        Store.open(url)
    for language in ("zh", "en"):
        assert "secret" not in refused.value.sentence(language)
        assert "\n" not in refused.value.sentence(language)


def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("notes" * 1_000, encoding="utf-8")
    with pytest.raises(StoreError, match="file is not a database"):
        Store.open(f"sqlite:///{path}")
    assert path.read_text(encoding="utf-8") == "notes" * 1_000


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match=r"file/onething.db cannot be opened \(File exists\)"):
        Store.open(f"sqlite:///{tmp_path / 'file' / 'onething.db'}")
