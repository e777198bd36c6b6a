"""One case out of a log: which one, its visits cut into pieces by cause, its deadlines."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from models.base import whole_number
from models.errors import CalendarError
from models.event import COLUMNS, EventLog
from models.legal_clock import days_between
from models.limit import Limit
from models.pool import Pool
from models.process import Process
from models.timing import LimitUse, Ruler, measure
from models.working_time import DAY, OpenTime

Times = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Piece:
    """A stretch of one visit and what it was spent on, in seconds since the epoch."""

    start: int
    end: int
    cause: str


@dataclass(frozen=True)
class Deadline:
    """A limit in days as it applies to the case: the last day, and how much was used."""

    limit: Limit
    last: date
    used: float
    late: bool


def typical_case(log: EventLog, process: str) -> int | None:
    """The case of the process whose time from arrival to the last completion is the median."""
    own = log.where(entry.process == process for entry in log.steps)
    case = log.case[own]
    if not len(case):
        return None
    start = np.full(log.cases, np.iinfo(np.int64).max)
    end = np.full(log.cases, -1)
    np.minimum.at(start, case, log.ready[own].astype(np.int64))
    np.maximum.at(end, case, log.completed[own].astype(np.int64))
    there = np.flatnonzero(end >= 0)
    order = there[np.argsort(end[there] - start[there], kind="stable")]
    return int(order[len(order) // 2])


def one_case(log: EventLog, case: int) -> EventLog:
    """The log of that case alone, numbered 0."""
    rows = np.flatnonzero(log.case == case)
    columns = {name: getattr(log, name)[rows] for name in COLUMNS}
    columns["case"] = np.zeros(len(rows), np.int64)
    places = {int(row): n for n, row in enumerate(rows)}
    previous = [places.get(int(row), -1) for row in columns["previous"]]
    columns["previous"] = np.array(previous, np.int64)
    return replace(log, **columns, known=None)


def pieces(log: EventLog, row: int, pools: Sequence[Pool], ruler: Ruler) -> list[Piece]:
    """The visit from ready to completed, cut where the cause changes."""
    entry = log.steps[int(log.step[row])]
    ready, enabled, started, completed = (
        int(column[row]) for column in (log.ready, log.enabled, log.started, log.completed)
    )
    found = [Piece(ready, enabled, "applicant")]
    if entry.pool is None:
        causes = {"automatic": "work", "wait": "external", "applicant": "applicant"}
        found.append(Piece(started, completed, causes[entry.kind]))
    else:
        released = enabled + int(log.batch[row])
        found.append(Piece(enabled, released, "batch"))
        opened = ruler.open_times[entry.pool]
        queued = int(log.queue[row])
        for begin, end, is_open in _stretches(opened, released, started):
            found += _waited(begin, end, queued, is_open=is_open)
            queued -= (end - begin) if is_open else 0
        hours = _own_hours(log, row, entry.pool, pools, ruler) or opened
        found += [
            Piece(begin, end, "work" if is_open else "closed")
            for begin, end, is_open in _stretches(hours, started, completed)
        ]
    return [piece for piece in found if piece.end > piece.start]


def _waited(begin: int, end: int, queued: int, *, is_open: bool) -> list[Piece]:
    """Open time waited is first the queue, then being overtaken."""
    if not is_open:
        return [Piece(begin, end, "closed")]
    turn = min(max(begin + queued, begin), end)
    return [Piece(begin, turn, "queue"), Piece(turn, end, "priority")]


def _own_hours(
    log: EventLog, row: int, pool: str, pools: Sequence[Pool], ruler: Ruler
) -> OpenTime | None:
    """The office hours of the person who did the visit, if the log names one of the pool."""
    server = int(log.server[row])
    name, _, digits = log.resources[server].rpartition("#") if server >= 0 else ("", "", "")
    number = whole_number(digits) or 0
    for known in pools:
        if known.slug == pool == name and 0 < number <= known.count:
            return ruler.calendar.open_time(known.hours[number - 1])
    return None


def _stretches(opened: OpenTime, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """The time from start to end, cut into open and closed stretches."""
    here = start
    for place in range(int(np.searchsorted(opened.end, start, side="right")), len(opened.end)):
        begin, close = int(opened.start[place]), int(opened.end[place])
        if begin >= end:
            break
        if begin > here:
            yield here, begin, False
        yield max(begin, here), min(close, end), True
        here = min(close, end)
    if here < end:
        yield here, end, False


def deadlines(log: EventLog, process: Process, ruler: Ruler) -> list[Deadline]:
    """The day limits that apply to the one case of ``log``, each with its last day.

    Days on which the clock stood still are added to the limit.
    """
    found = []
    for use in measure(log, process, ruler):
        if use.limit.unit == "office_minutes" or not len(use.case):
            continue
        last = _last_day(log, process, use, ruler)
        if last is not None:
            found.append(Deadline(use.limit, last, float(use.used[0]), bool(use.late[0])))
    return found


def _last_day(log: EventLog, process: Process, use: LimitUse, ruler: Ruler) -> date | None:
    limit = use.limit
    names = {entry.step: n for n, entry in enumerate(log.steps) if entry.process == process.slug}
    over = np.isin(log.step, [names[slug] for slug in limit.over or names])
    start = int(log.enabled[over].min())
    if limit.starts is not None:
        rows = log.step == names[limit.starts.step]
        if limit.starts.edge == "completed":
            rows &= log.outcome == 0
        start = int(getattr(log, limit.starts.edge)[rows].min())
    end = int(log.completed[over].max())
    span = days_between(ruler.calendar, limit.unit, np.array([start]), np.array([end]))
    allowed = int(limit.most) + int(span[0] - use.used[0])
    first = ruler.calendar.first + timedelta(days=start // DAY)
    if limit.unit == "calendar_days":
        return first + timedelta(days=allowed)
    try:
        return ruler.calendar.nth_working_day(first, allowed)
    except CalendarError:
        return None
