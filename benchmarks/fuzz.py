"""Damaged files of every format that is read: each must be read or refused in one sentence.

    python -m benchmarks.fuzz --files 10000

A file that ends in anything but a model or an error of our own is a crash, one that takes longer
than ``PATIENCE`` a hang; memory is compared between a third of the run and its end.
"""

import argparse
import gzip
import json
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import yaml

from benchmarks.mutations import mutated
from flows.catalogue import process, processes
from integrations.bpmn.control_flow import read_control_flow
from integrations.bpmn.read import from_bpmn
from integrations.bpmn.staffing import Staffing
from integrations.bpmn.write import to_bpmn
from integrations.documents import parse, to_json, to_yaml
from integrations.logs.reading import read_log
from integrations.logs.writing import write_log
from integrations.prosimos.reading import read_scenario
from models.errors import OneThingError
from models.process import Process
from simulations.experiment import run_experiment
from simulations.nets.run import run_scenario
from simulations.scenario_file import ScenarioFile
from workbench import defaults

PATIENCE = 20
"""Seconds; the slowest sound seed takes well under one."""
SUBJECT = "company-opening"
BPMN_SEEDS = (SUBJECT, "tax-incentive-match", "chain-branch-change")
ROOT = Path(__file__).parents[1]
NETS = ROOT / "tests" / "simulations" / "nets"
PARTS = "model.bpmn", "scenario.json"
FORMULAS = (
    "log10(amount) * 10 + 5 * (kind == 'plant')",
    "not (amount > 80000 and kind != 'shop' or load // 3 % 2 == 1) - -9 ** 9",
    "norm(70 - amount / 4, 15, 0, 100) + gamma(load + 1, 2) * uniform(0, hypot(1, 2, 3))",
    "comb(10, 3) + fmod(amount, 7) - isqrt(load) ** 0.5 + expon(3, 1, 9) + ldexp(1, 900)",
)
BEGIN = datetime(2024, 1, 1, 9, tzinfo=UTC)
LEAK = 64
"""Megabytes of growth that count as a leak."""

Reader = Callable[[bytes], object]


class HangError(BaseException):
    """Raised into a reader that takes too long; no reader may catch it."""


@dataclass
class Tally:
    """How the files of one format ended."""

    ends: Counter[str] = field(default_factory=Counter)
    slowest: float = 0.0
    crashes: list[str] = field(default_factory=list)


def formats(folder: Path) -> dict[str, tuple[list[bytes], Reader]]:
    """Seeds and reader of each format; log files are written to the folder."""
    definition = process(SUBJECT)
    scenario = (ROOT / "docs" / "examples" / "scenario.yaml").read_bytes()
    as_json = json.dumps(yaml.safe_load(scenario), ensure_ascii=False, default=str).encode()
    diagrams = [to_bpmn(processes()[slug], Staffing()) for slug in BPMN_SEEDS]
    foreign = [path.read_bytes() for path in sorted(ROOT.glob("tests/**/foreign/*.bpmn"))]
    logs = _logs(definition, folder)
    return {
        "BPMN": ([*diagrams, *foreign, *foreign], lambda data: from_bpmn(data, "fuzz.bpmn")),
        "scenario YAML, JSON": ([scenario, as_json], _document(ScenarioFile)),
        "process YAML, JSON": (
            [to_yaml(definition).encode(), to_json(definition).encode()],
            _document(Process),
        ),
        "CSV": ([logs[".csv"]], _log(folder / "fuzz.csv", definition)),
        "XES": ([logs[".xes"]], _log(folder / "fuzz.xes", definition)),
        "Parquet": ([logs[".parquet"]], _log(folder / "fuzz.parquet", definition)),
        **_prosimos(folder),
    }


def _prosimos(folder: Path) -> dict[str, tuple[list[bytes], Reader]]:
    """Diagrams, scenarios and formulas for Prosimos; what is read is also run, with few cases."""
    permit, grant = NETS / "permit", NETS / "grant"
    _run(*(grant / part for part in PARTS))  # compiled now: that may take longer than patience has

    def damaged(own: Path, name: str) -> Reader:
        def read(data: bytes) -> object:
            file = folder / f"fuzz-{name}"
            file.write_bytes(data)
            files = (file if part == name else own / part for part in PARTS)
            return _run(*files)

        return read

    def formula(data: bytes) -> object:
        scenario = json.loads((grant / "scenario.json").read_text(encoding="utf-8"))
        intake = scenario["event_attributes"][0]["attributes"]
        intake[0]["values"] = data.decode(errors="replace")
        file = folder / "fuzz-formula.json"
        file.write_text(json.dumps(scenario), encoding="utf-8")
        return _run(grant / "model.bpmn", file)

    return {
        **{
            f"Prosimos {own.name} {Path(name).suffix}": (
                [(own / name).read_bytes()],
                damaged(own, name),
            )
            for own, name in ((permit, PARTS[0]), (permit, PARTS[1]), (grant, PARTS[1]))
        },
        "Prosimos formula": ([text.encode() for text in FORMULAS], formula),
    }


