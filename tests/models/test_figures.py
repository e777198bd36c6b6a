"""Figures and summaries of a small log, by hand."""

from datetime import date

import pytest

from flows.company.opening import PROCESS
from models.base import text
from models.figures import figures
from models.pool import OfficeHours, Pool, Shift
from models.source import assumed
from models.summary import measures, pool_result, process_result
from models.timing import Ruler
from models.working_time import official_calendar
from tests.log_builder import log_of, visit

CALENDAR = official_calendar(date(2023, 2, 6), date(2023, 3, 31))
HOURS = CALENDAR.open_time(OfficeHours())
POOLS = tuple(
    Pool(
        slug=slug,
        name=text(slug, slug),
        department=slug,
        shifts=(Shift(count=1),),
        source=assumed("test"),
    )
    for slug in dict.fromkeys(step.pool for step in PROCESS.steps if step.pool)
)
RULER = Ruler(CALENDAR, {pool.slug: HOURS for pool in POOLS})
EVENTS = [
    visit(PROCESS, "intake", ("2023-02-06 09:00", "2023-02-06 09:00", "2023-02-06 10:00")),
    visit(PROCESS, "registration", ("2023-02-06 10:00", "2023-02-06 10:30", "2023-02-06 11:30"),
          previous=0, waits=(0, 1_800, 0)),
    visit(PROCESS, "licence", ("2023-02-08 09:00", "2023-02-08 09:00", "2023-02-08 09:30"),
          ready="2023-02-06 11:30", previous=1),
    visit(PROCESS, "intake", ("2023-02-08 09:30", "2023-02-08 09:30", "2023-02-08 10:00"), case=1),
]  # fmt: skip
LOG = log_of(PROCESS, EVENTS, CALENDAR)
FOUND = figures(LOG, [PROCESS], POOLS, RULER, 0)
OWN = FOUND.processes["company-opening"]


def test_cases_and_cycle_time() -> None:
    assert OWN.cases == 2
    assert OWN.hours == pytest.approx((48.5 + 0.5) / 2)
    assert LOG.arrived.time.tolist() == [9 * 3_600, (48 + 9.5) * 3_600]


def test_measures_by_hand() -> None:
    found = measures(PROCESS, OWN)
    assert found["cases"] == 2
    assert found["department_hours"] == pytest.approx((48.5 - 45.5 + 0.5) / 2)
    assert found["staff_minutes"] == pytest.approx((60 + 60 + 30 + 30) / 2)
    assert found["steps"] == 1.5  # two intakes and one licence at the window
    assert found["materials"] == 4  # four papers at each intake
    assert found["trips"] == 1.5


def test_utilisation_counts_office_time_up_to_the_last_arrival() -> None:
    """From Monday midnight to Wednesday 09:30 the office is open 13.5 hours; 2.5 are worked."""
    pool = FOUND.pools["market-regulation"]
    assert pool.capacity == 13.5 * 3_600
    assert pool.busy == {"company-opening": 2.5 * 3_600}
    assert pool.waited == 1_800
    assert pool_result(POOLS[0], [pool]).utilisation.value == pytest.approx(2.5 / 13.5)


def test_cases_of_the_warm_up_are_left_out() -> None:
    found = figures(LOG, [PROCESS], POOLS, RULER, 86_400)
    assert found.processes["company-opening"].cases == 1
    assert found.processes["company-opening"].hours == 0.5


def test_the_bottleneck_is_the_department_step_that_cases_wait_for_longest() -> None:
    found = process_result(PROCESS, [OWN], 0.95)
    assert found.bottleneck == "intake"  # one hour and a half an hour; registration 1.5 hours
    shares = {step.step: step.critical_share for step in found.steps}
    assert shares["intake"] == pytest.approx(1.5 / 3.5)
    assert shares["registration"] == pytest.approx(1.5 / 3.5)
    assert found.critical.applicant == pytest.approx(45.5 / 2)
    assert found.critical.total == pytest.approx(49 / 2)
    assert found.reductions.applicant_hours == pytest.approx(45.5 / 2)
