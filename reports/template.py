"""The workbook that an office fills in: drop-down lists, notes, protected columns and formulas."""

import io
from datetime import datetime
from typing import Any

import xlsxwriter

from models.base import Text, text
from reports.excel import A4, CREATED, FONTS
from reports.typeset import clean
from simulations.scenario import Scenario
from simulations.scenario_form import FORMS, SPARE_ROWS, Form, Question, Row, answers

HEAD, FIRST = 3, 4
"""Rows of heads and of the first answers, counted from 0; above stands the hidden row of keys."""

ABOUT = text("填表说明", "About this form")
LISTS = "lists"
EXPLAINED = (
    text(
        "黄色格可改，灰色格不可改。改了哪一行，就在那一行写明依据；没有改的行原样不动。",
        "Yellow cells are yours, grey ones are fixed. Say in each row that you change what the "
        "change rests on; leave other rows as they are.",
    ),
    text(
        "填好后运行：onething simulate {slug} --scenario 本文件.xlsx，或 onething report {slug} "
        "--scenario 本文件.xlsx",
        "Then run onething simulate {slug} --scenario this-file.xlsx, or onething report {slug} "
        "--scenario this-file.xlsx",
    ),
    text(
        "data：实测或台账；promise：对外承诺；assumption：估计。",
        "data: measured or on record; promise: promised to the public; assumption: a guess.",
    ),
)


def template(scenario: Scenario, owners: list[str], language: str) -> bytes:
    """The form for the first process of a scenario; ``owners`` are the units that may be named."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(
        out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    )
    created: datetime = CREATED.replace(tzinfo=None)
    book.set_properties({"title": scenario.loads[0].process.name[language], "created": created})
    form = _Workbook(book, scenario, language)
    form.about()
    lists = {"owner": owners, "step": list(scenario.loads[0].process.order)}
    for each in FORMS:
        form.sheet(each, lists)
    form.lists(lists)
    book.close()
    return out.getvalue()


class _Workbook:
    """The workbook while it is written."""

    def __init__(self, book: Any, scenario: Scenario, language: str) -> None:
        self.book = book
        self.scenario = scenario
        self.language = language
        self.rows = answers(scenario, language)
        base = {"font_name": FONTS["en" if language == "en" else "zh"], "font_size": 10}
        edge = {**base, "border": 1, "border_color": "#c9d0d9"}
        self.plain = book.add_format({**base, "text_wrap": True, "valign": "top"})
        self.title = book.add_format({**base, "bold": True, "font_size": 16})
        self.head = book.add_format(
            {**edge, "bold": True, "bg_color": "#dce6f1", "text_wrap": True, "valign": "vcenter"}
        )
        self.fixed = book.add_format({**edge, "bg_color": "#eef1f4", "locked": True})
        self.open = book.add_format({**edge, "bg_color": "#fff8dc", "locked": False})
        self.mean = book.add_format({**edge, "bg_color": "#eef1f4", "num_format": "#,##0.0"})

    def say(self, words: Text) -> str:
        """A text in the form's language."""
        return clean(words[self.language])

    def about(self) -> None:
        """The first sheet: which process, and how to fill the form in."""
        process = self.scenario.loads[0].process
        sheet = self.book.add_worksheet(self.say(ABOUT))
        sheet.set_column(0, 0, 100)
        sheet.write_string(0, 0, clean(process.name[self.language]), self.title)
        items = ",".join(map(str, process.applied))
        for n, words in enumerate(("#about:form", process.slug, items)):
            sheet.write_string(2, n, words, self.plain)
        sheet.set_row(2, None, None, {"hidden": True})
        for n, sentence in enumerate(EXPLAINED):
            sheet.write_string(4 + n, 0, self.say(sentence).format(slug=process.slug), self.plain)
        sheet.protect()

    def sheet(self, form: Form, lists: dict[str, list[str]]) -> None:
        """One sheet of questions with what stands in them now."""
        sheet = self.book.add_worksheet(self.say(form.title))
        sheet.write_string(0, 0, self.say(form.title), self.title)
        sheet.write_string(1, 0, self.say(form.hint))
        sheet.set_row(2, None, None, {"hidden": True})
        rows: list[Row] = list(self.rows[form.key])
        if form.key == "materials":
            rows += [{} for _ in range(SPARE_ROWS)]
        for n, question in enumerate(form.questions):
            key = f"#{form.key}:{question.key}" if n == 0 else question.key
            sheet.write_string(2, n, key)
            sheet.write_string(HEAD, n, self.say(question.head), self.head)
            if question.note:
                sheet.write_comment(HEAD, n, self.say(question.note), {"x_scale": 2})
            sheet.set_column(n, n, question.width)
            for place, row in enumerate(rows):
                self._answer(sheet, FIRST + place, n, question, row)
            self._validate(sheet, n, question, len(rows), lists)
        sheet.set_row(HEAD, 30)
        sheet.freeze_panes(FIRST, 2)
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(HEAD)
        sheet.protect(options={"format_columns": True, "format_rows": True, "sort": True})

    def _answer(self, sheet: Any, row: int, place: int, question: Question, answer: Row) -> None:
        if question.kind == "mean":
            low, high = (f"{letter}{row + 1}" for letter in ("F", "H"))
            middle = f"G{row + 1}"
            formula = f'=IF(COUNT({low}:{high})=3,({low}+4*{middle}+{high})/6,"")'
            sheet.write_formula(row, place, formula, self.mean, "")
            return
        look = self.fixed if question.kind == "fixed" else self.open
        value = answer.get(question.key)
        if value is None:
            sheet.write_blank(row, place, None, look)
        elif isinstance(value, str):
            sheet.write_string(row, place, clean(value), look)
        else:
            sheet.write_number(row, place, value, look)

    def _validate(
        self, sheet: Any, place: int, question: Question, rows: int, lists: dict[str, list[str]]
    ) -> None:
        """Drop-down lists and bounds of numbers."""
        last = FIRST + rows - 1
        rule: dict[str, object] = {}
        if question.choices:
            rule = {"validate": "list", "source": list(question.choices)}
        elif question.kind == "choice":
            column = "AB"[list(lists).index(question.key)]
            source = f"={LISTS}!${column}$1:${column}${len(lists[question.key])}"
            rule = {"validate": "list", "source": source}
        elif question.kind in {"number", "whole"}:
            kind = "integer" if question.kind == "whole" else "decimal"
            least = 1 if question.kind == "whole" else 0
            rule = {"validate": kind, "criteria": ">=", "value": least}
        if rule:
            sheet.data_validation(FIRST, place, last, place, {**rule, "ignore_blank": True})

    def lists(self, lists: dict[str, list[str]]) -> None:
        """The hidden sheet of names for the drop-down lists."""
        sheet = self.book.add_worksheet(LISTS)
        for n, names in enumerate(lists.values()):
            for row, name in enumerate(names):
                sheet.write_string(row, n, name)
        sheet.hide()
