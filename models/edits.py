"""Small typed edits of a process: the words in which a reform is written.

Each edit says what happens to the steps; ``Draft.apply`` carries them out (``models.draft``). An
edit that names a step or material which is not there is a fault, never a silent no-op.
"""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Model, Slug
from models.condition import When
from models.draft import Draft, EditError
from models.edits_of_limits import DropLimit, SetLimit
from models.said import said
from models.step import Channel, Fee, Material, Rework, Step, Visit
from models.step_time import Automatic, Duration, StepTime


class RunParallel(Model):
    """Let steps run side by side: after what came before any, before what came after any."""

    kind: Literal["run-parallel"] = "run-parallel"
    steps: Annotated[tuple[Slug, ...], Field(min_length=2)]

    def apply(self, draft: Draft) -> None:
        """Rewire the group's predecessors and followers."""
        group = set(self.steps)
        before = [name for slug in self.steps for name in draft.step(slug).after]
        outside = tuple(dict.fromkeys(name for name in before if name not in group))
        for slug, step in list(draft.steps.items()):
            if slug in group:
                draft.change(slug, after=outside)
            elif group & set(step.after):
                kept = [name for name in step.after if name not in group]
                draft.change(slug, after=tuple(dict.fromkeys([*kept, *self.steps])))


class Resequence(Model):
    """Let a step come directly after these steps and no others."""

    kind: Literal["resequence"] = "resequence"
    step: Slug
    after: tuple[Slug, ...]

    def apply(self, draft: Draft) -> None:
        """Set the step's predecessors."""
        for name in self.after:
            draft.step(name)
        draft.change(self.step, after=self.after)


class AddStep(Model):
    """Add a step, and let the steps ``before`` wait for it."""

    kind: Literal["add-step"] = "add-step"
    step: Step
    before: tuple[Slug, ...] = ()

    def apply(self, draft: Draft) -> None:
        """Insert the step."""
        if self.step.slug in draft.steps:
            raise EditError(
                said(f"已有环节“{self.step.slug}”", f"there is a step {self.step.slug!r} already")
            )
        for name in self.step.after:
            draft.step(name)
        draft.steps[self.step.slug] = self.step
        for slug in self.before:
            draft.change(slug, after=(*draft.step(slug).after, self.step.slug))


class RemoveStep(Model):
    """Drop a step; its followers come after its predecessors."""

    kind: Literal["remove-step"] = "remove-step"
    step: Slug

    def apply(self, draft: Draft) -> None:
        """Remove the step and close the gap."""
        before = draft.step(self.step).after
        draft.replace([self.step], before)
        draft.forget([self.step])


class MergeSteps(Model):
    """Put one step in the place of several; it inherits their outside neighbours."""

    kind: Literal["merge-steps"] = "merge-steps"
    steps: Annotated[tuple[Slug, ...], Field(min_length=2)]
    into: Step

    def apply(self, draft: Draft) -> None:
        """Replace the group by the new step."""
        group = set(self.steps)
        before = [name for slug in self.steps for name in draft.step(slug).after]
        outside = dict.fromkeys(name for name in before if name not in group)
        if self.into.slug in draft.steps and self.into.slug not in group:
            raise EditError(
                said(f"已有环节“{self.into.slug}”", f"there is a step {self.into.slug!r} already")
            )
        draft.replace(group, (self.into.slug,))
        draft.forget(group, (self.into.slug,))
        for name in self.into.after:
            draft.step(name)
        after = tuple(dict.fromkeys([*outside, *self.into.after]))
        draft.steps[self.into.slug] = self.into.changed(after=after)


class Automate(Model):
    """Let a system do the step: no staff, no office hours, no visit."""

    kind: Literal["automate"] = "automate"
    step: Slug
    duration: Duration

    def apply(self, draft: Draft) -> None:
        """Make the step automatic."""
        draft.change(
            self.step, time=Automatic(duration=self.duration), visit=None, channel="internal"
        )


class SetTime(Model):
    """Give a step another kind or length of time."""

    kind: Literal["set-time"] = "set-time"
    step: Slug
    time: StepTime

    def apply(self, draft: Draft) -> None:
        """Replace the step's time."""
        draft.change(self.step, time=self.time)


class SetOwner(Model):
    """Hand a step to another department."""

    kind: Literal["set-owner"] = "set-owner"
    step: Slug
    owner: Slug

    def apply(self, draft: Draft) -> None:
        """Replace the step's owner."""
        draft.change(self.step, owner=self.owner)


class SetCondition(Model):
    """Perform a step only when a condition holds (None: always)."""

    kind: Literal["set-condition"] = "set-condition"
    step: Slug
    when: When | None

    def apply(self, draft: Draft) -> None:
        """Replace the step's condition."""
        draft.change(self.step, when=self.when)


