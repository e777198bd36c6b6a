"""The command ``onething``. Each command's work is imported only when it runs."""

import sys
from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from typing import Annotated

import typer

from models.errors import OneThingError
from workbench import cli_live
from workbench.cli_bpmn import bpmn
from workbench.cli_departments import departments, keys
from workbench.cli_faults import faults_app
from workbench.cli_logs import calibrate, conformance
from workbench.cli_report import report, template
from workbench.cli_store import runs, store_app
from workbench.cli_workshop import workshop
from workbench.options import (
    Arriving,
    AsIs,
    Bpmn,
    Cases,
    Dask,
    Days,
    Everything,
    Family,
    Holidays,
    Json,
    Lang,
    Language,
    Moment,
    Prosimos,
    Reforms,
    Replications,
    ScenarioPath,
    Seed,
    Slug,
    Staff,
    Start,
    Where,
)

BAD_INPUT = 2

app = typer.Typer(
    help="县域政务“一件事”：流程仿真与计时 / Administrative processes, simulated and timed.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.command()
def simulate(  # noqa: PLR0913 - one parameter an option of the command
    process: Slug = None,
    *,
    everything: Everything = False,
    family: Family = None,
    as_is: AsIs = None,
    reforms: Reforms = None,
    cases: Cases = None,
    days: Days = None,
    arrivals: Arriving = None,
    staff: Staff = None,
    seed: Seed = None,
    replications: Replications = None,
    start: Moment = None,
    warm_up: Annotated[
        str | None, typer.Option(help="预热工作日或auto / warm-up in working days, or auto")
    ] = None,
    scenario: ScenarioPath = None,
    holidays: Holidays = None,
    report: Annotated[
        Path | None, typer.Option(help="HTML报告路径 / where to write the HTML report")
    ] = None,
    log: Annotated[
        Path | None,
        typer.Option(
            help="事件日志(.parquet .csv .xes .json) / write the event log of one replication"
        ),
    ] = None,
    bpmn: Bpmn = None,
    prosimos: Prosimos = None,
    dask: Dask = None,
    keep: Annotated[
        str | None,
        typer.Option(help="存入事件库的名称（第1次重复） / keep replication 1 under a name"),
    ] = None,
    store: Where = None,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """仿真流程并对照时限 / Simulate processes and measure them against their limits."""
    from workbench.simulate import Options, run

    run(
        Options(
            process=process,
            everything=everything,
            family=family,
            as_is=as_is,
            reforms=reforms,
            cases=cases,
            days=days,
            arrivals=arrivals,
            staff=tuple(staff or ()),
            seed=seed,
            replications=replications,
            start=start,
            warm_up=warm_up,
            scenario=scenario,
            holidays=holidays,
            report=report,
            log=log,
            bpmn=bpmn,
            prosimos=prosimos,
            dask=dask,
            keep=keep,
            store=store,
            language=lang.value,
            as_json=as_json,
        )
    )


@app.command()
def reforms(  # noqa: PLR0913 - one parameter an option of the command
    process: Slug = None,
    *,
    everything: Everything = False,
    items: Annotated[
        str | None, typer.Option(help="与--all合用，只比较这些项 / with --all, only these items")
    ] = None,
    days: Days = None,
    seed: Seed = None,
    replications: Replications = None,
    start: Start = None,
    dask: Dask = None,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """逐项衡量改革成效 / What each plan item is worth."""
    from workbench.reforms import Options, run

    run(
        Options(
            process=process,
            everything=everything,
            items=items,
            days=days,
            seed=seed,
            replications=replications,
            start=start.date() if start else None,
            dask=dask,
            language=lang.value,
            as_json=as_json,
        )
    )


@app.command()
def processes(
    process: Annotated[str | None, typer.Argument(help="只看一个流程 / show one process")] = None,
    *,
    family: Annotated[str | None, typer.Option(help="只列一类 / one family only")] = None,
    as_yaml: Annotated[
        bool, typer.Option("--yaml", help="输出流程定义 / print the definition as YAML")
    ] = False,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """列出全部流程，或查看一个 / List the catalogue, or show one process."""
    from workbench.listing import list_processes, show_process

    if process is not None:
        show_process(process, lang.value, as_yaml=as_yaml, as_json=as_json)
        return
    list_processes(family, lang.value, as_json=as_json)


@app.command()
def plan(
    item: Annotated[int | None, typer.Argument(help="改革项编号 / item 1-149")] = None,
    *,
    indicator: Annotated[str | None, typer.Option(help="评价指标 / indicator")] = None,
    department: Annotated[str | None, typer.Option(help="责任部门 / department")] = None,
    overdue: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="该日已逾期 / overdue at this date"),
    ] = None,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """方案149项：列出、筛选、查看 / The plan's 149 items: list, filter, show one."""
    from workbench.listing import list_items, show_item

    if item is not None:
        show_item(item, lang.value, as_json=as_json)
        return
    at = overdue.date() if overdue else None
    list_items(indicator, department, at, lang.value, as_json=as_json)


app.command()(workshop)
app.command()(departments)
app.command()(keys)
app.command()(runs)
app.add_typer(store_app, name="store")
app.add_typer(faults_app, name="faults")
app.command()(bpmn)
app.command()(report)
app.command()(template)
cli_live.register(app)
app.command()(conformance)
app.command()(calibrate)


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command; a bad input ends in one sentence and exit code 2.

    ``arguments`` default to those of the process.
    """
    try:
        app(args=None if arguments is None else list(arguments))
    except OneThingError as error:
        given = list(sys.argv[1:] if arguments is None else arguments)
        english = "--lang=en" in given or ("--lang", "en") in pairwise(given)
        sentence = error.sentence("en" if english else "zh")
        print(f"onething: {sentence}", file=sys.stderr)  # noqa: T201 - the command's own voice
        sys.exit(BAD_INPUT)
