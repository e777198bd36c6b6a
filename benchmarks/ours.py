"""Our side of every contest."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path

from benchmarks.building import plain_calendar
from benchmarks.measure import Elapsed, Run, Stopwatch
from integrations.bpmn.control_flow import read_control_flow
from integrations.prosimos.reading import read_scenario
from models.net_scenario import NetScenario
from models.working_time import OfficialCalendar
from simulations.compile import Compiled, compile_scenario
from simulations.nets.csv_file import write_csv
from simulations.nets.run import run_scenario
from simulations.replication import Buffers, Replication, replicate
from simulations.scenario import Scenario


@dataclass
class Ours:
    """Replications of one scenario: cases drawn, scheduled, and the log kept in arrays.

    Compiling the scenario is left out, as the peers' reading of their models is; the memory of the
    log is kept from run to run.
    """

    scenario: Scenario
    buffers: Buffers = field(default_factory=Buffers)

    @cached_property
    def calendar(self) -> OfficialCalendar:
        """Weekdays without holidays."""
        return plain_calendar(self.scenario)

    @cached_property
    def compiled(self) -> Compiled:
        """The network, compiled before the first run."""
        return compile_scenario(self.scenario, self.calendar)

    def replication(self, number: int) -> Replication:
        """One replication; its log is valid until the next."""
        return replicate(self.scenario, self.compiled, self.calendar, number, self.buffers)

    def __call__(self, number: int) -> Run:
        """Draw and schedule."""
        watch = Stopwatch()
        done = self.replication(number)
        return _run(done, watch.read())


@dataclass
class OursWritten:
    """As ``Ours``, and the log written as Parquet."""

    ours: Ours
    folder: Path

    def __call__(self, number: int) -> Run:
        """Draw, schedule, and write the log with names and local times."""
        watch = Stopwatch()
        done = self.ours.replication(number)
        path = self.folder / "log.parquet"
        done.log.frame().write_parquet(path, compression="lz4")
        return _run(done, watch.read())


@dataclass
class OurNet:
    """The peer's own diagram and scenario, run as ``simulate --bpmn --prosimos --log`` runs them.

    Compiling the net is timed with the run; reading the two files is not, as on the other side.
    """

    model: Path
    cases: int
    log: Path

    @cached_property
    def scenario(self) -> NetScenario:
        """What the files say."""
        diagram, _ = read_control_flow(self.model / "model.bpmn")
        begin = datetime(2024, 1, 1, 9, tzinfo=UTC)
        return read_scenario(self.model / "scenario.json", diagram, begin, self.cases, 1)[0]

    def __call__(self, number: int) -> Run:
        """Compile, simulate, and write the log as CSV."""
        scenario = self.scenario.changed(seed=number)
        watch = Stopwatch()
        log = run_scenario(scenario)
        simulated = watch.read()
        write_csv(log, self.log)
        elapsed = watch.read()
        worked = log.resource >= 0
        return Run(
            cases=self.cases,
            visits=int(worked.sum()),
            elapsed=elapsed,
            waiting=float((log.started - log.enabled)[worked].mean()),
            kernel=simulated.processor / elapsed.processor,
        )


def _run(done: Replication, elapsed: Elapsed) -> Run:
    log = done.log
    return Run(
        cases=log.cases,
        visits=len(log),
        elapsed=elapsed,
        waiting=float((log.started - log.enabled).mean()),
        kernel=done.kernel_seconds / elapsed.wall,
    )
