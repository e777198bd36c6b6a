"""The kernel against a second, simpler form of the simulator, in every column of the log."""

import numpy as np
import pytest
from hypothesis import given

from flows.company.opening import PROCESS
from models.pool import OfficeHours, Pool, Shift
from models.process import Process
from models.working_time import official_calendar
from simulations.scenario import Scenario
from tests.builders import (
    MONDAY,
    a_load,
    a_mixed_pool,
    a_pool,
    a_scenario,
    simulated,
)
from tests.simulations.reference import COLUMNS, log_table, reference_table
from tests.simulations.strategies import MANY, TAKES_TIME, World, worlds

PEOPLE = {
    "market-regulation": 5,
    "public-security": 1,
    "seal-shop": 4,
    "tax": 3,
    "hrss": 2,
    "medical-insurance": 2,
    "housing-fund": 2,
    "service-center": 2,
}
MORNINGS = OfficeHours(spans=("08:30-12:00",))
SATURDAYS = OfficeHours(spans=("09:00-15:00",), days="every", weekdays=(6,))


def uniform_staff() -> tuple[Pool, ...]:
    return tuple(a_pool(count, slug=slug) for slug, count in PEOPLE.items())


def mixed_staff() -> tuple[Pool, ...]:
    """Fewer people, some of whom come on mornings or Saturdays only."""
    return tuple(
        a_mixed_pool(
            Shift(count=1, hours=SATURDAYS),
            Shift(count=max(1, count - 1)),
            Shift(count=1, hours=MORNINGS),
            slug=slug,
        )
        for slug, count in PEOPLE.items()
    )


def assert_same(scenario: Scenario, number: int) -> None:
    official = official_calendar(scenario.start)
    expected = reference_table(scenario, official, number)
    found = log_table(simulated(scenario, number, official))
    assert found.shape == expected.shape
    for place, name in enumerate(COLUMNS):
        np.testing.assert_array_equal(found[:, place], expected[:, place], name)


@pytest.mark.parametrize("staff", [uniform_staff(), mixed_staff()], ids=["uniform", "mixed"])
@pytest.mark.parametrize("process", [PROCESS, PROCESS.reformed()], ids=["as-is", "to-be"])
def test_company_opening_gives_the_same_log(process: Process, staff: tuple[Pool, ...]) -> None:
    assert_same(a_scenario(a_load(process, 600, 12), pools=staff, start=MONDAY), 3)


@MANY
@given(worlds(fifo=True, work=TAKES_TIME))
def test_random_processes_give_the_same_log(world: World) -> None:
    for number in range(2):
        assert_same(world.scenario, number)
