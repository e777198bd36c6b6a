"""Small cases computed by hand: holidays, closing time, batches, priorities, waits.

Offices are open 09:00-12:00 and 13:30-17:00 on working days. 2026-03-02 is a Monday; for the Spring
Festival of 2023 offices were closed from 01-21 to 01-27 and open on Saturday 01-28 and Sunday
01-29 (国办发明电〔2022〕16号).
"""

from datetime import date

import pytest

from models.distributions import Fixed
from models.pool import Batch, OfficeHours, Shift
from models.process import Process
from models.step_time import Wait, days
from tests.builders import (
    ALWAYS,
    HOUR,
    OFFICE,
    SOURCE,
    a_correction,
    a_mixed_pool,
    a_pool,
    a_process,
    a_step,
    a_timed_step,
    a_visit,
    automatic,
    fixed,
)
from tests.simulations.by_hand import chain, clock, run_by_hand, story, waits

FESTIVAL = date(2023, 1, 16)
MINUTE = 60


def one_step(minutes: float) -> Process:
    return a_process(a_step("s", fixed(minutes * MINUTE)))


def test_work_pauses_over_the_spring_festival_and_goes_on_on_make_up_days() -> None:
    log = run_by_hand(one_step(600), [a_pool()], ["01-20 16:00"], start=FESTIVAL)
    assert story(log) == ["0 s 01-20 16:00 - 01-29 11:30"]
    assert log.work.tolist() == [10 * HOUR]


def test_who_comes_on_the_last_evening_before_the_festival_waits_for_the_make_up_day() -> None:
    log = run_by_hand(one_step(30), [a_pool()], ["01-20 17:30"], start=FESTIVAL)
    assert story(log) == ["0 s 01-28 09:00 - 01-28 09:30"]
    assert waits(log, 0) == {"closed": 7 * 24 * 60 + 15 * 60 + 30}


@pytest.mark.parametrize(
    ("arrival", "minutes", "end"),
    [
        ("03-02 16:00", 60, "03-02 17:00"),
        ("03-02 11:00", 60, "03-02 12:00"),
        ("03-02 09:00", 390, "03-02 17:00"),
        ("03-06 16:00", 61, "03-09 09:01"),
        ("03-02 09:00", 780, "03-03 17:00"),
    ],
)
def test_work_that_ends_exactly_at_closing_ends_at_closing(
    arrival: str, minutes: int, end: str
) -> None:
    log = run_by_hand(one_step(minutes), [a_pool()], [arrival])
    assert clock(log, int(log.completed[0])) == end


@pytest.mark.parametrize(
    ("arrival", "start", "minutes"),
    [
        ("03-02 12:00", "03-02 13:30", 90),
        ("03-02 17:00", "03-03 09:00", 16 * 60),
        ("03-06 17:00", "03-09 09:00", (16 + 48) * 60),
        ("03-02 16:59:59", "03-02 16:59:59", 0),
    ],
)
def test_a_step_ready_exactly_at_closing_starts_at_the_next_opening(
    arrival: str, start: str, minutes: int
) -> None:
    log = run_by_hand(one_step(10), [a_pool()], [arrival])
    assert clock(log, int(log.started[0])) == start
    assert waits(log, 0) == ({"closed": minutes} if minutes else {})


def test_the_follower_of_a_step_that_ends_at_closing_starts_next_morning() -> None:
    log = run_by_hand(chain("a", "b"), [a_pool()], ["03-02 16:00"])
    assert story(log) == ["0 a 03-02 16:00 - 03-02 17:00", "0 b 03-03 09:00 - 03-03 10:00"]
    assert log.ready[1] == log.completed[0]


def test_the_queue_stands_still_at_night() -> None:
    log = run_by_hand(one_step(120), [a_pool()], ["03-02 15:30", "03-02 16:00"])
    assert story(log) == ["0 s 03-02 15:30 - 03-03 09:30", "1 s 03-03 09:30 - 03-03 11:30"]
    assert waits(log, 1) == {"queue": 60 + 30, "closed": 16 * 60}


def test_the_person_who_is_there_first_takes_it_and_finishes_it() -> None:
    mornings = OFFICE.changed(spans=("09:00-11:00",))
    pool = a_mixed_pool(Shift(count=1, hours=mornings), Shift(count=1))
    log = run_by_hand(one_step(180), [pool], ["03-02 08:00", "03-02 10:00", "03-02 12:30"])
    assert story(log) == [
        "0 s 03-02 09:00 - 03-03 10:00",
        "1 s 03-02 10:00 - 03-02 14:30",
        "2 s 03-02 14:30 - 03-03 09:30",
    ]
    assert [log.resources[server] for server in log.server] == ["desk#1", "desk#2", "desk#2"]
    assert waits(log, 2) == {"queue": 60, "closed": 60}


BATCH = Batch(times=("09:00",), source=SOURCE)


@pytest.mark.parametrize(
    ("arrival", "start", "batch"),
    [
        ("03-02 09:00", "03-02 09:00", 0),
        ("03-02 09:00:01", "03-03 09:00", 24 * 60 - 1),
        ("03-06 10:00", "03-09 09:00", (23 + 48) * 60),
        ("03-07 09:00", "03-09 09:00", 48 * 60),
    ],
)
def test_a_daily_batch_is_handed_out_at_nine(arrival: str, start: str, batch: int) -> None:
    log = run_by_hand(one_step(10), [a_pool(batch=BATCH)], [arrival])
    assert clock(log, int(log.started[0])) == start
    assert waits(log, 0) == ({"batch": batch} if batch else {})


