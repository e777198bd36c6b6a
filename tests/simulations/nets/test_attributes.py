"""Attributes that tasks change, by hand: formulas, decision trees, transitions, shared values."""

from collections.abc import Mapping, Sequence

import pytest

from integrations.prosimos.formulas import formula
from models.errors import DefinitionError
from models.law import exactly
from models.net_attribute import (
    Attribute,
    Change,
    ChoiceValue,
    FormulaValue,
    Leaf,
    NumberValue,
    TransitionValue,
    TreeValue,
    Value,
)
from models.net_scenario import Branch, Clause, Rule
from tests.models.test_token_net import a_net
from tests.net_builders import a_net_scenario, ran, visits


def number(value: float) -> NumberValue:
    return NumberValue(law=exactly(value))


def word(text: str) -> ChoiceValue:
    return ChoiceValue(options={text: 1.0})


def computed(text: str) -> FormulaValue:
    return FormulaValue(formula=formula(text))


def tree(*leaves: Sequence[str]) -> TreeValue:
    """Leaves as conditions and, last, their formula."""
    return TreeValue(
        leaves=tuple(
            Leaf(conditions=tuple(map(formula, conditions)), formula=formula(text))
            for *conditions, text in leaves
        )
    )


def ends_with(
    attributes: Sequence[Attribute], changes: Mapping[str, Value], name: str, value: float | str
) -> bool:
    """Whether the attribute has that value after one visit of task a."""
    rule = Rule(any_of=((Clause(attribute=name, comparison="=", value=value),),))
    net = a_net("< a x1 b >", "x1 c >")
    flows = tuple(flow.changed(default=flow.id == "x1c") for flow in net.flows)
    shares = {"x1b": Branch(gateway="x1", flow="x1b", share=0.5, rule=rule), "x1c": 0.5}
    log = ran(
        net=net.changed(flows=flows),
        shares=shares,
        attributes=attributes,
        changes=[Change(event="a", attribute=n, value=v) for n, v in changes.items()],
    )
    return visits(log)["b"] == 1


FIVE = [Attribute(name="n", value=number(5)), Attribute(name="kind", value=word("red"))]


@pytest.mark.parametrize(
    ("value", "result"),
    [
        (computed("n * 2 - 1"), 9),
        (computed("kind"), "red"),
        (computed("kind == 'red' and n > 4"), 1),
        (computed("exp(1000)"), 3.4028234663852886e38),
        (computed("-n * 1e38 * 1e38"), -3.4028234663852886e38),
        (computed("n * 1e-300"), 1.1754943508222875e-38),
        (tree(["n > 9", "1"], ["kind == 'red'", "n < 9", "'low'"], ["3"]), "low"),
        (tree(["n > 9", "1"], ["kind == 'blue'", "n < 9", "2"], ["n + 3"]), 8),
        (tree(["n > 9", "1"]), 0),
        (tree(["1e300 * 1"]), 9e299),
        (TransitionValue(after={"5": {"7": 1.0}}), 7),
        (TransitionValue(after={"red": {"7": 1.0}}), 5),
    ],
)
def test_a_task_gives_an_attribute_its_value(value: Value, result: float | str) -> None:
    assert ends_with(FIVE, {"n": value}, "n", result)


def test_all_changes_of_a_task_are_computed_from_the_values_before_it() -> None:
    both = {"n": computed("m"), "m": computed("n")}
    start = [Attribute(name="n", value=number(1)), Attribute(name="m", value=number(2))]
    assert ends_with(start, both, "n", 2)
    assert ends_with(start, both, "m", 1)


@pytest.mark.parametrize(("place", "seen"), [(0, "blue"), (1, "red")])
def test_but_those_after_a_transition_see_its_new_word(place: int, seen: str) -> None:
    changes: list[tuple[str, Value]] = [("n", computed("kind"))]
    changes.insert(place, ("kind", TransitionValue(after={"red": {"blue": 1.0}})))
    assert ends_with(FIVE, dict(changes), "n", seen)
    assert ends_with(FIVE, dict(changes), "kind", "blue")


def test_shared_attributes_are_changed_first() -> None:
    shared = Attribute(name="kind", shared=True, value=word("red"))
    chain = TransitionValue(after={"red": {"blue": 1.0}})
    changes: dict[str, Value] = {"n": computed("kind"), "kind": chain}
    assert ends_with([FIVE[0], shared], changes, "n", "blue")


def test_an_attribute_without_a_value_stays_without_one() -> None:
    empty = [Attribute(name="n"), Attribute(name="m", value=number(3))]
    chain = TransitionValue(after={"0": {"1": 1.0}, "": {"1": 1.0}})
    copied: dict[str, Value] = {"n": chain, "m": computed("n")}
    assert not any(ends_with(empty, copied, "n", value) for value in (0, 1, ""))
    assert not any(ends_with(empty, copied, "m", value) for value in (0, 1, 3, ""))
    assert ends_with(empty, {"m": computed("n + 1")}, "m", 0)


