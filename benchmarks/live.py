"""Our live flow against a bare Prefect flow of the same shape, side by side in one run.

``python -m benchmarks.live`` runs cases as flow runs against departments in process, on the clock
that skips what nobody waits for, and by turns bare flows: a task for each visit that the case made,
each after the same tasks, with nothing to do. Both use one Prefect server: the one of
``PREFECT_API_URL``, or one in memory.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections.abc import Coroutine
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from workbench.prefect_here import prefect_settings

prefect_settings()  # Prefect reads the environment when it is imported

from benchmarks.bare_flows import Shape, bare_flow, shapes  # noqa: E402 - after its settings
from integrations.store.store import Store  # noqa: E402
from workbench.live_cases import one_process  # noqa: E402
from workbench.live_run import LiveRun, run_live  # noqa: E402

TARGET = 1.25


async def bare(cases: list[Shape]) -> None:
    """All cases at once, as bare flows."""
    runs: list[Coroutine[Any, Any, None]] = [bare_flow(*case) for case in enumerate(cases)]
    await asyncio.gather(*runs)


def seconds(action: Any) -> float:
    """How long it takes."""
    begun = time.perf_counter()
    action()
    return time.perf_counter() - begun


def contest(slug: str, cases: int, turns: int, store: Store) -> list[tuple[float, float]]:
    """Seconds of our cases and of the bare ones, turn by turn after a warm-up of each."""
    scenario = one_process(slug, cases, 1, None, as_is=False)
    log = run_live(LiveRun(scenario, "warm-up"), store)
    visits = shapes(log)
    asyncio.run(bare(visits))
    print(f"{slug}: {cases} cases at once, {len(log)} visits")
    found = []
    for turn in range(turns):
        wanted = LiveRun(scenario, f"turn-{turn}")
        ours = seconds(lambda wanted=wanted: run_live(wanted, store))
        theirs = seconds(lambda: asyncio.run(bare(visits)))
        print(f"ours {ours:.2f} s, bare {theirs:.2f} s, ratio {ours / theirs:.2f}", flush=True)
        found.append((ours, theirs))
    return found


def main(arguments: list[str]) -> None:
    """Run the turns and print the median of the ratios and the cases a minute."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--process", default="company-opening")
    parser.add_argument("--cases", type=int, default=10)
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--store", help="the event store's database; without, an SQLite file")
    options = parser.parse_args(arguments)
    with TemporaryDirectory(prefix="onething-live-") as folder:
        url = options.store or f"sqlite:///{Path(folder) / 'store.db'}"
        with Store.open(url) as store:
            found = contest(options.process, options.cases, options.turns, store)
    ratios = [ours / theirs for ours, theirs in found]
    ours, theirs = (statistics.median(column) for column in zip(*found, strict=True))
    print(
        f"median ratio {statistics.median(ratios):.2f} ({min(ratios):.2f}-{max(ratios):.2f}), "
        f"target <= {TARGET}; cases a minute: ours {60 * options.cases / ours:.0f}, "
        f"bare {60 * options.cases / theirs:.0f}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])
