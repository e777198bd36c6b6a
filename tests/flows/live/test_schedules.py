"""The schedule's days are the official working days, read by the library Prefect reads it with."""

from datetime import date, timedelta

import pytest
from dateutil.rrule import rrulestr

from flows.live.schedules import working_day_rule
from models.working_time import official_calendar


@pytest.mark.parametrize("year", [2024, 2025, 2026])
def test_every_working_day_once_and_no_other(year: int) -> None:
    calendar = official_calendar(date(year, 1, 1), date(year, 12, 31))
    rule = working_day_rule(calendar, 9, 30)
    days = [moment.date() for moment in rrulestr(rule)]
    wanted = [calendar.first + timedelta(days=n) for n, on in enumerate(calendar.working) if on]
    assert days == wanted
    assert len(rule) < 6_000  # Prefect refuses rules beyond 6,500 characters


def test_a_holiday_is_left_out_and_its_make_up_day_kept() -> None:
    calendar = official_calendar(date(2023, 1, 1), date(2023, 12, 31))
    moments = {str(moment) for moment in rrulestr(working_day_rule(calendar, 9))}
    assert "2023-01-23 09:00:00" not in moments  # Monday of the Spring Festival
    assert "2023-01-28 09:00:00" in moments  # a Saturday to make up for it
