"""Numbers, units and dates as the reports print them."""

from datetime import date, datetime
from math import ceil, floor

from models.limit import LimitUnit
from models.statistics import Estimate
from reports.wording import Wording

NONE = "—"
_MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_SMALL = 0.05
_WHOLE = 100
_TENTHS = 10
_TINY = 1e-9


def count(value: float) -> str:
    """A whole number with thousands separators."""
    return f"{value:,.0f}"


def decimal(value: float) -> str:
    """One decimal below 100, none above; a small amount is never printed as nothing."""
    if 0 < value < _SMALL:
        return "<0.1"
    return f"{value:.1f}" if value < _WHOLE - _SMALL else count(value)


def percent(value: float) -> str:
    """A share with one decimal; nearly all and nearly none are not rounded to all and none."""
    if 0 < value < _SMALL / _WHOLE:
        return "<0.1%"
    if 1 - _SMALL / _WHOLE < value < 1:
        return ">99.9%"
    return f"{value:.1%}"


def given_share(value: float) -> str:
    """A share as a definition states it, without more digits than it has."""
    return f"{value * 100:.6g}%"


def interval(estimate: Estimate) -> str:
    """The 95 % interval of a share, rounded outwards."""
    if estimate.low is None or estimate.high is None:
        return NONE
    low = floor(max(estimate.low, 0) * 1_000 + _TINY) / 10
    high = ceil(estimate.high * 1_000 - _TINY) / 10
    return f"{low:.1f}–{high:.1f}%"


def hours_interval(estimate: Estimate) -> str:
    """The 95 % interval of a number of hours."""
    if estimate.low is None or estimate.high is None:
        return NONE
    return f"{decimal(max(estimate.low, 0))}–{decimal(estimate.high)}"


def used(value: float, unit: LimitUnit) -> str:
    """An amount of a limit's unit, without the unit."""
    if unit != "office_minutes":
        return count(value) if value == int(value) else f"{value:,.1f}"
    return f"{value:.1f}" if value < _TENTHS and value != int(value) else count(value)


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
