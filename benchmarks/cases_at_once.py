"""Hundreds of cases at once against PostgreSQL, and as many bare Prefect flows beside them.

``python -m benchmarks.cases_at_once --cases 500 --workers 2`` brings up what ``onething serve``
does (Prefect's server, departments, workers; all databases in PostgreSQL), opens the cases at once
and waits for their end. The store, the departments' ledger and the simulator's log of the same
cases are compared, and no flow run may have failed. Then the same workers run as many bare flows of
the same shape. Printed are cases a minute and processor seconds a case of both.
"""

import argparse
import asyncio
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from benchmarks.county import expected, violations
from models.errors import OneThingError
from workbench.children import Children, free_port
from workbench.serve import Options, served

PROCESS = "company-opening"
SERVER = "postgresql://postgres@127.0.0.1:5432"
SPEED = 17_280.0
"""Official seconds in a real one: a day takes 5 s, so that cases wait for departments too."""


@dataclass(frozen=True)
class Side:
    """What one side took: seconds on the wall, and of the processor by program."""

    name: str
    cases: int
    seconds: float
    processor: dict[str, float]

    def __str__(self) -> str:
        """One line."""
        each = {program: used / self.cases for program, used in self.processor.items()}
        parts = ", ".join(f"{program} {used:.2f}" for program, used in each.items())
        return (
            f"{self.name}: {self.cases} in {self.seconds:.0f} s, "
            f"{60 * self.cases / self.seconds:.1f} a minute; "
            f"processor seconds each {sum(each.values()):.2f} ({parts})"
        )


@contextmanager
def databases(server: str) -> Iterator[tuple[str, str]]:
    """Two fresh databases of a PostgreSQL server, dropped again: the store's, Prefect's."""
    names = [f"onething_concurrent_{os.getpid()}_{use}" for use in ("store", "prefect")]
    with psycopg.connect(f"{server}/postgres", autocommit=True) as connection:
        for name in names:
            connection.execute(f'CREATE DATABASE "{name}"'.encode())
        try:
            yield f"{server}/{names[0]}", f"{server}/{names[1]}"
        finally:
            for name in names:
                connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)'.encode())


def options_for(store: str, prefect: str, workers: int, speed: float, folder: Path) -> Options:
    """``onething serve`` on these databases, without cases as yet."""
    return Options(
        intakes={PROCESS: 1},
        at_once=0,
        workers=workers,
        speed=speed,
        start=None,
        port=free_port(),
        database=prefect.replace("postgresql://", "postgresql+asyncpg://", 1),
        messaging=None,
        store=store,
        ledger=store,
        folder=folder,
        holidays=None,
        language="en",
    )


def processor_seconds(children: Children) -> dict[str, float]:
    """What each program has used so far; Linux only, empty elsewhere."""
    tick = os.sysconf("SC_CLK_TCK")
    found: dict[str, float] = {}
    for name, program in children.running.items():
        stat = Path(f"/proc/{program.pid}/stat")
        if stat.exists():
            user, system = stat.read_text("utf-8").rpartition(") ")[2].split()[11:13]
            found[name] = (int(user) + int(system)) / tick
    return found


def used(before: dict[str, float], after: dict[str, float]) -> dict[str, float]:
    """Processor seconds between two readings."""
    return {name: seconds - before.get(name, 0.0) for name, seconds in after.items()}


def compare(options: Options, cases: int, minutes: float) -> tuple[list[Side], list[str]]:
    """Run both sides; what they took, and what was wrong."""
    store = options.store or ""
    process, log = expected(PROCESS, cases)
    with served(options) as (children, _):
        # Prefect reads the environment, now complete, when it is imported.
        from benchmarks.cases_at_once_sides import bare_side, failed_runs, our_side  # noqa: PLC0415

        before = processor_seconds(children)
        run, names, seconds = asyncio.run(our_side(process, cases, minutes, children))
        between = processor_seconds(children)
        wrong = violations(store, store, run, names, log) + asyncio.run(failed_runs())
        sides = [Side("cases", cases, seconds, used(before, between))]
        print(sides[0], flush=True)
        between = processor_seconds(children)
        seconds = asyncio.run(bare_side(log, minutes, children))
        bare = used(between, processor_seconds(children))
        sides.append(Side("bare flows", cases, seconds, bare))
        print(sides[1], flush=True)
        return sides, wrong + asyncio.run(failed_runs())


def main(arguments: list[str]) -> None:
    """Run both sides and print them; exit code 1 if anything was wrong."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=500)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--speed", type=float, default=SPEED)
    parser.add_argument("--minutes", type=float, default=30, help="time limit of each side")
    parser.add_argument("--server", default=SERVER, help="PostgreSQL, no database named")
    given = parser.parse_args(arguments)
    with (
        TemporaryDirectory(prefix="onething-cases-") as folder,
        databases(given.server) as (store, prefect),
    ):
        options = options_for(store, prefect, given.workers, given.speed, Path(folder))
        try:
            (ours, bare), wrong = compare(options, given.cases, given.minutes)
        except (OneThingError, TimeoutError) as error:
            sys.exit(f"failed: {error}")
    work = sum(ours.processor.values()) / max(sum(bare.processor.values()), 0.01)
    print(
        f"ours to bare: {ours.seconds / bare.seconds:.2f} by the wall, {work:.2f} by the "
        f"processor; {len(wrong)} faults"
    )
    for fault in wrong[:20]:
        print(fault)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
