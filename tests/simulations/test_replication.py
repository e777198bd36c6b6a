"""One replication: reproducible, independent of its buffers, within its memory and calendar."""

from dataclasses import dataclass, field
from datetime import date, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import CalendarError, SimulationError
from models.event import EventLog
from models.pool import OfficeHours, Shift
from models.working_time import official_calendar
from simulations.compile import compile_scenario
from simulations.replication import Buffers, gather, replicate
from simulations.sampling import sample_load
from tests.builders import (
    ALWAYS,
    HOUR,
    MONDAY,
    a_load,
    a_mixed_pool,
    a_pool,
    a_process,
    a_scenario,
    a_step,
    exponential,
    fixed,
    simulated,
)
from tests.simulations.reference import log_table, reference_table
from tests.simulations.strategies import FEW, TAKES_TIME, World, worlds

CANARY = -7_777
MARGIN = 64

Signed = np.ndarray[tuple[int, ...], np.dtype[np.signedinteger]]


@dataclass
class Guarded(Buffers):
    """Buffers that notice when somebody writes behind their end."""

    margins: list[Signed] = field(default_factory=list)

    def take(self, name: str, size: int, kind: type[np.signedinteger]) -> Signed:  # noqa: ARG002 - every array is new
        array = np.full(size + MARGIN, CANARY if kind is not np.int8 else -77, kind)
        self.margins.append(array[size:])
        return array[:size]

    def assert_intact(self) -> None:
        """Nobody has written behind the end of an array."""
        for margin in self.margins:
            assert (margin == margin[-1]).all()
            assert margin[-1] in {CANARY, -77}


def same(first: EventLog, second: EventLog) -> bool:
    return log_table(first).tobytes() == log_table(second).tobytes()


@FEW
@given(worlds())
def test_the_same_seed_gives_the_same_bytes(world: World) -> None:
    assert same(simulated(world.scenario, 1), simulated(world.scenario, 1))


def test_another_replication_or_seed_gives_another_log() -> None:
    scenario = a_scenario(a_load(a_process(a_step("s", exponential(900))), 50), pools=[a_pool()])
    logs = [simulated(scenario, 0), simulated(scenario, 1), simulated(scenario.changed(seed=2), 0)]
    assert not any(same(logs[a], logs[b]) for a, b in ((0, 1), (0, 2), (1, 2)))


@FEW
@given(st.lists(worlds(most=4), min_size=2, max_size=4))
def test_used_buffers_give_the_same_log(several: list[World]) -> None:
    buffers = Buffers()
    for world in (*several, *reversed(several)):
        used = log_table(simulated(world.scenario, 0, world.official, buffers))
        fresh = log_table(simulated(world.scenario, 0, world.official))
        np.testing.assert_array_equal(used, fresh)


@FEW
@given(worlds())
def test_the_kernel_stays_within_its_memory(world: World) -> None:
    guarded = Guarded()
    simulated(world.scenario, 0, world.official, guarded)
    guarded.assert_intact()


def test_people_who_come_rarely_need_no_more_memory() -> None:
    """Each opening of the first desk finds the second closed till Friday and work waiting."""
    blinking = OfficeHours(
        spans=tuple(f"{h:02}:{m:02}-{h:02}:{m + 10:02}" for h in range(9, 16) for m in (0, 20, 40))
    )
    fridays = OfficeHours(spans=("17:00-17:10",), weekdays=(5,))
    pool = a_mixed_pool(Shift(count=1, hours=blinking), Shift(count=1, hours=fridays))
    early = OfficeHours(spans=("07:00-08:00",))
    load = a_load(a_process(a_step("s", fixed(600))), 60, 200)
    load = load.changed(arrivals=load.arrivals.changed(hours=early))
    guarded = Guarded()
    log = simulated(a_scenario(load, pools=[pool]), buffers=guarded)
    guarded.assert_intact()
    assert len(log) == 60


def test_cases_of_several_processes_are_numbered_by_arrival() -> None:
    loads = [a_load(a_process(a_step("s", fixed(60)), slug=slug), 30) for slug in ("one", "two")]
    scenario = a_scenario(*loads, pools=[a_pool()])
    official = official_calendar(MONDAY)
    compiled = compile_scenario(scenario, official)
    samples = [sample_load(scenario, load, 0, official) for load in loads]
    cases, most = gather(scenario, compiled.network, samples)
    together = sorted([*samples[0].arrival.tolist(), *samples[1].arrival.tolist()])
    done = replicate(scenario, compiled, official, 0)
    assert done.log.ready.tolist() == together
    assert done.log.cases == most.sum() == 60
    assert np.bincount(cases.process).tolist() == np.bincount(done.process_of_case).tolist()
    assert np.bincount(cases.process).tolist() == [30, 30]


def test_the_most_visits_bound_the_log() -> None:
    scenario = a_scenario(a_load(a_process(a_step("s", fixed(60))), 7), pools=[a_pool()])
    assert len(simulated(scenario)) == 7


@pytest.mark.parametrize("count", [1, 3])
def test_work_beyond_the_announced_calendar_is_refused(count: int) -> None:
    scenario = a_scenario(
        a_load(a_process(a_step("s", fixed(50 * HOUR))), 20), pools=[a_pool(count)]
    )
    official = official_calendar(MONDAY, MONDAY + timedelta(days=20))
    with pytest.raises(SimulationError, match=r"beyond 2026-03-22.*start earlier"):
        simulated(scenario, official=official)


def test_work_to_the_last_second_and_not_beyond_the_announced_calendar_is_refused() -> None:
    process = a_process(a_step("s", fixed(9 * HOUR)))
    scenario = a_scenario(a_load(process, 1, 390), pools=[a_pool(hours=ALWAYS)])
    assert len(simulated(scenario, official=official_calendar(MONDAY, MONDAY))) == 1
    slow = a_process(a_step("s", fixed(16 * HOUR)))
    with pytest.raises(SimulationError, match="beyond 2026-03-02"):
        simulated(
            scenario.changed(loads=(a_load(slow, 1, 390),)),
            official=official_calendar(MONDAY, MONDAY),
        )


def test_arrivals_beyond_the_announced_calendar_are_refused() -> None:
    scenario = a_scenario(a_load(a_process(a_step("s", fixed(60))), 3_000, 10), pools=[a_pool()])
    with pytest.raises(CalendarError, match="beyond the last announced working day"):
        simulated(scenario)


def test_a_start_in_an_unannounced_year_is_refused() -> None:
    with pytest.raises(CalendarError, match="holidays of 2029 are not announced"):
        official_calendar(date(2029, 1, 1))


@FEW
@given(worlds(fifo=True, work=TAKES_TIME, most=5), st.integers(0, 20))
def test_a_short_calendar_gives_a_whole_log_or_a_plain_refusal(world: World, days: int) -> None:
    official = official_calendar(world.scenario.start, world.scenario.start + timedelta(days=days))
    guarded = Guarded()
    try:
        found = log_table(simulated(world.scenario, 0, official, guarded))
    except CalendarError:
        return
    except SimulationError:
        with pytest.raises(SimulationError):
            reference_table(world.scenario, official, 0)
    else:
        np.testing.assert_array_equal(found, reference_table(world.scenario, official, 0))
    finally:
        guarded.assert_intact()
