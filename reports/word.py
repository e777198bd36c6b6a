"""A report as a Word document in the look of an official paper (公文, GB/T 9704-2012).

Title in 方正小标宋, text in 仿宋_GB2312, headings in 黑体; where a machine lacks these fonts Word
takes the named alternatives of the same kind. Pictures are PNG: Word shows SVG only since 2016.
"""

import io
import re
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import docx
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from reports.document import Document, Heading, Part, Picture, Section, Words
from reports.raster import has_chinese_font, png
from reports.table import Table
from reports.typeset import clean
from reports.word_table import table_xml
from reports.wording import Wording

TITLE, SONG, FANG, HEI = "方正小标宋简体", "宋体", "仿宋_GB2312", "黑体"
LATIN = "Times New Roman"
BODY, SMALL = Pt(14), Pt(10.5)
PAPER = Mm(210), Mm(297)
UPRIGHT = {"top": Mm(37), "bottom": Mm(35), "left": Mm(28), "right": Mm(26)}
LYING = {"top": Mm(22), "bottom": Mm(20), "left": Mm(20), "right": Mm(20)}
MANY = 9
"""Tables of more columns, and wide pictures, lie on pages in landscape."""

NUMERALS = "一二三四五六七八九十"
ZOOM = {"chart": 1.6, "long": 1.4, "wide": 1.25}
CHART = Mm(100)
TALLEST = Mm(150)
CREATED = datetime(2024, 1, 1, tzinfo=UTC)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')


def document(report: Document) -> bytes:
    """The Word document of a report."""
    paper = _Paper(report)
    paper.title()
    for n, section in enumerate(report.sections):
        paper.section(section, _numeral(n + 1, report.language))
    paper.closing(_numeral(len(report.sections) + 1, report.language))
    out = io.BytesIO()
    paper.file.save(out)
    return out.getvalue()


def _numeral(n: int, language: str) -> str:
    if language == "en":
        return f"{n}. "
    return f"{NUMERALS[n - 1] if n <= len(NUMERALS) else n}、"


