"""Pools of staff, their office hours and their batch days."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, field_validator, model_validator

from models.base import Model, Slug, Text
from models.said import said
from models.source import Source

DAY_MINUTES = 1_440
_SPAN = re.compile(r"([01]\d|2[0-4]):([0-5]\d)-([01]\d|2[0-4]):([0-5]\d)")
_TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")

Weekday = Annotated[int, Field(ge=1, le=7)]
"""1 is Monday, 7 is Sunday."""


def _minutes(clock: str) -> int:
    return int(clock[:2]) * 60 + int(clock[3:])


class OfficeHours(Model):
    """When an office is open: spans such as ``09:00-12:00``, on working days or every day.

    Working days are the official ones: open on make-up Saturdays, closed on holidays. ``weekdays``
    narrows them further (empty: no narrowing).
    """

    spans: Annotated[tuple[str, ...], Field(min_length=1)] = ("09:00-12:00", "13:30-17:00")
    days: Literal["working", "every"] = "working"
    weekdays: tuple[Weekday, ...] = ()

    @model_validator(mode="after")
    def _sorted(self) -> Self:
        end = 0
        for opens, closes in self.minutes:
            if not end <= opens < closes <= DAY_MINUTES:
                raise ValueError(
                    said(
                        "时段须按先后排列、不重叠，且不晚于24:00",
                        "spans must be in order, not overlap, and end by 24:00",
                    )
                )
            end = closes
        return self

    @field_validator("spans")
    @classmethod
    def _readable(cls, spans: tuple[str, ...]) -> tuple[str, ...]:
        for span in spans:
            if not _SPAN.fullmatch(span):
                raise ValueError(
                    said(
                        f"{span!r} 不是 09:00-12:00 这样的时段",
                        f"{span!r} is not a span such as 09:00-12:00",
                    )
                )
        return spans

    @property
    def minutes(self) -> tuple[tuple[int, int], ...]:
        """The spans in minutes since midnight."""
        return tuple((_minutes(span[:5]), _minutes(span[6:])) for span in self.spans)

    @property
    def minutes_a_day(self) -> int:
        """Open minutes of one open day."""
        return sum(closes - opens for opens, closes in self.minutes)


class Batch(Model):
    """Work is handed out only at these times, such as a joint site visit at 09:00.

    Batches come on the days on which the pool opens (on those ``weekdays``, if any are named).
    """

    times: Annotated[tuple[str, ...], Field(min_length=1)]
    weekdays: tuple[Weekday, ...] = ()
    source: Source

    @field_validator("times")
    @classmethod
    def _readable(cls, times: tuple[str, ...]) -> tuple[str, ...]:
        for time in times:
            if not _TIME.fullmatch(time):
                raise ValueError(
                    said(
                        f"{time!r} 不是 09:00 这样的时刻",
                        f"{time!r} is not a time of day such as 09:00",
                    )
                )
        return tuple(sorted(times))

    @property
    def minutes(self) -> tuple[int, ...]:
        """The times in minutes since midnight."""
        return tuple(_minutes(time) for time in self.times)


class Shift(Model):
    """Several people with the same hours."""

    count: Annotated[int, Field(ge=1, le=10_000)]
    hours: OfficeHours = OfficeHours()


class Pool(Model):
    """People (经办人员) who can do the same work for a department."""

    slug: Slug
    name: Text
    department: Slug
    shifts: Annotated[tuple[Shift, ...], Field(min_length=1)]
    batch: Batch | None = None
    source: Source

    @model_validator(mode="after")
    def _batches_come(self) -> Self:
        open_on = {day for shift in self.shifts for day in shift.hours.weekdays or range(1, 8)}
        if self.batch and self.batch.weekdays and open_on.isdisjoint(self.batch.weekdays):
            raise ValueError(
                said(
                    f"{self.slug} 只在不上班的星期安排集中办理；请改 weekdays",
                    f"the batches of {self.slug} come only on weekdays on which it is closed; "
                    "change their weekdays",
                )
            )
        return self

    @property
    def count(self) -> int:
        """How many people there are."""
        return sum(shift.count for shift in self.shifts)

    @property
    def hours(self) -> tuple[OfficeHours, ...]:
        """Each person's office hours, in order of the shifts."""
        return tuple(shift.hours for shift in self.shifts for _ in range(shift.count))


def resized(pool: Pool, people: int) -> tuple[Shift, ...]:
    """The pool's shifts with so many people in all; the last shift takes up the difference."""
    shifts: list[Shift] = []
    left = people
    for number, shift in enumerate(pool.shifts):
        is_last = number == len(pool.shifts) - 1
        count = left if is_last else min(shift.count, left)
        if count:
            shifts.append(Shift(count=count, hours=shift.hours))
        left -= count
    return tuple(shifts)
