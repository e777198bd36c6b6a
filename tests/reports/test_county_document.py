"""The county's document: every process once, the lowest on-time rate first."""

import io
import json

import openpyxl

from reports.county_document import county_document
from reports.county_rows import process_rows
from reports.data import to_json
from reports.excel import workbook
from tests.reports.subjects import opening


def test_the_league_has_every_process_and_its_figures() -> None:
    subject = opening(to_be=True)
    report = county_document(subject, "en")
    tables = json.loads(to_json(report))["tables"]
    (row,) = process_rows(subject)
    (found,) = tables["league"]["rows"]
    assert found["rank"] == 1
    assert found["days_each"] == row.days
    assert found["materials_each"] == row.materials
    assert len(tables["staff"]["rows"]) == len(subject.result.pools)
    items = [entry["item"] for entry in tables["plan-items"]["rows"]]
    assert items == sorted(subject.processes[0].items)


def test_its_workbook_has_a_sheet_a_table() -> None:
    report = county_document(opening(to_be=True), "zh")
    book = openpyxl.load_workbook(io.BytesIO(workbook(report)))
    assert len(book.sheetnames) == len(report.tables()) + 1
