"""Tables for a terminal: columns that fit, Chinese that breaks where it may, no markup."""

from collections.abc import Sequence

from rich import box
from rich.cells import cell_len
from rich.console import JustifyMethod
from rich.table import Table as RichTable
from rich.text import Text

from models.result import Standing
from reports.table import Table
from reports.typeset import balanced, clean, wrapped

LEAST = 8
"""No text column becomes narrower than this."""

HEAD = 15
"""Heads of number columns may be this wide, or as wide as their numbers."""

GAP = 2
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


def fitted(content: Table, width: int) -> RichTable:
    """The table in so many columns, without its note. A line break in a cell or head stays."""
    heads = [_head(content, n) for n in range(len(content.columns))]
    widths = _widths(content, heads, width)
    table = RichTable(
        title=safe(content.title),
        box=box.SIMPLE_HEAD,
        show_edge=False,
        title_justify="left",
        title_style="bold",
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


def _widths(content: Table, heads: Sequence[Sequence[str]], width: int) -> list[int]:
    """Each column's width; text columns give way, the widest first."""
    widths = [
        max(map(cell_len, [*heads[n], *_parts(content, n)])) for n in range(len(content.columns))
    ]
    gaps = GAP * (len(widths) - 1)
    text = [n for n, column in enumerate(content.columns) if not column.numeric]
    while text and sum(widths) + gaps > width:
        widest = max(text, key=lambda n: widths[n])
        if widths[widest] <= LEAST:
            break
        widths[widest] -= 1
    return widths


def _parts(content: Table, n: int) -> list[str]:
    """The lines of a column's cells before any wrapping."""
    return [clean(part) for row in content.rows for part in row.cells[n].split("\n")]


def _head(content: Table, n: int) -> list[str]:
    column = content.columns[n]
    if not column.numeric:
        return column.name.split("\n")
    room = max([HEAD, *map(cell_len, _parts(content, n))])
    if cell_len(column.name) <= room:
        return column.name.split("\n")
    parts = column.name.replace("（", "\n（").replace(" (", "\n(").split("\n")
    return [line for part in parts for line in balanced(part, room, cell_len)]
