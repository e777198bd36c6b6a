"""The official clock of live runs: it runs with the wall's, faster, or skips what nobody waits for.

Official time is whole seconds since the calendar's epoch (local midnight of its first day).

A live case tells the clock of every visit it is busy with: ``begin`` when visits become ready,
``turn`` before a visit acts, ``pause`` while it waits for a department, ``end`` when it is over.
On the running clock these cost nothing. The skipping clock moves on only when every visit waits, as
the test environment of durable-execution engines does, and lets visits act one at a time in the
order in which they became ready; so a run on it is a function of its cases.
"""

from __future__ import annotations

import asyncio
import heapq
import time
from collections.abc import Callable, Coroutine, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from models.errors import SimulationError
from models.said import said


class OfficialClock(Protocol):
    """What a live case and a department need of a clock."""

    epoch: datetime

    @property
    def hold(self) -> float:
        """Real seconds for which a department may keep a question until it can answer."""
        ...

    def now(self) -> int:
        """Official time, seconds since ``epoch``."""
        ...

    def begin(self, visits: int) -> list[int]:
        """So many visits have become ready; their tickets, in order."""
        ...

    async def turn(self, ticket: int) -> None:
        """Return when it is the visit's turn to act."""
        ...

    async def pause(self, ticket: int, application: str) -> None:
        """Return when the application's state may have changed."""
        ...

    def end(self, ticket: int) -> None:
        """The visit is over and its followers are begun; once more does no harm."""
        ...


@dataclass
class RunningClock:
    """Official time runs ``speed`` times as fast as the wall's.

    ``started`` is the official second at the wall time ``origin`` (seconds since 1970, UTC), so
    that several programs that are told the same numbers have the same official time.
    """

    epoch: datetime
    started: int
    origin: float
    speed: float = 1.0
    hold: float = 10.0
    tickets: int = 0

    @classmethod
    def real(cls, epoch: datetime) -> RunningClock:
        """The wall's own time."""
        return cls(epoch, 0, epoch.timestamp())

    @classmethod
    def starting(cls, epoch: datetime, official: int, speed: float) -> RunningClock:
        """A clock that shows ``official`` now."""
        return cls(epoch, official, time.time(), speed)

    def now(self) -> int:
        """Official time, seconds since ``epoch``."""
        return self.started + int((time.time() - self.origin) * self.speed)

    def real_seconds(self, official: float) -> float:
        """How long so many official seconds take."""
        return official / self.speed

    def begin(self, visits: int) -> list[int]:
        """Tickets in order; nothing waits for them."""
        self.tickets += visits
        return list(range(self.tickets - visits, self.tickets))

    async def turn(self, ticket: int) -> None:
        """It is always everybody's turn."""

    async def pause(self, ticket: int, application: str) -> None:
        """The department keeps the next question for a while; nothing to wait for here."""

    def end(self, ticket: int) -> None:
        """Nothing waits for the visit."""


class Keyed(Protocol):
    """A piece of work, known by the id of its application."""

    @property
    def key(self) -> str:
        """The application's id."""
        ...


class Works(Protocol):
    """Who does the work while time is skipped: the mock departments."""

    def happen(self, now: int) -> Sequence[Keyed]:
        """What is over by now."""
        ...

    def give_out(self, now: int) -> object:
        """Begin what can begin now."""
        ...

    def next_time(self, now: int) -> int | None:
        """When something happens next."""
        ...


Arrival = tuple[int, Callable[[int], Coroutine[object, object, object]]]
"""When a case arrives, and what runs it; that is given the case's first ticket."""


