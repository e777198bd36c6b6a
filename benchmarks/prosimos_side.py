"""Prosimos's side: a process in its own virtual environment, kept running between runs."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from typing import IO
from venv import EnvBuilder

from benchmarks.measure import Elapsed, Run

PIN = "prosimos==2.1.0"
WORKER = Path(__file__).with_name("prosimos_worker.py")


class PeerError(Exception):
    """Prosimos cannot be installed or does not answer; the message says why."""


def python_in(environment: Path) -> Path:
    """The interpreter of a virtual environment."""
    folder = "Scripts" if sys.platform == "win32" else "bin"
    return environment / folder / "python"


def installed(environment: Path) -> Path:
    """The interpreter of an environment with Prosimos, created if there is none.

    It is apart from the project's because Prosimos needs pandas below 3.
    """
    python = python_in(environment)
    if not python.exists():
        EnvBuilder(with_pip=True).create(environment)
    if _call(python, "-c", "import prosimos").returncode != 0:
        done = _call(python, "-m", "pip", "install", "--quiet", PIN)
        if done.returncode != 0:
            raise PeerError(f"{PIN} could not be installed: {done.stderr.strip()[-300:]}")
    return python


def _call(python: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [str(python), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - ours


@dataclass
class Prosimos:
    """Prosimos at work, to be asked for runs."""

    orders: IO[str]
    answers: IO[str]
    errors: Path

    def run(self, model: Path, cases: int, log: Path | None) -> Run:
        """One run of a model folder."""
        order = {"model": str(model), "cases": cases, "log": log and str(log)}
        self.orders.write(json.dumps(order) + "\n")
        self.orders.flush()
        answer = self.answers.readline()
        if not answer:
            last = self.errors.read_text("utf-8").strip().splitlines()[-1:]
            raise PeerError(f"it stopped on {model.name}: {' '.join(last)}")
        result = json.loads(answer)
        elapsed = Elapsed(result["processor"], result["wall"])
        return Run(cases, int(result["visits"]), elapsed, result["waiting"])


@contextmanager
def prosimos(python: Path, folder: Path) -> Iterator[Prosimos]:
    """Start Prosimos; it ends with the block."""
    errors = folder / "prosimos.err"
    with errors.open("w", encoding="utf-8") as sink:
        command = [str(python), "-P", str(WORKER)]  # -P: our folder would hide modules of its own
        process = subprocess.Popen(command, stdin=PIPE, stdout=PIPE, stderr=sink, text=True)  # noqa: S603 - ours
        if process.stdin is None or process.stdout is None:
            raise PeerError("it has no pipes")
        with process:
            yield Prosimos(process.stdin, process.stdout, errors)


@dataclass
class ProsimosRun:
    """Runs of one model with so many cases, the log kept in memory or written as CSV."""

    peer: Prosimos
    model: Path
    cases: int
    log: Path | None = None

    def __call__(self, number: int) -> Run:
        """Prosimos takes no seed: ``number`` is not used."""
        del number
        return self.peer.run(self.model, self.cases, self.log)
