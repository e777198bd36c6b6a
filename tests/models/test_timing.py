"""Cases measured by hand against limits."""

from datetime import date

import numpy as np

from models.base import text
from models.distributions import Fixed
from models.event import EventLog, StepEvent
from models.limit import Limit, Moment
from models.pool import OfficeHours
from models.process import Process
from models.source import assumed, plan, statute
from models.step import Step
from models.step_time import ApplicantTime, Wait, Work, days, minutes
from models.timing import LimitUse, Ruler, measure
from models.working_time import official_calendar
from tests.log_builder import log_of, visit

TEST = assumed("test")
CALENDAR = official_calendar(date(2023, 1, 3), date(2023, 3, 31))
RULER = Ruler(CALENDAR, {"office": CALENDAR.open_time(OfficeHours())})


def step(slug: str, *after: str) -> Step:
    work = Work(duration=minutes(Fixed(value=10), TEST), pool="office")
    return Step(
        slug=slug, name=text(slug, slug), owner="office", after=after, time=work, source=TEST
    )


def whole(most: float, **values: object) -> Limit:
    fields = {"slug": "whole", "name": text("全程", "whole"), "unit": "working_days"}
    return Limit.model_validate({**fields, "most": most, "source": plan(7), **values})


def process(*steps: Step, limits: tuple[Limit, ...]) -> Process:
    return Process(
        slug="p",
        name=text("流程", "process"),
        family="test",
        lead="office",
        steps=steps,
        limits=limits,
    )


def used(owner: Process, events: list[StepEvent], limit: int = 0) -> LimitUse:
    return measure(log_of(owner, events, CALENDAR), owner, RULER)[limit]


TWO = process(step("accept"), step("decide", "accept"), limits=(whole(3),))
FROM_ACCEPTANCE = process(
    step("accept"),
    step("decide", "accept"),
    limits=(whole(3, over=("decide",), starts=Moment(step="accept", edge="completed")),),
)


def test_from_enabling_to_completion_over_the_spring_festival() -> None:
    found = used(
        TWO,
        [
            visit(TWO, "accept", ("2023-01-19 10:00", "2023-01-19 10:00", "2023-01-19 10:10")),
            visit(TWO, "decide", ("2023-01-19 10:10", "2023-01-29 09:00", "2023-01-29 09:10")),
        ],
    )
    assert found.used.tolist() == [3]  # the 20th, and the make-up days 28th and 29th
    assert not found.late.any()


def test_one_working_day_more_is_late() -> None:
    found = used(
        TWO,
        [
            visit(TWO, "accept", ("2023-01-19 10:00", "2023-01-19 10:00", "2023-01-19 10:10")),
            visit(TWO, "decide", ("2023-01-19 10:10", "2023-01-30 09:00", "2023-01-30 09:10")),
        ],
    )
    assert found.used.tolist() == [4]
    assert found.late.tolist() == [True]


def test_acceptance_is_the_completion_without_a_correction() -> None:
    """Before acceptance corrections do not count: the clock has not begun."""
    owner = FROM_ACCEPTANCE
    found = used(
        owner,
        [
            visit(
                owner,
                "accept",
                ("2023-01-03 10:00", "2023-01-03 10:00", "2023-01-03 10:10"),
                corrected=True,
            ),
            visit(
                owner,
                "accept",
                ("2023-01-10 10:00", "2023-01-10 10:00", "2023-01-10 10:10"),
                ready="2023-01-03 10:10",
                number=1,
            ),
            visit(owner, "decide", ("2023-01-10 10:10", "2023-01-12 09:00", "2023-01-12 09:10")),
        ],
    )
    assert found.used.tolist() == [2]


