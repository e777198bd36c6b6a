"""Conditions on a case's attributes: one meaning for one case and for many."""

import operator
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from models.condition import (
    AllOf,
    AnyOf,
    Attribute,
    Chance,
    ChoiceAttribute,
    Compare,
    Condition,
    FlagAttribute,
    Is,
    Not,
    NumberAttribute,
    When,
    chance_key,
    performed,
)
from models.distributions import Fixed
from tests.model_builders import MANY, NAME, SOURCE

if TYPE_CHECKING:
    from models.condition import Values

Value = bool | float | str

OPERATORS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}
SMALL = {"kind": "compare", "attribute": "budget", "operator": "<=", "value": 5, "source": SOURCE}
ANY: TypeAdapter[When] = TypeAdapter(When)
FARM = Is(attribute="use", value="farm")
URGENT = Is(attribute="urgent")


def compare(sign: str, value: float) -> Compare:
    return Compare.model_validate({**SMALL, "operator": sign, "value": value})


@pytest.mark.parametrize(
    ("sign", "truths"),
    [
        ("<", [True, False, False]),
        ("<=", [True, True, False]),
        (">", [False, False, True]),
        (">=", [False, True, True]),
    ],
)
def test_a_number_is_compared_with_the_threshold(sign: str, truths: list[bool]) -> None:
    condition = compare(sign, 5)
    assert [bool(condition.holds({"budget": budget})) for budget in (4, 5, 6)] == truths
    assert np.asarray(condition.holds({"budget": np.array([4, 5, 6])})).tolist() == truths


def test_is_asks_by_default_whether_a_flag_is_set() -> None:
    assert URGENT.holds({"urgent": True})
    assert not URGENT.holds({"urgent": False})
    assert np.asarray(URGENT.holds({"urgent": np.array([True, False])})).tolist() == [True, False]


def test_is_can_ask_whether_a_flag_is_not_set() -> None:
    assert Is(attribute="urgent", value=False).holds({"urgent": False})
    assert not Is(attribute="urgent", value=False).holds({"urgent": True})


def test_is_asks_whether_a_choice_was_made() -> None:
    assert FARM.holds({"use": "farm"})
    assert not FARM.holds({"use": "shop"})
    uses = np.array(["shop", "farm", "farmhouse"])
    assert np.asarray(FARM.holds({"use": uses})).tolist() == [False, True, False]


def test_conditions_name_the_attributes_they_look_at() -> None:
    both = AllOf(conditions=(FARM, Not(condition=AnyOf(conditions=(URGENT, compare("<", 5))))))
    assert both.attributes() == {"use", "urgent", "budget"}


def test_one_value_and_a_column_mix() -> None:
    values: Values = {"urgent": True, "use": np.array(["farm", "shop"])}
    assert np.asarray(AllOf(conditions=(URGENT, FARM)).holds(values)).tolist() == [True, False]
    assert np.asarray(AnyOf(conditions=(URGENT, FARM)).holds(values)).tolist() == [True, True]


def truth(condition: Condition, case: Mapping[str, Value]) -> bool:
    """What the condition says, read in plain Python."""
    match condition:
        case Is():
            return bool(case[condition.attribute] == condition.value)
        case Compare():
            number = case[condition.attribute]
            assert isinstance(number, float)
            return OPERATORS[condition.operator](number, condition.value)
        case AllOf():
            return all(truth(part, case) for part in condition.conditions)
        case AnyOf():
            return any(truth(part, case) for part in condition.conditions)
        case Not():
            return not truth(condition.condition, case)


THRESHOLDS = st.sampled_from([0.0, 1.0, 2.0])
LEAVES: st.SearchStrategy[Condition] = st.one_of(
    st.builds(Is, attribute=st.just("urgent"), value=st.booleans()),
    st.builds(Is, attribute=st.just("use"), value=st.sampled_from(["farm", "shop"])),
    st.builds(compare, st.sampled_from(list(OPERATORS)), THRESHOLDS),
)


def _grown(parts: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    several = st.lists(parts, min_size=1, max_size=3).map(tuple)
    return st.one_of(
        st.builds(AllOf, conditions=several),
        st.builds(AnyOf, conditions=several),
        st.builds(Not, condition=parts),
    )


CONDITIONS = st.recursive(LEAVES, _grown, max_leaves=8)
CASES: st.SearchStrategy[dict[str, Value]] = st.fixed_dictionaries(
    {
        "urgent": st.booleans(),
        "use": st.sampled_from(["farm", "shop"]),
        "budget": THRESHOLDS,
    }
)


@MANY
@given(CONDITIONS, st.lists(CASES, min_size=1, max_size=8))
def test_one_case_and_an_array_of_cases_get_the_same_answer_however_nested(
    condition: Condition, cases: list[dict[str, Value]]
) -> None:
    columns = {name: np.array([case[name] for case in cases]) for name in cases[0]}
    expected = [truth(condition, case) for case in cases]
    assert [bool(condition.holds(case)) for case in cases] == expected
    assert np.asarray(condition.holds(columns)).tolist() == expected
    assert np.asarray(performed(condition, "step", columns)).tolist() == expected


@MANY
@given(CONDITIONS)
def test_a_condition_survives_json(condition: Condition) -> None:
    assert ANY.validate_json(ANY.dump_json(condition)) == condition


def test_a_step_without_a_condition_is_always_performed() -> None:
    assert np.all(performed(None, "seal", {}))


def test_a_chance_is_read_from_the_steps_own_draw() -> None:
    chance = Chance(share=0.3, source=SOURCE)
    values: Values = {chance_key("seal"): np.array([True, False]), chance_key("post"): False}
    assert np.asarray(performed(chance, "seal", values)).tolist() == [True, False]
    assert not performed(chance, "post", values)


def test_draws_of_different_steps_have_different_keys() -> None:
    assert chance_key("seal") != chance_key("post")


@pytest.mark.parametrize(
    "fields",
    [
        {**SMALL, "operator": "=="},
        {**SMALL, "value": float("nan")},
        {"kind": "all", "conditions": []},
        {"kind": "any", "conditions": []},
        {"kind": "chance", "share": 1.01, "source": SOURCE},
        {"kind": "chance", "share": -0.01, "source": SOURCE},
        {"kind": "not", "condition": {"kind": "chance", "share": 0.5, "source": SOURCE}},
        {"kind": "maybe"},
    ],
)
def test_what_is_no_condition_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ANY.validate_python(fields)


ATTRIBUTES: TypeAdapter[Attribute] = TypeAdapter(Attribute)
COMMON = {"slug": "use", "name": NAME, "source": SOURCE}


def test_an_attribute_is_a_flag_a_number_or_a_choice() -> None:
    number = {**COMMON, "kind": "number", "unit": NAME, "distribution": Fixed(value=1)}
    choice = {**COMMON, "kind": "choice", "options": {"farm": 0.5}}
    flag = {**COMMON, "kind": "flag", "share": 0.5}
    assert isinstance(ATTRIBUTES.validate_python(number), NumberAttribute)
    assert isinstance(ATTRIBUTES.validate_python(choice), ChoiceAttribute)
    assert isinstance(ATTRIBUTES.validate_python(flag), FlagAttribute)


@pytest.mark.parametrize("options", [{}, {"farm": 0}, {"Farm": 1}])
def test_a_choice_has_options_each_with_a_positive_weight(options: dict[str, float]) -> None:
    with pytest.raises(ValidationError, match="options"):
        ATTRIBUTES.validate_python({**COMMON, "kind": "choice", "options": options})
