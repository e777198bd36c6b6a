"""Draws inside formulas, whose parameters are known only when they are computed.

Like the peer's they are drawn again while they are out of bounds. Each attempt has its own keyed
random numbers.
"""

from math import exp, log, log1p, nan, sqrt

import numpy as np

from simulations.jit import called, inlined
from simulations.kernel.formula_tables import (
    EXPONENTIALLY,
    FIX,
    GAMMALY,
    LOGNORMALLY,
    NORMALLY,
    TRIANGULARLY,
    UNIFORMLY,
)
from simulations.kernel.formula_values import counted, is_number
from simulations.kernel.laws import normal_score
from simulations.kernel.net_tables import Float64
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import Int64

TRIES = 100
"""A draw out of its bounds is drawn again so many times."""
SHARPEST = 1e15
"""A gamma law with a greater shape is as good as fixed."""


@called
def gamma_draw(
    mean: float, variance: float, keys: Int64, case: int, node: int, visit: int, purpose: int
) -> float:
    """A gamma number; -1 if the attempt fails.

    Marsaglia and Tsang (2000), A simple method for generating gamma variables, ACM Transactions on
    Mathematical Software 26(3); for shapes below 1 with their power of a uniform number.
    """
    shape = mean * mean / variance
    more = shape if shape >= 1 else shape + 1
    d = more - 1 / 3
    u, other = uniform_pair(keys, case, node, visit, purpose)
    score = normal_score(u)
    root = 1 + score / sqrt(9 * d)
    v = root * root * root
    if v <= 0 or log(max(other, 1e-300)) >= score * score / 2 + d - d * v + d * log(v):
        return -1.0
    value = d * v * variance / mean
    if shape < 1:
        u, _ = uniform_pair(keys, case, node, visit, purpose + 1)
        value *= exp(log(max(u, 1e-300)) / shape)
    return value


@called
def drawn(law: int, a: float, b: float, low: float, high: float, u: float) -> float:  # noqa: PLR0911 - one a law
    """The number of a law at the uniform number ``u``; NaN for parameters it cannot have."""
    if law == FIX:
        return a
    if law == UNIFORMLY:
        return low + (high - low) * u if high >= low else nan
    if law == EXPONENTIALLY:
        scale = a - low if a >= low else a
        return low - scale * log1p(-u) if scale >= 0 else nan
    if law == NORMALLY:
        return a + b * normal_score(u) if b >= 0 else nan
    if law == TRIANGULARLY:
        span = high - low
        if not (low <= a <= high) or span == 0:
            return a
        if u * span < a - low:
            return low + sqrt(u * span * (a - low))
        return high - sqrt((1 - u) * span * (high - a))
    if a <= 0 or b < 0:
        return nan
    spread = log1p(b / (a * a))
    return a * exp(sqrt(spread) * normal_score(u) - spread / 2)


@inlined
def instead(mean: float, low: float, high: float) -> float:
    """What stands for a draw that never meets its bounds: the mean, or the middle of them."""
    if high == np.inf or low <= mean <= high:
        return max(mean, 0.0)
    return max(low + (high - low) / 2, 0.0)


@called
def draw_within(
    law: int,
    stack: Float64,
    top: int,
    keys: Int64,
    case: int,
    node: int,
    visit: int,
    purpose: int,
) -> float:
    """A draw of a law whose parameters and bounds lie on the stack; never negative."""
    a, b, low, high = stack[top], stack[top + 1], stack[top + 2], stack[top + 3]
    if law == UNIFORMLY:
        a, b, low, high = low, high, a, b
    elif law in (TRIANGULARLY, EXPONENTIALLY):
        b, low, high = high, b, low
    if not (is_number(a) and is_number(b) and is_number(low) and is_number(high)):
        return 0.0
    for attempt in range(TRIES):
        # A gamma law without any spread worth the name is drawn like a lognormal one without it.
        if law == GAMMALY and a > 0 and b > 0 and a * a / b < SHARPEST:
            value = gamma_draw(a, b, keys, case, node, visit, purpose + 2 * attempt)
        else:
            u, _ = uniform_pair(keys, case, node, visit, purpose + 2 * attempt)
            value = drawn(LOGNORMALLY if law == GAMMALY else law, a, b, low, high, u)
        if value != value:  # noqa: PLR0124 - NaN
            return 0.0
        if value >= 0 and (law == FIX or low <= value <= high):
            return counted(value)
    return counted(instead(a, low, high))
