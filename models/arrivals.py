"""How cases of a process come in."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from models.base import Model
from models.distributions import Distribution, Exponential, NonNegative
from models.pool import OfficeHours, Weekday
from models.said import said
from models.source import Source

HourWeights = Annotated[tuple[NonNegative, ...], Field(min_length=24, max_length=24)]
"""One weight for each hour of the day, from midnight on."""


class Arrivals(Model):
    """So many cases a working day, spread over these hours.

    ``spread`` is the shape of the time between two arrivals (its mean does not matter, it is
    scaled): exponential for a Poisson stream. ``week`` says how much more or less comes in each
    hour of a weekday, relative to the others (left out: evenly); a weekday that is not named, such
    as a make-up Saturday, is like the average of those named.
    """

    per_working_day: Annotated[float, Field(gt=0, le=1_000_000)]
    hours: OfficeHours = OfficeHours()
    spread: Distribution = Exponential(mean=1)
    week: dict[Weekday, HourWeights] = Field(default_factory=dict)
    source: Source

    @model_validator(mode="after")
    def _some_come(self) -> Self:
        if self.week:
            open_hours = {m // 60 for a, b in self.hours.minutes for m in range(a, b)}
            if not any(day[hour] for day in self.week.values() for hour in open_hours):
                raise ValueError(
                    said(
                        "week 在办公时间之内的权重不能全为0",
                        "week must have a weight above 0 within the hours",
                    )
                )
        return self
