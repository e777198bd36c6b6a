"""Batches by hand: when they are complete, who does them, how long they take."""

from datetime import timedelta
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.distributions import Exponential
from models.law import Law, exactly
from models.net_attribute import Attribute, ChoiceValue
from models.net_batch import Amounts, Batching, FiringRule
from models.net_log import NetLog
from models.net_scenario import Clause, Priority, Rule
from tests.net_builders import people, ran

MINUTE, HOUR = 60, 3_600


def batch(*rules: FiringRule, **fields: object) -> Batching:
    return Batching.model_validate({"task": "a", "rules": rules, **fields})


def at_least(size: int) -> FiringRule:
    return FiringRule(size=Amounts(least=size))


def lines(log: NetLog) -> list[str]:
    """Each visit: case, when it came, began and ended, in minutes from the first arrival."""
    origin = int(log.arrival[0])
    return [
        f"{case}: {(came - origin) / 60:g} {(began - origin) / 60:g}-{(ended - origin) / 60:g}"
        for case, came, began, ended in zip(
            log.case.tolist(), log.enabled, log.started, log.completed, strict=True
        )
    ]


def days(log: NetLog, moments: np.ndarray[tuple[int], np.dtype[np.int32]]) -> list[str]:
    return [f"{log.epoch + timedelta(seconds=int(t)):%a %d %H:%M:%S}" for t in moments]


def gathered(*rules: FiringRule, cases: int = 4, minutes: float = 10, **fields: object) -> NetLog:
    """Cases every so many minutes, to one person who takes a minute each."""
    return ran(
        "< a >",
        staff=[people("p")],
        cases=cases,
        gap=exactly(60 * minutes),
        batches=[batch(*rules, **fields)],
    )


def test_a_batch_is_done_one_after_another_by_one_person() -> None:
    log = gathered(at_least(2))
    assert lines(log) == ["0: 0 10-11", "1: 10 11-12", "2: 20 30-31", "3: 30 31-32"]
    assert log.batch is not None
    assert log.batch.tolist() == [0, 0, 2, 2]
    assert log.effort.sum() == 4 * MINUTE


def test_a_parallel_batch_takes_each_the_whole_time_and_the_person_once() -> None:
    log = gathered(at_least(3), parallel=True, factors={2: 0.9, 4: 0.5}, cases=3)
    # Nearest to 3 are 2 and 4; the smaller goes: 0.9 x 3 minutes, for all at once.
    assert lines(log) == ["0: 0 20-22.7", "1: 10 20-22.7", "2: 20 20-22.7"]
    assert log.effort.sum() == 162


def test_the_person_of_a_parallel_batch_is_free_after_its_longest() -> None:
    log = ran(
        "< a >",
        staff=[people("p")],
        times={("a", "p"): Law(of=Exponential(mean=HOUR))},
        cases=40,
        gap=exactly(1),
        batches=[batch(FiringRule(size=Amounts(least=4, most=4)), parallel=True)],
    )
    ends = log.completed.reshape(10, 4)
    starts = log.started.reshape(10, 4)
    assert (starts.min(axis=1) == starts.max(axis=1)).all()
    assert (starts[1:, 0] == ends[:-1].max(axis=1)).all()
    assert (ends.min(axis=1) < ends.max(axis=1)).all()


def test_factors_shorten_each_visit() -> None:
    log = gathered(at_least(4), factors={4: 0.25})
    assert (log.completed - log.started).tolist() == [15] * 4


def test_at_most_so_many_go_at_a_time() -> None:
    monday = FiringRule(weekday=2, size=Amounts(least=2, most=3))
    log = gathered(monday, cases=8, minutes=60)
    # All come on Monday; Tuesday at midnight three batches of 3, 3 and 2 are complete.
    assert days(log, log.started)[0] == "Tue 02 00:00:00"
    assert log.batch is not None
    assert np.unique(log.batch, return_counts=True)[1].tolist() == [3, 3, 2]


