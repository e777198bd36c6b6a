"""Intervals: known values, coverage by simulation, and the edges at 0 and 100 %."""

import numpy as np
import pytest

from models.statistics import Hits, mean, share, wilson


def test_wilson_against_a_published_example() -> None:
    """Newcombe (1998), Statistics in Medicine 17, table I: 81/263 gives 0.2553 to 0.3662."""
    low, high = wilson(81 / 263, 263)
    assert low == pytest.approx(0.2553, abs=5e-5)
    assert high == pytest.approx(0.3662, abs=5e-5)


def test_all_on_time_still_leaves_doubt() -> None:
    found = share([Hits(20, 20)])
    assert found.value == 1
    assert found.high == 1
    assert found.low is not None
    assert 0.8 < found.low < 0.9


def test_no_cases_prove_nothing() -> None:
    found = share([])
    assert (found.low, found.high) == (0, 1)


def test_replications_that_differ_widen_the_interval() -> None:
    alike = share([Hits(90, 100)] * 10)
    apart = share([Hits(80, 100), Hits(100, 100)] * 5)
    assert alike.low is not None
    assert apart.low is not None
    assert apart.low < alike.low
    assert alike.value == apart.value == pytest.approx(0.9)


def test_share_interval_covers_the_truth_when_cases_of_a_replication_hang_together() -> None:
    """Beta-binomial replications: 95 % intervals must hold the true share about 95 % of the time.

    Taking the cases as independent would cover about half of the time here.
    """
    generator = np.random.default_rng(1)
    held = 0
    for _ in range(400):
        rates = generator.beta(18, 2, size=20)
        parts = [Hits(int(generator.binomial(200, rate)), 200) for rate in rates]
        found = share(parts)
        assert found.low is not None
        assert found.high is not None
        held += found.low <= 0.9 <= found.high
    assert held / 400 > 0.9


def test_mean_by_hand() -> None:
    found = mean([1, 2, 3, 4])
    half = 3.182446305284263 * np.sqrt(5 / 3) / 2  # t quantile with 3 degrees of freedom
    assert found.value == 2.5
    assert found.low == pytest.approx(2.5 - half)
    assert found.high == pytest.approx(2.5 + half)


def test_one_replication_has_no_interval() -> None:
    assert mean([3.0]).low is None


def test_replications_without_a_figure_are_left_out() -> None:
    assert mean([1.0, float("nan"), 3.0]).value == 2
