"""The legal clock by hand, over Spring Festival 2023 and its make-up days."""

from datetime import date
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.legal_clock import Periods, days_between, excluded_days, stops
from models.working_time import DAY, OfficialCalendar, official_calendar
from tests.log_builder import at

JANUARY = official_calendar(date(2023, 1, 3), date(2023, 2, 28))


def seconds(*moments: str) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    return np.array([round((at(m) - JANUARY.epoch).total_seconds()) for m in moments], np.int64)


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2023-01-09 09:00", "2023-01-09 16:59", 0),  # the day of the start is not counted
        ("2023-01-09 16:59", "2023-01-10 09:00", 1),
        ("2023-01-06 10:00", "2023-01-09 10:00", 1),  # Friday to Monday
        ("2023-01-20 10:00", "2023-01-28 10:00", 1),  # over Spring Festival to the make-up Saturday
        ("2023-01-20 10:00", "2023-01-29 10:00", 2),  # and the make-up Sunday
        ("2023-01-20 10:00", "2023-01-30 10:00", 3),
        ("2023-01-07 10:00", "2023-01-09 10:00", 1),  # begun on a Saturday
        ("2023-01-20 10:00", "2023-01-25 10:00", 0),  # within the holidays
    ],
)
def test_working_days(start: str, end: str, days: int) -> None:
    used = days_between(JANUARY, "working_days", seconds(start), seconds(end))
    assert used.tolist() == [days]


def test_calendar_days_count_every_day_after_the_first() -> None:
    used = days_between(
        JANUARY, "calendar_days", seconds("2023-01-20 10:00"), seconds("2023-01-29 08:00")
    )
    assert used.tolist() == [9]


def periods(*rows: tuple[int, str, str]) -> Periods:
    case = np.array([row[0] for row in rows], np.int64)
    return Periods(case, seconds(*(row[1] for row in rows)), seconds(*(row[2] for row in rows)))


def test_the_clock_stands_only_while_no_department_has_the_case() -> None:
    running = periods(
        (0, "2023-01-09 09:00", "2023-01-09 10:00"),
        (0, "2023-01-11 09:00", "2023-01-11 10:00"),
        (1, "2023-01-09 09:00", "2023-01-12 10:00"),
    )
    standing = periods(
        (0, "2023-01-09 10:00", "2023-01-11 09:00"),
        (1, "2023-01-10 10:00", "2023-01-11 09:00"),  # another department goes on
    )
    still = stops(running, standing)
    assert still.case.tolist() == [0]
    assert still.start.tolist() == seconds("2023-01-09 10:00").tolist()
    assert still.end.tolist() == seconds("2023-01-11 09:00").tolist()


def test_a_case_that_nobody_has_is_not_excused() -> None:
    """A gap that no applicant's time covers does not stop the clock."""
    running = periods(
        (0, "2023-01-09 09:00", "2023-01-09 10:00"),
        (0, "2023-01-13 09:00", "2023-01-13 10:00"),
    )
    standing = periods((0, "2023-01-11 00:00", "2023-01-13 09:00"))
    still = stops(running, standing)
    assert still.start.tolist() == seconds("2023-01-11 00:00").tolist()


def test_a_stop_takes_out_the_working_days_after_its_first() -> None:
    still = periods((0, "2023-01-10 15:00", "2023-01-12 11:00"))
    excluded = excluded_days(
        JANUARY, "working_days", still, seconds("2023-01-09 09:00"), seconds("2023-01-13 09:00")
    )
    assert excluded.tolist() == [2]


def test_a_stop_is_cut_to_the_period() -> None:
    still = periods((0, "2023-01-05 15:00", "2023-01-11 11:00"))
    excluded = excluded_days(
        JANUARY, "working_days", still, seconds("2023-01-10 09:00"), seconds("2023-01-13 09:00")
    )
    assert excluded.tolist() == [1]


moments = st.integers(0, 55 * DAY - 1)
interval = st.tuples(moments, moments).map(lambda pair: (min(pair), max(pair)))


def covered(second: int, spans: list[tuple[int, int]]) -> bool:
    return any(start <= second < end for start, end in spans)


@given(st.lists(interval, min_size=1, max_size=6), st.lists(interval, max_size=6))
def test_stops_are_what_standing_covers_and_running_does_not(
    running: list[tuple[int, int]], standing: list[tuple[int, int]]
) -> None:
    def of(spans: list[tuple[int, int]]) -> Periods:
        ends = np.array(spans, np.int64).reshape(-1, 2)
        return Periods(np.zeros(len(spans), np.int64), ends[:, 0], ends[:, 1])

    still = stops(of(running), of(standing))
    found = list(zip(still.start.tolist(), still.end.tolist(), strict=True))
    edges = sorted({edge for span in (*running, *standing) for edge in span})
    for left, right in pairwise(edges):
        middle = (left + right) // 2
        expected = covered(middle, standing) and not covered(middle, running)
        assert covered(middle, found) == expected


@given(st.lists(moments, min_size=3, max_size=3).map(sorted))
def test_days_add_up_over_consecutive_parts(edges: list[int]) -> None:
    first, middle, last = (np.array([edge]) for edge in edges)
    parts = days_between(JANUARY, "working_days", first, middle) + days_between(
        JANUARY, "working_days", middle, last
    )
    assert parts.tolist() == days_between(JANUARY, "working_days", first, last).tolist()


def test_the_table_covers_the_days_used_here() -> None:
    assert isinstance(JANUARY, OfficialCalendar)
    assert JANUARY.last == date(2023, 2, 28)
