"""The way of one case through its process, one visit after the other.

The same rules as the kernel's (``simulations.kernel.routing``), for cases that run live; the twin
holds the two together. A case keeps no record of its own: after a restart the visits that ended
are told again, in any order that respects their dependencies, and the way is where it was.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from models import graph
from models.condition import performed
from models.process import Process
from models.step import Step

if TYPE_CHECKING:
    from models.condition import Values

Visit = tuple[str, int]
"""A visit of a step: its slug and its number, from 0."""


@dataclass(frozen=True)
class Ready:
    """A visit that has become ready, and the visit whose end made it so (None: the arrival)."""

    step: Step
    visit: int
    previous: Visit | None
    correction: bool = False
    """Whether the applicant has to correct something first."""

    @property
    def key(self) -> Visit:
        """The visit."""
        return self.step.slug, self.visit


class Routing:
    """Which visits become ready, for one case with these attribute values.

    Visits come in the order in which the kernel opens them: that order decides who is served
    first among visits that are enabled in the same second.
    """

    def __init__(self, process: Process, values: Values) -> None:
        """``values`` holds each attribute and the outcome of each ``Chance``."""
        self.process = process
        self.steps = {step.slug: step for step in process.steps}
        self.skipped = {
            step.slug for step in process.steps if not performed(step.when, step.slug, values)
        }
        self.followers = graph.followers(process.after)
        self.regions = {
            step.slug: graph.between(process.after, step.rework.to, step.slug)
            for step in process.steps
            if step.rework is not None
        }
        self.left = {step.slug: len(step.after) for step in process.steps}
        self.within: dict[str, str | None] = dict.fromkeys(self.steps)
        self.visits = dict.fromkeys(self.steps, 0)
        self.open = 0

    @property
    def over(self) -> bool:
        """Whether no visit is open: the case is at its end."""
        return self.open == 0

    def begin(self) -> list[Ready]:
        """The case arrives."""
        return self._opened([s.slug for s in self.process.steps if not s.after], None)

    def ended(self, slug: str, visit: int, *, correction: bool) -> list[Ready]:
        """A visit ended, with a correction or done."""
        self.open -= 1
        if correction:
            return self._sent_back(slug, visit)
        return self._opened(self._released(slug), (slug, visit))

    def _sent_back(self, slug: str, visit: int) -> list[Ready]:
        rework = self.steps[slug].rework
        if rework is None:
            raise ValueError(f"step {slug} has no correction")
        region = self.regions[slug]
        for inside in region:
            self.left[inside] = sum(before in region for before in self.process.after[inside])
            if inside != slug:
                self.within[inside] = slug
        return self._opened([rework.to], (slug, visit), correction=True)

    def _released(self, slug: str) -> list[str]:
        """Followers for which nothing is left, once this step is done."""
        correcting = self.within[slug]
        released = []
        for after in self.followers[slug]:
            if correcting is None or after in self.regions[correcting]:
                self.left[after] -= 1
                if self.left[after] == 0:
                    released.append(after)
        return released

    def _opened(
        self, todo: list[str], previous: Visit | None, *, correction: bool = False
    ) -> list[Ready]:
        """Visits of the steps to do, last first; a skipped step passes on to its followers."""
        opened: list[Ready] = []
        while todo:
            slug = todo.pop()
            if slug in self.skipped:
                todo += self._released(slug)
                continue
            number = self.visits[slug]
            self.visits[slug] = number + 1
            opened.append(Ready(self.steps[slug], number, previous, correction))
        self.open += len(opened)
        return opened
