"""Confidence intervals over replications."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from scipy import stats

LEVEL = 0.999


@dataclass(frozen=True)
class Interval:
    """A mean and its half width."""

    mean: float
    half: float

    def __contains__(self, value: float) -> bool:
        """Whether the value lies in the interval."""
        return abs(value - self.mean) <= self.half


def t_interval(values: Iterable[float], level: float = LEVEL) -> Interval:
    """Student's interval of the mean of independent replications."""
    sample = np.fromiter(values, np.float64)
    spread = float(stats.sem(sample))
    half = float(stats.t.ppf((1 + level) / 2, len(sample) - 1)) * spread
    return Interval(float(sample.mean()), half)


def assert_agrees(values: Iterable[float], expected: float, within: float) -> None:
    """The interval holds the expected value and is no wider than this share of it, each way."""
    interval = t_interval(values)
    assert interval.half <= within * abs(expected), f"{interval} is too wide to tell"
    assert expected in interval, f"{interval} does not hold {expected}"
