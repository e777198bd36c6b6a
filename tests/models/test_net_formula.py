"""Formulas as steps: only such as leave one value."""

import pytest
from pydantic import ValidationError

from models.net_formula import DEEPEST, Apply, Formula, Held, Number, Step, Word

TWO = Number(value=2)
PLUS = Apply(function="+", count=2)


def test_a_formula_knows_its_attributes_and_how_many_values_wait() -> None:
    own = Formula(steps=(Held(attribute="n"), TWO, Held(attribute="m"), PLUS, PLUS))
    assert own.attributes == {"n", "m"}
    assert own.deepest == 3


@pytest.mark.parametrize(
    "steps",
    [
        (),
        (TWO, TWO),
        (PLUS,),
        (TWO, PLUS),
        (TWO, PLUS, TWO),
        (*[TWO] * (DEEPEST + 1), *[PLUS] * DEEPEST),
    ],
)
def test_steps_that_do_not_leave_one_value_are_refused(steps: tuple[Step, ...]) -> None:
    with pytest.raises(ValidationError):
        Formula(steps=steps)


@pytest.mark.parametrize(
    ("function", "count", "complaint"),
    [
        ("open", 1, "formulas have no function 'open'"),
        ("sin", 2, "sin takes 1 arguments, not 2"),
        ("norm", 5, "norm takes 2 to 4 arguments, not 5"),
        ("and", 1, "and takes 2 to 255 arguments, not 1"),
        ("+", 0, r"\+ takes 2 arguments, not 0"),
    ],
)
def test_functions_are_known_and_take_so_many_values(
    function: str, count: int, complaint: str
) -> None:
    with pytest.raises(ValidationError, match=complaint):
        Apply(function=function, count=count)


def test_numbers_are_finite_and_words_any() -> None:
    with pytest.raises(ValidationError):
        Number(value=float("inf"))
    assert Formula(steps=(Word(text=""),)).attributes == frozenset()