def test_a_correction_after_acceptance_stops_the_clock() -> None:
    owner = FROM_ACCEPTANCE
    found = used(
        owner,
        [
            visit(owner, "accept", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 10:10")),
            visit(
                owner,
                "decide",
                ("2023-02-06 10:10", "2023-02-07 09:00", "2023-02-07 09:10"),
                corrected=True,
            ),
            visit(
                owner,
                "decide",
                ("2023-02-16 14:00", "2023-02-17 09:00", "2023-02-17 09:10"),
                ready="2023-02-07 09:10",
                number=1,
            ),
        ],
    )
    # Counted: the 7th, and the 17th; not the 6th (acceptance) nor the 8th to the 16th.
    assert found.used.tolist() == [2]


def test_excluded_and_applicant_steps_do_not_count() -> None:
    review = Wait(duration=days(Fixed(value=3), TEST), excluded=statute("行政许可法", "第四十五条"))
    paying = ApplicantTime(duration=days(Fixed(value=1), TEST))
    owner = process(
        step("accept"),
        step("review", "accept").changed(time=review),
        step("pay", "review").changed(time=paying, owner="applicant"),
        step("decide", "pay"),
        limits=(whole(20),),
    )
    found = used(
        owner,
        [
            visit(owner, "accept", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 11:00")),
            visit(owner, "review", ("2023-02-06 11:00", "2023-02-06 11:00", "2023-02-10 11:00")),
            visit(owner, "pay", ("2023-02-10 11:00", "2023-02-10 11:00", "2023-02-14 11:00")),
            visit(owner, "decide", ("2023-02-14 11:00", "2023-02-15 09:00", "2023-02-15 10:00")),
        ],
    )
    assert found.used.tolist() == [1]  # the 15th


IMMEDIATE = process(
    step("issue"),
    limits=(whole(60, slug="at-once", unit="office_minutes", over=("issue",)),),
)


def test_immediate_counts_office_minutes_only() -> None:
    found = used(
        IMMEDIATE,
        [visit(IMMEDIATE, "issue", ("2023-02-06 11:50", "2023-02-06 13:30", "2023-02-06 13:55"))],
    )
    assert found.used.tolist() == [35]  # 10 before the noon break, 25 after it
    assert not found.late.any()


def test_immediate_is_late_on_the_next_working_day_however_short() -> None:
    found = used(
        IMMEDIATE,
        [visit(IMMEDIATE, "issue", ("2023-02-06 16:55", "2023-02-07 09:00", "2023-02-07 09:05"))],
    )
    assert found.used.tolist() == [10]
    assert found.late.tolist() == [True]


def test_immediate_from_an_evening_is_due_the_next_morning() -> None:
    found = used(
        IMMEDIATE,
        [visit(IMMEDIATE, "issue", ("2023-02-10 20:00", "2023-02-13 09:00", "2023-02-13 09:20"))],
    )
    assert found.used.tolist() == [20]
    assert not found.late.any()


def test_a_case_that_skipped_the_steps_is_not_measured() -> None:
    owner = process(step("accept"), step("extra", "accept"), limits=(whole(1, over=("extra",)),))
    found = used(
        owner,
        [
            visit(owner, "accept", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 10:10")),
            visit(
                owner,
                "accept",
                ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 10:10"),
                case=1,
            ),
            visit(
                owner,
                "extra",
                ("2023-02-06 10:10", "2023-02-08 10:00", "2023-02-08 10:10"),
                case=1,
            ),
        ],
    )
    assert found.case.tolist() == [1]
    assert found.used.tolist() == [2]


def test_elapsed_time_is_given_beside_the_days() -> None:
    found = used(
        TWO,
        [
            visit(TWO, "accept", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 10:10")),
            visit(TWO, "decide", ("2023-02-06 10:10", "2023-02-07 09:00", "2023-02-07 10:00")),
        ],
    )
    assert found.calendar_hours.tolist() == [24]
    assert found.office_hours.tolist() == [6.5]  # 2 + 3.5 on the 6th, 1 on the 7th


def test_only_the_chosen_cases_are_measured() -> None:
    events = [
        visit(TWO, name, ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 10:10"), case=case)
        for case in (0, 1)
        for name in ("accept", "decide")
    ]
    log: EventLog = log_of(TWO, events, CALENDAR)
    found = measure(log, TWO, RULER, np.array([False, True]))
    assert found[0].case.tolist() == [1]
