"""One case on its way through the departments, without an orchestrator.

``flows.live.flow`` wraps a run in a Prefect flow and each visit in a task; the rules are here. What
a case has done is in the event store alone: run again after a crash, the visits that ended are read
back, the ones in flight are asked for with the same key, and the department does nothing twice.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Protocol

from integrations.departments.clock import OfficialClock
from integrations.departments.contract import (
    APPLICANT,
    Application,
    ApplicationState,
    Corrected,
)
from integrations.departments.job import Purpose
from integrations.store.patience import patiently
from integrations.store.records import Document
from models.errors import DepartmentUnavailableError
from models.event import StepEvent
from models.process import Process
from models.routing import Ready, Routing, Visit

if TYPE_CHECKING:
    from integrations.store.store import Store
    from models.condition import Values

AT_ONCE = 0.1
"""Real seconds for which a new application may be kept unanswered, in case it is over at once.

A longer wait is asked for only when it is written down that the department was asked."""
Perform = Callable[[Ready], Awaitable[StepEvent | None]]
"""Does one visit; None if it still waits for a department when patience is at an end."""


class Counter(Protocol):
    """The departments' counters, as a case sees them."""

    async def apply(
        self, department: str, key: str, application: Application, wait: float = 0
    ) -> ApplicationState:
        """Hand in an application; the same key again is the same application.

        It is kept for so many seconds in case it is over at once.
        """
        ...

    async def status(self, department: str, identity: str, wait: float = 0) -> ApplicationState:
        """How far an application is; kept for so many seconds unless it is over."""
        ...


def request_key(case: str, step: str, visit: int, purpose: Purpose) -> str:
    """The idempotency key of what is asked for a visit."""
    return f"{case}/{step}/{visit}/{purpose}"


@dataclass(frozen=True, eq=False)
class LiveCase:
    """A case: its name, its number within its run (from 0), its process and what it is like."""

    id: str
    run: int
    number: int
    process: Process
    values: Values
    rank: int = 0


