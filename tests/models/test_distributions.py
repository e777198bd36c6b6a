"""Parameters and means."""

from math import exp

import pytest
from pydantic import TypeAdapter, ValidationError

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

ANY: TypeAdapter[Distribution] = TypeAdapter(Distribution)


@pytest.mark.parametrize(
    ("distribution", "mean"),
    [
        (Fixed(value=5), 5),
        (Fixed(value=0), 0),
        (Uniform(low=2, high=6), 4),
        (Triangular(low=1, mode=2, high=9), 4),
        (Pert(low=1, mode=2, high=9), 3),
        (Exponential(mean=7), 7),
        (Lognormal(median=10, sigma=0), 10),
        (Lognormal(median=10, sigma=2), 10 * exp(2)),
        (Gamma(mean=7, shape=3), 7),
        (Empirical(values=(1, 2, 6)), 3),
        (Empirical(values=(1, 6), weights=(4, 1)), 2),
    ],
)
def test_the_mean_is_the_textbooks(distribution: Distribution, mean: float) -> None:
    assert distribution.mean == pytest.approx(mean, rel=1e-15)


@pytest.mark.parametrize(
    ("fields", "fault"),
    [
        ({"kind": "fixed", "value": -1}, "greater than or equal to 0"),
        ({"kind": "uniform", "low": 2, "high": 1}, "low must not exceed high"),
        ({"kind": "uniform", "low": -1, "high": 1}, "greater than or equal to 0"),
        ({"kind": "triangular", "low": 2, "mode": 1, "high": 3}, "must be in this order"),
        ({"kind": "triangular", "low": 1, "mode": 4, "high": 3}, "must be in this order"),
        ({"kind": "pert", "low": 1, "mode": 4, "high": 3}, "must be in this order"),
        ({"kind": "exponential", "mean": 0}, "greater than 0"),
        ({"kind": "lognormal", "median": 0, "sigma": 1}, "greater than 0"),
        ({"kind": "lognormal", "median": 1, "sigma": -0.1}, "greater than or equal to 0"),
        ({"kind": "lognormal", "median": 1, "sigma": 5.1}, "less than or equal to 5"),
        ({"kind": "gamma", "mean": 1, "shape": 0}, "greater than 0"),
        ({"kind": "gamma", "mean": 0, "shape": 1}, "greater than 0"),
        ({"kind": "empirical", "values": []}, "at least 1 item"),
        ({"kind": "empirical", "values": [-1]}, "greater than or equal to 0"),
        ({"kind": "empirical", "values": [1, 2], "weights": [1]}, "as many as values"),
        ({"kind": "empirical", "values": [1], "weights": [0]}, "greater than 0"),
        ({"kind": "normal", "mean": 1}, "'fixed', 'uniform'"),
        ({"value": 1}, "discriminator"),
    ],
)
def test_parameters_that_make_no_distribution_are_refused(
    fields: dict[str, object], fault: str
) -> None:
    with pytest.raises(ValidationError, match=fault):
        ANY.validate_python(fields)


@pytest.mark.parametrize(
    "distribution",
    [
        Uniform(low=2, high=2),
        Triangular(low=2, mode=2, high=2),
        Triangular(low=0, mode=0, high=2),
        Pert(low=0, mode=2, high=2),
    ],
)
def test_points_may_coincide(distribution: Distribution) -> None:
    assert 0 < distribution.mean <= 2


def test_the_kind_tells_which_distribution_is_meant() -> None:
    triangle = {"kind": "triangular", "low": 1, "mode": 2, "high": 9}
    assert ANY.validate_python(triangle) == Triangular(low=1, mode=2, high=9)
    assert ANY.validate_python({**triangle, "kind": "pert"}) == Pert(low=1, mode=2, high=9)
