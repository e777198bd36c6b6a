"""Attributes of the peer's scenarios: read, refused in words, written back the same."""

import json
from typing import Any

import pytest

from integrations.prosimos.formulas import formula
from integrations.prosimos.reading import parse_scenario
from integrations.prosimos.writing import document as written
from integrations.prosimos.writing import to_prosimos
from models.errors import DefinitionError
from models.law import exactly
from models.net_attribute import (
    ChoiceValue,
    FormulaValue,
    Leaf,
    NumberValue,
    TransitionValue,
    TreeValue,
)
from models.net_scenario import NetScenario
from models.said import in_chinese
from tests.integrations.prosimos.test_reading import NET, START, document, drawn

SIZE = {"name": "size", "type": "continuous", "values": drawn("fix", 9)}
KIND = {"name": "kind", "type": "discrete", "values": [{"key": "red", "value": 1}]}
CHAIN = {"red": {"red": 0.25, "blue": 0.75}, "blue": {"red": 1}}
TREE = [
    [["size > 5", "kind == 'red'"], "norm(size, 2) * 2"],
    [["size > 2"], "'small'"],
    [True, "0"],
]


def attribute(name: str, kind: str, values: object) -> dict[str, Any]:
    return {"name": name, "type": kind, "values": values}


def read(*changes: dict[str, Any], **fields: object) -> NetScenario:
    """A scenario in which task a changes so many attributes."""
    data = document(
        event_attributes=[{"event_id": "a", "attributes": list(changes)}],
        **{"global_attributes": [SIZE], "case_attributes": [KIND], **fields},
    )
    return parse_scenario(json.dumps(data), NET, START, 10, 1, "s.json")[0]


def test_formulas_trees_and_transitions() -> None:
    scenario = read(
        attribute("cost", "expression", "size * 2"),
        attribute("size", "dtree", TREE),
        attribute("kind", "discrete", CHAIN),
    )
    cost, size, kind = (change.value for change in scenario.changes)
    assert cost == FormulaValue(formula=formula("size * 2"))
    assert isinstance(size, TreeValue)
    assert size.leaves[0].conditions == (formula("size > 5"), formula("kind == 'red'"))
    assert size.leaves[2] == Leaf(conditions=(), formula=formula("0"))
    assert kind == TransitionValue(after=CHAIN)
    assert [a.name for a in scenario.attributes] == ["size", "kind", "cost"]


def test_what_is_global_and_of_the_case_is_shared_and_drawn_anew_by_each_case() -> None:
    scenario = read(case_attributes=[{**SIZE, "values": drawn("fix", 4)}, KIND])
    size, kind = scenario.attributes
    assert (size.shared, size.value) == (True, NumberValue(law=exactly(9)))
    assert size.by_case is not None
    assert size.by_case.model_dump()["law"]["of"]["value"] == 4
    assert (kind.shared, kind.by_case) == (False, None)
    assert kind.value == ChoiceValue(options={"red": 1})


def test_all_kinds_come_back_the_same_and_in_order() -> None:
    data = document(
        global_attributes=[SIZE, {**KIND, "name": "season"}],
        case_attributes=[KIND, {**SIZE, "values": drawn("fix", 4)}],
        event_attributes=[
            {
                "event_id": "@t",
                "attributes": [
                    attribute("cost", "expression", "-(size + 1) ** 2 / log(size, 3) % 7"),
                    attribute("season", "discrete", CHAIN),
                    attribute("size", "dtree", TREE),
                ],
            },
            {
                "event_id": "a",
                "attributes": [
                    attribute("size", "continuous", drawn("gamma", 10, 4, 0, 90)),
                    attribute("cost", "expression", "(not cost or kind != 'x') and size"),
                    attribute("kind", "discrete", [{"key": "blue", "value": 1}]),
                ],
            },
        ],
    )
    own = parse_scenario(json.dumps(data), NET, START, 10, 1, "s.json")[0]
    again, notes = parse_scenario(to_prosimos(own), NET, START, 10, 1, "s.json")
    assert again == own
    assert notes == ()
    found = written(own)["event_attributes"]
    assert found[0]["attributes"][0]["values"] == "-(size + 1) ** 2 / log(size, 3) % 7"
    assert found[0]["attributes"][2]["values"] == TREE


@pytest.mark.parametrize(
    ("kind", "values", "complaint"),
    [
        ("expression", "abs(size)", "attribute n of a: formulas have no function 'abs'"),
        ("expression", "other + 1", "event 'a' names attribute 'other', which does not exist"),
        ("expression", 5, "attribute n of a: .*valid string"),
        ("expression", ["1"], "attribute n of a: .*valid string"),
        ("dtree", [[["size > 1", "1 <"], "2"]], "attribute n of a, leaf 1: '1 <' is not a formula"),
        ("dtree", [[["size > 1"], "2"], [True, "x.y"]], "leaf 2: 'x.y' cannot be used"),
        ("dtree", [["size > 1", "2"]], "attribute n of a: .*valid tuple"),
        ("dtree", [[False, "2"]], "leaf 1: the conditions must be true or a list"),
        ("dtree", [[["size"]]], "attribute n of a: this key is missing"),
        ("dtree", [], "attribute n of a: .*at least 1 item"),
        ("dtree", "size", "attribute n of a: .*valid tuple"),
        ("discrete", {"red": {"red": 0.5}}, "attribute n of a, after red: shares must sum to 1"),
        ("discrete", {"red": {}}, "attribute n of a, after red: shares must sum to 1"),
        ("discrete", {"red": 1}, "attribute n of a: .*valid dictionary"),
        ("discrete", {}, "attribute n of a: .*at least 1 item"),
        ("discrete", {"red": {"red": 2, "blue": -1}}, "attribute n of a: .*less than or equal"),
        ("discrete", 3, "attribute n of a: .*valid dictionary"),
    ],
)
def test_what_is_wrong_is_named_by_attribute_event_and_part(
    kind: str, values: object, complaint: str
) -> None:
    with pytest.raises(DefinitionError, match=complaint) as caught:
        read(attribute("n", kind, values))
    assert in_chinese(caught.value.message) != str(caught.value)


def test_an_event_listed_twice_is_refused() -> None:
    one = attribute("n", "expression", "1")
    with pytest.raises(DefinitionError, match="event 'a' changes attribute 'n' twice"):
        read(one, one)
    entry = {"event_id": "a", "attributes": [one]}
    data = document(event_attributes=[entry, entry])
    with pytest.raises(DefinitionError, match="event_attributes lists event 'a' twice"):
        parse_scenario(json.dumps(data), NET, START, 10, 1, "s.json")


def test_endless_formulas_are_refused_before_they_fill_the_memory() -> None:
    many = [attribute(f"n{n}", "expression", "gcd(1, 2, 3, 4)" + " " * 9_000) for n in range(150)]
    with pytest.raises(DefinitionError, match="more than 1,000,000 characters together") as caught:
        read(*many)
    assert len(caught.value.faults) == 1