def test_ready_waits_from_the_last_that_came() -> None:
    log = gathered(FiringRule(idle=Amounts(least=15 * MINUTE, most=HOUR)), cases=3)
    # At 10, 20, ... the next one comes too early; 15 minutes after the third it is quiet.
    assert lines(log) == ["0: 0 35-36", "1: 10 36-37", "2: 20 37-38"]


def test_one_alone_is_done_when_it_has_waited_as_long_as_allowed() -> None:
    log = gathered(FiringRule(idle=Amounts(least=0, most=5 * MINUTE)), cases=2)
    assert lines(log) == ["0: 0 5-6", "1: 10 15-16"]
    both = FiringRule(idle=Amounts(most=5 * MINUTE), oldest=Amounts(least=60, most=2 * MINUTE))
    assert (gathered(both, cases=1).started - gathered(both, cases=1).enabled).tolist() == [121]


def test_oldest_counts_from_the_first_and_runs_out() -> None:
    rule = FiringRule(oldest=Amounts(least=15 * MINUTE, most=25 * MINUTE))
    assert lines(gathered(rule, cases=2)) == ["0: 0 15-16", "1: 10 16-17"]
    # The second comes after 20 minutes, within the bounds: done at once.
    assert lines(gathered(rule, cases=2, minutes=20)) == ["0: 0 20-21", "1: 20 21-22"]
    # Nobody comes in time: the second after the bound the first goes alone.
    log = gathered(rule, cases=2, minutes=30)
    assert (log.started - log.enabled).tolist() == [25 * MINUTE + 1] * 2


def test_a_rule_that_can_not_hold_any_more_lets_go_what_is_there() -> None:
    rule = FiringRule(size=Amounts(least=9), oldest=Amounts(most=25 * MINUTE))
    log = gathered(rule, cases=5)
    assert (log.started[:3] - log.enabled[0]).tolist() == [1_501, 1_561, 1_621]
    assert log.batch is not None
    assert log.batch.tolist() == [0, 0, 0, 3, 3]


def test_hours_and_weekdays() -> None:
    at_noon = FiringRule(hours=(12 * HOUR, 12 * HOUR + 1))
    log = gathered(at_noon, cases=5, minutes=60)
    # They come at 9, 10, 11, 12 and 13; those until noon go at noon, the last when all is over.
    assert days(log, log.started)[:4] == [f"Mon 01 12:0{n}:00" for n in range(4)]
    wednesday = FiringRule(weekday=3, hours=(9 * HOUR, 10 * HOUR))
    log = gathered(wednesday, cases=3, minutes=60)
    assert days(log, log.started)[0] == "Wed 03 09:00:00"


def test_any_of_several_rules_is_enough() -> None:
    log = gathered(at_least(3), FiringRule(oldest=Amounts(least=15 * MINUTE, most=HOUR)), cases=5)
    # 0 and 1 after 15 minutes, 2 and 3 likewise; 4 alone after an hour and a second.
    assert lines(log)[:4] == ["0: 0 15-16", "1: 10 16-17", "2: 20 35-36", "3: 30 36-37"]
    assert log.started[4] - log.enabled[4] == HOUR + 1


def test_what_never_becomes_complete_is_done_when_nothing_else_can_happen() -> None:
    assert lines(gathered(at_least(3))) == [
        "0: 0 20-21",
        "1: 10 21-22",
        "2: 20 22-23",
        "3: 30 30-31",
    ]


def test_a_share_goes_alone_while_nothing_is_gathered() -> None:
    log = gathered(at_least(2), sizes={1: 0.3, 2: 0.7}, cases=20_000, minutes=2)
    assert log.batch is not None
    alone = (log.batch < 0).sum()
    # Each batch takes two; each of them and each lone visit began with a draw.
    begun = alone + (log.batch >= 0).sum() / 2
    assert alone / begun == pytest.approx(0.3, abs=0.02)
    assert gathered(at_least(2), sizes={1: 1.0}).batch is not None
    assert lines(gathered(at_least(2), sizes={1: 1.0}, cases=1)) == ["0: 0 0-1"]


