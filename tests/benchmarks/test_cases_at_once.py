"""The benchmark of concurrent cases, small: both sides run, and nothing is at fault."""

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

from benchmarks.cases_at_once import Side, used
from tests.services import SERVER, administrator

ROOT = Path(__file__).parents[2]
LONG = 500
"""Seconds after which the test gives up; nothing is measured by it."""


def test_a_side_tells_its_rate_and_what_each_program_used() -> None:
    before, after = {"server": 1.0}, {"server": 4.0, "worker": 3.0}
    side = Side("cases", 6, 120.0, used(before, after))
    assert str(side) == (
        "cases: 6 in 120 s, 3.0 a minute; processor seconds each 1.00 (server 0.50, worker 0.50)"
    )


def test_two_cases_and_two_bare_flows_come_to_their_end(tmp_path: Path) -> None:
    administrator().close()
    server = SERVER.rpartition("/")[0]  # without the name of a database
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("PREFECT_", "ONETHING_"))}
    few = ("--cases", "2", "--workers", "1", "--speed", "200000", "--minutes", "3")
    program = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-m", "benchmarks.cases_at_once", *few, "--server", server],
        cwd=ROOT,
        env={**plain, "PREFECT_HOME": str(tmp_path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        told, _ = program.communicate(timeout=LONG)
    except subprocess.TimeoutExpired:
        program.send_signal(signal.SIGTERM)
        raise
    assert program.returncode == 0, told
    assert re.search(r"^cases: 2 in .* a minute;", told, re.MULTILINE)
    assert re.search(r"^bare flows: 2 in .* a minute;", told, re.MULTILINE)
    assert "; 0 faults" in told
