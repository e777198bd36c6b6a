"""The clock by which cases arrive: it runs faster in the hours in which more of them come."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.arrivals import Arrivals
from models.errors import CalendarError
from models.working_time import BEYOND, DAY, OfficialCalendar

Floats = npt.NDArray[np.float64]
Seconds = npt.NDArray[np.int64]

HOUR = 3_600
WEEKDAYS = 5
WEEK = 7


@dataclass(frozen=True, eq=False)
class ArrivalClock:
    """Open time cut at every hour, each part with the speed at which the clock runs in it.

    The speeds are such that an ordinary week has as much clock time as open time.
    """

    start: Seconds
    end: Seconds
    speed: Floats

    @classmethod
    def of(cls, arrivals: Arrivals, calendar: OfficialCalendar) -> "ArrivalClock":
        """The clock of these arrivals."""
        opened = calendar.open_time(arrivals.hours)
        hours = np.arange(opened.start[0] // HOUR, opened.end[-1] // HOUR + 1) * HOUR
        edges = np.unique(np.concatenate([opened.start, opened.end, hours]))
        start, end = edges[:-1], edges[1:]
        place = np.searchsorted(opened.start, start, side="right") - 1
        inside = (place >= 0) & (start < opened.end[np.maximum(place, 0)])
        start, end = start[inside], end[inside]
        table = weekly_speeds(arrivals)
        weekday = (start // DAY + calendar.first.weekday()) % WEEK
        return cls(start, end, table[weekday, start % DAY // HOUR])

    def before(self) -> Floats:
        """Clock time before each part, and in the end the total."""
        return np.concatenate([[0.0], np.cumsum((self.end - self.start) * self.speed)])

    def read(self, times: Seconds) -> Floats:
        """The clock at these moments."""
        place = np.searchsorted(self.start, times, side="right") - 1
        part = np.maximum(place, 0)
        inside = np.minimum(times, self.end[part]) - self.start[part]
        return np.where(place < 0, 0.0, self.before()[part] + inside * self.speed[part])

    def at(self, clock: npt.ArrayLike) -> Seconds:
        """The moments at which so much clock time has passed; CalendarError beyond the last."""
        amounts = np.asarray(clock, np.float64)
        running = self.speed > 0
        ends = self.before()[1:][running]
        place = np.searchsorted(ends, amounts, side="right")
        if place.size and int(place.max()) >= len(ends):
            raise CalendarError(BEYOND)
        left = ends[place] - amounts
        moments = self.end[running][place] - left / self.speed[running][place]
        return np.floor(moments + 1e-6).astype(np.int64)

    def after_days(self, days: int) -> float:
        """The clock at the end of so many open days."""
        day = self.start // DAY
        number = np.cumsum(np.concatenate([[1], (day[1:] != day[:-1]).astype(np.int64)]))
        if days > int(number[-1]):
            raise CalendarError(BEYOND)
        return float(self.before()[1:][number == days][-1])


def weekly_speeds(arrivals: Arrivals) -> Floats:
    """Speeds by weekday (0: Monday) and hour; an ordinary week averages 1 over its open time."""
    table = np.zeros((WEEK, 24))
    for weekday, weights in arrivals.week.items():
        table[weekday - 1] = weights
    named = sorted(arrivals.week)
    average = table[[weekday - 1 for weekday in named]].mean(axis=0)
    for weekday in range(1, WEEK + 1):
        if weekday not in arrivals.week:
            table[weekday - 1] = average
    opened = np.zeros(24)
    for first, last in arrivals.hours.minutes:
        for minute in range(first, last):
            opened[minute // 60] += 60
    ordinary = range(WEEK if arrivals.hours.days == "every" else WEEKDAYS)
    days = [d for d in ordinary if not arrivals.hours.weekdays or d + 1 in arrivals.hours.weekdays]
    mean = float((table[days] * opened).sum()) / (len(days) * float(opened.sum()))
    return table / mean if mean > 0 else table
