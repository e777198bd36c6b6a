"""The event log: columns and records say the same."""

from datetime import UTC, datetime, timedelta

import numpy as np
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.event import EventLog, LoggedStep, StepEvent
from models.step_time import ApplicantTime, Automatic, Wait, Work
from models.working_time import CHINA
from tests.model_builders import FEW, HOUR, SOURCE, a_step

EPOCH = datetime(2023, 1, 19, tzinfo=CHINA)
STEPS = (
    LoggedStep("opening", "intake", "centre", "window", "work", counts=True),
    LoggedStep("opening", "seal", "police", None, "automatic", counts=True),
    LoggedStep("closing", "intake", "tax", "tax", "work", counts=True),
)
OWNERS = {(entry.process, entry.step): entry.owner for entry in STEPS}


def later(seconds: int) -> datetime:
    return EPOCH + timedelta(seconds=seconds)


INTAKE = StepEvent(
    case=0,
    process="opening",
    step="intake",
    visit=0,
    owner="centre",
    resource="window#2",
    ready=later(30_000),
    enabled=later(32_400),
    started=later(37_000),
    completed=later(38_200),
    outcome="correction",
    work=1_200,
    batch=1_000,
    queue=700,
    priority=50,
)
SEAL = StepEvent(
    case=1,
    process="opening",
    step="seal",
    visit=1,
    owner="police",
    resource=None,
    ready=later(38_200),
    enabled=later(38_200),
    started=later(38_200),
    completed=later(86_400),
    outcome="done",
    work=48_200,
    previous=0,
)
LOG = EventLog.of([INTAKE, SEAL], STEPS, EPOCH)
EMPTY = EventLog.of([], STEPS, EPOCH)


def test_records_become_columns_of_numbers() -> None:
    assert LOG.resources == ("window#2",)
    assert LOG.case.tolist() == [0, 1]
    assert LOG.step.tolist() == [0, 1]
    assert LOG.visit.tolist() == [0, 1]
    assert LOG.server.tolist() == [0, -1]
    assert LOG.outcome.tolist() == [1, 0]
    assert LOG.previous.tolist() == [-1, 0]
    assert LOG.ready.tolist() == [30_000, 38_200]
    assert LOG.enabled.tolist() == [32_400, 38_200]
    assert LOG.started.tolist() == [37_000, 38_200]
    assert LOG.completed.tolist() == [38_200, 86_400]
    assert (len(LOG), LOG.cases, len(EMPTY), EMPTY.cases) == (2, 2, 0, 0)


def test_columns_become_the_same_records() -> None:
    assert list(LOG.events()) == [INTAKE, SEAL]
    assert list(EMPTY.events()) == []


def test_what_of_the_wait_had_no_other_reason_the_office_was_closed() -> None:
    assert LOG.closed.tolist() == [37_000 - 32_400 - 1_000 - 700 - 50, 0]


COLUMNS = {
    "case": [0, 1],
    "process": ["opening", "opening"],
    "step": ["intake", "seal"],
    "owner": ["centre", "police"],
    "visit": [0, 1],
    "resource": ["window#2", None],
    "ready": [INTAKE.ready, SEAL.ready],
    "enabled": [INTAKE.enabled, SEAL.enabled],
    "started": [INTAKE.started, SEAL.started],
    "completed": [INTAKE.completed, SEAL.completed],
    "outcome": ["correction", "done"],
    "work": [1_200, 48_200],
    "batch": [1_000, 0],
    "queue": [700, 0],
    "priority": [50, 0],
    "closed": [2_850, 0],
    "previous": [-1, 0],
}


def test_the_frame_names_steps_and_people_and_keeps_the_order_of_columns() -> None:
    frame = LOG.frame()
    assert frame.columns == list(COLUMNS)
    assert {name: frame[name].to_list() for name in frame.columns} == COLUMNS


def test_the_frame_tells_local_time() -> None:
    frame = LOG.frame()
    for name in ("ready", "enabled", "started", "completed"):
        assert frame.schema[name] == pl.Datetime("us", "Asia/Shanghai")
    assert frame["completed"].dt.strftime("%Y-%m-%d %H:%M").to_list() == [
        "2023-01-19 10:36",
        "2023-01-20 00:00",
    ]


