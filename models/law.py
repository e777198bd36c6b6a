"""Laws of durations and numbers in foreign scenarios: a distribution cut to bounds.

Other simulators say a distribution by its mean and variance and draw again while a draw is out of
bounds; that is the distribution given that it lies within them.
"""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model
from models.distributions import Distribution, Fixed
from models.said import said


class Normal(Model):
    """Normal by its mean and standard deviation."""

    kind: Literal["normal"] = "normal"
    mean: float
    deviation: Annotated[float, Field(ge=0)]


class Law(Model):
    """``of``, given that it lies in ``[low, high]``; in seconds where it is a duration.

    An exponential from ``low`` on is an exponential given that it is not below ``low``, for it has
    no memory.
    """

    of: Distribution | Normal
    low: Annotated[float, Field(ge=0)] = 0
    high: Annotated[float, Field(gt=0)] | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.high is not None and self.low > self.high:
            raise ValueError(said("下限不得大于上限", "the least must not exceed the greatest"))
        return self


def exactly(value: float) -> Law:
    """Always that value."""
    return Law(of=Fixed(value=value))
