"""The command line as its users meet it: outputs, exit codes, one sentence for a bad input."""

import json
import re
from pathlib import Path

import polars as pl
import pytest

from flows.catalogue import process
from integrations.documents import parse, to_yaml
from models.process import Process
from workbench.cli import main

QUICK = ("--cases", "40", "--replications", "2")


class Outcome:
    """What a command printed, and its exit code."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out, self.err = code, out, err


@pytest.fixture
def onething(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> "Command":
    monkeypatch.chdir(tmp_path)  # reports go to the working directory
    return Command(capsys)


class Command:
    """Runs ``onething`` in this process."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *arguments: str) -> Outcome:
        try:
            main(arguments)
        except SystemExit as end:
            code = end.code if isinstance(end.code, int) else int(end.code is not None)
        else:
            code = 0
        captured = self.capsys.readouterr()
        return Outcome(code, captured.out, captured.err)


def test_simulate_prints_verdicts_and_writes_the_report(onething: Command) -> None:
    done = onething("simulate", "company-opening", *QUICK)
    assert done.code == 0
    assert "企业开办全流程" in done.out
    assert "方案第7项" in done.out
    page = Path("out/company-opening-to-be.html").read_text(encoding="utf-8")
    assert "企业开办全流程" in page


def test_simulate_speaks_english(onething: Command) -> None:
    done = onething("simulate", "company-opening", *QUICK, "--lang", "en", "--as-is")
    assert done.code == 0
    assert "Company opening" in done.out
    assert Path("out/company-opening-as-is.html").exists()


def test_simulate_json_has_the_effort_and_nothing_else_on_standard_output(
    onething: Command,
) -> None:
    done = onething("simulate", "company-opening", *QUICK, "--json")
    found = json.loads(done.out)
    assert found["effort"]["cases"] == 80
    assert found["effort"]["visits"] > 800
    assert set(found["effort"]) >= {"sampling_seconds", "kernel_seconds", "timing_seconds"}
    assert not Path("out").exists()


def test_the_same_seed_gives_the_same_figures(onething: Command) -> None:
    def figures(seed: str) -> object:
        done = onething("simulate", "company-opening", *QUICK, "--json", "--seed", seed)
        return json.loads(done.out)["processes"]

    assert figures("5") == figures("5")
    assert figures("5") != figures("6")


def test_staff_and_arrivals_are_taken(onething: Command) -> None:
    done = onething(
        "simulate", "company-opening", *QUICK, "--json", "--staff", "tax=4", "--arrivals", "30"
    )
    pools = {pool["pool"]: pool["people"] for pool in json.loads(done.out)["pools"]}
    assert pools["tax"] == 4


def test_some_reforms_only(onething: Command) -> None:
    done = onething("simulate", "company-opening", *QUICK, "--json", "--reforms", "5,8")
    assert json.loads(done.out)["processes"][0]["applied"] == [5, 8]


def test_the_log_is_written_as_parquet(onething: Command) -> None:
    onething("simulate", "company-opening", *QUICK, "--json", "--log", "log.parquet")
    log = pl.read_parquet("log.parquet")
    assert log["case"].n_unique() == 40
    assert log["enabled"].dtype == pl.Datetime("us", "Asia/Shanghai")


def test_a_process_of_your_own(onething: Command) -> None:
    definition = process("court-archive-access").changed(slug="my-archive")
    Path("mine.yaml").write_text(to_yaml(definition), encoding="utf-8")
    done = onething("simulate", "mine.yaml", *QUICK, "--json")
    assert json.loads(done.out)["processes"][0]["process"] == "my-archive"


def test_holidays_of_a_year_not_yet_announced(onething: Command) -> None:
    Path("holidays.yaml").write_text(
        "holidays:\n  - year: 2027\n    days_off: ['2027-01-01']\n"
        "    source: {kind: assumption, note: our guess}\n",
        encoding="utf-8",
    )
    late = ("simulate", "company-opening", *QUICK, "--json", "--start", "2026-12-21")
    assert onething(*late).code == 2
    assert onething(*late, "--holidays", "holidays.yaml").code == 0


BAD = {
    "process": (["simulate", "no-such"], r"no process is called 'no-such'"),
    "staff-of-0": (["simulate", "company-opening", "--staff", "tax=0"], r"--staff: 'tax=0'"),
    "pool": (["simulate", "company-opening", "--staff", "taxes=2"], r"no pool 'taxes'"),
    "year": (
        ["simulate", "company-opening", "--start", "2031-01-06"],
        r"holidays of 2031 are not announced",
    ),
    "reform": (["simulate", "company-opening", "--reforms", "9"], r"'9'; known: 5, 7, 8"),
    "reforms": (["simulate", "company-opening", "--reforms", "x"], r"not a list of item numbers"),
    "nothing": (["simulate"], r"name one process, or --family, or --all"),
    "both": (["simulate", "company-opening", "--all"], r"name one process"),
    "family": (["simulate", "--family", "x"], r"no family is called 'x'"),
    "cases": (["simulate", "company-opening", "--cases", "0"], r"simulate: cases"),
    "warm-up": (["simulate", "company-opening", "--warm-up", "soon"], r"--warm-up: 'soon'"),
    "missing-file": (["simulate", "company-opening", "--scenario", "x.yaml"], r"cannot be read"),
    "item": (["plan", "150"], r"no plan item is called '150'"),
    "reform-items": (["reforms", "--all", "--items", "2,999"], r"'999'"),
    "cluster": (
        ["simulate", "company-opening", "--dask", "nonsense"],
        r"--dask: no scheduler answers at nonsense",
    ),
}


