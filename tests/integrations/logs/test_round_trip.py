"""What we write is read back: our own formats exactly, XES as the same visits."""

import json
from functools import lru_cache
from pathlib import Path

import numpy as np
import polars as pl
import pytest
import rustxes

from flows.catalogue import process
from integrations.logs.reading import read_log
from integrations.logs.writing import write_log
from models.errors import DocumentError
from models.event import COLUMNS, EventLog
from simulations.scenario import Scenario
from tests.builders import a_load, a_pool, a_process, a_step, chance, fixed, simulated
from tests.builders import a_scenario as scenario_of

OPENING = process("company-opening")


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    slugs = dict.fromkeys(step.pool for step in OPENING.steps if step.pool)
    return scenario_of(
        a_load(OPENING, 60, per_day=20), pools=[a_pool(2, slug=slug) for slug in slugs]
    )


@lru_cache(maxsize=1)
def log() -> EventLog:
    return simulated(scenario())


def test_parquet_gives_back_an_equal_log(tmp_path: Path) -> None:
    path = tmp_path / "log.parquet"
    write_log(log(), path)
    again = read_log(path, [OPENING])
    assert (again.epoch, again.steps) == (log().epoch, log().steps)
    assert again.resources == log().resources
    for name in COLUMNS:
        assert np.array_equal(getattr(again, name), getattr(log(), name)), name


def test_csv_gives_back_the_same_rows(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    write_log(log(), path)
    again = read_log(path, [OPENING])
    assert again.steps == log().steps
    assert list(again.events()) == list(log().events())


def test_cases_that_have_names_keep_them(tmp_path: Path) -> None:
    ids = pl.Series([f"A-{n}" for n in range(log().cases)])
    columns = {name: getattr(log(), name) for name in COLUMNS}
    named = EventLog(
        epoch=log().epoch,
        steps=log().steps,
        resources=log().resources,
        case_ids=ids,
        known=None,
        **columns,
    )
    for suffix in (".csv", ".parquet", ".xes"):
        path = tmp_path / f"log{suffix}"
        write_log(named, path, [OPENING])
        again = read_log(path, [OPENING])
        assert again.case_id(int(again.case[0])) == "A-0"
        assert again.cases == named.cases


@pytest.mark.parametrize("language", ["zh", "en"])
def test_xes_gives_back_the_same_visits(tmp_path: Path, language: str) -> None:
    path = tmp_path / "log.xes"
    write_log(log(), path, [OPENING], language)
    again = read_log(path, [OPENING])
    keys = ["case", "step", "visit"]
    mine = log().frame().with_columns(pl.col("case").cast(pl.String)).sort(keys)
    read = again.frame().sort(keys)
    for name in mine.columns:
        if name != "previous":
            assert mine[name].to_list() == read[name].to_list(), name
    made_ready = again.previous >= 0
    assert made_ready.sum() == (log().previous >= 0).sum()
    before = again.previous[made_ready]
    assert np.array_equal(again.completed[before], again.ready[made_ready])


def test_another_reader_of_xes_finds_the_same_events(tmp_path: Path) -> None:
    path = tmp_path / "log.xes"
    write_log(log(), path, [OPENING])
    table = rustxes.import_xes(str(path))[0]
    assert table.height == 2 * len(log())
    ended = table.filter(pl.col("lifecycle:transition") == "complete")
    assert ended["case:concept:name"].n_unique() == log().cases
    names = {step.name.zh for step in OPENING.steps}
    assert set(ended["concept:name"].unique()) <= names
    seconds = (
        ended["time:timestamp"].cast(pl.Datetime("us", "UTC")).cast(pl.Int64) // 1_000_000
    ).sort()
    start = int(log().epoch.timestamp())
    assert seconds.to_list() == sorted((log().completed + start).tolist())


def test_ocel_links_events_to_objects_that_exist(tmp_path: Path) -> None:
    path = tmp_path / "log.json"
    write_log(log(), path, [OPENING])
    found = json.loads(path.read_text(encoding="utf-8"))
    objects = {entry["id"]: entry["type"] for entry in found["objects"]}
    assert len(objects) == len(found["objects"])
    assert len(found["events"]) == len(log())
    types = {entry["name"] for entry in found["eventTypes"]}
    for event in found["events"]:
        assert event["type"] in types
        assert {link["objectId"] for link in event["relationships"]} <= set(objects)
    kinds = list(objects.values())
    assert kinds.count("case") == log().cases
    assert set(kinds) == {"case", "department", "resource", "document"}


def test_ocel_names_the_papers_that_a_step_asks_for_and_issues(tmp_path: Path) -> None:
    path = tmp_path / "log.jsonocel"
    write_log(log(), path, [OPENING])
    found = json.loads(path.read_text(encoding="utf-8"))
    intake = next(e for e in found["events"] if e["type"] == "提交设立申请")
    papers = {(r["objectId"], r["qualifier"]) for r in intake["relationships"]}
    asked = {f"document:0/{m.slug}" for m in OPENING.step("intake").materials}
    assert {(name, "submitted") for name in asked} <= papers
    licence = next(e for e in found["events"] if e["type"] == "颁发营业执照")
    assert "issued" in {link["qualifier"] for link in licence["relationships"]}


def test_an_unknown_suffix_is_refused_and_nothing_is_left_behind(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no known log format"):
        write_log(log(), tmp_path / "log.xlsx")
    assert list(tmp_path.iterdir()) == []


def test_a_log_of_several_processes_is_cut_to_those_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    write_log(log(), path)
    with pytest.raises(DocumentError, match="there is no case of land-list"):
        read_log(path, [process("land-list")])


def test_a_changed_log_of_ours_is_refused_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "log.csv"
    log().frame().with_columns(previous=pl.lit(10**9)).write_csv(path)
    with pytest.raises(DocumentError, match="looks like a log of ours that was changed"):
        read_log(path, [OPENING])


def test_parquet_keeps_cases_that_skipped_every_step(tmp_path: Path) -> None:
    only = a_process(a_step("work", fixed(60), when=chance(0.5)))
    made = simulated(scenario_of(a_load(only, 40), pools=[a_pool()]))
    assert made.cases == 40 > len(made)
    path = tmp_path / "log.parquet"
    write_log(made, path)
    again = read_log(path, [only])
    assert again.cases == 40
    assert np.array_equal(again.arrived.time, made.arrived.time)
