"""Values of laws at uniform numbers, inside the kernel.

The normal quantile is algorithm AS 241 (Wichura 1988, Applied Statistics 37(3)), exact to about 16
digits. Gamma and beta laws come as tables over normal scores and are read by the cubic through the
four nearest nodes, as in ``models.quantiles``.
"""

from math import exp, log, sqrt

from simulations.jit import called, inlined
from simulations.kernel.net_tables import (
    EXPONENTIAL,
    FIRST,
    FIXED,
    GREATEST,
    LAST,
    LAW_KIND,
    LEAST,
    LOGNORMAL,
    NORMAL,
    P_FROM,
    P_TO,
    STEPWISE,
    TABLE,
    UNIFORM,
    A,
    B,
    Float64,
)

# Coefficients of AS 241, greatest power first.
Coefficients = tuple[float, float, float, float, float, float, float, float]
NEAR: Coefficients = (
    2509.0809287301226727,
    33430.575583588128105,
    67265.770927008700853,
    45921.953931549871457,
    13731.693765509461125,
    1971.5909503065514427,
    133.14166789178437745,
    3.3871328727963666080,
)
NEAR_BELOW: Coefficients = (
    5226.4952788528545610,
    28729.085735721942674,
    39307.895800092710610,
    21213.794301586595867,
    5394.1960214247511077,
    687.18700749205790830,
    42.313330701600911252,
    1.0,
)
BESIDE: Coefficients = (
    7.74545014278341407640e-4,
    0.0227238449892691845833,
    0.241780725177450611770,
    1.27045825245236838258,
    3.64784832476320460504,
    5.76949722146069140550,
    4.63033784615654529590,
    1.42343711074968357734,
)
BESIDE_BELOW: Coefficients = (
    1.05075007164441684324e-9,
    5.475938084995344946e-4,
    0.0151986665636164571966,
    0.148103976427480074590,
    0.689767334985100004550,
    1.67638483018380384940,
    2.05319162663775882187,
    1.0,
)
FAR: Coefficients = (
    2.01033439929228813265e-7,
    2.71155556874348757815e-5,
    0.00124266094738807843860,
    0.0265321895265761230930,
    0.296560571828504891230,
    1.78482653991729133580,
    5.46378491116411436990,
    6.65790464350110377720,
)
FAR_BELOW: Coefficients = (
    2.04426310338993978564e-15,
    1.42151175831644588870e-7,
    1.84631831751005468180e-5,
    7.868691311456132591e-4,
    0.0148753612908506148525,
    0.136929880922735805310,
    0.599832206555887937690,
    1.0,
)

LOWEST_SCORE, SCORES = -8.4, 2_049
SCORE_STEP = 16.8 / 2_048
CENTRE, TAIL = 0.425, 5
"""AS 241 has one formula near the median, one beside it, one for the tails."""

LONGEST = 2.0**30
"""No single draw is longer than this many seconds (34 years)."""


@inlined
def polynomial(coefficients: Coefficients, x: float) -> float:
    """The polynomial's value at ``x``."""
    total = 0.0
    for coefficient in coefficients:
        total = total * x + coefficient
    return total


@inlined
def normal_score(p: float) -> float:
    """The value below which a standard normal number falls with probability ``p``."""
    p = min(max(p, 5.6e-17), 1 - 1.2e-16)
    q = p - 0.5
    if abs(q) <= CENTRE:
        return q * polynomial(NEAR, 0.180625 - q * q) / polynomial(NEAR_BELOW, 0.180625 - q * q)
    r = sqrt(-log(min(p, 1 - p)))
    if r <= TAIL:
        score = polynomial(BESIDE, r - 1.6) / polynomial(BESIDE_BELOW, r - 1.6)
    else:
        score = polynomial(FAR, r - TAIL) / polynomial(FAR_BELOW, r - TAIL)
    return score if q > 0 else -score


@inlined
def whole(seconds: float) -> int:
    """Whole seconds, at most LONGEST."""
    return int(min(max(seconds, 0.0), LONGEST) + 0.5)


@inlined
def between(points: Float64, first: int, p: float) -> float:
    """The value at probability ``p`` of a table over normal scores that begins at ``first``."""
    place = (normal_score(p) - LOWEST_SCORE) / SCORE_STEP
    node = min(max(int(place), 1), SCORES - 3)
    t = place - node
    left, right, far = t + 1, t - 1, t - 2
    here = first + node
    return float(
        -points[here - 1] * t * right * far / 6
        + points[here] * left * right * far / 2
        - points[here + 1] * left * t * far / 2
        + points[here + 2] * left * t * right / 6
    )


@inlined
def stepwise(points: Float64, first: int, last: int, p: float) -> float:
    """The value of an empirical law: cumulative shares ``first:last``, then as many values."""
    low, high = first, last - 1
    while low < high:
        middle = (low + high) >> 1
        if points[middle] > p:
            high = middle
        else:
            low = middle + 1
    return float(points[low + last - first])


@called
def value_of(laws: Float64, points: Float64, law: int, u: float) -> float:
    """The law's value at the uniform number ``u``."""
    kind = laws[LAW_KIND, law]
    if kind == FIXED:
        return float(laws[A, law])
    p = laws[P_FROM, law] + u * (laws[P_TO, law] - laws[P_FROM, law])
    a, b = laws[A, law], laws[B, law]
    value = a
    if kind == EXPONENTIAL:
        # Exact enough, for 1 - p is exact to a unit of 2**-53; log1p takes twice as long.
        value = b - a * log(1 - p)
    elif kind == UNIFORM:
        value = a + (b - a) * p
    elif kind == NORMAL:
        value = a + b * normal_score(p)
    elif kind == LOGNORMAL:
        value = a * exp(b * normal_score(p))
    elif kind == TABLE:
        value = a + b * between(points, int(laws[FIRST, law]), p)
    elif kind == STEPWISE:
        return stepwise(points, int(laws[FIRST, law]), int(laws[LAST, law]), p)
    return float(min(max(value, laws[LEAST, law]), laws[GREATEST, law]))
