"""``simulate --keep``, ``runs`` and ``store`` as their users meet them."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from integrations.store.store import Store
from workbench.cli import main

KEEP = ("simulate", "company-opening", "--cases", "40", "--replications", "2", "--json")


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'kept.db'}"
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ONETHING_STORE", url)
    return url


def onething(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    """Exit code, output and messages."""
    code = 0
    try:
        main(arguments)
    except SystemExit as end:
        code = int(end.code or 0)
    done = capsys.readouterr()
    return code, done.out, done.err


def test_a_kept_run_is_listed_and_holds_what_was_simulated(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, err = onething(capsys, *KEEP, "--keep", "to-be", "--reforms", "5,8")
    assert (code, "已存入事件库，名称 to-be" in err) == (0, True)
    assert json.loads(out)["effort"]["cases"] == 80
    (listed,) = json.loads(onething(capsys, "runs", "--json")[1])
    assert (listed["name"], listed["cases"], listed["variant"]) == ("to-be", 40, "5,8")
    with Store.open(address) as store:
        run = store.run("to-be")
        (kept,) = store.processes(run.id)
        assert kept.applied == (5, 8)
        assert store.log(run.id).cases == 40
        assert '"seed":1' in (store.run_scenario(run.id) or "")
    assert "5,8" in onething(capsys, "runs")[1]
    assert "simulated" in onething(capsys, "runs", "--lang", "en")[1]


def test_the_same_may_be_kept_again_but_nothing_else_under_its_name(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert onething(capsys, *KEEP, "--keep", "a", "--store", address)[0] == 0
    assert onething(capsys, *KEEP, "--keep", "a")[0] == 0
    code, out, err = onething(capsys, *KEEP, "--keep", "a", "--seed", "9", "--lang", "en")
    assert (code, out) == (2, "")
    assert err.startswith("onething: another run in the store is called 'a'")
    assert err.count("\n") == 1


def test_a_run_is_removed(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    onething(capsys, *KEEP, "--keep", "a", "--store", address)
    assert onething(capsys, "runs", "--remove", "a")[0] == 0
    assert "还没有运行记录" in onething(capsys, "runs")[1]
    code, _, err = onething(capsys, "runs", "--remove", "a", "--lang", "en")
    assert (code, "no run is called 'a'" in err) == (2, True)


def test_the_store_says_where_it_is_and_never_its_password(
    address: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert onething(capsys, "store", "where")[1].strip() == address
    url = "postgresql://clerk:secret@127.0.0.1:1/county"
    assert "clerk:***@" in onething(capsys, "store", "where", "--store", url)[1]
    code, _, err = onething(capsys, "runs", "--store", url, "--lang", "en")
    assert (code, "secret" in err, err.count("\n")) == (2, False, 1)


def test_upgrade_makes_the_tables(address: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert onething(capsys, "store", "upgrade")[0] == 0
    assert Path(address.removeprefix("sqlite:///")).exists()


def test_simulating_without_keeping_loads_no_database_library() -> None:
    code = "import sys, workbench.simulate; print('sqlalchemy' in sys.modules)"
    done = subprocess.run(  # noqa: S603 - our own interpreter and code
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False"
