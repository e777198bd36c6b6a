"""A scenario of a token net as the JSON that Prosimos 2.1 reads."""

import json
from collections.abc import Iterable

from integrations.prosimos.calendars import Json, periods, written
from integrations.prosimos.laws import parameters
from models.law import Law
from models.net_scenario import (
    Attribute,
    ChoiceValue,
    NetScenario,
    Rule,
    Value,
)


def to_prosimos(scenario: NetScenario) -> str:
    """The scenario as text; read back it is the same.

    Raises ValueError for a law, or calendars, that the peer lacks.
    """
    return json.dumps(document(scenario), ensure_ascii=False, indent=2) + "\n"


def document(scenario: NetScenario) -> Json:
    """The scenario as the parts of the document."""
    data: Json = {
        **written(scenario.calendars),
        "resource_profiles": list(_profiles(scenario)),
        "task_resource_distribution": list(_tasks(scenario)),
        "arrival_time_distribution": _drawn(scenario.gap),
        "gateway_branching_probabilities": list(_gateways(scenario)),
        "event_distribution": [{"event_id": e.event, **_drawn(e.time)} for e in scenario.events],
        "gateway_execution_limit": scenario.net.most_visits,
        **{
            key: [
                {"name": a.name, **_value(a.value)}
                for a in scenario.attributes
                if a.value and a.shared is shared
            ]
            for key, shared in (("case_attributes", False), ("global_attributes", True))
        },
        "event_attributes": list(_event_attributes(scenario.attributes)),
        "branch_rules": [
            {"id": f"rule-{n}", "rules": _groups(branch.rule)}
            for n, branch in enumerate(scenario.branches)
            if branch.rule
        ],
        "prioritisation_rules": [
            {"priority_level": p.level, "rules": _groups(p.rule)} for p in scenario.priorities
        ],
    }
    if scenario.arrivals is not None:
        # The reader lets in who comes at the closing second; whole days have none.
        open_until = [s.changed(end=s.end - 1 if s.end % 60 else s.end) for s in scenario.arrivals]
        data["arrival_time_calendar"] = periods(open_until)
    return data


def _profiles(scenario: NetScenario) -> Iterable[Json]:
    for name in dict.fromkeys(resource.profile for resource in scenario.resources):
        people = [
            {
                "id": r.id,
                "name": r.name,
                "amount": r.amount,
                "calendar": r.calendar,
                "cost_per_hour": r.cost,
            }
            for r in scenario.resources
            if r.profile == name
        ]
        yield {"id": name or "people", "name": name, "resource_list": people}


def _tasks(scenario: NetScenario) -> Iterable[Json]:
    for task in dict.fromkeys(entry.task for entry in scenario.performances):
        people = [
            {"resource_id": entry.resource, **_drawn(entry.time)}
            for entry in scenario.performances
            if entry.task == task
        ]
        yield {"task_id": task, "resources": people}


def _gateways(scenario: NetScenario) -> Iterable[Json]:
    for gateway in dict.fromkeys(branch.gateway for branch in scenario.branches):
        paths = [
            {
                "path_id": branch.flow,
                "value": branch.share,
                **({"condition_id": f"rule-{n}"} if branch.rule else {}),
            }
            for n, branch in enumerate(scenario.branches)
            if branch.gateway == gateway
        ]
        yield {"gateway_id": gateway, "probabilities": paths}


def _event_attributes(attributes: Iterable[Attribute]) -> Iterable[Json]:
    own = tuple(attributes)
    for event in dict.fromkeys(name for attribute in own for name in attribute.events):
        changed = [{"name": a.name, **_value(a.events[event])} for a in own if event in a.events]
        yield {"event_id": event, "attributes": changed}


def _value(value: Value) -> Json:
    if isinstance(value, ChoiceValue):
        options = [{"key": word, "value": share} for word, share in value.options.items()]
        return {"type": "discrete", "values": options}
    return {"type": "continuous", "values": _drawn(value.law)}


def _groups(rule: Rule) -> list[list[Json]]:
    return [[clause.model_dump(mode="json") for clause in group] for group in rule.any_of]


def _drawn(law: Law) -> Json:
    name, values = parameters(law)
    return {
        "distribution_name": name,
        "distribution_params": [{"value": value} for value in values],
    }
