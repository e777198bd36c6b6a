"""Distributions of non-negative quantities, as data.

A distribution carries its parameters and mean; drawing from it by inversion lives in
``models.quantiles``, so that reading the catalogue needs no numerical library.
"""

from math import exp
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model
from models.said import said

NonNegative = Annotated[float, Field(ge=0)]
Positive = Annotated[float, Field(gt=0)]


class Fixed(Model):
    """Always ``value``."""

    kind: Literal["fixed"] = "fixed"
    value: NonNegative

    @property
    def mean(self) -> float:
        """Mean, in the quantity's own unit."""
        return self.value


class Uniform(Model):
    """Evenly spread over ``[low, high]``."""

    kind: Literal["uniform"] = "uniform"
    low: NonNegative
    high: NonNegative

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.low > self.high:
            raise ValueError(said("low 不得大于 high", "low must not exceed high"))
        return self

    @property
    def mean(self) -> float:
        """Mean, in the quantity's own unit."""
        return (self.low + self.high) / 2


class _ThreePoint(Model):
    low: NonNegative
    mode: NonNegative
    high: NonNegative

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if not self.low <= self.mode <= self.high:
            raise ValueError(
                said("low、mode、high 须依次增大", "low, mode and high must be in this order")
            )
        return self


class Triangular(_ThreePoint):
    """Triangle over ``[low, high]`` with its peak at ``mode``."""

    kind: Literal["triangular"] = "triangular"

    @property
    def mean(self) -> float:
        """Mean, in the quantity's own unit."""
        return (self.low + self.mode + self.high) / 3


class Pert(_ThreePoint):
    """Beta-PERT: least, most likely and greatest value, with weight 4 on the most likely.

    Source: Malcolm, Roseboom, Clark and Fazar (1959), Operations Research 7(5).
    """

    kind: Literal["pert"] = "pert"

    @property
    def mean(self) -> float:
        """Mean, in the quantity's own unit."""
        return (self.low + 4 * self.mode + self.high) / 6


class Exponential(Model):
    """Memoryless, by its mean."""

    kind: Literal["exponential"] = "exponential"
    mean: Positive


class Lognormal(Model):
    """Lognormal by its median and sigma, the standard deviation of the logarithm."""

    kind: Literal["lognormal"] = "lognormal"
    median: Positive
    sigma: Annotated[float, Field(ge=0, le=5)]

    @property
    def mean(self) -> float:
        """Mean, in the quantity's own unit."""
        return self.median * exp(self.sigma**2 / 2)


class Gamma(Model):
    """Gamma by its mean and shape (variance = mean² / shape)."""

    kind: Literal["gamma"] = "gamma"
    mean: Positive
    shape: Positive


class Empirical(Model):
    """Observed values, each as likely as its weight (equal weights if none are given)."""

    kind: Literal["empirical"] = "empirical"
    values: Annotated[tuple[NonNegative, ...], Field(min_length=1)]
    weights: tuple[Positive, ...] = ()

    @model_validator(mode="after")
    def _paired(self) -> Self:
        if self.weights and len(self.weights) != len(self.values):
            raise ValueError(
                said("weights 的个数须与 values 相同", "weights must be as many as values")
            )
        return self

    @property
    def mean(self) -> float:
        """Mean, in the quantity's own unit."""
        weights = self.weights or (1.0,) * len(self.values)
        total = sum(w * v for w, v in zip(weights, self.values, strict=True))
        return total / sum(weights)


Distribution = Annotated[
    Fixed | Uniform | Triangular | Pert | Exponential | Lognormal | Gamma | Empirical,
    Field(discriminator="kind"),
]
