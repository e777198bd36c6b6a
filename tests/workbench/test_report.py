"""``onething report``: a small log by hand, a kept run, a live period's refusals, the formats."""

import csv
import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from workbench.cli import main

PROCESS = """
slug: two-steps
name: {zh: 两步, en: Two steps}
family: test
lead: tax
steps:
  - slug: check
    name: {zh: 核验, en: Check}
    owner: tax
    channel: window
    time:
      kind: work
      duration: {unit: hours, distribution: {kind: fixed, value: 1}, source: {kind: data, note: x}}
    source: {kind: data, note: x}
  - slug: decide
    name: {zh: 决定, en: Decide}
    owner: market-regulation
    after: [check]
    time:
      kind: work
      duration: {unit: hours, distribution: {kind: fixed, value: 1}, source: {kind: data, note: x}}
    source: {kind: data, note: x}
limits:
  - slug: whole
    name: {zh: 全程, en: Whole}
    most: 2
    unit: working_days
    source: {kind: promise, note: x}
"""

VISITS = """case,process,step,owner,ready,start,end
1,two-steps,check,tax,2024-01-08 09:00,2024-01-08 09:00,2024-01-08 10:00
1,two-steps,decide,market-regulation,2024-01-08 10:00,2024-01-08 11:00,2024-01-08 12:00
2,two-steps,check,tax,2024-01-08 09:00,2024-01-08 10:00,2024-01-08 11:00
2,two-steps,decide,market-regulation,2024-01-08 11:00,2024-01-09 09:00,2024-01-09 11:00
3,two-steps,check,tax,2024-01-08 14:00,2024-01-08 14:00,2024-01-08 15:00
3,two-steps,decide,market-regulation,2024-01-08 15:00,2024-01-12 09:00,2024-01-12 10:00
"""


@pytest.fixture
def own(tmp_path: Path) -> tuple[Path, Path]:
    """A process of two steps and a log of three cases on one Monday."""
    definition, log = tmp_path / "two.yaml", tmp_path / "log.csv"
    definition.write_text(PROCESS, encoding="utf-8")
    log.write_text(VISITS, encoding="utf-8")
    return definition, log


def run(*arguments: str) -> None:
    """The command, ended well."""
    with pytest.raises(SystemExit) as ended:
        main(arguments)
    assert ended.value.code == 0


def tables(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))["tables"]
    return found


def test_a_small_log_by_hand(own: tuple[Path, Path], tmp_path: Path) -> None:
    """Done on the day (0 days), the next (1) and on Friday (4): two of three within 2 days."""
    definition, log = own
    out = tmp_path / "found.json"
    run("report", str(definition), "--log", str(log), "--out", str(out), "--lang", "en")
    found = tables(out)
    (verdict,) = found["verdicts"]["rows"]
    assert verdict["on_time_rate"] == pytest.approx(2 / 3)
    assert (verdict["median"], verdict["most"], verdict["late_by"]) == (1, 4, "2 working days")
    rate = found["rates"]["rows"][0]
    assert rate["early_rate"] == pytest.approx(2 / 3)
    assert rate["same_day_rate"] == pytest.approx(1 / 3)
    (late,) = found["lateness"]["rows"]
    assert (late["late_cases"], late["late_most"]) == (1, 2)
    assert late["breach"] == pytest.approx(1 / 3)
    (efficiency,) = found["efficiency"]["rows"]
    assert efficiency["cycle_hours"] == pytest.approx((3 + 26 + 92) / 3)
    assert efficiency["theoretical_hours"] == pytest.approx((2 + 3 + 2) / 3)
    spent = {row["cause"]: row["hours_per_case"] for row in found["spent"]["rows"]}
    assert spent["Total"] == pytest.approx((3 + 26 + 92) / 3)
    assert spent["work, by staff or systems"] == pytest.approx((2 + 3 + 2) / 3)
    assert found["conformance"]["rows"][0]["cases"] == 3


