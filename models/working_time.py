"""Official working days and office hours, as tables.

Working days follow the State Council's yearly notices (through the ``holidays`` library): holidays
are off, make-up Saturdays and Sundays are on. A year without a notice is refused, never guessed; a
``HolidayNotice`` supplies it. Times are whole seconds since local midnight of the calendar's first
day (China has had no daylight saving since 1991, so a day has 86,400 of them).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from functools import cached_property, lru_cache
from typing import Annotated

import holidays
import numpy as np
import numpy.typing as npt
from pydantic import Field

from models.base import Model
from models.errors import CalendarError
from models.pool import OfficeHours, Pool
from models.said import said
from models.source import Source

DAY = 86_400
CHINA = timezone(timedelta(hours=8), "Asia/Shanghai")
BEYOND = said(
    "时间超出已公布的最后一个工作日；请减少办件、提早开始，或用放假安排文件给出下一年",
    "a time lies beyond the last announced working day; take fewer cases, start earlier, or give "
    "the next year in a holidays file",
)
FIRST_YEAR, LAST_YEAR = 2022, 2030
"""The span of years that is searched for notices; the library agrees with them from 2022 on."""

Flags = npt.NDArray[np.bool_]
Seconds = npt.NDArray[np.int64]


class HolidayNotice(Model):
    """A year's arrangement of holidays: weekdays off, and weekend days worked to make up."""

    year: Annotated[int, Field(ge=1990, le=2100)]
    days_off: tuple[date, ...]
    make_up: tuple[date, ...] = ()
    source: Source


class HolidayFile(Model):
    """A file of holidays: one notice a year."""

    holidays: Annotated[tuple[HolidayNotice, ...], Field(min_length=1)]


@dataclass(frozen=True, eq=False)
class OpenTime:
    """Open intervals ``[start, end)`` in ascending order, in seconds since the epoch."""

    start: Seconds
    end: Seconds

    @cached_property
    def before(self) -> Seconds:
        """Open seconds before each interval, and in the end the total."""
        return np.concatenate([[0], np.cumsum(self.end - self.start)])

    def clock(self, times: npt.ArrayLike) -> Seconds:
        """Open seconds up to each time: grows by one a second while open."""
        moments = np.asarray(times, dtype=np.int64)
        place = np.searchsorted(self.start, moments, side="right") - 1
        inside = np.minimum(moments, self.end[place]) - self.start[place]
        return np.where(place < 0, 0, self.before[place] + inside)

    def opening(self, times: npt.ArrayLike) -> Seconds:
        """The first open moment at or after each time; CalendarError beyond the last interval."""
        moments = np.asarray(times, dtype=np.int64)
        place = np.searchsorted(self.end, moments, side="right")
        if place.size and int(place.max()) >= self.end.size:
            raise CalendarError(BEYOND)
        return np.maximum(moments, self.start[place])

    def at(self, opened: npt.ArrayLike) -> Seconds:
        """The moment at which so many open seconds have passed (right limit at a closing)."""
        amounts = np.asarray(opened, dtype=np.int64)
        place = np.searchsorted(self.before[1:], amounts, side="right")
        if place.size and int(place.max()) >= self.end.size:
            raise CalendarError(BEYOND)
        return self.start[place] + (amounts - self.before[place])


@dataclass(frozen=True, eq=False)
class OfficialCalendar:
    """Which days from ``first`` on are working days."""

    first: date
    working: Flags

    @property
    def last(self) -> date:
        """The last day of the table."""
        return self.first + timedelta(days=len(self.working) - 1)

    @property
    def epoch(self) -> datetime:
        """Local midnight of the first day: second 0."""
        return datetime(self.first.year, self.first.month, self.first.day, tzinfo=CHINA)

    @cached_property
    def counted(self) -> Seconds:
        """Working days up to and including each day of the table."""
        return np.cumsum(self.working).astype(np.int64)

    def place(self, day: date) -> int:
        """The day's row; CalendarError if the table does not cover it."""
        place = (day - self.first).days
        if not 0 <= place < len(self.working):
            raise CalendarError(
                said(
                    f"{day} 不在日历 {self.first} 至 {self.last} 之内",
                    f"{day} is outside the calendar from {self.first} to {self.last}",
                )
            )
        return place

    def is_working_day(self, day: date) -> bool:
        """Whether offices work on that day."""
        return bool(self.working[self.place(day)])

    def nth_working_day(self, day: date, number: int) -> date:
        """The ``number``-th working day after ``day``, which itself is not counted."""
        wanted = int(self.counted[self.place(day)]) + number
        place = int(np.searchsorted(self.counted, wanted, side="left"))
        if place >= len(self.working):
            raise CalendarError(
                said(
                    f"{day} 之后第{number}个工作日晚于 {self.last}",
                    f"working day {number} after {day} lies beyond {self.last}",
                )
            )
        return self.first + timedelta(days=place)

    def open_days(self, hours: OfficeHours) -> Flags:
        """On which days of the table an office with these hours opens."""
        is_open = self.working.copy() if hours.days == "working" else np.ones_like(self.working)
        if hours.weekdays:
            is_open &= self.on_weekdays(hours.weekdays)
        return is_open

    def on_weekdays(self, weekdays: tuple[int, ...]) -> Flags:
        """Which days of the table are among these weekdays (1 is Monday)."""
        weekday = (np.arange(len(self.working)) + self.first.weekday()) % 7 + 1
        return np.isin(weekday, weekdays)

    def batch_times(self, pool: Pool) -> Seconds:
        """When the pool hands out its batches: at its times of the days on which any of it opens.

        Seconds since the epoch, ascending; empty for a pool without batches.
        """
        if pool.batch is None:
            return np.zeros(0, np.int64)
        days = np.any([self.open_days(hours) for hours in set(pool.hours)], axis=0)
        if pool.batch.weekdays:
            days &= self.on_weekdays(pool.batch.weekdays)
        midnight = np.flatnonzero(days)[:, None] * DAY
        times: Seconds = (midnight + np.array(pool.batch.minutes) * 60).ravel()
        return times

    def open_time(self, hours: OfficeHours) -> OpenTime:
        """The open intervals of an office with these hours."""
        spans = np.asarray(hours.minutes, dtype=np.int64) * 60
        midnight = np.flatnonzero(self.open_days(hours))[:, None] * DAY
        return joined((midnight + spans[:, 0]).ravel(), (midnight + spans[:, 1]).ravel())

    def staffed(self, people: Iterable[OfficeHours]) -> OpenTime:
        """The time in which at least one of these people is on duty."""
        tables = [self.open_time(hours) for hours in dict.fromkeys(people)]
        return joined(
            np.concatenate([table.start for table in tables]),
            np.concatenate([table.end for table in tables]),
        )

    def whole_working_days(self) -> OpenTime:
        """Every working day from midnight to midnight."""
        return self.open_time(OfficeHours(spans=("00:00-24:00",)))

    def always(self) -> OpenTime:
        """All the time, to the end of the table."""
        return OpenTime(np.zeros(1, np.int64), np.full(1, len(self.working) * DAY, np.int64))


