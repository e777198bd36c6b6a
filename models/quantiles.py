"""Inverse distribution functions: from a uniform number to a draw, one for one.

Inversion keeps common random numbers common: the same uniform gives the same case a draw that
moves monotonically when the distribution changes.
"""

from functools import lru_cache
from typing import assert_never

import numpy as np
import numpy.typing as npt
from scipy import special

from models.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Pert,
    Triangular,
    Uniform,
)

Floats = npt.NDArray[np.float64]

SCORES: Floats = np.linspace(-8.4, 8.4, 2_049)
"""Normal scores of the tables: beyond every score of a 53-bit uniform number."""


def quantile(distribution: Distribution, uniforms: Floats) -> Floats:
    """Values at the given probabilities in ``[0, 1)``, same shape, in the distribution's unit."""
    match distribution:
        case Fixed(value=value):
            return np.full(uniforms.shape, value)
        case Uniform(low=low, high=high):
            return low + (high - low) * uniforms
        case Triangular():
            return _triangular(distribution, uniforms)
        case Pert():
            return _pert(distribution, uniforms)
        case Exponential(mean=mean):
            return -mean * np.log1p(-uniforms)
        case Lognormal(median=median, sigma=sigma):
            return median * np.exp(sigma * _normal(uniforms))
        case Gamma(mean=mean, shape=shape):
            return np.asarray(_between(gamma_table(shape), uniforms) * (mean / shape))
        case Empirical():
            return _empirical(distribution, uniforms)
        case _:
            assert_never(distribution)


def _normal(uniforms: Floats) -> Floats:
    # The smallest uniform of a 53-bit generator is 0, whose normal quantile is minus infinity.
    return np.asarray(special.ndtri(np.maximum(uniforms, 2.0**-54)))


def _triangular(shape: Triangular, uniforms: Floats) -> Floats:
    width = shape.high - shape.low
    if width == 0:
        return np.full(uniforms.shape, shape.low)
    peak = (shape.mode - shape.low) / width
    rising = shape.low + np.sqrt(uniforms * width * (shape.mode - shape.low))
    falling = shape.high - np.sqrt((1 - uniforms) * width * (shape.high - shape.mode))
    return np.where(uniforms < peak, rising, falling)


def pert_shapes(low: float, mode: float, high: float) -> tuple[float, float]:
    """The two shapes of the beta distribution that a PERT distribution is between its ends."""
    width = max(high - low, 1e-300)
    return 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width


def _pert(shape: Pert, uniforms: Floats) -> Floats:
    width = shape.high - shape.low
    if width == 0:
        return np.full(uniforms.shape, shape.low)
    shapes = pert_shapes(shape.low, shape.mode, shape.high)
    part = np.minimum(_between(beta_table(*shapes), uniforms), 1)
    return np.asarray(shape.low + width * part)


@lru_cache(maxsize=512)
def gamma_table(shape: float) -> Floats:
    """Values of the gamma distribution with scale 1 at SCORES."""
    low = special.gammaincinv(shape, special.ndtr(SCORES[SCORES <= 0]))
    high = special.gammainccinv(shape, special.ndtr(-SCORES[SCORES > 0]))
    return np.asarray(np.concatenate([low, high]))


@lru_cache(maxsize=512)
def beta_table(alpha: float, beta: float) -> Floats:
    """Values of the beta distribution at SCORES."""
    low = special.betaincinv(alpha, beta, special.ndtr(SCORES[SCORES <= 0]))
    high = 1 - special.betaincinv(beta, alpha, special.ndtr(-SCORES[SCORES > 0]))
    return np.asarray(np.concatenate([low, high]))


def _between(table: Floats, uniforms: Floats) -> Floats:
    """Values of a table over SCORES, by the cubic through the four nearest nodes.

    The inverse incomplete gamma and beta functions cost a microsecond each; this costs a tenth, and
    errs by less than 1e-7 of the mean (a test holds it), far below the whole seconds that follow.
    """
    place = (_normal(uniforms) - SCORES[0]) / (SCORES[1] - SCORES[0])
    node = np.clip(place.astype(np.int64), 1, len(SCORES) - 3)
    t = place - node
    before, here, after, beyond = (table[node + n] for n in (-1, 0, 1, 2))
    left, right = t + 1, t - 1
    far = t - 2
    value = (
        -before * t * right * far / 6
        + here * left * right * far / 2
        - after * left * t * far / 2
        + beyond * left * t * right / 6
    )
    return np.asarray(np.maximum(value, 0))


def _empirical(observed: Empirical, uniforms: Floats) -> Floats:
    values = np.asarray(observed.values)
    order = np.argsort(values, kind="stable")
    weights = np.asarray(observed.weights)[order] if observed.weights else np.ones(len(values))
    cumulative = np.cumsum(weights) / weights.sum()
    places = np.searchsorted(cumulative, uniforms, side="right")
    return values[order][np.minimum(places, len(values) - 1)]
