"""MSER-5 by hand and on a series with a known beginning."""

import numpy as np

from simulations.warm_up import batch_means, mser


def test_batches_of_five_and_the_rest_dropped() -> None:
    values = np.arange(12)
    assert batch_means(values).tolist() == [2, 7]


def test_the_transient_is_cut() -> None:
    generator = np.random.default_rng(3)
    steady = generator.normal(10, 1, size=200)
    steady[:20] += np.linspace(30, 2, 20)
    assert 15 <= mser(steady) <= 25


def test_nothing_is_cut_from_a_steady_series() -> None:
    generator = np.random.default_rng(4)
    assert mser(generator.normal(10, 1, size=400)) < 100


def test_never_more_than_half() -> None:
    assert mser(np.linspace(100, 0, 50)) < 25
    assert mser(np.array([1.0])) == 0


def test_by_hand() -> None:
    """Means 9, 1, 3, 1: cutting one leaves variance 8/9 over 3, less than 10.75/4."""
    assert mser(np.array([9.0, 1.0, 3.0, 1.0])) == 1
