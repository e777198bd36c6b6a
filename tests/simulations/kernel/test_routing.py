"""The way of cases through random processes, from the process's own words."""

from hypothesis import given

from models.step_time import ApplicantTime, Wait
from tests.builders import DAY
from tests.simulations.hours import basis_hours, last_moment
from tests.simulations.reference import Case
from tests.simulations.strategies import FEW, World, worlds
from tests.simulations.traces import Seen, Trace

Visits = dict[str, list[Seen]]


def is_skipped(case: Case, slug: str) -> bool:
    return case.draws[case.route.columns[slug].work] < 0


def corrections(visits: Visits) -> list[Seen]:
    return [visit for own in visits.values() for visit in own if visit.outcome == 1]


def done(visits: list[Seen]) -> int:
    """When a pass of a step ends: with its first visit that is not sent back."""
    return next(visit.completed for visit in visits if visit.outcome == 0)


@FEW
@given(worlds())
def test_performed_steps_are_visited_once_and_once_more_a_correction(world: World) -> None:
    for case, visits in Trace.of(world).by_case():
        sent_back = corrections(visits)
        for slug in case.route.process.after:
            again = [c for c in sent_back if slug in case.route.regions[c.step.slug]]
            expected = 0 if is_skipped(case, slug) else 1 + len(again)
            assert [visit.visit for visit in visits[slug]] == list(range(expected))


@FEW
@given(worlds())
def test_a_visit_is_sent_back_if_its_draw_says_so(world: World) -> None:
    for visit in Trace.of(world).visits:
        drawn = visit.visit < visit.columns.most
        drawn = drawn and visit.case.draws[visit.columns.correction + visit.visit] >= 0
        assert visit.outcome == drawn


@FEW
@given(worlds())
def test_a_step_is_ready_when_the_last_of_its_predecessors_is_done(world: World) -> None:
    for case, visits in Trace.of(world).by_case():
        after = case.route.process.after
        over: dict[str, int] = {}
        for slug in case.route.process.order:
            ready = max((over[before] for before in after[slug]), default=case.arrival)
            if is_skipped(case, slug):
                over[slug] = ready
                continue
            assert visits[slug][0].ready == ready
            over[slug] = done(visits[slug])


@FEW
@given(worlds())
def test_a_correction_repeats_its_region_in_the_same_order(world: World) -> None:
    for case, visits in Trace.of(world).by_case():
        for correction in corrections(visits):
            assert_repeated(case, visits, correction)


def assert_repeated(case: Case, visits: Visits, correction: Seen) -> None:
    """After a correction each step of the region waits for its predecessors in the region."""
    rework = correction.step.rework
    assert rework is not None
    region = case.route.regions[correction.step.slug]
    over: dict[str, int] = {}
    for slug in case.route.process.order:
        if slug not in region:
            continue
        before = [over[name] for name in case.route.process.after[slug] if name in region]
        ready = max(before, default=correction.completed)
        over[slug] = ready
        if not is_skipped(case, slug):
            again = [visit for visit in visits[slug] if visit.row > correction.row]
            assert again[0].ready == ready
            over[slug] = done(again)
    first = next(v for v in visits[rework.to] if v.row > correction.row)
    assert first.previous == correction.row


@FEW
@given(worlds())
def test_a_visit_follows_the_completion_that_made_it_ready(world: World) -> None:
    trace = Trace.of(world)
    for visit in trace.visits:
        if visit.previous < 0:
            assert visit.ready == visit.case.arrival
            continue
        before = trace.visits[visit.previous]
        assert before.case is visit.case
        assert before.completed == visit.ready
        assert before.row < visit.row


@FEW
@given(worlds())
def test_the_log_is_in_the_order_of_becoming_ready(world: World) -> None:
    log = Trace.of(world).log
    assert (log.ready[1:] >= log.ready[:-1]).all()


@FEW
@given(worlds())
def test_the_applicant_decides_when_a_visit_may_begin(world: World) -> None:
    trace = Trace.of(world)
    opening = {pool.slug: hours for pool, hours, _ in trace.pools()}
    for visit in trace.visits:
        time = visit.ready + applicant_time(trace, visit)
        if visit.step.visit is not None and visit.pool is not None:
            time = opening[visit.pool].opening(time)
        assert visit.enabled == time


def applicant_time(trace: Trace, visit: Seen) -> int:
    """The time for the correction that causes the visit, else the delay before coming."""
    before = trace.visits[visit.previous] if visit.previous >= 0 else None
    if before is not None and before.outcome == 1:
        return visit.case.draws[before.columns.correction + before.visit]
    if visit.step.visit is None or visit.step.visit.delay is None:
        return 0
    return visit.case.draws[visit.columns.delay + visit.visit]


@FEW
@given(worlds())
def test_steps_without_staff_begin_at_once_and_run_in_their_own_time(world: World) -> None:
    trace = Trace.of(world)
    for visit in trace.visits:
        if visit.pool is None:
            assert visit.server == -1
            assert visit.started == visit.enabled
            assert visit.queue == visit.priority == visit.batch == visit.closed == 0
            assert visit.completed == end_without_staff(trace, visit)


def end_without_staff(trace: Trace, visit: Seen) -> int:
    time = visit.step.time
    if isinstance(time, Wait) and time.whole_days:
        return last_moment(trace.official, time.basis, visit.started, visit.work // DAY)
    if isinstance(time, Wait | ApplicantTime):
        return basis_hours(time.basis, trace.official).finish(visit.started, visit.work)
    return visit.started + visit.work
