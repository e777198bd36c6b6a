"""The workbook, opened by another library: its numbers are those of the result."""

import io
from collections.abc import Sequence
from functools import lru_cache

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from models.base import Language
from reports.document import document
from reports.excel import workbook
from reports.wording import Wording
from tests.reports.subjects import hostile, opening

POOLS = Wording("zh")("pools_table")


@lru_cache(maxsize=4)
def opened(language: Language = "zh") -> openpyxl.Workbook:
    content = workbook(document(opening(to_be=True), language))
    return openpyxl.load_workbook(io.BytesIO(content))


def sheet(name: str) -> Worksheet:
    found = opened()[name]
    assert isinstance(found, Worksheet)
    return found


def column(found: Worksheet, head: str) -> Sequence[object]:
    heads = [cell.value for cell in found[3]]
    place = heads.index(head) + 1
    rows = range(4, found.max_row + 1)
    values = [found.cell(row, place).value for row in rows]
    return values[: len(values) if None not in values else values.index(None)]


def test_verdicts_are_numbers_with_their_formats() -> None:
    found = sheet("时限与结论")
    verdicts = opening(to_be=True).result.processes[0].verdicts
    assert column(found, "按时办结率") == pytest.approx([v.on_time.value for v in verdicts])
    assert column(found, "95%置信区间 下限") == pytest.approx([v.on_time.low for v in verdicts])
    assert column(found, "P90") == pytest.approx([v.used.p90 for v in verdicts])
    assert found["C4"].number_format == "0.0%"


def test_steps_and_pools() -> None:
    subject = opening(to_be=True)
    (process, result), *_ = subject.pairs()
    by_slug = {step.step: step for step in result.steps}
    found = sheet("各环节（每件平均的日历小时）")
    expected = [by_slug[slug].spent.queue for slug in process.order]
    assert column(found, "排队") == pytest.approx(expected)
    pools = sorted(subject.result.pools, key=lambda pool: -pool.utilisation.value)
    shown = column(sheet(POOLS), "办公时间利用率")
    assert shown == pytest.approx([pool.utilisation.value for pool in pools])


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_sheet_is_set_up_to_print_and_has_no_formula(language: Language) -> None:
    book = opened(language)
    for found in book.worksheets[1:]:
        assert found.page_setup.orientation == "landscape"
        setup = found.sheet_properties.pageSetUpPr
        assert setup is not None
        assert setup.fitToPage
        assert (found.page_setup.fitToWidth or 1, found.page_setup.fitToHeight) == (1, 0)
        assert found.print_title_rows == "$3:$3"
        assert found.freeze_panes == "B4"
        assert not [c for row in found.iter_rows() for c in row if c.data_type == "f"]


def test_charts_are_native() -> None:
    sheets = [found for found in opened().worksheets if isinstance(found, Worksheet)]
    charts = {found.title for found in sheets if found._charts}  # type: ignore[attr-defined]  # noqa: SLF001 - openpyxl has no other way
    assert {"时限与结论", "各环节（每件平均的日历小时）", POOLS} <= charts


def test_hostile_names_are_text() -> None:
    content = workbook(document(hostile(), "zh"))
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for found in book.worksheets for row in found.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
    assert any("<script>" in str(cell.value) for cell in cells)


def test_the_same_report_gives_the_same_bytes() -> None:
    report = document(opening(to_be=True), "zh")
    assert workbook(report) == workbook(report)
