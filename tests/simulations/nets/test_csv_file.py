"""The CSV of a net's log."""

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import polars as pl
import pytest

from models.errors import DocumentError
from models.law import exactly
from models.net_batch import Amounts, Batching, FiringRule
from simulations.nets.csv_file import write_csv
from tests.net_builders import people, ran


def test_each_visit_of_a_task_is_a_line(tmp_path: Path) -> None:
    log = ran("< a @t b >", staff=[people('Li, "A"')], events={"@t": exactly(50_000)}, cases=11)
    path = tmp_path / "out" / "log.csv"
    write_csv(log, path)
    with path.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 22
    assert rows[0] == {
        "case_id": "0",
        "activity": "a",
        "enable_time": "2024-01-01 09:00:00+00:00",
        "start_time": "2024-01-01 09:00:00+00:00",
        "end_time": "2024-01-01 09:01:00+00:00",
        "resource": 'Li, "A"',
    }
    last = next(row for row in rows if row["case_id"] == "10" and row["activity"] == "b")
    ended = datetime.fromisoformat(last["end_time"])
    assert ended == datetime(2024, 1, 1, 19, 2, tzinfo=UTC) + timedelta(seconds=50_000)
    assert [path.name for path in path.parent.iterdir()] == ["log.csv"]


def test_batches_have_a_column(tmp_path: Path) -> None:
    rule = FiringRule(size=Amounts(least=4))
    batching = Batching(task="a", rules=(rule,))
    log = ran("< a b >", staff=[people("p")], cases=40_001, gap=exactly(100), batches=[batching])
    write_csv(log, tmp_path / "log.csv")
    rows = pl.read_csv(tmp_path / "log.csv")
    assert log.batch is not None
    assert rows["batch_id"].to_list() == [None if n < 0 else n for n in log.batch.tolist()]
    assert rows["case_id"].to_list() == log.case.tolist()
    frame = log.frame()
    assert frame["batch_id"].to_list() == rows["batch_id"].to_list()
    assert rows.filter(pl.col("activity") == "b")["batch_id"].null_count() == 40_001


def test_times_bear_the_offset_of_the_start(tmp_path: Path) -> None:
    log = ran("< a >")
    china = replace(log, epoch=log.epoch.replace(tzinfo=timezone(timedelta(hours=8))))
    write_csv(china, tmp_path / "log.csv")
    assert "2024-01-01 09:01:00+08:00" in (tmp_path / "log.csv").read_text(encoding="utf-8")


def test_a_place_that_cannot_be_written_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be written"):
        write_csv(ran("< a >"), tmp_path)
