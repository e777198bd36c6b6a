"""Several tasks at once in one person's hands: by hand, against more people, and by theory."""

from collections.abc import Iterator
from itertools import accumulate

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.distributions import Exponential
from models.errors import DefinitionError
from models.law import Law, exactly
from models.net_calendars import DAY
from models.net_log import NetLog
from models.net_multitasking import HandsSpan, Multitasking
from simulations.nets.run import run_scenario
from tests.net_builders import a_net_scenario, people, ran, story

HOUR = 3_600
BRANCHY = ("< +1 a x1 +2 >", "+1 b +2", "x1 @t a")


def hands(
    *more: float, resource: str = "p", number: int = 0, begin: int = 0, end: int = DAY
) -> Multitasking:
    """The person's chances of one more, every day between these hours."""
    span = HandsSpan(first=1, last=7, begin=begin, end=end, more=more)
    return Multitasking(resource=resource, number=number, spans=(span,))


def times(log: NetLog) -> list[list[int]]:
    return [c.tolist() for c in (log.case, log.step, log.enabled, log.started, log.completed)]


def branchy(amount: int, *multitasking: Multitasking, seed: int, calendar: str) -> NetLog:
    """Two desks, a loop, and people of whom the same work takes the same time."""
    work = Law(of=Exponential(mean=900))
    return ran(
        *BRANCHY,
        staff=[people("p", amount, calendar)],
        times={("a", "p"): work, ("b", "p"): work},
        shares={"x1+2": 0.7, "x1@t": 0.3},
        events={"@t": exactly(600)},
        cases=60,
        gap=Law(of=Exponential(mean=600)),
        multitasking=multitasking,
        seed=seed,
    )


@given(
    amount=st.integers(2, 4),
    seed=st.integers(1, 10_000),
    calendar=st.sampled_from(["always", "office"]),
)
@settings(max_examples=40, deadline=None)
def test_who_always_takes_one_more_is_as_good_as_more_people(
    amount: int, seed: int, calendar: str
) -> None:
    certain = hands(*[1.0] * (amount - 1))
    one = branchy(1, certain, seed=seed, calendar=calendar)
    many = branchy(amount, seed=seed, calendar=calendar)
    assert times(one) == times(many)


@given(seed=st.integers(1, 10_000))
@settings(max_examples=10, deadline=None)
def test_who_never_takes_one_more_does_one_at_a_time(seed: int) -> None:
    never = branchy(1, hands(0, 1, 1), seed=seed, calendar="office")
    assert times(never) == times(branchy(1, seed=seed, calendar="office"))


@given(
    seed=st.integers(1, 10_000), more=st.lists(st.floats(0, 1), min_size=1, max_size=3).map(tuple)
)
@settings(max_examples=30, deadline=None)
def test_no_hands_hold_more_than_they_can(seed: int, more: tuple[float, ...]) -> None:
    staff = [hands(*more, number=1)]
    log = branchy(2, *staff, seed=seed, calendar="office")
    for person, most in enumerate((1, 1 + len(more))):
        mine = log.resource == person
        ends = [(t, -1) for t in log.completed[mine].tolist()]
        begins = [(t, 1) for t in log.started[mine].tolist()]
        at_hand = list(accumulate(step for _, step in sorted([*ends, *begins])))
        assert max(at_hand, default=0) <= most


def test_ninety_nine_at_once() -> None:
    log = ran(
        "< a >", staff=[people("p")], cases=200, gap=exactly(0), multitasking=[hands(*[1] * 98)]
    )
    assert np.unique(log.started - log.enabled, return_counts=True)[1].tolist() == [99, 99, 2]


def test_two_at_once_take_as_long_as_each_alone() -> None:
    log = ran("< +1 a +2 >", "+1 b +2", staff=[people("p")], multitasking=[hands(1)])
    assert story(log) == ["a 0 0-1", "b 0 0-1"]


def test_a_third_task_waits_for_one_of_two_hands() -> None:
    log = ran(
        "< a >",
        staff=[people("p")],
        times={("a", "p"): exactly(600)},
        cases=3,
        gap=exactly(60),
        multitasking=[hands(1, 0)],
    )
    assert (log.started - log.enabled).tolist() == [0, 0, 480]


def test_the_next_task_goes_to_whose_hands_changed_least_recently() -> None:
    """p_1 alone has two hands; the third task finds p_0 with work and p_1's other hand free."""
    log = ran(
        "< a >",
        staff=[people("p", 2)],
        times={("a", "p"): exactly(600)},
        cases=5,
        gap=exactly(100),
        multitasking=[hands(1, number=1)],
    )
    assert log.resource.tolist() == [0, 1, 1, 0, 1]
    assert (log.started - log.enabled).tolist() == [0, 0, 0, 300, 300]


