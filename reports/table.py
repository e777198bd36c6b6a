"""A table of a report, defined once for terminal, page, spreadsheet, document and data files.

A cell is what people read; a number among the words carries its value (``Figure``) and an interval
its ends (``Span``), so that a spreadsheet gets numbers and a data file loses nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from models.result import Standing
from reports.wording import Wording
from reports.wording.numbers import Figure, Form, Span
from reports.wording.units import BASES, UNITS

Value = str | float | None


@dataclass(frozen=True)
class Column:
    """A column: its head for people, its name for machines, unit and basis of time.

    ``basis`` says of a time how it was counted: calendar, office (hours), or the limit's own.
    """

    name: str
    numeric: bool = True
    verdict: bool = False
    key: str = ""
    unit: str = ""
    basis: str = ""


@dataclass(frozen=True)
class Row:
    """A row's cells; ``strong`` for a total or the bottleneck, ``standing`` for a verdict."""

    cells: tuple[str, ...]
    strong: bool = False
    standing: Standing = "uncertain"


@dataclass(frozen=True)
class Table:
    """A table of words and numbers, each already in its unit. ``key`` names it for machines."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    note: str = ""
    key: str = ""


@dataclass(frozen=True)
class Field:
    """A column of plain values; an interval has two."""

    key: str
    name: str
    unit: str
    basis: str
    numeric: bool


def column(
    key: str, w: Wording, *, numeric: bool = True, verdict: bool = False, head: str | None = None
) -> Column:
    """The column of a word of the reports, with the unit and basis that the word has."""
    name = w(key) if head is None else head
    unit, basis = UNITS.get(key, ""), BASES.get(key, "")
    return Column(name, numeric=numeric, verdict=verdict, key=key, unit=unit, basis=basis)


def fields(table: Table, w: Wording) -> list[Field]:
    """The columns of plain values."""
    found = []
    for n, each in enumerate(table.columns):
        ends = (
            [("low", w("low_end")), ("high", w("high_end"))] if _is_span(table, n) else [("", "")]
        )
        for suffix, words in ends:
            key = "_".join(part for part in (each.key or f"column-{n + 1}", suffix) if part)
            name = f"{each.name} {words}".rstrip()
            found.append(Field(key, name, each.unit, each.basis, each.numeric))
    return found


def values(table: Table, row: Row) -> Iterator[tuple[Value, Form | None]]:
    """A row's plain values in the order of ``fields``; None for a dash."""
    for n, cell in enumerate(row.cells):
        if _is_span(table, n):
            ends = cell.ends if isinstance(cell, Span) else None
            form = cell.form if isinstance(cell, Span) else None
            yield from ((end, form) for end in (ends or (None, None)))
        elif isinstance(cell, Figure):
            is_whole = cell.form == "count" and cell.value == int(cell.value)
            yield int(cell.value) if is_whole else cell.value, cell.form
        else:
            yield (None if table.columns[n].numeric and cell == "—" else str(cell)), None


def _is_span(table: Table, place: int) -> bool:
    return any(isinstance(row.cells[place], Span) for row in table.rows)
