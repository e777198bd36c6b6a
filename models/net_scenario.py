"""A scenario for a token net: who does its tasks, how long, when, and which way cases go.

It holds what simulators of BPMN diagrams agree on: resources with calendars of their own,
durations by task and resource, arrivals with a calendar, shares and rules at gateways, timers,
attributes of cases, priorities, batches. Times are seconds.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model
from models.errors import DefinitionError
from models.law import Law
from models.net_attribute import Attribute, Change
from models.net_batch import Batching
from models.net_calendars import Calendar, WeeklySpan
from models.net_multitasking import Multitasking
from models.said import said
from models.token_net import GATEWAYS, Identifier, TokenNet

Comparison = Literal["=", "!=", "<", "<=", ">", ">=", "in"]


class Resource(Model):
    """``amount`` people with the same calendar; ``cost`` is by the hour."""

    id: Identifier
    name: str
    profile: str = ""
    calendar: Identifier
    amount: Annotated[int, Field(ge=1, le=10_000)] = 1
    cost: Annotated[float, Field(ge=0)] = 0

    @property
    def people(self) -> tuple[str, ...]:
        """The name of each of them."""
        if self.amount == 1:
            return (self.name,)
        return tuple(f"{self.name}_{number}" for number in range(self.amount))


class Performance(Model):
    """How long a task takes whom."""

    task: Identifier
    resource: Identifier
    time: Law


class EventTime(Model):
    """How long an intermediate event lasts."""

    event: Identifier
    time: Law


class Clause(Model):
    """An attribute compared with a value; ``in`` asks for a number between two, both included."""

    attribute: str
    comparison: Comparison
    value: float | str | tuple[float, float]


class Rule(Model):
    """Holds if all tests of any of its groups hold."""

    any_of: tuple[tuple[Clause, ...], ...]


class Branch(Model):
    """A flow out of a gateway: its share, and the rule under which it is taken."""

    gateway: Identifier
    flow: Identifier
    share: Annotated[float, Field(ge=0, le=1)]
    rule: Rule | None = None


class Priority(Model):
    """Cases for which the rule holds go before those of greater ``level``."""

    level: Annotated[int, Field(ge=0, le=1_000_000)]
    rule: Rule


class NetScenario(Model):
    """A token net with all that is needed to run it.

    The first case comes at ``start``, each next one after a draw of ``gap``, moved on to the next
    opening of ``arrivals`` (None: always open). Cases without a priority go last. Raises
    DefinitionError with every fault at once.
    """

    net: TokenNet
    resources: tuple[Resource, ...]
    calendars: tuple[Calendar, ...]
    performances: tuple[Performance, ...]
    multitasking: tuple[Multitasking, ...] = ()
    gap: Law
    arrivals: tuple[WeeklySpan, ...] | None = None
    events: tuple[EventTime, ...] = ()
    branches: tuple[Branch, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    changes: tuple[Change, ...] = ()
    priorities: tuple[Priority, ...] = ()
    batches: tuple[Batching, ...] = ()
    start: datetime
    cases: Annotated[int, Field(ge=1, le=20_000_000)] = 1_000
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = 1

    @model_validator(mode="after")
    def _complete(self) -> Self:
        faults = list(scenario_faults(self))
        if faults:
            raise DefinitionError(said("流程图的方案", "scenario of the diagram"), faults)
        return self


def scenario_faults(scenario: NetScenario) -> Iterator[str]:
    """All faults of a scenario, in plain words."""
    if scenario.start.tzinfo is None:
        yield said("开始时间须带时区", "the start needs a time zone")
    yield from _twice("calendar", [calendar.id for calendar in scenario.calendars])
    yield from _twice("resource", [resource.id for resource in scenario.resources])
    yield from _twice("attribute", [attribute.name for attribute in scenario.attributes])
    known = {calendar.id for calendar in scenario.calendars}
    for resource in scenario.resources:
        yield from _unknown("resource", resource.id, "calendar", resource.calendar, known)
    yield from _hands_faults(scenario)
    yield from _task_faults(scenario)
    yield from _event_faults(scenario)
    yield from _branch_faults(scenario)
    yield from _attribute_faults(scenario)
    yield from _twice("batched task", [batching.task for batching in scenario.batches])
    tasks = {task.id for task in scenario.net.tasks}
    for batching in scenario.batches:
        yield from _unknown("batching", batching.task, "task", batching.task, tasks)


def _twice(kind: str, names: Sequence[str]) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            yield said(f"“{name}”出现了两次（{kind}）", f"{kind} {name!r} appears twice")
        seen.add(name)


def _unknown(kind: str, name: str, other: str, wanted: str, known: set[str]) -> Iterator[str]:
    if wanted not in known:
        yield said(
            f"{kind}“{name}”引用的{other}“{wanted}”不存在",
            f"{kind} {name!r} names {other} {wanted!r}, which does not exist",
        )


def _hands_faults(scenario: NetScenario) -> Iterator[str]:
    amounts = {resource.id: resource.amount for resource in scenario.resources}
    people = [f"{entry.resource} {entry.number}" for entry in scenario.multitasking]
    yield from _twice("multitasking", people)
    for entry in scenario.multitasking:
        if entry.number >= amounts.get(entry.resource, 0):
            yield said(
                f"多任务设置中的人员“{entry.resource}”第{entry.number}号不存在",
                f"multitasking names person {entry.number} of {entry.resource!r}, who does not "
                "exist",
            )


def _task_faults(scenario: NetScenario) -> Iterator[str]:
    tasks = {task.id for task in scenario.net.tasks}
    people = {resource.id for resource in scenario.resources}
    for entry in scenario.performances:
        yield from _unknown("performance", entry.resource, "task", entry.task, tasks)
        yield from _unknown("task", entry.task, "resource", entry.resource, people)
    done = {entry.task for entry in scenario.performances}
    for task in scenario.net.tasks:
        if task.id not in done:
            yield said(
                f"任务“{task.label}”({task.id})没有人办理，请给出资源和时长",
                f"nobody does task {task.label!r} ({task.id}); give its resources and durations",
            )


def _event_faults(scenario: NetScenario) -> Iterator[str]:
    events = {node.id for node in scenario.net.nodes if node.kind == "event"}
    timed = {entry.event for entry in scenario.events}
    for name in sorted(timed - events):
        yield said(f"事件“{name}”不在流程图中", f"event {name!r} is not in the diagram")
    for name in sorted(events - timed):
        yield said(f"事件“{name}”没有时长", f"event {name!r} has no duration; give one")


def _branch_faults(scenario: NetScenario) -> Iterator[str]:
    flows = {flow.id: flow for flow in scenario.net.flows}
    given = {branch.flow for branch in scenario.branches}
    for branch in scenario.branches:
        if branch.flow not in flows or flows[branch.flow].source != branch.gateway:
            yield said(
                f"网关“{branch.gateway}”没有流出的连线“{branch.flow}”",
                f"no flow {branch.flow!r} leaves gateway {branch.gateway!r}",
            )
    for node in scenario.net.nodes:
        out = scenario.net.outgoing[node.id]
        if node.kind not in {"exclusive", "inclusive"} or len(out) < 2:  # noqa: PLR2004 - a split
            continue
        missing = [flow.id for flow in out if flow.id not in given and flow.share is None]
        if missing:
            yield said(
                f"网关“{node.label}”({node.id})的连线 {', '.join(missing)} 没有概率",
                f"gateway {node.label!r} ({node.id}): flows {', '.join(missing)} have no share",
            )


def _attribute_faults(scenario: NetScenario) -> Iterator[str]:
    known = {attribute.name for attribute in scenario.attributes}
    nodes = {n.id for n in scenario.net.nodes if n.kind not in GATEWAYS}
    rules = [branch.rule for branch in scenario.branches if branch.rule]
    rules += [priority.rule for priority in scenario.priorities]
    for rule in rules:
        for test in (test for group in rule.any_of for test in group):
            yield from _unknown("rule", test.comparison, "attribute", test.attribute, known)
    changed: set[tuple[str, str]] = set()
    for change in scenario.changes:
        yield from _unknown("attribute", change.attribute, "event", change.event, nodes)
        for name in sorted({change.attribute, *change.asked}):
            yield from _unknown("event", change.event, "attribute", name, known)
        if (change.event, change.attribute) in changed:
            yield said(
                f"事件“{change.event}”两次改变属性“{change.attribute}”",
                f"event {change.event!r} changes attribute {change.attribute!r} twice",
            )
        changed.add((change.event, change.attribute))
    for attribute in scenario.attributes:
        if attribute.by_case and not attribute.shared:
            yield said(
                f"属性“{attribute.name}”不是全局属性，不能随办件重新抽取",
                f"attribute {attribute.name!r} is not shared; it cannot be drawn anew by each case",
            )
