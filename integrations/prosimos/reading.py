"""A Prosimos scenario beside its diagram, as a scenario that we run with the same meaning."""

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, TypeVar

from integrations.documents import checked
from integrations.prosimos.attributes import AttributeReader
from integrations.prosimos.batches import batching
from integrations.prosimos.calendars import CalendarReader
from integrations.prosimos.document import (
    KNOWN,
    Comparison,
    Document,
    Drawn,
    Gateway,
    Groups,
)
from integrations.prosimos.faults import law_at, tried
from integrations.prosimos.multitasking import MultitaskReader
from models.errors import DefinitionError, DocumentError
from models.law import Law, exactly
from models.net_batch import Batching
from models.net_scenario import (
    Branch,
    Clause,
    EventTime,
    NetScenario,
    Performance,
    Priority,
    Resource,
    Rule,
)
from models.said import said
from models.token_net import TokenNet

LARGEST = 50_000_000
"""Bytes; the largest scenarios of the field are a tenth of it."""
DEEPEST = 60

T = TypeVar("T")


def read_scenario(
    path: Path, diagram: TokenNet, start: datetime, cases: int, seed: int
) -> tuple[NetScenario, tuple[str, ...]]:
    """The scenario in a file, and what was left aside, in words.

    Raises DocumentError for what is no scenario, DefinitionError with every fault at once for one
    that cannot be run.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError(
                said(f"{path}：文件过大，不是方案", f"{path}: too large to be a scenario")
            )
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise DocumentError(
            said(f"{path}：无法读取（{error}）", f"{path}: cannot be read ({error})")
        ) from None
    return parse_scenario(text, diagram, start, cases, seed, str(path))


def parse_scenario(
    text: str, diagram: TokenNet, start: datetime, cases: int, seed: int, where: str
) -> tuple[NetScenario, tuple[str, ...]]:
    """The scenario in a text, as ``read_scenario``."""
    data = _data(text, where)
    document = checked(data, Document, where)
    reader = _Reader(document, diagram)
    reader.notes += [
        said(f"忽略未知键“{name}”", f"unknown key {name!r}: ignored")
        for name in data
        if name not in KNOWN
    ]
    values = {**reader.fields(), "start": start, "cases": cases, "seed": seed}
    if reader.faults:
        raise DefinitionError(where, list(dict.fromkeys(reader.faults)))
    try:
        return NetScenario(**values), tuple(reader.notes)
    except DefinitionError as error:
        raise DefinitionError(where, error.faults) from None


def _data(text: str, where: str) -> dict[str, Any]:
    depth = deepest = 0
    for sign in text:
        depth += (sign in "[{") - (sign in "]}")
        deepest = max(deepest, depth)
    if deepest > DEEPEST:
        raise DocumentError(said(f"{where}：嵌套过深", f"{where}: nested too deeply"))
    try:
        data = json.loads(text, object_pairs_hook=_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise DocumentError(
            said(f"{where}：不是JSON（{error}）", f"{where}: this is not JSON ({error})")
        ) from None
    if not isinstance(data, dict):
        raise DocumentError(
            said(f"{where}：应为JSON对象", f"{where}: expected an object with keys")
        )
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("a key appears twice")
    return found


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is not a number")


@dataclass
class _Reader:
    document: Document
    diagram: TokenNet
    faults: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def fields(self) -> dict[str, Any]:
        """The fields of the scenario; faults are gathered."""
        document = self.document
        limit = min(document.gateway_execution_limit, 30_000)
        calendars = CalendarReader(document, self.faults)
        attributes = AttributeReader(document, self.faults)
        resources = self._resources()
        hands = MultitaskReader(document, resources, self.faults, self.notes)
        return {
            "net": self.diagram.changed(most_visits=limit),
            "resources": resources,
            "calendars": tuple(calendars.calendars()),
            "multitasking": tuple(hands.multitasking()),
            "performances": tuple(self._performances()),
            "gap": self._law("arrival_time_distribution", document.arrival_time_distribution),
            "arrivals": calendars.arrivals(),
            "events": tuple(self._events()),
            "branches": tuple(self._branches()),
            "attributes": tuple(attributes.attributes()),
            "changes": tuple(attributes.changes()),
            "priorities": tuple(
                Priority(level=entry.priority_level, rule=self._rule(entry.rules))
                for entry in document.prioritisation_rules
            ),
            "batches": tuple(self._batches()),
        }

    def _try(self, place: str, make: Callable[[], T]) -> T | None:
        return tried(self.faults, place, make)

    def _law(self, place: str, drawn: Drawn) -> Law | None:
        return law_at(self.faults, place, drawn)

    def _resources(self) -> tuple[Resource, ...]:
        return tuple(
            Resource(
                id=person.id,
                name=person.name or person.id,
                profile=profile.name or profile.id,
                calendar=person.calendar,
                amount=person.amount,
                cost=person.cost_per_hour,
            )
            for profile in self.document.resource_profiles
            for person in profile.resource_list
        )

    def _performances(self) -> Iterable[Performance]:
        for entry in self.document.task_resource_distribution:
            if not self._is_task(entry.task_id):
                continue
            for person in entry.resources:
                found = self._law(f"task {entry.task_id}, {person.resource_id}", person)
                if found:
                    yield Performance(task=entry.task_id, resource=person.resource_id, time=found)

    def _batches(self) -> Iterable[Batching]:
        for entry in self.document.batch_processing:
            place = f"batch_processing {entry.task_id}"
            found = self._try(place, partial(batching, entry))
            if found and self._is_task(entry.task_id):
                yield found

    def _is_task(self, name: str) -> bool:
        """Whether the diagram has the task; what is said of another one is ignored, and named."""
        if any(task.id == name for task in self.diagram.tasks):
            return True
        self.notes.append(
            said(
                f"任务“{name}”不在流程图中，已忽略",
                f"task {name!r} is not in the diagram: ignored",
            )
        )
        return False

    def _events(self) -> Iterable[EventTime]:
        events = {node.id: node for node in self.diagram.nodes if node.kind == "event"}
        for entry in self.document.event_distribution:
            found = self._law(f"event {entry.event_id}", entry)
            if entry.event_id not in events:
                self.notes.append(
                    said(
                        f"事件“{entry.event_id}”不在流程图中，已忽略",
                        f"event {entry.event_id!r} is not in the diagram: ignored",
                    )
                )
            elif found:
                yield EventTime(event=entry.event_id, time=found)
        given = {entry.event_id for entry in self.document.event_distribution}
        for node in events.values():
            if node.id not in given and node.lasts is not None:
                self.notes.append(
                    said(
                        f"方案没有给出事件“{node.label}”的时长，按流程图取 {node.lasts:g} 秒",
                        f"the scenario does not say how long event {node.label!r} lasts: "
                        f"{node.lasts:g} s, by the diagram",
                    )
                )
                yield EventTime(event=node.id, time=exactly(node.lasts))

    def _branches(self) -> Iterable[Branch]:
        nodes = {node.id: node for node in self.diagram.nodes}
        for gateway in self.document.gateway_branching_probabilities:
            if gateway.gateway_id in nodes:
                is_choice = nodes[gateway.gateway_id].kind == "exclusive"
                yield from self._paths(gateway, is_choice=is_choice)
                continue
            self.notes.append(
                said(
                    f"网关“{gateway.gateway_id}”不在流程图中，已忽略",
                    f"gateway {gateway.gateway_id!r} is not in the diagram: ignored",
                )
            )

    def _paths(self, gateway: Gateway, *, is_choice: bool) -> Iterable[Branch]:
        given = [path.value for path in gateway.probabilities if path.value is not None]
        missing = len(gateway.probabilities) - len(given)
        rest = max(0.0, 1 - sum(given)) / missing if missing else 0.0
        if is_choice and not missing and abs(sum(given) - 1) > 1e-6:  # noqa: PLR2004 - rounding
            self.faults.append(
                said(
                    f"网关“{gateway.gateway_id}”的概率之和是 {sum(given):g}，应为1",
                    f"the shares of gateway {gateway.gateway_id!r} sum to {sum(given):g}, not 1",
                )
            )
        for path in gateway.probabilities:
            share = rest if path.value is None else path.value
            rule = None if path.condition_id is None else self._branch_rule(path.condition_id)
            yield Branch(gateway=gateway.gateway_id, flow=path.path_id, share=share, rule=rule)

    def _branch_rule(self, name: str) -> Rule | None:
        rules = {rule.id: rule for rule in self.document.branch_rules}
        if name in rules:
            return self._rule(rules[name].rules)
        self.faults.append(
            said(f"没有名为“{name}”的 branch_rules", f"branch_rules has no {name!r}")
        )
        return None

    def _rule(self, groups: Groups) -> Rule:
        tests = [
            tuple(t for t in (self._test(comparison) for comparison in group) if t)
            for group in groups
        ]
        if not any(tests):
            self.faults.append(said("规则没有条件", "a rule has no conditions"))
        return Rule(any_of=tuple(tests))

    def _test(self, comparison: Comparison) -> Clause | None:
        value = comparison.value
        place = f"rule on {comparison.attribute}"
        if comparison.comparison == "in" or isinstance(value, tuple):
            return self._try(place, lambda: _between(comparison))
        return Clause(attribute=comparison.attribute, comparison=comparison.comparison, value=value)


def _between(comparison: Comparison) -> Clause:
    ends = comparison.value
    if not isinstance(ends, tuple) or comparison.comparison != "in":
        raise ValueError(said("in 须给出上下限", "in takes a least and a greatest value"))
    low, high = (1e300 if end == "inf" else float(end) for end in ends)
    return Clause(attribute=comparison.attribute, comparison="in", value=(low, high))
