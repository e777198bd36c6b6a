"""Commands that read event logs: conformance and calibration."""

from pathlib import Path
from typing import Annotated

import typer

from workbench.options import Columns, Holidays, Json, Lang, Language, Reforms, Seed, Zone

Log = Annotated[Path, typer.Argument(help="事件日志 .csv .parquet .xes / event log")]
Process = Annotated[str, typer.Argument(help="流程代号或定义文件 / process, e.g. company-opening")]
AsIs = Annotated[
    bool, typer.Option("--as-is/--to-be", help="改革前/改革后 / before or after the reforms")
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
    from workbench.log_options import LogOptions
    from workbench.logs import Asked, check

    source = LogOptions(log, columns, zone, holidays, lang.value)
    asked = Asked(source, process, as_is, reforms, as_json)
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
    from workbench.log_options import LogOptions
    from workbench.logs import Asked, fit

    source = LogOptions(log, columns, zone, holidays, lang.value)
    asked = Asked(source, process, as_is, reforms, as_json)
    fit(asked, out, held_out, seed)
