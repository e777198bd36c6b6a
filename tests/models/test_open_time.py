"""Open intervals: the office clock, against counting minute by minute (models.working_time)."""

from datetime import date, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import CalendarError
from models.pool import OfficeHours
from models.working_time import CHINA, OpenTime, joined, official_calendar
from tests.model_builders import MANY

LAST = 60
OFFICE = official_calendar(date(2023, 1, 19), date(2023, 1, 31))  # over Spring Festival
Intervals = list[tuple[int, int]]
INTERVALS = st.lists(
    st.tuples(st.integers(0, LAST - 1), st.integers(1, 20)).map(
        lambda span: (span[0], min(LAST, span[0] + span[1]))
    ),
    min_size=1,
    max_size=6,
)


def union(spans: Intervals) -> OpenTime:
    starts, ends = zip(*spans, strict=True)
    return joined(np.array(starts, np.int64), np.array(ends, np.int64))


def moments(spans: Intervals) -> list[int]:
    """Every open second, ascending."""
    return sorted({second for start, end in spans for second in range(start, end)})


@MANY
@given(INTERVALS)
def test_a_union_is_ascending_disjoint_and_open_exactly_when_one_of_them_is(
    spans: Intervals,
) -> None:
    table = union(spans)
    assert (table.start < table.end).all()
    assert (table.end[:-1] < table.start[1:]).all()
    assert moments(list(zip(table.start.tolist(), table.end.tolist(), strict=True))) == moments(
        spans
    )


@MANY
@given(INTERVALS)
def test_the_clock_counts_open_seconds_up_to_a_moment(spans: Intervals) -> None:
    seconds = moments(spans)
    times = list(range(LAST + 5))
    expected = [sum(second < time for second in seconds) for time in times]
    assert union(spans).clock(times).tolist() == expected


@MANY
@given(INTERVALS)
def test_the_opening_is_the_first_open_moment_at_or_after(spans: Intervals) -> None:
    seconds, table = moments(spans), union(spans)
    times = list(range(seconds[-1] + 1))
    expected = [min(second for second in seconds if second >= time) for time in times]
    assert table.opening(times).tolist() == expected
    with pytest.raises(CalendarError, match="beyond the last announced working day"):
        table.opening([0, seconds[-1] + 1])


@MANY
@given(INTERVALS)
def test_at_is_the_moment_after_so_many_open_seconds_the_next_opening_at_a_closing(
    spans: Intervals,
) -> None:
    seconds, table = moments(spans), union(spans)
    amounts = list(range(len(seconds)))
    assert table.at(amounts).tolist() == seconds
    assert table.clock(table.at(amounts)).tolist() == amounts
    with pytest.raises(CalendarError, match="beyond the last announced working day"):
        table.at(len(seconds))


def test_single_times_and_none_are_answered_too() -> None:
    table = union([(10, 20)])
    assert (int(table.clock(15)), int(table.opening(5)), int(table.at(3))) == (5, 10, 13)
    nothing = np.zeros(0, np.int64)
    assert table.clock(nothing).size == table.opening(nothing).size == table.at(nothing).size == 0


def test_before_the_first_opening_no_time_has_passed() -> None:
    assert union([(10, 20)]).clock([-5, 0, 10]).tolist() == [0, 0, 0]


def local(day: int, hour: int, minute: int = 0) -> int:
    """Seconds from the epoch of ``OFFICE`` to a time in January 2023."""
    moment = datetime(2023, 1, day, hour, minute, tzinfo=CHINA)
    return round((moment - OFFICE.epoch).total_seconds())


def test_office_time_stands_still_at_noon_at_night_and_over_the_holidays() -> None:
    table = OFFICE.open_time(OfficeHours())
    minutes = {
        (19, 8): 0,
        (19, 9): 0,
        (19, 12): 180,
        (19, 13): 180,
        (19, 14): 210,
        (19, 17): 390,
        (20, 9): 390,
        (20, 18): 780,
        (27, 23): 780,
        (28, 10): 840,  # a Saturday, made up
        (29, 10): 1_230,  # a Sunday, made up
    }
    counted = table.clock([local(*moment) for moment in minutes]) // 60
    assert counted.tolist() == list(minutes.values())
    assert int(table.opening(local(20, 17))) == local(28, 9)
    assert int(table.at(780 * 60)) == local(28, 9)


def counted_by_the_minute(hours: OfficeHours, until: int) -> int:
    """Open minutes of ``OFFICE`` before a minute, one at a time."""
    total = 0
    for minute in range(until):
        day = OFFICE.first + timedelta(days=minute // 1_440)
        if hours.days == "working" and not OFFICE.is_working_day(day):
            continue
        if hours.weekdays and day.isoweekday() not in hours.weekdays:
            continue
        total += any(opens <= minute % 1_440 < closes for opens, closes in hours.minutes)
    return total


@pytest.mark.parametrize(
    "hours",
    [
        OfficeHours(),
        OfficeHours(days="every"),
        OfficeHours(weekdays=(6,)),
        OfficeHours(weekdays=(1, 4), days="every"),
        OfficeHours(spans=("00:00-24:00",)),
        OfficeHours(spans=("00:00-00:30", "23:00-24:00"), days="every"),
    ],
)
def test_office_hours_are_those_counted_minute_by_minute(hours: OfficeHours) -> None:
    table = OFFICE.open_time(hours)
    for until in (0, 541, 1_440, 2_000, 3_600, 9 * 1_440 + 600, 13 * 1_440):
        assert int(table.clock(until * 60)) == 60 * counted_by_the_minute(hours, until)


def test_whole_working_days_run_from_midnight_to_midnight() -> None:
    table = OFFICE.whole_working_days()
    assert table.start.tolist() == [local(19, 0), local(28, 0)]
    assert table.end.tolist() == [local(21, 0), local(31, 0) + 86_400]


def test_always_is_open_to_the_end_of_the_table() -> None:
    table = OFFICE.always()
    assert (table.start.tolist(), table.end.tolist()) == ([0], [13 * 86_400])


def test_hours_that_never_open_are_refused() -> None:
    sunday = official_calendar(date(2023, 3, 13), date(2023, 3, 18))
    with pytest.raises(CalendarError, match="never open within the calendar"):
        sunday.open_time(OfficeHours(weekdays=(7,)))
