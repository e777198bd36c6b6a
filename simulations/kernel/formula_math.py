"""Functions of one and two numbers, with the meaning of Python's ``math``.

Outside its domain a function gives NaN, beyond the greatest number an infinity.
"""

from math import (
    acos,
    acosh,
    asin,
    asinh,
    atan,
    atan2,
    atanh,
    copysign,
    cos,
    cosh,
    degrees,
    erf,
    erfc,
    exp,
    expm1,
    hypot,
    inf,
    lgamma,
    log,
    log1p,
    log10,
    nan,
    radians,
    sin,
    sinh,
    sqrt,
    tan,
    tanh,
)

import numpy as np

from simulations.jit import called, inlined
from simulations.kernel.formula_tables import (
    ACOS,
    ACOSH,
    ASIN,
    ASINH,
    ATAN,
    ATAN2,
    ATANH,
    CBRT,
    CEIL,
    COMB,
    COPYSIGN,
    COS,
    COSH,
    DEGREES,
    ERF,
    ERFC,
    EXP,
    EXP2,
    EXPM1,
    FABS,
    FACTORIAL,
    FLOOR,
    FMOD,
    GCD,
    HYPOT,
    ISCLOSE,
    ISFINITE,
    ISQRT,
    LCM,
    LDEXP,
    LGAMMA,
    LOG,
    LOG1P,
    LOG10,
    LOG_TO_BASE,
    NEXTAFTER,
    PERM,
    POW,
    RADIANS,
    SIN,
    SINH,
    SQRT,
    TAN,
    TRUNC,
    ULP,
)

CLOSE = 1e-9
"""Two numbers are close if they differ by so much of the greater one."""
MOST_BINARY = 5_000.0
"""A power of two beyond this one is infinite, or 0."""


@called
def angle(function: int, x: float) -> float:  # noqa: C901, PLR0911, PLR0912 - one a function
    """The circular and hyperbolic functions and their inverses."""
    if function == ACOS:
        return acos(x) if abs(x) <= 1 else nan
    if function == ACOSH:
        return acosh(x) if x >= 1 else nan
    if function == ASIN:
        return asin(x) if abs(x) <= 1 else nan
    if function == ASINH:
        return asinh(x)
    if function == ATAN:
        return atan(x)
    if function == ATANH:
        return atanh(x) if abs(x) < 1 else nan
    if function == COS:
        return cos(x)
    if function == COSH:
        return cosh(x)
    if function == DEGREES:
        return degrees(x)
    if function == RADIANS:
        return radians(x)
    if function == SIN:
        return sin(x)
    if function == SINH:
        return sinh(x)
    if function == TAN:
        return tan(x)
    return tanh(x)


@called
def power(function: int, x: float) -> float:  # noqa: C901, PLR0911, PLR0912 - one a function
    """Roots, exponentials, logarithms and what belongs to them."""
    if function == CBRT:
        return float(np.cbrt(x))
    if function == ERF:
        return erf(x)
    if function == ERFC:
        return erfc(x)
    if function == EXP:
        return exp(x)
    if function == EXP2:
        return float(np.exp2(x))
    if function == EXPM1:
        return expm1(x)
    if function == FACTORIAL:
        return permutations(x, x)
    if function == ISQRT:
        return float(np.floor(sqrt(x))) if x >= 0 and x == np.floor(x) else nan
    if function == LGAMMA:
        return lgamma(x) if x > 0 or x != np.floor(x) else nan
    if function == LOG1P:
        return log1p(x) if x > -1 else nan
    if function == SQRT:
        return sqrt(x) if x >= 0 else nan
    if x <= 0:
        return nan
    if function == LOG:
        return log(x)
    return log10(x) if function == LOG10 else float(np.log2(x))


@called
def rounding(function: int, x: float) -> float:
    """The nearest whole number in one direction, and what a number is like."""
    if function == CEIL:
        return float(np.ceil(x))
    if function == FABS:
        return abs(x)
    if function == FLOOR:
        return float(np.floor(x))
    if function == TRUNC:
        return float(np.trunc(x))
    if function == ULP:
        return float(np.nextafter(abs(x), inf) - abs(x))
    return 1.0 if function == ISFINITE else 0.0


@inlined
def are_whole(x: float, y: float) -> bool:
    """Whether both are whole numbers."""
    return bool(x == np.floor(x) and y == np.floor(y))


@called
def permutations(n: float, k: float) -> float:
    """The ways to take ``k`` of ``n`` things in order."""
    if not are_whole(n, k) or n < 0 or k < 0:
        return nan
    if k > n:
        return 0.0
    ways = 1.0
    factor = n
    while factor > n - k and ways < inf:
        ways *= factor
        factor -= 1
    return ways


@called
def combinations(n: float, k: float) -> float:
    """The ways to take ``k`` of ``n`` things in any order."""
    if not are_whole(n, k) or n < 0 or k < 0:
        return nan
    if k > n:
        return 0.0
    fewer = min(k, n - k)
    ways = 1.0
    taken = 1.0
    while taken <= fewer and ways < inf:
        ways = ways * (n - fewer + taken) / taken
        taken += 1
    return float(np.rint(ways))


@called
def common_divisor(x: float, y: float) -> float:
    """The greatest common divisor of two whole numbers."""
    if not are_whole(x, y):
        return nan
    x, y = abs(x), abs(y)
    while y > 0:
        x, y = y, float(np.fmod(x, y))
    return x


@called
def remainder(x: float, y: float) -> float:
    """What is left of ``x`` when the nearest multiple of ``y`` is taken off."""
    if y == 0:
        return nan
    x_size, y_size = abs(x), abs(y)
    rest = float(np.fmod(x_size, y_size))
    missing = y_size - rest
    if rest > missing:
        rest = -missing
    elif rest == missing:
        rest -= 2 * float(np.fmod(0.5 * (x_size - rest), y_size))
    return copysign(1.0, x) * rest


@called
def raised(x: float, y: float) -> float:
    """``x`` to the power of ``y``; NaN where there is no real one."""
    if (x == 0 and y < 0) or (x < 0 and y != np.floor(y)):
        return nan
    return float(np.power(x, y))


@called
def of_two(function: int, x: float, y: float) -> float:  # noqa: C901, PLR0911, PLR0912 - one each
    """The functions of two numbers."""
    if function == ATAN2:
        return atan2(x, y)
    if function == COMB:
        return combinations(x, y)
    if function == COPYSIGN:
        return copysign(x, y)
    if function == FMOD:
        return float(np.fmod(x, y)) if y != 0 else nan
    if function == GCD:
        return common_divisor(x, y)
    if function == HYPOT:
        return hypot(x, y)
    if function == ISCLOSE:
        return 1.0 if abs(x - y) <= CLOSE * max(abs(x), abs(y)) else 0.0
    if function == LCM:
        divisor = common_divisor(x, y)
        return abs(x / divisor * y) if divisor > 0 else 0.0 * divisor
    if function == LDEXP:
        if y != np.floor(y):
            return nan
        half = np.floor(min(max(y, -MOST_BINARY), MOST_BINARY) / 2)
        return float(x * 2.0**half * 2.0 ** (min(max(y, -MOST_BINARY), MOST_BINARY) - half))
    if function == LOG_TO_BASE:
        return log(x) / log(y) if x > 0 and y > 0 and y != 1 else nan
    if function == NEXTAFTER:
        return float(np.nextafter(x, y))
    if function == PERM:
        return permutations(x, y)
    return raised(x, y) if function == POW else remainder(x, y)
