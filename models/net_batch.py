"""Batches in a token net: tasks whose work is gathered and done together by one person.

After Prosimos 2.1's ``batch_processing``. Times are seconds.
"""

from typing import Annotated, Self

from pydantic import Field, model_validator

from models.base import Model
from models.net_calendars import DAY
from models.pool import Weekday
from models.said import said

LONGEST = 2**31 - 2
Amount = Annotated[int, Field(ge=0, le=LONGEST)]
Second = Annotated[int, Field(ge=0, lt=DAY)]
DayEnd = Annotated[int, Field(gt=0, le=DAY)]
Size = Annotated[int, Field(ge=1, le=1_000_000)]
Factor = Annotated[float, Field(ge=0, le=1e6)]


class Amounts(Model):
    """From ``least`` to ``most`` (None: no end), both included."""

    least: Amount = 0
    most: Amount | None = None

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.most is not None and self.most < self.least:
            raise ValueError(
                said(
                    f"不可能同时不少于 {self.least}、不多于 {self.most}",
                    f"nothing is at least {self.least} and at most {self.most}",
                )
            )
        return self


class FiringRule(Model):
    """When what has been gathered is done: as soon as all of this holds.

    ``size``: so many visits are gathered; a batch takes at most ``size.most`` of them. ``idle``: so
    much time since the last one came. ``oldest``: so much time since the first one came.
    ``weekday``: on this day. ``hours``: in these seconds of the day, the second one excluded.

    A batch takes two visits at least. One alone is done when it has waited as long as ``idle`` or
    ``oldest`` allow and nothing else is asked; what is gathered is done as it is once the first of
    it is older than ``oldest.most``, for then the rule cannot hold any more. A ``size`` of one is
    one, and a rule that only asks for less than some ``oldest`` holds for one at once.
    """

    size: Amounts | None = None
    idle: Amounts | None = None
    oldest: Amounts | None = None
    weekday: Weekday | None = None
    hours: tuple[Second, DayEnd] | None = None

    @model_validator(mode="after")
    def _sensible(self) -> Self:
        if not any(v is not None for v in self.__dict__.values()):
            raise ValueError(said("成批规则没有条件", "a firing rule has no conditions"))
        if self.size is not None and self.size.most == 0:
            raise ValueError(said("一批不能没有办件", "a batch of nothing is none"))
        if self.hours is not None and self.hours[0] >= self.hours[1]:
            raise ValueError(said("时段的起点须早于终点", "a span must begin before it ends"))
        return self


class Batching(Model):
    """How the visits of one task are gathered and done.

    What comes while nothing is gathered is done alone with the share ``sizes[1]``; anything else is
    gathered until one of ``rules`` holds, or, without rules, until as many are there as was drawn
    from ``sizes`` (shares by number). One person does the batch: one visit after another, or, if
    ``parallel``, all at once until the longest is done. Each takes its own time, multiplied by the
    factor of the nearest size in ``factors`` (of two the smaller; 1: always 1) and, if
    ``parallel``, by the size.
    """

    task: Annotated[str, Field(min_length=1, max_length=256)]
    parallel: bool = False
    sizes: dict[Size, Annotated[float, Field(ge=0)]] = Field(default_factory=dict)
    factors: dict[Size, Factor] = Field(default_factory=dict)
    rules: tuple[FiringRule, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if not self.rules and not sum(self.sizes.values()) > 0:
            raise ValueError(
                said(
                    f"任务“{self.task}”成批办理，但既无规则也无批量分布",
                    f"task {self.task!r} is done in batches, but neither rules nor sizes say when",
                )
            )
        return self

    @property
    def alone(self) -> float:
        """The share of visits that are done alone if nothing is gathered when they come."""
        total = sum(self.sizes.values())
        return self.sizes.get(1, 0.0) / total if total > 0 else 0.0