def test_a_count_ends_a_loop() -> None:
    rule = Rule(any_of=((Clause(attribute="n", comparison=">=", value=7),),))
    again = Rule(any_of=((Clause(attribute="n", comparison="<", value=7),),))
    shares = {
        "x1>": Branch(gateway="x1", flow="x1>", share=0.5, rule=rule),
        "x1a": Branch(gateway="x1", flow="x1a", share=0.5, rule=again),
    }
    change = Change(event="a", attribute="n", value=computed("n + 1"))
    start = Attribute(name="n", value=number(0))
    log = ran("< a x1 a", "x1 >", shares=shares, attributes=[start], changes=[change], cases=3)
    assert visits(log) == {"a": 21}


def test_transitions_follow_their_shares() -> None:
    """A chain of weather is sunny in 5 of 6 visits: 0.1 * sunny = 0.5 * rainy."""
    chain = {"sunny": {"sunny": 0.9, "rainy": 0.1}, "rainy": {"sunny": 0.5, "rainy": 0.5}}
    sunny = Rule(any_of=((Clause(attribute="w", comparison="=", value="sunny"),),))
    shares = {
        "x2b": Branch(gateway="x2", flow="x2b", share=0.5, rule=sunny),
        "x2c": 0.5,
        "x3>": 0.05,
        "x3x1": 0.95,
    }
    net = a_net("< x1 a x2 b x4 x3 >", "x2 c x4", "x3 x1")
    flows = tuple(flow.changed(default=flow.id == "x2c") for flow in net.flows)
    log = ran(
        net=net.changed(flows=flows),
        shares=shares,
        attributes=[Attribute(name="w", value=ChoiceValue(options={"sunny": 5, "rainy": 1}))],
        changes=[Change(event="a", attribute="w", value=TransitionValue(after=chain))],
        cases=2_000,
    )
    found = visits(log)
    assert found["a"] > 30_000
    # The days are correlated by 0.4, so 2.3 times the variance of independent ones.
    deviation = (5 / 36 * 2.3 / found["a"]) ** 0.5
    assert found["b"] / found["a"] == pytest.approx(5 / 6, abs=4.5 * deviation)


@pytest.mark.parametrize("is_renewed", [True, False])
def test_what_each_case_draws_anew_for_all_is_seen_by_those_under_way(*, is_renewed: bool) -> None:
    """The first case sets n to 9 in its first minute; the second comes after an hour."""
    big = Rule(any_of=((Clause(attribute="n", comparison=">", value=5),),))
    shares = {"x1c": Branch(gateway="x1", flow="x1c", share=0.5, rule=big), "x1d": 0.5}
    net = a_net("< a b x1 c >", "x1 d >")
    flows = tuple(flow.changed(default=flow.id == "x1d") for flow in net.flows)
    times = {("a", "p"): 60, ("b", "p"): 7_140, ("c", "p"): 60, ("d", "p"): 60}
    attribute = Attribute(
        name="n", shared=True, value=number(0), by_case=number(1) if is_renewed else None
    )
    log = ran(
        net=net.changed(flows=flows),
        shares=shares,
        times={pair: exactly(seconds) for pair, seconds in times.items()},
        attributes=[attribute],
        changes=[Change(event="a", attribute="n", value=number(9))],
        cases=3,
    )
    # Each later case draws its 1 as it comes and overwrites it a minute later; the first case
    # looks at n in the very second in which the third case comes: what is under way goes first.
    assert visits(log) == {"a": 3, "b": 3, "c": 3, "d": 0}
    early = ran(
        net=net.changed(flows=flows),
        shares=shares,
        times={pair: exactly(seconds) for pair, seconds in {**times, ("b", "p"): 3_555}.items()},
        attributes=[attribute],
        changes=[Change(event="a", attribute="n", value=number(9))],
        cases=3,
    )
    assert visits(early) == ({"a": 3, "b": 3, "c": 1, "d": 2} if is_renewed else visits(log))


def test_faults_of_changes_are_named() -> None:
    own = Attribute(name="n", value=number(0), by_case=number(1))
    changes = [
        Change(event="a", attribute="m", value=computed("z + n")),
        Change(event="q", attribute="n", value=number(1)),
        Change(event="a", attribute="n", value=number(1)),
        Change(event="a", attribute="n", value=number(2)),
    ]
    with pytest.raises(DefinitionError) as caught:
        a_net_scenario("< a >", attributes=[own], changes=changes)
    assert sorted(map(str, caught.value.faults)) == [
        "attribute 'n' is not shared; it cannot be drawn anew by each case",
        "attribute 'n' names event 'q', which does not exist",
        "event 'a' changes attribute 'n' twice",
        "event 'a' names attribute 'm', which does not exist",
        "event 'a' names attribute 'z', which does not exist",
    ]
