"""The one ruler: measures an event log, live or simulated, against time limits.

A limit in days is measured by the legal clock. ``office_minutes`` (即办) sums the office time from
enabling to completion over the visits, and asks besides that each visit ends on the working day on
which the office could first take it up.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.event import EventLog, LoggedStep
from models.legal_clock import Periods, days_between, excluded_days, stops
from models.limit import Limit
from models.pool import OfficeHours, Pool
from models.process import Process
from models.working_time import DAY, OfficialCalendar, OpenTime

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
Times = npt.NDArray[np.int64]
Rows = npt.NDArray[np.signedinteger]

NEVER = np.iinfo(np.int64).max


@dataclass(frozen=True, eq=False)
class LimitUse:
    """How much of one limit each measured case used.

    ``used``, ``late`` and ``same_day`` go with ``case``; ``used`` is in the limit's own unit;
    ``same_day``: done on the day on which the clock started. ``office_hours``
    and ``calendar_hours`` are the elapsed time of the same period in hours of standard office time
    and of the calendar, stops not taken out. A case that never came to the limit's steps is not
    measured.
    """

    limit: Limit
    case: Times
    used: Floats
    late: Flags
    same_day: Flags
    office_hours: Floats
    calendar_hours: Floats


@dataclass(frozen=True)
class Ruler:
    """What measuring needs besides the log: the official days and the pools' opening times."""

    calendar: OfficialCalendar
    open_times: Mapping[str, OpenTime]

    @classmethod
    def of(cls, calendar: OfficialCalendar, pools: Iterable[Pool]) -> "Ruler":
        """The ruler of these pools: each is open while anybody of it is there."""
        return cls(calendar, {pool.slug: calendar.staffed(pool.hours) for pool in pools})

    @property
    def office(self) -> OpenTime:
        """Standard office time, for steps without a pool and for elapsed office hours."""
        return self.calendar.open_time(OfficeHours())


def measure(
    log: EventLog, process: Process, ruler: Ruler, chosen: Flags | None = None
) -> list[LimitUse]:
    """Measure each limit of ``process``, for all its cases or those ``chosen`` (by case)."""
    own = _Own(log, process.slug, chosen)
    spans = {
        limit.slug: _period(own, limit)
        for limit in process.limits
        if limit.unit != "office_minutes"
    }
    still = _stops(own, list(spans.values()))
    office = ruler.office
    return [
        _days_used(limit, spans[limit.slug], still, ruler.calendar, office)
        if limit.slug in spans
        else _minutes_used(own, limit, ruler)
        for limit in process.limits
    ]


@dataclass(frozen=True, eq=False)
class _Own:
    """The visits of one process's chosen cases."""

    log: EventLog
    process: str
    chosen: Flags | None

    def entries(self, steps: Sequence[str] = ()) -> set[LoggedStep]:
        """The process's steps, or those named."""
        own = {entry for entry in self.log.steps if entry.process == self.process}
        return {entry for entry in own if entry.step in steps} if steps else own

    def rows(self, entries: Collection[LoggedStep]) -> Rows:
        """The visits of these steps, by step."""
        rows = self.log.rows(entries)
        return rows if self.chosen is None else rows[self.chosen[self.log.case[rows]]]


@dataclass(frozen=True, eq=False)
class _Period:
    """Start and end of a limit by case; ``known`` where both exist."""

    start: Times
    end: Times
    known: Flags


def _first(log: EventLog, rows: Rows, times: Rows) -> Times:
    result = np.full(log.cases, NEVER)
    np.minimum.at(result, log.case[rows], times[rows].astype(np.int64))
    return result


def _period(own: _Own, limit: Limit) -> _Period:
    log = own.log
    over = own.rows(own.entries(limit.over))
    end = np.full(log.cases, -1)
    np.maximum.at(end, log.case[over], log.completed[over].astype(np.int64))
    if limit.starts is None:
        start = _first(log, over, log.enabled)
    else:
        rows = own.rows(own.entries([limit.starts.step]))
        if limit.starts.edge == "completed":
            rows = rows[log.outcome[rows] == 0]
        start = _first(log, rows, getattr(log, limit.starts.edge))
    known = (end >= 0) & (start < NEVER) & (start <= end)
    return _Period(np.where(known, start, 0), np.where(known, end, 0), known)


def _stops(own: _Own, periods: Sequence[_Period]) -> Periods:
    """When the clock of each case stands still, as far as any of the periods is concerned."""
    log = own.log
    steps = own.entries()
    counted = own.rows({entry for entry in steps if entry.counts})
    apart = own.rows({entry for entry in steps if not entry.counts})
    away = own.rows(steps)
    away = away[log.enabled[away] > log.ready[away]]
    standing = Periods(
        np.concatenate([log.case[away], log.case[apart]]),
        np.concatenate([log.ready[away], log.enabled[apart]]),
        np.concatenate([log.enabled[away], log.completed[apart]]),
    )
    touched = np.zeros(len(standing), np.bool_)
    for period in periods:
        within = (standing.end > period.start[standing.case]) & (
            standing.start < period.end[standing.case]
        )
        touched |= within & period.known[standing.case]
    standing = standing.chosen(touched)
    if not len(standing):
        return standing
    running = Periods(log.case[counted], log.enabled[counted], log.completed[counted])
    return stops(running, standing)


def _days_used(
    limit: Limit, period: _Period, still: Periods, calendar: OfficialCalendar, office: OpenTime
) -> LimitUse:
    case = np.flatnonzero(period.known)
    used = days_between(calendar, limit.unit, period.start, period.end)
    used -= excluded_days(calendar, limit.unit, still, period.start, period.end)
    start, end = period.start[case], period.end[case]
    return LimitUse(
        limit=limit,
        case=case,
        used=used[case].astype(np.float64),
        late=used[case] > limit.most,
        same_day=used[case] == 0,
        office_hours=(office.clock(end) - office.clock(start)) / 3_600,
        calendar_hours=(end - start) / 3_600,
    )


def _minutes_used(own: _Own, limit: Limit, ruler: Ruler) -> LimitUse:
    log = own.log
    seconds = np.zeros(log.cases)
    elapsed = np.zeros(log.cases)
    visits = np.zeros(log.cases, np.int64)
    other_day = np.zeros(log.cases, np.bool_)
    over = own.entries(limit.over)
    for pool in {entry.pool for entry in over}:
        rows = own.rows({entry for entry in over if entry.pool == pool})
        opened = ruler.office if pool is None else ruler.open_times[pool]
        case, enabled, completed = log.case[rows], log.enabled[rows], log.completed[rows]
        office = opened.clock(completed) - opened.clock(enabled)
        seconds += np.bincount(case, office, log.cases)
        elapsed += np.bincount(case, completed - enabled, log.cases)
        visits += np.bincount(case, minlength=log.cases)
        taken_up = np.minimum(opened.opening(enabled), completed)
        other_day[case[taken_up // DAY != completed // DAY]] = True
    measured = np.flatnonzero(visits)
    minutes = seconds[measured] / 60
    return LimitUse(
        limit=limit,
        case=measured,
        used=minutes,
        late=(minutes > limit.most) | other_day[measured],
        same_day=~other_day[measured],
        office_hours=minutes / 60,
        calendar_hours=elapsed[measured] / 3_600,
    )
