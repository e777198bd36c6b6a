"""Office hours in plain Python, from the minutes of each day: the yardstick for the tables."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import itemgetter

from models.errors import SimulationError
from models.pool import OfficeHours, Pool
from models.working_time import OfficialCalendar

DAY = 86_400
NEVER = 10**12
"""A time beyond every calendar."""

ALL_DAY = OfficeHours(spans=("00:00-24:00",))


def is_open(hours: OfficeHours, official: OfficialCalendar, place: int) -> bool:
    """Whether an office with these hours opens on that day of the calendar."""
    weekday = (official.first.weekday() + place) % 7 + 1
    if hours.weekdays and weekday not in hours.weekdays:
        return False
    return hours.days == "every" or bool(official.working[place])


def open_minutes(hours: OfficeHours) -> frozenset[int]:
    """The minutes of a day at which the office is open."""
    return frozenset(minute for first, last in hours.minutes for minute in range(first, last))


@lru_cache(maxsize=256)
def runs(minutes: frozenset[int]) -> list[tuple[int, int]]:
    """Unbroken runs of minutes, as ``[first, last)`` in seconds."""
    firsts = sorted(minute for minute in minutes if minute - 1 not in minutes)
    lasts = sorted(minute + 1 for minute in minutes if minute + 1 not in minutes)
    return [(first * 60, last * 60) for first, last in zip(firsts, lasts, strict=True)]


@dataclass(frozen=True)
class Hours:
    """The open intervals of some office hours together, ascending and apart."""

    intervals: list[tuple[int, int]]

    @classmethod
    def of(cls, many: Iterable[OfficeHours], official: OfficialCalendar) -> "Hours":
        """Open while any of these is."""
        distinct = {hours: open_minutes(hours) for hours in many}
        intervals: list[tuple[int, int]] = []
        for place in range(len(official.working)):
            parts = [distinct[hours] for hours in distinct if is_open(hours, official, place)]
            for first, last in runs(frozenset().union(*parts)):
                begin, end = place * DAY + first, place * DAY + last
                if intervals and intervals[-1][1] == begin:
                    begin = intervals.pop()[0]
                intervals.append((begin, end))
        return cls(intervals)

    def _from(self, time: int) -> Iterator[tuple[int, int]]:
        """The intervals that end after ``time``."""
        first = bisect_right(self.intervals, time, key=itemgetter(1))
        return (self.intervals[place] for place in range(first, len(self.intervals)))

    def on_duty(self, time: int) -> bool:
        """Whether it is open at that second."""
        return self.opening(time) == time

    def opening(self, time: int) -> int:
        """The first open second from ``time`` on, or NEVER."""
        return next((max(time, begin) for begin, _ in self._from(time)), NEVER)

    def finish(self, time: int, work: int) -> int:
        """When work begun at an open second is done; it may end at a closing."""
        for begin, end in self._from(time):
            time = max(time, begin)
            if work <= end - time:
                return time + work
            work -= end - time
        raise SimulationError("beyond the calendar")

    def between(self, first: int, last: int) -> int:
        """Open seconds from ``first`` to ``last``."""
        total = 0
        for begin, end in self._from(first):
            if begin >= last:
                break
            total += min(end, last) - max(begin, first)
        return total


@lru_cache(maxsize=512)
def together(many: frozenset[OfficeHours], official: OfficialCalendar) -> Hours:
    """Open while any of these is: one person's hours, or a whole pool's."""
    return Hours.of(many, official)


def basis_hours(basis: str, official: OfficialCalendar) -> Hours:
    """When a step without staff goes on."""
    if basis == "calendar":
        return Hours([(0, len(official.working) * DAY)])
    hours = ALL_DAY if basis == "working" else OfficeHours()
    return together(frozenset((hours,)), official)


def release(pool: Pool, official: OfficialCalendar, time: int) -> int:
    """When the pool's next batch is handed out; ``time`` if it has no batches."""
    if pool.batch is None:
        return time
    for place in range(time // DAY, len(official.working)):
        weekday = (official.first.weekday() + place) % 7 + 1
        on = any(is_open(hours, official, place) for hours in pool.hours)
        on = on and (not pool.batch.weekdays or weekday in pool.batch.weekdays)
        for minute in pool.batch.minutes:
            if on and place * DAY + minute * 60 >= time:
                return place * DAY + minute * 60
    raise SimulationError("beyond the calendar")


def last_moment(official: OfficialCalendar, basis: str, now: int, days: int) -> int:
    """The last second of the ``days``-th day after today, of those days that count."""
    place = now // DAY
    while days > 0:
        place += 1
        if place >= len(official.working):
            raise SimulationError("beyond the calendar")
        days -= basis == "calendar" or bool(official.working[place])
    return place * DAY + DAY - 1
