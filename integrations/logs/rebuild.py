"""What a log from elsewhere leaves unsaid, worked out from the definition.

A log often has only completions, or starts and completions. The rest follows from the process: a
visit became ready when the last of what comes before it was done; a visit that comes after a
correction waited for the applicant first. A missing start is taken as the latest of being enabled
and the same person's last completion (Chapela-Campos and Dumas 2022, Repairing activity start
times). Waits are split into office time (queue) and closed time by standard office hours.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

import numpy as np
import numpy.typing as npt

from models import graph
from models.event import LoggedStep
from models.process import Process
from models.working_time import OpenTime

Ints = npt.NDArray[np.int64]
Numbers = npt.NDArray[np.signedinteger]
Flags = npt.NDArray[np.bool_]

UNKNOWN = np.iinfo(np.int64).min
"""In place of a second or an outcome that the log does not give."""


@dataclass(frozen=True, eq=False)
class Observed:
    """Visits as observed, in any order; times in seconds, UNKNOWN where the log has none."""

    case: Ints
    step: Ints
    server: Ints
    ready: Ints
    enabled: Ints
    started: Ints
    completed: Ints
    outcome: Ints
    waits: Mapping[str, Ints] = field(default_factory=dict)
    """Columns ``work``, ``queue``, ``priority`` and ``batch``, if the log has them."""

    def taken(self, order: Ints) -> "Observed":
        """The visits in this order."""
        own = {name: _taken(part, order) for name, part in vars(self).items() if name != "waits"}
        return Observed(**own, waits={n: _taken(part, order) for n, part in self.waits.items()})


def _taken(column: Ints, order: Ints) -> Ints:
    """The column in this order; a column that is the same throughout stays as it is."""
    same = len(column) and column[0] == column[-1] and (column == column[0]).all()
    return column if same else column[order]


def rebuilt(
    seen: Observed,
    steps: Sequence[LoggedStep],
    processes: Sequence[Process],
    office: OpenTime,
) -> dict[str, Numbers]:
    """All columns of an EventLog, in order of readiness; ``previous`` is a row of the result."""
    begun = np.where(seen.started == UNKNOWN, seen.completed, seen.started)
    order = ordered(seen.case, begun, seen.completed)
    seen, begun = seen.taken(order), begun[order]
    outcome = seen.outcome.copy()
    before = _Before(seen, begun, steps)
    visit = _visits(before)
    for process in processes:
        _infer_corrections(process, before, visit, outcome)
    release, previous = _released(before, processes, visit, outcome)
    seen = replace(seen, outcome=np.where(outcome == UNKNOWN, 0, outcome))
    ready, enabled, started = _moments(seen, release, previous)
    return _columns(seen, visit, ready, enabled, started, previous, steps, office)


def ordered(first: Ints, second: Ints, third: Ints) -> Ints:
    """The order by three keys, the first the most significant; equals stay as they stand."""
    low, high = int(second.min(initial=0)), int(second.max(initial=0))
    if int(first.max(initial=0)) * (high - low + 1) > np.iinfo(np.int64).max >> 1:
        return np.lexsort((third, second, first))
    packed = first * (high - low + 1) + (second - low)
    order = np.argsort(packed)
    inside = packed[order]
    tied = np.zeros(len(order), np.bool_)
    tied[1:] = inside[1:] == inside[:-1]
    tied[:-1] |= tied[1:]
    rows = order[tied]
    order[tied] = rows[np.lexsort((rows, third[rows], inside[tied]))]
    return order


def _visits(before: "_Before") -> Ints:
    """The number of each visit among those of its case and step."""
    visit = np.zeros(len(before.begun), np.int64)
    for rows in before.of_entry:
        case = before.seen.case[rows]
        place = np.arange(len(rows))
        first = np.ones(len(rows), np.bool_)
        first[1:] = case[1:] != case[:-1]
        visit[rows] = place - np.maximum.accumulate(np.where(first, place, 0))
    return visit


class _Before:
    """Look-ups of the last completion in a case up to a moment, by step."""

    def __init__(self, seen: Observed, begun: Ints, steps: Sequence[LoggedStep]) -> None:
        self.seen = seen
        self.begun = begun
        self.span = int(seen.completed.max(initial=0)) + 2
        self.places: dict[tuple[str, str], list[int]] = {}
        for number, entry in enumerate(steps):
            self.places.setdefault((entry.process, entry.step), []).append(number)
        self.entries = tuple(steps)
        self._sorted: dict[tuple[str, str], tuple[Ints, Ints]] = {}
        self.of_entry = _grouped(seen.step, len(steps))

    def rows(self, process: str, step: str) -> Ints:
        """The visits of a step, whoever performed them, in order of case and start."""
        parts = [self.of_entry[n] for n in self.places.get((process, step), [])]
        return np.sort(np.concatenate(parts)) if parts else np.zeros(0, np.int64)

    def key(self, rows: Ints, times: Ints) -> Ints:
        """Cases and times as one ascending number."""
        return self.seen.case[rows] * self.span + times

    def completions(self, process: str, step: str) -> tuple[Ints, Ints]:
        """Keys of the step's completions, ascending, and their rows."""
        name = (process, step)
        if name not in self._sorted:
            rows = self.rows(process, step)
            self._sorted[name] = self.ascending(rows)
        return self._sorted[name]

    def ascending(self, rows: Ints) -> tuple[Ints, Ints]:
        """Keys of these visits' completions, ascending, and their rows."""
        keys = self.key(rows, self.seen.completed[rows])
        order = np.argsort(keys, kind="stable")
        return keys[order], rows[order]

    def last(self, found: tuple[Ints, Ints], rows: Ints, times: Ints) -> Ints:
        """For each row the last of ``found`` in its case completed by its time, or -1."""
        keys, own = found
        if not len(own):
            return np.full(len(rows), -1)
        place = np.searchsorted(keys, self.key(rows, times), side="right") - 1
        hit = own[np.maximum(place, 0)]
        good = (place >= 0) & (self.seen.case[hit] == self.seen.case[rows]) & (hit != rows)
        return np.where(good, hit, -1)


