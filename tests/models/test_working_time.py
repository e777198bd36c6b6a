"""Official working days, as the State Council's notices give them."""

from datetime import date, timedelta

import holidays
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.errors import CalendarError
from models.working_time import (
    CHINA,
    HolidayNotice,
    OfficialCalendar,
    announced_years,
    official_calendar,
)
from tests.model_builders import MANY, SOURCE

CALENDAR = official_calendar(date(2022, 1, 1))
DAYS = [date(2022, 1, 1) + timedelta(days=n) for n in range(365 * 4 + 366)]


def days(first: str, last: str | None = None) -> list[date]:
    """The days from the first to the last, both included."""
    begin = date.fromisoformat(first)
    end = date.fromisoformat(last or first)
    return [begin + timedelta(days=n) for n in range((end - begin).days + 1)]


@pytest.mark.parametrize(
    ("holiday", "off"),
    [
        ("New Year 2023, with a Saturday of 2022", days("2022-12-31", "2023-01-02")),
        ("Spring Festival 2023", days("2023-01-21", "2023-01-27")),
        ("National Day 2023", days("2023-09-29", "2023-10-06")),
        ("Spring Festival 2024", days("2024-02-10", "2024-02-17")),
        ("Labour Day 2025", days("2025-05-01", "2025-05-05")),
    ],
)
def test_holidays_are_off(holiday: str, off: list[date]) -> None:
    assert [CALENDAR.is_working_day(day) for day in off] == [False] * len(off), holiday


@pytest.mark.parametrize(
    "day",
    [
        "2023-01-28",
        "2023-01-29",
        "2023-10-07",
        "2023-10-08",
        "2024-02-04",
        "2024-02-18",
        "2025-04-27",
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ],
)
def test_make_up_weekend_days_are_worked(day: str) -> None:
    made_up = date.fromisoformat(day)
    assert made_up.isoweekday() > 5
    assert CALENDAR.is_working_day(made_up)


def test_2026_has_no_other_make_up_days() -> None:
    worked = [day for day in days("2026-01-01", "2026-12-31") if CALENDAR.is_working_day(day)]
    assert [str(day) for day in worked if day.isoweekday() > 5] == [
        "2026-01-04",
        "2026-02-14",
        "2026-02-28",
        "2026-05-09",
        "2026-09-20",
        "2026-10-10",
    ]


def test_ordinary_weeks_run_from_monday_to_friday() -> None:
    week = days("2023-03-13", "2023-03-19")
    assert [CALENDAR.is_working_day(day) for day in week] == [True] * 5 + [False] * 2


def test_every_day_agrees_with_the_holidays_library() -> None:
    china = holidays.country_holidays("CN", years=range(2022, 2027))
    ours = [CALENDAR.is_working_day(day) for day in DAYS]
    assert ours == [china.is_working_day(day) for day in DAYS]


@pytest.mark.parametrize(
    ("day", "number", "expected"),
    [
        ("2023-03-13", 1, "2023-03-14"),  # Monday: it is not counted itself
        ("2023-03-13", 5, "2023-03-20"),
        ("2023-03-17", 1, "2023-03-20"),  # over a weekend
        ("2023-03-18", 1, "2023-03-20"),  # from a Saturday
        ("2023-01-19", 3, "2023-01-29"),  # 20; Spring Festival; 28 and 29 made up
        ("2023-01-20", 3, "2023-01-30"),
        ("2023-09-28", 1, "2023-10-07"),  # over National Day
        ("2023-09-28", 20, "2023-11-01"),  # 7, 8, 9-13, 16-20, 23-27, 30, 31, 1
        ("2024-02-09", 1, "2024-02-18"),
        ("2025-04-30", 2, "2025-05-07"),
        ("2026-02-13", 2, "2026-02-24"),  # 14 made up; Spring Festival 15 to 23
    ],
)
def test_the_nth_working_day_counts_from_the_day_after(
    day: str, number: int, expected: str
) -> None:
    found = CALENDAR.nth_working_day(date.fromisoformat(day), number)
    assert found == date.fromisoformat(expected)


@MANY
@given(st.sampled_from(DAYS[:-60]), st.integers(1, 25))
def test_the_nth_working_day_is_found_by_walking_day_by_day(start: date, number: int) -> None:
    day, left = start, number
    while left:
        day += timedelta(days=1)
        left -= CALENDAR.is_working_day(day)
    assert CALENDAR.nth_working_day(start, number) == day


