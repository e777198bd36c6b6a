"""The form in Excel: written, filled in with another program's library, read, refused."""

import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from flows.catalogue import process
from integrations.workbook import read_workbook
from models.distributions import Pert
from models.errors import DocumentError
from models.process import Process
from workbench.filled import read_filled, write_template

OPENING = process("company-opening")


@pytest.fixture(scope="module")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("form") / "form.xlsx"
    return write_template("company-opening", path, "zh", as_is=False)


def filled(blank: Path, tmp_path: Path, cells: dict[tuple[str, str, str], Any]) -> Path:
    """The form with cells set, each named by sheet, first cell of its row, and column key."""
    book = openpyxl.load_workbook(blank)
    for (name, first, key), value in cells.items():
        sheet: Any = book[name]
        keys = [str(cell.value).split(":")[-1] for cell in sheet[3]]
        row = next(r for r in sheet.iter_rows(min_row=5) if (r[0].value or "") == first)
        row[keys.index(key)].value = value
    path = tmp_path / "filled.xlsx"
    book.save(path)
    return path


def refusal(path: Path, base: Process = OPENING) -> str:
    with pytest.raises(DocumentError) as caught:
        read_filled(path, base)
    return caught.value.sentence("zh")


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("slug", ["company-opening", "joint-acceptance", "inheritance-notarised"])
def test_a_form_that_nobody_touched_changes_nothing(
    tmp_path: Path, slug: str, language: str
) -> None:
    path = write_template(slug, tmp_path / "f.xlsx", language, as_is=False)
    found = read_filled(path, process(slug))
    assert (found.steps, found.staff, found.arrivals) == ({}, {}, {})
    assert found.process == slug
    assert found.reforms == process(slug).reformed().applied


def test_what_is_filled_in_arrives_with_its_source(blank: Path, tmp_path: Path) -> None:
    say = {"source": "data", "note": "2024年台账"}
    cells: dict[tuple[str, str, str], Any] = {
        ("环节用时", "registration", key): value
        for key, value in {"low": 30, "mode": 45, "high": 150, **say}.items()
    }
    cells |= {
        ("人员", "tax", key): value
        for key, value in {"people": 7, "hours": "08:30-12:00, 14:00-17:30", **say}.items()
    }
    cells |= {
        ("办件量", "company-opening", key): value for key, value in {"per_day": 12, **say}.items()
    }
    cells |= {
        ("跑动和收费", "registration", key): value
        for key, value in {"in_person": "yes", "fee": 80, **say}.items()
    }
    cells |= {
        ("材料", "", key): value
        for key, value in {"material": "lease", "zh": "租赁合同", **say}.items()
    }
    book_row = ("材料", "", "step")
    found = read_filled(filled(blank, tmp_path, {**cells, book_row: "registration"}), OPENING)
    step = found.steps["registration"]
    assert step.time is not None
    assert step.time.duration.distribution == Pert(low=30, mode=45, high=150)
    assert step.time.duration.source.kind == "data"
    assert step.visit is not None
    assert step.fees is not None
    assert step.fees[0].yuan == 80
    assert step.materials is not None
    assert [paper.slug for paper in step.materials][-1] == "lease"
    staff = found.staff["tax"]
    assert not isinstance(staff, int)
    assert staff.people == 7
    assert staff.hours is not None
    assert staff.hours.spans == ("08:30-12:00", "14:00-17:30")
    assert found.arrivals == {"company-opening": 12}


@pytest.mark.parametrize(
    ("sheet", "row", "key", "value", "told"),
    [
        ("环节用时", "intake", "low", "=1+1", "环节用时!F5：请填数值，不要填公式"),
        ("环节用时", "intake", "mode", 999, "环节用时!F5"),  # the mode beyond the most
        ("人员", "tax", "people", "三", "“三”不是数"),
        ("人员", "tax", "hours", "9点到5点", "不是 09:00-12:00 这样的时段"),
        ("办件量", "company-opening", "per_day", -3, "办件量!C5：须大于0"),
        ("环节用时", "intake", "step", "nothing", "环节用时!A5：没有“nothing”"),
    ],
)
def test_errors_name_sheet_and_cell(
    blank: Path, tmp_path: Path, sheet: str, row: str, key: str, value: object, told: str
) -> None:
    assert told in refusal(filled(blank, tmp_path, {(sheet, row, key): value}))


def test_a_change_needs_its_source(blank: Path, tmp_path: Path) -> None:
    cells = {("人员", "tax", "people"): 9, ("人员", "tax", "source"): None}
    assert "改动须注明依据类别" in refusal(filled(blank, tmp_path, cells))


def test_the_form_of_another_process_is_refused(blank: Path) -> None:
    assert "不是 joint-acceptance 的填报表" in refusal(blank, process("joint-acceptance"))


def test_columns_are_protected_and_have_lists(blank: Path) -> None:
    sheet: Any = openpyxl.load_workbook(blank)["环节用时"]
    assert sheet.protection.sheet
    assert sheet["A5"].protection.locked
    assert not sheet["F5"].protection.locked
    assert sheet["I5"].value.startswith("=IF(COUNT(")
    assert sheet["I5"].protection.locked
    kinds = {rule.type for rule in sheet.data_validations.dataValidation}
    assert {"list", "decimal"} <= kinds


def repacked(blank: Path, path: Path, name: str, content: bytes) -> Path:
    """The workbook with one more part, or with that part replaced."""
    with zipfile.ZipFile(blank) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            if entry.filename != name:
                new.writestr(entry, old.read(entry))
        new.writestr(name, content)
    return path


ENTITY = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("xl/vbaProject.bin", b"x", "宏或外部链接"),
        ("xl/externalLinks/externalLink1.xml", b"<a/>", "宏或外部链接"),
        ("xl/sharedStrings.xml", ENTITY, "实体声明"),
        ("xl/sharedStrings.xml", ENTITY.decode().encode("utf-16"), "实体声明"),
        ("xl/media/big.bin", b"\0" * 61_000_000, "解压后过大"),
        ("xl/workbook.xml", b"<broken", "不是能读的 xlsx 文件"),
    ],
)
def test_hostile_workbooks_are_refused_in_one_sentence(
    blank: Path, tmp_path: Path, name: str, content: bytes, told: str
) -> None:
    assert told in refusal(repacked(blank, tmp_path / "h.xlsx", name, content))


def test_what_is_no_workbook_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "no.xlsx"
    path.write_bytes(b"PK nonsense")
    assert "不是能读的 xlsx 文件" in refusal(path)
    with pytest.raises(DocumentError):
        read_workbook(tmp_path / "missing.xlsx")


@pytest.mark.parametrize("items", ["²", "7,99", "9" * 5_000])
def test_plan_items_that_the_process_does_not_have_are_refused(
    blank: Path, tmp_path: Path, items: str
) -> None:
    book = openpyxl.load_workbook(blank)
    about: Any = book.worksheets[0]
    about.cell(3, 3).value = items
    path = tmp_path / "items.xlsx"
    book.save(path)
    assert "没有的改革项" in refusal(path)


def test_damaged_compression_is_refused(blank: Path, tmp_path: Path) -> None:
    content = bytearray(blank.read_bytes())
    with zipfile.ZipFile(blank) as packed:
        entry = max(packed.infolist(), key=lambda part: part.compress_size)
    middle = entry.header_offset + len(entry.filename) + 30 + entry.compress_size // 2
    content[middle : middle + 40] = b"\xff" * 40
    path = tmp_path / "damaged.xlsx"
    path.write_bytes(content)
    assert "不是能读的 xlsx 文件" in refusal(path)
