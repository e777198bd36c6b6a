"""``onething bpmn`` and BPMN files where a process is meant."""

import json
from pathlib import Path

import pytest
from lxml import etree

from tests.integrations.bpmn.shapes import NS
from workbench.cli import main


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
