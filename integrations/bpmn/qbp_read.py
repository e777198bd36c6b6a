"""Simulation data in the qbp namespace (see ``qbp_write`` for its conventions), read."""

from dataclasses import dataclass, field
from math import log1p, sqrt
from statistics import NormalDist

from lxml import etree

from integrations.bpmn.names import tag
from integrations.bpmn.qbp_write import POOL, WEEKDAYS
from models.base import whole_number
from models.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
)
from models.pool import OfficeHours, Shift
from models.said import Said, said

POINTS = 99
"""So many quantiles stand for a normal distribution, which the model does not have."""

MOST_PEOPLE = 10_000
"""As many as one pool may have."""


@dataclass(frozen=True)
class Resource:
    """People of a name, with their hours."""

    name: str
    shift: Shift


@dataclass(frozen=True)
class Simulation:
    """What the file says about durations (seconds), shares, staff and arrivals."""

    durations: dict[str, Distribution] = field(default_factory=dict)
    staff: dict[str, str] = field(default_factory=dict)
    """The resource of an element."""
    shares: dict[str, float] = field(default_factory=dict)
    resources: dict[str, Resource] = field(default_factory=dict)
    between_arrivals: Distribution | None = None
    notes: tuple[Said, ...] = ()


def simulation_of(root: etree._Element) -> Simulation:
    """All simulation data of a file; what is unreadable is left out and named."""
    notes: list[Said] = []
    durations: dict[str, Distribution] = {}
    staff: dict[str, str] = {}
    for element in root.iter(tag("qbp", "element")):
        name = element.get("elementId") or ""
        given = element.find(tag("qbp", "durationDistribution"))
        duration = None if given is None else _distribution(given, name, notes)
        if duration is not None:
            durations[name] = duration
        resources = [r.text.strip() for r in element.iter(tag("qbp", "resourceId")) if r.text]
        if resources:
            staff[name] = resources[0]
        if len(resources) > 1:
            notes.append(
                said(
                    f"“{name}”需要多种人员，只取第一种",
                    f"{name!r} needs several resources; first one taken",
                )
            )
    shares: dict[str, float] = {}
    for flow in root.iter(tag("qbp", "sequenceFlow")):
        share = _number(flow.get("executionProbability"))
        if share is not None and 0 <= share <= 1:
            shares[flow.get("elementId") or ""] = share
    arrival = next(root.iter(tag("qbp", "arrivalRateDistribution")), None)
    return Simulation(
        durations=durations,
        staff=staff,
        shares=shares,
        resources=_resources(root, notes),
        between_arrivals=None if arrival is None else _distribution(arrival, "arrivals", notes),
        notes=tuple(notes),
    )


def people_of(root: etree._Element) -> dict[str, int]:
    """How many people a diagram of ours states, by pool; what cannot be read is left out."""
    found: dict[str, int] = {}
    for resource in root.iter(tag("qbp", "resource")):
        count = whole_number(resource.get("totalAmount") or "")
        if count and count <= MOST_PEOPLE:
            found[(resource.get("id") or "").removeprefix(POOL)] = count
    return found


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if abs(value) < 1e12 else None  # noqa: PLR2004 - false for NaN and infinity too


def _distribution(element: etree._Element, name: str, notes: list[Said]) -> Distribution | None:
    kind = (element.get("type") or "").upper()
    mean, first, second = (_number(element.get(key)) or 0.0 for key in ("mean", "arg1", "arg2"))
    try:
        found = _made(kind, mean, first, second)
    except (ValueError, ArithmeticError):
        found = None
    if found is None:
        notes.append(
            said(
                f"“{name}”的 {kind or '?'} 分布（{mean:g}, {first:g}, {second:g}）读不懂",
                f"{name!r}: distribution {kind or '?'} ({mean:g}, {first:g}, {second:g}) "
                "cannot be read",
            )
        )
    elif kind == "NORMAL":
        notes.append(
            said(f"“{name}”的正态分布在0处截断", f"{name!r}: its normal distribution is cut at 0")
        )
    return found


def _made(kind: str, mean: float, first: float, second: float) -> Distribution | None:
    match kind:
        case "FIXED":
            return Fixed(value=mean)
        case "EXPONENTIAL":
            return Exponential(mean=first or mean)
        case "UNIFORM":
            return Uniform(low=first, high=second)
        case "TRIANGULAR":
            return Triangular(low=first, mode=mean, high=second)
        case "LOGNORMAL" if first:
            sigma = sqrt(log1p(first / mean**2))
            return Lognormal(median=mean / sqrt(1 + first / mean**2), sigma=sigma)
        case "GAMMA" if first:
            return Gamma(mean=mean, shape=mean**2 / first)
        case "NORMAL" if first:
            return Empirical(values=_normal(mean, first))
        case "LOGNORMAL" | "GAMMA" | "NORMAL":
            return Fixed(value=mean)
        case _:
            return None


def _normal(mean: float, deviation: float) -> tuple[float, ...]:
    """Middle quantiles of a normal distribution, none below nought."""
    shape = NormalDist(mean, deviation)
    return tuple(max(0.0, shape.inv_cdf((n + 0.5) / POINTS)) for n in range(POINTS))


def _resources(root: etree._Element, notes: list[Said]) -> dict[str, Resource]:
    tables = {t.get("id") or "": t for t in root.iter(tag("qbp", "timetable"))}
    found: dict[str, Resource] = {}
    for resource in root.iter(tag("qbp", "resource")):
        name = " ".join((resource.get("name") or resource.get("id") or "").split())
        count = _number(resource.get("totalAmount")) or 1
        table = tables.get(resource.get("timetableId") or "")
        hours = None if table is None else _hours(table)
        if hours is None:
            notes.append(
                said(
                    f"人员“{name}”的办公时间读不懂，按标准办公时间",
                    f"hours of {name!r} cannot be read; standard office hours taken",
                )
            )
        people = min(MOST_PEOPLE, max(1, int(count)))
        shift = Shift(count=people, hours=hours or OfficeHours())
        found[resource.get("id") or ""] = Resource(name or "?", shift)
    return found


def _hours(table: etree._Element) -> OfficeHours | None:
    """One set of spans on some weekdays; None if the rules differ between days."""
    spans: set[str] = set()
    days: set[int] = set()
    for rule in table.iter(tag("qbp", "rule")):
        first, last = rule.get("fromWeekDay") or "", rule.get("toWeekDay") or ""
        opens, closes = (rule.get("fromTime") or "")[:5], (rule.get("toTime") or "")[:8]
        if first not in WEEKDAYS or last not in WEEKDAYS:
            return None
        closing = "24:00" if closes >= "23:59" or closes == "00:00:00" else closes[:5]
        spans.add(f"{opens}-{closing}")
        days |= set(range(WEEKDAYS.index(first) + 1, WEEKDAYS.index(last) + 2))
    week = tuple(sorted(days))
    all_day = spans == {"00:00-24:00"}
    official = week == (1, 2, 3, 4, 5) and not all_day
    try:
        return OfficeHours(
            spans=tuple(sorted(spans)),
            days="working" if official else "every",
            weekdays=() if official or len(week) == len(WEEKDAYS) else week,
        )
    except ValueError:
        return None
