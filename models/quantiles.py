"""Inverse distribution functions: from a uniform number to a draw, one for one.

Inversion keeps common random numbers common: the same uniform gives the same case a draw that
moves monotonically when the distribution changes.
"""

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
            return np.asarray(special.gammaincinv(shape, uniforms) * (mean / shape))
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


def _pert(shape: Pert, uniforms: Floats) -> Floats:
    width = shape.high - shape.low
    if width == 0:
        return np.full(uniforms.shape, shape.low)
    alpha = 1 + 4 * (shape.mode - shape.low) / width
    beta = 1 + 4 * (shape.high - shape.mode) / width
    return np.asarray(shape.low + width * special.betaincinv(alpha, beta, uniforms))


def _empirical(observed: Empirical, uniforms: Floats) -> Floats:
    values = np.asarray(observed.values)
    order = np.argsort(values, kind="stable")
    weights = np.asarray(observed.weights)[order] if observed.weights else np.ones(len(values))
    cumulative = np.cumsum(weights) / weights.sum()
    places = np.searchsorted(cumulative, uniforms, side="right")
    return values[order][np.minimum(places, len(values) - 1)]
