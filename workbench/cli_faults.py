"""Commands for faults of running departments: ``faults list``, ``faults add``, ``faults end``."""

from datetime import datetime
from typing import Annotated

import typer

from workbench.cli_departments import SECRETS, Secrets, check_installed
from workbench.options import Json, Lang, Language

faults_app = typer.Typer(
    help="故障演练：查看、添加、结束 / Faults of running departments: list, add, end.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Address = Annotated[
    str,
    typer.Option(
        "--departments",
        envvar="ONETHING_DEPARTMENTS",
        help="部门接口地址 / address of the departments' API",
    ),
]
ADDRESS = "http://127.0.0.1:8410"


@faults_app.command(name="list")
def list_(
    *,
    departments: Address = ADDRESS,
    secrets: Secrets = SECRETS,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """现有故障，各发生几次 / The faults in force, and how often each has struck."""
    check_installed()
    from workbench.faults import Operator, list_faults

    list_faults(Operator(departments, secrets, lang.value), as_json=as_json)


@faults_app.command()
def add(  # noqa: PLR0913 - one parameter an option of the command
    kind: Annotated[
        str,
        typer.Argument(help="error, timeout, slow, duplicate, restart, closed"),
    ],
    *,
    department: Annotated[
        str | None, typer.Option(help="部门，不写为全部 / whom it hits; all without")
    ] = None,
    calls: Annotated[
        str | None, typer.Option(help="哪些调用 / which calls, e.g. apply,status")
    ] = None,
    share: Annotated[float, typer.Option(help="命中比例 / share of the calls")] = 1.0,
    times: Annotated[int | None, typer.Option(help="最多几次 / how often at most")] = None,
    seconds: Annotated[float, typer.Option(help="等待秒数 / seconds it takes")] = 1.0,
    status: Annotated[int, typer.Option(help="error 的状态码 / status of an error")] = 503,
    day: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="closed 的日期 / the day of closed"),
    ] = None,
    departments: Address = ADDRESS,
    secrets: Secrets = SECRETS,
    lang: Language = Lang.ZH,
) -> None:
    """添加一个故障，立即生效 / Put a fault in force at once."""
    check_installed()
    from workbench.faults import Operator, add_fault

    wanted = {
        "kind": kind,
        "department": department,
        "calls": calls.split(",") if calls else (),
        "share": share,
        "times": times,
        "seconds": seconds,
        "status": status,
        "day": day.date() if day else None,
    }
    add_fault(Operator(departments, secrets, lang.value), wanted)


@faults_app.command()
def end(
    number: Annotated[int | None, typer.Argument(help="故障编号 / number of the fault")] = None,
    *,
    every: Annotated[bool, typer.Option("--all", help="结束全部 / end them all")] = False,
    departments: Address = ADDRESS,
    secrets: Secrets = SECRETS,
    lang: Language = Lang.ZH,
) -> None:
    """结束一个或全部故障 / Take one fault, or all of them, out of force."""
    check_installed()
    from workbench.faults import Operator, end_faults

    end_faults(Operator(departments, secrets, lang.value), number, every=every)
