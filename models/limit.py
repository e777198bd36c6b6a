"""A time limit over a whole case or a group of its steps."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model, Slug, Text
from models.said import said
from models.source import Source

LimitUnit = Literal["working_days", "calendar_days", "office_minutes"]
Edge = Literal["enabled", "started", "completed"]


class Moment(Model):
    """An edge of a step's visits: the first one enabled or started, or the last one completed."""

    step: Slug
    edge: Edge


class Limit(Model):
    """At most ``most`` of ``unit`` from the start to the completion of every step in ``over``.

    An empty ``over`` means all steps. The clock starts at ``starts`` (by default when the first of
    the steps is enabled) and stops when the last of them is completed. Working and calendar days
    are counted by the legal clock (``models.legal_clock``). ``office_minutes`` is the form of
    即办: elapsed office time of the owner, and done on the same working day. ``reading`` says how
    an unclear text was read, and on whose authority.
    """

    slug: Slug
    name: Text
    most: Annotated[float, Field(gt=0)]
    unit: LimitUnit
    over: tuple[Slug, ...] = ()
    starts: Moment | None = None
    source: Source
    reading: Source | None = None

    @model_validator(mode="after")
    def _countable(self) -> Self:
        if self.unit != "office_minutes" and self.most != int(self.most):
            raise ValueError(
                said("以日计的时限须为整数", "limits in days are whole numbers of days")
            )
        return self