def test_an_epoch_in_another_time_zone_names_the_same_moments() -> None:
    moved = EventLog.of([INTAKE, SEAL], STEPS, EPOCH.astimezone(UTC))
    assert moved.completed.tolist() == LOG.completed.tolist()
    assert moved.frame().equals(LOG.frame())
    assert list(moved.events()) == [INTAKE, SEAL]


def test_an_empty_log_has_the_same_columns() -> None:
    assert EMPTY.frame().is_empty()
    assert EMPTY.frame().schema == LOG.frame().schema


def test_rows_are_found_by_step() -> None:
    log = EventLog.of([SEAL, INTAKE, SEAL], STEPS, EPOCH)
    assert [rows.tolist() for rows in log.rows_of_step] == [[1], [0, 2], []]
    assert log.rows([STEPS[1], STEPS[0]]).tolist() == [1, 0, 2]
    assert log.rows([STEPS[2]]).tolist() == log.rows([]).tolist() == []
    assert log.where([False, True, True]).tolist() == [True, False, True]


def test_steps_of_one_name_in_different_processes_are_told_apart() -> None:
    other = INTAKE.changed(process="closing", owner="tax")
    log = EventLog.of([other, INTAKE], STEPS, EPOCH)
    assert log.step.tolist() == [2, 0]
    assert log.frame()["owner"].to_list() == ["tax", "centre"]


def test_a_record_of_a_step_outside_the_log_is_refused() -> None:
    with pytest.raises(KeyError, match="licence"):
        EventLog.of([INTAKE.changed(step="licence")], STEPS, EPOCH)


def test_fractions_of_a_second_are_rounded() -> None:
    late = INTAKE.changed(completed=INTAKE.completed + timedelta(milliseconds=600))
    assert EventLog.of([late], STEPS, EPOCH).completed.tolist() == [38_201]


@pytest.mark.parametrize(
    ("time", "expected"),
    [
        (
            Work(duration=HOUR, pool="team"),
            LoggedStep("opening", "seal", "police", "team", "work", counts=True),
        ),
        (
            Automatic(duration=HOUR),
            LoggedStep("opening", "seal", "police", None, "automatic", counts=True),
        ),
        (
            Wait(duration=HOUR, excluded=SOURCE),
            LoggedStep("opening", "seal", "police", None, "wait", counts=False),
        ),
        (
            ApplicantTime(duration=HOUR),
            LoggedStep("opening", "seal", "police", None, "applicant", counts=False),
        ),
    ],
)
def test_the_log_keeps_of_a_step_what_it_needs(time: object, expected: LoggedStep) -> None:
    assert LoggedStep.of("opening", a_step("seal", owner="police", time=time)) == expected


@pytest.mark.parametrize(
    ("field", "value"), [("outcome", "refused"), ("work", None), ("ready", "soon")]
)
def test_what_does_not_fit_a_record_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError, match=field):
        INTAKE.changed(**{field: value})


@st.composite
def visits(draw: st.DrawFn) -> StepEvent:
    process, step = draw(st.sampled_from(sorted(OWNERS)))
    number = st.integers(0, 10**6)
    moments = sorted(draw(st.tuples(*[st.integers(-86_400, 10**9)] * 4)))
    return StepEvent(
        case=draw(number),
        process=process,
        step=step,
        visit=draw(number),
        owner=OWNERS[process, step],
        resource=draw(st.sampled_from([None, "window#1", "window#2", "张三"])),
        ready=later(moments[0]),
        enabled=later(moments[1]),
        started=later(moments[2]),
        completed=later(moments[3]),
        outcome=draw(st.sampled_from(["done", "correction"])),
        work=draw(number),
        batch=draw(number),
        queue=draw(number),
        priority=draw(number),
        previous=draw(st.none() | number),
    )


@FEW
@given(st.lists(visits(), max_size=6))
def test_any_records_survive_the_columns_and_the_columns_the_records(
    events: list[StepEvent],
) -> None:
    log = EventLog.of(events, STEPS, EPOCH)
    assert list(log.events()) == events
    again = EventLog.of(log.events(), STEPS, EPOCH)
    assert again.resources == log.resources
    assert again.frame().equals(log.frame())
    assert log.frame().height == len(events)
    waited = np.array(
        [
            (e.started - e.enabled) // timedelta(seconds=1) - e.batch - e.queue - e.priority
            for e in events
        ]
    )
    assert np.array_equal(log.closed, waited)
