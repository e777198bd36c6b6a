"""Reports of several processes on shared staff: by process, by pool of staff, by plan item."""

from jinja2 import Environment, PackageLoader, StrictUndefined
from rich.console import Console, JustifyMethod
from rich.table import Table

from models.base import Language
from models.result import Standing, Verdict
from reports.county_rows import ItemRow, PoolRow, ProcessRow, item_rows, pool_rows, process_rows
from reports.subject import Subject
from reports.wording import Wording
from reports.wording.numbers import count, decimal, interval, percent

COLOURS: dict[Standing, str] = {"held": "green", "missed": "red", "uncertain": "yellow"}


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


def print_county(console: Console, subject: Subject, language: Language) -> None:
    """Print the county's tables."""
    w = Wording(language)
    console.print(head(subject, w), highlight=False)
    console.print(_processes(process_rows(subject), w))
    console.print(_pools(pool_rows(subject), w))
    console.print(_items(item_rows(subject), w))
    console.print(w("county_assumed"), style="bold yellow", highlight=False)


def render_county(subject: Subject, language: Language) -> str:
    """The county's report as a self-contained HTML page."""
    w = Wording(language)
    environment = Environment(
        loader=PackageLoader("reports"), autoescape=True, undefined=StrictUndefined
    )
    template = environment.get_template("county.html")
    return template.render(
        w=w,
        head=head(subject, w),
        process_heads=PROCESS_HEADS,
        pool_heads=POOL_HEADS,
        item_heads=ITEM_HEADS,
        processes=[(row, process_cells(row, w)) for row in process_rows(subject)],
        pools=[(row, pool_cells(row, w)) for row in pool_rows(subject)],
        items=[(row, item_cells(row, w)) for row in item_rows(subject)],
    )


def head(subject: Subject, w: Wording) -> str:
    """One line: how much was simulated."""
    result = subject.result
    return w(
        "county_head",
        processes=len(result.processes),
        cases=count(result.effort.cases / result.replications),
        replications=result.replications,
        start=result.start.isoformat(),
    )


def process_cells(row: ProcessRow, w: Wording) -> list[str]:
    """The cells of PROCESS_HEADS."""
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


def pool_cells(row: PoolRow, w: Wording) -> list[str]:
    """The cells of POOL_HEADS."""
    load = [f"{w.of(name)} {percent(share)}" for name, share in row.load]
    return [
        w.of(row.pool.name),
        count(row.pool.people),
        percent(row.pool.utilisation.value),
        decimal(row.pool.queue_hours),
        w.listed(load),
    ]


def item_cells(row: ItemRow, w: Wording) -> list[str]:
    """The cells of ITEM_HEADS."""
    return [
        count(row.number),
        w.of(row.title),
        w.listed([w.of(name) for name in row.processes]),
        w("applied" if row.applied else "not_applied"),
        count(row.cases),
        decimal(row.days),
        w(row.standing) if row.standing else w("no_limit"),
    ]


def _processes(rows: list[ProcessRow], w: Wording) -> Table:
    shown = (0, 1, 2, 4, 5, 6)  # the rest is in the HTML report
    table = _table("by_process", tuple(PROCESS_HEADS[n] for n in shown), w, left={0, 3})
    for row in rows:
        style = COLOURS[row.tightest.standing] if row.tightest else "none"
        cells = process_cells(row, w)
        table.add_row(*(cells[n] for n in shown[:-1]), f"[{style}]{cells[6]}[/]")
    return table


def _pools(rows: list[PoolRow], w: Wording) -> Table:
    table = _table("by_pool", POOL_HEADS, w, left={0, 4})
    for row in rows:
        table.add_row(*pool_cells(row, w))
    return table


def _items(rows: list[ItemRow], w: Wording) -> Table:
    table = _table("by_item", ITEM_HEADS, w, left={1, 2, 3, 6})
    for row in rows:
        table.add_row(*item_cells(row, w))
    return table


def _table(title: str, heads: tuple[str, ...], w: Wording, left: set[int]) -> Table:
    table = Table(title=w(title), title_style="bold")
    for place, name in enumerate(heads):
        justify: JustifyMethod = "left" if place in left else "right"
        table.add_column(w(name), justify=justify, overflow="fold")
    return table
