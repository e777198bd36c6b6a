"""``onething report``: reports to hand out."""

from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from workbench.options import (
    Arriving,
    AsIs,
    Cases,
    Columns,
    Dask,
    Days,
    Everything,
    Family,
    Holidays,
    Lang,
    Language,
    Reforms,
    Replications,
    ScenarioPath,
    Seed,
    Slug,
    Staff,
    Start,
    Where,
    Zone,
)


class Fourth(StrEnum):
    """What the fourth of the four reductions is."""

    TRIPS = "trips"
    FEES = "fees"


def report(  # noqa: PLR0913 - one parameter an option of the command
    process: Slug = None,
    *,
    log: Annotated[
        Path | None, typer.Option(help="事件日志 / event log: .csv .parquet .xes")
    ] = None,
    columns: Columns = None,
    zone: Zone = "Asia/Shanghai",
    run: Annotated[
        str | None, typer.Option("--run", help="已保存的运行 / a run kept in the event store")
    ] = None,
    live: Annotated[
        bool, typer.Option("--live", help="最近的实际运行 / the newest live run")
    ] = False,
    since: Annotated[
        datetime | None,
        typer.Option("--from", formats=["%Y-%m-%d"], help="到件自 / cases that came from"),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--to", formats=["%Y-%m-%d"], help="到件至 / cases that came up to"),
    ] = None,
    store: Where = None,
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
    start: Start = None,
    scenario: ScenarioPath = None,
    holidays: Holidays = None,
    formats: Annotated[
        str | None,
        typer.Option("--format", help="格式 / formats: html,xlsx,docx,csv,json,svg"),
    ] = None,
    out: Annotated[
        Path | None, typer.Option(help="输出文件，后缀即格式 / where to, the suffix is the format")
    ] = None,
    fourth: Annotated[
        Fourth, typer.Option(help="四减第四项：跑动或收费 / the fourth reduction")
    ] = Fourth.TRIPS,
    compare: Annotated[
        bool, typer.Option("--compare/--no-compare", help="改革前后对比 / before against after")
    ] = True,
    dask: Dask = None,
    lang: Language = Lang.ZH,
) -> None:
    """可直接报送的计时报告 / A timing report to hand out: page, Excel, Word, CSV, JSON."""
    from workbench.log_options import log_options
    from workbench.report import Options, make
    from workbench.scenario_options import ScenarioOptions

    simulation = ScenarioOptions(
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
        scenario=scenario,
        holidays=holidays,
        dask=dask,
        language=lang.value,
    )
    source = log_options(log, columns, zone, holidays, lang.value)
    make(
        Options(
            simulation=simulation,
            source_log=source,
            run=run,
            live=live,
            since=since.date() if since else None,
            until=until.date() if until else None,
            store=store,
            formats=formats,
            out=out,
            fourth=fourth.value,
            compare=compare,
        )
    )


def template(
    process: Annotated[
        str, typer.Argument(help="流程代号或定义文件 / process, e.g. company-opening, or a file")
    ],
    *,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="输出文件 / where to")] = None,
    as_is: Annotated[
        bool, typer.Option("--as-is/--to-be", help="改革前/改革后 / before or after the reforms")
    ] = False,
    lang: Language = Lang.ZH,
) -> None:
    """生成供部门填写的Excel表 / Write the Excel form that an office fills in."""
    from workbench.filled import write_template

    write_template(process, out, lang.value, as_is=as_is)