def joined(start: Seconds, end: Seconds) -> OpenTime:
    """The union of intervals in any order, as ascending disjoint intervals."""
    if start.size == 0:
        raise CalendarError(
            said(
                "日历之内这些办公时间从不开门", "these office hours never open within the calendar"
            )
        )
    order = np.argsort(start, kind="stable")
    start, end = start[order], np.maximum.accumulate(end[order])
    first = np.concatenate([[True], start[1:] > end[:-1]])
    last = np.concatenate([first[1:], [True]])
    return OpenTime(start[first], end[last])


def announced_years() -> tuple[int, ...]:
    """The years whose notice the library knows (from 2022 on)."""
    known = _library_calendar().weekend_workdays
    years = {day.year for day in known}
    return tuple(year for year in range(FIRST_YEAR, LAST_YEAR + 1) if year in years)


def official_calendar(
    first: date, last: date | None = None, notices: tuple[HolidayNotice, ...] = ()
) -> OfficialCalendar:
    """The working days from ``first`` to ``last`` (default: the last announced day).

    ``notices`` add years or replace the library's. Raises CalendarError naming the first year
    that nobody has announced.
    """
    return _cached_calendar(first, last, tuple(sorted(notices, key=lambda n: n.year)))


@lru_cache(maxsize=32)
def _cached_calendar(
    first: date, last: date | None, notices: tuple[HolidayNotice, ...]
) -> OfficialCalendar:
    own = {notice.year: notice for notice in notices}
    known = {*announced_years(), *own}
    end = last or _end_of_known_years(first, known)
    for year in range(first.year, end.year + 1):
        if year not in known:
            raise CalendarError(
                said(
                    f"{year}年放假安排尚未公布；请换较早的日期，或用放假安排文件给出"
                    f"（已知{min(known)}—{max(known)}年）",
                    f"the holidays of {year} are not announced; choose an earlier date or give "
                    f"them in a holidays file (known: {min(known)}-{max(known)})",
                )
            )
    days = [first + timedelta(days=n) for n in range((end - first).days + 1)]
    working = np.array([day.weekday() < 5 for day in days], dtype=np.bool_)  # noqa: PLR2004 - Saturday is 5
    for year in range(first.year, end.year + 2):  # the next notice may reach back into December
        off, on = _notice_days(year, own.get(year))
        _set(working, first, off, value=False)
        _set(working, first, on, value=True)
    return OfficialCalendar(first, working)


def _end_of_known_years(first: date, known: set[int]) -> date:
    year = first.year
    while year + 1 in known:
        year += 1
    return date(year, 12, 31)


def _notice_days(year: int, own: HolidayNotice | None) -> tuple[Iterable[date], Iterable[date]]:
    if own is not None:
        return own.days_off, own.make_up
    library = _library_calendar()
    off = (day for day in library if day.year == year)
    return off, (day for day in library.weekend_workdays if day.year == year)


def _set(working: Flags, first: date, days: Iterable[date], *, value: bool) -> None:
    for day in days:
        place = (day - first).days
        if 0 <= place < len(working):
            working[place] = value


@lru_cache(maxsize=1)
def _library_calendar() -> holidays.HolidayBase:
    return holidays.country_holidays("CN", years=range(FIRST_YEAR, LAST_YEAR + 1))
