"""Pools of a log: how many people, when they work, and waits that nothing of this explains."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.event import EventLog
from models.pool import OfficeHours, Pool
from models.published import people
from models.working_time import DAY, OfficialCalendar, OpenTime
from simulations.calibration.office import observed_hours

Times = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Staffed:
    """One pool as observed: its visits (rows), people, hours, and its opening by these hours.

    ``named`` says whether the log names people; if not, ``people`` is the most work under way at
    one time, which is a lower bound. ``hours`` is None where there is too little to tell.
    """

    rows: npt.NDArray[np.signedinteger]
    people: int
    named: bool
    hours: OfficeHours | None
    opened: OpenTime


def observed_pools(
    log: EventLog, pools: dict[str, Pool], calendar: OfficialCalendar
) -> dict[str, Staffed]:
    """The pools that a log's steps need, by slug; ``pools`` are those assumed so far."""
    counted = people(log)
    result: dict[str, Staffed] = {}
    for slug, count in counted.items():
        rows = log.rows({entry for entry in log.steps if entry.pool == slug})
        if not len(rows):
            continue
        moments = np.concatenate([log.started[rows], log.completed[rows] - 1]).astype(np.int64)
        hours = observed_hours(moments, calendar)
        named = bool((log.server[rows] >= 0).any())
        number = count if named else most_at_once(log.started[rows], log.completed[rows])
        known = hours or pools[slug].shifts[0].hours
        result[slug] = Staffed(rows, number, named, hours, calendar.open_time(known))
    return result


def most_at_once(started: Times, completed: Times) -> int:
    """How many of these intervals cover one moment at most."""
    _, level = _levels(started, completed)
    return max(1, int(level.max(initial=0)))


def _levels(started: Times, completed: Times) -> tuple[Times, Times]:
    """Moments at which the number of intervals under way changes, and the number from then on."""
    times = np.concatenate([started, completed]).astype(np.int64)
    moves = np.repeat([1, -1], len(started))
    order = np.argsort(times, kind="stable")
    times, level = times[order], np.cumsum(moves[order])
    last = np.concatenate([times[1:] != times[:-1], [True]])
    return times[last], level[last]


def unexplained(log: EventLog, staffed: Staffed, pool: Pool, office: OpenTime) -> Times:
    """Seconds of ``office`` time that each visit waited although somebody was free to take it.

    Somebody is free while fewer visits are under way than there are people, in office hours and,
    if the pool works in batches, from the batch on (Chapela-Campos and Dumas 2022, extraneous
    delays).
    """
    rows = staffed.rows
    times, level = _levels(log.started[rows], log.completed[rows])
    horizon = int(log.completed.max()) + 30 * DAY
    start = np.concatenate([[0], times])
    end = np.append(times, horizon)
    idle = np.concatenate([[True], level < staffed.people]) & (end > start)
    free = _both(OpenTime(*_merged(start[idle], end[idle])), staffed.opened)
    from_then = log.enabled[rows].astype(np.int64) + log.batch[rows]
    if pool.batch is not None and not log.batch[rows].any():
        from_then = _next_batch(from_then, pool, staffed.opened)
    first = np.minimum(free.opening(np.minimum(from_then, horizon - 1)), log.started[rows])
    return office.clock(log.started[rows]) - office.clock(first)


def _merged(start: Times, end: Times) -> tuple[Times, Times]:
    """Ascending intervals that touch, as one."""
    first = np.concatenate([[True], start[1:] > end[:-1]])
    return start[first], end[np.concatenate([first[1:], [True]])]


def _both(one: OpenTime, other: OpenTime) -> OpenTime:
    """When both are open."""
    edges = np.unique(np.concatenate([one.start, one.end, other.start, other.end]))
    start, end = edges[:-1], edges[1:]
    inside = _covers(one, start) & _covers(other, start)
    return OpenTime(*_merged(start[inside], end[inside]))


def _covers(open_time: OpenTime, times: Times) -> npt.NDArray[np.bool_]:
    place = np.searchsorted(open_time.start, times, side="right") - 1
    return (place >= 0) & (times < open_time.end[np.maximum(place, 0)])


def _next_batch(times: Times, pool: Pool, opened: OpenTime) -> Times:
    """The first batch at or after each time, on the days on which the pool opens."""
    if pool.batch is None:
        return times
    days = np.unique(opened.start // DAY)
    batches = (days[:, None] * DAY + np.array(pool.batch.minutes) * 60).ravel()
    place = np.searchsorted(batches, times, side="left")
    return np.where(place < len(batches), batches[np.minimum(place, len(batches) - 1)], times)
