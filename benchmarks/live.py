"""Our live flow against a bare Prefect flow of the same shape, side by side in one run.

``python -m benchmarks.live`` runs cases as flow runs against departments in process, and by turns
bare flows: a task for each visit that the case made, named and tagged alike, each after the same
task, with nothing to do. Both use one Prefect server: the one of ``PREFECT_API_URL``, or one in
memory.

The watch runs from the first case's arrival until the last case is over; what is set up once a run
(keys, tables, desks, clients) is set up before it, as Prefect's server is. The official clock runs
``--speed`` times as fast as the wall's, so that waiting for departments costs hardly anything;
``--skipping`` takes the clock that skips idle time instead, on which visits act one at a time.
Processor time is that of this process and of its server; departments are in this process, so their
work is in ours.
"""

import argparse
import asyncio
import os
import statistics
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory

from workbench.prefect_here import prefect_settings

prefect_settings()  # Prefect reads the environment when it is imported

from benchmarks.bare_flows import Shape, bare_flow, shapes  # noqa: E402 - after its settings
from benchmarks.departments import processor_seconds  # noqa: E402
from integrations.store.store import Store  # noqa: E402
from workbench.live_cases import one_process  # noqa: E402
from workbench.live_run import LiveRun, run_live  # noqa: E402

TARGET = 1.25
SPEED = 2e6
"""An official day in 43 ms."""


@dataclass
class Watch:
    """Seconds by the wall, and of processor by this process and those that it started."""

    cases: int
    begun: tuple[float, float] = field(default=(0.0, 0.0))
    taken: tuple[float, float] = field(default=(0.0, 0.0))

    def tell(self, over: int) -> None:
        """So many cases are over: none, so they begin now; or all, so they ended now."""
        if over == 0:
            self.begun = _now()
        elif over == self.cases:
            now = _now()
            self.taken = now[0] - self.begun[0], now[1] - self.begun[1]


def _now() -> tuple[float, float]:
    pids = [os.getpid(), *_children()]
    return time.perf_counter(), sum(map(processor_seconds, pids))


def _children() -> list[int]:
    """Processes that this one started: Prefect's server, if it is not another's."""
    found: list[int] = []
    for thread in Path("/proc/self/task").iterdir():
        with suppress(FileNotFoundError):  # the thread has ended meanwhile
            found += map(int, (thread / "children").read_text(encoding="ascii").split())
    return found


async def bare(cases: list[Shape], watch: Watch) -> None:
    """All cases at once, as bare flows."""
    watch.tell(0)
    await asyncio.gather(*(bare_flow(*case) for case in enumerate(cases)))
    watch.tell(len(cases))


@dataclass(frozen=True)
class Turn:
    """What one turn took, by the wall and by the processor: ours and bare."""

    ours: tuple[float, float]
    bare: tuple[float, float]

    @property
    def ratios(self) -> tuple[float, float]:
        """Ours to bare, by the wall and by the processor."""
        return self.ours[0] / self.bare[0], self.ours[1] / self.bare[1]


def contest(slug: str, cases: int, turns: int, speed: float | None, store: Store) -> list[Turn]:
    """Our cases and the bare ones, turn by turn after a warm-up of each."""
    scenario = one_process(slug, cases, 1, None, as_is=False)
    log = run_live(LiveRun(scenario, "warm-up"), store)
    visits = shapes(log)
    asyncio.run(bare(visits, Watch(cases)))
    print(f"{slug}: {cases} cases at once, {len(log)} visits, load {os.getloadavg()[0]:.1f}")
    found = []
    for number in range(turns):
        ours, theirs = Watch(cases), Watch(cases)
        run_live(LiveRun(scenario, f"turn-{number}", speed), store, ours.tell)
        asyncio.run(bare(visits, theirs))
        turn = Turn(ours.taken, theirs.taken)
        (a, b), (c, d), (wall, work) = turn.ours, turn.bare, turn.ratios
        print(
            f"ours {a:.2f} s, processor {b:.2f} s; bare {c:.2f} s, processor {d:.2f} s; "
            f"ratio {wall:.2f}, processor {work:.2f}",
            flush=True,
        )
        found.append(turn)
    return found


def summary(cases: int, found: list[Turn]) -> str:
    """The medians over all turns."""
    lines = []
    for place, name in enumerate(("by the wall", "by the processor")):
        ratios = [turn.ratios[place] for turn in found]
        lines.append(
            f"median ratio {name} {statistics.median(ratios):.2f} "
            f"({min(ratios):.2f}-{max(ratios):.2f}), target <= {TARGET}"
        )
    minutes = [60 * cases / statistics.median(s) for s in zip(*_walls(found), strict=True)]
    lines.append(f"cases a minute: ours {minutes[0]:.0f}, bare {minutes[1]:.0f}")
    return "\n".join(lines)


def _walls(found: list[Turn]) -> list[tuple[float, float]]:
    return [(turn.ours[0], turn.bare[0]) for turn in found]


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
    with TemporaryDirectory(prefix="onething-live-") as folder:
        url = given.store or f"sqlite:///{Path(folder) / 'store.db'}"
        speed = None if given.skipping else given.speed
        with Store.open(url) as store:
            found = contest(given.process, given.cases, given.turns, speed, store)
    print(summary(given.cases, found))


if __name__ == "__main__":
    main(sys.argv[1:])
