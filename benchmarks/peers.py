"""Our speed beside the peers', in one run: ``python -m benchmarks.peers``.

benchmarks/README.md says what is measured.
"""

import argparse
import json
import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from benchmarks.contests import (
    NETS,
    OWN_FILES,
    against_prosimos,
    against_python,
    nets_against_prosimos,
)
from benchmarks.figures import figures, measured_rounds
from benchmarks.machine import machine
from benchmarks.measure import Comparison, Contest, Tick, compete, pin
from benchmarks.prosimos_side import PeerError, Prosimos, installed, prosimos
from benchmarks.sizes import JOBS
from benchmarks.table import Figure, agreement_table, comparison_table, differences, figure_table

WIDTH = 136
SECTIONS = ("prosimos", "nets", "python", "sizes")
Against = Callable[[Prosimos, Path, Path, int], Iterator[Contest]]
CONTESTS: dict[str, tuple[Collection[str], Against]] = {
    "prosimos": (NETS, against_prosimos),
    "nets": (OWN_FILES, nets_against_prosimos),
}
"""By section the models that it needs, and its contests."""


@dataclass(frozen=True)
class Options:
    """What was asked for on the command line."""

    models: Path | None
    venv: Path
    repeats: int
    peer_cases: int
    sections: tuple[str, ...]
    json: Path | None


@dataclass(frozen=True)
class Results:
    """All that was measured, and what was left out and why."""

    comparisons: list[Comparison]
    figures: list[Figure]
    skipped: list[str]


def main(arguments: Sequence[str] | None = None) -> None:
    """Measure, print the tables, write the JSON file."""
    options = parsed(arguments)
    os.environ["POLARS_MAX_THREADS"] = "1"
    pinned = pin() is not None
    console = wide_console()
    with _progress(console) as bar:
        results = measured(options, bar)
    show(console, results)
    if not pinned:
        console.print("This system cannot keep a process on one core: figures are for all cores.")
    if options.json:
        data = {"machine": machine(), "one core": pinned, **as_data(results)}
        options.json.write_text(json.dumps(data, indent=1, ensure_ascii=False), "utf-8")


def parsed(arguments: Sequence[str] | None) -> Options:
    """The command line."""
    parser = argparse.ArgumentParser("python -m benchmarks.peers", description=__doc__)
    parser.add_argument("--models", type=Path, help="folder of Prosimos models, one folder each")
    parser.add_argument("--venv", type=Path, default=Path(".venv-peers"), help="where Prosimos is")
    parser.add_argument("--repeats", type=int, default=5, help="turns of each side")
    parser.add_argument(
        "--peer-cases", type=int, default=10_000, help="cases of Prosimos on loan_application"
    )
    parser.add_argument("--sections", nargs="+", choices=SECTIONS, default=SECTIONS)
    parser.add_argument("--json", type=Path, help="file for all figures")
    chosen = parser.parse_args(arguments)
    return Options(
        models=chosen.models,
        venv=chosen.venv,
        repeats=chosen.repeats,
        peer_cases=chosen.peer_cases,
        sections=tuple(chosen.sections),
        json=chosen.json,
    )


def measured(options: Options, bar: Progress) -> Results:
    """Run the sections that were asked for."""
    results = Results([], [], [])
    for section in CONTESTS:
        if section in options.sections:
            try:
                results.comparisons.extend(_prosimos(section, options, bar))
            except PeerError as error:
                results.skipped.append(f"Prosimos, {section}: {error}")
    if "python" in options.sections:
        contests = list(against_python())
        results.comparisons.extend(_compete(contests, options.repeats, bar))
    if "sizes" in options.sections:
        with _ticking(bar, len(JOBS) * options.repeats) as tick:
            results.figures.extend(figures(measured_rounds(options.repeats, tick)))
    return results


def _prosimos(section: str, options: Options, bar: Progress) -> list[Comparison]:
    names, against = CONTESTS[section]
    models = _models(options.models, names)
    python = installed(options.venv)
    with tempfile.TemporaryDirectory() as name, prosimos(python, Path(name)) as peer:
        contests = list(against(peer, models, Path(name), options.peer_cases))
        return _compete(contests, options.repeats, bar)


def _models(folder: Path | None, names: Collection[str]) -> Path:
    if folder is None:
        raise PeerError(
            "its models are not part of the project; give the folder that holds "
            f"{', '.join(names)} with --models"
        )
    missing = [net for net in names if not (folder / net / "model.bpmn").exists()]
    if missing:
        raise PeerError(f"no model.bpmn in {', '.join(missing)} of the folder given with --models")
    return folder


def _compete(contests: list[Contest], repeats: int, bar: Progress) -> list[Comparison]:
    with _ticking(bar, len(contests) * repeats) as tick:
        return [compete(contest, repeats, tick) for contest in contests]


def _progress(console: Console) -> Progress:
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    return Progress(*columns, console=console, transient=True)


@contextmanager
def _ticking(bar: Progress, total: int) -> Iterator[Tick]:
    task = bar.add_task("warming up", total=total)
    yield lambda done: bar.update(task, advance=1, description=done)
    bar.remove_task(task)


def as_data(results: Results) -> dict[str, object]:
    """The results as plain data, with the verdicts."""
    return {
        "comparisons": [{**asdict(row), "held": row.held} for row in results.comparisons],
        "figures": [{**asdict(row), "held": row.held} for row in results.figures],
        "skipped": results.skipped,
    }


def wide_console() -> Console:
    """A console at least as wide as the tables."""
    console = Console()
    return Console(width=max(console.width, WIDTH))


def show(console: Console, results: Results) -> None:
    """Print the tables."""
    if results.comparisons:
        console.print(comparison_table(results.comparisons))
        console.print(agreement_table(results.comparisons))
        for line in differences(results.comparisons):
            console.print(line)
    if results.figures:
        console.print(figure_table(results.figures))
    for reason in results.skipped:
        console.print(f"Skipped - {reason}")


if __name__ == "__main__":
    main()
