"""A report as an Excel workbook: a sheet a table, native charts, ready to print."""

import io
import re
from datetime import UTC, datetime
from typing import Any

import xlsxwriter

from reports.document import Document
from reports.excel_charts import add_chart
from reports.table import Field, Table, fields, values
from reports.typeset import clean, width
from reports.wording import Wording
from reports.wording.numbers import Form

FORMATS: dict[Form, str] = {"count": "#,##0", "decimal": "#,##0.0", "percent": "0.0%"}
FONTS = {"zh": "微软雅黑", "en": "Calibri"}
LEAST, MOST = 8.0, 48.0
"""Columns are this wide, in characters."""

EM = 1.9
"""A full-width character, in the unit of column widths."""

A4 = 9
NAME_ROOM = 31
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
CREATED = datetime(2024, 1, 1, tzinfo=UTC)
"""A fixed date of creation: the same report gives the same bytes."""

VERDICT_COLOURS = {"held": "#e8f5ee", "missed": "#fdecea", "uncertain": "#fff5da"}
HEAT = {"type": "2_color_scale", "min_color": "#ffffff", "max_color": "#2f6fa8"}


def workbook(report: Document) -> bytes:
    """The workbook of a report; no formula, no link, every text a text."""
    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": {"font_name": FONTS[report.language], "font_size": 10},
    }
    book = xlsxwriter.Workbook(out, options)
    created = CREATED.replace(tzinfo=None)
    book.set_properties({"title": clean(report.title), "created": created})
    sheets = _Sheets(book, report)
    sheets.summary()
    for key, table in report.tables():
        sheets.add(key, table)
    book.close()
    return out.getvalue()


class _Sheets:
    """The sheets of one workbook and the formats they share."""

    def __init__(self, book: Any, report: Document) -> None:
        self.book = book
        self.report = report
        self.w = Wording(report.language)
        self.names: set[str] = set()
        self.formats: dict[tuple[tuple[str, object], ...], Any] = {}

    def style(self, **properties: object) -> Any:
        """A cell format; the same properties give the same format."""
        key = tuple(sorted(properties.items()))
        if key not in self.formats:
            base = {"font_name": FONTS[self.report.language], "font_size": 10, "valign": "top"}
            self.formats[key] = self.book.add_format({**base, **properties})
        return self.formats[key]

    def sheet(self, title: str) -> Any:
        """A new sheet named after a title, within what Excel allows, set up to print."""
        base = _FORBIDDEN.sub(" ", clean(title)).strip()[:NAME_ROOM] or "-"
        name, n = base, 2
        while name.lower() in self.names:
            name, n = f"{base[: NAME_ROOM - 4]} {n}", n + 1
        self.names.add(name.lower())
        sheet = self.book.add_worksheet(name)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.5, right=0.5, top=0.6, bottom=0.6)
        sheet.set_footer("&L&A&R&P / &N")
        sheet.hide_gridlines(1)
        return sheet

    def summary(self) -> None:
        """The first sheet: what the report is about, and what to mind."""
        report = self.report
        sheet = self.sheet(self.w("contents"))
        sheet.set_column(0, 0, 22)
        sheet.set_column(1, 1, 100)
        wrap = self.style(text_wrap=True)
        sheet.write_string(0, 0, clean(report.title), self.style(bold=True, font_size=16))
        row = 2
        for name, value in report.head:
            sheet.write_string(row, 0, clean(name), self.style(font_color="#4b5563"))
            sheet.write_string(row, 1, clean(value), wrap)
            row += 1
        row += 1
        sheet.write_string(
            row, 0, clean(report.notice_title), self.style(bold=True, font_color="#b42318")
        )
        for sentence in report.notice:
            sheet.write_string(row, 1, clean(sentence), wrap)
            row += 1
        row += 1
        for _, table in report.tables():
            sheet.write_string(row, 1, clean(table.title))
            row += 1
        for sentence in report.method:
            sheet.write_string(row + 1, 1, clean(sentence), wrap)
            row += 1

    def add(self, key: str, table: Table) -> None:
        """A table's sheet: title, head with units, rows, note, chart."""
        title = table.title if "." not in key else f"{table.title} {key.split('.', maxsplit=1)[0]}"
        sheet = self.sheet(title)
        columns = fields(table, self.w)
        sheet.write_string(0, 0, clean(table.title), self.style(bold=True, font_size=14))
        head = self.style(bold=True, bg_color="#eef3f8", bottom=1, text_wrap=True, valign="bottom")
        for n, column in enumerate(columns):
            sheet.write_string(2, n, clean(column.name), head)
        for n, row in enumerate(table.rows):
            cells = zip(columns, values(table, row), strict=True)
            for place, (_, (value, form)) in enumerate(cells):
                look: dict[str, object] = {"bold": True} if row.strong else {}
                self._write(sheet, 3 + n, place, value, form, look)
        self._verdicts(sheet, table)
        _widen(sheet, table, columns)
        last = 2 + len(table.rows)
        if table.note:
            wide = max(len(columns) - 1, 1)
            note = self.style(text_wrap=True, font_color="#4b5563")
            sheet.merge_range(last + 2, 0, last + 2, wide, "", note)
            sheet.write_string(last + 2, 0, clean(table.note), note)
            sheet.set_row(last + 2, 60)
        sheet.freeze_panes(3, 1)
        sheet.repeat_rows(2)
        sheet.autofilter(2, 0, last, len(columns) - 1)
        if table.key == "week":
            sheet.conditional_format(3, 2, last, len(columns) - 1, HEAT)
        add_chart(self.book, sheet, table, columns, last + 5, self.w)

    def _write(
        self,
        sheet: Any,
        row: int,
        place: int,
        value: str | float | None,
        form: Form | None,
        look: dict[str, object],
    ) -> None:
        if value is None:
            sheet.write_blank(row, place, None, self.style(bottom=4, **look))
        elif isinstance(value, str):
            sheet.write_string(
                row, place, clean(value), self.style(text_wrap=True, bottom=4, **look)
            )
        else:
            number = FORMATS[form] if form else "General"
            sheet.write_number(row, place, value, self.style(num_format=number, bottom=4, **look))

    def _verdicts(self, sheet: Any, table: Table) -> None:
        """The words of a verdict on the ground of its colour."""
        for n, column in enumerate(table.columns):
            if column.verdict:
                keys = [field.key for field in fields(table, self.w)]
                place = keys.index(column.key)
                for row, entry in enumerate(table.rows):
                    ground = VERDICT_COLOURS[entry.standing]
                    look = self.style(bold=True, bg_color=ground, bottom=4)
                    sheet.write_string(3 + row, place, clean(entry.cells[n]), look)


def _widen(sheet: Any, table: Table, columns: list[Field]) -> None:
    """Columns as wide as their words, within bounds; numbers as wide as half their head."""
    shown = [[str(value) for value, _ in values(table, row)] for row in table.rows]
    for n, column in enumerate(columns):
        head = width(column.name, EM)
        cells = [width(row[n], EM) for row in shown]
        wide = max(head / 2, 9.0) if column.numeric else max([*cells, head])
        sheet.set_column(n, n, min(max(wide + 2, LEAST), MOST))
