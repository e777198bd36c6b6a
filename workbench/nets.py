"""``onething simulate --bpmn``: a foreign diagram with its scenario, run and logged."""

import json
import sys
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, tzinfo
from io import BytesIO
from pathlib import Path
from typing import Annotated

import numpy as np
from pydantic import Field
from rich.console import Console

from integrations.bpmn.control_flow import read_control_flow
from integrations.bpmn.net_scenario import PLENTY, net_scenario
from integrations.bpmn.read import Imported
from integrations.documents import checked, write_bytes
from integrations.prosimos.reading import read_scenario
from models.base import Language, Model, text
from models.errors import DocumentError
from models.net_log import NetLog
from models.net_scenario import NetScenario, Resource
from models.said import in_chinese, said
from models.token_net import Node
from models.working_time import CHINA
from reports.terminal_tables import plain_table, show
from simulations.nets.csv_file import write_csv
from simulations.nets.run import run_scenario
from workbench.running import spinner

START = datetime(2024, 1, 1, 9)  # noqa: DTZ001 - the zone depends on who wrote the scenario
"""When cases begin to come if nothing is said: a Monday."""
HOUR = 3_600
SUFFIXES = (".csv", ".parquet")
"""Formats of a net's log: the visits of tasks with the peer's six columns."""
RUNNING = text(
    "正在仿真（首次运行先编译内核，约半分钟）",
    "Simulating (the first run compiles the kernel, about half a minute)",
)
WORDS = {
    "title": text("流程图仿真", "Simulation of the diagram"),
    "cases": text("办件数", "cases"),
    "visits": text("办理次数", "visits"),
    "cycle": text("办理时长（小时，日历时间）", "cycle time (hours of calendar time)"),
    "activity": text("任务", "task"),
    "wait": text("平均等待（小时）", "mean wait (h)"),
    "time": text("平均办理（小时）", "mean time (h)"),
    "resource": text("资源", "resource"),
    "people": text("人数", "people"),
    "work": text("净办理（小时）", "net work (h)"),
    "log": text("日志已写入", "Log written to"),
    "mean": text("平均", "mean"),
}


@dataclass(frozen=True)
class NetOptions:
    """The options of the command that matter here, as given; None where nothing was said."""

    bpmn: Path | None = None
    prosimos: Path | None = None
    log: Path | None = None
    cases: int | None = None
    seed: int | None = None
    start: datetime | None = None
    language: Language = "zh"
    as_json: bool = False


class _Size(Model):
    """How many cases, and which random numbers."""

    cases: Annotated[int, Field(ge=1, le=20_000_000)] = 1_000
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = 1


def _size(options: NetOptions) -> _Size:
    given = {"cases": options.cases, "seed": options.seed}
    return checked({k: v for k, v in given.items() if v is not None}, _Size, "simulate")


def run_pair(options: NetOptions) -> None:
    """Run a diagram with a scenario of Prosimos once, write its log, print what came of it."""
    if options.prosimos is None or options.bpmn is None:
        raise DocumentError(
            said(
                "--bpmn 与 --prosimos 须同时给出：流程图，以及人员、时长和到件的方案",
                "--bpmn and --prosimos go together: a diagram, and its people, durations, arrivals",
            )
        )
    size = _size(options)
    diagram, lost = read_control_flow(options.bpmn)
    scenario, notes = read_scenario(
        options.prosimos, diagram, moment(options.start, UTC), size.cases, size.seed
    )
    _run(scenario, (*lost, *notes), options)


def run_diagram(model: Imported, options: NetOptions) -> None:
    """Run a diagram by what it says itself; what it does not say is assumed and told."""
    size = _size(options)
    scenario, notes = net_scenario(model, moment(options.start, CHINA), size.cases, size.seed)
    _run(scenario, notes, options)


def checked_suffix(path: Path) -> None:
    """DocumentError if the log of a net has no format of this suffix; cheap, to ask beforehand."""
    if path.suffix.lower() not in SUFFIXES:
        raise DocumentError(
            said(
                f"--log：{path}：流程图仿真的日志可写 {' '.join(SUFFIXES)}",
                f"--log: {path}: the log of a diagram's run is written as {' '.join(SUFFIXES)}",
            )
        )


def _write(log: NetLog, path: Path) -> None:
    if path.suffix.lower() == ".csv":
        write_csv(log, path)
        return
    content = BytesIO()
    log.frame().write_parquet(content)
    write_bytes(path, content.getvalue())


