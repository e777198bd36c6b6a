"""``batch_processing``: what each condition means, what is refused, and that it comes back."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from integrations.prosimos.batches import batches_of_task
from integrations.prosimos.reading import parse_scenario
from integrations.prosimos.writing import to_prosimos
from models.errors import DefinitionError, DocumentError
from models.net_batch import Amounts, Batching, FiringRule
from models.said import in_chinese
from tests.integrations.prosimos.test_reading import NET, START, document, read

HOUR = 3_600


def condition(attribute: str, comparison: str, value: float | str) -> dict[str, Any]:
    return {"attribute": attribute, "comparison": comparison, "value": value}


def entry(*rules: list[dict[str, Any]], **changes: object) -> dict[str, Any]:
    return {
        "task_id": "a",
        "type": "Sequential",
        "size_distrib": [{"key": "1", "value": 0.25}, {"key": "2", "value": "0.75"}],
        "duration_distrib": [{"key": "3", "value": 0.8}],
        "firing_rules": list(rules),
        **changes,
    }


def rule(*conditions: tuple[str, str, float | str]) -> FiringRule:
    (batching,) = read(batch_processing=[entry([condition(*c) for c in conditions])])[0].batches
    return batching.rules[0]


def test_an_entry_is_read() -> None:
    scenario, notes = read(batch_processing=[entry(type="Parallel")])
    assert scenario.batches == (
        Batching(task="a", parallel=True, sizes={1: 0.25, 2: 0.75}, factors={3: 0.8}),
    )
    assert scenario.batches[0].alone == 0.25
    assert notes == ()


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ([("size", "=", 3)], FiringRule(size=Amounts(least=3, most=3))),
        ([("size", ">", 3)], FiringRule(size=Amounts(least=4))),
        ([("size", "<", 5)], FiringRule(size=Amounts(least=1, most=4))),
        ([("size", ">=", 2), ("size", "<=", "6")], FiringRule(size=Amounts(least=2, most=6))),
        ([("ready_wt", "<", 600)], FiringRule(idle=Amounts(most=599))),
        ([("large_wt", ">=", "60.0")], FiringRule(oldest=Amounts(least=60))),
        ([("week_day", "=", "Friday")], FiringRule(weekday=5)),
        ([("daily_hour", "=", 9)], FiringRule(hours=(9 * HOUR, 9 * HOUR + 1))),
        (
            [("daily_hour", ">", 9), ("daily_hour", "<", 17)],
            FiringRule(hours=(9 * HOUR + 1, 17 * HOUR)),
        ),
        (
            [("week_day", "=", "MONDAY"), ("daily_hour", "<=", 12), ("size", ">=", 2)],
            FiringRule(size=Amounts(least=2), weekday=1, hours=(0, 12 * HOUR + 1)),
        ),
    ],
)
def test_conditions(conditions: list[tuple[str, str, float | str]], expected: FiringRule) -> None:
    assert rule(*conditions) == expected


@pytest.mark.parametrize(
    ("given", "complaint"),
    [
        (entry(type="Concurrent"), "type Concurrent cannot be run"),
        (entry(size_distrib=[{"key": 2, "value": 1}] * 2), "size_distrib: a key appears twice"),
        (entry(size_distrib=[]), "neither rules nor sizes say when"),
        (entry([condition("size", "<", 1)]), "no number of visits or time"),
        (entry([condition("size", ">", 4), condition("size", "<", 4)]), "at least 5 and at most 3"),
        (entry([condition("size", "=", "many")]), "size: the value 'many' does not fit"),
        (entry([condition("size", "=", "1e400")]), "the value '1e400' does not fit"),
        (entry([condition("week_day", "=", "Someday")]), "week_day: the value 'Someday'"),
        (entry([condition("week_day", ">", "Monday")]), "week_day: the value 'Monday'"),
        (
            entry([condition("week_day", "=", "Monday"), condition("week_day", "=", "Friday")]),
            "one week_day at most",
        ),
        (entry([condition("daily_hour", "=", 25)]), "daily_hour: the value 25"),
        (
            entry([condition("daily_hour", ">", 9), condition("daily_hour", "<", 9)]),
            "no time of the day",
        ),
    ],
)
def test_what_cannot_be_done_is_named(given: dict[str, Any], complaint: str) -> None:
    with pytest.raises(DefinitionError, match=complaint) as caught:
        read(batch_processing=[given])
    assert "batch_processing a" in str(caught.value)


def test_what_the_model_refuses_is_said_in_both_languages() -> None:
    with pytest.raises(DefinitionError) as caught:
        read(batch_processing=[entry(size_distrib=[])])
    (fault,) = caught.value.faults
    assert fault.startswith("batch_processing a: task 'a' is done in batches, but neither")
    assert in_chinese(fault) == "batch_processing a：任务“a”成批办理，但既无规则也无批量分布"


def test_an_unknown_condition_is_one_sentence() -> None:
    with pytest.raises(DocumentError, match=r"batch_processing\D*0\D*firing_rules"):
        read(batch_processing=[entry([condition("moon", "=", 1)])])


def test_a_task_that_the_diagram_lacks_is_left_aside_and_named() -> None:
    scenario, notes = read(batch_processing=[entry(task_id="gone")])
    assert scenario.batches == ()
    assert notes == ("task 'gone' is not in the diagram: ignored",)


def test_a_task_has_one_entry() -> None:
    with pytest.raises(DefinitionError, match="batched task 'a' appears twice"):
        read(batch_processing=[entry(), entry()])


def test_hours_within_an_hour_cannot_be_written() -> None:
    half_past = FiringRule(hours=(HOUR // 2, HOUR))
    with pytest.raises(ValueError, match="on the hour"):
        batches_of_task(Batching(task="a", rules=(half_past,)))


AMOUNTS = st.tuples(st.integers(0, 90), st.none() | st.integers(90, 999)).map(
    lambda ends: Amounts(least=ends[0], most=ends[1])
)
SIZES = st.tuples(st.integers(1, 9), st.none() | st.integers(9, 99)).map(
    lambda ends: Amounts(least=ends[0], most=ends[1])
)
HOURS = st.tuples(st.integers(0, 11), st.integers(12, 23), st.booleans(), st.booleans()).map(
    lambda t: (t[0] * HOUR + t[2], t[1] * HOUR + t[3])
)
RULES = st.builds(
    FiringRule,
    size=SIZES,
    idle=st.none() | AMOUNTS,
    oldest=st.none() | AMOUNTS,
    weekday=st.none() | st.integers(1, 7),
    hours=st.none() | HOURS | st.just((0, 24 * HOUR)),
)
BATCHINGS = st.builds(
    Batching,
    task=st.just("a"),
    parallel=st.booleans(),
    sizes=st.dictionaries(st.integers(2, 9), st.floats(0.1, 1), min_size=1, max_size=3),
    factors=st.dictionaries(st.integers(1, 9), st.floats(0, 2), max_size=3),
    rules=st.lists(RULES, max_size=3).map(tuple),
)


@given(BATCHINGS)
@settings(deadline=None)
def test_it_comes_back(batching: Batching) -> None:
    scenario = read()[0].changed(batches=(batching,))
    again, _ = parse_scenario(to_prosimos(scenario), NET, START, 10, 1, "s.json")
    assert again == scenario


def test_the_document_stays_json() -> None:
    text = json.dumps(document(batch_processing=[entry()]))
    scenario, _ = parse_scenario(text, NET, START, 10, 1, "s.json")
    assert json.loads(to_prosimos(scenario))["batch_processing"][0]["type"] == "Sequential"
