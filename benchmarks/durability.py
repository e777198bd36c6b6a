"""Kills, hundreds of them at random, and what is lost or done twice: nothing may be.

``python -m benchmarks.durability --kills 200`` runs cases against departments that are programs of
their own. Killed with ``kill -9`` are runners of cases without an orchestrator, at every point of a
case and at any moment; Prefect's workers with cases in their hands; the departments' server; and,
with PostgreSQL, connections to the event store are ended in the server. A kill counts if it hit
something alive. After each batch of kills the cases are brought to their end, by a worker if
workers were killed, and everything is compared: cases, ledger, documents, event log.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import psycopg

from benchmarks.cases_at_once import databases
from benchmarks.county import County, expected
from benchmarks.live_runner import POINTS
from flows.live.surroundings import CLOCK, DEPARTMENTS, PATIENCE, SECRETS, clock_text
from workbench.children import Children, free_port

if TYPE_CHECKING:
    from benchmarks.prefect_county import Workers

PROCESS = "company-opening"
CASES = 6
"""Cases under way at a time."""

SPEED = 40_000.0
"""Official seconds in a real one: slow enough for some dozen kills before the cases end."""


def end_connections(url: str) -> int:
    """End all connections to a PostgreSQL database; how many there were."""
    with psycopg.connect(url, autocommit=True) as server:
        ended = server.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return len(ended.fetchall())


def one_kill(county: County, workers: Workers, chance: random.Random, kind: str) -> bool:
    """Kill something once; whether it was alive."""
    if kind == "worker":
        return workers.kill(chance.uniform(0, 2))
    if kind in POINTS:
        county.run(kind, chance.randint(1, 6))
        return county.was_killed
    runner = county.start_runner()
    time.sleep(chance.uniform(0.1, 1.5))
    if kind == "any moment":
        runner.kill()
        county.ended()
        return county.was_killed
    if kind == "departments":
        hit = county.departments is not None and county.departments.poll() is None
        county.kill_departments()
        time.sleep(chance.uniform(0, 0.3))
        county.start_departments()
    else:
        hit = end_connections(county.store) > 0
    # What was ended is there again; the runner goes on for a while, and is killed as well.
    time.sleep(chance.uniform(0, 1.5))
    runner.kill()
    county.ended()
    return hit


def batch(
    county: County, workers: Workers, kills: int, chance: random.Random, kinds: Sequence[str]
) -> Counter[str]:
    """Kill up to so many times while cases run, then let them end; the kills that hit, by kind."""
    done: Counter[str] = Counter()
    while done.total() < kills and workers.world.store.open_cases():
        kind = chance.choice(kinds)
        if kind == "worker" and workers.held():
            continue  # the lease of the last one has to lapse; other things are killed meanwhile
        if one_kill(county, workers, chance, kind):
            done[kind] += 1
    if done["worker"]:
        workers.finish()
    while not county.run():
        pass
    return done


def campaign(
    county: County, workers: Workers, kills: int, seed: int, kinds: Sequence[str]
) -> tuple[Counter[str], list[str]]:
    """Batches of cases until so many kills; the kills of each kind, and all violations."""
    chance = random.Random(seed)  # noqa: S311 - which kill comes next
    done: Counter[str] = Counter()
    violations: list[str] = []
    process, log = expected(PROCESS, CASES)
    begun, number = time.monotonic(), 0
    while done.total() < kills:
        number += 1
        county.open_cases(process, CASES, f"kills-{seed}-{number}")
        done += batch(county, workers, kills - done.total(), chance, kinds)
        violations += county.violations(log)
        counts = ", ".join(f"{kind} {count}" for kind, count in sorted(done.items()))
        print(
            f"{time.monotonic() - begun:.0f} s: {done.total()} kills, {number * CASES} cases, "
            f"{len(violations)} violations: {counts}",
            flush=True,
        )
    return done, violations


@contextmanager
def surroundings(server: str | None) -> Iterator[tuple[County, Workers]]:
    """Departments, store and Prefect's server; the databases are PostgreSQL's if one is named."""
    with TemporaryDirectory(prefix="onething-durability-") as name, ExitStack() as stack:
        folder = Path(name)
        store, prefect = f"sqlite:///{folder / 'store.db'}", None
        if server:
            store, prefect = stack.enter_context(databases(server))
            prefect = prefect.replace("postgresql://", "postgresql+asyncpg://", 1)
        county = stack.enter_context(County(folder, store, SPEED))
        children = stack.enter_context(Children(folder))
        port = free_port()
        os.environ |= {
            "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
            "PREFECT_WORKER_QUERY_SECONDS": "1",
            "ONETHING_STORE": store,
            DEPARTMENTS: county.address,
            SECRETS: str(county.keys),
            CLOCK: clock_text(county.world().clock()),
            PATIENCE: "60",
        }
        # Prefect reads the environment, now complete, when it is imported.
        from benchmarks import prefect_county  # noqa: PLC0415

        prefect_county.server(children, port, prefect, folder)
        workers = prefect_county.Workers(county, children)
        workers.register(PROCESS)
        try:
            yield county, workers
        finally:
            workers.end()


def main(arguments: list[str]) -> None:
    """Run the campaign and print its counts; exit code 1 if anything was violated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--server", help="PostgreSQL, no database named; without, SQLite")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    kinds = [*POINTS, "any moment", "departments", "worker"]
    kinds += ["connection"] if options.server else []
    with surroundings(options.server) as (county, workers):
        done, violations = campaign(county, workers, options.kills, options.seed, kinds)
    for kind, count in sorted(done.items()):
        print(f"{kind:12} {count:4}")
    print(f"{'violations':12} {len(violations):4}")
    for violation in violations:
        print(violation)
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
