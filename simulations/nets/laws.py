"""Laws as rows of the kernel's table, each kept once."""

from dataclasses import dataclass, field

import numpy as np
from scipy import special

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
from models.quantiles import SCORES, Floats, beta_table, gamma_table, pert_shapes, quantile
from simulations.kernel import net_tables as net

UNREACHED = 1e-12
"""Bounds that a distribution meets less often than this are taken as never met."""

Row = tuple[float, float, float, float, float]
"""Kind, A, B, and the probabilities from and to which it is drawn."""


@dataclass
class LawTable:
    """Laws by number, and the points that some of them refer to."""

    rows: list[list[float]] = field(default_factory=list)
    points: list[Floats] = field(default_factory=list)
    numbers: dict[object, int] = field(default_factory=dict)

    def add(self, law: Law) -> int:
        """The number of the law."""
        if law not in self.numbers:
            self.numbers[law] = len(self.rows)
            kind, a, b, first, last = self._row(law)
            high = np.inf if law.high is None else law.high
            if kind != net.FIXED and abs(last - first) < UNREACHED:
                kind, a = net.FIXED, _instead(law)
            self.rows.append([kind, a, b, first, last, law.low, high, *self._place(law)])
        return self.numbers[law]

    def words(self, codes: Floats, weights: Floats) -> int:
        """The number of a law over codes of words."""
        key = (tuple(codes), tuple(weights))
        if key not in self.numbers:
            self.numbers[key] = len(self.rows)
            place = self.keep(np.concatenate([np.cumsum(weights) / weights.sum(), codes]))
            row = [net.STEPWISE, 0.0, 0.0, 0.0, 1.0, -np.inf, np.inf]
            self.rows.append([*row, place, place + len(codes)])
        return self.numbers[key]

    def table(self) -> net.Float64:
        """The table of laws."""
        return np.array(self.rows, np.float64).reshape(-1, net.LAW_FIELDS).T.copy()

    def all_points(self) -> net.Float64:
        """All points end to end."""
        return np.concatenate([np.zeros(1), *self.points])

    def keep(self, points: Floats) -> int:
        """Keep points as they are; where they begin."""
        place = 1 + sum(len(part) for part in self.points)
        self.points.append(points)
        return place

    def _place(self, law: Law) -> tuple[int, int]:
        match law.of:
            case Gamma(shape=shape):
                points = gamma_table(shape)
            case Pert() as pert:
                points = beta_table(*_beta(pert))
            case Triangular() as triangle:
                points = quantile(triangle, np.minimum(special.ndtr(SCORES), 1.0))
            case Empirical() as observed:
                return self._observed(observed, law)
            case _:
                return 0, 0
        place = self.keep(points)
        return place, place + len(points)

    def _observed(self, observed: Empirical, law: Law) -> tuple[int, int]:
        values = np.array(observed.values)
        weights = np.array(observed.weights or np.ones(len(values)))
        high = np.inf if law.high is None else law.high
        inside = (values >= law.low) & (values <= high)
        inside = inside if inside.any() else np.ones(len(values), np.bool_)
        order = np.argsort(values[inside], kind="stable")
        values, weights = values[inside][order], weights[inside][order]
        place = self.keep(np.concatenate([np.cumsum(weights) / weights.sum(), values]))
        return place, place + len(values)

    def _row(self, law: Law) -> Row:  # noqa: PLR0911 - one a kind
        low, high = law.low, np.inf if law.high is None else law.high
        match law.of:
            case Fixed(value=value):
                return net.FIXED, value, 0.0, 0.0, 1.0
            case Uniform(low=least, high=most):
                span = max(most - least, 1e-300)
                first, last = (np.clip((x - least) / span, 0, 1) for x in (low, high))
                return net.UNIFORM, least, most, first, last
            case Exponential(mean=mean):
                return net.EXPONENTIAL, mean, low, 0.0, -float(np.expm1(-(high - low) / mean))
            case Normal(mean=mean, deviation=deviation):
                return _normal(net.NORMAL, mean, deviation, low, high)
            case Lognormal(median=median, sigma=sigma):
                with np.errstate(divide="ignore"):
                    first, last = np.log(np.array([low, high]) / median)
                _, _, b, start, end = _normal(net.LOGNORMAL, 0.0, sigma, first, last)
                return net.LOGNORMAL, median, b, start, end
            case Gamma(mean=mean, shape=shape):
                scale = mean / shape
                first, last = special.gammainc(shape, np.array([low, high]) / scale)
                return net.TABLE, 0.0, scale, float(first), float(last)
            case Pert() as pert:
                span = max(pert.high - pert.low, 1e-300)
                ends = np.clip((np.array([low, high]) - pert.low) / span, 0, 1)
                first, last = special.betainc(*_beta(pert), ends)
                return net.TABLE, pert.low, pert.high - pert.low, float(first), float(last)
            case Triangular() as triangle:
                first, last = (_below(triangle, x) for x in (low, high))
                return net.TABLE, 0.0, 1.0, first, last
            case Empirical():
                return net.STEPWISE, 0.0, 0.0, 0.0, 1.0


def _normal(kind: int, mean: float, deviation: float, low: float, high: float) -> Row:
    """Drawn from the side on which the bounds lie, where probabilities are exact."""
    if deviation == 0:
        return net.FIXED, mean, 0.0, 0.0, 1.0
    first, last = (low - mean) / deviation, (high - mean) / deviation
    if first > 0:
        return kind, mean, -deviation, float(special.ndtr(-first)), float(special.ndtr(-last))
    return kind, mean, deviation, float(special.ndtr(first)), float(special.ndtr(last))


def _beta(pert: Pert) -> tuple[float, float]:
    return pert_shapes(pert.low, pert.mode, pert.high)


def _below(triangle: Triangular, x: float) -> float:
    low, mode, high = triangle.low, triangle.mode, triangle.high
    if x <= low:
        return 0.0
    if x >= high:
        return 1.0
    if x < mode:
        return (x - low) ** 2 / ((high - low) * (mode - low))
    return 1 - (high - x) ** 2 / ((high - low) * (high - mode))


def _instead(law: Law) -> float:
    """The bound nearest to the mean, in place of a distribution that never meets its bounds."""
    high = np.inf if law.high is None else law.high
    return float(np.clip(law.of.mean, law.low, high))