def test_without_rules_the_sizes_are_drawn() -> None:
    log = gathered(sizes={1: 1, 2: 1, 5: 2}, cases=40_000, minutes=2)
    assert log.batch is not None
    sizes = np.unique(log.batch[log.batch >= 0], return_counts=True)[1]
    counts = np.array([(log.batch < 0).sum(), (sizes == 2).sum(), (sizes == 5).sum()])
    assert counts / counts.sum() == pytest.approx([0.25, 0.25, 0.5], abs=0.02)


def test_better_cases_go_first_within_and_into_a_batch() -> None:
    kind = Attribute(name="kind", value=ChoiceValue(options={"gold": 0.4, "grey": 0.6}))
    test = Clause(attribute="kind", comparison="=", value="gold")
    log = ran(
        "< a >",
        staff=[people("p")],
        cases=200,
        gap=exactly(10),
        attributes=[kind],
        priorities=[Priority(level=1, rule=Rule(any_of=((test,),)))],
        batches=[batch(FiringRule(weekday=2, size=Amounts(least=50, most=50)))],
    )
    assert log.batch is not None
    order = np.argsort(log.started, kind="stable")
    assert len(np.unique(log.batch[order][:50])) == 1
    # 80 of gold or so: the first batch is all gold, in the order in which they came.
    first = log.case[order][:50]
    assert (np.diff(first) > 0).all()
    assert first.max() > 60


def test_a_loop_comes_to_its_batch_again() -> None:
    log = ran(
        "< x0 a x1 >",
        "x1 x0",
        staff=[people("p")],
        shares={"x1>": 0.5, "x1x0": 0.5},
        cases=4_000,
        gap=exactly(300),
        batches=[batch(at_least(5))],
    )
    assert len(log) / 4_000 == pytest.approx(2, rel=0.05)
    assert len(np.unique(log.case)) == 4_000


RULES = st.builds(
    FiringRule,
    size=st.builds(Amounts, least=st.integers(1, 6)),
    idle=st.none() | st.builds(Amounts, least=st.integers(0, 900), most=st.just(7_200)),
    oldest=st.none() | st.builds(Amounts, least=st.integers(0, 900), most=st.just(9_000)),
    weekday=st.none() | st.integers(1, 7),
    hours=st.none() | st.just((9 * HOUR, 15 * HOUR)),
)
"""``least`` of the size is always there, so that no rule is empty."""


@settings(max_examples=60, deadline=None)
@given(
    rules=st.lists(RULES, max_size=3),
    parallel=st.booleans(),
    alone=st.floats(0, 0.9),
    seed=st.integers(0, 1_000),
)
def test_every_case_is_done_once_and_no_person_twice_at_a_time(
    rules: list[FiringRule], *, parallel: bool, alone: float, seed: int
) -> None:
    log = ran(
        "< a >",
        staff=[people("p", 2, calendar="office")],
        times={("a", "p"): Law(of=Exponential(mean=600))},
        cases=60,
        gap=Law(of=Exponential(mean=900)),
        batches=[batch(*rules, parallel=parallel, sizes={1: alone, 3: 1 - alone})],
        seed=seed,
    )
    assert sorted(log.case.tolist()) == list(range(60))
    assert log.batch is not None
    for person in range(2):
        own = np.flatnonzero(log.resource == person)
        own = own[np.lexsort((log.completed[own], log.started[own]))]
        for one, other in pairwise(own):
            together = parallel and log.batch[one] == log.batch[other] >= 0
            assert together or log.started[other] >= log.completed[one]
    for number in np.unique(log.batch[log.batch >= 0]):
        members = log.batch == number
        assert len(np.unique(log.resource[members])) == 1
        assert log.started[members].min() >= log.enabled[members].max()


def test_less_than_some_age_holds_for_one_at_once() -> None:
    rule = FiringRule(oldest=Amounts(most=25 * MINUTE))
    assert lines(gathered(rule, cases=2)) == ["0: 0 0-1", "1: 10 10-11"]
