"""Replications of a scenario, combined into a result."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

import numpy as np

from models.event import EventLog
from models.figures import Figures, figures
from models.result import Effort, Result
from models.summary import pool_result, process_result
from models.timing import Ruler
from models.working_time import DAY, OfficialCalendar, official_calendar
from simulations.compile import Compiled, compile_scenario
from simulations.replication import Buffers, Replication, replicate
from simulations.scenario import Scenario
from simulations.warm_up import warm_up_second

Progress = Callable[[int], None]


@dataclass(frozen=True, eq=False)
class Experiment:
    """A result, and the log of its first replication for pictures of single cases."""

    result: Result
    log: EventLog
    ruler: Ruler


def run_experiment(scenario: Scenario, progress: Progress | None = None) -> Experiment:
    """Run all replications; ``progress`` is told how many are done.

    Raises CalendarError or SimulationError if the run leaves the announced calendar.
    """
    official = official_calendar(scenario.start, notices=scenario.holidays)
    compiled = compile_scenario(scenario, official)
    ruler = Ruler(official, compiled.open_times)
    runs = _replications(scenario, compiled, official, ruler, progress)
    parts = [run.figures for run in runs.each]
    result = Result(
        scenario=scenario.name,
        start=scenario.start,
        seed=scenario.seed,
        replications=scenario.replications,
        warm_up_days=runs.warm_up / DAY,
        target=scenario.target.share,
        processes=tuple(
            process_result(
                load.process,
                [part.processes[load.process.slug] for part in parts],
                scenario.target.share,
            )
            for load in scenario.loads
        ),
        pools=tuple(
            pool_result(pool, [part.pools[pool.slug] for part in parts]) for pool in scenario.pools
        ),
        effort=_effort(runs.each),
    )
    return Experiment(result, runs.first, ruler)


@dataclass(frozen=True, eq=False)
class _Run:
    figures: Figures
    cases: int
    visits: int
    seconds: tuple[float, float, float]


@dataclass(frozen=True, eq=False)
class _Runs:
    each: list[_Run]
    first: EventLog
    warm_up: int


def _replications(
    scenario: Scenario,
    compiled: Compiled,
    official: OfficialCalendar,
    ruler: Ruler,
    progress: Progress | None,
) -> _Runs:
    # The first replication's log is kept for pictures, so it has buffers of its own.
    first = replicate(scenario, compiled, official, 0)
    warm_up = _warm_up(scenario, first.log, official)
    buffers = Buffers()
    runs = [_reduce(scenario, first, ruler, warm_up)]
    for number in range(1, scenario.replications):
        if progress:
            progress(number)
        done = replicate(scenario, compiled, official, number, buffers)
        runs.append(_reduce(scenario, done, ruler, warm_up))
    if progress:
        progress(scenario.replications)
    return _Runs(runs, first.log, warm_up)


def _warm_up(scenario: Scenario, log: EventLog, official: OfficialCalendar) -> int:
    if scenario.warm_up is None:
        return warm_up_second(log)
    if scenario.warm_up == 0:
        return 0
    opens = int(np.searchsorted(official.counted, scenario.warm_up, side="right"))
    return opens * DAY


def _reduce(scenario: Scenario, done: Replication, ruler: Ruler, warm_up: int) -> _Run:
    begun = perf_counter()
    processes = [load.process for load in scenario.loads]
    part = figures(done.log, processes, scenario.pools, ruler, warm_up)
    spent = (done.sampling_seconds, done.kernel_seconds, perf_counter() - begun)
    return _Run(part, done.log.cases, len(done.log), spent)


def _effort(runs: Sequence[_Run]) -> Effort:
    seconds = np.array([run.seconds for run in runs]).sum(axis=0)
    return Effort(
        cases=sum(run.cases for run in runs),
        visits=sum(run.visits for run in runs),
        sampling_seconds=float(seconds[0]),
        kernel_seconds=float(seconds[1]),
        timing_seconds=float(seconds[2]),
    )