def _grouped(step: Ints, count: int) -> list[Ints]:
    order = np.argsort(step.astype(np.int16), kind="stable")
    return np.split(order, np.cumsum(np.bincount(step, minlength=count))[:-1])


def _infer_corrections(process: Process, before: _Before, visit: Ints, outcome: Ints) -> None:
    """A visit of a step with corrections ended in one if the step was visited again.

    Unless another correction between the two visits sent the case over the step anyway.
    """
    for step in process.steps:
        if step.rework is None:
            continue
        rows = before.rows(process.slug, step.slug)
        again = np.zeros(len(rows), np.bool_)
        again[:-1] = visit[rows[1:]] == visit[rows[:-1]] + 1
        nexts = np.append(rows[1:], -1)
        for other in process.steps:
            if other.rework is None or other.slug == step.slug:
                continue
            if step.slug not in graph.between(process.after, other.rework.to, other.slug):
                continue
            sender = before.last(
                before.completions(process.slug, other.slug), nexts, before.begun[nexts]
            )
            ended = before.seen.completed
            again &= ~((sender >= 0) & (ended[sender] > ended[rows]))
        unknown = outcome[rows] == UNKNOWN
        outcome[rows[unknown]] = again[unknown].astype(np.int64)


def _released(
    before: _Before, processes: Sequence[Process], visit: Ints, outcome: Ints
) -> tuple[Ints, Ints]:
    """When each visit could have become ready, and the row whose completion made it so."""
    size = len(visit)
    previous = np.full(size, -1)
    strange = np.ones(size, np.bool_)
    for process in processes:
        for step in process.steps:
            rows = before.rows(process.slug, step.slug)
            if not len(rows):
                continue
            strange[rows] = False
            found = _last_before(before, process, step.slug, rows)
            for sender in process.steps:
                if sender.rework is not None and sender.rework.to == step.slug:
                    found = _later(
                        before, found, _correction(before, process, sender.slug, rows, outcome)
                    )
            previous[rows] = found
    rows = np.flatnonzero(strange)
    if len(rows):
        every = before.ascending(np.arange(size))
        previous[rows] = before.last(every, rows, before.begun[rows])
    completed = before.seen.completed
    release = np.where(previous >= 0, completed[previous], before.begun)
    return np.minimum(release, before.begun), previous


def _correction(before: _Before, process: Process, sender: str, rows: Ints, outcome: Ints) -> Ints:
    sent = before.rows(process.slug, sender)
    sent = sent[outcome[sent] == 1]
    return before.last(before.ascending(sent), rows, before.begun[rows])


