"""Whether cases went the published way: no hidden approvals, no circulation outside (plan item 18).

The log is held against the definition alone: which steps there are, in which order, whose they
are, when they are due, and what may be repeated. Nothing is estimated.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import numpy as np
import numpy.typing as npt

from models import graph
from models.base import Model, Slug, Text
from models.deviation_wording import sentence
from models.event import EventLog
from models.process import Process
from models.timing import NEVER
from models.worlds import worlds

Kind = Literal[
    "unpublished", "skipped", "not_due", "wrong_order", "wrong_owner", "repeated", "nowhere"
]
KINDS: tuple[Kind, ...] = (
    "unpublished",
    "skipped",
    "not_due",
    "wrong_order",
    "wrong_owner",
    "repeated",
    "nowhere",
)
"""A step that the published process does not have; a step left out that was due; one performed
though its condition does not hold; one begun before what comes before it was done; one performed
by another than its owner; one repeated without a correction (or beyond the corrections allowed); a
time in which nobody had the case."""

EXAMPLES = 5
TOLERANCE = 60
"""Seconds between two steps that are taken for the passing on itself, not for a gap."""

Ints = npt.NDArray[np.signedinteger]
Flags = npt.NDArray[np.bool_]


class Example(Model):
    """One case that deviates: its name, when, and for a gap how many hours it lasted."""

    case: str
    at: datetime
    hours: float | None = None


class Deviation(Model):
    """One way of deviating, at one step: how many cases and visits, and the first few of them.

    ``step`` is as the log names it. ``other`` is the step that should have come first, or the
    owner who acted. ``hours`` is calendar time, for gaps only, all cases together.
    """

    kind: Kind
    step: str
    other: str = ""
    sentence: Text
    cases: int
    visits: int
    hours: float | None = None
    examples: tuple[Example, ...]


class Conformance(Model):
    """How one process's cases of a log keep to its published definition.

    ``conforming`` cases do not deviate at all; ``by_kind`` counts the cases that deviate in each
    way. ``deviations`` are ordered by cases, most first.
    """

    process: Slug
    name: Text
    cases: int
    conforming: int
    by_kind: dict[Kind, int]
    deviations: tuple[Deviation, ...]

    @property
    def share(self) -> float:
        """The share of cases that conform; 1 if there are none."""
        return self.conforming / self.cases if self.cases else 1.0


@dataclass(frozen=True, eq=False)
class Found:
    """Deviations of one kind at one step: case and second of each, and seconds for gaps."""

    kind: Kind
    step: str
    other: str
    case: Ints
    at: Ints
    seconds: Ints | None = None


@dataclass(frozen=True, eq=False)
class Checked:
    """The summary, and for each kind (rows) and case of the log how often it deviates."""

    summary: Conformance
    counts: Ints


def conformance(
    log: EventLog, process: Process, over: Flags | None = None, tolerance: int = TOLERANCE
) -> Checked:
    """Compare the cases of ``process`` in a log with its definition (the variant in force).

    ``over`` says which cases have ended (by case number; default: all); of a case under way only
    steps that it has already passed can be missing. Gaps up to ``tolerance`` seconds are no gaps.
    A log that says only when work began or ended shows no gaps: its readiness is reconstructed.
    """
    way = _Way.of(log, process, over)
    found = [
        *_unpublished(way),
        *_owners(way),
        *_not_as_due(way),
        *_order(way),
        *_repeated(way),
        *_nowhere(way, tolerance),
    ]
    counts = np.zeros((len(KINDS), log.cases), np.int64)
    for part in found:
        np.add.at(counts[KINDS.index(part.kind)], part.case, 1)
    deviating = counts.any(axis=0)
    cases = int(way.present.sum())
    summary = Conformance(
        process=process.slug,
        name=process.name,
        cases=cases,
        conforming=cases - int(deviating.sum()),
        by_kind={kind: int((counts[n] > 0).sum()) for n, kind in enumerate(KINDS)},
        deviations=tuple(
            sorted((_told(way, part) for part in found), key=lambda told: -told.cases)
        ),
    )
    return Checked(summary, counts)


@dataclass(frozen=True, eq=False)
class _Way:
    """A process's visits in a log: rows by published step, and what each case has performed.

    ``performed`` is by step and case; ``done`` the second of the first completion without
    correction (NEVER: not yet).
    """

    log: EventLog
    process: Process
    rows: dict[str, Ints]
    unpublished: dict[str, Ints]
    present: Flags
    over: Flags
    performed: dict[str, Flags]
    done: dict[str, Ints]

    @classmethod
    def of(cls, log: EventLog, process: Process, over: Flags | None) -> "_Way":
        own = [n for n, entry in enumerate(log.steps) if entry.process == process.slug]
        by_name: dict[str, list[int]] = {}
        for number in own:
            by_name.setdefault(log.steps[number].step, []).append(number)
        rows = {
            slug: _joined([log.rows_of_step[n] for n in by_name.get(slug, [])])
            for slug in process.after
        }
        strange = {
            name: _joined([log.rows_of_step[n] for n in numbers])
            for name, numbers in by_name.items()
            if name not in rows
        }
        present = np.zeros(log.cases, np.bool_)
        performed: dict[str, Flags] = {}
        done: dict[str, Ints] = {}
        for slug, visits in rows.items():
            performed[slug] = np.zeros(log.cases, np.bool_)
            performed[slug][log.case[visits]] = True
            ended = visits[log.outcome[visits] == 0]
            done[slug] = np.full(log.cases, NEVER)
            np.minimum.at(done[slug], log.case[ended], log.completed[ended].astype(np.int64))
            present |= performed[slug]
        for visits in strange.values():
            present[log.case[visits]] = True
        ended_cases = np.ones(log.cases, np.bool_) if over is None else over
        return cls(log, process, rows, strange, present, ended_cases, performed, done)

    def known(self, slug: str) -> Flags:
        """Cases that have ended, or have performed this step or one behind it."""
        behind = graph.descendants(self.process.after, [slug])
        parts = [self.performed[name] for name in behind]
        passed: Flags = np.any(parts, axis=0)
        return (self.over | passed) & self.present

    def last(self) -> Ints:
        """The second of each case's last completion."""
        rows = _joined([*self.rows.values(), *self.unpublished.values()])
        end = np.zeros(self.log.cases, np.int64)
        np.maximum.at(end, self.log.case[rows], self.log.completed[rows].astype(np.int64))
        return end


