"""What commands share that simulate: progress, and the cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

from models.base import Language, Text
from models.errors import DocumentError
from models.said import said
from models.source import assumed
from simulations.experiment import Workers, run_replications

if TYPE_CHECKING:
    from integrations.store.store import Store

COMMAND_LINE = assumed("命令行给定 (given on the command line)")


@contextmanager
def progress_bar(what: Text, total: int, language: Language) -> Iterator[Callable[[int], None]]:
    """A progress bar on standard error, if that is a terminal; yields who is told what is done."""
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    console = Console(stderr=True)
    hidden = not console.is_terminal
    with Progress(*columns, console=console, transient=True, disable=hidden) as progress:
        task = progress.add_task(what[language], total=total)
        yield lambda done: progress.update(task, completed=done)


@contextmanager
def spinner(what: Text, language: Language) -> Iterator[None]:
    """Says on standard error what goes on and cannot be counted, if that is a terminal."""
    console = Console(stderr=True)
    if console.is_terminal:
        with console.status(what[language]):
            yield
    else:
        yield


@contextmanager
def cluster(address: str | None) -> Iterator[Workers | None]:
    """The Dask cluster at an address, or None for this process."""
    if address is None:
        yield None
        return
    try:
        from integrations.dask_workers import DaskWorkers
    except ImportError:
        raise DocumentError(
            said(
                "--dask：没有安装 Dask，请运行 pip install '.[dask]'",
                "--dask: Dask is not installed; run pip install '.[dask]'",
            )
        ) from None
    workers = DaskWorkers(address, run_replications)
    try:
        yield workers
    finally:
        workers.close()


def open_store(url: str | None) -> Store:
    """The event store at an address, by default the user's own. Raises StoreError."""
    require_store()
    from integrations.store.store import Store

    return Store.open(url)


def require_store() -> None:
    """DocumentError unless the packages that the event store needs are installed."""
    if any(find_spec(name) is None for name in ("sqlalchemy", "alembic", "psycopg")):
        raise DocumentError(
            said(
                "没有安装事件库所需的软件包，请运行 pip install '.[live]'",
                "the event store's packages are not installed; run pip install '.[live]'",
            )
        )
