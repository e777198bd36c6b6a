"""Numbers, units and dates as the reports print them."""

from datetime import date, datetime
from math import ceil, floor
from typing import Literal, Self

from models.limit import LimitUnit
from models.statistics import Estimate
from reports.wording import Wording

NONE = "—"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SMALL = 0.05
_WHOLE = 100
_TENTHS = 10
_TINY = 1e-9


Form = Literal["count", "decimal", "percent"]
"""How a number is printed: whole, with one decimal, as a percentage with one decimal."""


class Figure(str):
    """A number as printed, which carries the number itself for spreadsheets and data files."""

    __slots__ = ("form", "value")
    value: float
    form: Form

    def __new__(cls, words: str, value: float, form: Form) -> Self:
        """The words and the number behind them."""
        figure = super().__new__(cls, words)
        figure.value = float(value)
        figure.form = form
        return figure


class Span(str):
    """An interval as printed, which carries its ends; None where there is no interval."""

    __slots__ = ("ends", "form")
    ends: tuple[float, float] | None
    form: Form

    def __new__(cls, words: str, ends: tuple[float, float] | None, form: Form) -> Self:
        """The words and the ends behind them."""
        span = super().__new__(cls, words)
        span.ends = ends
        span.form = form
        return span


def count(value: float) -> Figure:
    """A whole number with thousands separators."""
    return Figure(f"{value:,.0f}", value, "count")


def decimal(value: float) -> Figure:
    """One decimal below 100, none above; a small amount is never printed as nothing."""
    if 0 < value < _SMALL:
        words = "<0.1"
    else:
        words = f"{value:.1f}" if value < _WHOLE - _SMALL else f"{value:,.0f}"
    return Figure(words, value, "decimal")


def percent(value: float) -> Figure:
    """A share with one decimal; nearly all and nearly none are not rounded to all and none."""
    words = f"{value:.1%}"
    if 0 < value < _SMALL / _WHOLE:
        words = "<0.1%"
    elif 1 - _SMALL / _WHOLE < value < 1:
        words = ">99.9%"
    return Figure(words, value, "percent")


def signed(estimate: Estimate, form: Form = "decimal", scale: float = 1.0) -> Figure:
    """A difference with its sign, in units of ``scale``; one of shares in points."""
    value = estimate.value / scale
    words = {
        "count": f"{value:+,.0f}",
        "decimal": f"{value:+,.1f}",
        "percent": f"{100 * value:+.1f}",
    }
    return Figure(words[form].replace("-", "−"), value, form)


def change_interval(estimate: Estimate, form: Form = "decimal", scale: float = 1.0) -> Span:
    """The 95 % interval of a difference, in units of ``scale``."""
    if estimate.low is None or estimate.high is None:
        return Span(NONE, None, form)
    ends = Estimate(value=estimate.low), Estimate(value=estimate.high)
    words = ", ".join(signed(end, form, scale) for end in ends)
    return Span(f"[{words}]", (estimate.low / scale, estimate.high / scale), form)


def given_share(value: float) -> str:
    """A share as a definition states it, without more digits than it has."""
    return f"{value * 100:.6g}%"


def interval(estimate: Estimate) -> Span:
    """The 95 % interval of a share, rounded outwards."""
    if estimate.low is None or estimate.high is None:
        return Span(NONE, None, "percent")
    low = floor(max(estimate.low, 0) * 1_000 + _TINY) / 10
    high = ceil(estimate.high * 1_000 - _TINY) / 10
    return Span(f"{low:.1f}–{high:.1f}%", (estimate.low, estimate.high), "percent")


def hours_interval(estimate: Estimate) -> Span:
    """The 95 % interval of a number of hours."""
    if estimate.low is None or estimate.high is None:
        return Span(NONE, None, "decimal")
    ends = max(estimate.low, 0), estimate.high
    return Span("–".join(map(decimal, ends)), ends, "decimal")


def used(value: float, unit: LimitUnit) -> Figure:
    """An amount of a limit's unit, without the unit."""
    if value == int(value) or (unit == "office_minutes" and value >= _TENTHS):
        return count(value)
    return Figure(f"{value:,.1f}", value, "decimal")


def unit_name(value: float, unit: LimitUnit, w: Wording) -> str:
    """The unit of a limit, in the number that goes with the value."""
    return w(f"{unit}_one" if value == 1 else unit)


def amount(value: float, unit: LimitUnit, w: Wording) -> str:
    """An amount with its unit."""
    return f"{used(value, unit)} {unit_name(value, unit, w)}"


def day(value: date, w: Wording) -> str:
    """Day and month."""
    if w.language == "en":
        return f"{value.day} {_MONTHS[value.month - 1]}"
    return f"{value.month}月{value.day}日"


def weekday(value: date, w: Wording) -> str:
    """The day of the week in short."""
    return w("weekdays").split()[value.weekday()]


def moment(value: datetime, w: Wording) -> str:
    """Day and time of day."""
    return f"{day(value, w)} {value:%H:%M}"


def full_moment(value: datetime, w: Wording) -> str:
    """Year, day and time of day."""
    if w.language == "en":
        return f"{day(value, w)} {value.year} {value:%H:%M}"
    return f"{value.year}年{moment(value, w)}"
