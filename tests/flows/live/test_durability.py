"""Killed at every point of a case, and run again: as if nothing had ever been killed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.county import County, expected
from benchmarks.live_runner import POINTS
from tests.services import end_connections, postgres_database

PROCESS, CASES = "company-opening", 2


@pytest.fixture
def county(tmp_path: Path) -> Iterator[County]:
    with County(tmp_path, f"sqlite:///{tmp_path / 'store.db'}") as running:
        yield running


def test_a_runner_killed_at_every_point_of_a_case(county: County) -> None:
    process, log = expected(PROCESS, CASES)
    county.open_cases(process, CASES)
    killed = [point for point in POINTS if not county.run(point, 2)]
    assert killed == list(POINTS)
    assert county.run()
    assert county.violations(log) == []


def test_departments_killed_while_cases_wait(county: County) -> None:
    process, log = expected(PROCESS, CASES)
    county.open_cases(process, CASES)
    county.start_runner()
    time.sleep(1)
    county.kill_departments()
    county.start_departments()
    assert county.ended() or county.run()
    assert county.violations(log) == []


def test_connections_to_the_store_ended_while_cases_run(tmp_path: Path) -> None:
    process, log = expected(PROCESS, CASES)
    with postgres_database() as url, County(tmp_path, url) as county:
        county.open_cases(process, CASES)
        runner = county.start_runner()
        while runner.is_alive():
            end_connections(url)
            time.sleep(0.2)
        assert county.ended()
        assert county.violations(log) == []


def test_what_was_lost_or_done_twice_is_seen(county: County) -> None:
    """The check itself: cases that were not run, and cases that are not those expected."""
    process, log = expected(PROCESS, CASES)
    county.open_cases(process, CASES)
    found = county.violations(log)
    assert [f"case {name} is lost" for name in county.names] == found[:CASES]
    assert len([line for line in found if line.startswith("missing: ")]) == len(log)
    assert county.run()
    _, fewer = expected(PROCESS, CASES - 1)
    too_many = county.violations(fewer)
    assert len(too_many) == len(log) - len(fewer)
    assert all(line.startswith("too many: ") for line in too_many)
