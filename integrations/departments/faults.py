"""Faults on demand: departments that misbehave in the ways that real ones do.

Which calls are hit is drawn by seed and the call's number, so a campaign can be run again. A fault
hits ``share`` of the calls it is for, at most ``times`` times.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import Annotated, Literal, Self

import numpy as np
from pydantic import Field, model_validator
from sqlalchemy.exc import SQLAlchemyError
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integrations.departments.desk import Desk
from integrations.departments.gate import again
from integrations.departments.ledger import Ledger
from integrations.departments.offices import Offices
from integrations.departments.problems import RefusedError, unavailable
from models.base import Model, Slug
from models.draws import uniforms
from models.pool import OfficeHours
from models.said import said
from models.working_time import DAY, OfficialCalendar, OpenTime

Call = Literal["apply", "status", "correct", "document", "verify", "health"]
LOG = logging.getLogger("onething.departments")
KEPT = "faults"
"""The name under which the ledger keeps the faults that were added."""
PARTS = 2
"""Parts of the path of a call on a collection: the department and what is asked for."""


class Fault(Model):
    """One way to misbehave.

    ``error`` answers ``status`` before anything is done, with Retry-After ``seconds``. ``timeout``
    does what is asked, then answers 504 only after ``seconds``. ``slow`` waits ``seconds`` first.
    ``duplicate`` does everything twice, as if the message had been delivered twice. ``restart``
    does what is asked, loses all that is not in the ledger and answers 502. ``closed``: nobody
    comes to work on ``day``. ``department`` and ``calls`` say whom it hits (none: all).
    """

    kind: Literal["error", "timeout", "slow", "duplicate", "restart", "closed"]
    department: Slug | None = None
    calls: tuple[Call, ...] = ()
    share: Annotated[float, Field(ge=0, le=1)] = 1.0
    times: Annotated[int, Field(ge=1)] | None = None
    seconds: Annotated[float, Field(ge=0, le=600)] = 1.0
    status: Literal[429, 500, 502, 503, 504] = 503
    day: date | None = None

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.kind == "closed") != (self.day is not None):
            raise ValueError(
                said("closed 须写明 day，其余故障不写", "`closed` needs its `day`, no other does")
            )
        return self


class FaultPlan(Model):
    """The faults of a file; ``seed`` decides which calls they hit."""

    seed: int = 1
    faults: tuple[Fault, ...] = ()


class StandingFault(Model):
    """A fault that is in force: its number, and how often it has struck so far."""

    id: int
    fault: Fault
    hits: int = 0


class KeptFaults(Model):
    """What the ledger keeps: the faults that were added, and the first number that none had."""

    standing: tuple[StandingFault, ...] = ()
    unused: int = 0


@dataclass
class Faults:
    """The faults in force, by number: those of a plan, and those that are added later.

    The latter are kept in the ``ledger`` and outlast a restart; those of the plan come anew with
    it. SQLAlchemyError if one is added or ended and the ledger is away; nothing is then changed.
    """

    plan: FaultPlan = field(default_factory=FaultPlan)
    ledger: Ledger | None = None
    calls: int = 0
    standing: dict[int, StandingFault] = field(init=False)
    unused: int = field(init=False)

    def __post_init__(self) -> None:
        """Begin with the plan's faults, numbered from 0, and with those of the ledger."""
        faults = self.plan.faults
        self.standing = {n: StandingFault(id=n, fault=fault) for n, fault in enumerate(faults)}
        content = None if self.ledger is None else self.ledger.setting(KEPT)
        kept = KeptFaults.model_validate(content or {})
        self.unused = max(len(faults), kept.unused)
        for standing in kept.standing:
            number = standing.id
            if number < len(faults):  # the plan has grown since
                number, self.unused = self.unused, self.unused + 1
            self.standing[number] = standing.changed(id=number)

    def add(self, fault: Fault) -> StandingFault:
        """Put a fault in force, under a number that none had before."""
        standing = StandingFault(id=self.unused, fault=fault)
        self._change({**self.standing, standing.id: standing}, self.unused + 1)
        return standing

    def end(self, number: int) -> StandingFault | None:
        """Take a fault out of force; None if there is none of that number."""
        ended = self.standing.get(number)
        if ended is not None:
            left = {n: standing for n, standing in self.standing.items() if n != number}
            self._change(left, self.unused)
        return ended

    def _change(self, standing: dict[int, StandingFault], unused: int) -> None:
        if self.ledger is not None:
            added = tuple(f for n, f in standing.items() if n >= len(self.plan.faults))
            kept = KeptFaults(standing=added, unused=unused)
            self.ledger.keep(KEPT, kept.model_dump(mode="json"))
        self.standing, self.unused = standing, unused

    def strike(self, department: str, call: Call) -> list[Fault]:
        """The faults that hit this call, in the order of their numbers."""
        self.calls += 1
        if not self.standing:
            return []
        drawn = uniforms(self.unused, self.plan.seed, "fault", self.calls)
        struck: dict[int, StandingFault] = {}
        for number, standing in self.standing.items():
            fault = standing.fault
            if fault.kind == "closed" or drawn[number] >= fault.share:
                continue
            is_meant = fault.department in {None, department} and call in (fault.calls or {call})
            if is_meant and standing.hits < (fault.times or self.calls):
                struck[number] = standing.changed(hits=standing.hits + 1)
        self._count(struck)
        return [standing.fault for standing in struck.values()]

    def _count(self, struck: dict[int, StandingFault]) -> None:
        counted = {**self.standing, **struck}
        if all(number < len(self.plan.faults) for number in struck):
            self.standing = counted  # the ledger keeps none of these
            return
        try:
            self._change(counted, self.unused)
        except SQLAlchemyError as error:
            LOG.warning("faults: not counted in the ledger: %s", type(error).__name__)
            self.standing = counted

    def closed_days(self, department: str) -> list[date]:
        """The days on which nobody of a department comes to work."""
        faults = [standing.fault for standing in self.standing.values()]
        return [f.day for f in faults if f.day and f.department in {None, department}]


