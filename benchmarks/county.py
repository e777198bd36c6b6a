"""A county for durability tests: departments and runners as processes that can be killed."""

import multiprocessing
import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Self

import numpy as np

from benchmarks.live_runner import CLIENT, GAVE_UP, Point, World, main
from integrations.departments.credentials import Keyring, write_keys
from integrations.departments.ledger import Ledger
from integrations.store.store import Store
from models.case_draws import Stream, attribute_values
from models.event import EventLog
from models.plan.departments import DEPARTMENTS
from models.process import Process
from models.working_time import CHINA
from simulations.experiment import run_experiment
from workbench.live_cases import one_process

READY_SECONDS = 60
RUN_SECONDS = 120
SPEED = 200_000.0
"""Official seconds in a real one: a case of a week takes some seconds."""

RUNNERS = multiprocessing.get_context("forkserver")
"""Runners are forked from a process that has loaded what they need, so that one starts at once."""
RUNNERS.set_forkserver_preload(["benchmarks.live_runner"])

COMMAND = "from workbench.cli import main; main()"
SEED = 1


@dataclass
class County:
    """Departments and a store below ``folder``; leaving the context ends what it started.

    ``store`` is a database URL; the departments' ledger is an SQLite file.
    """

    folder: Path
    store: str
    speed: float = SPEED
    departments: subprocess.Popen[str] | None = None
    address: str = ""
    runner: BaseProcess | None = None
    port: int = 0
    run_name: str = ""
    names: list[str] = field(default_factory=list)

    def __enter__(self) -> Self:
        """Start the departments."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_keys(self.keys, Keyring.fresh(CLIENT, [unit.slug for unit in DEPARTMENTS]))
        self.start_departments()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End the programs."""
        if self.runner is not None:
            self.runner.kill()
            self.runner.join()
        self.kill_departments()

    @property
    def keys(self) -> Path:
        """The file of keys."""
        return self.folder / "keys.yaml"

    @property
    def ledger_url(self) -> str:
        """Where the departments keep their ledger."""
        return f"sqlite:///{self.folder / 'ledger.db'}"

    def start_departments(self) -> None:
        """Start the departments' server, again on the port that it had."""
        options = {
            "--port": str(self.port),
            "--speed": str(self.speed),
            "--seed": str(SEED),
            "--ledger": self.ledger_url,
            "--secrets": str(self.keys),
        }
        arguments = [word for pair in options.items() for word in pair]
        self.departments = self._start("departments", ["-c", COMMAND, "departments", *arguments])
        self.address = self._readiness(self.departments)
        self.port = int(self.address.rpartition(":")[2])

    def _start(self, name: str, arguments: list[str]) -> subprocess.Popen[str]:
        with (self.folder / f"{name}.log").open("a", encoding="utf-8") as errors:
            return subprocess.Popen(  # noqa: S603 - our own programs
                [sys.executable, *arguments],
                stdout=subprocess.PIPE,
                stderr=errors,
                text=True,
                env=os.environ | {"PYTHONUNBUFFERED": "1"},
            )

    def _readiness(self, program: subprocess.Popen[str]) -> str:
        line = program.stdout.readline() if program.stdout else ""
        if ": http" not in line:
            raise RuntimeError(f"the departments did not come up: {self._log('departments')}")
        return "http" + line.strip().rpartition(": http")[2]

    def _log(self, name: str) -> str:
        return (self.folder / f"{name}.log").read_text(encoding="utf-8")[-4_000:]

    def kill_departments(self) -> None:
        """End the departments' server as kill -9 does."""
        if self.departments is not None:
            self.departments.kill()
            self.departments.wait()
            if self.departments.stdout is not None:
                self.departments.stdout.close()

    def open_cases(self, process: Process, cases: int, run_name: str = "durability") -> None:
        """Open so many cases of a process, as drawn, in a run of their own."""
        self.run_name = run_name
        self.names = [f"{run_name}-{number}" for number in range(cases)]
        values = attribute_values(process, Stream(SEED, 0, process.slug), cases)
        plain = {name: np.asarray(column).tolist() for name, column in values.items()}
        world = self.world()
        clock = world.clock()
        with Store.open(self.store) as store:
            run = store.begin_run(self.run_name, "live", [process], clock.epoch)
            for number, name in enumerate(self.names):
                attributes = {attribute: column[number] for attribute, column in plain.items()}
                arrival = clock.epoch + timedelta(seconds=clock.now())
                store.open_case(run, name, process.slug, attributes, arrival, number=number)

    def world(self) -> World:
        """What a runner has to know, with the departments' clock as their ledger has it."""
        ledger = Ledger(self.ledger_url)
        clock = ledger.setting("clock")
        ledger.close()
        epoch = datetime.fromisoformat(clock["first"]).replace(tzinfo=CHINA)
        return World(
            store=self.store,
            departments=self.address,
            keys=str(self.keys),
            epoch=epoch.isoformat(),
            started=clock["started"],
            origin=clock["origin"],
            speed=clock["speed"],
        )

    def start_runner(self, point: Point | None = None, number: int = 1) -> BaseProcess:
        """Start a runner of all open cases, that dies at the ``number``-th time at a point."""
        path = self.folder / "world.json"
        self.world().write(path)
        trap = [] if point is None else [point, str(number)]
        self.runner = RUNNERS.Process(target=main, args=([str(path), *trap],))
        self.runner.start()
        return self.runner

    def ended(self) -> bool:
        """Wait for the runner; True if it came to its end, False if it was killed or gave up."""
        if self.runner is None:
            raise RuntimeError("no runner was started")
        self.runner.join(RUN_SECONDS)
        code = self.runner.exitcode
        if code not in {0, GAVE_UP, -signal.SIGKILL}:
            raise RuntimeError(f"the runner failed ({code}); what it said is on standard error")
        return code == 0

    @property
    def was_killed(self) -> bool:
        """Whether the last runner was alive until it was killed."""
        return self.runner is not None and self.runner.exitcode == -signal.SIGKILL

    def run(self, point: Point | None = None, number: int = 1) -> bool:
        """Start a runner and wait for it, as ``ended``."""
        self.start_runner(point, number)
        return self.ended()

    def violations(self, expected: EventLog) -> list[str]:
        """What is not as if nothing had ever been killed; ``expected`` says what each case does."""
        return violations(self.store, self.ledger_url, self.run_name, self.names, expected)


