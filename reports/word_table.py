"""A table as the XML of a Word table: written as text, for python-docx is slow cell by cell."""

from collections.abc import Iterator
from xml.sax.saxutils import escape

from reports.table import Table
from reports.typeset import clean, width

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TWIPS = 635
"""English metric units in a twentieth of a point."""

SIZE, MANY = 18, 7
"""Half points of the text; one step smaller in tables of more columns than so many."""

LEAST, PADDING = 4.0, 1.2
"""Ems: no column is narrower; what a number has around it."""

HEAD_LINES = 4
"""The head of a column may take so many lines."""
GROUNDS = {"held": "E8F5EE", "missed": "FDECEA", "uncertain": "FFF5DA"}


def table_xml(table: Table, room: int, text_font: str, head_font: str, latin: str) -> str:
    """The table in so much room (English metric units); its head is repeated on every page."""
    size = SIZE if len(table.columns) <= MANY else SIZE - 3
    widths = _widths(table, room // TWIPS, size)
    fonts = {
        False: f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{text_font}"/>',
        True: f'<w:rFonts w:ascii="{latin}" w:hAnsi="{latin}" w:eastAsia="{head_font}"/>',
    }
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide in widths)
    head = "".join(
        _cell(column.name, wide, fonts[True], size, right=column.numeric, ground="EEF3F8")
        for column, wide in zip(table.columns, widths, strict=True)
    )
    rows = "".join(_rows(table, widths, fonts, size))
    return (
        f'<w:tbl xmlns:w="{NAMESPACE}"><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:jc w:val="center"/>{_borders()}<w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/>'
        f"</w:tblCellMar></w:tblPr><w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{head}</w:tr>{rows}</w:tbl>"
    )


def _rows(table: Table, widths: list[int], fonts: dict[bool, str], size: int) -> Iterator[str]:
    for row in table.rows:
        cells = [
            _cell(
                cell,
                widths[n],
                fonts[row.strong],
                size,
                right=column.numeric,
                ground=GROUNDS[row.standing] if column.verdict else "",
            )
            for n, (cell, column) in enumerate(zip(row.cells, table.columns, strict=True))
        ]
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _cell(content: str, wide: int, fonts: str, size: int, *, right: bool, ground: str) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{ground}"/>' if ground else ""
    side = "right" if right else "left"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{shade}</w:tcPr><w:p><w:pPr>'
        f'<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>'
        f'<w:jc w:val="{side}"/></w:pPr><w:r><w:rPr>{fonts}<w:sz w:val="{size}"/>'
        f'<w:szCs w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(clean(content))}</w:t>'
        "</w:r></w:p></w:tc>"
    )


def _borders() -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="808080"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return f"<w:tblBorders>{sides}</w:tblBorders>"


def _widths(table: Table, room: int, size: int) -> list[int]:
    """Each column's width in twentieths of a point, in a room of so many.

    Numbers get what they need, so that none is broken; texts share what is left by the square root
    of their length.
    """
    em = 10 * size
    needed: dict[int, float] = {}
    wanted: dict[int, float] = {}
    for n, column in enumerate(table.columns):
        longest = max((width(row.cells[n], 1) for row in table.rows), default=0.0)
        head = width(column.name, 1)
        if column.numeric:
            needed[n] = max(longest + PADDING, head / HEAD_LINES, LEAST)
        else:
            wanted[n] = max(longest, head / HEAD_LINES, LEAST) ** 0.5
    free = max(room / em - sum(needed.values()), LEAST * len(wanted))
    shares = {n: free * want / sum(wanted.values()) for n, want in wanted.items()}
    if not wanted:
        shares = {n: each * free / sum(needed.values()) for n, each in needed.items()}
    ems = [needed.get(n, 0.0) + shares.get(n, 0.0) for n in range(len(table.columns))]
    return [int(room * each / sum(ems)) for each in ems]
