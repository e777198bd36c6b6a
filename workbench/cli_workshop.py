"""``onething workshop``: change processes in the room."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from workbench.options import Lang, Language, Where

SECRET = "ONETHING_WORKSHOP_SECRET"  # noqa: S105 - the name of the variable
PATIENCE = 2.0
"""Seconds for which a lost store is tried again while people wait."""


def workshop(
    *,
    host: Annotated[str, typer.Option(help="监听地址 / address to listen on")] = "127.0.0.1",
    port: Annotated[int, typer.Option(help="端口，0为任意 / port, 0 for any free one")] = 8765,
    secret_file: Annotated[
        Path | None, typer.Option(help="口令文件 / file with the shared secret")
    ] = None,
    store: Where = None,
    lang: Language = Lang.ZH,
) -> None:
    """研讨：当场修改流程，立即看到结果 / Change processes in the room and see at once."""
    from integrations.store.store import Store
    from workbench.workshop.security import Guard, checked_secret
    from workbench.workshop.server import build, listen, read_secret, serve
    from workbench.workshop.shelf import Shelf

    given = read_secret(secret_file) if secret_file else os.environ.get(SECRET) or None
    guard = Guard(checked_secret(host, given))
    listening = listen(host, port)
    name = f"[{host}]" if ":" in host else host
    address = f"http://{name}:{listening.getsockname()[1]}/?lang={lang.value}"
    with Store.open(store, patience=PATIENCE) as opened:
        app = build(guard, Shelf(opened))
        sys.stdout.write(f"{'研讨地址' if lang is Lang.ZH else 'Workshop at'} {address}\n")
        sys.stdout.flush()
        serve(app, listening)
