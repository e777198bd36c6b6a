"""``onething run``: cases live in this process, kept in the event store, measured at the end."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import numpy as np
from rich.console import Console

from integrations.documents import read, to_json
from integrations.store.store import Store
from models.base import Language, Model, text
from models.event import EventLog
from models.process import Process
from models.timing import LimitUse, Ruler, measure
from models.working_time import CHINA, HolidayFile, official_calendar
from reports.terminal_tables import plain_table, show
from simulations.scenario import Scenario
from workbench.live_cases import one_process
from workbench.live_run import LiveRun, run_live
from workbench.running import progress_bar

RUNNING = text("办理", "Running cases")
COLUMNS = (
    text("时限", "limit"),
    text("单位", "unit"),
    text("上限", "most"),
    text("办件", "cases"),
    text("按时", "on time"),
    text("P50", "P50"),
    text("P90", "P90"),
    text("最长", "max"),
)
WORDS = COLUMNS[:2]
"""The columns that hold no numbers."""

UNITS = {
    "working_days": text("工作日", "working days"),
    "calendar_days": text("日历日", "calendar days"),
    "office_minutes": text("办公分钟", "office minutes"),
}


@dataclass(frozen=True)
class Options:
    """The options of the command, as given; None where nothing was said."""

    process: str
    cases: int
    speed: float | None
    as_is: bool
    seed: int
    start: date | None
    holidays: Path | None
    name: str | None
    store: str | None
    language: Language
    as_json: bool


class LimitLine(Model):
    """How one limit was kept: counts of cases, and days or minutes used as its unit says."""

    limit: str
    unit: str
    most: float
    cases: int
    on_time: int
    p50: float
    p90: float
    longest: float


class LiveSummary(Model):
    """A live run in short."""

    run: str
    process: str
    cases: int
    visits: int
    corrections: int
    limits: tuple[LimitLine, ...]


def run(options: Options) -> None:
    """Run the cases, then print how the limits were kept."""
    scenario = one_process(
        options.process, options.cases, options.seed, options.start, as_is=options.as_is
    )
    if options.holidays:
        notices = read(options.holidays, HolidayFile).holidays
        scenario = scenario.changed(holidays=notices)
    name = options.name or f"{scenario.name}-{datetime.now(CHINA):%Y%m%d-%H%M%S}"
    with (
        Store.open(options.store) as store,
        progress_bar(RUNNING, options.cases, options.language) as tell,
    ):
        log = run_live(LiveRun(scenario, name, options.speed), store, tell)
        where = store.address
    summary = summary_of(name, log, scenario)
    if options.as_json:
        sys.stdout.write(to_json(summary) + "\n")
    else:
        _print(summary, scenario.loads[0].process, where, options.language)


def summary_of(name: str, log: EventLog, scenario: Scenario) -> LiveSummary:
    """The run's log against the limits of its process."""
    process = scenario.loads[0].process
    calendar = official_calendar(scenario.start, notices=scenario.holidays)
    uses = measure(log, process, Ruler.of(calendar, scenario.pools))
    return LiveSummary(
        run=name,
        process=process.slug,
        cases=log.cases,
        visits=len(log),
        corrections=int(np.count_nonzero(log.outcome)),
        limits=tuple(_line(use) for use in uses if use.case.size),
    )


def _line(use: LimitUse) -> LimitLine:
    middle, ninety, longest = np.quantile(use.used, [0.5, 0.9, 1.0], method="inverted_cdf")
    return LimitLine(
        limit=use.limit.slug,
        unit=use.limit.unit,
        most=use.limit.most,
        cases=len(use.case),
        on_time=int(np.count_nonzero(~use.late)),
        p50=float(middle),
        p90=float(ninety),
        longest=float(longest),
    )


def _print(summary: LiveSummary, process: Process, where: str, language: Language) -> None:
    console = Console()
    names = {limit.slug: limit.name[language] for limit in process.limits}
    rows = [
        (
            names[line.limit],
            UNITS[line.unit][language],
            f"{line.most:g}",
            str(line.cases),
            str(line.on_time),
            *(f"{value:.4g}" for value in (line.p50, line.p90, line.longest)),
        )
        for line in summary.limits
    ]
    heads = [(column[language], column not in WORDS) for column in COLUMNS]
    title = f"{process.name[language]} · {summary.run}"
    show(console, plain_table(title, heads, rows))
    console.print()
    done = text(
        f"办件{summary.cases}件，环节办理{summary.visits}次，补正{summary.corrections}次；"
        f"已存入事件库 {where}",
        f"{summary.cases} cases, {summary.visits} visits, {summary.corrections} corrections; "
        f"kept in the event store {where}",
    )
    console.print(done[language], highlight=False)
