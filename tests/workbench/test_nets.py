"""``onething simulate --bpmn``: from files to a log."""

import json
from pathlib import Path

import pytest

from tests.integrations.prosimos.test_diagram import BODY, FOOT, HEAD
from tests.integrations.prosimos.test_reading import document, drawn
from workbench.cli import main

SHARES = [
    {
        "gateway_id": "x",
        "probabilities": [{"path_id": "f3", "value": 0.5}, {"path_id": "f4", "value": 0.5}],
    }
]


def run(*arguments: str) -> None:
    """The command, which must end well."""
    with pytest.raises(SystemExit) as end:
        main(arguments)
    assert not end.value.code


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, ...]:
    """The options that name a diagram and its scenario."""
    bpmn, scenario = tmp_path / "m.bpmn", tmp_path / "s.json"
    bpmn.write_text(HEAD + BODY + FOOT, encoding="utf-8")
    events = [{"event_id": "t", **drawn("fix", 30)}]
    data = document(gateway_branching_probabilities=SHARES, event_distribution=events)
    scenario.write_text(json.dumps(data), encoding="utf-8")
    return ("simulate", "--bpmn", str(bpmn), "--prosimos", str(scenario))


def test_a_diagram_and_its_scenario_give_a_log(
    files: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.csv"
    start = ("--start", "2024-03-04T10:00:00")
    run(*files, "--cases", "50", *start, "--log", str(log), "--json")
    found = json.loads(capsys.readouterr().out)
    lines = log.read_text(encoding="utf-8").splitlines()
    assert lines[1].startswith("0,Look,2024-03-04 10:00:00+00:00")
    assert found["cases"] == 50
    looks = next(task for task in found["tasks"] if task["name"] == "Look")
    assert looks["visits"] == len(lines) - 1
    assert sum(person["visits"] for person in found["resources"]) == looks["visits"]


def test_the_tables_speak_both_languages(
    files: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    run(*files, "--cases", "5")
    assert "流程图仿真" in capsys.readouterr().out
    run(*files, "--cases", "5", "--lang", "en")
    assert "Simulation of the diagram" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("dropped", "added", "complaint"),
    [(2, (), "go together"), (0, ("--log", "x.txt"), "must end with .csv")],
)
def test_a_wrong_option_is_one_sentence(
    files: tuple[str, ...],
    dropped: int,
    added: tuple[str, ...],
    complaint: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    with pytest.raises(SystemExit) as end:
        main([*files[: len(files) - dropped], *added, "--lang", "en"])
    assert end.value.code == 2
    assert complaint in capsys.readouterr().err
