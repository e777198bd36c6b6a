"""Tables as JSON and CSV: plain values, each number with its unit."""

import csv
import io
import json

import pytest

from models.base import Language
from reports.data import to_csv, to_json
from reports.document import document
from tests.reports.subjects import hostile, opening


@pytest.mark.parametrize("language", ["zh", "en"])
def test_json_has_the_values_of_the_result(language: Language) -> None:
    subject = opening(to_be=True)
    result = subject.result.processes[0]
    tables = json.loads(to_json(document(subject, language)))["tables"]
    rates = [row["on_time_rate"] for row in tables["verdicts"]["rows"]]
    assert rates == [verdict.on_time.value for verdict in result.verdicts]
    lows = [row["interval_low"] for row in tables["verdicts"]["rows"]]
    assert lows == [verdict.on_time.low for verdict in result.verdicts]
    spent = tables["spent"]["rows"][-1]["hours_per_case"]
    assert spent == pytest.approx(result.critical.total)
    distribution = tables["distribution-whole-case"]["rows"]
    assert sum(row["cases"] for row in distribution) == result.verdicts[0].cases


@pytest.mark.parametrize("to_be", [True, False])
def test_every_number_has_a_unit(*, to_be: bool) -> None:
    tables = json.loads(to_json(document(opening(to_be=to_be), "en")))["tables"]
    free = {"before", "after", "change", "per_case"}  # the measure of the row names the unit
    for key, table in tables.items():
        for column in table["columns"]:
            numbers = [r[column["key"]] for r in table["rows"]]
            if any(isinstance(v, float | int) for v in numbers):
                name = column["key"].removesuffix("_low").removesuffix("_high")
                assert column["unit"] or name in free, (key, column["key"])
            if column["unit"] == "hours":
                assert column["basis"] in {"calendar", "office"}


def test_csv_rows_are_those_of_the_tables_and_harmless() -> None:
    report = document(hostile(), "zh")
    files = to_csv(report)
    assert set(files) == {key for key, _ in report.tables()}
    for key, table in report.tables():
        rows = list(csv.reader(io.StringIO(files[key])))
        assert len(rows) == len(table.rows) + 1
        assert not [c for row in rows for c in row if c[:1] in {"=", "+", "@", "\t"}]
