"""Simulation data in the qbp namespace, as BIMP, Apromore and Prosimos' converter read it.

Distributions there have three numbers in seconds: ``mean``, ``arg1``, ``arg2``. FIXED: mean;
EXPONENTIAL: arg1 the mean; NORMAL: mean, arg1 the standard deviation; UNIFORM: arg1 and arg2 the
ends; TRIANGULAR: mean the mode, arg1 and arg2 the ends; LOGNORMAL and GAMMA: mean, arg1 the
variance.
"""

from collections.abc import Iterable
from math import exp, expm1

from lxml import etree

from integrations.bpmn.diagram import TASKS, Fragment, Node
from integrations.bpmn.names import PREFIXES, tag
from integrations.bpmn.staffing import Staffing
from models.arrivals import Arrivals
from models.base import Language
from models.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Pert,
    Triangular,
    Uniform,
)
from models.pool import OfficeHours, Pool
from models.process import Process
from models.step_time import UNIT_SECONDS, Duration

WEEKDAYS = ("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")
ALWAYS = "timetable_always"
NO_STAFF = "resource_none"
POOL = "resource_"
"""What stands before the slug of a pool in the id of its resource."""
PLENTY = 10_000
"""People of the resource that stands for no staff at all: nobody ever waits for it."""

Parameters = tuple[str, float, float, float]


def parameters(distribution: Distribution, unit: float = 1) -> Parameters:
    """Type, mean, arg1 and arg2 of a distribution whose unit has so many seconds.

    A PERT is written as the gamma of its mean and variance, observed values likewise, since the
    format has neither.
    """
    match distribution:
        case Fixed(value=value):
            return "FIXED", value * unit, 0, 0
        case Exponential(mean=mean):
            return "EXPONENTIAL", 0, mean * unit, 0
        case Uniform(low=low, high=high):
            return "UNIFORM", (low + high) / 2 * unit, low * unit, high * unit
        case Triangular(low=low, mode=mode, high=high):
            return "TRIANGULAR", mode * unit, low * unit, high * unit
        case Lognormal(median=median, sigma=sigma):
            mean = median * exp(sigma**2 / 2) * unit
            return "LOGNORMAL", mean, mean**2 * expm1(sigma**2), 0
        case Gamma(mean=mean, shape=shape):
            return "GAMMA", mean * unit, (mean * unit) ** 2 / shape, 0
        case Pert() | Empirical():
            mean, variance = distribution.mean * unit, _variance(distribution) * unit**2
            return ("GAMMA", mean, variance, 0) if variance and mean else ("FIXED", mean, 0, 0)


def _variance(distribution: Pert | Empirical) -> float:
    if isinstance(distribution, Pert):
        low, high, mean = distribution.low, distribution.high, distribution.mean
        return (mean - low) * (high - mean) / 7
    weights = distribution.weights or (1.0,) * len(distribution.values)
    mean, total = distribution.mean, sum(weights)
    spread = ((v - mean) ** 2 for v in distribution.values)
    return sum(w * s for w, s in zip(weights, spread, strict=True)) / total


def simulation_info(
    process: Process, drawn: Fragment, staffing: Staffing, language: Language
) -> etree._Element:
    """The ``processSimulationInfo`` of a drawn process."""
    info = etree.Element(
        tag("qbp", "processSimulationInfo"),
        id=f"qbp_{process.slug}",
        processId=f"process_{process.slug}",
        processInstances=str(staffing.cases),
        startDateTime=staffing.start,
        currency="CNY",
    )
    if staffing.arrivals is not None:
        _distribution(info, "arrivalRateDistribution", _between_arrivals(staffing.arrivals))
    hours = {pool.slug: pool.shifts[0].hours for pool in staffing.pools}
    _timetables(info, hours)
    _resources(info, staffing.pools, language)
    _elements(info, process, drawn, staffing)
    shares = [flow for flow in drawn.flows if flow.share is not None]
    flows = _add(info, "sequenceFlows")
    for flow in shares:
        _add(flows, "sequenceFlow", elementId=flow.id, executionProbability=f"{flow.share:.10g}")
    return info