class FaultyDepartments:
    """ASGI middleware behind the gate, so that what is done twice was let in once."""

    def __init__(self, app: ASGIApp, faults: Faults, restart: Callable[[], None]) -> None:
        self.app = app
        self.faults = faults
        self.restart = restart

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Do the call, or what a fault makes of it."""
        if scope["type"] != "http" or (call := call_of(scope)) is None:
            await self.app(scope, receive, send)
            return
        struck = {fault.kind: fault for fault in self.faults.strike(*call)}
        body: bytes = scope["state"]["body"]
        if slow := struck.get("slow"):
            await asyncio.sleep(slow.seconds)
        if error := struck.get("error"):
            await _answer(_error(error), scope, receive, send)
            return
        if "duplicate" in struck:
            await self.app(dict(scope), again(body, receive), _unheard)
        if not struck.keys() & {"timeout", "restart"}:
            await self.app(scope, again(body, receive), send)
            return
        await self.app(dict(scope), again(body, receive), _unheard)
        if timeout := struck.get("timeout"):
            await asyncio.sleep(timeout.seconds)
        if "restart" in struck:
            self.restart()
        status = 502 if "restart" in struck else 504
        detail = said("部门没有答复（故障演练）", "the department gave no answer (fault on demand)")
        await _answer(RefusedError(status, "no-answer", detail), scope, receive, send)


async def _answer(refused: RefusedError, scope: Scope, receive: Receive, send: Send) -> None:
    await refused.response(scope["path"])(scope, receive, send)


async def _unheard(_: Message) -> None:
    """An answer that nobody hears."""


def _error(fault: Fault) -> RefusedError:
    detail = said("部门系统故障（故障演练）", "the department's system failed (fault on demand)")
    after = unavailable(detail, int(np.ceil(fault.seconds)))
    return RefusedError(fault.status, "fault", detail, headers=after.headers)


def call_of(scope: Scope) -> tuple[str, Call] | None:
    """The department and the call of a request, or None if it is no call."""
    parts = scope["path"].strip("/").split("/")
    calls: dict[tuple[str, int, str], Call] = {
        ("POST", 2, "applications"): "apply",
        ("GET", 3, "applications"): "status",
        ("POST", 4, "applications"): "correct",
        ("GET", 3, "documents"): "document",
        ("POST", 3, "documents"): "verify",
        ("GET", 2, "health"): "health",
    }
    if len(parts) < PARTS:
        return None
    call = calls.get((scope["method"], len(parts), parts[1]))
    return None if call is None else (parts[0], call)


@dataclass(frozen=True, eq=False)
class ClosedCalendar(OfficialCalendar):
    """A calendar with days on which nobody of a certain department comes to work."""

    closed: tuple[date, ...] = ()

    def open_time(self, hours: OfficeHours) -> OpenTime:
        """The open intervals of an office with these hours, without the closed days."""
        opened = super().open_time(hours)
        for day in self.closed:
            opened = _without(opened, self.place(day) * DAY)
        return opened


def _without(opened: OpenTime, midnight: int) -> OpenTime:
    start = np.concatenate([opened.start, np.maximum(opened.start, midnight + DAY)])
    end = np.concatenate([np.minimum(opened.end, midnight), opened.end])
    kept = start < end
    order = np.argsort(start[kept], kind="stable")
    return OpenTime(start[kept][order], end[kept][order])


def close(offices: Offices, faults: Faults) -> Offices:
    """The same offices, with the ``closed`` faults' departments shut on their days.

    CalendarError if a day is not in the calendar.
    """
    calendar = offices.calendar
    for slug, desk in offices.desks.items():
        if days := faults.closed_days(desk.pool.department):
            shut = ClosedCalendar(calendar.first, calendar.working, tuple(days))
            offices.desks[slug] = Desk(desk.pool, shut)
    return offices
