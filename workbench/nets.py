"""``onething simulate --bpmn``: a foreign diagram with its scenario, run and logged."""

import json
import sys
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from rich.console import Console
from rich.table import Table

from integrations.bpmn.net_scenario import net_scenario
from integrations.bpmn.read import Imported
from integrations.prosimos.diagram import read_diagram
from integrations.prosimos.reading import read_scenario
from models.base import Language, text
from models.errors import DocumentError
from models.net_log import NetLog
from models.net_scenario import NetScenario
from models.said import in_chinese, said
from simulations.nets.csv_file import write_csv
from simulations.nets.run import run_scenario

START = datetime(2024, 1, 1, 9, tzinfo=UTC)
"""When cases begin to come if nothing is said: a Monday."""
HOUR = 3_600
WORDS = {
    "title": text("流程图仿真", "Simulation of the diagram"),
    "cases": text("办件数", "cases"),
    "visits": text("办理次数", "visits"),
    "cycle": text("办理时长（小时，日历时间）", "cycle time (hours of calendar time)"),
    "activity": text("任务", "task"),
    "wait": text("平均等待（小时）", "mean wait (h)"),
    "time": text("平均办理（小时）", "mean time (h)"),
    "resource": text("资源", "resource"),
    "work": text("净办理（小时）", "net work (h)"),
    "log": text("日志已写入", "Log written to"),
    "mean": text("平均", "mean"),
}


@dataclass(frozen=True)
class NetOptions:
    """The options of the command that matter here."""

    bpmn: Path | None
    prosimos: Path | None
    log: Path | None
    cases: int | None
    seed: int | None
    start: datetime | None
    language: Language
    as_json: bool


def run(options: NetOptions) -> None:
    """Run the scenario once, write its log, print what came of it."""
    if options.prosimos is None or options.bpmn is None:
        raise DocumentError(
            said(
                "--bpmn 与 --prosimos 须同时给出：流程图，以及人员、时长和到件的方案",
                "--bpmn and --prosimos go together: a diagram, and its people, durations, arrivals",
            )
        )
    if options.log is not None and options.log.suffix.lower() != ".csv":
        raise DocumentError(
            said(f"--log：{options.log} 应以 .csv 结尾", f"--log: {options.log} must end with .csv")
        )
    diagram = read_diagram(options.bpmn)
    scenario, notes = read_scenario(
        options.prosimos, diagram, moment(options.start), options.cases or 1_000, options.seed or 1
    )
    _run(scenario, notes, options)


def run_diagram(model: Imported, options: NetOptions) -> None:
    """Run a diagram by what it says itself; what it does not say is assumed and told."""
    scenario, notes = net_scenario(
        model, moment(options.start), options.cases or 1_000, options.seed or 1
    )
    _run(scenario, notes, options)


def _run(scenario: NetScenario, notes: tuple[str, ...], options: NetOptions) -> None:
    log = run_scenario(scenario)
    if options.log is not None:
        write_csv(log, options.log)
    _tell(log, notes, options)


def moment(start: datetime | None) -> datetime:
    """The start with a time zone: the one given, or that of the peer's files."""
    if start is None:
        return START
    return start if start.tzinfo else start.replace(tzinfo=UTC)


def _tell(log: NetLog, notes: tuple[str, ...], options: NetOptions) -> None:
    for note in notes:
        sys.stderr.write((note if options.language == "en" else in_chinese(note)) + "\n")
    for node, cases in log.stuck.items():
        warning = said(
            f"{cases}个办件停在“{node}”：令牌永远等不齐，请检查流程图",
            f"{cases} cases are stuck at {node!r}: a token waits there forever; check the diagram",
        )
        sys.stderr.write((str(warning) if options.language == "en" else warning.zh) + "\n")
    if options.as_json:
        sys.stdout.write(json.dumps(summary(log), ensure_ascii=False, indent=2) + "\n")
        return
    _print(log, options)


def summary(log: NetLog) -> dict[str, object]:
    """The figures of a run: hours of calendar time, but ``work``, net hours."""
    cycle = log.cycle / HOUR
    return {
        "cases": len(log.arrival),
        "visits": len(log),
        "cycle_hours": {
            "mean": float(cycle.mean()),
            **{f"p{p}": float(np.percentile(cycle, p)) for p in (50, 90, 95)},
        },
        "tasks": [
            {"id": node.id, "name": node.label, **_task(log, number)}
            for number, node in enumerate(log.nodes)
        ],
        "resources": [
            {
                "name": name,
                "visits": int((log.resource == number).sum()),
                "work_hours": float(log.work[log.resource == number].sum() / HOUR),
            }
            for number, name in enumerate(log.resources)
        ],
        "stuck": log.stuck,
    }


def _task(log: NetLog, number: int) -> dict[str, float]:
    rows = log.step == number
    count = int(rows.sum())
    waited = float((log.started[rows] - log.enabled[rows]).sum())
    took = float((log.completed[rows] - log.started[rows]).sum())
    mean = max(count, 1) * HOUR
    return {"visits": count, "wait_hours": waited / mean, "time_hours": took / mean}


def _print(log: NetLog, options: NetOptions) -> None:
    language = options.language
    w = {name: words[language] for name, words in WORDS.items()}
    found = summary(log)
    console = Console()
    cycle = log.cycle / HOUR
    console.print(
        f"{w['title']}  {w['cases']} {len(log.arrival):,}  {w['visits']} {len(log):,}\n"
        f"{w['cycle']}: {w['mean']} {cycle.mean():,.1f}  "
        + "  ".join(f"P{p} {np.percentile(cycle, p):,.1f}" for p in (50, 90, 95)),
        highlight=False,
    )
    tasks = Table(w["activity"], w["visits"], w["wait"], w["time"])
    for task in found["tasks"]:  # type: ignore[attr-defined]
        figures = (task["wait_hours"], task["time_hours"])
        tasks.add_row(task["name"], f"{task['visits']:,}", *(f"{hours:,.2f}" for hours in figures))
    people = Table(w["resource"], w["visits"], w["work"])
    for person in found["resources"]:  # type: ignore[attr-defined]
        people.add_row(person["name"], f"{person['visits']:,}", f"{person['work_hours']:,.1f}")
    console.print(tasks, people)
    if options.log:
        Console(stderr=True).print(f"{w['log']} {options.log}", highlight=False)
