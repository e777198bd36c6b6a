"""Calendars of a token net as the spans that the kernel walks.

A calendar of chances is made certain once a run, for each person apart: whoever asks, and however
often, is told the same. A longer horizon adds to it and changes nothing.
"""

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate
from zlib import crc32

import numpy as np

from models.errors import SimulationError
from models.net_calendars import DAY, Calendar, ChanceCalendar, WeeklySpan
from models.said import said
from models.working_time import OpenTime, joined
from simulations.kernel import tables
from simulations.kernel.presence import draw_presence
from simulations.kernel.tables import Int32, Int64

MOST_GRANULES = 100_000_000
"""Granules of all people that can be held: a thousand people by the hour for 11 years."""


class CalendarTable:
    """Calendars by number, laid out for ``days`` days from ``epoch``, a midnight."""

    def __init__(self, epoch: datetime, days: int, keys: Int64) -> None:
        self.epoch, self.days, self.keys = epoch, days, keys
        self.numbers: dict[tuple[WeeklySpan, ...], int] = {}
        self.opened: list[OpenTime] = []
        self.granules = 0

    def weekly(self, spans: tuple[WeeklySpan, ...]) -> int:
        """The number of the calendar with these spans."""
        if spans not in self.numbers:
            self.numbers[spans] = self._add(self._weekly(spans))
        return self.numbers[spans]

    def person(self, calendar: Calendar, who: str, number: int) -> int:
        """The number of the calendar of person ``number`` of the resource ``who``.

        Raises SimulationError for more granules than can be held.
        """
        if isinstance(calendar, ChanceCalendar):
            return self._add(self._drawn(calendar, who, number))
        return self.weekly(calendar.spans)

    def table(self) -> Int32:
        """The spans of all calendars."""
        never = np.array([tables.NEVER])
        sizes = [len(opened.start) + 1 for opened in self.opened]
        spans = np.zeros((4, sum(sizes)), np.int32)
        spans[tables.START] = np.concatenate([p for t in self.opened for p in (t.start, never)])
        spans[tables.END] = np.concatenate([p for t in self.opened for p in (t.end, never)])
        spans[tables.OPENED] = np.concatenate([t.before for t in self.opened])
        spans[tables.CURSOR, : len(sizes)] = list(accumulate([0, *sizes[:-1]]))
        return spans

    def _add(self, opened: OpenTime) -> int:
        self.opened.append(opened)
        return len(self.opened) - 1

    def _weekly(self, spans: Sequence[WeeklySpan]) -> OpenTime:
        weekday = (np.arange(self.days) + self.epoch.weekday()) % 7 + 1
        starts, ends = [], []
        for span in spans:
            days = np.flatnonzero((weekday >= span.first) & (weekday <= span.last))
            starts.append(days * DAY + span.begin)
            ends.append(days * DAY + span.end)
        return joined(np.concatenate(starts), np.concatenate(ends))

    def _drawn(self, calendar: ChanceCalendar, who: str, number: int) -> OpenTime:
        a_day = DAY // calendar.granule
        self._count(self.days * a_day)
        # The first and the last stand for the time before and after the run: nobody is there.
        present = np.zeros(self.days * a_day + 2, np.int8)
        first = self.epoch.weekday() * a_day
        week = calendar.week
        draw_presence(crc32(who.encode()), number, first, week, self.keys, present[1:-1])
        turns = np.flatnonzero(np.diff(present)) * calendar.granule
        return OpenTime(turns[::2], turns[1::2])

    def _count(self, granules: int) -> None:
        self.granules += granules
        if self.granules > MOST_GRANULES:
            raise SimulationError(
                said(
                    f"{self.days}天内全体人员的时间粒度超过 {MOST_GRANULES:,} 个，无法容纳；"
                    "请减少办件或人员，或加大时间粒度",
                    f"the people of the calendars of chances have more than {MOST_GRANULES:,} "
                    f"granules in {self.days} days, more than can be held; take fewer cases or "
                    "people, or longer granules",
                )
            )
