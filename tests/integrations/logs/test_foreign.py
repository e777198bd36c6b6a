"""Logs from elsewhere: columns guessed, activities matched, what is missing worked out by hand."""

from datetime import datetime
from pathlib import Path

import pytest

from flows.catalogue import process
from integrations.logs.reading import read_log, read_with_roles
from integrations.logs.roles import told
from models.errors import DocumentError
from models.event import EventLog, StepEvent
from models.working_time import CHINA

OPENING = process("company-opening")
HOUR = 3_600


def write(path: Path, *lines: str, encoding: str = "utf-8") -> Path:
    path.write_text("\n".join(lines) + "\n", encoding=encoding)
    return path


def at(text: str) -> datetime:
    return datetime.strptime(text, "%m-%d %H:%M").replace(year=2024, tzinfo=CHINA)


def visits(log: EventLog) -> dict[tuple[str, int], StepEvent]:
    return {(event.step, event.visit): event for event in log.events()}


CHINESE = (
    "办件编号,环节名称,办理部门,经办人,开始时间,办结时间",
    "甲1,提交设立申请,县市场监管局,王,2024-03-04 09:00,2024-03-04 09:30",
    "甲1,住所（经营场所）核验,县市场监管局,李,2024-03-04 10:00,2024-03-04 11:00",
    "甲1,设立登记,县市场监管局,李,2024-03-04 15:00,2024-03-05 10:00",
)


def test_names_of_columns_in_other_offices_are_understood(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "业务流水号;办理步骤;承办人;转入时间;办理开始时间;办理结束时间",
        "1;提交设立申请;王;2024/3/4 9:00;2024/3/4 9:05;2024/3/4 9:30",
        encoding="gb18030",
    )
    assert read_with_roles(path, [OPENING]).roles == {
        "case": "业务流水号",
        "activity": "办理步骤",
        "resource": "承办人",
        "enabled": "转入时间",
        "started": "办理开始时间",
        "completed": "办理结束时间",
    }


