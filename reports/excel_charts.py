"""Native Excel charts for those tables that have one."""

from typing import Any

from models.breakdown import CAUSES
from reports.palette import CAUSE_FILLS, LATE, ON_TIME
from reports.table import Field, Table
from reports.wording import Wording

FIRST = 3
"""The first row of figures on every sheet."""

SIZE = {"width": 860, "height": 320}
FEW = 16
"""A chart stands under so many rows, and beside more, so that no page break runs through it."""

SHARES = frozenset({"on_time_rate", "utilisation", "share"})


def add_chart(
    book: Any, sheet: Any, table: Table, columns: list[Field], below: int, w: Wording
) -> None:
    """Put the table's chart, if it has one, under its figures, or beside them if they are many."""
    keys = [column.key for column in columns]
    beside = len(table.rows) > FEW
    last = FIRST + len(table.rows) - 1
    if table.key == "steps":
        chart = _stacked(book, sheet, keys, last, "step", w)
    elif table.key == "owners":
        chart = _stacked(book, sheet, keys, last, "owner", w)
    elif (kind_of := table.key.split("-")[0]) in _BARS:
        names, figure, kind = _BARS[kind_of]
        total = any(row.strong for row in table.rows) and table.key == "spent"
        chart = _bars(book, sheet, keys, last - total, (names, figure), kind)
    else:
        return
    chart.set_title({"name": table.title, "name_font": {"size": 12}})
    grown = SIZE["height"] if table.key.startswith("distribution") else 100 + 24 * len(table.rows)
    chart.set_size({**SIZE, "height": max(SIZE["height"], grown)})
    sheet.insert_chart(*((FIRST - 1, len(columns) + 1) if beside else (below, 0)), chart)


_BARS = {
    "verdicts": ("limit", "on_time_rate", "bar"),
    "spent": ("cause", "hours_per_case", "bar"),
    "pools": ("pool", "utilisation", "bar"),
    "items": ("item_title", "in_turn", "bar"),
    "distribution": ("used_up", "share", "column"),
}


def _bars(
    book: Any, sheet: Any, keys: list[str], last: int, what: tuple[str, str], kind: str
) -> Any:
    names, figure = (keys.index(key) for key in what)
    chart = book.add_chart({"type": kind})
    chart.add_series(
        {
            "categories": [sheet.name, FIRST, names, last, names],
            "values": [sheet.name, FIRST, figure, last, figure],
            "fill": {"color": ON_TIME.colour},
            "invert_if_negative": False,
            "data_labels": {"value": True} if kind == "bar" or last - FIRST < FEW else {},
            "gap": 40,
        }
    )
    chart.set_legend({"none": True})
    amounts = {"num_format": "0%"} if what[1] in SHARES else {}
    if kind == "bar":
        chart.set_x_axis(amounts)
        chart.set_y_axis({"reverse": True, "label_position": "low"})
    else:
        chart.set_y_axis(amounts)
    return chart


def _stacked(book: Any, sheet: Any, keys: list[str], last: int, name: str, w: Wording) -> Any:
    chart = book.add_chart({"type": "bar", "subtype": "stacked"})
    names = keys.index(name)
    for cause in CAUSES:
        if cause in keys:
            place = keys.index(cause)
            chart.add_series(
                {
                    "name": w(f"{cause}_long"),
                    "categories": [sheet.name, FIRST, names, last, names],
                    "values": [sheet.name, FIRST, place, last, place],
                    "fill": {"color": CAUSE_FILLS[cause].colour},
                    "border": {"color": LATE.ink, "width": 0.5},
                    "gap": 40,
                }
            )
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis({"reverse": True})
    return chart
