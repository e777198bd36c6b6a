"""Every source that a subject rests on: who relies on it, for what, and with which figure."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from models.base import Model, Slug, Text
from models.condition import ChoiceAttribute, FlagAttribute, NumberAttribute
from models.limit import Limit
from models.pool import Pool
from models.process import Process
from models.source import Source
from models.step import Rework, Step, Visit
from models.step_time import Duration
from reports.subject import Subject
from reports.wording import Wording

APPLICANT = "applicant"
"""Owns steps, but keeps no records of them."""
_PLACES = (Step, Pool, Limit, FlagAttribute, NumberAttribute, ChoiceAttribute)
_ROLES = {
    "Rework": "correction",
    "Chance": "share",
    "Compare": "threshold",
    "FlagAttribute": "attribute",
    "NumberAttribute": "attribute",
    "ChoiceAttribute": "attribute",
    "Pool": "staff",
    "Batch": "batch",
    "Arrivals": "arrivals",
    "Visit": "visit",
    "Material": "material",
    "Step": "step",
}
ROLES = (
    "duration",
    "correction",
    "correction_time",
    "share",
    "attribute",
    "threshold",
    "coming",
    "staff",
    "batch",
    "arrivals",
    "target",
    "limit",
    "reading",
    "excluded",
    "visit",
    "material",
    "step",
    "other",
)
"""What a source can be for, in the order of the reports."""

NUMERIC = frozenset(ROLES[: ROLES.index("reading")])
"""The roles in which a source vouches for a number."""


@dataclass(frozen=True)
class Use:
    """One place that relies on a source: ``place`` is a step, pool, limit, attribute or process.

    No place: the whole scenario. ``holder`` is the definition that cites the source, ``parent`` the
    one around it; together they hold the figure. ``keeper`` is the unit whose data could replace
    it: who owns the step or the pool, else who leads the process.
    """

    source: Source
    role: str
    place: Text | None
    holder: Model | None
    parent: Model | None
    keeper: Slug | None = None

    @property
    def is_number(self) -> bool:
        """Whether the source vouches for a number."""
        if self.role == "reading" and isinstance(self.holder, Limit):
            return self.holder.unit == "office_minutes"
        return self.role in NUMERIC


@dataclass(frozen=True)
class Citation:
    """One source in one role, with all that rests on it."""

    role: str
    source: Source
    uses: tuple[Use, ...]


def uses(subject: Subject) -> Iterator[Use]:
    """Every use of every source, in the order of definition; unapplied reforms are left out."""
    for process in subject.processes:
        top = _Place(process.name, process.lead, process.lead)
        yield from _walk(process, top, None)
        arrivals = subject.arrivals.get(process.slug)
        if arrivals is not None:
            yield from _walk(arrivals, top, None)
    for pool in subject.pools:
        yield from _walk(pool, _Place(pool.name, pool.department, pool.department), None)
    if subject.target is not None:
        yield Use(subject.target, "target", None, None, None)


def assumptions(subject: Subject) -> tuple[Citation, ...]:
    """What is assumed, by role; the same assumption in the same role appears once."""
    return _cited(use for use in uses(subject) if use.source.assumed)


def evidence(subject: Subject) -> tuple[Citation, ...]:
    """Numbers that data, a promise, the plan or a statute vouch for, limits aside; by role."""
    return _cited(
        use
        for use in uses(subject)
        if use.is_number and not use.source.assumed and use.role != "limit"
    )


def _cited(found: Iterable[Use]) -> tuple[Citation, ...]:
    groups: dict[tuple[str, Source], list[Use]] = {}
    for use in found:
        groups.setdefault((use.role, use.source), []).append(use)
    ordered = sorted(groups.items(), key=lambda item: ROLES.index(item[0][0]))
    return tuple(Citation(role, source, tuple(own)) for (role, source), own in ordered)


def assumed_numbers(subject: Subject) -> int:
    """How many numbers nobody but us vouches for."""
    return sum(use.source.assumed and use.is_number for use in uses(subject))


def cite(source: Source, w: Wording) -> str:
    """The source in one line; of a note written as ``中文 (English)`` the half that is wanted."""
    return source.cite(w.language)


def note(source: Source, w: Wording) -> str:
    """The source's note in the wanted language, or as it stands."""
    return source.noted(w.language)


@dataclass(frozen=True)
class _Place:
    """Where a source is cited, who keeps the data there, and who leads around it."""

    name: Text
    keeper: Slug
    lead: Slug

    def within(self, model: Model) -> "_Place":
        """The place of a definition here: its own if it is one, with its owner if it has one."""
        if not isinstance(model, _PLACES):
            return self
        owner = model.owner if isinstance(model, Step) else self.lead
        return _Place(model.name, self.lead if owner == APPLICANT else owner, self.lead)


def _walk(model: Model, place: _Place, parent: Model | None) -> Iterator[Use]:
    place = place.within(model)
    for field in type(model).model_fields:
        value = getattr(model, field)
        if isinstance(value, Source):
            role = _role(model, field, parent)
            yield Use(value, role, place.name, model, parent, place.keeper)
        elif not (isinstance(model, Process) and field == "reforms"):
            for part in value if isinstance(value, tuple) else (value,):
                if isinstance(part, Model):
                    yield from _walk(part, place, model)


def _role(holder: Model, field: str, parent: Model | None) -> str:
    if isinstance(holder, Duration):
        names: dict[type[Model], str] = {Rework: "correction_time", Visit: "coming"}
        return names.get(type(parent), "duration") if parent else "duration"
    if isinstance(holder, Limit):
        return "limit" if field == "source" else field
    if field == "excluded":
        return "excluded"
    return _ROLES.get(type(holder).__name__, "other")
