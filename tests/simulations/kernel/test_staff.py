"""Pools at work, on random scenarios: whose turn it is, and why a visit waited."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise, product

from hypothesis import given

from tests.simulations.hours import Hours, release
from tests.simulations.strategies import FEW, TAKES_TIME, World, worlds
from tests.simulations.traces import Seen, Trace


@FEW
@given(worlds())
def test_people_work_in_their_own_hours_and_net_work_is_what_was_drawn(world: World) -> None:
    for _, own, visits in Trace.of(world).servers():
        for visit in visits:
            assert own.on_duty(visit.started)
            assert own.between(visit.started, visit.completed) == visit.work
            assert visit.work == visit.case.draws[visit.columns.work + visit.visit]
            assert visit.completed == visit.started or own.on_duty(visit.completed - 1)


@FEW
@given(worlds())
def test_nobody_does_two_things_at_once(world: World) -> None:
    for _, _, visits in Trace.of(world).servers():
        for first, second in pairwise(visits):
            assert first.completed <= second.started


@FEW
@given(worlds())
def test_nobody_on_duty_is_idle_while_a_visit_of_the_pool_waits(world: World) -> None:
    trace = Trace.of(world)
    waiting = {
        pool.slug: [visit for visit in visits if visit.joined < visit.started]
        for pool, _, visits in trace.pools()
    }
    for pool, own, visits in trace.servers():
        for visit in waiting[pool.slug]:
            first, last = visit.joined, visit.started
            busy = sum(
                own.between(max(first, other.started), min(last, other.completed))
                for other in visits
                if other.started < last and other.completed > first
            )
            assert busy == own.between(first, last)


@FEW
@given(worlds())
def test_within_a_class_the_first_in_the_queue_starts_first(world: World) -> None:
    for _, _, visits in Trace.of(world).pools():
        for rank in {visit.case.priority for visit in visits}:
            queue = sorted(
                (v for v in visits if v.case.priority == rank), key=lambda v: (v.joined, v.started)
            )
            for first, second in pairwise(queue):
                assert first.started <= second.started


@FEW
@given(worlds())
def test_nobody_of_a_lower_class_starts_while_a_higher_one_waits(world: World) -> None:
    for low, high in of_two_classes(Trace.of(world)):
        if high.joined < low.started:
            assert high.started <= low.started


@FEW
@given(worlds(work=TAKES_TIME))
def test_of_all_who_are_there_at_an_instant_the_higher_class_starts(world: World) -> None:
    """Who gets there through work of no seconds finds the instant's work given out."""
    for low, high in of_two_classes(Trace.of(world)):
        if high.joined == low.started:
            assert high.started <= low.started


def of_two_classes(trace: Trace) -> Iterator[tuple[Seen, Seen]]:
    """Pairs of visits to one pool, the first of a lower class than the second."""
    for _, _, visits in trace.pools():
        for low, high in product(visits, visits):
            if high.case.priority < low.case.priority:
                yield low, high


@FEW
@given(worlds())
def test_a_batch_is_handed_out_at_its_first_time_after_the_visit_could_begin(
    world: World,
) -> None:
    trace = Trace.of(world)
    for pool, _, visits in trace.pools():
        for visit in visits:
            assert visit.joined == release(pool, trace.official, visit.enabled)
            assert visit.started >= visit.joined


@FEW
@given(worlds())
def test_the_causes_of_waiting_add_up_and_each_is_what_it_says(world: World) -> None:
    trace = Trace.of(world)
    for _, together, visits in trace.pools():
        for visit in visits:
            causes = (visit.queue, visit.priority, visit.batch, visit.closed)
            assert min(causes) >= 0
            assert sum(causes) == visit.started - visit.enabled
            open_time = together.between(visit.joined, visit.started)
            assert visit.closed == visit.started - visit.joined - open_time
        assert_overtaking(together, visits)


def assert_overtaking(together: Hours, visits: list[Seen]) -> None:
    """Priority is the open time since the start that had been the visit's turn first come."""
    joined = sorted(visit.joined for visit in visits)
    clock = sorted(together.between(0, visit.started) for visit in visits)
    for visit in visits:
        own = together.between(0, visit.started)
        earliest = clock[bisect_left(joined, visit.joined)]
        latest = clock[bisect_right(joined, visit.joined) - 1]
        assert max(0, own - latest) <= visit.priority <= max(0, own - earliest)


@FEW
@given(worlds(fifo=True))
def test_with_one_class_nobody_is_overtaken(world: World) -> None:
    assert all(visit.priority == 0 for visit in Trace.of(world).visits)
