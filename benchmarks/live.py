"""Our live flow against a bare Prefect flow of the same shape, side by side in one run.

``python -m benchmarks.live`` runs cases as flow runs, and by turns bare flows: a task for each
visit that the case made, named and tagged alike, each after the same task, that sleeps for as long
as the visit waited on the official clock and does nothing else. All use one Prefect server: the
one of ``PREFECT_API_URL``, or one in memory. Bare flows run twice a turn: written as anybody would
write them, and ``tuned``, with Prefect's clients shared and the storage named as ours are.

The departments stand for other people's systems. First they run apart, in a program of their own
behind a real HTTP server, and their processor time is not counted; then within this process, where
it is. Answering calls takes the departments real time in both; the bare flow is spared that.

The watch runs from the first case's arrival until the last case is over; what is set up once a run
(keys, tables, desks, clients) is set up before it, as Prefect's server is. The official clock runs
``--speed`` times as fast as the wall's, so that waiting for departments costs hardly anything;
``--skipping`` takes the clock that skips idle time instead, on which nobody waits and visits act
one at a time. Sides change places every turn.
"""

import argparse
import asyncio
import os
import statistics
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.prefect_here import prefect_settings

prefect_settings()  # Prefect reads the environment when it is imported

from benchmarks.bare_flows import shapes  # noqa: E402 - after its settings
from benchmarks.live_departments import Apart  # noqa: E402
from benchmarks.live_sides import Bare, Departments, Watch  # noqa: E402
from integrations.store.store import Store  # noqa: E402
from models.event import EventLog  # noqa: E402
from models.working_time import official_calendar  # noqa: E402
from simulations.scenario import Scenario  # noqa: E402
from workbench.live_cases import drawn_cases, one_process  # noqa: E402
from workbench.live_run import LiveRun, here, run_live  # noqa: E402

TARGET = 1.25
SPEED = 2e6
"""An official day in 43 ms."""


@dataclass(frozen=True)
class Turn:
    """What one turn took: ours, bare, and bare with Prefect used as ours uses it."""

    ours: Watch
    bare: Watch
    tuned: Watch

    @property
    def ratios(self) -> tuple[float, ...]:
        """See ``RATIOS``."""
        ours = self.ours
        others = (self.bare, self.tuned)
        return tuple(
            ratio
            for other in others
            for ratio in (ours.wall / other.wall, ours.processor / other.processor)
        )

    def __str__(self) -> str:
        """One line."""
        return f"  ours {self.ours}; bare {self.bare}; tuned {self.tuned}"


RATIOS = (
    "ours to bare by the wall",
    "ours to bare by the processor",
    "ours to tuned by the wall",
    "ours to tuned by the processor",
)


@dataclass
class Contest:
    """The same cases, ours and bare, again and again."""

    scenario: Scenario
    speed: float | None
    store: Store
    departments: Departments
    runs: int = 0
    log: EventLog | None = None

    def ours(self) -> Watch:
        """The cases once, as our flow runs."""
        watch = Watch(self.cases, self.departments.apart)
        self.runs += 1
        run = LiveRun(self.scenario, f"{self.departments.name}-{self.runs}", self.speed)
        self.log = run_live(run, self.store, watch.tell, self.departments.open)
        watch.settle()
        return watch

    def bare(self, *, tuned: bool) -> Watch:
        """The cases once, as bare flows of the shape and with the waits of our last run."""
        if self.log is None:
            raise ValueError("our side runs first: the shape is its")
        noting = self.departments.noting
        cases = shapes(self.log, noting.waits() if noting else None)
        watch = Watch(self.cases, self.departments.apart)
        asyncio.run(Bare(cases, self._delays(), tuned).run(watch))
        watch.settle()
        return watch

    @property
    def cases(self) -> int:
        """How many."""
        return self.scenario.loads[0].cases or 0

    def _delays(self) -> list[float]:
        calendar = official_calendar(self.scenario.start, notices=self.scenario.holidays)
        drawn = drawn_cases(self.scenario, self.scenario.loads[0], calendar)
        speed = self.speed or float("inf")
        return [(case.arrival - drawn[0].arrival) / speed for case in drawn]

    def turns(self, count: int) -> list[Turn]:
        """So many turns after a warm-up of both; each is printed."""
        self._turn(0)
        visits = 0 if self.log is None else len(self.log)
        print(
            f"departments {self.departments.name}: {self.cases} cases, {visits} visits, "
            f"load {os.getloadavg()[0]:.1f}"
        )
        found = []
        for number in range(count):
            found.append(self._turn(number))
            print(found[-1], flush=True)
        print(summary(self.cases, found), flush=True)
        return found

    def _turn(self, number: int) -> Turn:
        """Each side once; which one begins changes from turn to turn."""
        sides: list[tuple[str, Callable[[], Watch]]] = [
            ("ours", self.ours),
            ("bare", lambda: self.bare(tuned=False)),
            ("tuned", lambda: self.bare(tuned=True)),
        ]
        first = number % len(sides)
        return Turn(**{name: side() for name, side in sides[first:] + sides[:first]})


def summary(cases: int, found: list[Turn]) -> str:
    """The medians over all turns."""
    columns = zip(*(turn.ratios for turn in found), strict=True)
    lines = [
        f"  {name}: median {statistics.median(column):.2f} ({min(column):.2f}-{max(column):.2f})"
        for name, column in zip(RATIOS, columns, strict=True)
    ]
    sides = {
        "ours": [turn.ours.wall for turn in found],
        "bare": [turn.bare.wall for turn in found],
        "tuned": [turn.tuned.wall for turn in found],
    }
    rates = (f"{name} {60 * cases / statistics.median(s):.0f}" for name, s in sides.items())
    return "\n".join([*lines, f"  cases a minute: {', '.join(rates)}; target <= {TARGET}"])


def main(arguments: list[str]) -> None:
    """Run the turns and print the medians of the ratios and the cases a minute."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--process", default="company-opening")
    parser.add_argument("--cases", type=int, default=10)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--store", help="the event store's database; without, an SQLite file")
    clock = parser.add_mutually_exclusive_group()
    clock.add_argument("--speed", type=float, default=SPEED, help="of the official clock")
    clock.add_argument("--skipping", action="store_true", help="the clock that skips idle time")
    given = parser.parse_args(arguments)
    scenario = one_process(given.process, given.cases, 1, None, as_is=False)
    speed = None if given.skipping else given.speed
    with TemporaryDirectory(prefix="onething-live-") as name:
        folder = Path(name)
        url = given.store or f"sqlite:///{folder / 'store.db'}"
        with Store.open(url) as store:
            with Apart(scenario, folder) as program:
                apart = Departments("apart", program.open, program)
                Contest(scenario, speed, store, apart).turns(given.turns)
            within = Departments("within", here)
            Contest(scenario, speed, store, within).turns(given.turns)


if __name__ == "__main__":
    main(sys.argv[1:])
