"""Known parameters are recovered from the log they gave, within stated intervals."""

from math import sqrt

import numpy as np
import pytest

from models.condition import Chance
from models.distributions import Distribution
from models.quantiles import quantile
from simulations.arrival_clock import weekly_speeds
from simulations.scenario_file import ArrivalsChange, PoolChange
from tests.simulations.calibration.known import (
    ARRIVALS,
    CHECK,
    DECIDE,
    FILE,
    HOURS,
    SURVEY,
    assumed,
    calibration,
    log,
)

CASES = 4_000
LEVELS = np.array([0.1, 0.25, 0.5, 0.75, 0.9])


def arrivals() -> ArrivalsChange:
    found = calibration().scenario.arrivals["process"]
    assert isinstance(found, ArrivalsChange)
    return found


def of_step(slug: str) -> Distribution:
    time = calibration().scenario.steps[slug].time
    assert time is not None
    return time.duration.distribution


def within(share: float, true: float, of: int) -> bool:
    """Whether an observed share lies within four standard errors of the true one."""
    return abs(share - true) <= 4 * sqrt(true * (1 - true) / of)


def test_the_rate_and_the_hours_of_arrivals() -> None:
    assert arrivals().per_working_day == pytest.approx(40, rel=4 / sqrt(CASES))
    assert arrivals().hours == HOURS
    assert arrivals().spread is not None
    assert arrivals().spread.kind == "exponential"  # type: ignore[union-attr]  # asserted above


def test_the_week_of_arrivals() -> None:
    given = {name: getattr(arrivals(), name) for name in ("per_working_day", "hours", "week")}
    found = weekly_speeds(ARRIVALS.changed(**given))
    true = weekly_speeds(ARRIVALS)
    for day in range(5):
        for hour in (9, 10, 15, 16, 17):  # whole open hours
            assert found[day, hour] == pytest.approx(true[day, hour], rel=0.2)


@pytest.mark.parametrize(
    ("slug", "true"), [("file", FILE), ("check", CHECK), ("decide", DECIDE), ("survey", SURVEY)]
)
def test_durations_are_of_the_true_family_or_as_near_as_its_quantiles(
    slug: str, true: Distribution
) -> None:
    found = of_step(slug)
    assert found.mean == pytest.approx(true.mean, rel=0.06)
    assert quantile(found, LEVELS) == pytest.approx(quantile(true, LEVELS), rel=0.08)
    assert found.kind == true.kind


def test_shares_of_branches_and_attributes() -> None:
    when = calibration().scenario.steps["survey"].when
    assert isinstance(when, Chance)
    assert within(when.share, 0.3, CASES)
    attributes = calibration().scenario.attributes
    local, firm = attributes["local"], attributes["firm"]
    assert isinstance(local, float)
    assert within(local, 0.35, CASES)
    assert isinstance(firm, dict)
    for option, share in (("small", 0.5), ("middle", 0.3), ("large", 0.2)):
        assert within(firm[option], share, CASES)


def test_corrections_and_the_applicants_time() -> None:
    rework = calibration().scenario.steps["check"].rework
    assert rework is not None
    assert within(rework.chance, 0.2, CASES)
    assert rework.most == 2
    assert rework.applicant.distribution.mean == 30_000


def test_people_and_hours_of_every_pool() -> None:
    staff = calibration().scenario.staff
    for slug, people in (("window", 2), ("desk", 5), ("site", 1)):
        change = staff[slug]
        assert isinstance(change, PoolChange)
        assert (change.people, change.hours) == (people, HOURS)


def test_nothing_is_left_unexplained_in_a_log_without_extraneous_delays() -> None:
    assert calibration().scenario.delays == {}


def test_every_number_rests_on_the_log_and_the_file_can_be_applied() -> None:
    scenario = calibration().scenario.applied(assumed())
    assert scenario.pool("desk").count == 5
    assert scenario.loads[0].arrivals.source.kind == "data"
    assert scenario.loads[0].cases == CASES
    kinds = {evidence.kind for evidence in calibration().evidence}
    assert kinds == {"arrivals", "duration", "share", "correction", "people", "hours"}


def test_the_calibrated_simulation_reproduces_the_cases_held_out() -> None:
    quality = calibration().quality
    assert quality is not None
    assert quality.fitted_cases + quality.held_out_cases == log().cases == CASES
    for mean in quality.means:
        assert abs(mean.z) < 4, mean
    for distance in quality.distances:
        assert distance.hours < 3 * distance.floor + 1, distance
