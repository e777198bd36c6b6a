"""Shares and quantiles with their intervals.

Cases of one replication share queues and are not independent; replications are. A share's interval
is Wilson's with an effective sample size taken from the spread between replications (Kish's design
effect, never below 1), which also holds at 0 and 100 %. Means and quantiles get Student intervals
over replications.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np
import numpy.typing as npt
from scipy import special

from models.base import Model

LEVEL = 0.95


class Estimate(Model):
    """A figure and its 95 % interval; ``low`` and ``high`` are None from a single replication."""

    value: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Hits:
    """One replication's count of cases, and of those among them that count."""

    hits: int
    cases: int


def share(parts: Sequence[Hits]) -> Estimate:
    """A share over replications, with its Wilson interval at the effective sample size.

    From a single replication the cases are taken as independent. No cases: 1, from 0 to 1.
    """
    cases = sum(part.cases for part in parts)
    if cases == 0:
        return Estimate(value=1.0, low=0.0, high=1.0)
    value = sum(part.hits for part in parts) / cases
    size = cases / _design_effect(parts, value, cases)
    low, high = wilson(value, size)
    return Estimate(value=value, low=low, high=high)


def curve(hits: npt.NDArray[np.int64], cases: npt.NDArray[np.int64]) -> list[Estimate]:
    """Several shares of the same cases, each as ``share`` gives it.

    ``hits`` is replications x shares; ``cases`` counts each replication's cases, none of them 0.
    """
    total, filled = int(cases.sum()), len(cases)
    value = hits.sum(axis=0) / total
    residual = ((hits - value * cases[:, None]) ** 2).sum(axis=0)
    between = residual * filled / max(filled - 1, 1) / total**2
    alone = np.maximum(value * (1 - value) / total, np.finfo(np.float64).tiny)
    effect = np.maximum(1.0, between / alone) if filled > 1 else np.ones(len(value))
    return [
        Estimate(value=share, low=low, high=high)
        for share, (low, high) in zip(
            value.tolist(), map(wilson, value.tolist(), (total / effect).tolist()), strict=True
        )
    ]


def wilson(value: float, size: float) -> tuple[float, float]:
    """Wilson's score interval of a share seen in ``size`` independent cases."""
    z = float(special.ndtri(0.5 + LEVEL / 2))
    middle = value + z * z / (2 * size)
    spread = z * sqrt(value * (1 - value) / size + z * z / (4 * size * size))
    scale = 1 + z * z / size
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def _design_effect(parts: Sequence[Hits], value: float, cases: int) -> float:
    filled = [part for part in parts if part.cases]
    if len(filled) < 2 or value in {0.0, 1.0}:  # noqa: PLR2004 - a variance needs two
        return 1.0
    residual = sum((part.hits - value * part.cases) ** 2 for part in filled)
    between = residual * len(filled) / (len(filled) - 1) / cases**2
    return max(1.0, between / (value * (1 - value) / cases))


def mean(values: Sequence[float]) -> Estimate:
    """The mean of one figure a replication, with its Student interval."""
    figures = np.asarray(values, dtype=np.float64)
    figures = figures[~np.isnan(figures)]
    if not len(figures):
        return Estimate(value=0.0)
    centre = float(figures.mean())
    if len(figures) == 1:
        return Estimate(value=centre)
    error = float(figures.std(ddof=1)) / sqrt(len(figures))
    half = float(special.stdtrit(len(figures) - 1, 0.5 + LEVEL / 2)) * error
    return Estimate(value=centre, low=centre - half, high=centre + half)
