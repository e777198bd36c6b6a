"""The API that every department offers for its part of a case: what is sent and what is answered.

Each department answers below its own base path, ``/{department}``; the applicant's portal is one
more, ``/applicant``. An application asks for one visit of one step. It is posted with an
``Idempotency-Key``: the same key is the same application, however often it is sent. Errors are
problem documents (RFC 9457). Every call but ``health`` is signed (RFC 9421, see ``signatures``).
"""

import hashlib
import json
from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StrictBool, StrictFloat, StrictInt, StrictStr, model_validator

from integrations.departments.job import Purpose
from models.base import Model, Slug, Text
from models.routing import Visit
from models.said import said

APPLICANT = "applicant"
"""The owner that stands for the applicant's portal."""

LONGEST_WAIT = 30
"""Seconds that a status call may wait for a change."""

LONGEST_WAIT_AT_ONCE = 1
"""Seconds that an application may wait for its end before it is answered."""

LARGEST_CASE_NUMBER = 1_000_000

CaseId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]*$", max_length=100)]
IdempotencyKey = Annotated[str, Field(pattern=r"^[A-Za-z0-9._:/~-]+$", max_length=200)]
ApplicationId = Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
DocumentNumber = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*-[0-9a-f]{16}$", max_length=100)]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
VisitNumber = Annotated[int, Field(ge=0, le=999, strict=True)]
Value = StrictBool | StrictInt | StrictFloat | Annotated[StrictStr, Field(max_length=200)]

Status = Literal["accepted", "in_progress", "correction_required", "approved", "rejected"]
"""已受理、办理中、需补正、办结、不予办理."""

OVER: frozenset[Status] = frozenset({"correction_required", "approved", "rejected"})
"""The states in which nothing more happens to an application."""


class Corrected(Model):
    """The visit that sent the case back to the applicant."""

    step: Slug
    visit: VisitNumber

    @property
    def key(self) -> Visit:
        """The visit as routing names it."""
        return self.step, self.visit


class Handed(Model):
    """What the applicant hands in: materials by slug, and documents issued earlier, by number."""

    materials: Annotated[tuple[Slug, ...], Field(max_length=100)] = ()
    documents: Annotated[tuple[DocumentNumber, ...], Field(max_length=100)] = ()


class Application(Handed):
    """One visit of one step, asked of its owner (申请).

    ``number`` is the case's number from 0, by which its luck is drawn; ``rank`` the priority class,
    lower first. ``purpose`` is ``perform``; of the applicant's portal it is ``attend`` (come to the
    window for this step) or ``correct`` (correct what the visit ``corrects`` sent back).
    """

    case: CaseId
    number: Annotated[int, Field(ge=0, le=LARGEST_CASE_NUMBER, strict=True)]
    process: Slug
    step: Slug
    visit: VisitNumber = 0
    rank: Annotated[int, Field(ge=0, le=99, strict=True)] = 0
    purpose: Purpose = "perform"
    corrects: Corrected | None = None
    attributes: dict[Slug, Value] = Field(default_factory=dict, max_length=100)

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if (self.purpose == "correct") != (self.corrects is not None):
            raise ValueError(
                said(
                    "purpose 为 correct 时（且仅在此时）须填写 corrects",
                    "`corrects` belongs to the purpose `correct`, and to no other",
                )
            )
        return self

    @property
    def digest(self) -> str:
        """SHA-256 of the content, by which a key used for something else is noticed."""
        return digest_of(self.model_dump(mode="json"))


class Correction(Handed):
    """The applicant's answer to a correction that a department asked for (补正材料)."""

    note: Annotated[str, Field(max_length=1_000)] = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the content."""
        return digest_of(self.model_dump(mode="json"))


class Document(Model):
    """A document that a department issued (证照、文书), once per case, step and kind.

    ``digest`` is the SHA-256 of all other fields.
    """

    number: DocumentNumber
    department: Slug
    case: CaseId
    process: Slug
    step: Slug
    kind: Text
    issued: datetime
    digest: Digest


class ApplicationState(Model):
    """How far an application is; official times with their offset, +08:00.

    ``enabled`` is when it came in; ``batch``, ``queue`` and ``priority`` are the seconds waited for
    these reasons, ``work`` net seconds of work, as in ``models.event.StepEvent``. ``corrected`` is
    when the applicant's answer to a correction came in; ``reason`` says why one was rejected.
    """

    id: ApplicationId
    department: Slug
    case: CaseId
    process: Slug
    step: Slug
    visit: VisitNumber
    purpose: Purpose
    status: Status
    enabled: datetime
    started: datetime | None = None
    completed: datetime | None = None
    resource: str | None = None
    outcome: Literal["done", "correction"] | None = None
    work: int | None = None
    batch: int = 0
    queue: int = 0
    priority: int = 0
    corrected: datetime | None = None
    documents: tuple[Document, ...] = ()
    reason: Text | None = None

    @property
    def over(self) -> bool:
        """Whether the department is done with it."""
        return self.status in OVER


class Verification(Model):
    """A question: is this document genuine."""

    number: DocumentNumber
    digest: Digest


class Verified(Model):
    """Whether the department issued a document of that number and digest."""

    number: DocumentNumber
    genuine: bool


class Health(Model):
    """A department's state: ``open`` tells whether anybody is on duty at the official ``time``.

    ``waiting`` counts applications in line or held for a batch, ``in_progress`` those being done.
    """

    department: Slug
    open: bool
    time: datetime
    waiting: int
    in_progress: int


class Problem(Model):
    """An error (RFC 9457). ``type`` tells programs what is wrong, ``detail`` people.

    ``detail_zh`` is the detail in Chinese; ``errors`` lists each field that is wrong.
    """

    type: str
    title: str
    status: Annotated[int, Field(ge=400, le=599)]
    detail: str
    detail_zh: str
    instance: str = ""
    errors: tuple[str, ...] = ()


def application_id(client: str, department: str, key: str) -> str:
    """The id of a client's application with that idempotency key."""
    text = f"{client}\n{department}\n{key}"
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def document_number(client: str, department: str, *content: str) -> str:
    """The number of a document of a client's case; ``content`` is case, process, step and kind."""
    text = "\n".join((client, *content))
    return f"{department}-{hashlib.sha256(text.encode()).hexdigest()[:16]}"


def digest_of(content: object) -> str:
    """SHA-256 of a JSON value in one canonical form."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
