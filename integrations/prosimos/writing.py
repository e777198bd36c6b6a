"""A scenario of a token net as the JSON that Prosimos 2.1 reads."""

import json
from collections.abc import Iterable

from integrations.prosimos.attribute_data import attributes_data, drawn_data
from integrations.prosimos.batches import batches_of_task
from integrations.prosimos.calendars import Json, calendars_data, periods
from integrations.prosimos.multitasking import multitasking_data
from models.net_scenario import NetScenario, Rule


def to_prosimos(scenario: NetScenario) -> str:
    """The scenario as text; read back it is the same.

    Raises ValueError for a law, or calendars, that the peer lacks.
    """
    return json.dumps(document(scenario), ensure_ascii=False, indent=2) + "\n"


def document(scenario: NetScenario) -> Json:
    """The scenario as the parts of the document."""
    data: Json = {
        **calendars_data(scenario.calendars),
        "resource_profiles": list(_profiles(scenario)),
        **multitasking_data(scenario.multitasking, scenario.resources),
        "task_resource_distribution": list(_tasks(scenario)),
        "arrival_time_distribution": drawn_data(scenario.gap),
        "gateway_branching_probabilities": list(_gateways(scenario)),
        "event_distribution": [
            {"event_id": e.event, **drawn_data(e.time)} for e in scenario.events
        ],
        "gateway_execution_limit": scenario.net.most_visits,
        **attributes_data(scenario),
        "batch_processing": [batches_of_task(batching) for batching in scenario.batches],
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
            {"resource_id": entry.resource, **drawn_data(entry.time)}
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


def _groups(rule: Rule) -> list[list[Json]]:
    return [[clause.model_dump(mode="json") for clause in group] for group in rule.any_of]
