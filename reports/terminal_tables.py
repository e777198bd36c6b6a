"""Tables for a terminal: columns that fit, Chinese that breaks where it may, no markup."""

import re
from collections.abc import Iterable, Sequence

from rich import box
from rich.cells import cell_len
from rich.console import Console, JustifyMethod
from rich.table import Table as RichTable
from rich.text import Text

from models.base import SLUG_PATTERN
from models.result import Standing
from reports.table import Column, Row, Table
from reports.typeset import balanced, clean, wrapped

LEAST = 8
"""No text column becomes narrower than this."""

HEAD = 15
"""Heads of number columns may be this wide, or as wide as their numbers."""

GAP = 2
SLUG = re.compile(SLUG_PATTERN)
STYLES: dict[Standing, str] = {
    "held": "bold green",
    "missed": "bold red",
    "uncertain": "bold yellow",
}


def safe(content: str, style: str = "") -> Text:
    """The text as it is, never markup: names may come from files."""
    return Text(clean(content), style)


def paragraph(content: str, width: int, style: str = "") -> Text:
    """A text wrapped to so many columns."""
    return Text("\n".join(wrapped(clean(content), width, cell_len)), style)


def plain_table(
    title: str, heads: Iterable[tuple[str, bool]], rows: Iterable[Sequence[str]], note: str = ""
) -> Table:
    """A table for the terminal alone; each head says whether its column holds numbers."""
    columns = tuple(Column(name, numeric) for name, numeric in heads)
    return Table(title, columns, tuple(Row(tuple(cells)) for cells in rows), note)


def show(console: Console, content: Table) -> None:
    """Print a table and its note; without rows its title, which says that there is nothing."""
    if content.title:
        console.print(paragraph(content.title, console.width, "bold"))
    if content.rows:
        console.print(fitted(content, console.width))
    for line in content.note.splitlines():
        console.print(paragraph(line, console.width, "dim"))


def fitted(content: Table, width: int) -> RichTable:
    """The table in so many columns, without title and note. A line break in a cell stays.

    Where the columns do not fit, first heads of numbers break into more lines, then texts.
    """
    room = HEAD
    heads, widths = _layout(content, room)
    while room > LEAST and _least(content, widths) > width:
        room -= 1
        heads, widths = _layout(content, room)
    widths = _narrowed(content, widths, width)
    table = RichTable(
        box=box.SIMPLE_HEAD,
        show_edge=False,
        collapse_padding=True,
        pad_edge=False,
    )
    for column, lines in zip(content.columns, heads, strict=True):
        justify: JustifyMethod = "right" if column.numeric else "left"
        table.add_column(Text("\n".join(lines), justify=justify), no_wrap=True, justify=justify)
    for row in content.rows:
        cells = [
            Text(
                "\n".join(_lines(cell, widths[n])),
                STYLES[row.standing] if content.columns[n].verdict else "",
            )
            for n, cell in enumerate(row.cells)
        ]
        table.add_row(*cells, style="bold" if row.strong else None)
    return table


def _lines(cell: str, width: int) -> list[str]:
    parts = [clean(part) for part in cell.split("\n")]
    return [line for part in parts for line in balanced(part, width, cell_len)]


def _layout(content: Table, room: int) -> tuple[list[list[str]], list[int]]:
    """The lines of the heads, those of numbers at most ``room`` wide, and the columns' widths."""
    heads = [_head(content, n, room) for n in range(len(content.columns))]
    return heads, [max(map(cell_len, [*head, *_parts(content, n)])) for n, head in enumerate(heads)]


def _least(content: Table, widths: Sequence[int]) -> int:
    """How narrow the table can become with these widths of its numbers."""
    texts = (
        min(width, _floor(content, n)) if not content.columns[n].numeric else width
        for n, width in enumerate(widths)
    )
    return sum(texts) + GAP * (len(widths) - 1)


def _narrowed(content: Table, widths: list[int], width: int) -> list[int]:
    """The widths when text columns have given way, the widest first."""
    widths = list(widths)
    text = [n for n, column in enumerate(content.columns) if not column.numeric]
    while sum(widths) + GAP * (len(widths) - 1) > width:
        open_ = [n for n in text if widths[n] > _floor(content, n)]
        if not open_:
            break
        widths[max(open_, key=lambda n: widths[n])] -= 1
    return widths


def _floor(content: Table, n: int) -> int:
    """A slug is copied by people and stays whole; other texts may become narrow."""
    slugs = (part for part in _parts(content, n) if SLUG.fullmatch(part))
    return max([LEAST, *map(cell_len, slugs)])


def _parts(content: Table, n: int) -> list[str]:
    """The lines of a column's cells before any wrapping."""
    return [clean(part) for row in content.rows for part in row.cells[n].split("\n")]


def _head(content: Table, n: int, most: int) -> list[str]:
    column = content.columns[n]
    if not column.numeric:
        return column.name.split("\n")
    room = max([most, *map(cell_len, _parts(content, n))])
    if cell_len(column.name) <= room:
        return column.name.split("\n")
    parts = column.name.replace("（", "\n（").replace(" (", "\n(").split("\n")
    return [line for part in parts for line in balanced(part, room, cell_len)]
