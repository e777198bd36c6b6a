"""Commands about the departments' API."""

from datetime import datetime
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from models.errors import DocumentError
from models.said import said
from workbench.options import Lang, Language

Secrets = Annotated[
    Path,
    typer.Option(
        envvar="ONETHING_SECRETS", help="密钥文件，仅本人可读 / file of keys, private to its owner"
    ),
]
KnownHolidays = Annotated[
    Path | None,
    typer.Option(
        envvar="ONETHING_HOLIDAYS", help="放假安排文件 / file of holidays not yet announced"
    ),
]
SECRETS = Path("out/departments/secrets.yaml")


def departments(  # noqa: PLR0913 - one parameter an option of the command
    *,
    only: Annotated[
        str | None, typer.Option(help="只开这些部门 / these departments only, e.g. tax,court")
    ] = None,
    host: Annotated[str, typer.Option(help="监听地址 / address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65_535, help="端口，0为任选 / 0: any")] = 8410,
    speed: Annotated[
        float,
        typer.Option(min=1, max=864_000, help="官方时间倍速，8640即一天10秒 / 8640: a day in 10 s"),
    ] = 8640,
    start: Annotated[
        datetime | None,
        typer.Option(formats=["%Y-%m-%d"], help="官方时间从该日9时开始 / first official day"),
    ] = None,
    seed: Annotated[int | None, typer.Option(help="随机种子 / random seed")] = None,
    ledger: Annotated[
        str, typer.Option(envvar="ONETHING_LEDGER", help="台账数据库 / database of the ledger")
    ] = "sqlite:///out/departments/ledger.db",
    secrets: Secrets = SECRETS,
    faults: Annotated[
        Path | None, typer.Option(help="故障演练文件 / file of faults on demand")
    ] = None,
    holidays: KnownHolidays = None,
    lang: Language = Lang.ZH,
) -> None:
    """模拟部门：按接口约定办理 / Mock departments that do the work behind their API."""
    check_installed()
    from workbench.departments import Options, serve

    serve(
        Options(
            only=tuple(only.split(",")) if only else (),
            host=host,
            port=port,
            speed=speed,
            start=start.date() if start else None,
            seed=seed,
            ledger=ledger,
            secrets=secrets,
            faults=faults,
            holidays=holidays,
            language=lang.value,
        )
    )


def keys(
    *,
    client: Annotated[str, typer.Option(help="申报方 / whose keys")] = "county",
    rotate: Annotated[
        bool, typer.Option("--rotate", help="换新密钥，旧的到期作废 / new keys before the old")
    ] = False,
    overlap: Annotated[
        float, typer.Option(min=0, help="旧密钥还有效的小时数 / hours the old ones stay valid")
    ] = 24,
    secrets: Secrets = SECRETS,
    lang: Language = Lang.ZH,
) -> None:
    """生成或更换签名密钥 / Make or change the keys that sign calls to departments."""
    check_installed()
    from workbench.departments import make_keys, rotate_keys

    if rotate:
        rotate_keys(secrets, overlap, lang.value)
        return
    make_keys(secrets, client, lang.value)


def check_installed() -> None:
    """DocumentError if the libraries of the option ``live`` are not installed."""
    if find_spec("fastapi") is None or find_spec("uvicorn") is None:
        raise DocumentError(
            said(
                "没有安装部门接口所需的库，请运行 pip install '.[live]'",
                "the departments' API needs more libraries; run pip install '.[live]'",
            )
        )