@dataclass
class SkippingClock:
    """Official time jumps to the next thing that happens once every visit waits."""

    epoch: datetime
    works: Works | None = None
    """The departments; set before ``drive``."""
    time: int = 0
    tickets: int = 0
    acting: set[int] = field(default_factory=set)
    """Visits that are doing something now; time stands still until there are none."""
    turns: list[tuple[int, asyncio.Future[None]]] = field(default_factory=list)
    parked: dict[str, tuple[int, asyncio.Future[None]]] = field(default_factory=dict)
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    cases: set[asyncio.Task[object]] = field(default_factory=set)
    failed: asyncio.Task[object] | None = None

    @property
    def hold(self) -> float:
        """Nothing: when a visit goes on, its application is over."""
        return 0

    def now(self) -> int:
        """Official time, seconds since ``epoch``."""
        return self.time

    def begin(self, visits: int) -> list[int]:
        """Time stands still until each of these visits waits or is over."""
        tickets = list(range(self.tickets, self.tickets + visits))
        self.tickets += visits
        self.acting.update(tickets)
        self.idle.clear()
        return tickets

    async def turn(self, ticket: int) -> None:
        """Wait until the visits that became ready before this one have acted."""
        future = asyncio.get_running_loop().create_future()
        heapq.heappush(self.turns, (ticket, future))
        await self._wait(ticket, future)

    async def pause(self, ticket: int, application: str) -> None:
        """Wait until the department is done with the application."""
        future = asyncio.get_running_loop().create_future()
        self.parked[application] = (ticket, future)
        await self._wait(ticket, future)

    async def _wait(self, ticket: int, future: asyncio.Future[None]) -> None:
        self.end(ticket)
        await future

    def end(self, ticket: int) -> None:
        """The visit is over."""
        self.acting.discard(ticket)
        if not self.acting:
            self.idle.set()

    async def drive(self, arrivals: Iterable[Arrival]) -> None:
        """Let cases arrive at their times (ascending) and skip from one event to the next.

        Returns when all cases are over. Raises what a case raised, and SimulationError if cases
        wait for something that never happens.
        """
        if self.works is None:
            raise ValueError("the clock needs departments that work")
        coming = list(arrivals)[::-1]
        try:
            while (later := self._next(self.works, coming)) is not None:
                self.time = later
                await self._instant(self.works, coming)
            await self._settled()
        finally:
            await self._stop()

    def _next(self, works: Works, coming: list[Arrival]) -> int | None:
        times = [coming[-1][0]] if coming else []
        upcoming = works.next_time(self.time)
        return min([*times, *([] if upcoming is None else [upcoming])], default=None)

    async def _instant(self, works: Works, coming: list[Arrival]) -> None:
        """Everything of one instant: visits in turn, then what is over, then arrivals."""
        over: list[tuple[int, asyncio.Future[None]]] = []
        while True:
            await self._quiet()
            for job in works.happen(self.time):
                if job.key in self.parked:
                    heapq.heappush(over, self.parked.pop(job.key))
            if self.turns:
                self._resume(heapq.heappop(self.turns))
            elif over:
                self._resume(heapq.heappop(over))
            elif coming and coming[-1][0] == self.time:
                self._arrive(coming.pop()[1])
            else:
                break
        works.give_out(self.time)

    def _resume(self, entry: tuple[int, asyncio.Future[None]]) -> None:
        ticket, future = entry
        self.acting.add(ticket)
        self.idle.clear()
        future.set_result(None)

    def _arrive(self, start: Callable[[int], Coroutine[object, object, object]]) -> None:
        (ticket,) = self.begin(1)
        task = asyncio.create_task(start(ticket))
        self.cases.add(task)
        task.add_done_callback(self._left)

    def _left(self, task: asyncio.Task[object]) -> None:
        self.cases.discard(task)
        if not task.cancelled() and task.exception() is not None and self.failed is None:
            self.failed = task
            self.idle.set()

    async def _quiet(self) -> None:
        """Wait until every visit waits, or a case fails."""
        if self.acting:
            await self.idle.wait()
        if self.failed is not None:
            await self.failed

    async def _settled(self) -> None:
        """Nothing more happens: let the cases finish."""
        waiting = len(self.parked)
        if waiting:
            raise SimulationError(
                said(f"有{waiting}个申请一直没有办结", f"{waiting} applications are never done")
            )
        await asyncio.gather(*self.cases)

    async def _stop(self) -> None:
        left = [task for task in self.cases if not task.done()]
        for task in left:
            task.cancel()
        await asyncio.gather(*left, return_exceptions=True)