def _between_arrivals(arrivals: Arrivals) -> Parameters:
    """Time between two arrivals, in seconds of the hours in which cases come."""
    open_seconds = 60 * arrivals.hours.minutes_a_day
    unit = open_seconds / arrivals.per_working_day / arrivals.spread.mean
    return parameters(arrivals.spread, unit)


def _timetables(info: etree._Element, hours: dict[str, OfficeHours]) -> None:
    tables = _add(info, "timetables")
    always = OfficeHours(spans=("00:00-24:00",), days="every")
    named = [(f"timetable_{slug}", own) for slug, own in hours.items()]
    for number, (name, own) in enumerate([*named, (ALWAYS, always)]):
        table = _add(tables, "timetable", id=name, name=name, default=str(number == 0).lower())
        rules = _add(table, "rules")
        for first, last in _weekday_spans(own):
            for span in own.spans:
                ends = "23:59:59.999" if span[6:] == "24:00" else f"{span[6:]}:00.000"
                _add(
                    rules,
                    "rule",
                    fromTime=f"{span[:5]}:00.000+08:00",
                    toTime=f"{ends}+08:00",
                    fromWeekDay=WEEKDAYS[first - 1],
                    toWeekDay=WEEKDAYS[last - 1],
                )


def _weekday_spans(hours: OfficeHours) -> Iterable[tuple[int, int]]:
    """First and last day of each run of weekdays; holidays cannot be said in this format."""
    open_days = set(range(1, 6)) if hours.days == "working" else set(range(1, 8))
    open_days &= set(hours.weekdays) or open_days
    for day in sorted(open_days):
        if day - 1 not in open_days:
            last = day
            while last + 1 in open_days:
                last += 1
            yield day, last


def _resources(info: etree._Element, pools: Iterable[Pool], language: Language) -> None:
    resources = _add(info, "resources")
    for pool in pools:
        _add(
            resources,
            "resource",
            id=f"{POOL}{pool.slug}",
            name=pool.name[language],
            totalAmount=str(pool.count),
            costPerHour="0",
            timetableId=f"timetable_{pool.slug}",
        )
    _add(
        resources,
        "resource",
        id=NO_STAFF,
        name="无需经办人员" if language == "zh" else "no staff needed",
        totalAmount=str(PLENTY),
        costPerHour="0",
        timetableId=ALWAYS,
    )


def _elements(info: etree._Element, process: Process, drawn: Fragment, staffing: Staffing) -> None:
    elements = _add(info, "elements")
    known = {pool.slug for pool in staffing.pools}
    for node in drawn.every_node():
        duration = process_duration(process, node)
        if duration is None:
            continue
        element = _add(elements, "element", id=f"qbp_{node.id}", elementId=node.id)
        unit = UNIT_SECONDS[duration.unit]
        _distribution(element, "durationDistribution", parameters(duration.distribution, unit))
        if node.kind in TASKS and node.step is not None:
            pool = process.step(node.step).pool
            ids = _add(element, "resourceIds")
            _add(ids, "resourceId").text = f"{POOL}{pool}" if pool in known else NO_STAFF


def process_duration(process: Process, node: Node) -> Duration | None:
    """How long the event or task takes; None for what takes no time."""
    if node.step is None:
        return None
    step = process.step(node.step)
    match node.id.partition("_")[0]:
        case "visit":
            return step.visit.delay if step.visit is not None else None
        case "correction":
            return step.rework.applicant if step.rework is not None else None
        case "step":
            return step.time.duration
        case _:
            return None


def _distribution(parent: etree._Element, name: str, given: Parameters) -> None:
    kind, *numbers = given
    mean, arg1, arg2 = (f"{number:.10g}" for number in numbers)
    element = _add(parent, name, type=kind, mean=mean, arg1=arg1, arg2=arg2)
    _add(element, "timeUnit").text = "seconds"


def _add(parent: etree._Element, name: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, f"{{{PREFIXES['qbp']}}}{name}", attributes)
