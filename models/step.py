"""A step of a process and what belongs to it."""

from typing import Annotated, Literal

from pydantic import Field

from models.base import Model, Slug, Text
from models.condition import Share, When
from models.source import Source
from models.step_time import Duration, StepTime

Channel = Literal["window", "online", "post", "internal"]


class Material(Model):
    """A paper or file that the applicant hands in at a step."""

    slug: Slug
    name: Text
    source: Source


class Visit(Model):
    """The applicant comes in person (one of the 跑动次数).

    ``delay`` is the applicant's own time before coming, once the step could begin; the applicant
    then comes in the owner's office hours. The legal clock stands still meanwhile.
    """

    delay: Duration | None = None
    source: Source


class Fee(Model):
    """What the applicant pays at a step, in yuan a visit."""

    name: Text
    yuan: Annotated[float, Field(ge=0)]
    source: Source


class Rework(Model):
    """A correction (补正): after this step, with ``chance``, the case goes back to the applicant.

    After the ``applicant`` time every step on a path from step ``to`` to this one is visited
    again; ``to`` may be the step itself. At most ``most`` times a case.
    """

    to: Slug
    chance: Share
    most: Annotated[int, Field(ge=1, le=10)] = 1
    applicant: Duration
    source: Source


class Step(Model):
    """One step (办理环节), owned by one department or outside actor.

    ``after`` lists the steps that must be done first (all of them); a step whose ``when`` is false
    is skipped and counts as done. ``channel`` says how the applicant meets the step; ``internal``
    steps are not met at all and do not count among the 环节数. ``source`` says who states that the
    step exists.
    """

    slug: Slug
    name: Text
    owner: Slug
    time: StepTime
    after: tuple[Slug, ...] = ()
    when: When | None = None
    rework: Rework | None = None
    materials: tuple[Material, ...] = ()
    visit: Visit | None = None
    fees: tuple[Fee, ...] = ()
    channel: Channel = "internal"
    produces: tuple[Text, ...] = ()
    source: Source

    @property
    def pool(self) -> str | None:
        """Slug of the pool whose staff does the work, or None for steps without staff."""
        if self.time.kind != "work":
            return None
        return self.time.pool or self.owner

    @property
    def by_applicant(self) -> bool:
        """Whether the step is the applicant's own time."""
        return self.time.kind == "applicant"

    @property
    def counts(self) -> bool:
        """Whether the legal clock runs during the step."""
        if self.time.kind == "wait":
            return self.time.excluded is None
        return self.time.kind != "applicant"