def _last_before(before: _Before, process: Process, slug: str, rows: Ints) -> Ints:
    """The latest visit that the process puts before these; past steps not performed, theirs."""
    found = np.full(len(rows), -1)
    for name in process.after[slug]:
        hit = before.last(before.completions(process.slug, name), rows, before.begun[rows])
        lacking = np.flatnonzero(hit < 0)
        if len(lacking):
            hit[lacking] = _last_before(before, process, name, rows[lacking])
        found = _later(before, found, hit)
    return found


def _later(before: _Before, one: Ints, other: Ints) -> Ints:
    ended = before.seen.completed
    at_one = np.where(one >= 0, ended[one], UNKNOWN)
    at_other = np.where(other >= 0, ended[other], UNKNOWN)
    later = (at_other > at_one) | ((at_other == at_one) & (other > one))
    return np.where(later, other, one)


def _moments(seen: Observed, release: Ints, previous: Ints) -> tuple[Ints, Ints, Ints]:
    corrected = (previous >= 0) & (seen.outcome[previous] == 1)
    gives_enabled = seen.enabled != UNKNOWN
    started = seen.started
    unstarted = started == UNKNOWN
    if unstarted.any():
        free = _last_of_person(seen)
        begin = np.maximum(np.where(gives_enabled, seen.enabled, release), free)
        started = np.where(unstarted, np.minimum(begin, seen.completed), started)
    enabled = np.where(corrected & ~unstarted, started, release)
    enabled = np.minimum(np.where(gives_enabled, seen.enabled, enabled), started)
    ready = np.where(gives_enabled & ~corrected, enabled, np.minimum(release, enabled))
    ready = np.minimum(np.where(seen.ready == UNKNOWN, ready, seen.ready), enabled)
    return ready, enabled, started


def _last_of_person(seen: Observed) -> Ints:
    """The second of the same person's last completion before each visit's; UNKNOWN if none."""
    order = np.lexsort((seen.completed, seen.server))
    server, ended = seen.server[order], seen.completed[order]
    earlier = np.full(len(order), UNKNOWN)
    same = (server[1:] == server[:-1]) & (server[1:] >= 0)
    earlier[1:][same] = ended[:-1][same]
    result = np.empty(len(order), np.int64)
    result[order] = earlier
    return result


def _columns(
    seen: Observed,
    visit: Ints,
    ready: Ints,
    enabled: Ints,
    started: Ints,
    previous: Ints,
    steps: Sequence[LoggedStep],
    office: OpenTime,
) -> dict[str, Numbers]:
    staffed = np.array([entry.kind == "work" for entry in steps], np.bool_)[seen.step]
    work, queue = office_split(enabled, started, seen.completed, office)
    columns = {
        "case": seen.case,
        "step": seen.step,
        "visit": visit,
        "outcome": seen.outcome,
        "server": seen.server,
        "ready": ready,
        "enabled": enabled,
        "started": started,
        "completed": seen.completed,
        "work": np.where(staffed, work, seen.completed - started),
        "queue": queue,
        "priority": np.zeros(len(work), np.int64),
        "batch": np.zeros(len(work), np.int64),
        "previous": previous,
        **seen.waits,
    }
    return in_order(columns, ordered(ready - ready.min(initial=0), started, seen.completed))


def office_split(
    enabled: Ints, started: Ints, completed: Ints, office: OpenTime
) -> tuple[Ints, Ints]:
    """Net seconds of work, and of waiting for staff, in open time.

    Work done wholly while the office is closed counts as it was.
    """
    at_start = office.clock(started)
    open_work = office.clock(completed) - at_start
    work = np.where(open_work > 0, open_work, completed - started)
    return work, at_start - office.clock(enabled)


def in_order(columns: Mapping[str, Numbers], order: Ints) -> dict[str, Numbers]:
    """The columns in this order of rows, ``previous`` pointing to rows of the result."""
    place = np.empty(len(order) + 1, np.int32)
    place[order] = np.arange(len(order), dtype=np.int32)
    place[-1] = -1
    moved = {name: _narrow(column)[order] for name, column in columns.items()}
    moved["previous"] = place[moved["previous"]]
    return moved


def _narrow(column: Numbers) -> Numbers:
    """The column in 32 bits, as the kernel's are, if its numbers fit: quicker to move."""
    ends = np.iinfo(np.int32)
    if ends.min <= column.min(initial=0) and column.max(initial=0) <= ends.max:
        return column.astype(np.int32, copy=False)
    return column
