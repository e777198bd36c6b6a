"""Several tasks at once in the hands of one person."""

from typing import Annotated

from pydantic import Field

from models.base import Model
from models.net_calendars import DAY, WEEKDAYS, Probability, WeeklySpan
from models.token_net import Identifier


class HandsSpan(WeeklySpan):
    """In this span who has k tasks at hand takes one more with probability ``more[k - 1]``.

    With more tasks at hand than ``more`` is long, never. Spans hold for whole hours, both ends
    rounded down.
    """

    more: Annotated[tuple[Probability, ...], Field(min_length=1, max_length=99)]

    @property
    def is_whole_week(self) -> bool:
        """Whether it is always so."""
        days = (self.first, self.last) == (1, WEEKDAYS)
        return days and (self.begin, self.end) == (0, DAY)


class Multitasking(Model):
    """How readily person ``number`` of a resource takes a further task.

    It is decided whenever the number of tasks at hand changes, and holds until it changes again.
    Several tasks at once take as long as each of them alone. Of several spans the last holds,
    outside of them one task is done at a time.
    """

    resource: Identifier
    number: Annotated[int, Field(ge=0)] = 0
    spans: Annotated[tuple[HandsSpan, ...], Field(min_length=1)]

    @property
    def most(self) -> int:
        """Tasks that can come together in these hands."""
        return 1 + max(len(span.more) for span in self.spans)
