"""The steps and limits of a process while edits are applied to them."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol, Self

from models import graph
from models.errors import DefinitionError
from models.limit import Limit, Moment
from models.said import in_chinese, said
from models.step import Step


class EditError(Exception):
    """Internal: an edit cannot be applied; becomes a DefinitionError in ``Draft.apply``."""


class Applicable(Protocol):
    """What ``Draft.apply`` needs of an edit."""

    @property
    def kind(self) -> str:
        """The edit's name."""

    def apply(self, draft: "Draft") -> None:
        """Carry the edit out on the draft; EditError if it does not fit."""


@dataclass
class Draft:
    """The steps and limits of a process while edits are applied."""

    steps: dict[str, Step]
    limits: list[Limit]
    original: tuple[str, ...] = field(default=())

    @classmethod
    def of(cls, steps: Iterable[Step], limits: Iterable[Limit]) -> Self:
        """A draft of these steps and limits."""
        by_slug = {step.slug: step for step in steps}
        return cls(by_slug, list(limits), tuple(by_slug))

    def apply(self, where: str, edits: Iterable["Applicable"]) -> None:
        """Apply the edits in order; DefinitionError naming ``where`` if one does not fit."""
        for edit in edits:
            try:
                edit.apply(self)
            except EditError as error:
                raise DefinitionError(
                    where,
                    [said(f"{edit.kind}：{in_chinese(error.args[0])}", f"{edit.kind}: {error}")],
                ) from None

    def step(self, slug: str) -> Step:
        """The step of that slug."""
        if slug not in self.steps:
            raise EditError(said(f"没有环节“{slug}”", f"there is no step {slug!r}"))
        return self.steps[slug]

    def change(self, slug: str, **values: object) -> None:
        """Replace fields of a step."""
        self.steps[slug] = self.step(slug).model_copy(update=values)

    def replace(self, old: Iterable[str], new: tuple[str, ...]) -> None:
        """Let every follower of one of ``old`` come after ``new`` instead; as far as it waits."""
        gone = set(old)
        for slug, step in self.steps.items():
            if gone & set(step.after):
                kept = [name for name in step.after if name not in gone]
                self.change(slug, after=tuple(dict.fromkeys([*kept, *new])))

    def forget(self, slugs: Iterable[str], instead: tuple[str, ...] = ()) -> None:
        """Drop steps, also from the limits over them (``instead`` takes their place there)."""
        gone = set(slugs)
        for slug in gone:
            del self.steps[slug]
        for place, limit in enumerate(self.limits):
            if gone & set(limit.over):
                kept = [name for name in limit.over if name not in gone]
                over = tuple(dict.fromkeys([*kept, *instead]))
                if not over:
                    raise EditError(
                        said(
                            f"时限“{limit.slug}”已没有环节",
                            f"nothing is left of limit {limit.slug!r}",
                        )
                    )
                self.limits[place] = limit.changed(over=over)
            start = self.limits[place].starts
            if instead and start and start.step in gone:
                moved = Moment(step=instead[0], edge=start.edge)
                self.limits[place] = self.limits[place].changed(starts=moved)

    def ordered_steps(self) -> tuple[Step, ...]:
        """The steps in a canonical order, without redundant predecessors."""
        new = sorted(slug for slug in self.steps if slug not in self.original)
        base = [slug for slug in self.original if slug in self.steps] + new
        after = {slug: self.steps[slug].after for slug in base}
        order = graph.topological_order(after)
        if len(order) < len(base):
            return tuple(self.steps[slug] for slug in base)
        after = {slug: after[slug] for slug in order}
        for slug in order:
            self.change(slug, after=graph.without_redundant(after, slug, after[slug]))
        return tuple(self.steps[slug] for slug in order)
