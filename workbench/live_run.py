"""Cases run live in this process: departments, clock and flows, with nothing else to start.

Prefect comes along in process as well (a server of its own in memory), unless ``PREFECT_API_URL``
names one. Without flow runs the same cases go the same way by the same rules
(``flows.live.case_run``), many times faster; long comparisons use that.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import AbstractAsyncContextManager, asynccontextmanager, nullcontext
from dataclasses import dataclass
from functools import partial

from flows.live.case_run import CaseRun, Counter
from flows.live.intake import case_id
from flows.live.surroundings import Surroundings
from integrations.departments.clock import Arrival, RunningClock, SkippingClock, Works
from integrations.departments.in_process import departments_in_process
from integrations.store.store import Store
from models.errors import DocumentError
from models.event import EventLog
from models.said import said
from models.timing import Ruler
from models.working_time import official_calendar
from simulations.scenario import Scenario
from workbench.live_cases import DrawnCase, drawn_cases

Tell = Callable[[int], None]
Opened = tuple[Counter, Works | None]
"""The departments' counters, and who does their work on a clock that skips."""
Opening = Callable[[Scenario, RunningClock | SkippingClock], AbstractAsyncContextManager[Opened]]
"""Opens the departments of a scenario, which go by the clock."""


@asynccontextmanager
async def here(scenario: Scenario, clock: RunningClock | SkippingClock) -> AsyncIterator[Opened]:
    """Departments in this process, with a ledger that is gone afterwards."""
    calendar = official_calendar(scenario.start, notices=scenario.holidays)
    processes = [load.process for load in scenario.loads]
    async with departments_in_process(
        processes, scenario.pools, calendar, clock, seed=scenario.seed
    ) as departments:
        yield departments.client, departments.works


@dataclass(frozen=True)
class LiveRun:
    """What is run: a scenario with one process, under a name, with or without flow runs.

    ``speed`` is how many official seconds pass in a real one; None skips what nobody waits for.
    """

    scenario: Scenario
    name: str
    speed: float | None = None
    flow_runs: bool = True


def run_live(
    wanted: LiveRun,
    store: Store,
    tell: Tell = lambda _: None,
    departments: Opening = here,
) -> EventLog:
    """Run all cases to their end; the log as the store has it.

    ``tell`` hears how many cases are over, 0 when all is set up. A run that was broken off is gone
    on with.
    """
    if len(wanted.scenario.loads) != 1:
        raise DocumentError(
            said("现场运行一次只办一个流程", "a live run takes one process at a time")
        )
    return asyncio.run(_Running(wanted, store, tell).go(departments))


class _Running:
    """A live run under way."""

    def __init__(self, wanted: LiveRun, store: Store, tell: Tell) -> None:
        """Draw the cases and set up departments and clock."""
        self.wanted, self.store, self.tell = wanted, store, tell
        scenario = wanted.scenario
        (self.load,) = scenario.loads
        self.calendar = official_calendar(scenario.start, notices=scenario.holidays)
        self.cases = drawn_cases(scenario, self.load, self.calendar)
        self.over = 0

    async def go(self, departments: Opening) -> EventLog:
        """Run the cases; their log."""
        scenario = self.wanted.scenario
        run = self.store.begin_run(
            self.wanted.name,
            "live",
            [self.load.process],
            self.calendar.epoch,
            scenario=scenario.model_dump_json(),
        )
        clock = self._clock()
        async with departments(scenario, clock) as (counter, works):
            world = Surroundings(
                store=self.store,
                counter=counter,
                clock=clock,
                ruler=Ruler.of(self.calendar, scenario.pools),
            )
            arrivals = [self._arrival(run, case, world) for case in self.cases]
            async with self._runner():
                self.tell(0)
                if isinstance(clock, SkippingClock):
                    clock.works = works
                    await clock.drive(arrivals)
                else:
                    await _in_time(clock, arrivals)
        return self.store.log(run)

    def _runner(self) -> AbstractAsyncContextManager[None]:
        if not self.wanted.flow_runs:
            return nullcontext()
        from flows.live.flow import shared_clients  # noqa: PLC0415 - imports Prefect

        return shared_clients()

    def _clock(self) -> SkippingClock | RunningClock:
        epoch = self.calendar.epoch
        if self.wanted.speed is None:
            return SkippingClock(epoch)
        return RunningClock.starting(epoch, self.cases[0].arrival, self.wanted.speed)

    def _arrival(self, run: int, case: DrawnCase, world: Surroundings) -> Arrival:
        return case.arrival, partial(self._case, run, case, world)

    async def _case(self, run: int, case: DrawnCase, world: Surroundings, ticket: int) -> None:
        name = case_id(run, self.load.process.slug, case.number)
        self.store.open_case(
            run,
            name,
            self.load.process.slug,
            case.values,
            case.arrives(self.calendar.epoch),
            number=case.number,
            rank=case.rank,
        )
        await self._bring_forward(name, world, ticket)
        self.over += 1
        self.tell(self.over)

    async def _bring_forward(self, name: str, world: Surroundings, ticket: int) -> None:
        if not self.wanted.flow_runs:
            run = CaseRun(world.case(name), world.store, world.counter, world.clock)
            await run.run(run.visit, ticket)
            return
        from flows.live.flow import ARRIVAL, SURROUNDINGS, live_flow  # noqa: PLC0415 - imports Prefect

        SURROUNDINGS.set(world)
        ARRIVAL.set(ticket)
        await live_flow(self.load.process.slug)(name)


async def _in_time(clock: RunningClock, arrivals: list[Arrival]) -> None:
    """Let each case arrive when the clock says so."""

    async def arrive(time: int, start: Callable[[int], Coroutine[object, object, object]]) -> None:
        await asyncio.sleep(max(0.0, clock.real_seconds(time - clock.now())))
        await start(-1)

    async with asyncio.TaskGroup() as group:
        for time, start in arrivals:
            group.create_task(arrive(time, start))