def _run(model: Path, given: Path) -> object:
    net, _ = read_control_flow(model)
    scenario, _ = read_scenario(given, net, BEGIN, cases=20, seed=1)
    return run_scenario(scenario)


def _logs(definition: Process, folder: Path) -> dict[str, bytes]:
    scenario = defaults.scenario("fuzz", [definition], defaults.own_staff([definition]))
    load = scenario.loads[0].changed(cases=12, working_days=None)
    log = run_experiment(scenario.changed(loads=(load,), replications=1)).log
    found: dict[str, bytes] = {}
    for suffix in (".csv", ".xes", ".parquet"):
        path = folder / f"seed{suffix}"
        write_log(log, path, [definition])
        found[suffix] = path.read_bytes()
    return found


def _document(kind: type[Process | ScenarioFile]) -> Reader:
    def read(data: bytes) -> object:
        try:
            text = data.decode()
        except UnicodeDecodeError:
            return None  # files are decoded before they come here; tested apart
        return parse(text, kind, "fuzz.yaml")

    return read


def _log(path: Path, definition: Process) -> Reader:
    def read(data: bytes) -> object:
        path.write_bytes(data)
        return read_log(path, [definition])

    return read


@contextmanager
def _patience() -> Iterator[None]:
    def stop(_signal: int, _frame: object) -> None:
        raise HangError

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def tried(data: bytes, reader: Reader, tally: Tally) -> None:
    """Read one file and note how it ended."""
    begin = time.monotonic()
    try:
        with _patience():
            reader(data)
        end = "read"
    except OneThingError as error:
        end = "refused" if error.sentence("zh") and str(error) else "without a sentence"
    except HangError:
        end = "hang"
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt):
            raise
        end = "crash"
        tally.crashes.append("".join(traceback.format_exception(error)[-3:]))
    tally.ends[end] += 1
    tally.slowest = max(tally.slowest, time.monotonic() - begin)


def resident() -> float:
    """Megabytes of memory that the process holds."""
    pages = Path("/proc/self/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * 4_096 / 1e6


def campaign(
    files: int, seed: int, keep: Path | None = None, only: str = ""
) -> tuple[dict[str, Tally], float]:
    """So many damaged files, formats by turns; the tallies and the growth of memory in MB.

    Of the formats, those whose names begin with ``only``. Files that crash or hang are written to
    ``keep``.
    """
    random = Random(seed)  # noqa: S311 - damage, not secrets
    middle = resident()
    with tempfile.TemporaryDirectory() as folder:
        every = formats(Path(folder))
        known = {name: format_ for name, format_ in every.items() if name.startswith(only)}
        tallies = {name: Tally() for name in known}
        for number in range(files):
            name = list(known)[number % len(known)]
            seeds, reader = known[name]
            data = mutated(random, seeds)
            before = tallies[name].ends["crash"] + tallies[name].ends["hang"]
            tried(data, reader, tallies[name])
            if keep and tallies[name].ends["crash"] + tallies[name].ends["hang"] > before:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / f"{name.replace(' ', '-')}-{number}.gz").write_bytes(gzip.compress(data))
            if number == files // 3:
                middle = resident()
    return tallies, resident() - middle


def main() -> int:
    """Run the campaign and print the counts; 1 if anything crashed, hung or leaked."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--files", type=int, default=10_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", type=Path, help="folder for files that crash or hang")
    parser.add_argument("--only", default="", help="formats whose names begin so")
    given = parser.parse_args()
    begin = time.monotonic()
    tallies, growth = campaign(given.files, given.seed, given.keep, given.only)
    for name, tally in tallies.items():
        print(f"{name:22} {json.dumps(tally.ends)} slowest {tally.slowest:.2f} s")
        for crash in list(dict.fromkeys(tally.crashes))[:5]:
            print(crash)
    print(f"{given.files} files in {time.monotonic() - begin:.0f} s, memory {growth:+.0f} MB")
    bad = {"crash", "hang", "without a sentence"}
    failed = any(tally.ends[end] for tally in tallies.values() for end in bad)
    return int(failed or growth > LEAK)


if __name__ == "__main__":
    sys.exit(main())
