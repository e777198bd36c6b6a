"""A diagram of another tool as a scenario of a token net, ready to run.

What the file does not say is assumed and named: five cases a working day, and so many people for
each lane that they are busy four fifths of their time.
"""

from datetime import datetime
from math import ceil

from integrations.bpmn.read import Imported
from models.distributions import Distribution, Exponential
from models.errors import DocumentError
from models.law import Law, exactly
from models.net_calendars import WeeklyCalendar, WeeklySpan
from models.net_scenario import EventTime, NetScenario, Performance, Resource
from models.pool import OfficeHours
from models.said import Said, said
from models.step_time import UNIT_SECONDS, Duration, StepTime
from models.token_net import Flow, TokenNet

ALWAYS = "..always"
SYSTEM = "..system"
PLENTY = 10_000
"""Copies of what needs no people: nothing ever waits for it."""
A_DAY = 5
BUSY = 0.8
ROUNDS = 100
OFFICE = OfficeHours()
AMOUNTS = {"value", "low", "mode", "high", "mean", "median", "values"}
"""Parameters that have the quantity's unit."""


def net_scenario(
    model: Imported, start: datetime, cases: int, seed: int
) -> tuple[NetScenario, tuple[Said, ...]]:
    """The scenario of an imported diagram, and what had to be assumed or left out for it."""
    if model.net is None:
        raise DocumentError(said("文件里没有流程图", "the file holds no diagram"))
    notes = list(model.notes)
    gap = _gap(model, notes)
    desks = {node.id: _desk(model, node.id) for node in model.net.tasks}
    hours = _people(model, desks, gap.mean, notes)
    always = WeeklySpan(first=1, last=7, begin=0, end=86_400)
    scenario = NetScenario(
        net=model.net,
        resources=(
            *(_resource(model, slug, people) for slug, (people, _) in hours.items()),
            Resource(id=SYSTEM, name="system", calendar=ALWAYS, amount=PLENTY),
        ),
        calendars=(
            *(WeeklyCalendar(id=slug, spans=spans(own)) for slug, (_, own) in hours.items()),
            WeeklyCalendar(id=ALWAYS, spans=(always,)),
        ),
        performances=tuple(
            Performance(task=task, resource=desk, time=_law(model.times[task]))
            for task, desk in desks.items()
        ),
        gap=Law(of=gap),
        arrivals=spans(OFFICE),
        events=tuple(
            EventTime(event=node.id, time=_event_law(model, node.id))
            for node in model.net.nodes
            if node.kind == "event"
        ),
        start=start,
        cases=cases,
        seed=seed,
    )
    return scenario, tuple(notes)


def _gap(model: Imported, notes: list[Said]) -> Distribution:
    """Seconds between two arrivals."""
    gap = model.between_arrivals
    if gap is None or gap.mean <= 0:
        gap = Exponential(mean=60 * OFFICE.minutes_a_day / A_DAY)
        notes.append(
            said(
                f"没有写明到件，按每工作日{A_DAY}件（假设）",
                f"arrivals are not stated: {A_DAY} a working day assumed",
            )
        )
    return gap


def _people(
    model: Imported, desks: dict[str, str], gap: float, notes: list[Said]
) -> dict[str, tuple[int, OfficeHours]]:
    """How many people there are, and their hours, by desk."""
    hours = {pool.slug: (pool.count, pool.shifts[0].hours) for pool in model.pools}
    for desk in dict.fromkeys(desks.values()):
        if desk not in hours and desk != SYSTEM:
            people = _enough(model, [task for task, own in desks.items() if own == desk], gap)
            hours[desk] = (people, OFFICE)
            name = model.names[desk]
            notes.append(
                said(
                    f"没有写明“{name.zh}”有几人，按{people}人、标准办公时间（假设）",
                    f"people of {name.en!r} are not stated: {people} in standard office hours "
                    "assumed",
                )
            )
    return hours


def _desk(model: Imported, task: str) -> str:
    time = model.times[task]
    return (time.pool or model.owners[task]) if time.kind == "work" else SYSTEM


def _enough(model: Imported, tasks: list[str], gap: float) -> int:
    """People who are busy for at most ``BUSY`` of their time with these tasks."""
    if model.net is None:
        return 1
    visits = expected_visits(model.net)
    work = sum(visits[task] * model.times[task].duration.mean_seconds for task in tasks)
    return min(PLENTY, max(1, ceil(work / gap / BUSY)))


def expected_visits(net: TokenNet) -> dict[str, float]:
    """How often a case comes to each node, every branch of inclusive splits taken.

    Shares are followed for ``ROUNDS`` rounds; more of a loop is left out.
    """
    visits = {node.id: 0.0 for node in net.nodes}
    for _ in range(ROUNDS):
        passed = {flow.id: visits[flow.source] * _part(net, flow) for flow in net.flows}
        for node in net.nodes:
            coming = [passed[flow.id] for flow in net.incoming[node.id]]
            together = node.kind in {"parallel", "inclusive"}
            visits[node.id] = (max if together else sum)(coming) if coming else 1.0
    return visits


def _part(net: TokenNet, flow: Flow) -> float:
    """The share of a node's visits that a flow gets."""
    out = len(net.outgoing[flow.source])
    if out == 1 or net.node(flow.source).kind not in {"exclusive", "events"}:
        return 1.0
    return 1 / out if flow.share is None else flow.share


def _resource(model: Imported, slug: str, people: int) -> Resource:
    return Resource(id=slug, name=model.names[slug].zh, calendar=slug, amount=people)


def _event_law(model: Imported, event: str) -> Law:
    time = model.times.get(event)
    return exactly(0) if time is None else _law(time)


def _law(time: StepTime) -> Law:
    return Law(of=in_seconds(time.duration))


def in_seconds(duration: Duration) -> Distribution:
    """The duration's distribution with seconds as its unit."""
    unit = UNIT_SECONDS[duration.unit]
    fields: dict[str, object] = {}
    for name, value in duration.distribution.model_dump().items():
        if name in AMOUNTS:
            many = isinstance(value, tuple)
            fields[name] = tuple(one * unit for one in value) if many else value * unit
    return duration.distribution.changed(**fields)


def spans(hours: OfficeHours) -> tuple[WeeklySpan, ...]:
    """Office hours as spans of a week: Monday to Friday unless they say otherwise."""
    days = set(range(1, 6)) if hours.days == "working" else set(range(1, 8))
    days &= set(hours.weekdays) or days
    return tuple(
        WeeklySpan(first=day, last=day, begin=60 * opens, end=60 * closes)
        for day in sorted(days)
        for opens, closes in hours.minutes
    )
