"""Event logs written by hand: one line a visit."""

from collections.abc import Sequence
from datetime import datetime

from models.event import EventLog, LoggedStep, StepEvent
from models.process import Process
from models.working_time import CHINA, OfficialCalendar


def at(text: str) -> datetime:
    """A moment such as ``2023-01-20 09:30`` in local time."""
    return datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=CHINA)


def visit(  # noqa: PLR0913 - one parameter a column
    process: Process,
    step: str,
    times: tuple[str, str, str],
    *,
    case: int = 0,
    ready: str | None = None,
    number: int = 0,
    corrected: bool = False,
    previous: int | None = None,
    work: int | None = None,
    waits: tuple[int, int, int] = (0, 0, 0),
) -> StepEvent:
    """One visit from enabled, started, completed; ready is enabled unless said otherwise.

    ``waits`` are seconds of batch, queue and priority.
    """
    enabled, started, completed = (at(text) for text in times)
    owner = process.step(step).owner
    net = (completed - started).total_seconds() if work is None else work
    return StepEvent(
        case=case,
        process=process.slug,
        step=step,
        visit=number,
        owner=owner,
        resource=f"{owner}#1",
        ready=at(ready) if ready else enabled,
        enabled=enabled,
        started=started,
        completed=completed,
        outcome="correction" if corrected else "done",
        work=round(net),
        batch=waits[0],
        queue=waits[1],
        priority=waits[2],
        previous=previous,
    )


def log_of(process: Process, events: Sequence[StepEvent], calendar: OfficialCalendar) -> EventLog:
    """The log of these visits."""
    steps = tuple(LoggedStep.of(process.slug, step) for step in process.steps)
    return EventLog.of(events, steps, calendar.epoch)
