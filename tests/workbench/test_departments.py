"""``onething departments`` as a server of its own: started, killed, started again, stopped."""

import asyncio
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from integrations.departments.circuit import Patience
from integrations.departments.client import DepartmentClient
from integrations.departments.contract import Application, ApplicationState
from integrations.departments.credentials import KeyFile, read_keys
from integrations.departments.ledger import Ledger
from models.errors import CalendarError, DepartmentError, DocumentError
from models.source import Source
from models.working_time import DAY, HolidayNotice
from workbench.cli import main
from workbench.departments import days_left, make_keys, rotate_keys, settled

T = TypeVar("T")
ROOT = Path(__file__).parents[2]
CODE = "from workbench.cli import main; main()"
A_GUESS = Source(kind="assumption", note="for this test")
QUICK = "86400"
"""A day a second."""


@dataclass
class Server:
    """A running server and where it is."""

    process: subprocess.Popen[str]
    url: str
    secrets: Path

    def call(self, act: Callable[[DepartmentClient], Coroutine[Any, Any, T]]) -> T:
        """What the county gets, over the network."""

        async def calling() -> T:
            keys = KeyFile(self.secrets)
            async with DepartmentClient("county", self.url, keys, patience=PATIENCE) as client:
                return await act(client)

        return asyncio.run(calling())


PATIENCE = Patience(attempts=12, first=0.02, longest_asked=0.05, rest=0.02)


@contextmanager
def running(folder: Path, *options: str) -> Iterator[Server]:
    """A server with its ledger and keys in a folder; killed in the end if it still runs."""
    command = [sys.executable, "-c", CODE, "departments", "--port", "0", "--lang", "en"]
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        [*command, "--speed", QUICK, *options],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stdout is not None
        line = process.stdout.readline()
        assert "departments ready" in line
        url = line.rpartition(": ")[2].strip()
        yield Server(process, url, folder / "out" / "departments" / "secrets.yaml")
    finally:
        process.kill()
        process.wait()
        if process.stdout is not None:
            process.stdout.close()


def registration(case: str) -> Application:
    return Application(case=case, number=0, process="company-opening", step="registration")


async def whole(client: DepartmentClient, key: str, case: str) -> ApplicationState:
    state = await client.apply("market-regulation", key, registration(case))
    return await client.wait("market-regulation", state.id)


def test_a_server_that_is_killed_goes_on_from_its_ledger_and_stops_when_told(
    tmp_path: Path,
) -> None:
    with running(tmp_path) as server:
        first = server.call(lambda c: c.apply("market-regulation", "k1", registration("C-1")))
        server.process.send_signal(signal.SIGKILL)
        server.process.wait()
    with running(tmp_path) as server:
        done = server.call(lambda c: whole(c, "k1", "C-1"))
        assert (done.id, done.enabled) == (first.id, first.enabled)
        assert done.over
        rotate_keys(server.secrets, 0, "en")
        assert server.call(lambda c: whole(c, "k2", "C-2")).over
        server.process.send_signal(signal.SIGTERM)
        assert server.process.wait(timeout=20) == 0
    ledger = Ledger(f"sqlite:///{tmp_path / 'out/departments/ledger.db'}")
    assert set(ledger.times_done().values()) == {1}
    assert len(ledger.times_done()) == 2
    ledger.close()


def test_faults_of_a_file_over_the_network_and_only_the_departments_named(tmp_path: Path) -> None:
    file = tmp_path / "faults.yaml"
    file.write_text(
        "seed: 1\nfaults:\n"
        "  - {kind: error, times: 1}\n  - {kind: timeout, times: 1, seconds: 0.01}\n"
        "  - {kind: restart, times: 1}\n  - {kind: duplicate, share: 0.5}\n",
        encoding="utf-8",
    )
    only = "market-regulation,tax"
    with running(tmp_path, "--faults", str(file), "--only", only) as server:
        assert server.call(lambda c: whole(c, "k1", "C-1")).over
        unsigned = httpx.get(f"{server.url}/tax/documents/tax-{'0' * 16}")
        assert unsigned.status_code == 401
        assert unsigned.headers["content-type"] == "application/problem+json"
        with pytest.raises(DepartmentError, match="no department court"):
            server.call(lambda c: c.health("court"))
    ledger = Ledger(f"sqlite:///{tmp_path / 'out/departments/ledger.db'}")
    assert list(ledger.times_done().values()) == [1]
    ledger.close()


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--only", "nobody"), "no department is called 'nobody'"),
        (("--faults", "missing.yaml"), "missing.yaml: cannot be read"),
        (("--ledger", "nonsense"), "the ledger's address cannot be used"),
    ],
)
def test_wrong_options_end_in_one_sentence(
    options: tuple[str, ...],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SystemExit) as caught:
        main(["departments", *options, "--lang", "en"])
    assert caught.value.code == 2
    captured = capsys.readouterr()
    assert captured.err.startswith("onething: ")
    assert said in captured.err
    assert captured.err.count("\n") == 1