class _Paper:
    """The document while it is written."""

    def __init__(self, report: Document) -> None:
        self.report = report
        self.w = Wording(report.language)
        self.file: Any = docx.Document()
        self.lying = False
        self.draws = has_chinese_font()
        properties = self.file.core_properties
        properties.title = clean(report.title)
        properties.author = ""
        properties.created = properties.modified = CREATED.replace(tzinfo=None)
        self._styles()
        self._set_page(self.file.sections[0])
        _number_pages(self.file.sections[0])

    def _styles(self) -> None:
        styles = self.file.styles
        _font(styles["Normal"], FANG, BODY)
        styles["Normal"].paragraph_format.space_after = Pt(4)
        styles["Normal"].paragraph_format.line_spacing = Pt(24)
        for name, font, size in (
            ("Title", TITLE, 22),
            ("Heading 1", HEI, 16),
            ("Heading 2", HEI, 14),
        ):
            _font(styles[name], font, Pt(size))
            styles[name].font.color.rgb = RGBColor(0, 0, 0)
            styles[name].font.bold = name == "Heading 2" and self.report.language == "en"
            styles[name].paragraph_format.keep_with_next = True

    def _set_page(self, section: Any) -> None:
        """Paper, orientation and margins."""
        wide, high = PAPER[::-1] if self.lying else PAPER
        section.orientation = WD_ORIENT.LANDSCAPE if self.lying else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = wide, high
        margins = LYING if self.lying else UPRIGHT
        section.top_margin, section.bottom_margin = margins["top"], margins["bottom"]
        section.left_margin, section.right_margin = margins["left"], margins["right"]

    @property
    def room(self) -> int:
        """The width between the margins."""
        margins = LYING if self.lying else UPRIGHT
        wide = PAPER[1] if self.lying else PAPER[0]
        return int(wide - margins["left"] - margins["right"])

    def turn(self, *, lying: bool) -> None:
        """Go on in landscape or upright, on a new page if that is a change."""
        if lying != self.lying:
            self.lying = lying
            self._set_page(self.file.add_section(WD_SECTION.NEW_PAGE))

    def text(self, content: str, style: str | None = None, size: Any = None) -> Any:
        """A paragraph."""
        paragraph = self.file.add_paragraph(style=style)
        run = paragraph.add_run(clean(content))
        if size is not None:
            run.font.size = size
            paragraph.paragraph_format.line_spacing = 1.2
        return paragraph

    def title(self) -> None:
        """The title, what the report is about, and the notice."""
        self.text(self.report.title, "Title").alignment = WD_ALIGN_PARAGRAPH.CENTER
        for name, value in self.report.head:
            self.text(f"{name}{self.w('colon')}{value}", size=SMALL)
        notice = self.text(self.report.notice_title)
        notice.runs[0].font.bold = True
        for sentence in self.report.notice:
            self._indented(self.text(sentence))
        if not self.draws:
            self._indented(self.text(self.w("no_pictures")))

    def section(self, section: Section, numeral: str) -> None:
        """A chapter with its parts."""
        self.turn(lying=False)
        self.text(f"{numeral}{section.title}", "Heading 1")
        for place, part in enumerate(section.parts):
            self.turn(lying=_is_wide(part) or _leads_to_wide(part, section.parts[place + 1 :]))
            self._part(part, section.title)

    def _part(self, part: Part, title: str) -> None:
        match part:
            case Heading():
                self.text(part.title, "Heading 2")
            case Words():
                for sentence in part.sentences:
                    self._indented(self.text(sentence))
            case Picture():
                self._picture(part)
            case Table():
                self._table(part, title)

    def _indented(self, paragraph: Any) -> None:
        if self.report.language != "en":
            paragraph.paragraph_format.first_line_indent = BODY * 2

    def _picture(self, picture: Picture) -> None:
        if not self.draws:
            return
        size = _SIZE.search(picture.svg)
        wide, high = (float(size[1]), float(size[2])) if size else (1.0, 1.0)
        most = CHART if picture.layout == "chart" else self.room
        width = min(int(most), int(TALLEST * wide / high))
        if picture.title:
            words = self.w("colon").join(p for p in (picture.title, picture.source) if p)
            caption = self.text(words, size=SMALL)
            caption.alignment = WD_ALIGN_PARAGRAPH.CENTER
            caption.paragraph_format.keep_with_next = True
        paragraph = self.file.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.line_spacing = 1.0
        image = io.BytesIO(png(str(picture.svg), ZOOM[picture.layout]))
        shape = paragraph.add_run().add_picture(image, width=width)
        shape._inline.docPr.set("descr", clean(picture.title) or self.report.title)  # noqa: SLF001 - python-docx has no alt text

    def _table(self, table: Table, title: str) -> None:
        if table.title != title:
            self.text(table.title, "Heading 2")
        if table.rows:
            body = self.file.element.body
            body.insert(len(body) - 1, parse_xml(table_xml(table, self.room, FANG, HEI, LATIN)))
        if table.note:
            note = self.text(table.note, size=SMALL)
            note.paragraph_format.space_before = Pt(4)

    def closing(self, numeral: str) -> None:
        """How the figures came about."""
        self.turn(lying=False)
        self.text(f"{numeral}{self.w('method_heading')}", "Heading 1")
        for sentence in self.report.method:
            self._indented(self.text(sentence))


def _is_wide(part: Part) -> bool:
    if isinstance(part, Picture):
        return part.layout == "wide"
    return isinstance(part, Table) and bool(part.rows) and len(part.columns) > MANY


def _leads_to_wide(part: Part, following: Sequence[Part]) -> bool:
    """Whether words belong on the page in landscape that comes: heads, and words of a picture."""
    if isinstance(part, Heading):
        rest = [each for each in following if not isinstance(each, Words)]
        return bool(rest) and _is_wide(rest[0])
    return (
        isinstance(part, Words)
        and isinstance(next(iter(following), None), Picture)
        and (_is_wide(following[0]))
    )


def _font(style: Any, chinese: str, size: Any) -> None:
    style.font.name = LATIN
    style.font.size = size
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:eastAsiaTheme", "w:hAnsiTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    fonts.set(qn("w:eastAsia"), chinese)
    fonts.set(qn("w:hAnsi"), LATIN)


def _number_pages(section: Any) -> None:
    """``— 1 —`` at the foot of every page."""
    paragraph = section.footer.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run("— ")
    run = paragraph.add_run()
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        else:
            part.text = words
        run._r.append(part)  # noqa: SLF001 - python-docx has no fields
    paragraph.add_run(" —")
    for each in paragraph.runs:
        each.font.size = Pt(14)
        each.font.name = LATIN
