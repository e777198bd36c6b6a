"""A fresh store on each kind of database."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from integrations.store.store import Store
from tests.services import postgres_database


@pytest.fixture(params=["sqlite", "postgresql"])
def url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'store' / 'onething.db'}"
        return
    with postgres_database() as address:
        yield address


@pytest.fixture
def store(url: str) -> Iterator[Store]:
    with Store.open(url, patience=10) as opened:
        yield opened


@pytest.fixture
def postgres_url() -> Iterator[str]:
    with postgres_database() as address:
        yield address
