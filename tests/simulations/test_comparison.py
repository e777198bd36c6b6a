"""What reforms are worth, on the same cases."""

import pytest

from flows.catalogue import process
from models.process import Process
from simulations.comparison import compare, dependants, needed, variant_count
from simulations.county_comparison import compare_county
from simulations.scenario import Scenario
from workbench import defaults


def small(*bases: Process) -> Scenario:
    found = defaults.scenario("test", bases, defaults.own_staff(bases))
    loads = tuple(load.changed(working_days=20) for load in found.loads)
    return found.changed(loads=loads, replications=3)


OPENING = process("company-opening")
FOUND = compare(small(OPENING), OPENING)


def test_steps_materials_and_trips_by_hand() -> None:
    """As authored: 8 steps met, 19 papers, trips 8 and the corrections; after: 2, 3 and 2."""
    assert FOUND.before["steps"] == 8
    assert FOUND.before["materials"] == 19
    assert FOUND.before["trips"] >= 8
    assert (FOUND.after["steps"], FOUND.after["materials"]) == (2, 3)
    assert FOUND.after["trips"] == 2


def test_all_together_is_the_difference_of_the_means() -> None:
    for name in ("hours", "steps", "materials", "trips"):
        difference = FOUND.after[name] - FOUND.before[name]
        assert getattr(FOUND.together, name).value == pytest.approx(difference)


def test_paired_differences_are_sharper_than_the_cases_vary() -> None:
    for effect in FOUND.items:
        low, high = effect.own.staff_minutes.low, effect.own.staff_minutes.high
        assert low is not None
        assert high is not None
        assert high - low < 20


def test_one_paper_less_by_the_address_base() -> None:
    item5 = next(effect for effect in FOUND.items if effect.item == 5)
    assert item5.own.materials.value == -1
    assert item5.marginal.materials.value == -1


def test_requirements_go_with_the_item() -> None:
    base = process("property-one-net")
    assert needed(base, 35) == {35, 36}
    assert dependants(base, 36) == {35, 36}
    assert variant_count(OPENING) == 8
    found = compare(small(base), base)
    item35 = next(effect for effect in found.items if effect.item == 35)
    item36 = next(effect for effect in found.items if effect.item == 36)
    assert item35.with_items == (36,)
    assert item36.without_items == (35,)


def test_progress_tells_each_variant_once() -> None:
    told: list[int] = []
    compare(small(OPENING), OPENING, told.append)
    assert told == list(range(1, variant_count(OPENING) + 1))


def test_the_county_adds_up_over_processes() -> None:
    bases = [OPENING, process("bank-outlet-opening")]
    found = compare_county(small(*bases), bases, [7])
    (effect,) = found.items
    assert effect.processes == ("company-opening", "bank-outlet-opening")
    assert effect.own.staff_hours.value < 0
    assert found.together.trips.value < 0
    alone = compare_county(small(OPENING), [OPENING], [7])
    assert effect.own.staff_hours.value < alone.items[0].own.staff_hours.value
