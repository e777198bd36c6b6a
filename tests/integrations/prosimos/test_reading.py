"""Scenarios of Prosimos: read with the same meaning, refused in words."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest

from integrations.prosimos.reading import parse_scenario
from models.distributions import Exponential, Fixed, Gamma, Lognormal
from models.errors import DefinitionError, DocumentError
from models.law import Law, Normal, exactly
from models.net_calendars import DAY, WeeklyCalendar, WeeklySpan
from models.net_scenario import EventTime, NetScenario
from models.said import in_chinese
from tests.models.test_token_net import a_net

NET = a_net("< x1 a x2 >", "x2 @t x1")
START = datetime(2024, 1, 1, 9, tzinfo=UTC)


def drawn(name: str, *values: float | str) -> dict[str, Any]:
    return {"distribution_name": name, "distribution_params": [{"value": v} for v in values]}


def document(**changes: object) -> dict[str, Any]:
    """A small scenario with everything that has to be there."""
    week = {"from": "MONDAY", "to": "FRIDAY", "beginTime": "09:00:00", "endTime": "17:00:00.000"}
    person = {"id": "p", "name": "Clerk", "amount": "2", "calendar": "c", "cost_per_hour": "7.5"}
    return {
        "resource_profiles": [{"id": "staff", "name": "Staff", "resource_list": [person]}],
        "resource_calendars": [{"id": "c", "name": "Office", "time_periods": [week]}],
        "task_resource_distribution": [
            {"task_id": "a", "resources": [{"resource_id": "p", **drawn("fix", "60")}]}
        ],
        "arrival_time_distribution": drawn("expon", 900, 0, 1e9),
        "arrival_time_calendar": [week],
        "gateway_branching_probabilities": [
            {
                "gateway_id": "x2",
                "probabilities": [
                    {"path_id": "x2>", "value": "0.75"},
                    {"path_id": "x2@t", "value": 0.25},
                ],
            }
        ],
        "event_distribution": [{"event_id": "@t", **drawn("fix", 30)}],
        **changes,
    }


def read(**changes: object) -> tuple[NetScenario, tuple[str, ...]]:
    return parse_scenario(json.dumps(document(**changes)), NET, START, 10, 1, "s.json")


def spans_of(scenario: NetScenario) -> tuple[WeeklySpan, ...]:
    calendar = scenario.calendars[0]
    assert isinstance(calendar, WeeklyCalendar)
    return calendar.spans


def test_people_calendars_durations_and_shares() -> None:
    scenario, notes = read()
    assert notes == ()
    assert scenario.resources[0].people == ("Clerk_0", "Clerk_1")
    assert scenario.resources[0].cost == 7.5
    assert spans_of(scenario) == (WeeklySpan(first=1, last=5, begin=9 * 3_600, end=17 * 3_600),)
    assert scenario.performances[0].time == Law(of=Fixed(value=60))
    assert [branch.share for branch in scenario.branches] == [0.75, 0.25]
    assert scenario.gap == Law(of=Exponential(mean=900), high=1e9)


def test_an_event_lasts_as_the_diagram_says_if_the_scenario_does_not() -> None:
    nodes = [node.changed(lasts=60) if node.id == "@t" else node for node in NET.nodes]
    net = NET.changed(nodes=tuple(nodes))
    text = json.dumps(document(event_distribution=[]))
    scenario, notes = parse_scenario(text, net, START, 10, 1, "s.json")
    assert scenario.events == (EventTime(event="@t", time=exactly(60)),)
    assert notes == ("the scenario does not say how long event '@t' lasts: 60 s, by the diagram",)
    given = json.dumps(document())
    assert parse_scenario(given, net, START, 10, 1, "s.json")[1] == ()


def test_who_comes_at_the_closing_second_comes_in() -> None:
    scenario, _ = read()
    assert scenario.arrivals is not None
    assert scenario.arrivals[0].end == 17 * 3_600 + 1


@pytest.mark.parametrize(
    ("given", "law"),
    [
        (
            drawn("norm", 360, 20, 300, 3_600),
            Law(of=Normal(mean=360, deviation=20), low=300, high=3_600),
        ),
        (drawn("expon", 1_900, 1_800, 3_600), Law(of=Exponential(mean=100), low=1_800, high=3_600)),
        (drawn("expon", 50, 100, 900), Law(of=Exponential(mean=50), low=100, high=900)),
        (drawn("gamma", 1_200, 360_000, 0, 1e9), Law(of=Gamma(mean=1_200, shape=4), high=1e9)),
        (drawn("uniform", 5, 5), Law(of=Fixed(value=5))),
        (drawn("lognorm", 5, 0, 0, 9), Law(of=Fixed(value=5), high=9)),
    ],
)
def test_distributions(given: dict[str, Any], law: Law) -> None:
    scenario, _ = read(arrival_time_distribution=given)
    assert scenario.gap == law


def test_a_lognormal_keeps_its_mean_and_variance() -> None:
    scenario, _ = read(arrival_time_distribution=drawn("lognorm", 1_800, 1_440_000, 0, 1e9))
    own = scenario.gap.of
    assert isinstance(own, Lognormal)
    assert own.mean == pytest.approx(1_800)


def test_observed_gaps() -> None:
    histogram = {
        "distribution_name": "histogram_sampling",
        "histogram_data": {"cdf": [0.25, 0.25, 1.0], "bin_midpoints": [10, 20, 30]},
    }
    scenario, _ = read(arrival_time_distribution=histogram)
    assert scenario.gap.of.model_dump() == {
        "kind": "empirical",
        "values": (10, 30),
        "weights": (0.25, 0.75),
    }


def test_times_of_day_to_the_second() -> None:
    times = {"from": "SATURDAY", "to": "MONDAY", "beginTime": "08:30", "endTime": "23:59:59.999"}
    calendar = {"id": "c", "time_periods": [times]}
    scenario, _ = read(resource_calendars=[calendar])
    assert spans_of(scenario) == (
        WeeklySpan(first=6, last=7, begin=30_600, end=DAY),
        WeeklySpan(first=1, last=1, begin=30_600, end=DAY),
    )


GOLD = {"name": "kind", "type": "discrete", "values": [{"key": "gold", "value": 1}]}


def test_global_attributes_are_shared_by_all_cases() -> None:
    changed = {"name": "kind", "type": "discrete", "values": [{"key": "tin", "value": 1}]}
    scenario, _ = read(
        global_attributes=[GOLD],
        case_attributes=[{**GOLD, "name": "own"}],
        event_attributes=[{"event_id": "a", "attributes": [changed]}],
    )
    found = {attribute.name: attribute for attribute in scenario.attributes}
    assert (found["kind"].shared, found["own"].shared) == (True, False)
    assert [(change.event, change.attribute) for change in scenario.changes] == [("a", "kind")]


def test_attributes_rules_and_priorities() -> None:
    rules = [[{"attribute": "size", "comparison": "in", "value": ["5", "inf"]}]]
    scenario, _ = read(
        case_attributes=[
            {"name": "size", "type": "continuous", "values": drawn("uniform", 0, 10)},
            {"name": "kind", "type": "discrete", "values": [{"key": "gold", "value": 1}]},
        ],
        event_attributes=[
            {
                "event_id": "a",
                "attributes": [{"name": "size", "type": "continuous", "values": drawn("fix", 9)}],
            }
        ],
        branch_rules=[{"id": "big", "rules": rules}],
        prioritisation_rules=[{"priority_level": 1, "rules": rules}],
        gateway_branching_probabilities=[
            {
                "gateway_id": "x2",
                "probabilities": [
                    {"path_id": "x2>", "condition_id": "big"},
                    {"path_id": "x2@t"},
                ],
            }
        ],
    )
    assert [branch.share for branch in scenario.branches] == [0.5, 0.5]
    assert scenario.branches[0].rule == scenario.priorities[0].rule
    assert [(change.event, change.attribute) for change in scenario.changes] == [("a", "size")]


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"case_attributes": [GOLD, GOLD]}, "attribute 'kind' appears twice"),
        ({"event_distribution": []}, "event '@t' has no duration"),
        ({"task_resource_distribution": []}, "nobody does task 'a'"),
        ({"gateway_branching_probabilities": []}, "gateway 'x2' .* have no share"),
        ({"arrival_time_distribution": drawn("norm", 5)}, "norm takes 4 parameters, not 1"),
        ({"arrival_time_distribution": drawn("norm", 5, 1, 9, 3)}, "greatest value of norm"),
    ],
)
def test_what_cannot_be_run_is_named(changes: dict[str, object], complaint: str) -> None:
    with pytest.raises(DefinitionError, match=complaint) as caught:
        read(**changes)
    assert in_chinese(caught.value.message) != str(caught.value)


def test_all_faults_are_told_at_once() -> None:
    gateways = [
        {
            "gateway_id": "x2",
            "probabilities": [
                {"path_id": "x2>", "value": 0.5},
                {"path_id": "x2@t", "value": 0.4, "condition_id": "none"},
            ],
        }
    ]
    with pytest.raises(DefinitionError) as caught:
        read(gateway_branching_probabilities=gateways, model_type="FUZZY")
    assert len(caught.value.faults) == 3


def test_what_is_not_in_the_diagram_is_left_aside_and_named() -> None:
    other = {"task_id": "z", "resources": [{"resource_id": "p", **drawn("fix", 1)}]}
    _, notes = read(
        task_resource_distribution=[*document()["task_resource_distribution"], other],
        granules={"value": 60},
    )
    assert sorted(str(note) for note in notes) == [
        "task 'z' is not in the diagram: ignored",
        "unknown key 'granules': ignored",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{",
        '{"a": 1, "a": 2}',
        "[" * 100_000,
        '{"resource_profiles": NaN}',
        '{"resource_profiles": []}',
        json.dumps(document(resource_calendars=[{"id": "c", "time_periods": []}])),
        json.dumps(document(arrival_time_distribution=drawn("weibull", 1))),
    ],
)
def test_what_is_no_scenario_is_one_sentence(text: str) -> None:
    with pytest.raises(DocumentError, match=r"^s.json"):
        parse_scenario(text, NET, START, 10, 1, "s.json")
