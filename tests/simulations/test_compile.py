"""From a scenario to the names and calendars behind the kernel's numbers."""

import numpy as np
import pytest
from hypothesis import given

from models.errors import CalendarError
from models.pool import Batch, OfficeHours, Shift
from models.working_time import official_calendar
from simulations.compile import compile_scenario, process_regions
from simulations.kernel import tables as net
from tests.builders import (
    MONDAY,
    OFFICE,
    SOURCE,
    a_correction,
    a_load,
    a_mixed_pool,
    a_pool,
    a_process,
    a_scenario,
    a_step,
    automatic,
    fixed,
    simulated,
)
from tests.simulations.hours import together
from tests.simulations.strategies import FEW, World, worlds

OFFICIAL = official_calendar(MONDAY)
MORNINGS = OfficeHours(spans=("09:00-12:00",))
ONE_STEP = a_process(a_step("s", fixed(60)))


@FEW
@given(worlds())
def test_a_pool_is_open_while_any_of_its_people_works(world: World) -> None:
    compiled = compile_scenario(world.scenario, world.official)
    for pool in world.scenario.pools:
        opened = compiled.open_times[pool.slug]
        pairs = list(zip(opened.start.tolist(), opened.end.tolist(), strict=True))
        assert pairs == together(frozenset(pool.hours), world.official).intervals


def test_people_are_numbered_through_pools_and_shifts() -> None:
    pools = [a_mixed_pool(Shift(count=2, hours=MORNINGS), Shift(count=1)), a_pool(2, slug="b")]
    compiled = compile_scenario(a_scenario(a_load(ONE_STEP, 1), pools=pools), OFFICIAL)
    assert compiled.resources == ("desk#1", "desk#2", "desk#3", "b#1", "b#2")
    assert compiled.first_server == {"desk": 0, "b": 3}


def test_equal_hours_are_one_calendar() -> None:
    pools = [a_pool(3), a_pool(2, OfficeHours(), "b"), a_pool(1, MORNINGS, "c")]
    compiled = compile_scenario(a_scenario(a_load(ONE_STEP, 1), pools=pools), OFFICIAL)
    shifts = compiled.network.servers[net.SHIFT]
    assert len(set(shifts[:5].tolist())) == 1
    assert shifts[5] != shifts[0]


def test_steps_of_all_processes_follow_each_other() -> None:
    other = a_process(a_step("x", fixed(60)), automatic("y", fixed(60), "x"), slug="other")
    scenario = a_scenario(a_load(ONE_STEP, 1), a_load(other, 1), pools=[a_pool()])
    compiled = compile_scenario(scenario, OFFICIAL)
    names = [(entry.process, entry.step, entry.pool) for entry in compiled.steps]
    assert names == [("process", "s", "desk"), ("other", "x", "desk"), ("other", "y", None)]
    assert compiled.network.first_step.tolist() == [0, 1, 3]


def test_a_correction_repeats_the_steps_between() -> None:
    process = a_process(
        a_step("a", fixed(60)),
        a_step("b", fixed(60), after=("a",)),
        a_step("side", fixed(60), after=("a",)),
        a_step("c", fixed(60), after=("b",), rework=a_correction("a", 0.5)),
        a_step("d", fixed(60), after=("c", "side")),
    )
    assert [(step.slug, inside) for step, inside in process_regions(process)] == [
        ("c", {"a", "b", "c"})
    ]


@pytest.mark.parametrize(("ranks", "classes"), [((1, 1), 1), ((3, 3), 1), ((1, 3), 4)])
def test_there_are_classes_only_if_cases_differ(ranks: tuple[int, int], classes: int) -> None:
    loads = [
        a_load(a_process(a_step("s", fixed(60)), slug=slug), 1, rank=rank)
        for slug, rank in zip("ab", ranks, strict=True)
    ]
    compiled = compile_scenario(a_scenario(*loads, pools=[a_pool()]), OFFICIAL)
    assert compiled.network.classes == classes


def test_batches_are_handed_out_on_working_days() -> None:
    batch = Batch(times=("14:00", "09:30"), weekdays=(1, 6), source=SOURCE)
    scenario = a_scenario(a_load(ONE_STEP, 1), pools=[a_pool(batch=batch)])
    times = compile_scenario(scenario, OFFICIAL).network.batches
    days = (times[:-1] // 86_400)[:8].tolist()
    assert days == [0, 0, 7, 7, 14, 14, 21, 21]  # Mondays; no Saturday of March is worked
    assert (times[:2] % 86_400).tolist() == [9.5 * 3_600, 14 * 3_600]
    assert times[-1] == net.NEVER


def test_a_process_without_staff_needs_no_pool() -> None:
    process = a_process(automatic("system", fixed(60)))
    log = simulated(a_scenario(a_load(process, 3), pools=[]))
    assert (log.completed - log.ready).tolist() == [60] * 3


def test_hours_that_never_come_are_refused() -> None:
    never = OFFICE.changed(weekdays=(7,))
    scenario = a_scenario(a_load(ONE_STEP, 1), pools=[a_pool(1, never)])
    with pytest.raises(CalendarError, match="never open"):
        compile_scenario(scenario, official_calendar(MONDAY, MONDAY))


def test_the_network_is_plain_whole_numbers() -> None:
    network = compile_scenario(a_scenario(a_load(ONE_STEP, 1), pools=[a_pool()]), OFFICIAL).network
    arrays = [part for part in network if isinstance(part, np.ndarray)]
    assert len(arrays) == 9
    assert {array.dtype for array in arrays} == {np.dtype(np.int32)}
