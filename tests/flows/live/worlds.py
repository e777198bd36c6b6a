"""A world around live cases for tests: departments in process, a store in a file, a clock."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from uuid import uuid4

from flows.live.surroundings import Surroundings
from integrations.departments.clock import RunningClock
from integrations.departments.in_process import departments_in_process
from integrations.store.store import Store
from models.timing import Ruler
from models.working_time import official_calendar
from simulations.scenario import Scenario
from workbench.live_cases import drawn_cases, one_process

SCENARIO = one_process("company-opening", 2, 3, None, as_is=False)
CALENDAR = official_calendar(SCENARIO.start)


@asynccontextmanager
async def world(
    store: Store,
    *,
    speed: float,
    scenario: Scenario = SCENARIO,
    patience: float | None = None,
    name: str | None = None,
) -> AsyncIterator[tuple[Surroundings, str]]:
    """The world, and the name of one case that has just arrived."""
    process = scenario.loads[0].process
    case = drawn_cases(scenario, scenario.loads[0], CALENDAR)[0]
    clock = RunningClock.starting(CALENDAR.epoch, case.arrival, speed)
    name = name or f"case-{uuid4().hex[:8]}"  # Prefect's server outlives the test
    run = store.begin_run("world", "live", [process], CALENDAR.epoch)
    arrival = case.arrives(CALENDAR.epoch)
    store.open_case(run, name, process.slug, case.values, arrival, number=0)
    async with departments_in_process([process], scenario.pools, CALENDAR, clock) as departments:
        yield (
            Surroundings(
                store=store,
                counter=departments.client,
                clock=clock,
                ruler=Ruler.of(CALENDAR, scenario.pools),
                patience=patience,
            ),
            name,
        )


def open_store(folder: Path) -> Store:
    """A store of its own."""
    return Store.open(f"sqlite:///{folder / 'store.db'}")
