"""A piece of work that a department is asked for, and how far it has come."""

from dataclasses import dataclass
from typing import Literal

from models.routing import Visit
from models.step import Step

Purpose = Literal["perform", "attend", "correct"]
"""Perform a step; or the applicant's own part: come to a window, correct what was sent back."""


@dataclass(frozen=True)
class Order:
    """What is asked for: one visit of one case (both numbered from 0).

    ``rank`` is the priority class, lower first; ``corrects`` the visit that sent the case back,
    where the purpose is ``correct``.
    """

    process: str
    step: str
    case: int
    visit: int
    rank: int = 0
    purpose: Purpose = "perform"
    corrects: Visit | None = None


@dataclass
class Job:
    """The work on one order; ``key`` tells it from all others.

    Times are seconds since the calendar's epoch, None as long as they are not known. ``work`` is
    net seconds; ``batch``, ``queue`` and ``priority`` are the seconds waited for these reasons.
    ``correction`` tells whether the visit ends with one.
    """

    key: str
    order: Order
    step: Step
    work: int
    correction: bool = False
    enabled: int = 0
    started: int | None = None
    completed: int | None = None
    resource: str | None = None
    batch: int = 0
    queue: int = 0
    priority: int = 0

    def is_done(self, now: int) -> bool:
        """Whether the work is over at that time."""
        return self.completed is not None and self.completed <= now
