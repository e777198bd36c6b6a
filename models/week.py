"""How busy each pool is over the week, by weekday and hour of the day."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.event import EventLog
from models.pool import Pool
from models.timing import Ruler
from models.working_time import DAY, OpenTime

Floats = npt.NDArray[np.float64]
Times = npt.NDArray[np.int64]

HOUR = 3_600
HOURS, DAYS = 24, 7


@dataclass(frozen=True, eq=False)
class Week:
    """Person-seconds worked and available, by weekday (Monday first) and hour: 7 x 24 each."""

    pool: str
    worked: Floats
    available: Floats

    @property
    def utilisation(self) -> Floats:
        """The share of available time that was worked; NaN where nobody was ever there."""
        shape = self.worked.shape
        nowhere: Floats = np.full(shape, np.nan)
        np.divide(self.worked, self.available, nowhere, where=self.available > 0)
        return nowhere


def weeks(log: EventLog, pools: Sequence[Pool], ruler: Ruler) -> list[Week]:
    """Each pool's week, over the days from the log's first arrival to its last.

    Work counts in each person's office hours only, as in ``models.figures``.
    """
    if not len(log):
        return []
    arrival = np.full(log.cases, np.iinfo(np.int64).max)
    np.minimum.at(arrival, log.case, log.ready.astype(np.int64))
    first, last = int(arrival.min()) // DAY, int(arrival.max()) // DAY + 1
    result, server = [], 0
    for pool in pools:
        rows = log.rows({entry for entry in log.steps if entry.pool == pool.slug})
        worked, available = np.zeros((DAYS, HOURS)), np.zeros((DAYS, HOURS))
        for shift in pool.shifts:
            opened = ruler.calendar.open_time(shift.hours)
            edges = opened.clock(np.arange(first * HOURS, last * HOURS + 1) * HOUR)
            here = rows[(log.server[rows] >= server) & (log.server[rows] < server + shift.count)]
            busy = _by_hour(opened, edges, log.started[here], log.completed[here])
            worked += _folded(busy, ruler, first)
            available += shift.count * _folded(np.diff(edges).astype(np.float64), ruler, first)
            server += shift.count
        result.append(Week(pool.slug, worked, available))
    return result


def _by_hour(
    opened: OpenTime,
    edges: Times,
    start: npt.NDArray[np.signedinteger],
    end: npt.NDArray[np.signedinteger],
) -> Floats:
    """Open seconds of the intervals within each hour.

    ``edges`` is the open clock at the hours' borders. A moment contributes what of each hour lies
    before it; an interval is the difference of its two moments.
    """
    return _before(opened.clock(end), edges) - _before(opened.clock(start), edges)


def _before(moments: Times, edges: Times) -> Floats:
    """Summed over the moments of the open clock, how much of each hour lies before them."""
    length = np.diff(edges)
    inside = np.clip(moments, edges[0], edges[-1])
    place = np.minimum(np.searchsorted(edges, inside, side="right") - 1, len(length) - 1)
    part = np.bincount(place, inside - edges[place], len(length))
    later = np.concatenate(
        [np.cumsum(np.bincount(place, minlength=len(length))[::-1])[::-1][1:], [0]]
    )
    return np.asarray(part + later * length, np.float64)


def _folded(hours: Floats, ruler: Ruler, first: int) -> Floats:
    """Consecutive hours from day ``first`` on, summed by weekday and hour of the day."""
    days = hours.reshape(-1, HOURS)
    weekday = (ruler.calendar.first.weekday() + first + np.arange(len(days))) % DAYS
    result = np.zeros((DAYS, HOURS))
    np.add.at(result, weekday, days)
    return result
