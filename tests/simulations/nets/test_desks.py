"""People at several desks, by hand: who takes what, how long, in which order."""

from datetime import timedelta

import numpy as np
import pytest

from models.distributions import Exponential
from models.law import Law, exactly
from models.net_attribute import Attribute, ChoiceValue
from models.net_calendars import WeeklyCalendar, WeeklySpan
from models.net_scenario import Clause, Priority, Rule
from simulations.nets.run import run_scenario
from tests.net_builders import a_net_scenario, people, ran, story
from tests.theory.formulas import mmc_wait

STAFF = (people("fast"), people("slow"))


def test_how_long_it_takes_depends_on_who_does_it() -> None:
    times = {("a", "fast"): exactly(60), ("a", "slow"): exactly(600)}
    log = ran("< a >", staff=STAFF, times=times, cases=3, gap=exactly(0))
    assert [log.resources[n] for n in log.resource] == ["fast", "slow", "fast"]
    assert (log.completed - log.started).tolist() == [60, 600, 60]
    assert (log.started - log.enabled).tolist() == [0, 0, 60]


def test_who_has_been_idle_longest_takes_the_next() -> None:
    log = ran("< a >", staff=[people("p", 3)], cases=6, gap=exactly(100))
    assert log.resource.tolist() == [0, 1, 2, 0, 1, 2]


def test_a_person_of_two_desks_takes_what_was_enabled_first() -> None:
    times = {
        ("a", "both"): exactly(600),
        ("b", "both"): exactly(600),
        ("b", "other"): exactly(3_000),
    }
    log = ran(
        "< +1 a +2 >",
        "+1 @t b +2",
        staff=[people("both"), people("other")],
        times=times,
        events={"@t": exactly(60)},
        cases=2,
        gap=exactly(30),
    )
    # a of both cases (0:00, 0:30) go before the b of the first (1:00), which the other takes.
    assert story(log)[1:] == ["a 0 0-10", "b 1 1-51"]
    assert story(log, 1)[1:] == ["a 0 9.5-19.5", "b 1 19.5-29.5"]


def test_work_pauses_when_the_person_is_off_duty() -> None:
    times = {("a", "p"): exactly(6 * 3_600)}
    log = ran("< a >", staff=[people("p", calendar="office")], times=times, cases=2)
    moments = [log.epoch + timedelta(seconds=int(t)) for t in log.completed]
    assert [f"{moment:%d %H:%M}" for moment in moments] == ["01 15:00", "02 13:00"]
    assert log.started[1] - log.epoch.hour == 15 * 3_600


def test_work_that_ends_at_closing_ends_at_closing() -> None:
    times = {("a", "p"): exactly(8 * 3_600)}
    log = ran("< a >", staff=[people("p", calendar="office")], times=times)
    assert log.completed.tolist() == [17 * 3_600]


def test_a_person_on_duty_is_preferred_to_one_who_is_free_but_away() -> None:
    staff = [people("away", calendar="office"), people("there")]
    log = ran("< @t a >", staff=staff, events={"@t": exactly(12 * 3_600)})
    assert log.resources[log.resource[1]] == "there"
    assert log.started[1] == log.enabled[1]


def test_a_colleague_who_comes_once_a_week_does_not_upset_the_desk() -> None:
    """Woken 72 times a day for one of them, each time with the other's opening days ahead."""
    tens = [
        WeeklySpan(first=1, last=6, begin=second, end=second + 600)
        for second in range(0, 86_400, 1_200)
    ]
    weekly = WeeklySpan(first=7, last=7, begin=86_340, end=86_400)
    log = run_scenario(
        a_net_scenario(
            "< a >",
            staff=[people("often", calendar="tens"), people("seldom", calendar="weekly")],
            times={("a", "often"): exactly(600), ("a", "seldom"): exactly(600)},
            cases=400,
            gap=exactly(0),
            calendars=(
                WeeklyCalendar(id="tens", spans=tuple(tens)),
                WeeklyCalendar(id="weekly", spans=(weekly,)),
            ),
        )
    )
    assert (log.resource == 0).all()
    assert (log.started == 9 * 3_600 + np.arange(400) * 1_200).all()


def test_the_best_level_goes_first_and_takes_nothing_away() -> None:
    test = Clause(attribute="kind", comparison="=", value="gold")
    gold = Priority(level=1, rule=Rule(any_of=((test,),)))
    kind = Attribute(name="kind", value=ChoiceValue(options={"gold": 0.5, "grey": 0.5}))
    log = ran(
        "< a >",
        staff=[people("p")],
        cases=400,
        gap=exactly(50),
        attributes=[kind],
        priorities=[gold],
    )
    order = np.argsort(log.started, kind="stable")
    assert (np.diff(log.started[order]) >= 60).all()
    waits = log.started - log.enabled
    # About half go first: they wait little, the others for the backlog.
    assert np.sort(waits)[:150].max() < 200 < waits.max()


@pytest.mark.parametrize("servers", [1, 3])
def test_an_erlang_queue_waits_as_long_as_the_formula_says(servers: int) -> None:
    mean = 3_600.0
    times = {("a", "p"): Law(of=Exponential(mean=mean))}
    load = 0.7
    gap = Law(of=Exponential(mean=mean / servers / load))
    log = ran("< a >", staff=[people("p", servers)], times=times, gap=gap, cases=400_000)
    waits = (log.started - log.enabled)[10_000:]
    expected = mmc_wait(servers * load / mean, mean, servers)
    assert waits.mean() == pytest.approx(expected, rel=0.04)
