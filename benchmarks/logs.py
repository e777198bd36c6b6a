"""How long it takes to read event logs: ``python -m benchmarks.logs``.

Files are made by our own simulator in a temporary folder (company opening after all reforms) and
read by ``integrations.logs.reading.read_with_roles``, which ``onething conformance``,
``calibrate`` and ``report --log`` read with. Each reading has a process of its own, because the
peak of memory is kept by process. Ours are all columns as we write them; foreign files have case,
activity by its Chinese name, resource, start and end, so that the rest is worked out.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import polars as pl
from rich.table import Table

from benchmarks.machine import machine
from benchmarks.measure import Stopwatch
from benchmarks.networks import opening
from benchmarks.ours import Ours
from benchmarks.peers import wide_console
from benchmarks.sizes import SCALE_OF_FLAT, peak_memory
from benchmarks.table import verdict
from flows.company.opening import PROCESS
from integrations.logs.reading import read_with_roles
from integrations.logs.writing import write_log
from models.event import EventLog

VISITS_A_CASE = 14.2
EVENTS, XES_EVENTS = 10_000_000, 1_000_000
"""Events: rows of tables, start and completion each in XES."""
SECONDS, XES_SECONDS = 15.0, 10.0


@dataclass(frozen=True)
class Kind:
    """A kind of file: its name, whether it is XES, and how it is written."""

    file: str
    xes: bool
    write: Callable[[EventLog, Path], None]


def _ours(log: EventLog, path: Path) -> None:
    write_log(log, path, [PROCESS.reformed()])


def _foreign(log: EventLog) -> pl.DataFrame:
    names = {step.slug: step.name.zh for step in PROCESS.reformed().steps}
    return log.frame().select(
        pl.format("GS-{}", "case").alias("办件编号"),
        pl.col("step").replace_strict(names).alias("环节名称"),
        pl.col("resource").alias("经办人"),
        pl.col("started").dt.replace_time_zone(None).alias("开始时间"),
        pl.col("completed").dt.replace_time_zone(None).alias("办结时间"),
    )


def _foreign_csv(log: EventLog, path: Path) -> None:
    _foreign(log).write_csv(path, datetime_format="%Y-%m-%d %H:%M:%S")


def _foreign_parquet(log: EventLog, path: Path) -> None:
    _foreign(log).write_parquet(path)


KINDS = {
    "CSV, ours": Kind("ours.csv", xes=False, write=_ours),
    "CSV, foreign": Kind("foreign.csv", xes=False, write=_foreign_csv),
    "Parquet, ours": Kind("ours.parquet", xes=False, write=_ours),
    "Parquet, foreign": Kind("foreign.parquet", xes=False, write=_foreign_parquet),
    "XES, ours": Kind("ours.xes", xes=True, write=_ours),
}


@dataclass(frozen=True)
class Read:
    """What reading a file took: seconds, the peak of memory in MB, what was read."""

    events: int
    visits: int
    megabytes: float
    processor: float
    wall: float
    memory: float


def make(name: str, events: int, path: Path) -> None:
    """Simulate about so many events and write them."""
    kind = KINDS[name]
    visits = events // 2 if kind.xes else events
    run = Ours(opening(round(visits / VISITS_A_CASE), SCALE_OF_FLAT)).replication(0)
    kind.write(run.log, path)


def read(name: str, path: Path) -> Read:
    """Read the file as the commands do."""
    watch = Stopwatch()
    log = read_with_roles(path, [PROCESS.reformed()]).log
    elapsed = watch.read()
    return Read(
        events=len(log) * (2 if KINDS[name].xes else 1),
        visits=len(log),
        megabytes=path.stat().st_size / 1e6,
        processor=elapsed.processor,
        wall=elapsed.wall,
        memory=peak_memory(),
    )


def in_own_process(task: str, name: str, events: int, path: Path) -> str:
    """Make or read a file in a fresh process; what it prints."""
    command = [sys.executable, "-m", "benchmarks.logs", "--task", task, "--kinds", name]
    command += ["--events", str(events), "--file", str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout  # noqa: S603 - ours


def measured(names: list[str], events: int | None, turns: int) -> dict[str, list[Read]]:
    """Make each file once and read it ``turns`` times."""
    found: dict[str, list[Read]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name in names:
            path = Path(folder) / KINDS[name].file
            wanted = events or (XES_EVENTS if KINDS[name].xes else EVENTS)
            in_own_process("make", name, wanted, path)
            reads = [in_own_process("read", name, wanted, path) for _ in range(turns)]
            found[name] = [Read(**json.loads(text)) for text in reads]
            path.unlink()
    return found


def shown(found: dict[str, list[Read]], *, whole: bool) -> Table:
    """The figures of the quickest turn, beside the targets if the files have their full size.

    Held is what takes fewer seconds of the processor than the target has: on a machine that does
    nothing else it takes no more on the wall, whatever a shared one shows.
    """
    table = Table(title="Reading event logs")
    table.add_column("file")
    for head in ("events", "MB", "s on the wall", "s of processor", "peak MB", "target s"):
        table.add_column(head, justify="right")
    table.add_column("held")
    for name, turns in found.items():
        best = min(turns, key=lambda one: one.processor)
        target = XES_SECONDS if KINDS[name].xes else SECONDS
        table.add_row(
            name,
            f"{best.events:,}",
            f"{best.megabytes:,.0f}",
            f"{best.wall:.1f}",
            f"{best.processor:.1f}",
            f"{best.memory:,.0f}",
            f"< {target:.0f}" if whole else "",
            verdict(best.processor < target) if whole else "",
        )
    return table


def main() -> None:
    """Measure and print; with ``--task`` do one part in this process."""
    parser = argparse.ArgumentParser("python -m benchmarks.logs", description=__doc__)
    parser.add_argument("--events", type=int, help="events a file; default: those of the targets")
    parser.add_argument("--turns", type=int, default=2, help="readings of each file")
    parser.add_argument("--kinds", nargs="+", choices=list(KINDS), default=list(KINDS))
    parser.add_argument("--json", type=Path, help="file for all figures")
    parser.add_argument("--task", choices=("make", "read"), help=argparse.SUPPRESS)
    parser.add_argument("--file", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.task == "make":
        make(given.kinds[0], given.events, given.file)
    elif given.task == "read":
        print(json.dumps(asdict(read(given.kinds[0], given.file))))
    else:
        found = measured(given.kinds, given.events, given.turns)
        wide_console().print(shown(found, whole=given.events is None))
        if given.json:
            rows = {name: [asdict(one) for one in turns] for name, turns in found.items()}
            given.json.write_text(json.dumps({"machine": machine(), "reads": rows}), "utf-8")


if __name__ == "__main__":
    main()
