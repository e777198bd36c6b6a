from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import numpy as np
import polars as pl
import pytest

from integrations.store.store import Store
from models.errors import StoreError, UnknownNameError
from models.event import COLUMNS, Arrived, EventLog
from tests.builders import a_load, a_pool, a_scenario, simulated
from tests.integrations.store.told import at, begun, two_steps, whole_case


def same(one: EventLog, other: EventLog) -> bool:
    legends = ("epoch", "steps", "resources")
    return (
        all(getattr(one, name) == getattr(other, name) for name in legends)
        and all(np.array_equal(getattr(one, name), getattr(other, name)) for name in COLUMNS)
        and one.arrived.processes == other.arrived.processes
        and np.array_equal(one.arrived.process, other.arrived.process)
        and np.array_equal(one.arrived.time, other.arrived.time)
        and (one.known is None) == (other.known is None)
        and [one.case_id(n) for n in range(one.cases)]
        == [other.case_id(n) for n in range(other.cases)]
    )


def kept_log(cases: int = 200) -> EventLog:
    return simulated(a_scenario(a_load(two_steps(), cases), pools=[a_pool(3)]))


def test_a_kept_log_comes_back_as_it_was(store: Store) -> None:
    log = kept_log()
    run = store.keep("first", [two_steps()], log, scenario='{"seed": 1}', variant="as-is")
    assert same(store.log(run), log)
    assert store.processes(run) == (two_steps(),)
    assert store.run_scenario(run) == '{"seed": 1}'
    (listed,) = store.runs()
    assert (listed.cases, listed.visits, listed.kind) == (200, len(log), "simulated")
    assert (listed.variant, listed.epoch, store.run("first")) == ("as-is", log.epoch, listed)


def test_cases_keep_their_names_and_cases_without_a_visit_are_kept(store: Store) -> None:
    log = replace(kept_log(3), case_ids=pl.Series(["甲", 'a,"b"', "c"]), known=None)
    assert same(store.log(store.keep("named", [two_steps()], log)), log)
    arrived = Arrived(("process",), np.array([0, 0, 0, 0]), np.append(log.arrived.time, 9_999_999))
    more = replace(kept_log(3), known=arrived)
    back = store.log(store.keep("skipped", [two_steps()], more))
    assert same(back, more)
    assert back.cases == 4


def test_an_empty_log_can_be_kept(store: Store) -> None:
    log = EventLog.of([], kept_log(1).steps, at(0))
    assert len(store.log(store.keep("empty", [two_steps()], log))) == 0


def test_the_same_run_kept_again_is_the_same_and_another_of_its_name_is_refused(
    store: Store,
) -> None:
    run = store.keep("first", [two_steps()], kept_log())
    assert store.keep("first", [two_steps()], kept_log()) == run
    with pytest.raises(StoreError, match="called 'first'") as refused:
        store.keep("first", [two_steps()], kept_log(199))
    assert "名为“first”" in refused.value.sentence("zh")
    assert len(store.runs()) == 1


def test_cases_of_a_period_are_whole_and_numbered_anew(store: Store) -> None:
    log = kept_log()
    run = store.keep("first", [two_steps()], log)
    arrived = log.arrived.time
    since, until = int(arrived[50]), int(arrived[150])
    part = store.log(
        run, log.epoch + timedelta(seconds=since), log.epoch + timedelta(seconds=until)
    )
    chosen = np.flatnonzero((arrived >= since) & (arrived < until))
    rows = np.isin(log.case, chosen)
    assert 0 < rows.sum() < len(log)
    assert part.cases == len(chosen)
    for name in ("ready", "enabled", "started", "completed", "step", "visit", "work", "queue"):
        assert np.array_equal(getattr(part, name), getattr(log, name)[rows])
    first = part.previous[part.previous >= 0]
    assert np.array_equal(part.case[first], part.case[part.previous >= 0])
    assert np.array_equal(part.previous < 0, log.previous[rows] < 0)


def test_a_live_log_has_the_cases_that_are_done_in_the_order_of_readiness(store: Store) -> None:
    run = begun(store)
    whole_case(store, run, "late", number=1, begin=5)
    whole_case(store, run, "early", number=0, begin=0)
    store.open_case(run, "open", "process", {}, at(0), number=2)
    log = store.log(run)
    minutes = ((log.ready - 9 * 3_600) // 60).tolist()
    assert minutes == [0, 5, 12, 17, 24, 29]
    assert log.case.tolist() == [0, 1, 0, 1, 0, 1]
    assert log.previous.tolist() == [-1, -1, 0, 1, 2, 3]
    assert log.outcome.tolist() == [0, 0, 1, 1, 0, 0]
    assert log.resources == ("desk#1", "desk#2")
    assert [log.case_id(n) for n in range(log.cases)] == ["early", "late"]
    assert store.log(run, unfinished=True).cases == 3
    (listed,) = store.runs()
    assert (listed.cases, listed.open_cases, listed.visits) == (3, 1, 6)


def test_a_live_run_is_gone_on_with_under_its_name(store: Store) -> None:
    run = begun(store)
    assert begun(store) == run
    other = two_steps().changed(slug="other")
    with pytest.raises(StoreError, match="take another name"):
        store.begin_run("live", "live", [other], at(0))


def test_a_run_is_forgotten_with_all_that_is_its(store: Store) -> None:
    run = begun(store)
    whole_case(store, run)
    store.mark("a", "limit", "warned", at(3))
    store.forget("live")
    assert store.runs() == []
    assert store.cases() == []
    assert store.marks() == []
    with pytest.raises(UnknownNameError, match="no run is called '1'"):
        store.log(run)
    with pytest.raises(UnknownNameError, match="no run is called 'live'"):
        store.forget("live")


@pytest.fixture
def store_twice(url: str) -> Iterator[tuple[Store, Store]]:
    with Store.open(url) as one, Store.open(url) as other:
        yield one, other


def test_what_one_opener_writes_another_reads(store_twice: tuple[Store, Store]) -> None:
    one, other = store_twice
    whole_case(one, begun(one))
    assert other.case("a").status == "done"
