"""``onething simulate``: from options to an experiment and its reports."""

import sys
from dataclasses import dataclass, fields, replace
from pathlib import Path

from rich.console import Console

from integrations.documents import to_json, write_text
from integrations.logs.writing import checked_suffix, write_log
from models.base import text
from models.errors import SimulationError
from models.said import said
from reports.county_document import county_document
from reports.document import document
from reports.html import page
from reports.subject import Subject
from reports.terminal import print_county, print_result
from simulations.experiment import Experiment, run_experiment
from simulations.scenario import Scenario
from workbench import nets
from workbench.bpmn_files import general_diagram, is_bpmn
from workbench.keeping import KEPT, keep_run
from workbench.names import unit_names
from workbench.running import cluster, progress_bar
from workbench.scenario_options import ScenarioOptions, build_scenario, refuse_idle

SIMULATING = text("仿真", "Simulating")
WRITTEN = text("报告已写入", "Report written to")
NO_USE = said(
    "按令牌走法运行的流程图用不上；可用的有 --cases --seed --start --log --json --lang",
    "of no use with a diagram that runs by the token game, which takes --cases --seed --start "
    "--log --json --lang",
)


@dataclass(frozen=True)
class Options(ScenarioOptions):
    """The options of the command: what is simulated, and what becomes of it."""

    report: Path | None = None
    log: Path | None = None
    bpmn: Path | None = None
    prosimos: Path | None = None
    keep: str | None = None
    store: str | None = None
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
    document_of = document if one else county_document
    html = page(document_of(subject, options.language)) if target else ""
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
    refuse_idle(options, {*own, "process"} - set(useless), NO_USE)
    if options.log:
        nets.checked_suffix(options.log)
    return nets.NetOptions(**{name: getattr(options, name) for name in own})


def simulated(scenario: Scenario, options: ScenarioOptions) -> Subject:
    """Run a scenario, showing progress."""
    return _subject(scenario, _experiment(scenario, options))


def _experiment(scenario: Scenario, options: ScenarioOptions) -> Experiment:
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
    return Subject(
        result=experiment.result,
        processes=chosen,
        pools=scenario.pools,
        log=experiment.log,
        ruler=experiment.ruler,
        names=unit_names(chosen, scenario.pools),
        arrivals={load.process.slug: load.arrivals for load in scenario.loads},
        target=scenario.target.source,
    )
