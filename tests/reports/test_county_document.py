"""The county's document: every process once, the lowest on-time rate first."""

import io
import json

import openpyxl
import pytest
from rich.cells import cell_len
from rich.console import Console

from models.statistics import Estimate
from reports.county_document import county_document
from reports.county_rows import process_rows
from reports.data import to_json
from reports.excel import workbook
from reports.html import page
from reports.pictures.league import Rate, league
from reports.terminal import print_county
from reports.wording import Wording
from reports.wording.numbers import percent
from tests.reports.picture_checks import PICTURE, faults
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


@pytest.mark.parametrize("language", ["zh", "en"])
def test_its_page_has_pictures_whose_words_do_not_collide(language: str) -> None:
    subject = opening(to_be=True)
    html = page(county_document(subject, language))
    pictures = PICTURE.findall(html)
    assert len(pictures) >= 2  # the league, and the weeks of the busiest staff
    assert [fault for drawn in pictures for fault in faults(drawn)] == []
    (found,) = process_rows(subject)
    assert found.tightest is not None
    assert percent(found.tightest.on_time.value) in pictures[0]


def test_the_league_spreads_over_the_rates_that_there_are() -> None:
    w = Wording("zh")
    rates = [
        Rate("甲", Estimate(value=0.5, low=0.41, high=0.6), "missed"),
        Rate("乙", Estimate(value=1.0), "held"),
    ]
    drawn = league(rates, 0.95, w, "a")
    assert ">40%<" in drawn
    assert ">20%<" not in drawn
    assert drawn.count("<circle") == 1  # held; a cross stands for missed
    assert faults(drawn) == []


def test_the_terminal_shows_every_table_in_its_width() -> None:
    out = io.StringIO()
    print_county(Console(file=out, width=80), opening(to_be=True), "zh")
    lines = out.getvalue().splitlines()
    assert max(map(cell_len, lines)) <= 80
    assert "各流程排名" in lines[2]
    assert "按改革项" in out.getvalue()
