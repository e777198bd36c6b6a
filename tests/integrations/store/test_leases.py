from datetime import datetime

import pytest

from integrations.store.store import Store
from models.process import Process
from models.working_time import CHINA
from tests.model_builders import NAME, a_chain

P = Process(slug="p", name=NAME, family="test", lead="owner", steps=a_chain("a"))
START = datetime(2024, 1, 2, 9, tzinfo=CHINA)


@pytest.fixture
def case(store: Store) -> str:
    run = store.begin_run("leases", "live", [P], START.replace(hour=0))
    return store.open_case(run, "case", "p", {}, START).id


def test_one_holder_at_a_time(store: Store, case: str) -> None:
    assert not store.is_leased(case)
    assert store.lease(case, "first", 60)
    assert store.lease(case, "first", 60)  # renewed
    assert not store.lease(case, "second", 60)
    store.release(case, "second")  # not his to give
    assert store.is_leased(case)
    store.release(case, "first")
    assert store.lease(case, "second", 60)


def test_a_lease_that_is_not_renewed_can_be_taken_over(store: Store, case: str) -> None:
    assert store.lease(case, "first", 0)
    assert not store.is_leased(case)
    assert store.lease(case, "second", 60)
