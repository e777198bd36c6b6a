"""What the quality of a calibration must notice, and distances by hand."""

from pathlib import Path

import numpy as np
import polars as pl
import pytest

from integrations.logs.reading import read_log
from models.published import as_published, of_cases
from models.working_time import official_calendar
from simulations.calibration.calibrate import calibrate
from simulations.calibration.distances import batch_means, distances, welch
from simulations.calibration.evaluate import calibrated
from simulations.calibration.fits import fitted
from simulations.calibration.staff import most_at_once
from tests.builders import MONDAY, OFFICE, a_load, a_pool, a_process, a_step, fixed, simulated
from tests.builders import a_scenario as scenario_of
from tests.simulations.calibration.known import LOG, assumed, log, scenario


def test_a_log_is_at_no_distance_from_itself() -> None:
    assert set(distances(log(), log()).values()) == {0.0}


def test_cases_an_hour_later_are_an_hour_away_in_absolute_time_only() -> None:
    one = simulated(scenario_of(a_load(a_process(a_step("a", fixed(60))), 30), pools=[a_pool()]))
    shifted = {
        name: getattr(one, name) + 3_600 for name in ("ready", "enabled", "started", "completed")
    }
    columns = {
        name: value for name, value in vars(one).items() if name in type(one).__annotations__
    }
    later = type(one)(**{**columns, **shifted, "known": None})
    found = distances(one, later)
    assert found["absolute_event"] == pytest.approx(1.0)
    assert found["circadian_event"] == pytest.approx(1.0)
    assert found["cycle_time"] == 0.0
    assert found["relative_event"] == pytest.approx(0.0, abs=1e-9)


def test_welch_by_hand() -> None:
    # Variances 1 and 4, sizes 3 and 3: standard error sqrt(1/3 + 4/3).
    assert welch([1.0, 2.0, 3.0], [3.0, 5.0, 7.0]) == pytest.approx(-3 / (5 / 3) ** 0.5)
    assert welch([2.0, 2.0], [2.0, 2.0]) == 0.0
    assert welch([2.0], [3.0]) == -np.inf


def test_means_notice_a_wrong_staff_count() -> None:
    true = batch_means(log(), "waiting_hours")
    pools = tuple(
        pool.changed(shifts=(pool.shifts[0].changed(count=4),)) if pool.slug == "desk" else pool
        for pool in scenario().pools
    )
    fewer = simulated(scenario().changed(pools=pools), number=1)
    assert abs(welch(true, batch_means(fewer, "waiting_hours"))) > 4


def test_a_few_cases_are_calibrated_without_a_test_of_quality() -> None:
    few = of_cases(log(), np.arange(log().cases) < 30)
    found = calibrated(few, assumed(), LOG)
    assert found.quality is None
    assert found.scenario.cases == 30


def test_a_log_with_starts_and_ends_alone_shows_its_extraneous_delays(tmp_path: Path) -> None:
    """Each second step starts 90 minutes of office time after it could."""
    hours = official_calendar(MONDAY).open_time(OFFICE)
    one = a_process(a_step("first", fixed(600)), a_step("second", fixed(600), after=["first"]))
    made = simulated(scenario_of(a_load(one, 800, per_day=10), pools=[a_pool(9)]))
    second = made.step == 1
    begun = np.where(second, hours.at(hours.clock(made.started) + 5_400), made.started)
    ended = np.where(second, hours.at(hours.clock(begun) + 600), made.completed)
    start = pl.Series(begun + int(made.epoch.timestamp())) * 1_000_000
    end = pl.Series(ended + int(made.epoch.timestamp())) * 1_000_000
    plain = made.frame().select(
        pl.col("case"),
        pl.col("step").alias("activity"),
        pl.col("resource"),
        start.cast(pl.Datetime("us", "UTC")).alias("start"),
        end.cast(pl.Datetime("us", "UTC")).alias("end"),
    )
    path = tmp_path / "log.parquet"
    plain.write_parquet(path)
    read = read_log(path, [one])
    pool = a_pool(1)
    found = calibrate(read, one, [pool], official_calendar(read.epoch.date()), LOG)
    assert set(found.scenario.delays) == {"second"}
    assert found.scenario.delays["second"].distribution.mean == pytest.approx(90, rel=0.05)
    changed = found.scenario.applied(
        scenario_of(a_load(one, 800, per_day=10), pools=[pool], start=read.epoch.date())
    )
    again = simulated(changed)
    cycle = batch_means(as_published(again, one), "cycle_hours").mean()
    assert cycle == pytest.approx(batch_means(read, "cycle_hours").mean(), rel=0.15)


@pytest.mark.parametrize(
    ("values", "kind"), [([5.0] * 30, "fixed"), ([1.0, 2.0, 3.0], "empirical")]
)
def test_constant_and_few_values(values: list[float], kind: str) -> None:
    found = fitted(values)
    assert found is not None
    assert found.distribution.kind == kind
    assert fitted([]) is None


def test_two_humps_are_no_known_family_and_stay_as_observed() -> None:
    draws = np.random.default_rng(1)
    values = np.concatenate([draws.normal(100, 3, 500), draws.normal(300, 3, 500)])
    found = fitted(values)
    assert found is not None
    assert found.distribution.kind == "empirical"
    assert found.distribution.mean == pytest.approx(values.mean(), rel=0.01)


def test_people_at_once_by_hand() -> None:
    assert most_at_once(np.array([0, 5, 10]), np.array([10, 15, 20])) == 2
