"""When an office works, seen from the moments at which things happened in it."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.pool import OfficeHours, Weekday
from models.working_time import DAY, OfficialCalendar

Times = npt.NDArray[np.int64]

SLOT = 1_800
SLOTS = DAY // SLOT
ENOUGH = 200
"""Moments below which hours are not inferred."""

RARE = 0.1
"""A half-hour, or a kind of day, with less than this share of what is usual counts as closed."""

WEEK = 7


def observed_hours(moments: Times, calendar: OfficialCalendar) -> OfficeHours | None:
    """Office hours in whole half-hours from starts (and ends less a second); None if too few.

    A half-hour in which hardly anything happens is closed; a single one amid busy ones is not. Days
    off count as open if as much as a fifth of a working day's happens on them.
    """
    if len(moments) < ENOUGH:
        return None
    day = moments // DAY
    working = calendar.working[day]
    slots = np.bincount(moments % DAY // SLOT, minlength=SLOTS)
    usual = float(np.median(slots[slots > 0]))
    is_open = slots >= max(1.0, RARE * usual)
    days = np.arange(int(day.min()), int(day.max()) + 1)
    every = _rate(~working, ~calendar.working[days]) > 2 * RARE * _rate(
        working, calendar.working[days]
    )
    counted = days if every else days[calendar.working[days]]
    return OfficeHours(
        spans=_spans(is_open),
        days="every" if every else "working",
        weekdays=_weekdays(day, counted, calendar),
    )


def _rate(hits: npt.NDArray[np.bool_], days: npt.NDArray[np.bool_]) -> float:
    return float(hits.sum()) / max(1, int(days.sum()))


def _spans(is_open: npt.NDArray[np.bool_]) -> tuple[str, ...]:
    edges = np.flatnonzero(np.diff(np.concatenate([[False], is_open, [False]]).astype(np.int8)))
    return tuple(
        f"{_clock(int(a))}-{_clock(int(b))}" for a, b in zip(edges[::2], edges[1::2], strict=True)
    )


def _clock(slot: int) -> str:
    minutes = slot * SLOT // 60
    return f"{minutes // 60:02}:{minutes % 60:02}"


def _weekdays(day: Times, days: Times, calendar: OfficialCalendar) -> tuple[Weekday, ...]:
    """The weekdays on which something happens, if on some hardly anything does."""
    shift = calendar.first.weekday()
    happened = np.bincount((day + shift) % WEEK, minlength=WEEK)
    there = np.bincount((days + shift) % WEEK, minlength=WEEK)
    rate = happened / np.maximum(there, 1)
    seen = there >= 4  # noqa: PLR2004 - a month of them before one is called closed
    quiet = seen & (rate < RARE * rate[seen].mean()) if seen.any() else seen
    if not quiet.any():
        return ()
    return tuple(n + 1 for n in range(WEEK) if not quiet[n] and there[n])


def joint(parts: Sequence[Times]) -> Times:
    """All moments together."""
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)