def test_columns_of_other_names_in_another_zone_give_the_same_report(
    own: tuple[Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    definition, log = own
    rows = [line.split(",") for line in VISITS.splitlines()[1:]]
    utc = ["a,b,c,d"]
    for case, _, step, _, _, begun, ended in rows:
        moments = [datetime.fromisoformat(t) - timedelta(hours=8) for t in (begun, ended)]
        utc.append(",".join([case, step, *map(str, moments)]))
    foreign = tmp_path / "foreign.csv"
    foreign.write_text("\n".join(utc) + "\n", encoding="utf-8")
    told = ("--columns", "case=a,activity=b,started=c,completed=d", "--zone", "UTC")
    run("report", str(definition), "--log", str(log), "--out", str(tmp_path / "own.json"))
    run("report", str(definition), "--log", str(foreign), *told, "--out", str(tmp_path / "f.json"))
    assert "case=a" in capsys.readouterr().err
    assert tables(tmp_path / "f.json")["verdicts"] == tables(tmp_path / "own.json")["verdicts"]


def test_a_hidden_approval_is_reported(own: tuple[Path, Path], tmp_path: Path) -> None:
    definition, log = own
    log.write_text(
        VISITS + "3,two-steps,secret-sign-off,party,2024-01-09 09:00,2024-01-09 09:00,"
        "2024-01-09 10:00\n",
        encoding="utf-8",
    )
    out = tmp_path / "found.json"
    run("report", str(definition), "--log", str(log), "--out", str(out))
    found = tables(out)
    kinds = {row["deviation"] for row in found["deviations"]["rows"]}
    assert "流程外环节" in kinds
    assert found["conformance"]["rows"][0]["cases"] == 2


def test_a_kept_run_gives_the_figures_of_its_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = f"sqlite:///{tmp_path / 'store.db'}"
    few = ["--cases", "40", "--replications", "1"]
    kept = ["simulate", "company-opening", *few, "--keep", "first", "--store", store]
    run(*kept, "--json")
    result = json.loads(capsys.readouterr().out)
    out = tmp_path / "kept.json"
    run("report", "--run", "first", "--store", store, "--out", str(out))
    rates = [row["on_time_rate"] for row in tables(out)["verdicts"]["rows"]]
    verdicts = result["processes"][0]["verdicts"]
    assert rates == pytest.approx([verdict["on_time"]["value"] for verdict in verdicts])


def test_a_kept_run_is_measured_with_its_own_staff(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = f"sqlite:///{tmp_path / 'store.db'}"
    few = ["--cases", "60", "--replications", "1", "--staff", "tax=4", "--staff", "seal-shop=6"]
    run("simulate", "company-opening", *few, "--keep", "more", "--store", store, "--json")
    pools = {pool["pool"]: pool for pool in json.loads(capsys.readouterr().out)["pools"]}
    run("report", "--run", "more", "--store", store, "--out", str(tmp_path / "kept.json"))
    rows = tables(tmp_path / "kept.json")["pools"]["rows"]
    assert sorted(row["people"] for row in rows) == sorted(p["people"] for p in pools.values())
    shares = sorted(row["utilisation"] for row in rows)
    assert shares == pytest.approx(sorted(p["utilisation"]["value"] for p in pools.values()))


def test_every_format_is_written(tmp_path: Path) -> None:
    arguments = ["report", "company-opening", "--cases", "40", "--replications", "2"]
    run(*arguments, "--format", "html,xlsx,docx,csv,json", "--out", str(tmp_path / "r"))
    names = {path.name for path in tmp_path.iterdir()}
    assert {"r.html", "r.xlsx", "r.docx", "r.json", "r-verdicts.csv", "r-items.csv"} <= names
    with (tmp_path / "r-items.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert [row[0] for row in rows[1:]] == ["5", "7", "8"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["company-opening", "--format", "pdf"], "没有格式"),
        (["company-opening", "--from", "2024-01-01"], "--from、--to 只与"),
        (["--log", "x.csv"], "请给出日志所属的流程"),
        (["company-opening", "--log", "x.csv", "--run", "y"], "只能用一个"),
        (["company-opening", "--columns", "case=a"], "须与 --log 合用"),
        (["company-opening", "--log", "x.csv", "--seed", "2", "--staff", "a=1"], "--staff、--seed"),
        (["--run", "y", "--as-is"], "--as-is/--to-be：只用于新的仿真"),
    ],
)
def test_what_cannot_be_reported_is_refused_in_one_sentence(
    arguments: list[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "nothing"
    with pytest.raises(SystemExit) as ended:
        main(["report", *arguments, "--out", str(folder / "a.html")])
    assert ended.value.code == 2
    assert told in capsys.readouterr().err
    assert not folder.exists()
