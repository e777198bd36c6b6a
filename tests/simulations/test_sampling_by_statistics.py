"""Draws by their distributions: shares, spreads, independence, and the luck that variants share."""

from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from scipy import stats

from flows.company.opening import PROCESS
from models.case_draws import Stream, attribute_values, whole_seconds
from models.condition import Is, performed
from models.distributions import Distribution, Exponential, Fixed, Gamma, Uniform
from models.errors import SimulationError
from models.working_time import official_calendar
from simulations.columns import layout
from simulations.kernel.tables import SKIPPED, Int32
from simulations.sampling import LoadSample, sample_load
from simulations.scenario import Load
from tests.builders import (
    ALWAYS,
    DAY,
    HOUR,
    MONDAY,
    a_correction,
    a_load,
    a_pool,
    a_process,
    a_scenario,
    a_step,
    a_visit,
    arrivals,
    chance,
    exponential,
    fixed,
    in_seconds,
)
from tests.simulations.strategies import ATTRIBUTES, FEW, World, worlds
from tests.simulations.traces import Trace

OFFICIAL = official_calendar(MONDAY)
COUNT = 4_000
SURE = 1e-4
"""A test with fixed seed fails if chance alone would do so less than once in 10,000 times."""

ONE_STEP = a_process(a_step("s", fixed(60)), attributes=ATTRIBUTES)


def sampled(load: Load, number: int = 0) -> LoadSample:
    slugs = sorted({step.pool for step in load.process.steps if step.pool is not None})
    scenario = a_scenario(load, pools=[a_pool(slug=slug) for slug in slugs])
    return sample_load(scenario, load, number, OFFICIAL)


def column(load: Load, slug: str, purpose: str, visit: int = 0, number: int = 0) -> Int32:
    """All cases' draws for one purpose of one visit of a step."""
    entry = next(entry for entry in layout(load.process).steps if entry.step.slug == slug)
    return sampled(load, number).draws[:, getattr(entry, purpose) + visit]


def is_share(found: int, share: float) -> bool:
    """Whether so many of COUNT cases can be this share of them."""
    return bool(stats.binomtest(found, COUNT, share).pvalue > SURE)


@pytest.mark.parametrize(
    ("spread", "shape"),
    [
        (Exponential(mean=3), stats.expon()),
        (Uniform(low=0, high=5), stats.uniform(0, 2)),
        (Gamma(mean=7, shape=4), stats.gamma(4, scale=1 / 4)),
    ],
)
def test_cases_come_at_the_given_rate_and_spread(
    spread: Distribution, shape: stats.rv_continuous
) -> None:
    load = Load(process=ONE_STEP, arrivals=arrivals(20, ALWAYS, spread), cases=COUNT)
    gaps = np.diff(sampled(load).arrival, prepend=0) * 20 / DAY
    assert stats.kstest(gaps, shape.cdf).pvalue > SURE


def test_a_fixed_spread_comes_like_a_clock_and_never_at_closing() -> None:
    stream = arrivals(6.5, spread=Fixed(value=9))
    arrival = sampled(Load(process=ONE_STEP, arrivals=stream, cases=8)).arrival
    hours = [10, 11, 13.5, 14.5, 15.5, 16.5, 24 + 9.5, 24 + 10.5]
    assert arrival.tolist() == [hour * HOUR for hour in hours]


def test_a_horizon_in_days_takes_just_the_cases_that_come_in_it() -> None:
    days = Load(process=ONE_STEP, arrivals=arrivals(20), working_days=7)
    short = sampled(days).arrival.tolist()
    longer = sampled(a_load(ONE_STEP, 400, 20)).arrival.tolist()
    closing = 8 * DAY + 17 * HOUR  # the second Tuesday, the seventh working day
    assert short == [time for time in longer if time < closing]


def test_a_horizon_that_the_spread_cannot_fill_is_refused() -> None:
    wild = arrivals(1, spread=Gamma(mean=1, shape=0.001))
    load = Load(process=ONE_STEP, arrivals=wild, working_days=200)
    refusals = {refusal(load, number) for number in range(20)} - {""}
    assert len(refusals) == 1
    assert "arrivals of process vary too much" in refusals.pop()


def refusal(load: Load, number: int) -> str:
    try:
        sampled(load, number)
    except SimulationError as error:
        return str(error)
    return ""


def test_durations_have_the_distribution_that_the_step_states() -> None:
    load = a_load(a_process(a_step("s", exponential(50_000))), COUNT)
    drawn = column(load, "s", "work")
    assert stats.kstest(drawn, stats.expon(scale=50_000).cdf).pvalue > SURE


@pytest.mark.parametrize(("stated", "whole"), [(0.4, 0), (0.6, 1), (7.4, 7), (7.6, 8)])
def test_durations_are_rounded_to_whole_seconds(stated: float, whole: int) -> None:
    load = a_load(a_process(a_step("s", fixed(stated))), 2)
    assert column(load, "s", "work").tolist() == [whole, whole]


