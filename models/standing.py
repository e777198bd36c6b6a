"""How an open case stands against its limits at this moment, by the one ruler.

The visits in flight are measured as if they ended now. A step that is still to come lets its
limits run on to now as well, unless the case passes it by.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from models.condition import performed
from models.event import EventLog, LoggedStep, StepEvent
from models.limit import Limit
from models.process import Process
from models.timing import Ruler, measure

if TYPE_CHECKING:
    from models.condition import Values

WARNED_AT = 0.8
"""Share of a limit after which a case is marked before it is late (an assumption of ours)."""

State = Literal["running", "warned", "breached"]


@dataclass(frozen=True)
class Flight:
    """A visit in flight: ready, and enabled unless the applicant has yet to come."""

    step: str
    visit: int
    ready: datetime
    enabled: datetime | None


@dataclass(frozen=True)
class Standing:
    """How much of a limit an open case has used, in the limit's own unit."""

    limit: Limit
    used: float
    state: State

    @property
    def left(self) -> float:
        """What is left of the limit; negative once it is breached."""
        return self.limit.most - self.used


def standings(
    process: Process,
    values: Values,
    finished: Sequence[StepEvent],
    flights: Iterable[Flight],
    now: datetime,
    ruler: Ruler,
) -> list[Standing]:
    """Each limit of an open case whose clock has begun to run.

    ``values`` are the case's attributes; all times have their offset.
    """
    events = [event.changed(case=0, previous=None) for event in finished]
    events += [_until(process, flight, now) for flight in flights]
    events.sort(key=lambda event: event.ready)
    found: list[Standing] = []
    for limit in process.limits:
        log = _log(process, [*events, *_to_come(process, values, limit, events, now)], ruler)
        use = measure(log, process.changed(limits=(limit,)), ruler)[0]
        if use.case.size:
            used, late = float(use.used[0]), bool(use.late[0])
            found.append(Standing(limit, used, _state(limit, used, late=late)))
    return found


def _state(limit: Limit, used: float, *, late: bool) -> State:
    if late:
        return "breached"
    return "warned" if used >= WARNED_AT * limit.most else "running"


def _log(process: Process, events: list[StepEvent], ruler: Ruler) -> EventLog:
    steps = tuple(LoggedStep.of(process.slug, step) for step in process.steps)
    return EventLog.of(events, steps, ruler.calendar.epoch)


def _until(process: Process, flight: Flight, now: datetime) -> StepEvent:
    """The visit as if it ended now; an applicant who has yet to come holds it until now.

    Whether work has begun is the department's knowledge; it is taken to have begun at once.
    """
    enabled = now if flight.enabled is None else flight.enabled
    return _event(process, flight.step, flight.visit, flight.ready, enabled, now)


def _to_come(
    process: Process, values: Values, limit: Limit, events: list[StepEvent], now: datetime
) -> list[StepEvent]:
    """An instant's visit of a step of the limit that is still to come, if there is one."""
    seen = {event.step for event in events}
    own = limit.over or tuple(process.after)
    if limit.starts is None and seen.isdisjoint(own):
        return []
    for slug in own:
        if slug not in seen and performed(process.step(slug).when, slug, values):
            return [_event(process, slug, 0, now, now, now)]
    return []


def _event(
    process: Process, step: str, visit: int, ready: datetime, enabled: datetime, now: datetime
) -> StepEvent:
    return StepEvent(
        case=0,
        process=process.slug,
        step=step,
        visit=visit,
        owner=process.step(step).owner,
        resource=None,
        ready=ready,
        enabled=enabled,
        started=enabled,
        completed=now,
        outcome="done",
        work=0,
    )
