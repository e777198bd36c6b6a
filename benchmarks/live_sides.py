"""The sides of ``benchmarks.live``: bare flows, the departments of ours; and their watch."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, nullcontext, suppress
from dataclasses import dataclass, field
from pathlib import Path

from prefect.settings import get_current_settings

from benchmarks.bare_flows import Shape, bare_flow
from benchmarks.departments import processor_seconds
from benchmarks.live_departments import Apart
from flows.live.case_run import Counter
from flows.live.flow import shared_clients
from integrations.departments.clock import RunningClock, SkippingClock
from integrations.departments.contract import Application, ApplicationState
from models.routing import Visit
from simulations.scenario import Scenario
from workbench.live_run import Opened, Opening

FORGOTTEN = 5.5
"""Prefect remembers for 5 s that no limit is set for a task's tags; no side may profit from that
which the side before it asked for."""
LOOK, IDLE, LONGEST = 0.3, 0.03, 10.0
"""Seconds between two looks at the server, seconds of processor in between by which it is idle,
and seconds after which it is no longer waited for."""


@dataclass
class Watch:
    """Seconds by the wall, and of processor by this process and Prefect's server.

    The server works off what the flow runs told it after they have ended, so its processor time is
    read when it has settled. ``apart``: the departments' program, which is not counted, nor is the
    time for which our side stands still while the clock that skips is driven there.
    """

    cases: int
    apart: Apart | None = None
    wall: float = 0.0
    processor: float = 0.0

    def tell(self, over: int) -> None:
        """So many cases are over: none, so they begin now; or all, so they ended now."""
        if over == 0:
            self.wall = self._driven() - time.perf_counter()
            self.processor = -time.process_time() - self._others()
        elif over == self.cases:
            self.wall += time.perf_counter() - self._driven()
            self.processor += time.process_time()

    def __str__(self) -> str:
        """Both."""
        return f"{self.wall:.2f} s, processor {self.processor:.2f} s"

    def settle(self) -> None:
        """Wait until the server has worked off what it was told, and count that; then a while."""
        used, deadline = self._others(), time.monotonic() + LONGEST
        while time.monotonic() < deadline:
            time.sleep(LOOK)
            before, used = used, self._others()
            if used - before <= IDLE:
                break
        self.processor += used
        time.sleep(FORGOTTEN)

    def _driven(self) -> float:
        return 0.0 if self.apart is None else self.apart.driven

    def _others(self) -> float:
        """Processor time of the processes that this one started: Prefect's server, if ours."""
        found: set[int] = set()
        for thread in Path("/proc/self/task").iterdir():
            with suppress(FileNotFoundError):  # the thread has ended meanwhile
                found |= set(map(int, (thread / "children").read_text(encoding="ascii").split()))
        foreign = None if self.apart is None else self.apart.program.pid
        return sum(processor_seconds(pid) for pid in found - {foreign})


@dataclass
class Noting:
    """The departments' counters; notes for how long each visit waits on the official clock."""

    counter: Counter
    speed: float
    places: dict[str, tuple[int, Visit]] = field(default_factory=dict)
    waited: dict[str, float] = field(default_factory=dict)

    async def apply(
        self, department: str, key: str, application: Application, wait: float = 0
    ) -> ApplicationState:
        """See ``Counter``."""
        state = await self.counter.apply(department, key, application, wait)
        self.places[state.id] = application.number, (application.step, application.visit)
        return self._noted(state)

    async def status(self, department: str, identity: str, wait: float = 0) -> ApplicationState:
        """See ``Counter``."""
        return self._noted(await self.counter.status(department, identity, wait))

    def _noted(self, state: ApplicationState) -> ApplicationState:
        if state.completed is not None:
            official = state.completed - state.enabled
            self.waited[state.id] = official.total_seconds() / self.speed
        return state

    def waits(self) -> dict[tuple[int, Visit], float]:
        """Real seconds by case and visit, the applicant's part counted in."""
        found: dict[tuple[int, Visit], float] = {}
        for application, seconds in self.waited.items():
            place = self.places[application]
            found[place] = found.get(place, 0.0) + seconds
        return found


@dataclass
class Departments:
    """Departments within or apart; those of the last run that went by a running clock noted."""

    name: str
    opening: Opening
    apart: Apart | None = None
    noting: Noting | None = None

    @asynccontextmanager
    async def open(
        self, scenario: Scenario, clock: RunningClock | SkippingClock
    ) -> AsyncIterator[Opened]:
        """See ``workbench.live_run``."""
        async with self.opening(scenario, clock) as (counter, works):
            if not isinstance(clock, RunningClock):
                yield counter, works
                return
            self.noting = Noting(counter, clock.speed)
            yield self.noting, works


@dataclass
class Bare:
    """All cases as bare flows: their shapes, and how many seconds after the first each begins.

    ``tuned`` ones share Prefect's clients and name their storage, as ours do; others are written as
    anybody would write them.
    """

    cases: list[Shape]
    delays: list[float]
    tuned: bool

    async def run(self, watch: Watch) -> None:
        """Run them."""
        flow = bare_flow
        if self.tuned:
            storage = get_current_settings().results.local_storage_path
            flow = bare_flow.with_options(result_storage=storage)

        async def case(number: int) -> None:
            await asyncio.sleep(self.delays[number])
            await flow(number, self.cases[number])

        async with shared_clients() if self.tuned else nullcontext():
            watch.tell(0)
            await asyncio.gather(*(case(number) for number in range(len(self.cases))))
            watch.tell(len(self.cases))
