"""Commands that read event logs: conformance and calibration."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.options import Json, Lang, Language, Seed

Log = Annotated[Path, typer.Argument(help="事件日志 .csv .parquet .xes / event log")]
Process = Annotated[str, typer.Argument(help="流程代号或定义文件 / process, e.g. company-opening")]
AsIs = Annotated[
    bool, typer.Option("--as-is/--to-be", help="改革前/改革后 / before or after the reforms")
]
Reforms = Annotated[
    str | None, typer.Option(help="只实施这些改革项 / with these plan items only, e.g. 5,7")
]
Columns = Annotated[
    str | None,
    typer.Option(
        help="列的含义 / what columns hold, e.g. case=办件号,activity=环节,completed=时间"
    ),
]
Zone = Annotated[str, typer.Option(help="无时区时间的时区 / zone of times without one")]
Holidays = Annotated[
    Path | None, typer.Option(help="放假安排文件 / file of holidays not yet announced")
]


def conformance(
    log: Log,
    process: Process,
    *,
    as_is: AsIs = False,
    reforms: Reforms = None,
    columns: Columns = None,
    zone: Zone = "Asia/Shanghai",
    holidays: Holidays = None,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """日志是否照公布的流程办理 / Whether a log keeps to the published process."""
    from workbench.logs import Asked, check

    asked = Asked(log, process, as_is, reforms, columns, zone, holidays, lang.value, as_json)
    check(asked)


def calibrate(  # noqa: PLR0913 - one parameter an option of the command
    log: Log,
    process: Process,
    *,
    out: Annotated[
        Path | None, typer.Option("--out", "-o", help="写出的方案文件 / scenario file to write")
    ] = None,
    as_is: AsIs = False,
    reforms: Reforms = None,
    columns: Columns = None,
    zone: Zone = "Asia/Shanghai",
    holidays: Holidays = None,
    held_out: Annotated[
        float, typer.Option(min=0, max=0.8, help="留作检验的办件比例 / share of cases held out")
    ] = 0.3,
    seed: Seed = None,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """由日志校准方案文件 / From a log to a scenario file, and how well it reproduces the log."""
    from workbench.logs import Asked, fit

    asked = Asked(log, process, as_is, reforms, columns, zone, holidays, lang.value, as_json)
    fit(asked, out, held_out, seed)
