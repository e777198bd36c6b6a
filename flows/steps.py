"""Plain steps that many processes have, and the same change made to several steps at once."""

from typing import NamedTuple

from flows.shared import (
    CORRECTIONS,
    NEXT_OFFICE,
    PRACTICE,
    OfficeHours,
    Slugs,
    corrected,
    sign_off,
    slugs,
    system_seconds,
)
from models.base import Text, text
from models.condition import When
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    Resequence,
    SetCondition,
    SetRework,
    SetTime,
    ShareMaterial,
)
from models.source import Source
from models.step import Channel, Material, Rework, Step
from models.step_time import StepTime


def office_trip(
    slug: str,
    name: Text,
    owner: str,
    after: Slugs,
    time: StepTime,
    materials: tuple[Material, ...] = (),
    source: Source = PRACTICE,
    when: When | None = None,
    rework: Rework | None = None,
) -> Step:
    """The applicant goes to one more office, with papers once more."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=slugs(after),
        when=when,
        time=time,
        rework=rework,
        materials=materials,
        visit=NEXT_OFFICE,
        channel="window",
        source=source,
    )


class Office(NamedTuple):
    """What tells one of several like steps from the others."""

    slug: str
    zh: str
    en: str
    owner: str
    when: When | None = None


def office_trips(
    after: Slugs,
    time: StepTime,
    materials: tuple[Material, ...],
    *offices: Office,
    source: Source = PRACTICE,
    chance: float = 0,
) -> tuple[Step, ...]:
    """Office after office, each a trip of its own with the same papers and of the same length."""
    before = (slugs(after), *((office.slug,) for office in offices))
    return tuple(
        office_trip(
            office.slug,
            text(office.zh, office.en),
            office.owner,
            previous,
            time,
            materials,
            source,
            office.when,
            corrected(office.slug, chance) if chance else None,
        )
        for office, previous in zip(offices, before, strict=False)
    )


def quiet(
    slug: str,
    name: Text,
    owner: str,
    after: Slugs,
    time: StepTime,
    source: Source = PRACTICE,
    when: When | None = None,
) -> Step:
    """A step that the applicant does not meet."""
    return Step(
        slug=slug, name=name, owner=owner, after=slugs(after), time=time, when=when, source=source
    )


def signed(step: Step, office_hours: OfficeHours, after: Slugs = ()) -> tuple[Step, Step]:
    """A step that prepares a decision, and its routing and sign-off up the line (流转签批).

    The sign-off comes directly after the step, or after what ``after`` says; with it comes what
    the step produces.
    """
    sign_off_step = Step(
        slug=f"{step.slug}-sign-off",
        name=text(f"{step.name.zh}（流转签批）", f"{step.name.en} (sign-off)"),
        owner=step.owner,
        after=slugs(after) or (step.slug,),
        when=step.when,
        time=sign_off(*office_hours),
        produces=step.produces,
        source=PRACTICE,
    )
    return step.changed(produces=()), sign_off_step


def sign_offs(*steps: str) -> tuple[str, ...]:
    """The slugs of these steps' sign-offs."""
    return tuple(f"{step}-sign-off" for step in steps)


def added(*steps: Step, before: tuple[str, ...] = ()) -> tuple[AddStep, ...]:
    """New steps, for each of which the steps ``before`` wait."""
    return tuple(AddStep(step=step, before=before) for step in steps)


def resequenced(after: Slugs, *steps: str) -> tuple[Resequence, ...]:
    """Let each of these steps come directly after the same step or steps."""
    return tuple(Resequence(step=step, after=slugs(after)) for step in steps)


def only_when(when: When | None, *steps: str) -> tuple[SetCondition, ...]:
    """Perform each of these steps under the same condition only (None: always)."""
    return tuple(SetCondition(step=step, when=when) for step in steps)


def timed(time: StepTime, *steps: str) -> tuple[SetTime, ...]:
    """Give each of these steps the same time."""
    return tuple(SetTime(step=step, time=time) for step in steps)


def by_system(*steps: str, seconds: float = 30) -> tuple[Automate, ...]:
    """Let a system do these steps, with data that are there already."""
    duration = system_seconds(seconds).duration
    return tuple(Automate(step=step, duration=duration) for step in steps)


def without_rework(*steps: str) -> tuple[SetRework, ...]:
    """Steps that no longer send the case back."""
    return tuple(SetRework(step=step, rework=None) for step in steps)


def self_corrected(
    chance: float, *steps: str, source: Source = CORRECTIONS
) -> tuple[SetRework, ...]:
    """Steps that send the case back to themselves, each with this chance."""
    return tuple(
        SetRework(step=step, rework=corrected(step, chance, source=source)) for step in steps
    )


def without_visits(*steps: str, channel: Channel = "internal") -> tuple[DropVisit, ...]:
    """Steps to which the applicant no longer goes."""
    return tuple(DropVisit(step=step, channel=channel) for step in steps)


def without_papers(materials: tuple[str, ...], *steps: str) -> tuple[DropMaterial, ...]:
    """Steps that no longer ask for these materials."""
    return tuple(DropMaterial(step=step, materials=materials) for step in steps)


def shared_at(step: str, *materials: str) -> tuple[ShareMaterial, ...]:
    """Materials handed in once, at ``step``, and shared by all others."""
    return tuple(ShareMaterial(material=material, at=step) for material in materials)