def _joined(parts: list[Ints]) -> Ints:
    return np.concatenate(parts) if parts else np.zeros(0, np.int64)


def _at_visits(way: _Way, kind: Kind, step: str, rows: Ints, other: str = "") -> list[Found]:
    if not len(rows):
        return []
    rows = np.sort(rows)
    return [Found(kind, step, other, way.log.case[rows], way.log.started[rows])]


def _unpublished(way: _Way) -> list[Found]:
    return [
        part
        for step, rows in way.unpublished.items()
        for part in _at_visits(way, "unpublished", step, rows)
    ]


def _owners(way: _Way) -> list[Found]:
    found: list[Found] = []
    for number, entry in enumerate(way.log.steps):
        if entry.process != way.process.slug or entry.step not in way.rows:
            continue
        if entry.owner != way.process.step(entry.step).owner:
            rows = way.log.rows_of_step[number]
            found += _at_visits(way, "wrong_owner", entry.step, rows, entry.owner)
    return found


def _not_as_due(way: _Way) -> list[Found]:
    """Steps left out, and steps performed whose condition cannot hold."""
    end = way.last()
    found: list[Found] = []
    for step in way.process.steps:
        if step.when is None:
            missing = np.flatnonzero(way.known(step.slug) & ~way.performed[step.slug])
            found += _at_cases("skipped", step.slug, missing, end)
    conditional = worlds(way.process)
    if not conditional.steps or not way.log.cases:
        return found
    did = np.stack([way.performed[slug] for slug in conditional.steps], axis=1)
    known = np.stack([way.known(slug) for slug in conditional.steps], axis=1)
    patterns, which = np.unique(np.hstack([did, known]), axis=0, return_inverse=True)
    width = len(conditional.steps)
    nearest = np.stack([_nearest(p[:width], p[width:], conditional.due) for p in patterns])
    due = nearest[which.ravel()]
    for place, slug in enumerate(conditional.steps):
        missing = np.flatnonzero(due[:, place] & ~did[:, place] & known[:, place])
        extra = np.flatnonzero(~due[:, place] & did[:, place])
        found += _at_cases("skipped", slug, missing, end)
        found += _at_cases("not_due", slug, extra, way.done[slug])
    return found