@dataclass(eq=False)
class CaseRun:
    """The case under way. ``patience``: real seconds to wait for departments, None for ever."""

    case: LiveCase
    store: Store
    counter: Counter
    clock: OfficialClock
    patience: float | None = None
    moved: float = field(default_factory=monotonic)
    waiting: set[Visit] = field(default_factory=set)
    tickets: dict[Visit, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read back what the case has done so far."""
        self.routing = Routing(self.case.process, self.case.values)
        history = self.store.history(self.case.id)
        self.finished = {(event.step, event.visit): event for event in history.events}
        self.flights = {(flight.step, flight.visit): flight for flight in history.in_flight}

    async def run(self, perform: Perform, arrival: int = -1) -> bool:
        """Go on until the case is over (True), or until it only waits for departments (False).

        ``arrival`` is the ticket under which the clock let the case arrive.
        """
        try:
            async with asyncio.TaskGroup() as visits:
                self._launch(self.routing.begin(), perform, visits)
                self.clock.end(arrival)
        finally:
            self.clock.end(arrival)
        if self.waiting:
            return False
        closed = self.moment(self.clock.now())
        await patiently(self.store, lambda: self.store.close_case(self.case.id, "done", closed))
        return True

    def _launch(self, ready: list[Ready], perform: Perform, visits: asyncio.TaskGroup) -> None:
        for entry, ticket in zip(ready, self.clock.begin(len(ready)), strict=True):
            self.tickets[entry.key] = ticket
            visits.create_task(self._follow(entry, perform, visits))

    async def _follow(self, ready: Ready, perform: Perform, visits: asyncio.TaskGroup) -> None:
        """One visit, and then those that it makes ready."""
        try:
            event = self.finished.get(ready.key) or await perform(ready)
            if event is None:
                self.waiting.add(ready.key)
                return
            correction = event.outcome == "correction"
            following = self.routing.ended(*ready.key, correction=correction)
            self._launch(following, perform, visits)
        finally:
            self.clock.end(self.tickets[ready.key])

    async def visit(self, ready: Ready) -> StepEvent | None:
        """Ask the owner for the visit and write down what came of it.

        None if it waits: for the department's work, or for the department, when it is away.
        """
        try:
            return await self._visit(ready)
        except DepartmentUnavailableError:
            if self.patience is None:
                raise
            return None

    async def _visit(self, ready: Ready) -> StepEvent | None:
        ticket = self.tickets[ready.key]
        await self.clock.turn(ticket)
        now = self.moment(self.clock.now())
        since, enabled = await patiently(self.store, lambda: self._begun(ready, now))
        if enabled is None and not await self._applicant(ready, ticket):
            return None
        state = await self._apply(ready.step.owner, ready, self._application(ready))
        if enabled is None and not state.over:
            noted = partial(self.store.visit_enabled, enabled=state.enabled, application=state.id)
            await patiently(self.store, lambda: noted(self.case.id, *ready.key))
        over = await self._answer(state, ticket)
        if not over.over:
            return None
        return await patiently(self.store, lambda: self._record(ready, since, over))

    def _begun(self, ready: Ready, now: datetime) -> tuple[datetime, datetime | None]:
        """When the visit became ready and was enabled; written down when it is new."""
        flight = self.flights.get(ready.key)
        if flight is not None:
            return flight.ready, flight.enabled
        self.store.visit_ready(
            self.case.id, *ready.key, owner=ready.step.owner, ready=now, previous=ready.previous
        )
        return now, None

    async def _applicant(self, ready: Ready, ticket: int) -> bool:
        """Whether the applicant has done his part before the visit."""
        corrects = None
        if ready.correction and ready.previous is not None:
            corrects = Corrected(step=ready.previous[0], visit=ready.previous[1])
        elif ready.step.visit is None:
            return True
        purpose: Purpose = "attend" if corrects is None else "correct"
        application = self._application(ready).changed(purpose=purpose, corrects=corrects)
        state = await self._apply(APPLICANT, ready, application)
        return (await self._answer(state, ticket)).over

    async def _apply(self, owner: str, ready: Ready, application: Application) -> ApplicationState:
        key = self.key(ready, application.purpose)
        return await self.counter.apply(owner, key, application, min(AT_ONCE, self._hold()))

    async def _answer(self, state: ApplicationState, ticket: int) -> ApplicationState:
        """The state once the department is done, or when patience is at an end."""
        while not state.over and not self._impatient():
            await self.clock.pause(ticket, state.id)
            state = await self.counter.status(state.department, state.id, self._hold())
        if state.over:
            self.moved = monotonic()
        return state

    def _hold(self) -> float:
        """How long the department may keep the question, in real seconds."""
        if self.patience is None:
            return self.clock.hold
        left = self.patience - (monotonic() - self.moved)
        return max(0.0, min(self.clock.hold, left))

    def _impatient(self) -> bool:
        return self.patience is not None and monotonic() - self.moved > self.patience

    def _record(self, ready: Ready, since: datetime, state: ApplicationState) -> StepEvent:
        if state.started is None or state.completed is None:
            raise ValueError(f"application {state.id} is over but has no times")
        event = StepEvent(
            case=self.case.number,
            process=self.case.process.slug,
            step=ready.step.slug,
            visit=ready.visit,
            owner=ready.step.owner,
            resource=state.resource,
            ready=since,
            enabled=state.enabled,
            started=state.started,
            completed=state.completed,
            outcome="correction" if state.status == "correction_required" else "done",
            work=state.work or 0,
            batch=state.batch,
            queue=state.queue,
            priority=state.priority,
        )
        documents = [
            Document(
                number=issued.number,
                case=self.case.id,
                step=ready.step.slug,
                kind=issued.kind.zh,
                owner=issued.department,
                issued=issued.issued,
                digest=issued.digest,
            )
            for issued in state.documents
        ]
        self.store.record(self.case.id, event, application=state.id, documents=documents)
        return event

    def _application(self, ready: Ready) -> Application:
        case = self.case
        return Application(
            case=case.id,
            number=case.number,
            process=case.process.slug,
            step=ready.step.slug,
            visit=ready.visit,
            rank=case.rank,
            materials=tuple(material.slug for material in ready.step.materials),
            attributes={
                attribute.slug: case.values[attribute.slug] for attribute in case.process.attributes
            },
        )

    def key(self, ready: Ready, purpose: Purpose) -> str:
        """The idempotency key of what is asked for this visit."""
        return request_key(self.case.id, *ready.key, purpose)

    def moment(self, official: int) -> datetime:
        """An official second as a moment."""
        return self.clock.epoch + timedelta(seconds=official)
