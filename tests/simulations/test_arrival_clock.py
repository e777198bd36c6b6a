"""Arrivals that are uneven over the week: clocks by hand, counts by statistics."""

from datetime import date
from math import sqrt

import numpy as np
import pytest
from pydantic import ValidationError

from models.arrivals import Arrivals
from models.case_draws import Stream
from models.distributions import Fixed
from models.errors import CalendarError
from models.working_time import DAY, official_calendar
from simulations.arrival_clock import ArrivalClock, weekly_speeds
from simulations.sampling import arrival_times
from simulations.scenario import Load
from tests.builders import MONDAY, OFFICE, SOURCE, a_process, a_step, fixed

HOUR = 3_600
CALENDAR = official_calendar(MONDAY)
PROCESS = a_process(a_step("only", fixed(60)))
MORNINGS = tuple(3.0 if hour < 12 else 1.0 for hour in range(24))


def weekly(rate: float = 65, **fields: object) -> Arrivals:
    """Arrivals three times as dense in the morning, none on Wednesdays."""
    week = dict.fromkeys((1, 2, 4, 5), MORNINGS) | {3: (0.0,) * 24}
    values = {"per_working_day": rate, "hours": OFFICE, "week": week, "source": SOURCE, **fields}
    return Arrivals.model_validate(values)


def test_an_ordinary_week_has_as_much_clock_time_as_open_time() -> None:
    clock = ArrivalClock.of(weekly(), CALENDAR)
    week = clock.start < 7 * DAY
    seconds = (clock.end - clock.start)[week]
    assert (seconds * clock.speed[week]).sum() == pytest.approx(5 * 6.5 * HOUR)
    assert seconds.sum() == 5 * 6.5 * HOUR


def test_speeds_by_hand() -> None:
    # 3 hours at weight 3 and 3.5 at 1 on four days of five: 50 weighted hours for 32.5 open ones.
    table = weekly_speeds(weekly())
    assert table[0, 10] == pytest.approx(3 * 32.5 / 50)
    assert table[0, 15] == pytest.approx(1 * 32.5 / 50)
    assert table[2, 10] == 0
    assert table[5, 10] == pytest.approx(4 / 5 * table[0, 10])  # a make-up Saturday: the average


def test_reading_the_clock_undoes_it() -> None:
    clock = ArrivalClock.of(weekly(), CALENDAR)
    amounts = np.linspace(1, 40 * HOUR, 50)
    assert clock.read(clock.at(amounts)) == pytest.approx(amounts, abs=3)
    with pytest.raises(CalendarError):
        clock.at(np.array([1e12]))


def test_regular_arrivals_by_hand() -> None:
    # 65 a day of 6.5 hours: one every 360 seconds of the clock.
    load = Load(process=PROCESS, arrivals=weekly(spread=Fixed(value=1)), cases=2)
    times = arrival_times(load, Stream(1, 0, "process"), CALENDAR)
    speed = 3 * 32.5 / 50
    assert times.tolist() == [9 * HOUR + int(360 / speed), 9 * HOUR + int(720 / speed)]


def test_a_horizon_in_days_ends_with_the_last_of_them() -> None:
    load = Load(process=PROCESS, arrivals=weekly(400), working_days=10)
    times = arrival_times(load, Stream(1, 0, "process"), CALENDAR)
    assert abs(len(times) - 4_000) < 4 * sqrt(4_000)
    assert times.max() < 12 * DAY
    day = times // DAY % 7
    assert not (day == 2).any()
    morning = (times % DAY < 12 * HOUR).mean()
    assert morning == pytest.approx(9 / 12.5, abs=4 * sqrt(0.25 / 4_000))


def test_an_even_week_is_the_plain_stream() -> None:
    even = weekly(week=dict.fromkeys(range(1, 8), (1.0,) * 24))
    plain = weekly(week={})
    for load in ({"cases": 500}, {"working_days": 20}):
        one, other = (
            arrival_times(
                Load.model_validate({"process": PROCESS, "arrivals": arrivals, **load}),
                Stream(1, 0, "process"),
                CALENDAR,
            )
            for arrivals in (even, plain)
        )
        assert np.abs(one - other).max() <= 1


def test_a_week_without_any_weight_in_the_hours_is_refused() -> None:
    with pytest.raises(ValidationError, match="must have a weight above 0"):
        weekly(week={1: (1.0,) + (0.0,) * 23})


def test_holidays_stay_empty() -> None:
    festival = official_calendar(date(2023, 1, 16))
    load = Load(process=PROCESS, arrivals=weekly(), cases=400)
    days = arrival_times(load, Stream(1, 0, "process"), festival) // DAY
    assert festival.working[days].all()
