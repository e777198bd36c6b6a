"""A program that brings the open cases of a store forward, and may be told where to die.

``python -m benchmarks.live_runner WORLD.json [POINT NUMBER]``: at the NUMBER-th time that it comes
to POINT it ends itself as ``kill -9`` would. No orchestrator is needed: a case's state is in the
store and at the departments alone.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal, Self, get_args

import httpx

from flows.live.case_run import CaseRun, LiveCase
from integrations.departments.client import DepartmentClient
from integrations.departments.clock import RunningClock
from integrations.departments.contract import Application, ApplicationState
from integrations.departments.credentials import KeyFile
from integrations.store.records import Document
from integrations.store.store import Store
from models.errors import DepartmentUnavailableError
from models.event import StepEvent

Point = Literal["ready", "call", "acted", "answer", "enabled", "over", "step"]
POINTS: tuple[Point, ...] = get_args(Point)
"""Where a case can be cut off: its visit is written down as ready; before the department is
called; the department has acted but its answer is not read; the answer is read; it is written down;
the work is over; the step is written down with its documents and the next not begun."""

CLIENT = "county"
GAVE_UP = 75
"""Exit code when a department stayed away for too long: the cases are left for another run."""


@dataclass(frozen=True)
class World:
    """What the runner has to know; times as the departments' clock has them."""

    store: str
    departments: str
    keys: str
    epoch: str
    started: int
    origin: float
    speed: float

    def write(self, path: Path) -> None:
        """Write it to a file."""
        path.write_text(json.dumps(asdict(self)), encoding="utf-8")

    @classmethod
    def read(cls, path: Path) -> Self:
        """Read it from a file."""
        return cls(**json.loads(path.read_text(encoding="utf-8")))

    def clock(self) -> RunningClock:
        """The departments' clock."""
        epoch = datetime.fromisoformat(self.epoch)
        return RunningClock(epoch, self.started, self.origin, self.speed)


@dataclass
class Trap:
    """Ends this program at the ``left``-th time that it comes to ``point``."""

    point: str = ""
    left: int = 0

    def at(self, point: Point) -> None:
        """The program has come to a point."""
        if point == self.point:
            self.left -= 1
            if self.left == 0:
                os.kill(os.getpid(), signal.SIGKILL)


class TrappedStore(Store):
    """The store, with the trap after each thing that a case writes down."""

    trap: Trap = Trap()

    def visit_ready(
        self,
        case: str,
        step: str,
        visit: int,
        *,
        owner: str,
        ready: datetime,
        previous: tuple[str, int] | None = None,
    ) -> None:
        """See ``Store``."""
        super().visit_ready(case, step, visit, owner=owner, ready=ready, previous=previous)
        self.trap.at("ready")

    def visit_enabled(
        self, case: str, step: str, visit: int, *, enabled: datetime, application: str
    ) -> None:
        """See ``Store``."""
        super().visit_enabled(case, step, visit, enabled=enabled, application=application)
        self.trap.at("enabled")

    def record(
        self,
        case: str,
        event: StepEvent,
        *,
        application: str | None = None,
        documents: Sequence[Document] = (),
    ) -> None:
        """See ``Store``."""
        super().record(case, event, application=application, documents=documents)
        self.trap.at("step")


@dataclass
class TrappedCounter:
    """The departments' client, with the trap around each call."""

    client: DepartmentClient
    trap: Trap

    async def apply(
        self, department: str, key: str, application: Application, wait: float = 0
    ) -> ApplicationState:
        """See ``DepartmentClient``."""
        self.trap.at("call")
        if self.trap.point == "enabled":
            wait = 0  # or most visits would be over before they come to it
        state = await self.client.apply(department, key, application, wait)
        self.trap.at("answer")
        if state.over:
            self.trap.at("over")
        return state

    async def status(self, department: str, identity: str, wait: float = 0) -> ApplicationState:
        """See ``DepartmentClient``."""
        state = await self.client.status(department, identity, wait)
        if state.over:
            self.trap.at("over")
        return state


@dataclass
class TrappedTransport(httpx.AsyncBaseTransport):
    """The network, with the trap when a department has taken something in and says so."""

    inner: httpx.AsyncBaseTransport
    trap: Trap

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """See ``httpx``."""
        response = await self.inner.handle_async_request(request)
        if request.method == "POST":
            self.trap.at("acted")
        return response

    async def aclose(self) -> None:
        """See ``httpx``."""
        await self.inner.aclose()


async def bring_forward(world: World, trap: Trap) -> None:
    """Run every open case to its end."""
    keys = KeyFile(Path(world.keys))
    transport = TrappedTransport(httpx.AsyncHTTPTransport(), trap)
    with TrappedStore.open(world.store) as store:
        store.trap = trap
        async with DepartmentClient(CLIENT, world.departments, keys, transport=transport) as client:
            counter = TrappedCounter(client, trap)
            runs = []
            for case in store.open_cases():
                definitions = {process.slug: process for process in store.processes(case.run)}
                process = definitions[case.process]
                live = LiveCase(case.id, case.run, case.number, process, case.attributes, case.rank)
                run = CaseRun(live, store, counter, world.clock())
                runs.append(run.run(run.visit))
            await asyncio.gather(*runs)


def main(arguments: list[str]) -> None:
    """Run until all cases are over, or until the trap."""
    trap = Trap(arguments[1], int(arguments[2])) if len(arguments) > 1 else Trap()
    try:
        asyncio.run(bring_forward(World.read(Path(arguments[0])), trap))
    except* DepartmentUnavailableError:
        sys.exit(GAVE_UP)


if __name__ == "__main__":
    main(sys.argv[1:])