class SetRework(Model):
    """Change how often a step sends the case back for correction (None: never)."""

    kind: Literal["set-rework"] = "set-rework"
    step: Slug
    rework: Rework | None

    def apply(self, draft: Draft) -> None:
        """Replace the step's rework."""
        draft.change(self.step, rework=self.rework)


class ShareMaterial(Model):
    """Hand a material in once, at one step, and let the other steps share it."""

    kind: Literal["share-material"] = "share-material"
    material: Slug
    at: Slug

    def apply(self, draft: Draft) -> None:
        """Keep the material at one step only."""
        held = [m for s in draft.steps.values() for m in s.materials if m.slug == self.material]
        if not held:
            raise EditError(
                said(
                    f"没有环节要求材料“{self.material}”",
                    f"no step asks for material {self.material!r}",
                )
            )
        draft.step(self.at)
        for slug, step in list(draft.steps.items()):
            kept = tuple(m for m in step.materials if m.slug != self.material)
            draft.change(slug, materials=(*kept, held[0]) if slug == self.at else kept)


class DropMaterial(Model):
    """Stop asking for materials at a step."""

    kind: Literal["drop-material"] = "drop-material"
    step: Slug
    materials: Annotated[tuple[Slug, ...], Field(min_length=1)]

    def apply(self, draft: Draft) -> None:
        """Remove the materials from the step."""
        materials = draft.step(self.step).materials
        missing = set(self.materials) - {m.slug for m in materials}
        if missing:
            raise EditError(
                said(
                    f"环节“{self.step}”没有要求 {', '.join(sorted(missing))}",
                    f"step {self.step!r} does not ask for {', '.join(sorted(missing))}",
                )
            )
        kept = tuple(m for m in materials if m.slug not in self.materials)
        draft.change(self.step, materials=kept)


class PledgeInsteadOfProof(Model):
    """告知承诺: one pledge replaces proofs at a step."""

    kind: Literal["pledge"] = "pledge"
    step: Slug
    replaces: Annotated[tuple[Slug, ...], Field(min_length=1)]
    pledge: Material

    def apply(self, draft: Draft) -> None:
        """Swap the proofs for the pledge."""
        DropMaterial(step=self.step, materials=self.replaces).apply(draft)
        kept = draft.step(self.step).materials
        draft.change(self.step, materials=(*kept, self.pledge))


class DropVisit(Model):
    """Spare the applicant the trip: the step is met online, by post, or not at all."""

    kind: Literal["drop-visit"] = "drop-visit"
    step: Slug
    channel: Channel = "online"

    def apply(self, draft: Draft) -> None:
        """Remove the visit."""
        if draft.step(self.step).visit is None:
            raise EditError(
                said(f"环节“{self.step}”本来不用跑动", f"step {self.step!r} needs no visit")
            )
        draft.change(self.step, visit=None, channel=self.channel)


class SetMaterials(Model):
    """Ask for exactly these materials at a step."""

    kind: Literal["set-materials"] = "set-materials"
    step: Slug
    materials: tuple[Material, ...]

    def apply(self, draft: Draft) -> None:
        """Replace the step's materials."""
        draft.change(self.step, materials=self.materials)


class SetFees(Model):
    """Charge exactly these fees at a step."""

    kind: Literal["set-fees"] = "set-fees"
    step: Slug
    fees: tuple[Fee, ...]

    def apply(self, draft: Draft) -> None:
        """Replace the step's fees."""
        draft.change(self.step, fees=self.fees)


class SetVisit(Model):
    """Let the applicant come for a step in person, or not; by whatever channel he meets it."""

    kind: Literal["set-visit"] = "set-visit"
    step: Slug
    visit: Visit | None

    def apply(self, draft: Draft) -> None:
        """Replace the step's visit."""
        draft.change(self.step, visit=self.visit)


class SetChannel(Model):
    """Let the applicant meet a step in another way: by which channel, and in person or not."""

    kind: Literal["set-channel"] = "set-channel"
    step: Slug
    channel: Channel
    visit: Visit | None = None

    def apply(self, draft: Draft) -> None:
        """Replace the step's channel and visit."""
        if self.visit is not None and self.channel != "window":
            raise EditError(
                said(
                    f"环节“{self.step}”要跑动，渠道须为窗口",
                    f"step {self.step!r} has a trip, so its channel must be window",
                )
            )
        draft.change(self.step, channel=self.channel, visit=self.visit)


Edit = Annotated[
    RunParallel
    | Resequence
    | AddStep
    | RemoveStep
    | MergeSteps
    | Automate
    | SetTime
    | SetOwner
    | SetCondition
    | SetRework
    | ShareMaterial
    | DropMaterial
    | PledgeInsteadOfProof
    | DropVisit
    | SetMaterials
    | SetFees
    | SetVisit
    | SetChannel
    | SetLimit
    | DropLimit,
    Field(discriminator="kind"),
]
