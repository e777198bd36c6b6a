"""The Word document, opened again: tables, fonts, page numbers, pictures."""

import io
import re
from functools import lru_cache
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn
from docx.shared import Mm

from models.base import Language
from reports.document import document
from reports.raster import has_chinese_font
from reports.table import Column, Row, Table
from reports.typeset import clean, width
from reports.word import document as written
from reports.word_table import table_xml
from tests.reports.subjects import hostile, opening


@lru_cache(maxsize=2)
def opened(language: Language) -> Any:
    content = written(document(opening(to_be=True), language))
    return docx.Document(io.BytesIO(content))


@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_table_is_there_with_its_cells_and_a_repeated_head(language: Language) -> None:
    report = document(opening(to_be=True), language)
    tables = [
        part
        for section in report.sections
        for part in section.parts
        if isinstance(part, Table) and part.rows
    ]
    found = opened(language).tables
    assert len(found) == len(tables)
    for drawn, table in zip(found, tables, strict=True):
        cells = [tc.xpath("string(.)") for tc in drawn._tbl.iter_tcs()]  # noqa: SLF001 - fast
        words = [column.name for column in table.columns]
        words += [clean(cell) for row in table.rows for cell in row.cells]
        assert cells == [clean(word) for word in words]
        assert drawn._tbl.tr_lst[0].find(qn("w:trPr")).find(qn("w:tblHeader")) is not None  # noqa: SLF001 - python-docx does not show it


def test_it_looks_like_an_official_paper() -> None:
    paper = opened("zh")
    fonts = {
        name: paper.styles[name].element.rPr.rFonts.get(qn("w:eastAsia"))
        for name in ("Normal", "Title", "Heading 1")
    }
    assert fonts == {"Normal": "仿宋_GB2312", "Title": "方正小标宋简体", "Heading 1": "黑体"}
    assert "PAGE" in paper.sections[0].footer._element.xml  # noqa: SLF001 - fields
    assert round(paper.sections[0].top_margin.mm) == 37
    sides = {section.orientation for section in paper.sections}
    assert len(sides) == 2  # wide pictures lie


def test_pictures_are_drawn_where_a_chinese_font_is() -> None:
    if not has_chinese_font():
        pytest.skip("no Chinese font on this machine")
    limits = len(opening(to_be=True).processes[0].limits)
    assert len(opened("zh").inline_shapes) == 2 * limits + 8


def test_hostile_names_stay_words() -> None:
    content = written(document(hostile(), "zh"))
    words = [p.text for p in docx.Document(io.BytesIO(content)).paragraphs]
    assert any("<script>alert(1)</script>" in word for word in words)


def test_no_number_is_narrower_than_its_column_needs() -> None:
    wide = Column("同期日历小时（平均）", key="n")
    table = Table(
        "表",
        (Column("计时范围", numeric=False), Column("理解口径", numeric=False), wide, wide),
        (Row(("自提交设立申请办结时起" * 12, "方案未写明" * 20, "21.8", "1,234.5")),),
    )
    xml = table_xml(table, int(Mm(156)), "仿宋", "黑体", "Times New Roman")
    widths = [int(n) for n in re.findall(r'<w:gridCol w:w="(\d+)"', xml)]
    em = 180  # nine points in twentieths of a point
    assert widths[2] >= 4 * em
    assert widths[3] >= width("1,234.5", 1) * em
    assert sum(widths) <= Mm(156) / 635
