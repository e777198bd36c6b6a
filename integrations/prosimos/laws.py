"""The peer's distributions as laws, with the same meaning.

Parameters are: fix value; uniform least, greatest; norm mean, deviation; triang mode; expon mean,
whose mean counts from its least value; lognorm and gamma mean, variance; the last three and norm
end with least and greatest. Draws out of bounds are drawn again.
"""

from collections.abc import Sequence
from math import exp, log, sqrt

from integrations.prosimos.document import Drawn
from models.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Triangular,
    Uniform,
)
from models.law import Law, Normal
from models.said import said

COUNTS = {"fix": 1, "uniform": 2, "triang": 3, "expon": 3, "norm": 4, "lognorm": 4, "gamma": 4}


def law(drawn: Drawn) -> Law:
    """The law of a distribution. Raises ValueError, in words, for parameters it cannot have."""
    if drawn.distribution_name == "histogram_sampling":
        return Law(of=_histogram(drawn))
    name = drawn.distribution_name
    values = [parameter.value for parameter in drawn.distribution_params]
    if len(values) < COUNTS[name]:
        raise ValueError(
            said(
                f"{name} 须有{COUNTS[name]}个参数，现有{len(values)}个",
                f"{name} takes {COUNTS[name]} parameters, not {len(values)}",
            )
        )
    values = values[: COUNTS[name]]
    if name == "fix":
        return Law(of=Fixed(value=values[0]))
    low, high = max(values[-2], 0), values[-1]
    if high < low:
        raise ValueError(
            said(f"{name} 的上限小于下限", f"the greatest value of {name} is below its least")
        )
    if high == low:
        return Law(of=Fixed(value=low))
    return Law(of=_of(name, values, low, high), low=low, high=high)


def _of(  # noqa: PLR0911 - one a name
    name: str, values: Sequence[float], low: float, high: float
) -> Distribution | Normal:
    mean = values[0]
    if name == "uniform":
        return Uniform(low=low, high=high)
    if name == "triang":
        return Triangular(low=low, mode=mean, high=high)
    if name == "expon":
        scale = mean - values[1] if mean >= values[1] else mean
        return Exponential(mean=scale) if scale > 0 else Fixed(value=low)
    if name == "norm":
        return Normal(mean=mean, deviation=values[1])
    variance = values[1]
    if variance == 0 or mean <= 0:
        return Fixed(value=max(mean, 0))
    if name == "gamma":
        return Gamma(mean=mean, shape=mean**2 / variance)
    spread = log(1 + variance / mean**2)
    return Lognormal(median=mean / sqrt(exp(spread)), sigma=sqrt(spread))


def _histogram(drawn: Drawn) -> Empirical:
    data = drawn.histogram_data
    if data is None or len(data.cdf) > len(data.bin_midpoints):
        raise ValueError(
            said(
                "histogram_sampling 须有 cdf 和同样多的 bin_midpoints",
                "histogram_sampling needs cdf and as many bin_midpoints",
            )
        )
    weights = [b - a for a, b in zip((0.0, *data.cdf), data.cdf, strict=False)]
    pairs = [(v, w) for v, w in zip(data.bin_midpoints, weights, strict=False) if w > 0]
    return Empirical(values=tuple(v for v, _ in pairs), weights=tuple(w for _, w in pairs))


def parameters(own: Law) -> tuple[str, list[float]]:  # noqa: PLR0911 - one a law
    """The peer's name and parameters of a law. Raises ValueError for one it does not have."""
    high = 1e9 if own.high is None else own.high
    match own.of:
        case Fixed(value=value):
            return "fix", [value]
        case Uniform(low=least, high=most):
            return "uniform", [max(least, own.low), min(most, high)]
        case Triangular(low=least, mode=mode, high=most) if least >= own.low and most <= high:
            return "triang", [mode, least, most]
        case Exponential(mean=mean):
            return "expon", [own.low + mean, own.low, high]
        case Normal(mean=mean, deviation=deviation):
            return "norm", [mean, deviation, own.low, high]
        case Lognormal(median=median, sigma=sigma):
            mean = median * exp(sigma**2 / 2)
            return "lognorm", [mean, mean**2 * (exp(sigma**2) - 1), own.low, high]
        case Gamma(mean=mean, shape=shape):
            return "gamma", [mean, mean**2 / shape, own.low, high]
        case _:
            raise ValueError(
                said(
                    f"Prosimos 没有 {own.of.kind} 分布",
                    f"Prosimos has no {own.of.kind} distribution",
                )
            )
