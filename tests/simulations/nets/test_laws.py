"""Laws in the kernel against scipy, and bounds against drawing again."""

import numpy as np
import pytest
from scipy import stats

from models.distributions import (
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Pert,
    Triangular,
    Uniform,
)
from models.law import Law, Normal
from simulations.kernel.laws import value_of
from simulations.nets.laws import LawTable

U = np.linspace(0.0005, 0.9995, 1_000)


def values(law: Law) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    table = LawTable()
    number = table.add(law)
    laws, points = table.table(), table.all_points()
    return np.array([value_of(laws, points, number, float(u)) for u in U])


@pytest.mark.parametrize(
    ("law", "expected"),
    [
        (Law(of=Exponential(mean=90)), stats.expon(scale=90)),
        (Law(of=Exponential(mean=90), low=1_800), stats.expon(loc=1_800, scale=90)),
        (Law(of=Uniform(low=3, high=9)), stats.uniform(3, 6)),
        (Law(of=Normal(mean=360, deviation=20)), stats.norm(360, 20)),
        (Law(of=Lognormal(median=50, sigma=0.8)), stats.lognorm(0.8, scale=50)),
        (Law(of=Gamma(mean=1_200, shape=4)), stats.gamma(4, scale=300)),
        (Law(of=Gamma(mean=1_200, shape=0.7)), stats.gamma(0.7, scale=1_200 / 0.7)),
        (Law(of=Triangular(low=10, mode=20, high=60)), stats.triang(0.2, 10, 50)),
        (Law(of=Pert(low=10, mode=20, high=60)), stats.beta(1.8, 4.2, 10, 50)),
    ],
)
def test_quantiles(law: Law, expected: stats.rv_continuous) -> None:
    found = values(law)
    exact = expected.ppf(U)
    assert np.abs(found - exact).max() < 1e-4 * expected.mean()
    middle = slice(100, 900)
    assert np.abs(found - exact)[middle].max() < 2e-6 * expected.mean()


@pytest.mark.parametrize(
    ("law", "whole"),
    [
        (Law(of=Exponential(mean=100), low=50, high=200), stats.expon(scale=100)),
        (Law(of=Normal(mean=0, deviation=10), low=15, high=40), stats.norm(0, 10)),
        (Law(of=Normal(mean=50, deviation=10), low=15, high=40), stats.norm(50, 10)),
        (Law(of=Lognormal(median=50, sigma=0.8), low=20, high=60), stats.lognorm(0.8, scale=50)),
        (Law(of=Gamma(mean=100, shape=2), low=20, high=150), stats.gamma(2, scale=50)),
        (Law(of=Uniform(low=0, high=100), low=20, high=150), stats.uniform(0, 100)),
        (Law(of=Triangular(low=0, mode=9, high=90), low=20, high=50), stats.triang(0.1, 0, 90)),
        (Law(of=Pert(low=0, mode=9, high=90), low=20, high=50), stats.beta(1.4, 4.6, 0, 90)),
    ],
)
def test_bounds_are_drawing_again(law: Law, whole: stats.rv_continuous) -> None:
    low, high = whole.cdf(law.low), whole.cdf(law.high)
    exact = whole.ppf(low + U * (high - low))
    assert np.abs(values(law) - exact).max() < 1e-3 * exact.mean()


def test_far_bounds_lose_no_precision() -> None:
    found = values(Law(of=Exponential(mean=1), low=5_000))
    np.testing.assert_allclose(found, 5_000 - np.log1p(-U), rtol=1e-12)
    found = values(Law(of=Normal(mean=0, deviation=1), low=6, high=30))
    exact = -stats.norm.ppf(stats.norm.sf(6) * (1 - U))
    np.testing.assert_allclose(found, exact, rtol=1e-9)


def test_observed_values_by_their_weights_within_bounds() -> None:
    law = Law(of=Empirical(values=(30, 10, 20), weights=(1, 2, 7)), high=25)
    found = values(law)
    assert set(found) == {10, 20}
    assert (found == 10).mean() == pytest.approx(2 / 9, abs=2e-3)


def test_bounds_that_are_never_met_give_the_bound_nearest_to_the_mean() -> None:
    assert set(values(Law(of=Normal(mean=0, deviation=1), low=50, high=60))) == {50}
    assert set(values(Law(of=Fixed(value=7)))) == {7}
