"""One case of a log: which one, its pieces, its deadlines."""

from datetime import date

import numpy as np
import pytest

from models.breakdown import CAUSES, breakdown
from models.condition import FlagAttribute, Is
from models.distributions import Fixed
from models.pool import Batch, OfficeHours, Shift
from models.step_time import Work, hours
from models.timing import measure
from reports.pictures.case_log import deadlines, one_case, pieces, typical_case
from reports.subject import Subject
from tests.model_builders import HOUR, NAME, SOURCE, a_process, a_step
from tests.reports.subjects import a_pool, opening, simulated


def test_the_typical_case_is_the_median_one() -> None:
    subject = opening(to_be=False)
    log = subject.log
    spans = [
        int(log.completed[log.case == case].max() - log.ready[log.case == case].min())
        for case in range(log.cases)
    ]
    case = typical_case(log, "company-opening")
    assert case is not None
    assert spans[case] == sorted(spans)[len(spans) // 2]
    assert typical_case(log, "another") is None


def check_pieces(subject: Subject) -> set[str]:
    """Every visit's pieces must add up to its breakdown; the causes that occurred."""
    log = subject.log
    parts = breakdown(log)
    causes: set[str] = set()
    for row in range(len(log)):
        found = pieces(log, row, subject.pools, subject.ruler)
        sums = {cause: sum(p.end - p.start for p in found if p.cause == cause) for cause in CAUSES}
        assert sums == dict(zip(CAUSES, parts.seconds[:, row].tolist(), strict=True))
        edges = [(piece.start, piece.end) for piece in found]
        assert edges == sorted(edges)
        assert all(start < end for start, end in edges)
        causes |= {piece.cause for piece in found}
    return causes


@pytest.mark.parametrize("to_be", [False, True])
def test_pieces_add_up_to_the_breakdown_by_cause(*, to_be: bool) -> None:
    assert check_pieces(opening(to_be=to_be)) >= {"work", "queue", "closed", "applicant"}


def test_batches_urgent_cases_and_uneven_shifts_are_told_apart() -> None:
    early = Shift(count=1, hours=OfficeHours(spans=("07:30-11:30",)))
    late = Shift(count=1, hours=OfficeHours(spans=("10:00-18:00",)))
    batch = Batch(times=("09:00", "14:00"), source=SOURCE)
    pool = a_pool("owner").changed(shifts=(early, late))
    field = a_pool("field").changed(batch=batch)
    long = Work(duration=hours(Fixed(value=2), SOURCE))
    visit = a_step("b", "a", time=Work(duration=HOUR, pool="field"))
    process = a_process(
        a_step("a", time=long),
        visit,
        attributes=(FlagAttribute(slug="urgent", name=NAME, share=0.3, source=SOURCE),),
    )
    subject = simulated(process, {}, pools=(pool, field), urgent=Is(attribute="urgent"))
    assert check_pieces(subject) == {"work", "queue", "priority", "closed", "batch"}


def test_one_case_keeps_its_visits_and_their_predecessors() -> None:
    log = opening(to_be=True).log
    alone = one_case(log, 7)
    rows = np.flatnonzero(log.case == 7)
    assert len(alone) == len(rows)
    assert alone.cases == 1
    for n, before in enumerate(alone.previous):
        if before >= 0:
            assert rows[before] == log.previous[rows[n]]


@pytest.mark.parametrize("to_be", [False, True])
def test_a_case_is_late_exactly_when_it_ends_after_its_deadline(*, to_be: bool) -> None:
    subject = opening(to_be=to_be)
    process = subject.processes[0]
    calendar = subject.ruler.calendar
    for case in range(0, subject.log.cases, 5):
        alone = one_case(subject.log, case)
        used = {use.limit.slug: use for use in measure(alone, process, subject.ruler)}
        for entry in deadlines(alone, process, subject.ruler):
            over = entry.limit.over
            names = [logged.step for logged in alone.steps]
            rows = [n for n, step in enumerate(alone.step) if not over or names[step] in over]
            end = max(int(alone.completed[n]) for n in rows) // 86_400
            assert entry.late == bool(used[entry.limit.slug].late[0])
            assert entry.late == (end > calendar.place(entry.last))


def test_the_deadline_is_a_date() -> None:
    subject = opening(to_be=True)
    alone = one_case(subject.log, 0)
    found = deadlines(alone, subject.processes[0], subject.ruler)
    assert {entry.limit.unit for entry in found} == {"working_days"}
    assert all(isinstance(entry.last, date) for entry in found)
