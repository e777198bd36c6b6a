"""Draws: keyed by what they are for, and nothing else."""

from datetime import date

import numpy as np
import pytest
from scipy import stats

from flows.catalogue import process
from models.case_draws import Stream, attribute_values, whole_seconds
from models.condition import chance_key
from models.distributions import Fixed
from models.errors import CalendarError
from models.working_time import official_calendar
from simulations.columns import layout
from simulations.kernel.tables import SKIPPED
from simulations.sampling import arrival_times, sample_load
from simulations.scenario import Load, Scenario
from workbench import defaults

OPENING = process("company-opening")
START = date(2024, 1, 2)
CALENDAR = official_calendar(START)


def scenario(chosen: str = "company-opening", *, to_be: bool = True, **load: object) -> Scenario:
    base = process(chosen)
    variant = base.reformed() if to_be else base
    found = defaults.scenario("test", [variant], defaults.own_staff([base]))
    return found.changed(loads=(found.loads[0].changed(working_days=None, cases=500, **load),))


def sample(
    found: Scenario, replication: int = 0
) -> np.ndarray[tuple[int, ...], np.dtype[np.int32]]:
    return sample_load(found, found.loads[0], replication, CALENDAR).draws


def test_before_and_after_meet_the_same_cases() -> None:
    """Same arrivals; a step that the reforms leave alone takes the same time for the same case."""
    before, after = scenario(to_be=False), scenario()
    first = sample_load(before, before.loads[0], 0, CALENDAR)
    second = sample_load(after, after.loads[0], 0, CALENDAR)
    assert np.array_equal(first.arrival, second.arrival)
    for slug in ("registration", "seal-record", "seal-engraving"):
        columns = [column_of(found, slug) for found in (before, after)]
        assert np.array_equal(first.draws[:, columns[0]], second.draws[:, columns[1]]), slug


def column_of(found: Scenario, slug: str) -> int:
    entries = layout(found.loads[0].process).steps
    return next(entry.work for entry in entries if entry.step.slug == slug)


def test_more_cases_do_not_change_the_first() -> None:
    few, many = scenario(), scenario()
    many = many.changed(loads=(many.loads[0].changed(cases=900),))
    assert np.array_equal(sample(few), sample(many)[:500])


def test_replications_and_seeds_differ() -> None:
    found = scenario()
    assert not np.array_equal(sample(found, 0), sample(found, 1))
    assert not np.array_equal(sample(found), sample(found.changed(seed=2)))


def test_a_chance_step_is_skipped_by_the_others() -> None:
    found = scenario()
    draws = sample(found)[:, column_of(found, "address-by-hand")]
    share = float((draws != SKIPPED).mean())
    low, high = stats.binom.interval(0.9999, 500, 0.06)
    assert low <= share * 500 <= high


def test_corrections_come_with_the_stated_chance() -> None:
    found = scenario(to_be=False)
    entry = next(e for e in layout(found.loads[0].process).steps if e.step.slug == "address-check")
    assert entry.most == 2
    draws = sample(found)[:, entry.correction : entry.correction + 2]
    low, high = stats.binom.interval(0.9999, 1_000, 0.12)
    assert low <= int((draws != SKIPPED).sum()) <= high


def test_arrivals_come_in_office_hours_at_the_stated_rate() -> None:
    found = scenario()
    load = found.loads[0].changed(cases=None, working_days=250)
    times = arrival_times(load, Stream(1, 0, "x"), CALENDAR)
    assert (np.diff(times) >= 0).all()
    opened = CALENDAR.open_time(load.arrivals.hours)
    assert np.array_equal(opened.opening(times), times)
    low, high = stats.poisson.interval(0.9999, 250 * load.arrivals.per_working_day)
    assert low <= len(times) <= high
    assert CALENDAR.nth_working_day(START, 249) >= date.fromordinal(
        START.toordinal() + int(times[-1] // 86_400)
    )


def test_even_arrivals() -> None:
    found = scenario()
    arrivals = found.loads[0].arrivals.changed(per_working_day=13, spread=Fixed(value=5))
    times = arrival_times(found.loads[0].changed(arrivals=arrivals), Stream(1, 0, "x"), CALENDAR)
    assert times[:3].tolist() == [9 * 3600 + 1800, 10 * 3600, 10 * 3600 + 1800]


def test_arrivals_beyond_the_calendar_are_refused() -> None:
    found = scenario()
    with pytest.raises(CalendarError, match="last announced"):
        arrival_times(found.loads[0].changed(cases=10_000), Stream(1, 0, "x"), CALENDAR)


def test_attributes_follow_their_distributions() -> None:
    base = process("procurement-commitment")
    values = attribute_values(base, Stream(1, 0, base.slug), 4_000)
    budget = np.asarray(values["budget"], dtype=np.float64)
    assert 0.5 < float((budget <= 5_000_000).mean()) < 1
    finance = attribute_values(OPENING.reformed(), Stream(1, 0, "x"), 4_000)
    assert chance_key("address-by-hand") in finance


def test_seconds_are_rounded_and_bounded() -> None:
    duration = OPENING.step("approval").time.duration
    drawn = whole_seconds(duration, np.array([0.0, 0.5, 0.999]))
    assert drawn.dtype == np.int32
    assert (drawn[0], drawn[2] <= 13 * 3_600) == (2 * 3_600, True)


def test_a_load_needs_exactly_one_bound() -> None:
    with pytest.raises(ValueError, match="either cases or working_days"):
        Load(process=OPENING, arrivals=scenario().loads[0].arrivals)
