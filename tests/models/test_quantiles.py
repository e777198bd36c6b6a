"""Drawing by inversion, against scipy and against the distribution's own mean."""

from math import exp, log, sqrt
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

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
from models.quantiles import Floats, quantile
from tests.model_builders import FEW, MANY

GRID = np.concatenate(
    [[0.0, 2.0**-53, 1e-9, 1e-4], np.linspace(0.001, 0.999, 999), [1 - 1e-9, 1 - 2.0**-53]]
)
MIDPOINTS = (np.arange(400_000) + 0.5) / 400_000

REFERENCES: list[tuple[Distribution, Any]] = [
    (Uniform(low=2, high=6), stats.uniform(2, 4)),
    (Triangular(low=2, mode=3, high=9), stats.triang(1 / 7, 2, 7)),
    (Triangular(low=0, mode=0, high=3), stats.triang(0, 0, 3)),
    (Triangular(low=1, mode=3, high=3), stats.triang(1, 1, 2)),
    (Pert(low=2, mode=3, high=9), stats.beta(1 + 4 / 7, 1 + 24 / 7, 2, 7)),
    (Pert(low=0, mode=0, high=3), stats.beta(1, 5, 0, 3)),
    (Exponential(mean=7), stats.expon(scale=7)),
    (Lognormal(median=10, sigma=0.7), stats.lognorm(0.7, scale=10)),
    (Gamma(mean=7, shape=0.4), stats.gamma(0.4, scale=7 / 0.4)),
    (Gamma(mean=7, shape=3), stats.gamma(3, scale=7 / 3)),
]
SPREADS = [
    (Uniform(low=2, high=6), 4 / sqrt(12)),
    (Triangular(low=2, mode=3, high=9), sqrt((4 + 9 + 81 - 6 - 18 - 27) / 18)),
    (Exponential(mean=7), 7.0),
    (Lognormal(median=10, sigma=0.7), 10 * sqrt((exp(0.49) - 1) * exp(0.49))),
    (Gamma(mean=7, shape=3), 7 / sqrt(3)),
    (Empirical(values=(1, 6), weights=(4, 1)), 2.0),
    (Fixed(value=5), 0.0),
]
ALL = [*(drawn for drawn, _ in REFERENCES), Fixed(value=5), Empirical(values=(3, 1, 2, 2))]


@pytest.mark.parametrize(("distribution", "reference"), REFERENCES)
def test_every_distribution_agrees_with_scipy(distribution: Distribution, reference: Any) -> None:
    inner = GRID[GRID > 0]
    expected = reference.ppf(inner)
    tabled = isinstance(distribution, Gamma | Pert)  # by interpolation
    near = 1e-7 * distribution.mean if tabled else 1e-12
    np.testing.assert_allclose(quantile(distribution, inner), expected, rtol=1e-9, atol=near)


@pytest.mark.parametrize("distribution", ALL)
def test_the_draws_average_to_the_mean(distribution: Distribution) -> None:
    drawn = quantile(distribution, MIDPOINTS)
    assert drawn.mean() == pytest.approx(distribution.mean, rel=2e-4)


@pytest.mark.parametrize(("distribution", "spread"), SPREADS)
def test_the_draws_spread_as_the_textbook_says(distribution: Distribution, spread: float) -> None:
    assert quantile(distribution, MIDPOINTS).std() == pytest.approx(spread, rel=2e-3)


def test_a_fixed_value_is_always_itself() -> None:
    assert quantile(Fixed(value=5), GRID).tolist() == [5.0] * len(GRID)


@pytest.mark.parametrize(
    ("uniform", "value"),
    [(0.0, 1.0), (0.2499, 1.0), (0.25, 2.0), (0.7499, 2.0), (0.75, 3.0), (1 - 2.0**-53, 3.0)],
)
def test_an_observed_value_covers_its_share_of_the_unit_interval(
    uniform: float, value: float
) -> None:
    for observed in (
        Empirical(values=(3, 2, 1, 2)),
        Empirical(values=(3, 2, 1), weights=(1, 2, 1)),
        Empirical(values=(2, 1, 3), weights=(10, 5, 5)),
    ):
        assert quantile(observed, np.array([uniform])).tolist() == [value]


def test_the_greatest_uniform_gives_the_greatest_observed_value_though_shares_are_rounded() -> None:
    tenths = Empirical(values=tuple(range(10)), weights=(0.1,) * 10)  # they add up to less than 1
    assert quantile(tenths, np.array([1 - 2.0**-53])).tolist() == [9.0]


def test_half_the_draws_lie_below_the_median() -> None:
    half = np.array([0.5])
    assert quantile(Lognormal(median=10, sigma=2), half)[0] == pytest.approx(10, rel=1e-15)
    assert quantile(Exponential(mean=7), half)[0] == pytest.approx(7 * log(2), rel=1e-15)


