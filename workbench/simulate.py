"""``onething simulate``: from options to a scenario, an experiment and its reports."""

import sys
from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Annotated

from pydantic import Field
from rich.console import Console

from flows.catalogue import families, processes
from flows.county.staff import POOLS
from integrations.documents import checked, read, to_json, write_text
from integrations.logs.writing import checked_suffix, write_log
from models.base import Language, Model, text, whole_number
from models.errors import DocumentError, SimulationError, UnknownNameError
from models.process import Process
from models.said import said
from models.working_time import HolidayNotice
from reports.county import print_county, render_county
from reports.html import render
from reports.subject import Subject
from reports.terminal import print_result
from simulations.experiment import Experiment, run_experiment
from simulations.scenario import Scenario
from simulations.scenario_file import ScenarioFile
from workbench import defaults, nets
from workbench.bpmn_files import general_diagram, is_bpmn
from workbench.bpmn_scenario import with_data_of
from workbench.filled import SUFFIX, read_filled
from workbench.keeping import KEPT, keep_run
from workbench.names import item_numbers, named_process, unit_name
from workbench.running import COMMAND_LINE, cluster, progress_bar

SIMULATING = text("仿真", "Simulating")
WRITTEN = text("报告已写入", "Report written to")
FLAGS = {"process": "PROCESS", "everything": "--all", "as_is": "--as-is/--to-be"}
"""Options that are not called as their field is."""


class HolidayFile(Model):
    """A file of holidays: one notice a year."""

    holidays: Annotated[tuple[HolidayNotice, ...], Field(min_length=1)]


@dataclass(frozen=True)
class Options:
    """The options of the command, as given; None where nothing was said."""

    process: str | None = None
    everything: bool = False
    family: str | None = None
    as_is: bool | None = None
    reforms: str | None = None
    cases: int | None = None
    days: int | None = None
    arrivals: float | None = None
    staff: tuple[str, ...] = ()
    seed: int | None = None
    replications: int | None = None
    start: datetime | None = None
    warm_up: str | None = None
    scenario: Path | None = None
    holidays: Path | None = None
    report: Path | None = None
    log: Path | None = None
    bpmn: Path | None = None
    prosimos: Path | None = None
    dask: str | None = None
    keep: str | None = None
    store: str | None = None
    language: Language = "zh"
    as_json: bool = False


def run(options: Options) -> None:
    """Simulate, print and write; nothing is written unless everything went well."""
    if options.bpmn or options.prosimos:
        nets.run_pair(_as_net(_diagram_once(options), "process"))
        return
    if options.process is not None and (diagram := general_diagram(options.process)) is not None:
        nets.run_diagram(diagram, _as_net(options, "bpmn", "prosimos"))
        return
    if options.log:
        checked_suffix(options.log)
    scenario = build_scenario(options)
    experiment = _experiment(scenario, options)
    subject = _subject(scenario, experiment)
    target = options.report
    if target is None and not options.as_json:
        target = Path("out") / f"{scenario.name}.html"
    one = len(subject.processes) == 1
    html = (render if one else render_county)(subject, options.language) if target else ""
    if options.keep:
        keep_run(options.store, options.keep, scenario, subject.log)
    if options.as_json:
        sys.stdout.write(to_json(subject.result) + "\n")
    else:
        (print_result if one else print_county)(Console(), subject, options.language)
    if options.log:
        chosen = [load.process for load in scenario.loads]
        write_log(subject.log, options.log, chosen, options.language)
    if target:
        write_text(target, html)
        note = f"{WRITTEN[options.language]} {target}"
        Console(stderr=options.as_json).print(note, highlight=False)
    if options.keep:
        note = f"{KEPT[options.language]} {options.keep}"
        Console(stderr=options.as_json).print(note, highlight=False)


def _diagram_once(options: Options) -> Options:
    """The options with the diagram under one name, if it was given in the process's place."""
    if options.bpmn is None and options.process is not None and is_bpmn(options.process):
        return replace(options, bpmn=Path(options.process), process=None)
    return options


def _as_net(options: Options, *useless: str) -> nets.NetOptions:
    """The options of a token net's run; DocumentError naming the others that were given."""
    own = {field.name for field in fields(nets.NetOptions)}
    idle = [
        FLAGS.get(field.name, "--" + field.name.replace("_", "-"))
        for field in fields(Options)
        if (field.name not in {*own, "process"} or field.name in useless)
        and getattr(options, field.name) != field.default
    ]
    if idle:
        raise DocumentError(
            said(
                f"{'、'.join(idle)}：按令牌走法运行的流程图用不上；"
                "可用的有 --cases --seed --start --log --json --lang",
                f"{', '.join(idle)}: of no use with a diagram that runs by the token game, which "
                "takes --cases --seed --start --log --json --lang",
            )
        )
    if options.log:
        nets.checked_suffix(options.log)
    return nets.NetOptions(**{name: getattr(options, name) for name in own})


def simulated(scenario: Scenario, options: Options) -> Subject:
    """Run a scenario, showing progress."""
    return _subject(scenario, _experiment(scenario, options))


def chosen_variant(process: Process, options: Options) -> Process:
    """The process with the reforms that the options apply."""
    return defaults.variant(process, _items(options, None))


