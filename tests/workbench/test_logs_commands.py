"""``onething conformance`` and ``onething calibrate`` from a log file to their words."""

import json
from pathlib import Path

import pytest

from flows.catalogue import process
from integrations.documents import read
from integrations.logs.writing import write_log
from simulations.scenario_file import ScenarioFile
from tests.builders import a_load, a_pool, simulated
from tests.builders import a_scenario as scenario_of
from workbench.cli import main

OPENING = process("company-opening").reformed()


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    slugs = dict.fromkeys(step.pool for step in OPENING.steps if step.pool)
    pools = [a_pool(2, slug=slug) for slug in slugs]
    path = tmp_path_factory.mktemp("logs") / "log.csv"
    write_log(simulated(scenario_of(a_load(OPENING, 120, per_day=10), pools=pools)), path)
    return path


def run(*arguments: str | Path) -> None:
    with pytest.raises(SystemExit) as ended:
        main([str(argument) for argument in arguments])
    assert ended.value.code in {0, None}


def test_a_log_of_the_published_process_conforms(
    log: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("conformance", log, "company-opening")
    assert "120件办件中120件（100.0%）完全照公布的流程办理" in capsys.readouterr().out
    run("conformance", log, "company-opening", "--as-is", "--lang", "en")
    out = " ".join(capsys.readouterr().out.split())
    assert "0 of 120 cases (0.0%) keep to the published process" in out
    assert "wrong order" in out
    run("conformance", log, "company-opening", "--as-is", "--json")
    assert json.loads(capsys.readouterr().out)["by_kind"]["wrong_owner"] == 120


def test_a_calibrated_scenario_can_be_simulated(
    log: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "scenario.yaml"
    run("calibrate", log, "company-opening", "-o", out)
    told = capsys.readouterr()
    assert "由日志得出的数值" in told.out
    assert "Welch z" in told.out
    assert str(out) in told.err.replace("\n", "")
    scenario = read(out, ScenarioFile)
    assert scenario.cases == 120
    assert "log.csv" in scenario.source.note
    report = tmp_path / "report.html"
    run("simulate", "company-opening", "--scenario", out, "--replications", "1",
        "--report", report, "--log", tmp_path / "again.xes")  # fmt: skip
    assert report.exists()
    run("conformance", tmp_path / "again.xes", "company-opening", "--lang", "en")
    told = capsys.readouterr()
    assert "120 of 120 cases" in told.out
    assert "Columns (change by --columns): case=case:concept:name" in told.err.replace("\n", " ")


def test_calibration_as_json(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("calibrate", log, "company-opening", "--json", "--held-out", "0")
    found = json.loads(capsys.readouterr().out)
    assert found["quality"] is None
    assert found["scenario"]["cases"] == 120


def test_a_log_of_another_process_is_refused(log: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["conformance", str(log), "land-list", "--lang", "en"])
    assert ended.value.code == 2
    assert "there is no case of land-list" in capsys.readouterr().err


FOREIGN = Path(__file__).parents[1] / "integrations" / "bpmn" / "foreign"


def test_a_log_of_somebody_elses_diagram_is_calibrated_and_its_notes_told_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "log.csv"
    lines = [
        f"{case},Accept application,2024-03-04 09:{case:02}:00,2024-03-04 10:{case:02}:00,Li"
        for case in range(30)
    ]
    path.write_text("\n".join(["case_id,activity,start_time,end_time,resource", *lines]), "utf-8")
    run("calibrate", path, FOREIGN / "camunda.bpmn", "--lang", "en", "--held-out", "0")
    told = capsys.readouterr()
    assert "Accept" in told.out
    assert told.err.count("boundary event 'Too late'") == 1


def test_a_diagram_with_loops_is_refused_with_what_can_be_done(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "log.csv").write_text("case,activity,end\n1,a,2024-03-04 09:00\n", "utf-8")
    with pytest.raises(SystemExit):
        main(["calibrate", str(tmp_path / "log.csv"), str(FOREIGN / "bpmnio.bpmn")])
    assert "只能用 onething simulate 仿真" in capsys.readouterr().err.replace("\n", "")
