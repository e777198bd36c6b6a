"""Where the time went, by hand: causes sum to spans, critical spans to the cycle time."""

from datetime import date

import numpy as np

from flows.company.opening import PROCESS
from models.breakdown import CAUSES, breakdown
from models.working_time import official_calendar
from tests.log_builder import log_of, visit

CALENDAR = official_calendar(date(2023, 2, 1), date(2023, 3, 31))
HOUR = 3_600

EVENTS = [
    visit(PROCESS, "intake", ("2023-02-06 09:00", "2023-02-06 09:30", "2023-02-06 10:00"),
          waits=(0, 1_800, 0)),
    visit(PROCESS, "address-check", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 11:00"),
          previous=0),
    visit(PROCESS, "registration", ("2023-02-06 11:00", "2023-02-06 13:30", "2023-02-07 09:30"),
          previous=1, work=4 * HOUR, waits=(0, HOUR, 0)),
    visit(PROCESS, "licence", ("2023-02-08 09:00", "2023-02-08 09:00", "2023-02-08 10:00"),
          ready="2023-02-07 09:30", previous=2),
]  # fmt: skip


def test_causes_sum_to_the_span_of_each_visit() -> None:
    parts = breakdown(log_of(PROCESS, EVENTS, CALENDAR))
    assert np.array_equal(parts.seconds.sum(axis=0), parts.span)


def test_each_cause_by_hand() -> None:
    parts = breakdown(log_of(PROCESS, EVENTS, CALENDAR))
    hours = dict(zip(CAUSES, (parts.seconds.sum(axis=1) / HOUR).tolist(), strict=True))
    assert hours == {
        "work": 0.5 + 1 + 4 + 1,
        "queue": 0.5 + 1,
        "priority": 0,
        "closed": 1.5 + 16,  # the noon break before, and the night within, the registration
        "batch": 0,
        "external": 0,
        "applicant": 23.5,
    }


def test_critical_spans_add_up_to_the_cycle_time() -> None:
    log = log_of(PROCESS, EVENTS, CALENDAR)
    parts = breakdown(log)
    assert parts.critical.tolist() == [True] * 4
    assert parts.span[parts.critical].sum() == int(log.completed[-1] - log.ready[0])


def test_a_branch_that_nobody_waits_for_is_not_critical() -> None:
    events = [
        visit(PROCESS, "intake", ("2023-02-06 09:00", "2023-02-06 09:00", "2023-02-06 10:00")),
        visit(PROCESS, "registration", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 15:00"),
              previous=0),
        visit(PROCESS, "seal-engraving", ("2023-02-06 10:00", "2023-02-06 10:00",
              "2023-02-06 11:00"), previous=0),
    ]  # fmt: skip
    parts = breakdown(log_of(PROCESS, events, CALENDAR))
    assert parts.critical.tolist() == [True, True, False]