def test_chances_by_the_hour_hold_when_the_number_at_hand_changes() -> None:
    """At nine nobody takes a second task; from ten to noon everybody does."""
    log = ran(
        "< a >",
        staff=[people("p")],
        times={("a", "p"): exactly(HOUR)},
        cases=4,
        gap=exactly(0),
        multitasking=[hands(1, begin=10 * HOUR, end=12 * HOUR + 1_800)],
    )
    assert (log.started / HOUR).tolist() == [9, 10, 10, 11]


@pytest.mark.parametrize(("day", "both"), [(1, [2]), (3, [0, 7]), (5, [5]), (7, [3])])
def test_the_week_of_the_chances_begins_on_monday(day: int, both: list[int]) -> None:
    """A case a day from the first, third, ... of January 2024 on: on Wednesdays two at once."""
    wednesday = HandsSpan(first=3, last=3, begin=0, end=DAY, more=(1.0,))
    scenario = a_net_scenario(
        "< +1 a +2 >",
        "+1 b +2",
        staff=[people("p")],
        cases=8,
        gap=exactly(DAY),
        multitasking=[Multitasking(resource="p", spans=(wednesday,))],
    )
    log = run_scenario(scenario.changed(start=scenario.start.replace(day=day)))
    started = log.started.reshape(8, 2)
    assert np.flatnonzero(started[:, 0] == started[:, 1]).tolist() == both


def test_one_more_is_taken_as_often_as_the_chance_says() -> None:
    """With work always waiting an hour does one task, or two with the chance."""
    chance, tasks = 0.3, 20_000
    log = ran(
        "< a >",
        staff=[people("p")],
        times={("a", "p"): exactly(60)},
        cases=tasks,
        gap=exactly(0),
        multitasking=[hands(chance)],
    )
    turns = (log.completed.max() - log.started.min()) / 60
    deviation = np.sqrt(turns * chance * (1 - chance)) / (1 + chance)
    assert abs(turns - tasks / (1 + chance)) < 5 * deviation


@pytest.mark.parametrize("chance", [0.2, 0.8])
def test_a_queue_of_two_hands_waits_as_long_as_its_chain_says(chance: float) -> None:
    mean, load = 600.0, 0.9
    log = ran(
        "< a >",
        staff=[people("p")],
        times={("a", "p"): Law(of=Exponential(mean=mean))},
        gap=Law(of=Exponential(mean=mean / load)),
        cases=400_000,
        multitasking=[hands(chance)],
    )
    waits = (log.started - log.enabled)[10_000:]
    assert waits.mean() == pytest.approx(chain_wait(load / mean, 1 / mean, chance), rel=0.04)


State = tuple[str, int]
MOST = 300


def chain_wait(arrival: float, service: float, chance: float) -> float:
    """Mean wait of a queue before one person who, with one task at hand, may take a second.

    A Markov chain over how many are there: ``open`` and ``shut`` with one at hand, ``two``.
    """
    states: list[State] = [("none", 0), ("open", 1)]
    states += [
        (kind, n) for n in range(1, MOST) for kind in ("shut", "two") if kind != "two" or n > 1
    ]
    place = {state: n for n, state in enumerate(states)}
    rates = np.zeros((len(states), len(states)))
    for state in states:
        for target, rate in steps(state, arrival, service, chance):
            if target in place:
                rates[place[state], place[target]] += rate
    rates -= np.diag(rates.sum(axis=1))
    rates[:, 0] = 1
    wanted = np.zeros(len(states))
    wanted[0] = 1
    share = np.linalg.solve(rates.T, wanted)
    at_hand = {"none": 0, "open": 1, "shut": 1, "two": 2}
    queue = sum(s * (n - at_hand[kind]) for s, (kind, n) in zip(share, states, strict=True))
    return float(queue / arrival)


def steps(
    state: State, arrival: float, service: float, chance: float
) -> Iterator[tuple[State, float]]:
    """Where the chain goes from a state, and how fast."""
    kind, n = state

    def with_one(waiting: int, rate: float) -> Iterator[tuple[State, float]]:
        yield ("two", waiting + 1) if waiting else ("open", 1), rate * chance
        yield ("shut", waiting + 1), rate * (1 - chance)

    if kind == "none":
        yield from with_one(0, arrival)
        return
    yield ("two", 2) if kind == "open" else (kind, n + 1), arrival
    if n == 1:
        yield ("none", 0), service
    else:
        yield from with_one(n - 2, service * (2 if kind == "two" else 1))


@pytest.mark.parametrize("who", [hands(1, resource="q"), hands(1, number=1)])
def test_hands_of_nobody_are_refused(who: Multitasking) -> None:
    with pytest.raises(DefinitionError, match=r"multitasking names person \d of '[pq]', who does"):
        a_net_scenario("< a >", staff=[people("p")], multitasking=[who])


def test_hands_given_twice_are_refused() -> None:
    with pytest.raises(DefinitionError, match="multitasking 'p 0' appears twice"):
        a_net_scenario("< a >", staff=[people("p")], multitasking=[hands(1), hands(0)])
