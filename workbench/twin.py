"""``onething twin``: the same cases live and simulated, side by side."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from rich.console import Console

from integrations.documents import to_json
from integrations.store.store import Store
from models.base import Language, text
from models.errors import SimulationError
from models.event import EventLog
from models.log_difference import LogDifference, log_difference
from models.said import said
from reports.terminal_tables import plain_table, show
from simulations.experiment import run_experiment
from simulations.scenario import Scenario
from workbench.live_cases import one_process
from workbench.live_run import LiveRun, run_live
from workbench.running import progress_bar

CASES = text("办件", "cases")
TITLE = text("孪生对照：现场运行与仿真", "Twin: live run and simulation")
COLUMNS = (
    text("比较项", "compared"),
    text("不一致的环节办理（次）", "visits that differ"),
    text("最大时差（秒）", "greatest difference (s)"),
)
NAMES = {
    "owner": text("部门", "owner"),
    "resource": text("经办人员", "resource"),
    "ready": text("到达", "ready"),
    "enabled": text("送达部门", "enabled"),
    "started": text("开始", "started"),
    "completed": text("办结", "completed"),
    "outcome": text("结果", "outcome"),
    "work": text("净办理时间", "work"),
    "batch": text("等待集中办理", "waiting for the batch"),
    "queue": text("排队", "queue"),
    "priority": text("让行", "priority"),
    "closed": text("下班等待", "closed office"),
}
SAME = text("完全一致", "the same, visit by visit and second by second")
OTHER = text("不一致", "not the same")


@dataclass(frozen=True)
class Options:
    """The options of the command, as given."""

    process: str
    cases: int
    speed: float | None
    as_is: bool
    seed: int
    start: date | None
    flow_runs: bool
    language: Language
    as_json: bool


def run(options: Options) -> None:
    """Run both, compare, print; a difference on the skipping clock is an error of ours."""
    scenario = one_process(
        options.process, options.cases, options.seed, options.start, as_is=options.as_is
    )
    live = _live(scenario, options)
    simulated = run_experiment(scenario).log
    found = log_difference(live, simulated)
    if options.as_json:
        sys.stdout.write(to_json(found) + "\n")
    else:
        _print(found, scenario, options)
    if options.speed is None and not found.is_equal:
        raise SimulationError(
            said("现场运行与仿真结果不一致", "the live run and the simulation are not the same")
        )


def _live(scenario: Scenario, options: Options) -> EventLog:
    wanted = LiveRun(scenario, scenario.name, options.speed, options.flow_runs)
    with (
        TemporaryDirectory(prefix="onething-") as folder,
        Store.open(f"sqlite:///{Path(folder) / 'twin.db'}") as store,
        progress_bar(CASES, options.cases, options.language) as tell,
    ):
        return run_live(wanted, store, tell)


def _print(found: LogDifference, scenario: Scenario, options: Options) -> None:
    language, console = options.language, Console()
    rows = [
        (NAMES[name][language], str(count), f"{found.lag[name]:g}" if name in found.lag else "")
        for name, count in found.differing.items()
    ]
    heads = [(column[language], place > 0) for place, column in enumerate(COLUMNS)]
    title = f"{TITLE[language]} · {scenario.loads[0].process.name[language]}"
    show(console, plain_table(title, heads, rows))
    console.print()
    missing = found.only_first + found.only_second
    sentence = text(
        f"环节办理{found.visits}次，只见于一方{missing}次，前序不同{found.disordered}次："
        f"{(SAME if found.is_equal else OTHER).zh}",
        f"{found.visits} visits, {missing} in one log only, {found.disordered} with another "
        f"predecessor: {(SAME if found.is_equal else OTHER).en}",
    )
    console.print(sentence[language])
    for entry in found.examples:
        console.print(
            f"  {entry.case} {entry.step} #{entry.visit + 1} {NAMES[entry.column][language]}: "
            f"{entry.first} / {entry.second}",
            highlight=False,
        )
