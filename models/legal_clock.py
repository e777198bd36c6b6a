"""The legal clock: how many days a time limit has used, and when the clock stood still.

The day on which a period begins is not counted (民法典 art. 201), so a period from one moment to
another uses as many working days as lie after the first moment's day up to and including the
last's. When the clock stops and starts again the same rule holds for each running part: a stop
from day A to day B takes out the working days after A up to and including B.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.limit import LimitUnit
from models.working_time import DAY, OfficialCalendar

Times = npt.NDArray[np.signedinteger]
Counts = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Periods:
    """Intervals ``[start, end]`` of cases, in seconds since the epoch; a case may have several."""

    case: Times
    start: Times
    end: Times

    def __len__(self) -> int:
        """How many intervals there are."""
        return len(self.case)

    def chosen(self, mask: npt.NDArray[np.bool_]) -> "Periods":
        """The intervals for which ``mask`` holds."""
        return Periods(self.case[mask], self.start[mask], self.end[mask])


def days_between(calendar: OfficialCalendar, unit: LimitUnit, start: Times, end: Times) -> Counts:
    """Working or calendar days from ``start`` to ``end``, the day of the start not counted."""
    first, last = start // DAY, end // DAY
    if unit == "calendar_days":
        return (last - first).astype(np.int64)
    return calendar.counted[last] - calendar.counted[first]


def stops(running: Periods, standing: Periods) -> Periods:
    """When each case's clock stands still: some ``standing`` and no ``running`` interval covers it.

    While any department has the case in hand the clock runs for it, whatever the applicant is
    doing elsewhere. Returns disjoint intervals, ascending within each case.
    """
    concerned = np.zeros(1 + max(running.case.max(initial=0), standing.case.max(initial=0)), bool)
    concerned[standing.case] = True
    running = running.chosen(concerned[running.case])
    parts = (running, running, standing, standing)
    case = np.concatenate([part.case for part in parts]).astype(np.int64)
    edges = (running.start, running.end, standing.start, standing.end)
    time = np.concatenate(edges).astype(np.int64)
    moves = np.repeat([1, -1, 0, 0], [len(part) for part in parts])
    holds = np.repeat([0, 0, 1, -1], [len(part) for part in parts])
    order = np.argsort((case << 32) | time, kind="stable")
    case, time = case[order], time[order]
    busy, held = np.cumsum(moves[order]), np.cumsum(holds[order])
    still = (busy[:-1] == 0) & (held[:-1] > 0) & (case[1:] == case[:-1]) & (time[1:] > time[:-1])
    return Periods(case[:-1][still], time[:-1][still], time[1:][still])


def excluded_days(
    calendar: OfficialCalendar, unit: LimitUnit, still: Periods, start: Times, end: Times
) -> Counts:
    """Days taken out of each case's period by the stops within it.

    ``start`` and ``end`` are indexed by case; stops are cut to the period.
    """
    low = np.maximum(still.start, start[still.case])
    high = np.minimum(still.end, end[still.case])
    inside = low < high
    days = days_between(calendar, unit, low[inside], high[inside])
    return np.bincount(still.case[inside], days, len(start)).astype(np.int64)
