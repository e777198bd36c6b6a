"""One numbered item of the plan, and what kind of thing it asks for."""

from datetime import date
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model, Slug, Text, text
from models.said import said

Kind = Literal[
    "process",
    "supervision",
    "rule",
    "policy",
    "system",
    "service",
    "cultivation",
    "management",
    "publicity",
]

KIND_NAMES: dict[Kind, Text] = {
    "process": text("办理流程", "case process: cases pass through steps owned by departments"),
    "supervision": text("监管执法", "supervision, inspection or a clean-up campaign"),
    "rule": text("规则清单", "rule, list or standard that others apply when they decide"),
    "policy": text("政策", "policy direction or pilot without a procedure"),
    "system": text("信息系统", "platform, data or credential that processes use"),
    "service": text("服务", "service or support that has no case to decide"),
    "cultivation": text("培育", "programme that grows firms or a market"),
    "management": text("内部管理", "evaluation and management within the government"),
    "publicity": text("宣传", "publicity"),
}
"""What each kind means, in both languages."""


class PlanItem(Model):
    """One item (改革事项清单中的一项).

    ``reform`` is the item's title, shortened where the source runs on; several items can share
    one. ``summary`` says in our own words what is to be done. ``lead`` and ``responsible`` are
    department slugs in the source's order. An item has a ``deadline`` or is ``continuous``
    (持续推进); with neither, the source has lost its deadline. ``irregularity`` says where the
    source is odd and how it was read.
    """

    number: Annotated[int, Field(ge=1, le=149)]
    indicator: Text
    reform: Text
    summary: Text
    lead: Annotated[tuple[Slug, ...], Field(min_length=1)]
    responsible: tuple[Slug, ...] = ()
    deadline: date | None = None
    continuous: bool = False
    kind: Kind = "process"
    irregularity: Text | None = None

    @model_validator(mode="after")
    def _one_timing(self) -> Self:
        if self.continuous and self.deadline is not None:
            raise ValueError(
                said(
                    "持续推进的项不能又有时限", "an item is continuous or has a deadline, not both"
                )
            )
        return self

    @property
    def case_process(self) -> bool:
        """Whether cases run through it, so that it can be modelled as a process."""
        return self.kind == "process"

    @property
    def departments(self) -> tuple[str, ...]:
        """Slugs of all who lead or are responsible, each once."""
        return tuple(dict.fromkeys((*self.lead, *self.responsible)))

    def overdue(self, at: date) -> bool:
        """Whether its deadline lies before ``at``; an item without a deadline never is."""
        return self.deadline is not None and self.deadline < at