def test_a_batch_is_worked_off_one_by_one() -> None:
    times = ["03-02 10:00", "03-02 11:00", "03-02 18:00"]
    log = run_by_hand(one_step(60), [a_pool(batch=BATCH)], times)
    starts = [clock(log, time) for time in log.started.tolist()]
    assert starts == ["03-03 09:00", "03-03 10:00", "03-03 11:00"]
    assert waits(log, 2) == {"batch": 15 * 60, "queue": 120}


def test_a_batch_is_handed_out_in_order_of_enabling() -> None:
    process = a_process(a_step("s", fixed(HOUR), rework=a_correction("s", 0.5)))
    times = ["03-02 09:00", "03-02 11:00", "03-03 09:00"]
    log = run_by_hand(process, [a_pool(batch=BATCH)], times, corrections={"s": (5 * HOUR,)})
    # The first case is ready again at 10:00 but comes back at 15:00, after the second has come;
    # the third comes at the very second of the batch, which has waited longer.
    row = {
        (case, visit): n for n, (case, visit) in enumerate(zip(log.case, log.visit, strict=True))
    }
    starts = {key: clock(log, int(log.started[place])) for key, place in row.items()}
    assert row[0, 1] < row[1, 0]
    assert starts[1, 0] == "03-03 09:00"
    assert starts[0, 1] == "03-03 10:00"
    assert starts[2, 0] == "03-03 10:00"


def test_a_pool_that_is_open_every_day_has_batches_every_day() -> None:
    hours = OfficeHours(spans=("08:00-10:00",), days="every")
    log = run_by_hand(one_step(10), [a_pool(hours=hours, batch=BATCH)], ["03-06 10:00"])
    assert story(log) == ["0 s 03-07 09:00 - 03-07 09:10"]
    round_the_clock = a_pool(hours=ALWAYS, batch=BATCH)
    log = run_by_hand(one_step(10), [round_the_clock], ["03-06 10:00"])
    assert story(log) == ["0 s 03-07 09:00 - 03-07 09:10"]


def test_the_urgent_case_goes_first_but_takes_nothing_away() -> None:
    times = ["03-02 09:00", "03-02 09:10", "03-02 09:20", "03-02 09:30"]
    log = run_by_hand(one_step(60), [a_pool()], times, urgent=[2])
    assert story(log) == [
        "0 s 03-02 09:00 - 03-02 10:00",
        "1 s 03-02 11:00 - 03-02 12:00",
        "2 s 03-02 10:00 - 03-02 11:00",
        "3 s 03-02 13:30 - 03-02 14:30",
    ]
    assert waits(log, 1) == {"queue": 50, "priority": 60}
    assert waits(log, 2) == {"queue": 40}
    assert waits(log, 3) == {"queue": 150, "closed": 90}


def test_who_comes_at_the_same_instant_is_served_by_class() -> None:
    log = run_by_hand(one_step(60), [a_pool()], ["03-02 09:00", "03-02 09:00"], urgent=[1])
    assert story(log) == ["0 s 03-02 10:00 - 03-02 11:00", "1 s 03-02 09:00 - 03-02 10:00"]
    assert waits(log, 0) == {"priority": 60}


def waiting(number: float, basis: str, *, whole: bool) -> Process:
    duration = days(Fixed(value=number), SOURCE)
    notice = Wait.model_validate({"duration": duration, "basis": basis, "whole_days": whole})
    return a_process(a_timed_step("notice", notice), a_step("next", fixed(60), after=("notice",)))


@pytest.mark.parametrize(
    ("basis", "whole", "end", "following"),
    [
        ("working", True, "03-10 23:59:59", "03-11 09:00"),
        ("calendar", True, "03-08 23:59:59", "03-09 09:00"),
        ("working", False, "03-10 15:00", "03-10 15:00"),
        ("calendar", False, "03-08 15:00", "03-09 09:00"),
    ],
)
def test_a_wait_of_three_days_from_thursday_afternoon(
    basis: str, whole: bool, end: str, following: str
) -> None:
    """Whole days: Thursday is not counted; Friday, Monday and Tuesday are working days."""
    log = run_by_hand(waiting(3, basis, whole=whole), [a_pool()], ["03-05 15:00"])
    assert clock(log, int(log.completed[0])) == end
    assert clock(log, int(log.started[1])) == following


def test_working_days_of_a_wait_skip_the_festival_and_count_make_up_days() -> None:
    process = waiting(3, "working", whole=True)
    log = run_by_hand(process, [a_pool()], ["01-19 10:00"], start=FESTIVAL)
    assert clock(log, int(log.completed[0])) == "01-29 23:59:59"


def test_systems_work_at_night_and_the_applicant_comes_in_office_hours() -> None:
    process = a_process(
        automatic("check", fixed(2 * HOUR)),
        a_step("sign", fixed(600), after=("check",), visit=a_visit(fixed(30 * HOUR))),
    )
    log = run_by_hand(process, [a_pool()], ["03-05 16:30"])
    assert story(log) == ["0 check 03-05 16:30 - 03-05 18:30", "0 sign 03-09 09:00 - 03-09 09:10"]
    assert clock(log, int(log.ready[1])) == "03-05 18:30"
    assert clock(log, int(log.enabled[1])) == "03-09 09:00"  # 30 h later is Saturday 00:30
