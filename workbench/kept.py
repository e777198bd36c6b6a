"""``onething runs`` and ``onething store``: what is in the event store, and where it is."""

import json
import sys

from rich.console import Console

from integrations.store.database import default_url, printable, store_url
from integrations.store.records import StoredRun
from integrations.store.upgrade import NEWEST
from models.base import Language, text
from reports.terminal_tables import plain_table, show
from workbench.keeping import AS_IS
from workbench.running import open_store

TITLE = text("事件库中的运行记录", "Runs in the event store")
COLUMNS = (
    text("名称", "Name"),
    text("来源", "Kind"),
    text("已实施改革项", "Items applied"),
    text("办件", "Cases"),
    text("在办", "Open"),
    text("环节办理（次）", "Visits"),
    text("存入时间", "Kept at"),
)
KINDS = {"live": text("现场", "live"), "simulated": text("仿真", "simulated")}
NONE = text("无（改革前）", "none (as-is)")
EMPTY = text(
    "还没有运行记录；仿真时加 --keep 名称 即可存入",
    "no runs yet; simulate with --keep NAME to keep one",
)
REMOVED = text("已删除运行记录", "Removed run")
UPGRADED = text("事件库的表结构版本", "The event store's tables are at revision")
FEW = 6
"""So many plan items are listed in the table."""


def list_runs(url: str | None, language: Language, *, as_json: bool) -> None:
    """Print the runs as a table or as JSON."""
    with open_store(url) as store:
        runs = store.runs()
    if as_json:
        rows = [run.model_dump(mode="json") for run in runs]
        sys.stdout.write(json.dumps(rows, ensure_ascii=False, indent=2) + "\n")
        return
    console = Console()
    if not runs:
        console.print(EMPTY[language])
        return
    heads = [(column[language], place in {3, 4, 5}) for place, column in enumerate(COLUMNS)]
    show(console, plain_table(TITLE[language], heads, [_cells(run, language) for run in runs]))


def _cells(run: StoredRun, language: Language) -> list[str]:
    return [
        run.name,
        KINDS[run.kind][language],
        _items(run.variant, language),
        f"{run.cases:,}",
        f"{run.open_cases:,}",
        f"{run.visits:,}",
        f"{run.created:%Y-%m-%d %H:%M}",
    ]


def _items(variant: str, language: Language) -> str:
    items = variant.split(",")
    if variant == AS_IS:
        return NONE[language]
    if len(items) <= FEW:
        return variant
    return text(f"{len(items)}项", f"{len(items)} items")[language]


def remove_run(url: str | None, name: str, language: Language) -> None:
    """Remove a run."""
    with open_store(url) as store:
        store.forget(name)
    Console().print(f"{REMOVED[language]} {name}", highlight=False)


def print_address(url: str | None) -> None:
    """Print where the store is."""
    sys.stdout.write(printable(store_url(url or default_url())) + "\n")


def upgrade_store(url: str | None, language: Language) -> None:
    """Make or upgrade the tables."""
    with open_store(url):
        Console().print(f"{UPGRADED[language]} {NEWEST}", highlight=False)
