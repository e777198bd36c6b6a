"""A report's tables as data: one JSON document, or a CSV file a table."""

import csv
import io
import json
from typing import Any

from reports.document import Document
from reports.table import Table, fields, values
from reports.wording import Wording


def to_json(report: Document) -> str:
    """Every table with its columns (unit and basis of time included) and rows of plain values."""
    w = Wording(report.language)
    content = {
        "title": report.title,
        "language": report.language,
        "head": dict(report.head),
        "notice": list(report.notice),
        "tables": {key: _table(table, w) for key, table in report.tables()},
    }
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"


def _table(table: Table, w: Wording) -> dict[str, Any]:
    columns = fields(table, w)
    return {
        "title": table.title,
        "note": table.note,
        "columns": [
            {"key": c.key, "name": c.name, "unit": c.unit, "basis": c.basis} for c in columns
        ],
        "rows": [
            {c.key: value for c, (value, _) in zip(columns, values(table, row), strict=True)}
            for row in table.rows
        ],
    }


def to_csv(report: Document) -> dict[str, str]:
    """The text of a CSV file for each table, by the table's key.

    The first line names the columns with their units. Cells that a spreadsheet would take for
    formulas are quoted with an apostrophe.
    """
    w = Wording(report.language)
    return {key: _csv(table, w) for key, table in report.tables()}


def _csv(table: Table, w: Wording) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    columns = fields(table, w)
    writer.writerow([_head(c.name, c.unit, c.basis) for c in columns])
    for row in table.rows:
        writer.writerow([_harmless(value) for value, _ in values(table, row)])
    return out.getvalue()


def _head(name: str, unit: str, basis: str) -> str:
    told = ", ".join(part for part in (unit, basis) if part)
    return str(_harmless(f"{name} [{told}]" if told else name))


def _harmless(value: str | float | None) -> str | float:
    if isinstance(value, str) and value[:1] in {"=", "+", "-", "@", "\t", "\r"}:
        return f"'{value}"
    return "" if value is None else value