def test_chinese_columns_and_step_names_are_understood(tmp_path: Path) -> None:
    reading = read_with_roles(write(tmp_path / "a.csv", *CHINESE), [OPENING])
    assert reading.roles == {
        "case": "办件编号",
        "activity": "环节名称",
        "owner": "办理部门",
        "resource": "经办人",
        "started": "开始时间",
        "completed": "办结时间",
    }
    assert reading.unknown == ()
    log = reading.log
    assert log.case_id(0) == "甲1"
    assert log.epoch == at("03-04 00:00")
    found = visits(log)
    check = found["address-check", 0]
    assert (check.ready, check.enabled, check.started) == (
        at("03-04 09:30"),
        at("03-04 09:30"),
        at("03-04 10:00"),
    )
    assert (check.owner, check.resource, check.queue, check.work) == (
        "market-regulation",
        "李",
        HOUR // 2,
        HOUR,
    )
    registration = found["registration", 0]
    assert registration.queue == 1 * HOUR + HOUR * 3 // 2  # 11:00-12:00 and 13:30-15:00
    assert registration.work == 3 * HOUR  # 15:00-17:00 and 9:00-10:00


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_encodings_and_separators_of_office_software(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    lines = [line.replace(",", separator) for line in CHINESE]
    log = read_log(write(tmp_path / "a.csv", *lines, encoding=encoding), [OPENING])
    assert [event.step for event in log.events()] == ["intake", "address-check", "registration"]


def test_completions_alone_start_when_enabled_or_when_the_person_became_free(
    tmp_path: Path,
) -> None:
    path = write(
        tmp_path / "a.csv",
        "case,activity,resource,timestamp",
        "1,intake,wang,2024-03-04 09:30",
        "2,intake,wang,2024-03-04 10:00",
        "1,address-check,wang,2024-03-04 10:20",
        "1,registration,li,2024-03-04 11:20",
    )
    log = read_log(path, [OPENING])
    started = {(e.case, e.step): e.started for e in log.events()}
    assert started[0, "address-check"] == at("03-04 10:00")  # wang was busy with case 2
    assert started[0, "registration"] == at("03-04 10:20")  # li was free
    assert started[1, "intake"] == at("03-04 10:00")  # nothing says when the case came


def test_start_and_complete_events_are_paired_in_order(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "case:concept:name,concept:name,lifecycle:transition,time:timestamp",
        "1,intake,START,2024-03-04T09:00:00+08:00",
        "1,intake,COMPLETE,2024-03-04T09:10:00+08:00",
        "1,intake,assign,2024-03-04T09:15:00+08:00",
        "1,intake,start,2024-03-04T10:00:00+08:00",
        "1,intake,complete,2024-03-04T02:30:00Z",
        "1,registration,start,2024-03-04T11:00:00+08:00",
    )
    found = visits(read_log(path, [OPENING]))
    assert [(e.started, e.completed) for e in found.values()] == [
        (at("03-04 09:00"), at("03-04 09:10")),
        (at("03-04 10:00"), at("03-04 10:30")),
    ]


def test_a_step_visited_again_ended_in_a_correction_and_the_applicant_had_the_case(
    tmp_path: Path,
) -> None:
    path = write(
        tmp_path / "a.csv",
        "case,activity,start,end",
        "1,intake,2024-03-04 09:00,2024-03-04 09:10",
        "1,address-check,2024-03-04 09:20,2024-03-04 09:30",
        "1,intake,2024-03-05 09:00,2024-03-05 09:10",
        "1,address-check,2024-03-05 09:10,2024-03-05 09:30",
        "1,registration,2024-03-05 10:00,2024-03-05 11:00",
        "1,registration,2024-03-06 10:00,2024-03-06 11:00",
    )
    found = visits(read_log(path, [OPENING]))
    outcomes = {key: event.outcome for key, event in found.items()}
    assert outcomes == {
        ("intake", 0): "done",
        ("address-check", 0): "correction",
        ("intake", 1): "done",
        ("address-check", 1): "done",
        ("registration", 0): "correction",
        ("registration", 1): "done",
    }
    again = found["intake", 1]
    assert (again.ready, again.enabled) == (at("03-04 09:30"), at("03-05 09:00"))
    assert found["registration", 1].ready == at("03-05 11:00")


def test_activities_and_owners_that_are_not_published_stay_as_they_are(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "case,activity,department,start,end",
        "1,intake,税务局,2024-03-04 09:00,2024-03-04 09:10",
        "1,领导批示,县政府办,2024-03-04 09:20,2024-03-04 09:30",
    )
    reading = read_with_roles(path, [OPENING])
    assert reading.unknown == ("领导批示",)
    assert [(event.step, event.owner) for event in reading.log.events()] == [
        ("intake", "tax"),
        ("领导批示", "县政府办"),
    ]
    assert reading.log.steps[0].owner == "market-regulation"


def test_times_without_a_zone_are_in_the_zone_given(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "case,activity,end", "1,intake,2024/3/4 1:30")
    log = read_log(path, [OPENING], zone="UTC")
    assert next(log.events()).completed == at("03-04 09:30")
    with pytest.raises(DocumentError, match="--zone: there is no time zone 'Mars'"):
        read_log(path, [OPENING], zone="Mars")


def test_columns_can_be_named(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "a,b,c", "1,intake,2024-03-04 09:30")
    with pytest.raises(
        DocumentError, match=r"no column looks like case \(.*\), activity \(.*\), completed"
    ):
        read_log(path, [OPENING])
    roles = told("case=a, activity=b,completed=c")
    assert len(read_log(path, [OPENING], roles)) == 1
    with pytest.raises(DocumentError, match="there is no column d; there are a, b, c"):
        read_log(path, [OPENING], told("case=d"))
    with pytest.raises(DocumentError, match="'nonsense' is not role=column"):
        told("nonsense")


def test_bad_rows_are_all_counted_and_the_first_are_shown(tmp_path: Path) -> None:
    rows = [f"{n},intake,2024-03-04 09:{n:02}" for n in range(10, 20)]
    rows[3] = "13,intake,2024-13-04 09:13"
    rows[5] = ",intake,2024-03-04 09:15"
    rows[7] = "17,intake,"
    path = write(tmp_path / "a.csv", "case,activity,end", *rows)
    with pytest.raises(DocumentError) as caught:
        read_log(path, [OPENING])
    sentence = str(caught.value)
    assert "3 of 10 rows cannot be read" in sentence
    assert "row 5, column 'end': '2024-13-04 09:13' is no date with a time" in sentence
    assert "row 7, column 'case': '' is empty" in sentence
    assert "\n" not in sentence
    assert "10行中有3行读不通" in caught.value.sentence("zh")


def test_an_end_before_its_start_is_a_bad_row(tmp_path: Path) -> None:
    path = write(
        tmp_path / "a.csv",
        "case,activity,start,end",
        "1,intake,2024-03-04 09:30,2024-03-04 09:00",
    )
    with pytest.raises(DocumentError, match=r"row 2, column 'end': .* is earlier than"):
        read_log(path, [OPENING])
