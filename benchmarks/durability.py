"""Kills, hundreds of them at random, and what is lost or done twice: nothing may be.

``python -m benchmarks.durability --kills 200`` runs cases against departments that are programs of
their own. Runners are killed at every point of a case and at any moment, departments' servers at
any moment, and connections to the event store are ended in the server (PostgreSQL only). After
each batch of kills the cases are run to their end and everything is compared: cases, ledger,
documents, event log.
"""

import argparse
import random
import sys
import time
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

import psycopg

from benchmarks.county import County, expected
from benchmarks.live_runner import POINTS
from integrations.store.database import store_url

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


def one_kill(county: County, chance: random.Random, kinds: list[str]) -> tuple[str, bool]:
    """Kill something once; its kind, and whether the cases came to their end before."""
    kind = chance.choice(kinds)
    if kind in POINTS:
        ended = county.run(kind, chance.randint(1, 6))
        return kind, ended
    runner = county.start_runner()
    time.sleep(chance.uniform(0.1, 1.5))
    if kind == "any moment":
        runner.kill()
    elif kind == "departments":
        county.kill_departments()
        time.sleep(chance.uniform(0, 0.3))
        county.start_departments()
    else:
        end_connections(county.store)
    if kind != "any moment":
        # What was ended is there again; the runner goes on for a while, and is killed as well.
        time.sleep(chance.uniform(0, 1.5))
        runner.kill()
    return kind, county.ended()


def batch(county: County, kills: int, chance: random.Random, kinds: list[str]) -> Counter[str]:
    """Kill up to so many times while cases run, then let them end; the kills that hit, by kind."""
    done: Counter[str] = Counter()
    while done.total() < kills:
        kind, ended = one_kill(county, chance, kinds)
        if kind in {"departments", "connection"} or not ended:
            done[kind] += 1
        if ended:
            break
    while not county.run():
        pass
    return done


def campaign(kills: int, store: str | None, seed: int) -> tuple[Counter[str], list[str]]:
    """Batches of cases until so many kills; the kills of each kind, and all violations."""
    chance = random.Random(seed)  # noqa: S311 - which kill comes next
    kinds = [*POINTS, "any moment", "departments"] + (["connection"] if store else [])
    done: Counter[str] = Counter()
    violations: list[str] = []
    process, log = expected(PROCESS, CASES)
    with TemporaryDirectory(prefix="onething-durability-") as folder:
        place = store or f"sqlite:///{Path(folder) / 'store.db'}"
        with County(Path(folder), place, SPEED) as county:
            while done.total() < kills:
                county.open_cases(process, CASES, f"kills-{seed}-{done.total()}")
                done += batch(county, kills - done.total(), chance, kinds)
                violations += county.violations(log)
                counts = ", ".join(f"{kind} {count}" for kind, count in sorted(done.items()))
                print(f"{done.total()} kills, {len(violations)} violations: {counts}", flush=True)
    return done, violations


def main(arguments: list[str]) -> None:
    """Run the campaign and print its counts; exit code 1 if anything was violated."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--store", help="an empty PostgreSQL database; without, SQLite")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    if options.store is not None:
        store_url(options.store)
    done, violations = campaign(options.kills, options.store, options.seed)
    for kind, count in sorted(done.items()):
        print(f"{kind:12} {count:4}")
    print(f"{'violations':12} {len(violations):4}")
    for violation in violations:
        print(violation)
    sys.exit(1 if violations else 0)


if __name__ == "__main__":
    main(sys.argv[1:])
