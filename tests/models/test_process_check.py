"""What can be wrong with a process: every fault has its sentence, and all come at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
)
from models.distributions import Fixed
from models.limit import Limit, Moment
from models.process_check import process_faults
from models.step import Step
from tests.model_builders import (
    MANY,
    NAME,
    SOURCE,
    Dag,
    a_chain,
    a_limit,
    a_rework,
    a_step,
    connected,
    dags,
)

URGENT = FlagAttribute(slug="urgent", name=NAME, share=0.5, source=SOURCE)
BUDGET = NumberAttribute(
    slug="budget", name=NAME, unit=NAME, distribution=Fixed(value=1), source=SOURCE
)
USE = ChoiceAttribute(slug="use", name=NAME, options={"farm": 1, "shop": 1}, source=SOURCE)
RICH = Compare(attribute="budget", operator=">", value=5, source=SOURCE)
CHANCE = Chance(share=0.5, source=SOURCE)


def faults(
    *steps: Step, attributes: tuple[Attribute, ...] = (), limits: tuple[Limit, ...] = ()
) -> list[str]:
    return process_faults(steps, attributes, limits)


def asking(condition: Condition) -> list[str]:
    """Faults of a process with one condition and an attribute of each kind."""
    steps = (a_step("a"), a_step("b", "a", when=condition))
    return faults(*steps, attributes=(URGENT, BUDGET, USE))


@MANY
@given(dags())
def test_connected_steps_without_a_circle_are_sound(after: Dag) -> None:
    assert faults(*(a_step(slug, *before) for slug, before in connected(after).items())) == []


def test_a_single_step_is_a_process_but_no_step_is_none() -> None:
    assert faults(a_step("a")) == []
    assert faults() == ["it has no steps"]


def test_a_step_after_something_that_is_no_step() -> None:
    assert faults(a_step("a"), a_step("b", "a", "ghost", "spook")) == [
        "step 'b' comes after 'ghost', which is not a step",
        "step 'b' comes after 'spook', which is not a step",
    ]


def test_a_circle_is_named_without_the_steps_behind_it() -> None:
    steps = (a_step("a"), a_step("b", "a", "c"), a_step("c", "b"), a_step("d", "c"))
    assert faults(*steps) == ["`after` runs in a circle through b, c; break it"]
    assert faults(a_step("a", "a"), a_step("b", "a")) == [
        "`after` runs in a circle through a; break it"
    ]


def test_an_orphan_has_nothing_before_or_after_it() -> None:
    sentence = "step {!r} is an orphan: nothing comes before or after it"
    assert faults(*a_chain("a", "b"), a_step("c")) == [sentence.format("c")]
    assert faults(a_step("a"), a_step("b")) == [sentence.format("a"), sentence.format("b")]


@pytest.mark.parametrize("kind", ["step", "attribute", "limit"])
def test_two_of_one_name_are_reported_once(kind: str) -> None:
    times = {name: 3 if name == kind else 1 for name in ("step", "attribute", "limit")}
    found = faults(
        a_step("a"),
        *[a_step("b", "a")] * times["step"],
        attributes=(URGENT,) * times["attribute"],
        limits=(a_limit("whole-case"),) * times["limit"],
    )
    name = {"step": "b", "attribute": "urgent", "limit": "whole-case"}[kind]
    assert found == [f"two {kind}s are called {name!r}; rename one"]


@pytest.mark.parametrize(
    "condition",
    [
        Is(attribute="urgent"),
        Is(attribute="urgent", value=False),
        Is(attribute="use", value="farm"),
        RICH,
        AllOf(conditions=(RICH, AnyOf(conditions=(Not(condition=Is(attribute="urgent")),)))),
    ],
)
def test_a_condition_that_fits_its_attributes_is_sound(condition: Condition) -> None:
    assert asking(condition) == []


@pytest.mark.parametrize(
    ("condition", "fault"),
    [
        (Is(attribute="age"), "condition on unknown attribute 'age'"),
        (
            Compare(attribute="age", operator="<", value=1, source=SOURCE),
            "condition on unknown attribute 'age'",
        ),
        (
            Compare(attribute="use", operator="<", value=1, source=SOURCE),
            "condition compares 'use', which is not a number",
        ),
        (
            Compare(attribute="urgent", operator="<", value=1, source=SOURCE),
            "condition compares 'urgent', which is not a number",
        ),
        (
            Is(attribute="use", value="mine"),
            "condition asks whether 'use' is 'mine', which it can never be",
        ),
        (Is(attribute="use"), "condition asks whether 'use' is True, which it can never be"),
        (
            Is(attribute="urgent", value="yes"),
            "condition asks whether 'urgent' is 'yes', which it can never be",
        ),
        (
            Is(attribute="budget", value="5"),
            "condition asks whether 'budget' is '5', which it can never be",
        ),
        (Is(attribute="budget"), "condition asks whether 'budget' is True, which it can never be"),
    ],
)
def test_a_condition_that_does_not_fit_is_found_however_deep(
    condition: Condition, fault: str
) -> None:
    sentence = f"step 'b': {fault}"
    assert asking(condition) == [sentence]
    assert asking(Not(condition=condition)) == [sentence]
    assert asking(AnyOf(conditions=(RICH, AllOf(conditions=(condition, condition))))) == [
        sentence,
        sentence,
    ]


def test_a_chance_needs_no_attribute() -> None:
    assert faults(a_step("a"), a_step("b", "a", when=CHANCE)) == []


def test_a_limit_names_steps_both_where_it_runs_and_where_it_starts() -> None:
    steps = a_chain("a", "b")
    start = Moment(step="b", edge="started")
    assert faults(*steps, limits=(a_limit("l", "a", "b", starts=start),)) == []
    lost = Moment(step="spook", edge="started")
    assert faults(*steps, limits=(a_limit("l", "a", "ghost", starts=lost),)) == [
        "limit 'l' names 'ghost', which is not a step",
        "limit 'l' names 'spook', which is not a step",
    ]


def corrected(slug: str, *after: str, to: str, **fields: object) -> Step:
    return a_step(slug, *after, rework=a_rework(to), **fields)


def test_a_correction_may_go_back_to_the_step_itself_or_to_one_that_leads_to_it() -> None:
    chain = a_chain("a", "b")
    assert faults(*chain, corrected("c", "b", to="c")) == []
    assert faults(*chain, corrected("c", "b", to="a")) == []


def test_a_correction_goes_back_to_a_step_that_leads_there() -> None:
    chain = a_chain("a", "b")
    assert faults(*chain, corrected("c", "a", to="b")) == [
        "step 'c' is corrected from 'b', which does not lead to it"
    ]
    assert faults(corrected("z", to="a"), *chain, a_step("c", "z")) == [
        "step 'z' is corrected from 'a', which does not lead to it"
    ]
    assert faults(*chain, corrected("c", "b", to="ghost")) == [
        "step 'c' is corrected from 'ghost', which does not lead to it"
    ]


SKIPPED = (
    "step 'c' is corrected from 'b', which some of its cases skip; let the correction go back "
    "to a step that every such case has passed"
)


def test_a_correction_goes_back_to_a_step_that_the_case_has_passed() -> None:
    def faults_of(first: object, second: object) -> list[str]:
        steps = (
            a_step("a"),
            a_step("b", "a", when=first),
            corrected("c", "b", to="b", when=second),
        )
        return faults(*steps, attributes=(BUDGET,))

    assert faults_of(None, RICH) == []
    assert faults_of(RICH, RICH) == []
    assert faults_of(RICH, None) == [SKIPPED]
    assert faults_of(RICH, Not(condition=RICH)) == [SKIPPED]


def test_two_steps_of_equal_chance_are_not_passed_by_the_same_cases() -> None:
    steps = (a_step("a"), a_step("b", "a", when=CHANCE))
    assert faults(*steps, corrected("c", "b", to="b", when=CHANCE)) == [SKIPPED]
    assert faults(*steps, corrected("c", "b", to="c", when=CHANCE)) == []


def revisiting(slugs: str) -> str:
    return (
        f"corrections of the parallel steps 'x' and 'y' both revisit {slugs}; "
        "let one of them go back to a later step"
    )


def test_corrections_of_parallel_steps_do_not_revisit_the_same_step() -> None:
    fork = (*a_chain("a", "b"), corrected("x", "b", to="a"))
    assert faults(*fork, corrected("y", "b", to="b")) == [revisiting("b")]
    assert faults(*fork, corrected("y", "b", to="a")) == [revisiting("a, b")]
    assert faults(*fork, corrected("y", "b", to="y")) == []


def test_corrections_of_steps_one_after_another_may_revisit_the_same_step() -> None:
    assert faults(a_step("a"), corrected("x", "a", to="a"), corrected("y", "x", to="a")) == []


def test_all_faults_are_reported_at_once() -> None:
    found = faults(
        a_step("start"),
        corrected("x", "start", to="start"),
        corrected("y", "start", "ghost", to="start"),
        a_step("p", "q", "start"),
        a_step("q", "p", when=Is(attribute="age")),
        a_step("alone"),
        a_step("twin", "start"),
        corrected("twin", "start", to="x"),
        attributes=(URGENT, URGENT),
        limits=(a_limit("l", "spook"), a_limit("l")),
    )
    assert found == [
        "two steps are called 'twin'; rename one",
        "two attributes are called 'urgent'; rename one",
        "two limits are called 'l'; rename one",
        "step 'y' comes after 'ghost', which is not a step",
        "`after` runs in a circle through p, q; break it",
        "step 'alone' is an orphan: nothing comes before or after it",
        "step 'q': condition on unknown attribute 'age'",
        "limit 'l' names 'spook', which is not a step",
        "step 'twin' is corrected from 'x', which does not lead to it",
        revisiting("start"),
    ]


@MANY
@given(dags(), st.data())
def test_a_correction_is_sound_exactly_if_it_goes_back_to_an_ancestor(
    after: Dag, data: st.DataObject
) -> None:
    whole = connected(after)
    slug, to = data.draw(st.tuples(*[st.sampled_from(list(whole))] * 2))
    reaching, level = {slug}, {slug}
    while level:
        level = {before for name in level for before in whole[name]}
        reaching |= level
    steps = [
        a_step(name, *before, rework=a_rework(to) if name == slug else None)
        for name, before in whole.items()
    ]
    assert (faults(*steps) == []) == (to in reaching)
