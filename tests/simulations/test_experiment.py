"""Experiments: the same scenario gives the same result, here and on a cluster."""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import pairwise
from typing import Any

import pytest
from distributed import LocalCluster

from flows.catalogue import process
from integrations.dask_workers import DaskWorkers
from integrations.documents import parse, to_json
from models.condition import Chance
from models.errors import CalendarError, DefinitionError, SimulationError
from models.result import Result
from models.source import assumed
from models.working_time import official_calendar
from simulations.compile import compile_scenario
from simulations.experiment import Run, run_experiment, run_replications
from simulations.scenario import Scenario
from tests.builders import (
    MONDAY,
    a_load,
    a_pool,
    a_process,
    a_scenario,
    a_step,
    automatic,
    chance,
    fixed,
    simulated,
)
from workbench import defaults

TEST = assumed("test")


def scenario(**values: object) -> Scenario:
    base = process("company-opening")
    found = defaults.scenario("test", [base.reformed()], defaults.own_staff([base]))
    load = found.loads[0].changed(working_days=None, cases=200)
    return found.changed(**{"loads": (load,), "replications": 4, **values})


def without_seconds(result: Result) -> Result:
    timeless = result.effort.changed(sampling_seconds=0, kernel_seconds=0, timing_seconds=0)
    return result.changed(effort=timeless)


def test_the_same_scenario_gives_the_same_result() -> None:
    first, second = run_experiment(scenario()), run_experiment(scenario())
    assert without_seconds(first.result) == without_seconds(second.result)


def test_another_seed_gives_another() -> None:
    first, second = run_experiment(scenario()), run_experiment(scenario(seed=2))
    assert without_seconds(first.result) != without_seconds(second.result)


def test_progress_counts_the_replications() -> None:
    told: list[int] = []
    run_experiment(scenario(), told.append)
    assert told == [1, 2, 3, 4]


def test_every_case_is_counted() -> None:
    found = run_experiment(scenario()).result
    assert found.effort.cases == 800
    assert found.processes[0].cases == 800
    assert found.processes[0].verdicts[0].cases == 800


def test_results_round_trip() -> None:
    found = run_experiment(scenario()).result
    assert parse(to_json(found), Result, "text") == found


def test_warm_up_leaves_out_the_first_days() -> None:
    whole = run_experiment(scenario()).result.processes[0].cases
    cut = run_experiment(scenario(warm_up=5)).result
    assert cut.warm_up_days >= 5
    assert 0 < cut.processes[0].cases < whole


def test_warm_up_by_rule_cuts_at_most_half() -> None:
    found = run_experiment(scenario(warm_up=None)).result
    assert found.processes[0].cases >= 400


def test_urgent_cases_wait_less() -> None:
    base = scenario()
    load = base.loads[0].changed(urgent=Chance(share=0.3, source=TEST), cases=1_000)
    few = tuple(
        pool.changed(shifts=(pool.shifts[0].changed(count=2),))
        if pool.slug == "market-regulation"
        else pool
        for pool in base.pools
    )
    log = run_experiment(base.changed(loads=(load,), pools=few, replications=1)).log
    assert int(log.priority.sum()) > 0


def test_a_run_beyond_the_announced_calendar_is_refused() -> None:
    with pytest.raises((SimulationError, CalendarError), match=r"2026-12-31|announced"):
        run_experiment(scenario(start=date(2026, 12, 21)))


def test_an_unannounced_year_is_refused() -> None:
    with pytest.raises(CalendarError, match="holidays of 2031 are not announced"):
        run_experiment(scenario(start=date(2031, 1, 6)))


def test_a_step_without_its_pool_is_refused_by_name() -> None:
    with pytest.raises(DefinitionError, match=r"step 'invoices'.*pool 'tax'"):
        scenario(pools=tuple(pool for pool in scenario().pools if pool.slug != "tax"))


def test_cases_that_skip_every_step_are_counted() -> None:
    step = a_step("s", fixed(60), when=chance(0.5))
    scenario = a_scenario(a_load(a_process(step), 400), pools=[a_pool()]).changed(replications=2)
    found = run_experiment(scenario)
    assert found.result.processes[0].cases == found.result.effort.cases == 800
    assert 160 < len(found.log) < 240
    assert found.log.cases == 400
    assert found.result.processes[0].steps[0].visits == pytest.approx(0.5, abs=0.06)


def test_a_join_of_many_steps_is_passed_once() -> None:
    many = [automatic(f"s{number}", fixed(number)) for number in range(200)]
    last = automatic("last", fixed(1), *(step.slug for step in many))
    log = simulated(a_scenario(a_load(a_process(*many, last), 2), pools=[]))
    assert len(log) == 2 * 201
    assert (log.started[log.step == 200] == log.ready[log.visit == 0][[0, 200]] + 199).all()


def test_more_steps_than_the_kernel_counts_are_refused() -> None:
    many = [automatic(f"s{number}", fixed(1)) for number in range(64)]
    chained = [many[0], *(b.changed(after=(a.slug,)) for a, b in pairwise(many))]
    loads = [a_load(a_process(*chained, slug=f"p{number}"), 1) for number in range(512)]
    with pytest.raises(SimulationError, match="has 32768 steps, 32767 can be simulated"):
        compile_scenario(a_scenario(*loads, pools=[]), official_calendar(MONDAY))


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    start: Callable[..., Any] = LocalCluster
    options = {"threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with start(n_workers=2, **options) as cluster:
        yield str(cluster.scheduler_address)


def test_a_cluster_gives_the_same_result_bit_for_bit(address: str) -> None:
    workers: DaskWorkers[Scenario, Run] = DaskWorkers(address, run_replications)
    try:
        there = run_experiment(scenario(), workers=workers).result
    finally:
        workers.close()
    here = run_experiment(scenario()).result
    assert without_seconds(there) == without_seconds(here)


def test_a_cluster_that_does_not_answer_is_one_sentence() -> None:
    with pytest.raises(SimulationError, match=r"no scheduler answers at tcp://127.0.0.1:9"):
        DaskWorkers("tcp://127.0.0.1:9", run_replications, wait="1s")
