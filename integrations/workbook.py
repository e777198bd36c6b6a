"""Filled-in workbooks, read as plain values. They come from strangers and are hostile until read.

Only what a spreadsheet shows is taken: no formula is evaluated, no link followed, no macro kept.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.utils import get_column_letter

from models.errors import DocumentError
from models.said import Said, said

LARGEST, UNPACKED = 4_000_000, 60_000_000
"""Bytes of the file, and of all that is packed in it."""

PARTS, ROWS, COLUMNS = 400, 2_000, 40
KEY_ROW = 3
"""The hidden row that names the columns; its first cell is ``#`` and the sheet's key."""

_DECLARATIONS = re.compile(rb"<\x00?!\x00?(D\x00?O\x00?C\x00?T|E\x00?N\x00?T)", re.IGNORECASE)

Value = str | float | None


@dataclass(frozen=True)
class FilledRow:
    """A row of a sheet: values by column key."""

    number: int
    values: dict[str, Value]


@dataclass(frozen=True)
class FilledSheet:
    """A sheet: its name, the letters of its columns by key, its rows that hold anything."""

    name: str
    letters: dict[str, str]
    rows: tuple[FilledRow, ...]

    def cell(self, row: FilledRow, key: str) -> str:
        """Where a value stands, e.g. ``环节!F7``."""
        return f"{self.name}!{self.letters.get(key, '?')}{row.number}"


def read_workbook(path: Path) -> dict[str, FilledSheet]:
    """The sheets of a workbook by key; sheets without a key row are left out.

    DocumentError for what is no such workbook, too large, or carries macros, links or entities.
    """
    try:
        if path.stat().st_size > LARGEST:
            raise _too_large(str(path))
        content = path.read_bytes()
    except OSError as error:
        raise _unreadable(str(path), error) from None
    return read_sheets(content, str(path))


def read_sheets(content: bytes, where: str) -> dict[str, FilledSheet]:
    """The same from the content of a file; ``where`` names it in errors."""
    try:
        _check(content, where)
        packed = io.BytesIO(content)
        book = openpyxl.load_workbook(packed, read_only=True, data_only=False, keep_links=False)
        try:
            found = [
                _sheet(
                    sheet.title,
                    sheet.iter_rows(max_row=ROWS + 1, max_col=COLUMNS, values_only=True),
                )
                for sheet in book.worksheets
            ]
        finally:
            book.close()
    except DocumentError:
        raise
    except Exception as error:  # noqa: BLE001 - the library raises whatever a broken file causes
        raise _unreadable(where, error) from None
    return {key: sheet for pair in found if pair for key, sheet in [pair]}


def _check(content: bytes, where: str) -> None:
    """Refuse the file before any of it is parsed."""
    if len(content) > LARGEST:
        raise _too_large(where)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        entries = packed.infolist()
        if len(entries) > PARTS or sum(entry.file_size for entry in entries) > UNPACKED:
            raise _refused(where, said("解压后过大", "too large when unpacked"))
        for entry in entries:
            name = entry.filename.lower()
            if "vbaproject" in name or "externallink" in name or "activex" in name:
                raise _refused(where, said("含有宏或外部链接", "carries macros or external links"))
            if name.endswith((".xml", ".rels")):
                _check_part(packed, entry, where)


def _check_part(packed: zipfile.ZipFile, entry: zipfile.ZipInfo, where: str) -> None:
    with packed.open(entry) as part:
        content = part.read(UNPACKED + 1)
    if len(content) > max(entry.file_size, 1):
        raise _refused(where, said("解压后过大", "too large when unpacked"))
    if _DECLARATIONS.search(content):
        raise _refused(where, said("含有 XML 实体声明", "declares XML entities"))


def _refused(where: str, reason: Said) -> DocumentError:
    return DocumentError(said(f"{where}：{reason.zh}", f"{where}: {reason}"))


def _too_large(where: str) -> DocumentError:
    return _refused(where, said(f"超过{LARGEST:,}字节", f"larger than {LARGEST:,} bytes"))


def _unreadable(where: str, error: Exception) -> DocumentError:
    kind = type(error).__name__
    return _refused(
        where, said(f"不是能读的 xlsx 文件（{kind}）", f"is no readable xlsx file ({kind})")
    )


def _sheet(name: str, rows: Iterator[tuple[object, ...]]) -> tuple[str, FilledSheet] | None:
    keys: list[str] = []
    key, found = "", []
    for number, cells in enumerate(rows, start=1):
        if number == KEY_ROW:
            first = str(cells[0] or "") if cells else ""
            if not first.startswith("#"):
                return None
            key, *_ = first.removeprefix("#").split(":")
            keys = [str(cell or "").split(":")[-1] for cell in cells]
        if number <= KEY_ROW + 1 or not any(cell is not None for cell in cells):
            continue
        if number > ROWS:
            message = said(f"{name}：超过{ROWS}行", f"{name}: more than {ROWS} rows")
            raise DocumentError(message)
        values = {k: _value(cell) for k, cell in zip(keys, cells, strict=False) if k}
        found.append(FilledRow(number, values))
    letters = {k: get_column_letter(n + 1) for n, k in enumerate(keys) if k}
    return (key, FilledSheet(name, letters, tuple(found))) if key else None


def _value(cell: object) -> Value:
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, bool):
        return str(cell)
    return float(cell) if isinstance(cell, int | float) else str(cell).strip()