def test_steps_visits_purposes_and_replications_are_independent() -> None:
    steps = [
        a_step(
            slug,
            exponential(50_000),
            after=after,
            rework=a_correction(slug, 0.5, most=2, applicant=5),
            visit=a_visit(exponential(50_000)),
        )
        for slug, after in (("a", ()), ("b", ("a",)))
    ]
    load = a_load(a_process(*steps), COUNT)
    purposes = [
        column(load, slug, purpose, visit, number)
        for number in (0, 1)
        for slug in "ab"
        for purpose in ("work", "delay", "correction")
        for visit in (0, 1)
    ]
    for first, second in combinations(purposes, 2):
        both = (first != 0) & (second != 0)  # repeats are drawn only for cases that can need them
        correlation = stats.spearmanr(first[both], second[both]).statistic
        assert abs(correlation) < 4.5 / both.sum() ** 0.5


def test_so_many_visits_are_sent_back() -> None:
    rework = a_correction("s", 0.3, most=2, applicant=500)
    load = a_load(a_process(a_step("s", fixed(60), rework=rework)), COUNT)
    for visit in (0, 1):
        drawn = column(load, "s", "correction", visit)
        assert set(drawn.tolist()) == {SKIPPED, 500}
        assert is_share(int((drawn == 500).sum()), 0.3)


def test_so_many_cases_perform_a_step_by_chance() -> None:
    steps = [
        a_step("first", fixed(60), when=chance(0.3)),
        a_step("second", fixed(60), after=("first",), when=chance(0.3)),
    ]
    load = a_load(a_process(*steps), COUNT)
    first, second = (column(load, slug, "work") >= 0 for slug in ("first", "second"))
    assert is_share(int(first.sum()), 0.3)
    assert is_share(int((first & second).sum()), 0.09)


@FEW
@given(worlds())
def test_arrays_skip_the_steps_whose_condition_is_false_for_the_case(world: World) -> None:
    for load in world.scenario.loads:
        sample = sample_load(world.scenario, load, 0, world.official)
        stream = Stream(world.scenario.seed, 0, load.process.slug)
        table = attribute_values(load.process, stream, len(sample.arrival))
        for case in range(len(sample.arrival)):
            values = {name: np.asarray(value)[case].item() for name, value in table.items()}
            for entry in layout(load.process).steps:
                expected = bool(performed(entry.step.when, entry.step.slug, values))
                assert (sample.draws[case, entry.work] != SKIPPED) == expected


def test_attributes_have_their_shares_and_values() -> None:
    values = attribute_values(ONE_STEP, Stream(1, 0, "process"), COUNT)
    large, food = np.asarray(values["large"]), np.asarray(values["trade"]) == "food"
    assert is_share(int(large.sum()), 1 / 2)
    assert is_share(int(food.sum()), 1 / 3)
    assert is_share(int((large & food).sum()), 1 / 6)
    assert stats.kstest(np.asarray(values["budget"]), stats.uniform(0, 100).cdf).pvalue > SURE


def test_the_urgent_are_so_many_or_those_the_condition_names() -> None:
    by_chance = sampled(a_load(ONE_STEP, COUNT, urgent=chance(0.2), rank=3)).priority
    assert set(by_chance.tolist()) == {0, 3}
    assert is_share(int((by_chance == 0).sum()), 0.2)
    by_flag = sampled(a_load(ONE_STEP, COUNT, urgent=Is(attribute="large"))).priority
    large = np.asarray(attribute_values(ONE_STEP, Stream(1, 0, "process"), COUNT)["large"])
    assert ((by_flag == 0) == large).all()
    assert set(sampled(a_load(ONE_STEP, 50, rank=4)).priority.tolist()) == {4}


def test_as_is_and_to_be_meet_the_same_cases_with_the_same_luck() -> None:
    """Same arrivals; the same durations, visit by visit, where the step still has its time."""
    before, after = a_load(PROCESS, 500), a_load(PROCESS.reformed(), 500)
    assert (sampled(before).arrival == sampled(after).arrival).all()
    first, second = ({e.step.slug: e for e in layout(x.process).steps} for x in (before, after))
    kept = [
        slug
        for slug in first.keys() & second.keys()
        if first[slug].step.time.duration == second[slug].step.time.duration
    ]
    assert len(kept) >= 5
    for slug in kept:
        for visit in range(min(first[slug].visits, second[slug].visits)):
            old, new = (column(load, slug, "work", visit) for load in (before, after))
            both = (old > 0) & (new > 0)  # repeats are drawn only for cases that can need them
            assert visit > 0 or both.all()
            assert (old == new)[both].all()


@FEW
@given(worlds())
def test_every_visit_takes_what_its_key_draws(world: World) -> None:
    """The seed, the replication, the process, the step, the visit and the case, nothing else."""
    for visit in Trace.of(world, 2).visits:
        case, slug = visit.case, visit.step.slug
        stream = Stream(world.scenario.seed, 2, case.route.process.slug)
        drawn = stream.uniforms(case.place + 1, slug, "work", visit.visit)[case.place :]
        assert visit.work == whole_seconds(visit.step.time.duration, drawn)[0]


def test_a_longer_duration_keeps_the_luck_of_each_case() -> None:
    low, high = (
        a_load(a_process(a_step("s", in_seconds(Uniform(low=0, high=most)))), 300)
        for most in (1_000, 2_000)
    )
    assert (abs(column(high, "s", "work") - 2 * column(low, "s", "work")) <= 2).all()
