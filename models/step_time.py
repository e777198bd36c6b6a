"""How long a step takes and who spends that time."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model, Slug
from models.distributions import Distribution, Empirical, Fixed
from models.said import said
from models.source import Source

Unit = Literal["seconds", "minutes", "hours", "days"]
Basis = Literal["calendar", "working", "office"]
"""When time runs: always, on working days (all day), or in standard office hours."""

UNIT_SECONDS: dict[Unit, int] = {"seconds": 1, "minutes": 60, "hours": 3_600, "days": 86_400}


class Duration(Model):
    """A distribution with its unit and its source."""

    distribution: Distribution
    unit: Unit
    source: Source

    @property
    def mean_seconds(self) -> float:
        """Mean in seconds."""
        return self.distribution.mean * UNIT_SECONDS[self.unit]


class Work(Model):
    """Work by one person of a pool; it goes on in that pool's office hours only.

    ``pool`` defaults to the pool that bears the owner's slug.
    """

    kind: Literal["work"] = "work"
    duration: Duration
    pool: Slug | None = None


class Automatic(Model):
    """Done by a system, around the clock, without staff."""

    kind: Literal["automatic"] = "automatic"
    duration: Duration


class Wait(Model):
    """A wait without staff: a publicity period, routing and sign-off, an outside body, the post.

    ``basis`` says when it runs. ``whole_days`` waits as the law counts: the day it begins is not
    counted and it ends with the last day (民法典 arts. 201, 203);
    so its duration is whole days, of the calendar or working days.
    ``excluded`` cites the article that takes this time out of the limits; without it the legal
    clock runs on.
    """

    kind: Literal["wait"] = "wait"
    duration: Duration
    basis: Basis = "calendar"
    whole_days: bool = False
    excluded: Source | None = None

    @model_validator(mode="after")
    def _in_days(self) -> Self:
        if self.whole_days and self.basis == "office":
            raise ValueError(
                said(
                    "whole_days 按整日计，basis 须为 calendar 或 working",
                    "whole_days counts days, so basis must be calendar or working",
                )
            )
        if self.whole_days and not _in_whole_days(self.duration):
            raise ValueError(
                said(
                    "whole_days 的时长须为整日数（fixed 或 empirical）",
                    "whole_days needs whole numbers of days (fixed or empirical)",
                )
            )
        return self


class ApplicantTime(Model):
    """The applicant's own time, such as signing or paying; the legal clock stands still."""

    kind: Literal["applicant"] = "applicant"
    duration: Duration
    basis: Basis = "calendar"


def _in_whole_days(duration: Duration) -> bool:
    match duration.distribution:
        case Fixed(value=value):
            values: tuple[float, ...] = (value,)
        case Empirical(values=values):
            pass
        case _:
            return False
    return all(value * UNIT_SECONDS[duration.unit] % UNIT_SECONDS["days"] == 0 for value in values)


StepTime = Annotated[Work | Automatic | Wait | ApplicantTime, Field(discriminator="kind")]


def seconds(distribution: Distribution, source: Source) -> Duration:
    """A duration in seconds."""
    return Duration(distribution=distribution, unit="seconds", source=source)


def minutes(distribution: Distribution, source: Source) -> Duration:
    """A duration in minutes."""
    return Duration(distribution=distribution, unit="minutes", source=source)


def hours(distribution: Distribution, source: Source) -> Duration:
    """A duration in hours."""
    return Duration(distribution=distribution, unit="hours", source=source)


def days(distribution: Distribution, source: Source) -> Duration:
    """A duration in days of 24 hours (calendar or working, as the step says)."""
    return Duration(distribution=distribution, unit="days", source=source)
