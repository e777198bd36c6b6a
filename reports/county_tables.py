"""The county's tables: a league of processes, pools of staff, plan items."""

from models.result import Verdict
from reports.county_rows import ItemRow, PoolRow, ProcessRow, item_rows, pool_rows, process_rows
from reports.subject import Subject
from reports.table import Column, Row, Table, column
from reports.wording import Wording
from reports.wording.numbers import count, decimal, interval, percent

PROCESS_HEADS = (
    "process",
    "cases_each",
    "days_each",
    "own_days_each",
    "tightest",
    "on_time_interval",
    "verdict",
    "steps_each",
    "materials_each",
    "trips_each",
)
POOL_HEADS = ("pool", "pool_people", "pool_utilisation", "pool_wait", "pool_load")
ITEM_HEADS = (
    "item",
    "item_title",
    "realised_by",
    "item_state",
    "cases_each",
    "days_each",
    "worst_verdict",
)
WORDS = frozenset({"process", "tightest", "on_time_interval", "verdict", "pool", "pool_load"})
ITEM_WORDS = frozenset({"item_title", "realised_by", "item_state", "worst_verdict"})
"""Columns that hold no plain number, of processes and staff and of items."""
NO_LIMIT = 2.0
"""Sorts behind every rate."""


def league_rows(subject: Subject) -> list[ProcessRow]:
    """Processes by the on-time rate of their tightest limit, the lowest first.

    Processes without a limit come last, the slowest of them first.
    """
    return sorted(process_rows(subject), key=_rate)


def _rate(row: ProcessRow) -> tuple[float, float]:
    return (row.tightest.on_time.value if row.tightest else NO_LIMIT, -row.days)


def league_table(subject: Subject, w: Wording) -> Table:
    """A row a process, in the order of ``league_rows``."""
    rows = []
    for n, row in enumerate(league_rows(subject)):
        standing = row.tightest.standing if row.tightest else "uncertain"
        rows.append(Row((count(n + 1), *_process_cells(row, w)), standing=standing))
    columns = (column("rank", w), *_columns(PROCESS_HEADS, w))
    return Table(w("league_table"), columns, tuple(rows), w("league_note"), "league")


def staff_table(subject: Subject, w: Wording) -> Table:
    """A row a pool, the busiest first."""
    rows = tuple(Row(tuple(_pool_cells(row, w))) for row in pool_rows(subject))
    return Table(w("by_pool"), _columns(POOL_HEADS, w), rows, key="staff")


def items_table(subject: Subject, w: Wording) -> Table:
    """A row a plan item that these processes realise."""
    rows = tuple(Row(tuple(_item_cells(row, w))) for row in item_rows(subject))
    return Table(w("by_item"), _columns(ITEM_HEADS, w), rows, key="plan-items")


def _columns(heads: tuple[str, ...], w: Wording) -> tuple[Column, ...]:
    return tuple(
        column(name, w, numeric=name not in WORDS | ITEM_WORDS, verdict=name == "verdict")
        for name in heads
    )


def _process_cells(row: ProcessRow, w: Wording) -> list[str]:
    return [
        w.of(row.name),
        count(row.cases),
        decimal(row.days),
        decimal(row.own_days),
        *_verdict_cells(row.tightest, w),
        decimal(row.steps),
        decimal(row.materials),
        decimal(row.trips),
    ]


def _verdict_cells(verdict: Verdict | None, w: Wording) -> list[str]:
    if verdict is None:
        return [w("no_limit"), "", ""]
    rate = f"{percent(verdict.on_time.value)} ({interval(verdict.on_time)})"
    return [w.of(verdict.limit.name), rate, w(verdict.standing)]


def _pool_cells(row: PoolRow, w: Wording) -> list[str]:
    load = [f"{w.of(name)} {percent(share)}" for name, share in row.load]
    return [
        w.of(row.pool.name),
        count(row.pool.people),
        percent(row.pool.utilisation.value),
        decimal(row.pool.queue_hours),
        w.listed(load),
    ]


def _item_cells(row: ItemRow, w: Wording) -> list[str]:
    return [
        count(row.number),
        w.of(row.title),
        w.listed([w.of(name) for name in row.processes]),
        w("applied" if row.applied else "not_applied"),
        count(row.cases),
        decimal(row.days),
        w(row.standing) if row.standing else w("no_limit"),
    ]
