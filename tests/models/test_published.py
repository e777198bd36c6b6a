"""A log cut to the published process, by hand."""

from datetime import date

from models.event import EventLog, LoggedStep, StepEvent
from models.published import as_published, people
from models.working_time import official_calendar
from tests.log_builder import at
from tests.model_builders import a_process, a_step

PROCESS = a_process(a_step("file"), a_step("decide", "file"))
CALENDAR = official_calendar(date(2023, 2, 1), date(2023, 3, 31))
STEPS = (
    *(LoggedStep.of("process", step) for step in PROCESS.steps),
    LoggedStep("process", "boss", "", None, "work", counts=True),
    LoggedStep("other", "file", "owner", "owner", "work", counts=True),
)


def did(case: int, process: str, step: str, hour: int, previous: int | None) -> StepEvent:
    begin, end = at(f"2023-02-06 {hour:02}:00"), at(f"2023-02-06 {hour + 1:02}:00")
    return StepEvent(
        case=case, process=process, step=step, visit=0, owner="owner", resource=f"r{hour}",
        ready=begin, enabled=begin, started=begin, completed=end, outcome="done", work=3_600,
        previous=previous,
    )  # fmt: skip


EVENTS = [
    did(0, "other", "file", 8, None),
    did(1, "process", "file", 9, None),
    did(1, "process", "boss", 10, 1),
    did(1, "process", "decide", 11, 2),
]


def test_strange_steps_and_other_processes_are_cut_out_and_rows_renumbered() -> None:
    cut = as_published(EventLog.of(EVENTS, STEPS, CALENDAR.epoch), PROCESS)
    assert cut.steps == STEPS[:2]
    assert [event.step for event in cut.events()] == ["file", "decide"]
    assert cut.case.tolist() == [0, 0]
    assert cut.previous.tolist() == [-1, 0]


def test_people_are_counted_by_the_pool_they_mostly_work_for() -> None:
    cut = as_published(EventLog.of(EVENTS, STEPS, CALENDAR.epoch), PROCESS)
    assert people(cut) == {"owner": 2}
    assert [event.resource for event in cut.events()] == ["r9", "r11"]