def test_a_ledger_keeps_its_day_its_seed_and_its_clock() -> None:
    ledger = Ledger("sqlite://")
    calendar, seed, first = settled(ledger, None, None, 3_600)
    day = calendar.first
    again = settled(ledger, day, seed, 3_600)
    assert (again[0].first, again[1], again[2].origin) == (day, seed, first.origin)
    faster = settled(ledger, None, None, 7_200)[2]
    assert faster.speed == 7_200
    earlier = first.now()
    assert -1 <= faster.now() - earlier <= 7_200 * (time.time() - first.origin + 1)
    with pytest.raises(DocumentError, match="this ledger was begun on"):
        settled(ledger, None, seed + 1, 7_200)
    ledger.close()


def test_a_clock_that_has_left_the_calendar_is_refused_unless_the_next_year_is_given() -> None:
    ledger = Ledger("sqlite://")
    calendar = settled(ledger, date(2026, 12, 1), None, 1)[0]
    assert calendar.last == date(2026, 12, 31)
    late = ledger.setting("clock") | {"started": 31 * DAY + 1}
    ledger.keep("clock", late)
    with pytest.raises(CalendarError, match="--holidays"):
        settled(ledger, None, None, 1)
    new_year = HolidayNotice(year=2027, days_off=(date(2027, 1, 1),), source=A_GUESS)
    longer, _, clock = settled(ledger, None, None, 1, (new_year,))
    assert 300 < days_left(longer, clock) < 365
    ledger.close()


def test_a_file_of_keys_is_private_and_refused_if_others_can_read_it(tmp_path: Path) -> None:
    path = tmp_path / "keys" / "secrets.yaml"
    make_keys(path, "county", "en")
    assert path.stat().st_mode & 0o777 == 0o600
    with pytest.raises(DocumentError, match="has keys already"):
        make_keys(path, "county", "en")
    make_keys(path, "city", "en")
    assert {key.client for key in read_keys(path).keys} == {"county", "city"}
    path.chmod(0o640)
    with pytest.raises(DocumentError, match="others can read"):
        read_keys(path)


def test_a_broken_file_of_keys_shows_no_secret_and_leaves_the_old_keys(tmp_path: Path) -> None:
    path = tmp_path / "secrets.yaml"
    make_keys(path, "county", "en")
    keys = KeyFile(path)
    before = keys()
    secret = before.keys[0].secret.get_secret_value()
    path.write_text(path.read_text(encoding="utf-8").replace(secret, secret[:20]), encoding="utf-8")
    with pytest.raises(DocumentError, match="32 bytes") as caught:
        read_keys(path)
    assert secret[:20] not in str(caught.value)
    assert keys() == before


def test_faults_come_and_go_by_command_while_the_departments_run(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with running(tmp_path) as server:

        def faults(*words: str) -> tuple[int, str]:
            where = ("--departments", server.url, "--secrets", str(server.secrets), "--lang", "en")
            with pytest.raises(SystemExit) as ended:
                main(["faults", *words, *where])
            told = capsys.readouterr()
            return int(ended.value.code or 0), (told.out + told.err).strip()

        assert faults("list") == (0, "No faults")
        added = faults("add", "slow", "--department", "tax", "--calls", "health", "--seconds", "0")
        assert added == (0, "0: slow department=tax calls=['health'] seconds=0.0, struck 0 times")
        server.call(lambda client: client.health("tax"))
        assert faults("list")[1].endswith("struck 1 times")
        assert json.loads(faults("list", "--json")[1])[0]["hits"] == 1
        assert faults("end", "--all")[0] == 0
        assert faults("list") == (0, "No faults")
        code, told = faults("add", "closed")
        assert code != 0
        assert "`closed` needs its `day`" in told
        assert "there is no fault 5" in faults("end", "5")[1]


def test_a_fault_added_by_command_is_there_when_the_departments_are_killed_and_come_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for words in (["add", "slow", "--seconds", "0", "--times", "3"], ["list"]):
        with running(tmp_path) as server:
            where = ["--departments", server.url, "--secrets", str(server.secrets), "--lang", "en"]
            with pytest.raises(SystemExit):
                main(["faults", *words, *where])
            told.append(capsys.readouterr().out)
            server.process.kill()
    assert told[0].startswith("0: slow")
    assert told[1] == told[0]