@pytest.mark.parametrize(
    "degenerate",
    [
        Uniform(low=4, high=4),
        Triangular(low=4, mode=4, high=4),
        Pert(low=4, mode=4, high=4),
        Lognormal(median=4, sigma=0),
        Empirical(values=(4,)),
    ],
)
def test_a_distribution_without_spread_gives_its_one_value(degenerate: Distribution) -> None:
    assert quantile(degenerate, GRID) == pytest.approx(4, rel=1e-15)


@pytest.mark.parametrize("distribution", ALL)
def test_the_shape_of_the_uniforms_is_kept(distribution: Distribution) -> None:
    uniforms = GRID[:1000].reshape(10, 4, 25)
    drawn = quantile(distribution, uniforms)
    assert drawn.shape == uniforms.shape
    assert drawn.ravel().tolist() == quantile(distribution, GRID[:1000]).tolist()


def _three(draw: st.DrawFn) -> dict[str, float]:
    low, mode, high = sorted(draw(st.tuples(*[st.floats(0, 1e4)] * 3)))
    return {"low": low, "mode": mode, "high": high}


@st.composite
def bounded(draw: st.DrawFn) -> tuple[Distribution, float, float]:
    """A distribution with a least and a greatest value."""
    three = _three(draw)
    low, high = three["low"], three["high"]
    values = tuple(draw(st.lists(st.floats(0, 1e4), min_size=1, max_size=6)))
    weights = tuple(draw(st.floats(1e-3, 1e3)) for _ in values)
    cases: list[tuple[Distribution, float, float]] = [
        (Fixed(value=low), low, low),
        (Uniform(low=low, high=high), low, high),
        (Triangular(**three), low, high),
        (Pert(**three), low, high),
        (Empirical(values=values, weights=weights), min(values), max(values)),
    ]
    return draw(st.sampled_from(cases))


@st.composite
def unbounded(draw: st.DrawFn) -> tuple[Distribution, float, float]:
    """A distribution that can exceed any value."""
    size = draw(st.floats(1e-3, 1e4))
    kinds: list[Distribution] = [
        Exponential(mean=size),
        Lognormal(median=size, sigma=draw(st.floats(0, 5))),
        Gamma(mean=size, shape=draw(st.floats(0.05, 1e3))),
    ]
    return draw(st.sampled_from(kinds)), 0.0, float("inf")


DRAWN = st.integers(0, 2**53 - 1).map(lambda whole: whole / 2**53)  # as a generator gives them
UNIFORMS = st.lists(DRAWN, min_size=2, max_size=12)


@MANY
@given(st.one_of(bounded(), unbounded()), UNIFORMS)
def test_draws_stay_in_range_and_grow_with_the_uniform(
    case: tuple[Distribution, float, float], numbers: list[float]
) -> None:
    distribution, low, high = case
    uniforms = np.array([0.0, *sorted(numbers), 1 - 2.0**-53])
    drawn = quantile(distribution, uniforms)
    slack = 1e-9 * drawn.max()
    assert np.isfinite(drawn).all()
    assert low - slack <= drawn.min()
    assert drawn.max() <= high + slack
    assert np.diff(drawn).min() >= -slack


@FEW
@given(st.floats(0.05, 1e3), st.floats(0, 1), st.lists(DRAWN.filter(bool), min_size=1))
def test_tabled_quantiles_err_by_less_than_1e_7_of_the_mean(
    shape: float, mode: float, numbers: list[float]
) -> None:
    uniforms = np.array([*numbers, 2.0**-53, 1 - 2.0**-53])
    gamma, pert = Gamma(mean=1, shape=shape), Pert(low=0, mode=mode, high=1)
    beta = stats.beta(1 + 4 * mode, 5 - 4 * mode)
    off_gamma = quantile(gamma, uniforms) - stats.gamma(shape, scale=1 / shape).ppf(uniforms)
    off_pert = quantile(pert, uniforms) - beta.ppf(uniforms)
    assert np.abs(off_gamma).max() < 1e-7
    assert np.abs(off_pert).max() < 1e-7 * pert.mean


@pytest.mark.parametrize(
    ("shorter", "longer"),
    [
        (Fixed(value=5), Fixed(value=6)),
        (Uniform(low=1, high=3), Uniform(low=1, high=4)),
        (Triangular(low=1, mode=2, high=5), Triangular(low=1, mode=3, high=5)),
        (Pert(low=1, mode=2, high=5), Pert(low=1, mode=3, high=5)),
        (Exponential(mean=7), Exponential(mean=8)),
        (Lognormal(median=10, sigma=0.7), Lognormal(median=11, sigma=0.7)),
        (Gamma(mean=7, shape=3), Gamma(mean=8, shape=3)),
        (Empirical(values=(1, 2, 6)), Empirical(values=(1, 3, 6))),
    ],
)
def test_the_same_uniform_never_gives_less_when_the_distribution_grows(
    shorter: Distribution, longer: Distribution
) -> None:
    gained: Floats = quantile(longer, GRID) - quantile(shorter, GRID)
    assert gained.min() >= -1e-12
    assert gained.max() > 0
