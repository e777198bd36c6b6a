"""Calendars of the people of a token net: weekly ones, and weekly ones of chances.

Both repeat every week; holidays are working days to them. Times are seconds.
"""

from typing import Annotated, Self

import numpy as np
import numpy.typing as npt
from pydantic import Field, model_validator

from models.base import Model
from models.pool import Weekday
from models.said import said
from models.token_net import Identifier

DAY = 86_400
WEEKDAYS = 7
Floats = npt.NDArray[np.float64]
Probability = Annotated[float, Field(ge=0, le=1)]


class WeeklySpan(Model):
    """Open from ``begin`` to ``end`` (seconds of the day) on these days of every week."""

    first: Weekday
    last: Weekday
    begin: Annotated[int, Field(ge=0, lt=DAY)]
    end: Annotated[int, Field(gt=0, le=DAY)]

    @model_validator(mode="after")
    def _ordered(self) -> Self:
        if self.first > self.last or self.begin >= self.end:
            raise ValueError(said("时段的起点须早于终点", "a span must begin before it ends"))
        return self


class WeeklyCalendar(Model):
    """A calendar that repeats every week."""

    id: Identifier
    name: str = ""
    spans: Annotated[tuple[WeeklySpan, ...], Field(min_length=1)]


class ChanceSpan(WeeklySpan):
    """A span in which a person is at work with this probability."""

    probability: Probability


class ChanceCalendar(Model):
    """When people are at work, as chances: drawn for each person, each granule of each week.

    A granule lasts ``granule`` seconds. A person comes for either of two reasons, ``availability``
    or ``workload``, drawn apart. Spans hold for whole granules, both ends rounded down; of several
    spans the last one holds, outside of them the probability is 0. Raises ValueError for one by
    which nobody ever comes.
    """

    id: Identifier
    name: str = ""
    granule: Annotated[int, Field(ge=60, le=DAY, multiple_of=60)]
    availability: tuple[ChanceSpan, ...] = ()
    workload: tuple[ChanceSpan, ...] = ()

    @model_validator(mode="after")
    def _comes(self) -> Self:
        if DAY % self.granule:
            raise ValueError(
                said(
                    f"时间粒度 {self.granule} 秒不能整分一天",
                    f"a granule of {self.granule} s does not divide a day",
                )
            )
        if not self.week.any():
            raise ValueError(
                said("没有概率大于0的时段，无人会来", "no probability above 0: nobody ever comes")
            )
        return self

    @property
    def week(self) -> Floats:
        """The probability of being at work in each granule of a week, from Monday midnight on."""
        away = [
            1 - _by_granule(spans, self.granule) for spans in (self.availability, self.workload)
        ]
        return 1 - away[0] * away[1]


def _by_granule(spans: tuple[ChanceSpan, ...], granule: int) -> Floats:
    table = np.zeros((WEEKDAYS, DAY // granule))
    for span in spans:
        days = slice(span.first - 1, span.last)
        table[days, span.begin // granule : span.end // granule] = span.probability
    return table.ravel()


Calendar = WeeklyCalendar | ChanceCalendar
