"""What the store gives back: plain values."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from models.base import Model, Slug
from models.event import StepEvent
from models.routing import Visit

RunKind = Literal["live", "simulated"]
CaseStatus = Literal["open", "done", "failed", "withdrawn"]
VisitState = Literal["ready", "enabled", "done"]
MarkKind = Literal["warned", "breached"]
Name = Annotated[str, Field(min_length=1, max_length=200)]


class StoredRun(Model):
    """A run in the store: its name is unique, ``epoch`` is local midnight of its calendar.

    ``cases`` and ``visits`` count what is in the store now; ``open_cases`` only a live run has.
    """

    id: int
    name: Name
    kind: RunKind
    variant: str
    epoch: datetime
    created: datetime
    cases: int
    open_cases: int
    visits: int


class StoredCase(Model):
    """A case of a live run, numbered from 0 within the run.

    ``attributes`` holds each attribute's value and the outcome of each ``Chance`` (see
    ``models.condition.chance_key``). ``rank`` is the priority class, lower first. ``arrival`` and
    ``closed`` are official times.
    """

    id: Name
    run: int
    number: Annotated[int, Field(ge=0)]
    process: Slug
    attributes: dict[str, bool | float | str]
    rank: Annotated[int, Field(ge=0, le=8)] = 1
    arrival: datetime
    status: CaseStatus = "open"
    closed: datetime | None = None


class StoredVisit(Model):
    """A visit of a live case that is not over.

    ``application`` is the department's name for what it was asked; None until the step is enabled.
    ``previous`` is the visit whose end made this one ready, None for the arrival.
    """

    case: Name
    step: Slug
    visit: Annotated[int, Field(ge=0)]
    owner: Slug
    ready: datetime
    previous: Visit | None = None
    enabled: datetime | None = None
    application: Name | None = None


class History(Model):
    """A live case as far as it has come.

    ``events`` are the visits that are over, each after all that had to be over before it;
    ``previous`` is a place among them.
    """

    case: StoredCase
    events: tuple[StepEvent, ...]
    in_flight: tuple[StoredVisit, ...]


class Document(Model):
    """A document that a department issued; ``number`` is unique, ``digest`` is of its content."""

    number: Name
    case: Name
    step: Slug
    kind: Name
    owner: Slug
    issued: datetime
    digest: Name


class Mark(Model):
    """A limit of a case that was about to be breached (``warned``) or was ``breached``."""

    case: Name
    limit: Slug
    kind: MarkKind
    at: datetime


class SavedScenario(Model):
    """A named scenario as text (YAML); each save is a new version, from 1."""

    name: Name
    version: int
    content: str
    author: str
    created: datetime
