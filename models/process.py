"""A process: steps owned by departments, its attributes, limits and reforms."""

from collections.abc import Iterable
from functools import cached_property
from typing import Annotated, Self

from pydantic import Field, model_validator

from models import graph
from models.base import Model, Slug, Text
from models.condition import Attribute
from models.draft import Draft
from models.errors import DefinitionError, UnknownNameError
from models.limit import Limit
from models.process_check import process_faults
from models.reform import Reform, in_order
from models.said import said
from models.step import Step

PlanItem = Annotated[int, Field(ge=1, le=149)]


class Process(Model):
    """An administrative process (办理流程), authored as it was before the plan.

    ``items`` are the plan items it realises; ``reforms`` turn the as-is into the to-be, item by
    item; ``applied`` lists the items already applied. Raises DefinitionError with every fault at
    once if steps, attributes, limits or reforms contradict each other.
    """

    slug: Slug
    name: Text
    family: Slug
    lead: Slug
    items: tuple[PlanItem, ...] = ()
    body: str = ""
    """The place in the plan's body that names it, e.g. ``二(一)1``."""
    steps: tuple[Step, ...]
    attributes: tuple[Attribute, ...] = ()
    limits: tuple[Limit, ...] = ()
    reforms: tuple[Reform, ...] = ()
    applied: tuple[PlanItem, ...] = ()
    notes: Text | None = None

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        faults = process_faults(self.steps, self.attributes, self.limits)
        faults += _reform_faults(self.items, self.reforms)
        if faults:
            raise DefinitionError(said(f"流程 {self.slug}", f"process {self.slug}"), faults)
        return self

    @cached_property
    def after(self) -> dict[str, tuple[str, ...]]:
        """Each step's direct predecessors."""
        return {step.slug: step.after for step in self.steps}

    @cached_property
    def order(self) -> tuple[str, ...]:
        """Step slugs in topological order."""
        return tuple(graph.topological_order(self.after))

    def step(self, slug: str) -> Step:
        """The step of that slug; UnknownNameError if there is none."""
        for step in self.steps:
            if step.slug == slug:
                return step
        raise UnknownNameError(said("环节", "step"), slug, self.after)

    @property
    def owners(self) -> tuple[str, ...]:
        """Slugs of the steps' owners, each once, in step order."""
        return tuple(dict.fromkeys(step.owner for step in self.steps))

    def reformed(self, items: Iterable[int] | None = None) -> "Process":
        """The process with the reforms of these plan items applied (default: all, the to-be).

        Reforms are applied in their own order whatever the order of ``items``. Raises
        UnknownNameError for an item without a reform here, DefinitionError if a reform's
        prerequisite is missing or the result is not a process.
        """
        chosen = in_order(self.slug, self.reforms, items)
        draft = Draft.of(self.steps, self.limits)
        for reform in chosen:
            draft.apply(
                said(
                    f"流程 {self.slug} 第{reform.item}项改革",
                    f"process {self.slug}, reform of item {reform.item}",
                ),
                reform.edits,
            )
        return self.changed(
            steps=draft.ordered_steps(),
            limits=tuple(draft.limits),
            reforms=(),
            applied=(*self.applied, *(reform.item for reform in chosen)),
        )


def _reform_faults(items: tuple[int, ...], reforms: tuple[Reform, ...]) -> list[str]:
    own = [reform.item for reform in reforms]
    faults: list[str] = [
        said(f"第{n}项有两个改革，请合并", f"two reforms of item {n}; join them")
        for n in sorted(set(own))
        if own.count(n) > 1
    ]
    faults += [
        said(f"第{n}项改革不在 `items` 中", f"reform of item {n}, which `items` does not list")
        for n in own
        if n not in items
    ]
    for reform in reforms:
        missing = sorted(set(reform.requires) - set(own))
        faults += [
            said(
                f"第{reform.item}项改革要求先实施第{n}项，但后者没有改革",
                f"reform of item {reform.item} requires item {n}: no reform",
            )
            for n in missing
        ]
    return faults