@pytest.mark.parametrize("name", BAD)
def test_bad_input_ends_in_one_sentence(name: str, onething: Command) -> None:
    arguments, complaint = BAD[name]
    done = onething(*arguments, "--lang", "en")
    assert done.code == 2
    assert done.out == ""
    assert done.err.startswith("onething: ")
    assert done.err.count("\n") == 1
    assert re.search(complaint, done.err), done.err
    assert list(Path().iterdir()) == []  # nothing written


CHINESE = {
    "process": "没有名为“no-such”的流程",
    "staff-of-0": "没有写明人数",
    "year": "2031年放假安排尚未公布",
    "cases": "应不小于1",
}


@pytest.mark.parametrize("name", CHINESE)
def test_bad_input_is_answered_in_chinese_by_default(name: str, onething: Command) -> None:
    done = onething(*BAD[name][0])
    assert done.code == 2
    assert CHINESE[name] in done.err


SOURCE = "source: {kind: data, note: x}\n"
BAD_FILES = {
    "wrong-key": (SOURCE + "caeses: 5\n", "caeses: there is no such key"),
    "nan": (SOURCE + "arrivals: {company-opening: .nan}\n", "arrivals.company-opening"),
    "staff": (SOURCE + "staff: {tax: 0}\n", "staff.tax"),
    "no-source": ("cases: 5\n", "source: this key is missing"),
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_scenario_file_names_the_place(name: str, onething: Command) -> None:
    text, complaint = BAD_FILES[name]
    Path("s.yaml").write_text(text, encoding="utf-8")
    done = onething("simulate", "company-opening", "--scenario", "s.yaml", "--lang", "en")
    assert done.code == 2
    assert f"s.yaml: {complaint}" in done.err


def test_a_circle_of_steps_in_a_process_file_is_named(onething: Command) -> None:
    text = to_yaml(process("court-archive-access"))
    definition = parse(text, Process, "text")
    first, last = definition.steps[0].slug, definition.steps[-1].slug
    looped = text.replace(f"- slug: {first}\n", f"- slug: {first}\n  after: [{last}]\n", 1)
    Path("loop.yaml").write_text(looped, encoding="utf-8")
    done = onething("simulate", "loop.yaml", "--lang", "en")
    assert done.code == 2
    assert "runs in a circle" in done.err


def test_processes_are_listed(onething: Command) -> None:
    rows = json.loads(onething("processes", "--json").out)
    assert len(rows) == 75
    opening = next(row for row in rows if row["slug"] == "company-opening")
    assert opening["items"] == [5, 7, 8]
    assert opening["limits"][0]["most"] == 3
    assert "方案第7项" in opening["limits"][0]["source"]
    assert "company-opening" in onething("processes", "--family", "company").out


def test_a_process_is_shown_and_its_yaml_reads_back(onething: Command) -> None:
    assert "改革后" in onething("processes", "company-opening").out
    text = onething("processes", "company-opening", "--yaml").out
    assert parse(text, Process, "text") == process("company-opening")


def test_the_plan_is_listed_filtered_and_shown(onething: Command) -> None:
    assert len(json.loads(onething("plan", "--json").out)) == 149
    overdue = json.loads(onething("plan", "--overdue", "2023-05-01", "--json").out)
    assert len(overdue) == 58
    police = json.loads(onething("plan", "--department", "县公安局", "--json").out)
    assert {7, 8} <= {row["number"] for row in police}
    shown = json.loads(onething("plan", "7", "--json").out)
    assert set(shown["processes"]) == {"bank-outlet-opening", "company-opening"}
    assert "company-opening" in onething("plan", "7", "--lang", "en").out


def test_reforms_of_a_process(onething: Command) -> None:
    done = onething("reforms", "company-opening", "--days", "10", "--replications", "2", "--json")
    found = json.loads(done.out)
    assert [effect["item"] for effect in found["items"]] == [5, 7, 8]
    assert found["together"]["materials"]["value"] == -16
    assert "公共随机数" in onething("reforms", "company-opening", "--days", "5").out


def test_reforms_of_the_county(onething: Command) -> None:
    done = onething(
        "reforms", "--all", "--items", "7", "--days", "3", "--replications", "2", "--json"
    )
    (effect,) = json.loads(done.out)["items"]
    assert effect["processes"] == ["bank-outlet-opening", "company-opening"]


def test_the_whole_county(onething: Command) -> None:
    done = onething("simulate", "--all", "--days", "5", "--replications", "2", "--json")
    found = json.loads(done.out)
    assert len(found["processes"]) == 75
    assert found["effort"]["cases"] > 3_000


def test_a_family(onething: Command) -> None:
    done = onething("simulate", "--family", "property", "--days", "5", "--replications", "2")
    assert done.code == 0
    assert Path("out/property-to-be.html").exists()
