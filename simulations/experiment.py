"""Replications of a scenario, here or on other machines, combined into a result."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from time import perf_counter
from typing import Protocol

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
class Run:
    """One replication's figures and the seconds spent on sampling, kernel and timing."""

    figures: Figures
    cases: int
    visits: int
    seconds: tuple[float, float, float]


class Workers(Protocol):
    """Whoever runs replications: this process, or a cluster."""

    def run(self, scenario: Scenario, numbers: Sequence[int], warm_up: int) -> Iterator[Run]:
        """The replications of these numbers, in their order, measured from second ``warm_up``."""


class InProcess:
    """Runs replications one after another in this process."""

    def run(self, scenario: Scenario, numbers: Sequence[int], warm_up: int) -> Iterator[Run]:
        """The replications of these numbers, in their order."""
        return run_replications(scenario, numbers, warm_up)


@dataclass(frozen=True, eq=False)
class Experiment:
    """A result, the replications behind it, and the log of the first for pictures of cases."""

    result: Result
    runs: tuple[Run, ...]
    log: EventLog
    ruler: Ruler


def run_experiment(
    scenario: Scenario, progress: Progress | None = None, workers: Workers | None = None
) -> Experiment:
    """Run all replications; ``progress`` is told how many are done.

    Raises CalendarError or SimulationError if the run leaves the announced calendar.
    """
    prepared = _Prepared.of(scenario)
    # The first replication's log is kept for pictures, so it has buffers of its own.
    first = prepared.replicate(0, Buffers())
    warm_up = _warm_up(scenario, first.log, prepared.official)
    runs = [prepared.reduce(first, warm_up)]
    numbers = range(1, scenario.replications)
    for run in (workers or InProcess()).run(scenario, numbers, warm_up):
        if progress:
            progress(len(runs))
        runs.append(run)
    if progress:
        progress(scenario.replications)
    return Experiment(_result(scenario, runs, warm_up), tuple(runs), first.log, prepared.ruler)


def run_replications(scenario: Scenario, numbers: Sequence[int], warm_up: int) -> Iterator[Run]:
    """Run and measure the replications of these numbers, in their order."""
    if not numbers:
        return
    prepared = _Prepared.of(scenario)
    buffers = Buffers()
    for number in numbers:
        yield prepared.reduce(prepared.replicate(number, buffers), warm_up)


@dataclass(frozen=True, eq=False)
class _Prepared:
    scenario: Scenario
    official: OfficialCalendar
    compiled: Compiled
    ruler: Ruler

    @classmethod
    def of(cls, scenario: Scenario) -> "_Prepared":
        official = official_calendar(scenario.start, notices=scenario.holidays)
        compiled = compile_scenario(scenario, official)
        return cls(scenario, official, compiled, Ruler(official, compiled.open_times))

    def replicate(self, number: int, buffers: Buffers) -> Replication:
        return replicate(self.scenario, self.compiled, self.official, number, buffers)

    def reduce(self, done: Replication, warm_up: int) -> Run:
        begun = perf_counter()
        processes = [load.process for load in self.scenario.loads]
        part = figures(done.log, processes, self.scenario.pools, self.ruler, warm_up)
        spent = (done.sampling_seconds, done.kernel_seconds, perf_counter() - begun)
        return Run(part, done.log.cases, len(done.log), spent)


def _warm_up(scenario: Scenario, log: EventLog, official: OfficialCalendar) -> int:
    if scenario.warm_up is None:
        return warm_up_second(log)
    if scenario.warm_up == 0:
        return 0
    return (int(np.searchsorted(official.counted, scenario.warm_up, side="left")) + 1) * DAY


def _result(scenario: Scenario, runs: Sequence[Run], warm_up: int) -> Result:
    parts = [run.figures for run in runs]
    target = scenario.target.share
    used = {step.pool for load in scenario.loads for step in load.process.steps}
    return Result(
        scenario=scenario.name,
        start=scenario.start,
        seed=scenario.seed,
        replications=scenario.replications,
        warm_up_days=warm_up / DAY,
        target=target,
        processes=tuple(
            process_result(load.process, [p.processes[load.process.slug] for p in parts], target)
            for load in scenario.loads
        ),
        pools=tuple(
            pool_result(pool, [part.pools[pool.slug] for part in parts])
            for pool in scenario.pools
            if pool.slug in used
        ),
        effort=_effort(runs),
    )


def _effort(runs: Sequence[Run]) -> Effort:
    seconds = np.array([run.seconds for run in runs]).sum(axis=0)
    return Effort(
        cases=sum(run.cases for run in runs),
        visits=sum(run.visits for run in runs),
        sampling_seconds=float(seconds[0]),
        kernel_seconds=float(seconds[1]),
        timing_seconds=float(seconds[2]),
    )