def _nearest(did: Flags, known: Flags, due: Flags) -> Flags:
    """What was due in the world that explains best which steps were performed.

    Of two worlds that explain it equally well, the one in which a step was left out is preferred
    to the one in which another was performed without being due.
    """
    missing = (due & ~did & known).sum(axis=1)
    extra = (~due & did).sum(axis=1)
    best: Flags = due[np.lexsort((extra, missing + extra))[0]]
    return best


def _at_cases(kind: Kind, step: str, cases: Ints, at: Ints) -> list[Found]:
    return [Found(kind, step, "", cases, at[cases])] if len(cases) else []


def _order(way: _Way) -> list[Found]:
    """Visits that began before a step that comes before them was done for the first time.

    A step that a case did not perform hands on what comes before it.
    """
    found: list[Found] = []
    released: dict[str, Ints] = {}
    for slug in way.process.order:
        rows = way.rows[slug]
        began, case = way.log.started[rows], way.log.case[rows]
        before = np.zeros(way.log.cases, np.int64)
        for name in way.process.after[slug]:
            found += _at_visits(way, "wrong_order", slug, rows[began < released[name][case]], name)
            before = np.maximum(before, released[name])
        done = way.done[slug]
        released[slug] = np.where(way.performed[slug], done, before)
    return found


def _repeated(way: _Way) -> list[Found]:
    """Visits beyond the first that no correction explains."""
    allowed = {slug: np.zeros(way.log.cases, np.int64) for slug in way.process.after}
    for step in way.process.steps:
        if step.rework is None:
            continue
        rows = way.rows[step.slug]
        sent = np.bincount(way.log.case[rows[way.log.outcome[rows] == 1]], minlength=way.log.cases)
        sent = np.minimum(sent, step.rework.most)
        for slug in graph.between(way.process.after, step.rework.to, step.slug):
            allowed[slug] += sent
    found: list[Found] = []
    for slug, rows in way.rows.items():
        excess = way.log.visit[rows] > allowed[slug][way.log.case[rows]]
        found += _at_visits(way, "repeated", slug, rows[excess])
    return found


def _nowhere(way: _Way, tolerance: int) -> list[Found]:
    """Times in a case during which no visit was ready, waiting or under way."""
    log = way.log
    rows = _joined([*way.rows.values(), *way.unpublished.values()])
    if not len(rows):
        return []
    rows = rows[np.lexsort((log.ready[rows], log.case[rows]))]
    case, ready = log.case[rows].astype(np.int64), log.ready[rows].astype(np.int64)
    span = int(log.completed.max()) + 1
    held = np.maximum.accumulate(log.completed[rows] + case * span) - case * span
    gap = ready[1:] - held[:-1]
    places = 1 + np.flatnonzero((case[1:] == case[:-1]) & (gap > tolerance))
    entry = log.step[rows[places]]
    found: list[Found] = []
    for number in np.unique(entry):
        here = places[entry == number]
        step = log.steps[int(number)].step
        found.append(Found("nowhere", step, "", case[here], held[here - 1], gap[here - 1]))
    return _by_step(found)


def _by_step(found: list[Found]) -> list[Found]:
    """Gaps before one step as one, whoever performed it."""
    joined: dict[str, list[Found]] = {}
    for part in found:
        joined.setdefault(part.step, []).append(part)
    return [
        Found(
            "nowhere",
            step,
            "",
            _joined([part.case for part in parts]),
            _joined([part.at for part in parts]),
            _joined([part.seconds for part in parts if part.seconds is not None]),
        )
        for step, parts in joined.items()
    ]


def _told(way: _Way, found: Found) -> Deviation:
    seconds = found.seconds
    first = np.arange(min(EXAMPLES, len(found.case)))
    if seconds is not None:
        first = np.argsort(-seconds, kind="stable")[:EXAMPLES]
    hours = None if seconds is None else float(seconds.sum()) / 3_600
    return Deviation(
        kind=found.kind,
        step=found.step,
        other=found.other,
        sentence=sentence(found.kind, way.process, found.step, found.other),
        cases=len(np.unique(found.case)),
        visits=len(found.case),
        hours=hours,
        examples=tuple(
            Example(
                case=way.log.case_id(int(found.case[n])),
                at=way.log.moment(int(found.at[n])),
                hours=None if seconds is None else float(seconds[n]) / 3_600,
            )
            for n in first
        ),
    )
