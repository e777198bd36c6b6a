"""What gives attributes their values."""

import pytest
from pydantic import ValidationError

from models.law import exactly
from models.net_attribute import (
    Change,
    ChoiceValue,
    FormulaValue,
    Leaf,
    NumberValue,
    TransitionValue,
    TreeValue,
)
from models.net_formula import Formula, Held


def asked(name: str) -> Formula:
    return Formula(steps=(Held(attribute=name),))


def test_a_change_tells_the_attributes_that_it_depends_on() -> None:
    leaves = (
        Leaf(conditions=(asked("a"), asked("b")), formula=asked("c")),
        Leaf(formula=asked("d")),
    )
    tree = Change(event="e", attribute="n", value=TreeValue(leaves=leaves))
    assert tree.asked == {"a", "b", "c", "d"}
    formula = Change(event="e", attribute="n", value=FormulaValue(formula=asked("a")))
    assert formula.asked == {"a"}
    drawn = Change(event="e", attribute="n", value=NumberValue(law=exactly(1)))
    assert drawn.asked == frozenset()


@pytest.mark.parametrize("shares", [{}, {"a": 0.0}, {"a": -1.0, "b": 2.0}])
def test_of_words_without_shares_none_can_be_drawn(shares: dict[str, float]) -> None:
    with pytest.raises(ValidationError):
        ChoiceValue(options=shares)
    with pytest.raises(ValidationError):
        TransitionValue(after={"a": shares})
