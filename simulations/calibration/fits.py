"""Distributions fitted to observed amounts: the likeliest of the known ones, else as observed.

Families are compared by Akaike's information criterion. The chosen one must also come near the data
(Kolmogorov-Smirnov distance); if it does not, or there is too little to fit, the observed values
themselves are kept, thinned to their quantiles.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, cast

import numpy as np
import numpy.typing as npt
from scipy import optimize, special, stats

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
from models.quantiles import Floats, pert_shapes

FEWEST = 20
"""Below so many observations no family is fitted."""

THINNED = 200
"""Values that an empirical distribution keeps at most."""

ZEROS = 0.05
"""Up to this share, zeros are rounding, taken as half the least amount; more is no family."""

SAMPLE = 2_000
"""Observations that the searches for three-point distributions look at."""

NEAR, CRITICAL = 0.04, 1.36
"""A fit is near if its KS distance is at most NEAR + CRITICAL / sqrt(n): chance alone at 95 %, and
as much again as is of no account for times that come in whole minutes."""


@dataclass(frozen=True)
class Fit:
    """A distribution, its Kolmogorov-Smirnov distance from the data, how many there were."""

    distribution: Distribution
    distance: float
    observations: int


@dataclass(frozen=True)
class _Candidate:
    distribution: Distribution
    parameters: int
    density: Callable[[Floats], Floats]
    cumulative: Callable[[Floats], Floats]


class _Law(Protocol):
    """A law of scipy with its parameters, as far as it is used."""

    def pdf(self, x: Floats, /) -> Floats: ...

    def cdf(self, x: Floats, /) -> Floats: ...


def fitted(observed: npt.ArrayLike) -> Fit | None:
    """The distribution of non-negative amounts; None if there are none."""
    values = np.asarray(observed, np.float64)
    values = values[np.isfinite(values) & (values >= 0)]
    if not len(values):
        return None
    if float(np.ptp(values)) <= 1e-9 * max(1.0, float(values.max())):
        return Fit(Fixed(value=rounded(float(values[0]))), 0.0, len(values))
    if len(values) < FEWEST:
        return Fit(empirical(values), 0.0, len(values))
    positive = values[values > 0]
    if len(positive) < (1 - ZEROS) * len(values):
        return Fit(empirical(values), _distance_of_thinned(values), len(values))
    values = np.where(values > 0, values, positive.min() / 2)
    candidates = _candidates(values)
    best = min(candidates, key=lambda one: _criterion(one, values))
    distance = _distance(best, values)
    if distance > NEAR + CRITICAL / np.sqrt(len(values)):
        return Fit(empirical(values), _distance_of_thinned(values), len(values))
    return Fit(best.distribution, distance, len(values))


def empirical(values: Floats) -> Distribution:
    """The observed values, thinned to quantiles if there are many."""
    kept = np.sort(values)
    if len(kept) > THINNED:
        kept = np.quantile(kept, (np.arange(THINNED) + 0.5) / THINNED)
    return Empirical(values=tuple(rounded(float(value)) for value in kept))


def rounded(value: float) -> float:
    """Five significant figures: more would claim a precision that a log does not give."""
    return float(f"{value:.5g}")


def _criterion(one: _Candidate, values: Floats) -> float:
    with np.errstate(divide="ignore"):
        likelihood = float(np.log(one.density(values)).sum())
    return 2 * one.parameters - 2 * likelihood if np.isfinite(likelihood) else np.inf


def _distance(one: _Candidate, values: Floats) -> float:
    ordered = np.sort(values)
    model = one.cumulative(ordered)
    steps = np.arange(len(ordered) + 1) / len(ordered)
    return float(max(np.abs(steps[1:] - model).max(), np.abs(model - steps[:-1]).max()))


def _distance_of_thinned(values: Floats) -> float:
    kept = np.asarray(cast("Empirical", empirical(values)).values)
    return float(stats.ks_2samp(values, kept).statistic)


def _frozen(distribution: Distribution, parameters: int, law: _Law) -> _Candidate:
    return _Candidate(distribution, parameters, law.pdf, law.cdf)


def _candidates(values: Floats) -> list[_Candidate]:
    low, high, mean = float(values.min()), float(values.max()), float(values.mean())
    logs = np.log(values)
    median, sigma = float(np.exp(logs.mean())), float(logs.std())
    shape = _gamma_shape(float(np.log(mean) - logs.mean()))
    found = [
        _frozen(Exponential(mean=rounded(mean)), 1, stats.expon(scale=mean)),
        _frozen(
            Gamma(mean=rounded(mean), shape=rounded(shape)),
            2,
            stats.gamma(shape, scale=mean / shape),
        ),
        _frozen(Uniform(low=rounded(low), high=rounded(high)), 2, stats.uniform(low, high - low)),
    ]
    if sigma <= 5:  # noqa: PLR2004 - as far as models.distributions goes
        law = stats.lognorm(sigma, scale=median)
        found.append(_frozen(Lognormal(median=rounded(median), sigma=rounded(sigma)), 2, law))
    return [*found, *_three_points(values)]


def _gamma_shape(gap: float) -> float:
    """The likeliest shape, from the gap between the log of the mean and the mean of the logs."""
    shape = (3 - gap + np.sqrt((gap - 3) ** 2 + 24 * gap)) / (12 * gap)
    for _ in range(5):
        error = np.log(shape) - special.digamma(shape) - gap
        shape = 1 / (1 / shape + error / (shape**2 * (1 / shape - special.polygamma(1, shape))))
    return float(shape)


def _three_points(values: Floats) -> list[_Candidate]:
    """PERT and triangular by a search for the likeliest three points."""
    sample = values
    if len(values) > SAMPLE:
        sample = np.quantile(values, (np.arange(SAMPLE) + 0.5) / SAMPLE)
    found: list[_Candidate] = []
    for kind, likelihood, law in (
        (Pert, _pert_likelihood, _pert),
        (Triangular, _triangle_likelihood, _triangle),
    ):
        points = _likeliest(likelihood, sample)
        a, m, b = (rounded(point) for point in points)
        found.append(_frozen(kind(low=a, mode=min(max(m, a), b), high=b), 3, law(*points)))
    return found


def _pert(low: float, mode: float, high: float) -> _Law:
    law: _Law = stats.beta(*pert_shapes(low, mode, high), low, high - low)
    return law


def _triangle(low: float, mode: float, high: float) -> _Law:
    law: _Law = stats.triang((mode - low) / (high - low), low, high - low)
    return law


def _pert_likelihood(sample: Floats, low: float, mode: float, high: float) -> float:
    """Mean logarithm of the density."""
    a, b = pert_shapes(low, mode, high)
    below, above = float(np.log(sample - low).mean()), float(np.log(high - sample).mean())
    width = (a + b - 1) * np.log(high - low)
    return float((a - 1) * below + (b - 1) * above - width - special.betaln(a, b))


def _triangle_likelihood(sample: Floats, low: float, mode: float, high: float) -> float:
    """Mean logarithm of the density."""
    rising = np.log(sample - low) - np.log(mode - low)
    falling = np.log(high - sample) - np.log(high - mode)
    return float(np.where(sample < mode, rising, falling).mean() + np.log(2 / (high - low)))


def _likeliest(
    likelihood: Callable[[Floats, float, float, float], float], sample: Floats
) -> tuple[float, float, float]:
    """The likeliest three points; the search moves in margins around the observed extremes."""
    least, most = float(sample.min()), float(sample.max())
    width = most - least

    def points(x: Floats) -> tuple[float, float, float]:
        low = max(0.0, least - width * float(np.exp(x[0])))
        high = most + width * float(np.exp(x[1]))
        return low, low + (high - low) * float(special.expit(x[2])), high

    def loss(x: Floats) -> float:
        if np.abs(x).max() > 12:  # noqa: PLR2004 - margins beyond e^12 widths are no margins
            return np.inf
        with np.errstate(divide="ignore", invalid="ignore"):
            total = likelihood(sample, *points(x))
        return -total if np.isfinite(total) else np.inf

    middle = np.clip((np.median(sample) - least) / width, 0.05, 0.95)
    start = np.array([-3.0, -2.0, special.logit(middle)])
    best = optimize.minimize(loss, start, method="Nelder-Mead", options={"maxiter": 300})
    return points(best.x)
