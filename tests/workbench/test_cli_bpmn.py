"""``onething bpmn`` and BPMN files where a process is meant."""

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from tests.integrations.bpmn.shapes import NS
from workbench.cli import main

FOREIGN = Path(__file__).parents[1] / "integrations" / "bpmn" / "foreign"


def run(*arguments: str) -> int:
    """The exit code of a command."""
    try:
        main(arguments)
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def test_an_exported_process_is_simulated_like_the_one_of_the_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "opening.bpmn"
    assert run("bpmn", "company-opening", "--as-is", "-o", str(target)) == 0
    options = ("--as-is", "--cases", "30", "--replications", "2", "--json")
    capsys.readouterr()
    assert run("simulate", str(target), *options) == 0
    from_file = json.loads(capsys.readouterr().out)
    assert run("simulate", "company-opening", *options) == 0
    from_catalogue = json.loads(capsys.readouterr().out)
    assert from_file["processes"] == from_catalogue["processes"]


def test_an_exported_to_be_process_has_the_staff_of_the_catalogue(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "opening.bpmn"
    assert run("bpmn", "company-opening", "-o", str(target)) == 0
    options = ("--cases", "60", "--replications", "2", "--json")
    capsys.readouterr()
    assert run("simulate", str(target), *options) == 0
    from_file = json.loads(capsys.readouterr().out)
    assert run("simulate", "company-opening", *options) == 0
    from_catalogue = json.loads(capsys.readouterr().out)
    assert from_file["pools"] == from_catalogue["pools"]
    assert from_file["processes"] == from_catalogue["processes"]


def test_staff_changed_in_the_simulation_data_counts(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "opening.bpmn"
    assert run("bpmn", "company-opening", "-o", str(target)) == 0
    drawn = target.read_text(encoding="utf-8")
    stated = re.compile(r'(id="resource_seal-shop" name="[^"]*" totalAmount=)"3"')
    target.write_text(stated.sub(r'\1"1"', drawn), encoding="utf-8")
    capsys.readouterr()
    assert run("simulate", str(target), "--cases", "60", "--replications", "2", "--json") == 0
    pools = {p["pool"]: p["people"] for p in json.loads(capsys.readouterr().out)["pools"]}
    assert pools["seal-shop"] == 1
    assert pools["market-regulation"] == 3


def test_simulation_data_name_the_staff_of_every_task(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run("bpmn", "company-opening") == 0
    root = etree.fromstring(capsys.readouterr().out.encode())
    resources = {r.get("id") for r in root.iter(f"{{{NS['qbp']}}}resource")}
    used = {r.text for r in root.iter(f"{{{NS['qbp']}}}resourceId")}
    assert {"resource_tax", "resource_seal-shop", "resource_none"} <= used <= resources


def test_an_unknown_process_ends_in_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("bpmn", "company-openin") == 2
    assert "company-opening" in capsys.readouterr().err
    assert run("simulate", "missing.bpmn") == 2
    assert "missing.bpmn" in capsys.readouterr().err


def test_a_general_diagram_runs_as_it_is(capsys: pytest.CaptureFixture[str]) -> None:
    english = ("--json", "--lang", "en")
    assert run("simulate", str(FOREIGN / "bpmnio.bpmn"), "--cases", "2000", *english) == 0
    captured = capsys.readouterr()
    found = json.loads(captured.out)
    visits = {task["id"]: task["visits"] for task in found["tasks"]}
    assert found["stuck"] == {}
    assert visits["T3"] == 2_000
    assert abs(visits["T1"] - 1_000) < 4 * 500**0.5  # half of the cases come in by post
    assert abs(visits["T2"] - 4_000) < 4 * 4_000**0.5  # one more time with chance one half
    for words in ("is part of a loop", "people of", "arrivals are not stated", "50% each"):
        assert words in captured.err


def test_a_foreign_diagram_that_is_a_process_is_measured_like_ours(
    capsys: pytest.CaptureFixture[str],
) -> None:
    options = ("--cases", "200", "--replications", "2", "--json")
    assert run("simulate", str(FOREIGN / "bimp.bpmn"), *options) == 0
    captured = capsys.readouterr()
    (found,) = json.loads(captured.out)["processes"]
    assert found["process"] == "bimp"
    assert "normal distribution is cut at 0" in captured.err
