"""Values of formulas: numbers, words and none, all of them numbers to the kernel."""

import numpy as np

from simulations.jit import inlined
from simulations.kernel.formula_tables import EMPTY, FARTHEST, WORDS

LEAST_32, MOST_32 = 1.1754943508222875e-38, 3.4028234663852886e38
"""The least and greatest positive numbers of 32 bits, but for those of fewer digits."""


@inlined
def is_number(value: float) -> bool:
    """Whether the value is a number: no word, and not none."""
    return value > WORDS


@inlined
def holds(value: float) -> bool:
    """Whether the value counts as true."""
    return bool(value == value and value not in (0.0, EMPTY))  # noqa: PLR0124 - NaN: no value


@inlined
def counted(value: float) -> float:
    """The result of a computation: 0 for what cannot be computed, not too far from 0."""
    if value != value:  # noqa: PLR0124 - NaN
        return 0.0
    return min(max(value, -FARTHEST), FARTHEST)


@inlined
def given_by(value: float) -> float:
    """The result of a function: 0 outside its domain, the greatest number beyond all."""
    return MOST_32 if abs(value) == np.inf else counted(value)