def build_scenario(options: Options) -> Scenario:
    """The scenario that the options and the scenario file describe."""
    chosen = _chosen(options)
    changes = _changes(options.scenario, chosen[0]) if options.scenario else None
    items = _items(options, changes)
    variants = [defaults.variant(p, items) for p in chosen]
    if changes:
        variants[0] = _edited(changes, variants[0])
    pools = POOLS if options.everything else defaults.own_staff(chosen)
    pools = defaults.with_pools(pools, variants)
    scenario = defaults.scenario(_name(options, items), variants, pools)
    if options.process is not None and is_bpmn(options.process):
        scenario = with_data_of(Path(options.process), scenario)
    if changes:
        scenario = changes.applied(scenario)
    return _command_line(options, chosen[0].slug).applied(scenario)


def _changes(path: Path, first: Process) -> ScenarioFile:
    """The changes in a scenario file, or in a form filled in with Excel."""
    return read_filled(path, first) if path.suffix == SUFFIX else read(path, ScenarioFile)


def _edited(changes: ScenarioFile, process: Process) -> Process:
    if changes.process not in {None, process.slug}:
        raise DocumentError(
            said(
                f"方案文件是为 {changes.process} 写的，不是 {process.slug}",
                f"the scenario file is for {changes.process}, not for {process.slug}",
            )
        )
    return changes.edited(process)


def _chosen(options: Options) -> list[Process]:
    named = [options.process is not None, options.everything, options.family is not None]
    if sum(named) != 1:
        raise DocumentError(
            said(
                "simulate：请给出一个流程，或用 --family、--all 之一",
                "simulate: name one process, or --family, or --all",
            )
        )
    if options.process is not None:
        return [named_process(options.process)]
    if options.family is None:
        return list(processes().values())
    if options.family not in families():
        raise UnknownNameError(said("类别", "family"), options.family, families())
    return [p for p in processes().values() if p.family == options.family]


def _items(options: Options, changes: ScenarioFile | None) -> tuple[int, ...] | None:
    """The plan items to apply: None for all."""
    if options.reforms is not None:
        return item_numbers("--reforms", options.reforms)
    if options.as_is is not None:
        return () if options.as_is else None
    if changes and changes.reforms is not None:
        return changes.reforms
    return () if changes and changes.variant == "as-is" else None


def _name(options: Options, items: tuple[int, ...] | None) -> str:
    what = Path(options.process or options.family or "county").stem
    if items is None:
        return f"{what}-to-be"
    return f"{what}-as-is" if not items else f"{what}-items-{'-'.join(map(str, items))}"


def _command_line(options: Options, slug: str) -> ScenarioFile:
    values: dict[str, object] = {
        "source": COMMAND_LINE,
        "cases": options.cases,
        "working_days": options.days,
        "start": _first_day(options.start),
        "seed": options.seed,
        "replications": options.replications,
        "warm_up": _warm_up(options.warm_up),
        "staff": dict(_people(entry) for entry in options.staff),
    }
    if options.arrivals is not None:
        if options.process is None:
            raise DocumentError(
                said(
                    "--arrivals：须同时给出一个流程",
                    "--arrivals: name the one process whose arrivals these are",
                )
            )
        values["arrivals"] = {slug: options.arrivals}
    if options.holidays:
        values["holidays"] = read(options.holidays, HolidayFile).holidays
    return checked(values, ScenarioFile, "simulate")


def _first_day(given: datetime | None) -> date | None:
    if given is None or given.time() == time():
        return given.date() if given else None
    raise DocumentError(
        said(
            f"--start：流程从某日开始，不接受时刻；请写 {given:%Y-%m-%d}",
            f"--start: a process starts on a day, not at a time of day; write {given:%Y-%m-%d}",
        )
    )


def _warm_up(given: str | None) -> int | str | None:
    if given is None or given == "auto":
        return given
    if (days := whole_number(given)) is not None:
        return days
    raise DocumentError(
        said(
            f"--warm-up：{given!r} 既不是工作日数，也不是 auto",
            f"--warm-up: {given!r} is neither a number of working days nor auto",
        )
    )


def _people(entry: str) -> tuple[str, int]:
    pool, _, count = entry.partition("=")
    if not (number := whole_number(count)):
        raise DocumentError(
            said(
                f"--staff：{entry!r} 没有写明人数；请写成 tax=3，至少1人",
                f"--staff: {entry!r} does not say how many people; write for example tax=3, "
                "at least 1",
            )
        )
    return pool, number


def _experiment(scenario: Scenario, options: Options) -> Experiment:
    total = scenario.replications
    with (
        cluster(options.dask) as workers,
        progress_bar(SIMULATING, total, options.language) as tell,
    ):
        return run_experiment(scenario, tell, workers)


def _subject(scenario: Scenario, experiment: Experiment) -> Subject:
    chosen = tuple(load.process for load in scenario.loads)
    if not experiment.result.effort.cases:
        raise SimulationError(
            said(
                "没有办件到达；请增加天数或到件量",
                "no case arrived; simulate more days or more arrivals",
            )
        )
    owners = {owner for p in chosen for owner in p.owners}
    return Subject(
        result=experiment.result,
        processes=chosen,
        pools=scenario.pools,
        log=experiment.log,
        ruler=experiment.ruler,
        names={owner: unit_name(owner) for owner in owners},
        arrivals={load.process.slug: load.arrivals for load in scenario.loads},
        target=scenario.target.source,
    )
