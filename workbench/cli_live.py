"""Commands for cases that run live: ``run``, ``twin``, ``serve``, ``worker``."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from models.base import whole_number
from models.errors import DocumentError
from models.said import said
from workbench.cli_departments import KnownHolidays
from workbench.options import Json, Lang, Language, Start

Process = Annotated[str, typer.Argument(help="流程代号或定义文件 / process, or a file")]
Cases = Annotated[int, typer.Option(min=1, max=100_000, help="办件数 / cases")]
Speed = Annotated[
    float | None,
    typer.Option(
        min=1,
        max=1_000_000,
        help="官方时钟快多少倍（不给则跳过空闲时间） / official seconds in a real one "
        "(without: time that nobody waits for is skipped)",
    ),
]
AsIs = Annotated[bool, typer.Option("--as-is/--to-be", help="改革前/改革后 / before or after")]
Seeded = Annotated[int, typer.Option(min=0, help="随机种子 / random seed")]
Where = Annotated[str | None, typer.Option("--store", help="事件库地址 / URL of the event store")]


def run(  # noqa: PLR0913 - one parameter an option of the command
    process: Process,
    *,
    cases: Cases = 20,
    speed: Speed = None,
    as_is: AsIs = False,
    seed: Seeded = 1,
    start: Start = None,
    holidays: KnownHolidays = None,
    name: Annotated[str | None, typer.Option(help="运行名称 / name of the run")] = None,
    store: Where = None,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """在本机现场办理若干办件 / Run cases live in this process, against mock departments."""
    from workbench.prefect_here import prefect_settings

    prefect_settings()
    from workbench.live import Options, run

    day = start.date() if start else None
    run(
        Options(process, cases, speed, as_is, seed, day, holidays, name, store, lang.value, as_json)
    )


def twin(
    process: Process,
    *,
    cases: Cases = 200,
    speed: Speed = None,
    as_is: AsIs = False,
    seed: Seeded = 1,
    start: Start = None,
    flow_runs: Annotated[
        bool, typer.Option(help="作为Prefect流程运行 / as Prefect flow runs")
    ] = False,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """同一批办件：现场运行与仿真对照 / The same cases live and simulated, side by side."""
    from workbench.prefect_here import prefect_settings

    if flow_runs:
        prefect_settings()
    from workbench.twin import Options, run

    day = start.date() if start else None
    run(Options(process, cases, speed, as_is, seed, day, flow_runs, lang.value, as_json))


def serve(  # noqa: PLR0913 - one parameter an option of the command
    *,
    intake: Annotated[
        list[str] | None,
        typer.Option(help="每工作日新增办件 / new cases a working day, company-opening=5"),
    ] = None,
    at_once: Annotated[int, typer.Option(min=0, help="立即收件数 / cases to open now")] = 0,
    workers: Annotated[int, typer.Option(min=0, max=64, help="执行端数 / workers")] = 1,
    speed: Annotated[
        float,
        typer.Option(
            min=1,
            help="官方时钟倍速，2880即一天30秒 / official seconds in a real one, "
            "2880: a day in 30 s",
        ),
    ] = 2_880,
    start: Start = None,
    holidays: KnownHolidays = None,
    port: Annotated[int, typer.Option(min=1, max=65_535, help="Prefect端口 / port")] = 4200,
    database: Annotated[
        str | None,
        typer.Option(help="Prefect数据库 / Prefect's database, postgresql+asyncpg://…"),
    ] = None,
    messaging: Annotated[
        str | None, typer.Option(help="Redis消息 / Redis for Prefect's messages, redis://…")
    ] = None,
    store: Where = None,
    ledger: Annotated[str | None, typer.Option(help="部门台账 / departments' ledger URL")] = None,
    folder: Annotated[Path, typer.Option(help="日志与密钥目录 / folder for logs and keys")] = Path(
        "onething-serve"
    ),
    lang: Language = Lang.ZH,
) -> None:
    """一条命令启动全部服务 / Prefect server, departments, workers and schedules."""
    os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
    from workbench.serve import Options, run

    intakes = dict(_intake(entry) for entry in intake or ["company-opening=5"])
    day = start.date() if start else None
    run(
        Options(
            intakes=intakes,
            at_once=at_once,
            workers=workers,
            speed=speed,
            start=day,
            port=port,
            database=database,
            messaging=messaging,
            store=store,
            ledger=ledger,
            folder=folder.absolute(),
            holidays=holidays,
            language=lang.value,
        )
    )


def _intake(entry: str) -> tuple[str, int]:
    process, _, count = entry.partition("=")
    if not (number := whole_number(count)):
        raise DocumentError(
            said(
                f"--intake：{entry!r} 没有写明件数；请写成 company-opening=5",
                f"--intake: {entry!r} does not say how many cases; write company-opening=5",
            )
        )
    return process, number


def worker() -> None:
    """加入为执行端 / Join as a worker; see the folder of `onething serve` for worker.env."""
    from workbench.serve import WORKER

    missing = [n for n in ("PREFECT_API_URL", "ONETHING_STORE") if n not in os.environ]
    if missing:
        raise DocumentError(
            said(
                f"缺少环境变量 {'、'.join(missing)}；请先 source worker.env",
                f"{', '.join(missing)} not set; run `source worker.env` first",
            )
        )
    os.execv(sys.executable, [sys.executable, *WORKER])  # noqa: S606 - becomes Prefect's worker


def register(app: typer.Typer) -> None:
    """Add the commands."""
    for command in (run, twin, serve, worker):
        app.command()(command)
