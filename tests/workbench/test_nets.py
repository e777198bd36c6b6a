"""``onething simulate --bpmn``: from files to a log."""

import json
from pathlib import Path

import polars as pl
import pytest

from tests.integrations.bpmn.test_control_flow import BODY, FOOT, HEAD
from tests.integrations.prosimos.test_reading import document, drawn
from tests.workbench.test_cli_bpmn import FOREIGN
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


WRONG = {
    "half of a pair": (2, (), "go together"),
    "a format of no net": (0, ("--log", "x.xes"), "is written as .csv .parquet"),
    "idle options": (0, ("--staff", "a=1", "--report", "r.html"), "--staff, --report: of no use"),
    "before the reforms": (0, ("--as-is",), "--as-is/--to-be: of no use"),
    "no case": (0, ("--cases", "0"), "simulate: cases: Input should be greater than or equal to 1"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_option_is_one_sentence_and_writes_nothing(
    files: tuple[str, ...],
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    dropped, added, complaint = WRONG[name]
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path / "empty")
    with pytest.raises(SystemExit) as end:
        main([*files[: len(files) - dropped], *added, "--lang", "en"])
    assert end.value.code == 2
    told = capsys.readouterr()
    assert complaint in told.err
    assert not told.out
    assert list(Path().iterdir()) == []


def test_the_diagram_may_stand_in_the_place_of_the_process(
    files: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    command, _, bpmn, *rest = files
    run(*files, "--cases", "20", "--json")
    paired = capsys.readouterr().out
    run(command, bpmn, *rest, "--cases", "20", "--json")
    assert capsys.readouterr().out == paired


def test_parquet_holds_what_csv_holds(files: tuple[str, ...], tmp_path: Path) -> None:
    for suffix in ("csv", "parquet"):
        run(*files, "--cases", "30", "--log", str(tmp_path / f"log.{suffix}"), "--json")
    times = ("enable_time", "start_time", "end_time")
    plain = pl.read_csv(tmp_path / "log.csv").with_columns(
        pl.col(*times).str.to_datetime(time_unit="ms", time_zone="UTC")
    )
    assert plain.equals(
        pl.read_parquet(tmp_path / "log.parquet").cast({"case_id": pl.Int64}), null_equal=True
    )


def test_a_general_diagram_begins_at_the_time_of_day_in_china(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = tmp_path / "log.csv"
    options = ("--cases", "3", "--start", "2024-05-06T10:30:00", "--log", str(log), "--json")
    run("simulate", str(FOREIGN / "bpmnio.bpmn"), *options)
    first = log.read_text(encoding="utf-8").splitlines()[1]
    assert "2024-05-06 10:30:00+08:00" in first
    people = json.loads(capsys.readouterr().out)["resources"]
    assert len(people) < 10  # a row a pool, not one a person


def test_a_process_starts_on_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["simulate", "company-opening", "--start", "2024-05-06T10:30:00", "--lang", "en"])
    assert end.value.code == 2
    assert "write 2024-05-06" in capsys.readouterr().err


def test_a_sub_process_runs_beside_a_scenario(
    files: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    bpmn = Path(files[2])
    inner = (
        '<subProcess id="sub"><startEvent id="s2"/><task id="b" name="Inner"/><endEvent id="e2"/>'
        '<sequenceFlow id="g1" sourceRef="s2" targetRef="b"/>'
        '<sequenceFlow id="g2" sourceRef="b" targetRef="e2"/></subProcess>'
        '<sequenceFlow id="f0" sourceRef="sub" targetRef="a"/>'
    )
    drawn = bpmn.read_text(encoding="utf-8").replace('targetRef="a"/>', 'targetRef="sub"/>', 1)
    bpmn.write_text(drawn.replace(FOOT, inner + FOOT), encoding="utf-8")
    scenario = Path(files[4])
    data = json.loads(scenario.read_text(encoding="utf-8"))
    own = data["task_resource_distribution"][0]
    data["task_resource_distribution"].append({**own, "task_id": "b"})
    for profile in data["resource_profiles"]:
        for resource in profile["resource_list"]:
            resource["assignedTasks"] = [*resource.get("assignedTasks", []), "b"]
    scenario.write_text(json.dumps(data), encoding="utf-8")
    run(*files, "--cases", "30", "--json")
    visits = {t["name"]: t["visits"] for t in json.loads(capsys.readouterr().out)["tasks"]}
    assert visits["Inner"] == 30
    assert visits["Look"] >= 30
