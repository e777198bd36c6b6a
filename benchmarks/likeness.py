"""Whether our log of a Prosimos model is like Prosimos's own: Welch's z of every statistic.

``python -m benchmarks.likeness FOLDER ...`` runs each folder (model.bpmn, scenario.json) so many
times on both sides and prints the statistics that differ most, their root mean square, and the
distance of the cycle times beside the distance between runs of the peer. ``--record FILE`` keeps
the peer's figures of one folder for a test that runs without the peer.
"""

import json
import tempfile
from argparse import ArgumentParser
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from math import sqrt
from pathlib import Path

import numpy as np
import polars as pl
from scipy.stats import wasserstein_distance

from benchmarks.prosimos_side import installed, prosimos
from integrations.bpmn.control_flow import read_control_flow
from integrations.prosimos.reading import read_scenario
from models.net_log import NetLog
from simulations.nets.run import run_scenario

START = datetime(2024, 1, 1, 9, tzinfo=UTC)
TIMES = ("enable_time", "start_time", "end_time")
Figures = dict[str, float]


def ours(folder: Path, cases: int, seed: int) -> pl.DataFrame:
    """Our log of one run."""
    net, _ = read_control_flow(folder / "model.bpmn")
    scenario, _ = read_scenario(folder / "scenario.json", net, START, cases, seed)
    return frame(run_scenario(scenario))


def frame(log: NetLog) -> pl.DataFrame:
    """The visits of tasks, times in seconds."""
    names = pl.Series([node.label for node in log.nodes])
    people = pl.Series([*log.resources, ""])
    rows = pl.DataFrame(
        {
            "case_id": log.case,
            "activity": names.gather(log.step),
            "enable_time": log.enabled.astype(np.float64),
            "start_time": log.started.astype(np.float64),
            "end_time": log.completed.astype(np.float64),
            "resource": people.gather(np.where(log.resource < 0, len(log.resources), log.resource)),
            "worked": log.resource >= 0,
        }
    )
    return rows.filter(pl.col("worked")).drop("worked")


def theirs(path: Path) -> pl.DataFrame:
    """The peer's log, times in seconds."""
    moment = pl.col(*TIMES).str.to_datetime("%Y-%m-%d %H:%M:%S%.f%:z").dt.epoch("ms") / 1_000
    return pl.read_csv(path, try_parse_dates=False).with_columns(moment)


def statistics(rows: pl.DataFrame) -> Figures:
    """Cycle time, waiting, and for each task and person counts, waits and times (s)."""
    wait = pl.col("start_time") - pl.col("enable_time")
    took = pl.col("end_time") - pl.col("start_time")
    cycle = cycles(rows)
    span = float(rows.select(pl.col("end_time").max() - pl.col("enable_time").min()).item())
    found = {
        "cycle mean": float(cycle.mean()),
        "cycle deviation": float(cycle.std()),
        **{f"cycle p{p}": float(np.percentile(cycle, p)) for p in (10, 50, 90)},
        "wait": float(rows.select(wait.mean()).item()),
        "visits": float(len(rows)),
    }
    for name, own in rows.group_by("activity"):
        found[f"task {name[0]} visits"] = float(len(own))
        found[f"task {name[0]} wait"] = float(own.select(wait.mean()).item())
        found[f"task {name[0]} time"] = float(own.select(took.mean()).item())
    for name, own in rows.group_by("resource"):
        found[f"person {name[0]} visits"] = float(len(own))
        found[f"person {name[0]} busy"] = float(own.select(took.sum()).item()) / span
    return found


def cycles(rows: pl.DataFrame) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """The cycle time of each case."""
    by_case = rows.group_by("case_id").agg(
        (pl.col("end_time").max() - pl.col("enable_time").min()).alias("cycle")
    )
    return by_case["cycle"].to_numpy()


Moments = Mapping[str, tuple[float, float, int]]


def moments(runs: Sequence[Figures]) -> dict[str, tuple[float, float, int]]:
    """Mean, variance over the runs, and number of runs of every statistic."""
    names = sorted(set().union(*runs))
    table = {name: np.array([run.get(name, 0.0) for run in runs]) for name in names}
    return {n: (float(x.mean()), float(x.var(ddof=1)), len(x)) for n, x in table.items()}


def welch(one: Moments, other: Moments) -> dict[str, float]:
    """Welch's z of every statistic: the difference of the means in standard errors."""
    found = {}
    for name in sorted({*one, *other}):
        a, b = one.get(name, (0.0, 0.0, 1)), other.get(name, (0.0, 0.0, 1))
        error = sqrt(a[1] / a[2] + b[1] / b[2])
        gap = a[0] - b[0]
        found[name] = gap / error if error else 0.0 if abs(gap) < 1e-6 else float("inf")  # noqa: PLR2004 - rounding
    return found


def _compare(folder: Path, logs: Sequence[pl.DataFrame], cases: int) -> None:
    peer = [statistics(log) for log in logs]
    mine = [ours(folder, cases, seed) for seed in range(1, len(logs) + 1)]
    found, expected = moments([statistics(log) for log in mine]), moments(peer)
    scores = welch(found, expected)
    worst = sorted(scores, key=lambda name: -abs(scores[name]))
    square = sqrt(sum(z * z for z in scores.values()) / len(scores))
    print(f"{folder.name}: {len(scores)} statistics, root mean square of z {square:.2f}")
    for name in worst[:8]:
        here, there = (side.get(name, (0.0,))[0] for side in (found, expected))
        print(f"  {scores[name]:6.2f}  {name}: {here:,.2f} here, {there:,.2f} there")
    half = len(logs) // 2
    apart = [wasserstein_distance(cycles(a), cycles(b)) for a, b in zip(mine, logs, strict=True)]
    noise = [wasserstein_distance(cycles(a), cycles(b)) for a in logs[:half] for b in logs[half:]]
    print(f"  cycle times: {np.mean(apart):,.0f} s apart, the peer's runs {np.mean(noise):,.0f} s")


def main() -> None:
    """Compare the folders named on the command line."""
    parser = ArgumentParser(prog="benchmarks.likeness")
    parser.add_argument("folders", type=Path, nargs="+")
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--cases", type=int, default=1_000)
    parser.add_argument("--peers", type=Path, default=Path(".venv-peers"))
    parser.add_argument("--record", type=Path)
    options = parser.parse_args()
    with (
        tempfile.TemporaryDirectory() as scratch,
        prosimos(installed(options.peers), Path(scratch)) as peer,
    ):
        for folder in options.folders:
            logs = []
            for number in range(options.runs):
                path = Path(scratch) / f"{number}.csv"
                peer.run(folder.resolve(), options.cases, path)
                logs.append(theirs(path))
            _compare(folder, logs, options.cases)
            if options.record:
                kept = moments([statistics(log) for log in logs])
                options.record.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
