"""``onething serve`` with real programs: cases to their end, a further worker, a clean stop."""

import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

from integrations.store.store import Store
from workbench.children import free_port

ROOT = Path(__file__).parents[2]
CASES = 2
LONG = 300.0
"""Seconds after which a test gives up; nothing is measured by it."""

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="reads /proc")


def wait_until(is_so: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + LONG
    while not is_so():
        assert time.monotonic() < deadline, f"{what}: not within {LONG:g} seconds"
        time.sleep(0.3)


def parent(program: str) -> int | None:
    """The parent of a running program; None if it has ended."""
    try:
        state, found = Path(f"/proc/{program}/stat").read_text().rpartition(") ")[2].split()[:2]
    except OSError:
        return None
    return None if state == "Z" else int(found)


def started_by(program: int) -> set[str]:
    """The programs below this one."""
    below = {str(program)}
    for _ in range(3):  # as deep as it goes
        numbers = [entry.name for entry in Path("/proc").iterdir() if entry.name.isdigit()]
        below |= {number for number in numbers if str(parent(number)) in below}
    return below - {str(program)}


def environment(folder: Path) -> dict[str, str]:
    """Ours without any Prefect of this machine's, everything below a folder."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "ONETHING_"))}
    return {**plain, "PREFECT_HOME": str(folder / "prefect"), "PYTHONPATH": str(ROOT)}


@contextmanager
def program(folder: Path, *arguments: str, **variables: str) -> Iterator[subprocess.Popen[bytes]]:
    """One of our commands; killed in the end if it still runs."""
    with (folder / f"{arguments[0]}.log").open("wb") as output:
        started = subprocess.Popen(  # noqa: S603 - our own interpreter and code
            [sys.executable, "-m", "workbench", *arguments],
            cwd=folder,
            env=environment(folder) | variables,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    try:
        yield started
    finally:
        started.kill()
        started.wait()


def joined(folder: Path) -> dict[str, str]:
    """What ``source worker.env`` sets."""
    lines = (folder / "worker.env").read_text(encoding="utf-8").splitlines()
    words = [shlex.split(line)[1] for line in lines]
    return dict(word.split("=", 1) for word in words)


def asked(address: str, path: str) -> list[dict[str, object]]:
    """What Prefect's server answers to a question for everything."""
    request = Request(address + path, b"{}", {"content-type": "application/json"})  # noqa: S310 - loopback
    with urlopen(request, timeout=30) as answer:  # noqa: S310 - loopback
        found: list[dict[str, object]] = json.load(answer)
    return found


def test_cases_come_to_their_end_a_worker_joins_and_nothing_is_left_behind(tmp_path: Path) -> None:
    store, folder = f"sqlite:///{tmp_path / 'store.db'}", tmp_path / "served"
    options = ("--at-once", str(CASES), "--speed", "200000", "--store", store, "--lang", "en")
    where = ("--folder", str(folder), "--port", str(free_port()))
    with program(tmp_path, "serve", *options, *where) as serve:
        said = tmp_path / "serve.log"
        wait_until(lambda: "Ctrl-C" in said.read_text() or serve.poll() is not None, "up")
        assert serve.poll() is None, said.read_text()
        known = joined(folder)
        with program(tmp_path, "worker", **known) as worker, Store.open(store) as kept:
            address = known["PREFECT_API_URL"]
            workers = "/work_pools/onething/workers/filter"
            wait_until(lambda: len(asked(address, workers)) > 1, "two workers")
            run = kept.runs()[0].id
            wait_until(lambda: not kept.open_cases(run), "cases")
            assert kept.run(kept.runs()[0].name).cases == CASES
            assert len(kept.log(run)) > CASES
            states = {
                str(flow_run["state_type"]) for flow_run in asked(address, "/flow_runs/filter")
            }
            assert not states & {"FAILED", "CRASHED"}
            worker.terminate()
            worker.wait(LONG)
        programs = started_by(serve.pid)
        assert len(programs) >= 3
        serve.send_signal(signal.SIGTERM)
        assert serve.wait(LONG) == 0
        assert "Traceback" not in said.read_text()
        assert [number for number in programs if parent(number) is not None] == []
