"""Departments for a live run in a program of their own, behind a real HTTP server.

The departments stand for the systems of others: what they cost is not the county's. ``Apart``
starts ``python -m benchmarks.live_departments SCENARIO KEYS LEDGER``, which obeys lines of JSON on
its standard input: ``["begin", clock]`` opens departments that have done nothing yet, on a running
clock (``[started, origin, speed]``) or on one that is told the time (``null``), and answers with
their address; ``["happen", t]``, ``["give_out", t]`` and ``["next_time", t]`` drive the latter as
``clock.Works``.
"""

import asyncio
import json
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.types import ASGIApp, Receive, Scope, Send

from integrations.departments.app import application, working
from integrations.departments.client import DepartmentClient
from integrations.departments.clock import RunningClock, SkippingClock
from integrations.departments.contract import APPLICANT
from integrations.departments.credentials import KeyFile, Keyring, write_keys
from integrations.departments.in_process import CLIENT
from integrations.departments.ledger import Ledger
from integrations.departments.offices import Offices
from integrations.departments.service import Service, TellsTime
from models.working_time import official_calendar
from simulations.scenario import Scenario
from workbench.children import free_port
from workbench.live_run import Opened


@dataclass(frozen=True)
class Over:
    """A piece of work that is over, by the id of its application."""

    key: str


@dataclass
class Remote:
    """The departments of the other program, driven by a clock that skips."""

    ask: Callable[[str, object], Any]

    def happen(self, now: int) -> list[Over]:
        """What is over by now."""
        return [Over(key) for key in self.ask("happen", now)]

    def give_out(self, now: int) -> None:
        """Begin what can begin now."""
        self.ask("give_out", now)

    def next_time(self, now: int) -> int | None:
        """When something happens next."""
        time: int | None = self.ask("next_time", now)
        return time


class Apart:
    """The program, for one scenario; leaving the context ends it. Its keys are below ``folder``."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        """Start it."""
        self.keys = folder / "keys.yaml"
        self.driven = 0.0
        """Seconds for which our side stood still while time was driven here."""
        process = scenario.loads[0].process
        write_keys(self.keys, Keyring.fresh(CLIENT, dict.fromkeys([APPLICANT, *process.owners])))
        written = folder / "scenario.json"
        written.write_text(scenario.model_dump_json(), encoding="utf-8")
        self.program = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-m", "benchmarks.live_departments", written, self.keys, folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def ask(self, what: str, told: object = None) -> Any:
        """Have it do something; its answer. RuntimeError if it is no longer there."""
        if self.program.stdin is None or self.program.stdout is None:
            raise RuntimeError("the departments have no ears or no voice")
        begun = time.perf_counter()
        self.program.stdin.write(json.dumps([what, told]) + "\n")
        self.program.stdin.flush()
        answer = self.program.stdout.readline()
        self.driven += time.perf_counter() - begun
        if not answer:
            raise RuntimeError("the departments have ended; standard error says why")
        return json.loads(answer)

    @asynccontextmanager
    async def open(self, _: Scenario, clock: RunningClock | SkippingClock) -> AsyncIterator[Opened]:
        """Departments that have done nothing yet, on this clock; see ``workbench.live_run``."""
        told = None
        if isinstance(clock, RunningClock):
            told = clock.started, clock.origin, clock.speed
        address = self.ask("begin", told)
        async with DepartmentClient(CLIENT, address, KeyFile(self.keys)) as client:
            yield client, Remote(self.ask)

    def __enter__(self) -> Self:
        """It is started already."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it."""
        self.program.kill()
        self.program.communicate()


@dataclass
class Told:
    """Official time as the other program tells it."""

    epoch: datetime
    time: int = 0

    def now(self) -> int:
        """Official time, seconds since ``epoch``."""
        return self.time


@dataclass
class Program:
    """The server; each ``begin`` puts other departments behind it."""

    scenario: Scenario
    keys: KeyFile
    folder: Path
    port: int = field(default_factory=free_port)
    begun: int = 0
    app: ASGIApp | None = None
    service: Service | None = None
    clock: Told | None = None
    beside: AsyncExitStack = field(default_factory=AsyncExitStack)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request to the departments of the last ``begin``."""
        if self.app is not None:
            await self.app(scope, receive, send)

    async def serve(self) -> None:
        """Obey until standard input ends."""
        config = uvicorn.Config(
            self, port=self.port, lifespan="off", log_level="warning", access_log=False
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve())
        while not server.started:
            await asyncio.sleep(0.01)
        lines = asyncio.StreamReader()
        await asyncio.get_running_loop().connect_read_pipe(
            lambda: asyncio.StreamReaderProtocol(lines), sys.stdin
        )
        async for line in lines:
            what, told = json.loads(line)
            answer = await self.begin(told) if what == "begin" else self.work(what, told)
            print(json.dumps(answer), flush=True)
        await self.beside.aclose()
        server.should_exit = True
        await serving

    async def begin(self, told: tuple[int, float, float] | None) -> str:
        """Departments that have done nothing yet; their address."""
        await self.beside.aclose()
        self.begun += 1
        scenario = self.scenario
        calendar = official_calendar(scenario.start, notices=scenario.holidays)
        process = scenario.loads[0].process
        self.clock = Told(calendar.epoch)
        clock: TellsTime = RunningClock(calendar.epoch, *told) if told else self.clock
        self.service = Service(
            lambda: Offices([process], scenario.pools, calendar, seed=scenario.seed),
            Ledger(f"sqlite:///{self.folder / f'ledger-{self.begun}.db'}"),
            clock,
            [APPLICANT, *process.owners],
        )
        self.app = application(self.service, self.keys)
        if isinstance(clock, RunningClock):
            await self.beside.enter_async_context(self._work(self.service, clock))
        return f"http://127.0.0.1:{self.port}"

    @staticmethod
    def _work(service: Service, clock: RunningClock) -> AbstractAsyncContextManager[None]:
        return working(service, clock.real_seconds)(None)

    def work(self, what: str, now: int) -> object:
        """Drive the departments."""
        if self.service is None or self.clock is None:
            raise RuntimeError("nothing was begun")
        self.clock.time = now
        if what == "happen":
            return [job.key for job in self.service.happen(now)]
        if what == "give_out":
            self.service.give_out(now)
            return None
        return self.service.next_time(now)


def main(arguments: list[str]) -> None:
    """Serve the departments of a scenario's first process."""
    scenario, keys, folder = map(Path, arguments)
    read = Scenario.model_validate_json(scenario.read_text(encoding="utf-8"))
    asyncio.run(Program(read, KeyFile(keys), folder).serve())


if __name__ == "__main__":
    main(sys.argv[1:])