def violations(
    store_url: str, ledger_url: str, run_name: str, names: Sequence[str], expected: EventLog
) -> list[str]:
    """What is not right about these cases of a run; ``expected`` says what each one does.

    Cases that are not over, work done or documents issued twice or lost, visits that are missing,
    too many, other than expected or out of order.
    """
    wanted = frozenset(names)
    with Store.open(store_url) as store:
        run = store.run(run_name).id
        found = [f"case {case.id} is lost" for case in store.open_cases(run)]
        log = store.log(run, unfinished=True)
        documents = [document.number for name in names for document in store.documents(name)]
    ledger = Ledger(ledger_url)
    try:
        deeds = {d: n for d, n in ledger.times_done().items() if d[0] in wanted}
        found += [f"done {n} times: {deed}" for deed, n in deeds.items() if n != 1]
        performed = [deed for deed in deeds if deed[4] == "perform"]
        issued = [d.number for d in ledger.documents_issued() if d.case in wanted]
    finally:
        ledger.close()
    if len(performed) != len(log):
        found.append(f"{len(performed)} visits at the departments, {len(log)} in the log")
    if Counter(issued) != Counter(documents) or len(set(issued)) != len(issued):
        found.append(f"{len(issued)} documents issued, {len(documents)} in the store")
    return found + different_visits(log, expected) + disorder(log)


def different_visits(log: EventLog, expected: EventLog) -> list[str]:
    """Visits that a log lacks or has too many, or that ended otherwise or took other work."""

    def visits(of: EventLog) -> Counter[tuple[int, str, int, int, int]]:
        steps = [of.steps[place].step for place in of.step]
        rows = zip(
            of.case.tolist(), steps, of.visit.tolist(), of.outcome.tolist(), of.work.tolist(),
            strict=True,
        )  # fmt: skip
        return Counter(rows)

    here, there = visits(log), visits(expected)
    found = [f"missing: {visit}" for visit in (there - here).elements()]
    return found + [f"too many: {visit}" for visit in (here - there).elements()]


def disorder(log: EventLog) -> list[str]:
    """Visits whose times run backwards, or that began before what they wait for was over."""
    ordered = (
        (log.ready <= log.enabled) & (log.enabled <= log.started) & (log.started <= log.completed)
    )
    later = log.previous >= 0
    before = np.where(later, log.completed[log.previous], log.ready)
    follows = (log.ready >= before) & (~later | (log.case == log.case[log.previous]))
    return [f"out of order: row {row}" for row in np.flatnonzero(~(ordered & follows)).tolist()]


def expected(slug: str, cases: int) -> tuple[Process, EventLog]:
    """A process after its reforms, and what its first cases do, as the simulator has it."""
    scenario = one_process(slug, cases, SEED, None, as_is=False)
    return scenario.loads[0].process, run_experiment(scenario).log
