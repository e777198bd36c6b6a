"""Commands for the event store: ``runs``, ``store where``, ``store upgrade``."""

from typing import Annotated

import typer

from workbench.options import Json, Lang, Language, Where

store_app = typer.Typer(
    help="事件库：位置与升级 / The event store: where it is, upgrading it.",
    no_args_is_help=True,
    rich_markup_mode=None,
)


def runs(
    *,
    remove: Annotated[
        str | None, typer.Option(help="删除一次运行 / remove this run with all its events")
    ] = None,
    store: Where = None,
    lang: Language = Lang.ZH,
    as_json: Json = False,
) -> None:
    """列出事件库中的运行记录 / List the runs kept in the event store."""
    from workbench.running import require_store

    require_store()
    from workbench.kept import list_runs, remove_run

    if remove is not None:
        remove_run(store, remove, lang.value)
        return
    list_runs(store, lang.value, as_json=as_json)


@store_app.command()
def where(*, store: Where = None) -> None:
    """事件库的地址 / The address of the event store, without its password."""
    from workbench.running import require_store

    require_store()
    from workbench.kept import print_address

    print_address(store)


@store_app.command()
def upgrade(*, store: Where = None, lang: Language = Lang.ZH) -> None:
    """建立或升级表结构（打开时也会自动进行） / Make or upgrade its tables, as opening it does."""
    from workbench.running import require_store

    require_store()
    from workbench.kept import upgrade_store

    upgrade_store(store, lang.value)