def test_a_working_day_beyond_the_calendar_is_refused() -> None:
    assert CALENDAR.nth_working_day(date(2026, 12, 30), 1) == date(2026, 12, 31)
    with pytest.raises(CalendarError, match="working day 2 after 2026-12-30 lies beyond 2026-12-3"):
        CALENDAR.nth_working_day(date(2026, 12, 30), 2)


@pytest.mark.parametrize("day", [date(2021, 12, 31), date(2027, 1, 1)])
def test_a_day_outside_the_calendar_is_refused(day: date) -> None:
    with pytest.raises(CalendarError) as caught:
        CALENDAR.is_working_day(day)
    assert str(caught.value) == f"{day} is outside the calendar from 2022-01-01 to 2026-12-31"


def test_the_known_years_are_2022_to_2026() -> None:
    assert announced_years() == (2022, 2023, 2024, 2025, 2026)
    assert (CALENDAR.first, CALENDAR.last) == (date(2022, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("first", "last", "year"),
    [
        (date(2027, 1, 1), None, 2027),
        (date(2026, 6, 1), date(2027, 1, 1), 2027),
        (date(2026, 6, 1), date(2029, 1, 1), 2027),
        (date(2021, 6, 1), None, 2021),
        (date(2021, 6, 1), date(2022, 6, 1), 2021),
    ],
)
def test_the_first_unannounced_year_is_named(first: date, last: date | None, year: int) -> None:
    fault = rf"holidays of {year} are not announced.*known: 2022-2026"
    with pytest.raises(CalendarError, match=fault):
        official_calendar(first, last)


def test_a_calendar_begins_and_ends_on_the_days_asked_for() -> None:
    some = official_calendar(date(2023, 1, 27), date(2023, 1, 29))
    assert some.working.tolist() == [False, True, True]
    assert (some.first, some.last) == (date(2023, 1, 27), date(2023, 1, 29))


def test_second_0_is_local_midnight_of_the_first_day() -> None:
    epoch = official_calendar(date(2023, 1, 27)).epoch
    assert epoch.isoformat() == "2023-01-27T00:00:00+08:00"
    assert epoch.tzinfo is CHINA


NOTICE = HolidayNotice(
    year=2027,
    days_off=(date(2027, 1, 1), date(2027, 2, 8), date(2027, 2, 6)),
    make_up=(date(2026, 12, 27), date(2027, 2, 20)),
    source=SOURCE,
)


def of_2027(calendar: OfficialCalendar) -> list[bool]:
    return [calendar.is_working_day(day) for day in (*NOTICE.days_off, *NOTICE.make_up[1:])]


def test_a_notice_adds_a_year() -> None:
    calendar = official_calendar(date(2026, 6, 1), notices=(NOTICE,))
    assert calendar.last == date(2027, 12, 31)
    assert of_2027(calendar) == [False, False, False, True]
    assert calendar.is_working_day(date(2027, 2, 9))
    assert not calendar.is_working_day(date(2027, 2, 7))
    assert not calendar.is_working_day(date(2026, 10, 1))


@pytest.mark.parametrize("last", [date(2026, 12, 31), date(2027, 12, 31)])
def test_a_notice_reaches_back_into_december(last: date) -> None:
    calendar = official_calendar(date(2026, 6, 1), last, notices=(NOTICE,))
    assert calendar.is_working_day(date(2026, 12, 27))
    assert not CALENDAR.is_working_day(date(2026, 12, 27))


def test_a_notice_replaces_the_librarys_year() -> None:
    own = HolidayNotice(year=2023, days_off=(date(2023, 1, 3),), source=SOURCE)
    calendar = official_calendar(date(2022, 1, 1), notices=(own,))
    assert not calendar.is_working_day(date(2023, 1, 3))
    assert calendar.is_working_day(date(2023, 1, 2))  # a holiday in the library's notice
    assert not calendar.is_working_day(date(2023, 1, 28))  # made up in the library's notice
    assert not calendar.is_working_day(date(2024, 2, 12))


def test_notices_of_one_calendar_leave_the_others_alone() -> None:
    official_calendar(date(2026, 6, 1), notices=(NOTICE,))
    with pytest.raises(CalendarError, match="2027"):
        official_calendar(date(2026, 6, 1), date(2027, 1, 1))


def test_counted_is_the_running_number_of_working_days() -> None:
    calendar = official_calendar(date(2023, 1, 19), date(2023, 1, 30))
    assert np.array_equal(calendar.counted, [1, 2, 2, 2, 2, 2, 2, 2, 2, 3, 4, 5])