def _run(scenario: NetScenario, notes: tuple[str, ...], options: NetOptions) -> None:
    with spinner(RUNNING, options.language):
        log = run_scenario(scenario)
        if options.log is not None:
            _write(log, options.log)
    _warn(log, notes, options.language)
    found = summary(log, scenario.resources)
    if options.as_json:
        sys.stdout.write(json.dumps(asdict(found), ensure_ascii=False, indent=2) + "\n")
    else:
        _print(found, options)


def moment(start: datetime | None, zone: tzinfo) -> datetime:
    """The start with a time zone: the one given, else ``zone``."""
    start = start or START
    return start if start.tzinfo else start.replace(tzinfo=zone)


def _warn(log: NetLog, notes: tuple[str, ...], language: Language) -> None:
    for node, cases in log.stuck.items():
        warning = said(
            f"{cases}个办件停在“{node}”：令牌永远等不齐，请检查流程图",
            f"{cases} cases are stuck at {node!r}: a token waits there forever; check the diagram",
        )
        notes = (*notes, warning)
    for note in notes:
        sys.stderr.write((note if language == "en" else in_chinese(note)) + "\n")


@dataclass(frozen=True)
class TaskFigures:
    """Visits of a task and their mean wait and time in hours of calendar time."""

    id: str
    name: str
    visits: int
    wait_hours: float
    time_hours: float


@dataclass(frozen=True)
class ResourceFigures:
    """What a resource's people did together; ``work_hours`` is net of closed hours."""

    name: str
    people: int
    visits: int
    work_hours: float


@dataclass(frozen=True)
class NetFigures:
    """The figures of a run; ``cycle_hours`` are calendar time by name of the statistic."""

    cases: int
    visits: int
    cycle_hours: dict[str, float]
    tasks: tuple[TaskFigures, ...]
    resources: tuple[ResourceFigures, ...]
    stuck: dict[str, int]


def summary(log: NetLog, resources: tuple[Resource, ...]) -> NetFigures:
    """The figures of a run of a scenario with these resources, which the log has in their order."""
    cycle = log.cycle / HOUR
    spread = {f"p{p}": float(np.percentile(cycle, p)) for p in (50, 90, 95)}
    ends = np.cumsum([0, *(resource.amount for resource in resources)]).tolist()
    return NetFigures(
        cases=len(log.arrival),
        visits=len(log),
        cycle_hours={"mean": float(cycle.mean()), **spread},
        tasks=tuple(_task(log, number, node) for number, node in enumerate(log.nodes)),
        resources=tuple(
            _resource(log, resource, first)
            for resource, first in zip(resources, ends[:-1], strict=True)
        ),
        stuck=log.stuck,
    )


def _task(log: NetLog, number: int, node: Node) -> TaskFigures:
    rows = log.step == number
    count = int(rows.sum())
    waited = float((log.started[rows] - log.enabled[rows]).sum())
    took = float((log.completed[rows] - log.started[rows]).sum())
    mean = max(count, 1) * HOUR
    return TaskFigures(node.id, node.label, count, waited / mean, took / mean)


def _resource(log: NetLog, resource: Resource, first: int) -> ResourceFigures:
    rows = (log.resource >= first) & (log.resource < first + resource.amount)
    work = float(log.effort[rows].sum() / HOUR)
    return ResourceFigures(resource.name, resource.amount, int(rows.sum()), work)


def _print(found: NetFigures, options: NetOptions) -> None:
    w = {name: words[options.language] for name, words in WORDS.items()}
    console = Console()
    cycle = found.cycle_hours
    console.print(
        f"{w['title']}  {w['cases']} {found.cases:,}  {w['visits']} {found.visits:,}\n"
        f"{w['cycle']}: {w['mean']} {cycle['mean']:,.1f}  "
        + "  ".join(f"P{p} {cycle[f'p{p}']:,.1f}" for p in (50, 90, 95)),
        highlight=False,
    )
    tasks = [
        (task.name, f"{task.visits:,}", f"{task.wait_hours:,.2f}", f"{task.time_hours:,.2f}")
        for task in found.tasks
    ]
    people = [
        (own.name, f"{own.people:,}", f"{own.visits:,}", f"{own.work_hours:,.1f}")
        for own in found.resources
        if own.visits or own.people < PLENTY
    ]
    for heads, rows in (
        (("activity", "visits", "wait", "time"), tasks),
        (("resource", "people", "visits", "work"), people),
    ):
        console.print()
        named = [(w[head], place > 0) for place, head in enumerate(heads)]
        show(console, plain_table("", named, rows))
    if options.log:
        Console(stderr=True).print(f"{w['log']} {options.log}", highlight=False)
