"""Results as tables in a terminal."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from rich.console import Console, Group
from rich.panel import Panel
from rich.table import Table as RichTable
from rich.text import Text

from models.base import Language
from models.result import ProcessResult
from reports.county_document import county_head
from reports.county_tables import items_table, league_table, staff_table
from reports.sources import assumed_numbers
from reports.subject import Subject
from reports.table import Table
from reports.tables import (
    bottleneck_table,
    head,
    pools_table,
    reductions_table,
    spent_table,
    verdict_table,
)
from reports.terminal_tables import paragraph, safe, show
from reports.wording import Wording

WIDE = 116
"""From so many columns on a limit's source and interval have columns of their own."""

T = TypeVar("T")
FRAME = 4
"""Columns that the frame around the notice takes."""


def print_result(console: Console, subject: Subject, language: Language) -> None:
    """Print a summary of the result."""
    w = Wording(language)
    console.print(_head(subject, w))
    for _, result in subject.pairs():
        for table in _tables(subject, result, console.width, w):
            console.print()
            show(console, table)
    console.print()
    console.print(_notice(subject, console.width, w))


def print_county(console: Console, subject: Subject, language: Language) -> None:
    """Print the county's tables; the page has more columns."""
    w = Wording(language)
    console.print(paragraph(county_head(subject, w), console.width, "bold"))
    for table, left_out in (
        (league_table(subject, w), LEFT_OUT),
        (staff_table(subject, w), frozenset({"pool_load"})),
        (items_table(subject, w), frozenset({"realised_by"})),
    ):
        console.print()
        show(console, _without(table, left_out))
    console.print()
    console.print(paragraph(w("county_assumed"), console.width, "bold yellow"))


LEFT_OUT = frozenset({"own_days_each", "steps_each", "materials_each", "trips_each"})


def _without(table: Table, keys: frozenset[str]) -> Table:
    """The table without some of its columns."""
    kept = [n for n, column in enumerate(table.columns) if column.key not in keys]
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in kept)) for row in table.rows)
    return replace(table, columns=tuple(table.columns[n] for n in kept), rows=rows)


def _tables(subject: Subject, result: ProcessResult, width: int, w: Wording) -> Iterator[Table]:
    verdicts = verdict_table(subject, result, w)
    yield _wide(verdicts) if width >= WIDE else _narrow(verdicts)
    yield spent_table(result.critical, w)
    yield pools_table(subject, w)
    yield bottleneck_table(subject, result, w)
    yield reductions_table(result, w)


def _wide(verdicts: Table) -> Table:
    """All columns but the mean lateness, which the page has."""

    def shown(cells: Sequence[T]) -> tuple[T, ...]:
        return tuple(cell for n, cell in enumerate(cells) if n != LATE)

    rows = tuple(replace(row, cells=shown(row.cells)) for row in verdicts.rows)
    return replace(verdicts, columns=shown(verdicts.columns), rows=rows)


NAME, MOST, RATE, INTERVAL, VERDICT = range(5)
USED = slice(5, 9)
LATE, CASES, SOURCE = 9, 10, 11


def _narrow(verdicts: Table) -> Table:
    """Two lines a limit: its source below its name, cases below length, interval below rate."""
    heads = _two_lines([column.name for column in verdicts.columns])
    columns = [verdicts.columns[n] for n in (NAME, MOST, RATE, VERDICT)]
    columns += verdicts.columns[USED]
    return Table(
        verdicts.title,
        tuple(replace(column, name=name) for column, name in zip(columns, heads, strict=True)),
        tuple(replace(row, cells=_two_lines(row.cells)) for row in verdicts.rows),
        verdicts.note,
    )


def _two_lines(cells: Sequence[str]) -> tuple[str, ...]:
    return (
        f"{cells[NAME]}\n{cells[SOURCE]}",
        f"{cells[MOST]}\n{cells[CASES]}",
        f"{cells[RATE]}\n{cells[INTERVAL]}",
        cells[VERDICT],
        *cells[USED],
    )


def _head(subject: Subject, w: Wording) -> RichTable:
    table = RichTable.grid(padding=(0, 2))
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    for name, value in head(subject, w):
        table.add_row(safe(name), safe(value))
    return table


def _notice(subject: Subject, width: int, w: Wording) -> Panel:
    room = width - FRAME
    body: list[Text] = [
        paragraph(w("notice", n=assumed_numbers(subject)), room, "bold"),
        paragraph(w("notice_replace", slug=subject.processes[0].slug), room),
    ]
    return Panel(Group(*body), title=safe(w("notice_title")), border_style="bold red")
