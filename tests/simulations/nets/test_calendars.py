"""Calendars of chances: certain ones by hand, others by the law of large numbers."""

from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import SimulationError
from models.law import exactly
from models.net_calendars import (
    Calendar,
    ChanceCalendar,
    ChanceSpan,
    Probability,
    WeeklyCalendar,
    WeeklySpan,
)
from models.net_log import NetLog
from models.net_scenario import Resource
from simulations.nets.run import run_scenario
from tests.net_builders import a_net_scenario, people

HOUR = 3_600
WEEK = WeeklySpan(first=1, last=7, begin=0, end=24 * HOUR)


def at(span: WeeklySpan, probability: Probability) -> ChanceSpan:
    return ChanceSpan(**span.model_dump(), probability=probability)


def chances(probability: float, workload: float = 0, granule: int = HOUR) -> ChanceCalendar:
    """The same chance in every granule."""
    return ChanceCalendar(
        id="chances",
        granule=granule,
        availability=(at(WEEK, probability),),
        workload=(at(WEEK, workload),),
    )


def worked(
    calendar: Calendar,
    seconds: int,
    cases: int = 1,
    gap: int = 0,
    staff: Sequence[Resource] = (),
    seed: int = 1,
) -> NetLog:
    """A task of so many seconds, done by people of that calendar."""
    staff = staff or (people("p", calendar=calendar.id),)
    return run_scenario(
        a_net_scenario(
            "< a >",
            staff=staff,
            times={("a", person.id): exactly(seconds) for person in staff},
            cases=cases,
            gap=exactly(gap),
            calendars=(calendar,),
            seed=seed,
        )
    )


def columns(log: NetLog) -> list[list[int]]:
    return [c.tolist() for c in (log.case, log.enabled, log.started, log.completed, log.resource)]


SPAN = st.builds(
    lambda days, hours: WeeklySpan(
        first=min(days), last=max(days), begin=HOUR * min(hours), end=HOUR * (max(hours) + 1)
    ),
    st.tuples(st.integers(1, 7), st.integers(1, 7)),
    st.tuples(st.integers(0, 23), st.integers(0, 23)),
)


@given(spans=st.lists(SPAN, min_size=1, max_size=3), granule=st.sampled_from([15, 30, 60]))
@settings(max_examples=25, deadline=None)
def test_chances_of_nought_and_one_are_a_weekly_calendar(
    spans: list[WeeklySpan], granule: int
) -> None:
    certain = [at(span, 1) for span in spans]
    never = at(WEEK, 0)
    same = ChanceCalendar(id="c", granule=60 * granule, availability=(never, *certain))
    by_workload = ChanceCalendar(id="c", granule=60 * granule, workload=(never, *certain))
    crisp = WeeklyCalendar(id="c", spans=tuple(spans))
    logs = [
        columns(worked(calendar, 5 * HOUR + 7, cases=30, gap=2 * HOUR, staff=[people("p", 2, "c")]))
        for calendar in (crisp, same, by_workload)
    ]
    assert logs[0] == logs[1] == logs[2]


def test_spans_hold_for_whole_granules_and_the_last_one_holds() -> None:
    """From 9:59 is from 9:00, until 12:59 is until 12:00; from ten to eleven nobody comes."""
    odd = WeeklySpan(first=1, last=7, begin=10 * HOUR - 60, end=13 * HOUR - 60)
    pause = WeeklySpan(first=1, last=7, begin=10 * HOUR, end=11 * HOUR)
    calendar = ChanceCalendar(id="c", granule=HOUR, availability=(at(odd, 1), at(pause, 0)))
    log = worked(calendar, 3 * HOUR)
    assert log.completed.tolist() == [(24 + 10) * HOUR]


@pytest.mark.parametrize(
    ("availability", "workload", "chance"), [(0.4, 0, 0.4), (0, 0.7, 0.7), (0.5, 0.5, 0.75)]
)
def test_people_are_there_as_often_as_the_chances_say(
    availability: float, workload: float, chance: float
) -> None:
    """The granules that so much work takes have a negative binomial law."""
    granules = 10_000
    log = worked(chances(availability, workload), granules * HOUR)
    taken = (log.completed[0] - log.enabled[0]) / HOUR
    deviation = np.sqrt(granules * (1 - chance)) / chance
    assert abs(taken - granules / chance) < 5 * deviation + 1


def test_who_is_there_is_there_for_all_of_the_granule() -> None:
    """Work of a second every five minutes: all of an hour begin at once, or none."""
    log = worked(chances(0.5), 1, cases=12 * 400, gap=300)
    there = set((log.started // HOUR).tolist())
    assert 0.4 < len(there) / 400 < 0.6
    begun = log.started == log.enabled
    hours = (log.enabled // HOUR).tolist()
    # At the full hour what waited through the last hours goes first.
    later = log.enabled % HOUR > 0
    assert [hour in there for hour in hours] == (
        begun | (np.isin(hours, [*there]) & ~later)
    ).tolist()


def test_people_come_and_go_apart() -> None:
    """Of two there is somebody in three of four granules."""
    hours = 20_000
    log = worked(chances(0.5), 60, cases=hours, gap=HOUR, staff=[people("p", 2, "chances")])
    share = len(set((log.started // HOUR).tolist())) / hours
    assert abs(share - 0.75) < 5 * np.sqrt(0.75 * 0.25 / hours)


def test_another_seed_is_another_luck_and_the_same_seed_the_same() -> None:
    one, again, other = (worked(chances(0.5), 100 * HOUR, seed=seed) for seed in (1, 1, 2))
    assert columns(one) == columns(again) != columns(other)


def test_a_longer_run_repeats_a_shorter_one() -> None:
    """60 days, then 1,500 days: the calendars are drawn anew, further, and the same."""
    short = worked(chances(0.5), 60, cases=1_400, gap=HOUR)
    long = worked(chances(0.5), 60, cases=36_000, gap=HOUR)
    assert columns(short) == [column[:1_400] for column in columns(long)]


def test_a_colleague_more_does_not_change_when_the_others_come() -> None:
    alone = worked(chances(0.5), 60, cases=500, gap=HOUR)
    staff = [people("new", calendar="chances"), people("p", calendar="chances")]
    both = worked(chances(0.5), 60, cases=500, gap=HOUR, staff=staff)
    mine = both.started[both.resource == 1] // HOUR
    assert 100 < len(mine) < 400
    assert set(mine.tolist()) <= set((alone.started // HOUR).tolist())


def test_a_run_beyond_all_calendars_is_an_error() -> None:
    with pytest.raises(SimulationError, match="68 years"):
        worked(chances(0.001), 700 * HOUR)


def test_more_granules_than_can_be_held_are_an_error() -> None:
    crowd = [people("p", 10_000, "chances")]
    with pytest.raises(SimulationError, match="granules in 61 days"):
        worked(chances(0.001, granule=60), 700 * HOUR, staff=crowd)
