"""Formulas over the attributes of a case, kept as a flat list of steps in postfix order.

A value is a number, a word or nothing. What cannot be computed - a division by zero, a function
outside its domain, arithmetic with words or nothing - is 0, at that place and not for the whole
formula. A comparison is 1 or 0; words are equal or not, but neither greater nor smaller.
"""

from itertools import accumulate
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model
from models.said import Said, said

MOST_STEPS = 10_000
DEEPEST = 200
"""So many values may wait at once while a formula is computed."""
MANY = 255

ARGUMENTS: dict[str, tuple[int, int]] = {
    **dict.fromkeys(("+", "-", "*", "/", "//", "%", "**"), (2, 2)),
    **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), (2, 2)),
    **dict.fromkeys(("negative", "not"), (1, 1)),
    **dict.fromkeys(("and", "or"), (2, MANY)),
    **dict.fromkeys(("acos", "acosh", "asin", "asinh", "atan", "atanh", "cbrt", "ceil"), (1, 1)),
    **dict.fromkeys(("cos", "cosh", "degrees", "erf", "erfc", "exp", "exp2", "expm1"), (1, 1)),
    **dict.fromkeys(("fabs", "factorial", "floor", "isfinite", "isinf", "isnan"), (1, 1)),
    **dict.fromkeys(("isqrt", "lgamma", "log10", "log1p", "log2", "radians", "sin"), (1, 1)),
    **dict.fromkeys(("sinh", "sqrt", "tan", "tanh", "trunc", "ulp"), (1, 1)),
    **dict.fromkeys(("atan2", "comb", "copysign", "fmod", "isclose", "ldexp", "pow"), (2, 2)),
    **dict.fromkeys(("nextafter", "remainder"), (2, 2)),
    **dict.fromkeys(("log", "perm"), (1, 2)),
    **dict.fromkeys(("gcd", "hypot", "lcm"), (1, MANY)),
    "fix": (1, 1),
    "uniform": (2, 2),
    "triang": (3, 3),
    "expon": (1, 3),
    **dict.fromkeys(("norm", "lognorm", "gamma"), (2, 4)),
}
"""How many values each function takes, at least and at most.

Functions of one or two numbers mean what they mean in Python's ``math``. The last seven draw a
number that is not negative: ``fix`` that value, ``uniform`` between two, ``triang`` with this mode
between two, ``expon`` with this mean counted from 0, ``norm`` with mean and deviation, ``lognorm``
and ``gamma`` with mean and variance; the last four take a least and a greatest value besides.
"""


def function_fault(function: str, count: int) -> Said | None:
    """Why the function cannot take so many values, in words; None if it can."""
    if function not in ARGUMENTS:
        return said(f"公式中没有函数 {function}", f"formulas have no function {function!r}")
    least, most = ARGUMENTS[function]
    if least <= count <= most:
        return None
    wanted = str(least) if least == most else f"{least} to {most}"
    return said(
        f"{function} 须有{least}到{most}个参数，现有{count}个",
        f"{function} takes {wanted} arguments, not {count}",
    )


class Number(Model):
    """A number as it stands."""

    kind: Literal["number"] = "number"
    value: float


class Word(Model):
    """A word as it stands."""

    kind: Literal["word"] = "word"
    text: str


class Held(Model):
    """The value that the attribute has."""

    kind: Literal["held"] = "held"
    attribute: str


class Apply(Model):
    """A function of the last ``count`` values, which its value replaces."""

    kind: Literal["apply"] = "apply"
    function: str
    count: int

    @model_validator(mode="after")
    def _known(self) -> Self:
        fault = function_fault(self.function, self.count)
        if fault:
            raise ValueError(fault)
        return self


Step = Annotated[Number | Word | Held | Apply, Field(discriminator="kind")]


class Formula(Model):
    """Steps that leave one value. Raises ValueError if they do not."""

    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=MOST_STEPS)]

    @model_validator(mode="after")
    def _leaves_one(self) -> Self:
        waiting = self._waiting()
        if min(waiting) < 1 or waiting[-1] != 1 or self.deepest > DEEPEST:
            raise ValueError(
                said(
                    "公式的步骤须恰好得出一个值，且不得嵌套过深",
                    "the steps of a formula must leave one value and not nest too deeply",
                )
            )
        return self

    @property
    def deepest(self) -> int:
        """How many values wait at most while the formula is computed."""
        return max(self._waiting())

    @property
    def attributes(self) -> frozenset[str]:
        """The attributes that the formula asks for."""
        return frozenset(step.attribute for step in self.steps if isinstance(step, Held))

    def _waiting(self) -> list[int]:
        more = (1 - (step.count if isinstance(step, Apply) else 0) for step in self.steps)
        return list(accumulate(more))
