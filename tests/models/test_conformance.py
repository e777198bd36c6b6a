"""Conformance by hand: one small process, one case a deviation."""

from datetime import date

import numpy as np
import pytest

from models.base import text
from models.condition import FlagAttribute, Is, Not
from models.conformance import KINDS, Checked, conformance
from models.event import EventLog, LoggedStep, StepEvent
from models.process import Process
from models.working_time import official_calendar
from tests.log_builder import at
from tests.model_builders import NAME, SOURCE, a_process, a_rework, a_step

CALENDAR = official_calendar(date(2023, 2, 1), date(2023, 3, 31))
LARGE = FlagAttribute(slug="large", name=NAME, share=0.5, source=SOURCE)

PROCESS = a_process(
    a_step("file"),
    a_step("check", "file", rework=a_rework("check")),
    a_step("visit", "check", when=Is(attribute="large")),
    a_step("survey", "check", when=Is(attribute="large")),
    a_step("waive", "check", when=Not(condition=Is(attribute="large"))),
    a_step("decide", "visit", "survey", "waive"),
    attributes=(LARGE,),
)


def did(step: str, begin: str, end: str, case: int = 0, **changes: object) -> StepEvent:
    """A visit that was ready, enabled and started at ``begin`` (times on 6 February 2023)."""
    start, stop = at(f"2023-02-06 {begin}"), at(f"2023-02-06 {end}")
    values = {
        "case": case,
        "process": "process",
        "step": step,
        "visit": 0,
        "owner": "owner",
        "resource": None,
        "ready": start,
        "enabled": start,
        "started": start,
        "completed": stop,
        "outcome": "done",
        "work": 0,
    }
    return StepEvent.model_validate({**values, **changes})


SMALL = [
    did("file", "09:00", "10:00"),
    did("check", "10:00", "11:00"),
    did("waive", "11:00", "11:10"),
    did("decide", "11:10", "12:00"),
]


def log_of(events: list[StepEvent]) -> EventLog:
    known = {entry.slug: LoggedStep.of("process", entry) for entry in PROCESS.steps}
    names = dict.fromkeys((event.step, event.owner) for event in events)
    entries = tuple(
        LoggedStep("process", step, owner, known[step].pool, known[step].kind, counts=True)
        if step in known
        else LoggedStep("process", step, owner, None, "work", counts=True)
        for step, owner in names
    )
    parts = EventLog.of(
        [event.changed(step=f"{event.step}|{event.owner}") for event in events],
        tuple(
            LoggedStep("process", f"{e.step}|{e.owner}", e.owner, e.pool, e.kind, e.counts)
            for e in entries
        ),
        CALENDAR.epoch,
    )
    columns = {name: getattr(parts, name) for name in vars(parts) if name != "steps"}
    return EventLog(steps=entries, **columns)


def checked(*events: StepEvent, process: Process = PROCESS) -> Checked:
    return conformance(log_of(list(events)), process)


def kinds(result: Checked) -> dict[str, int]:
    return {kind: count for kind, count in result.summary.by_kind.items() if count}


def test_a_case_that_goes_the_published_way_conforms() -> None:
    result = checked(*SMALL)
    assert (result.summary.cases, result.summary.conforming, result.summary.share) == (1, 1, 1.0)
    assert result.summary.deviations == ()
    assert not result.counts.any()


def test_a_hidden_approval_is_named_with_its_case_and_time() -> None:
    result = checked(*SMALL, did("boss", "12:00", "12:30"))
    (deviation,) = result.summary.deviations
    assert (deviation.kind, deviation.step, deviation.cases) == ("unpublished", "boss", 1)
    assert deviation.sentence == text(
        "“boss”不在公布的流程中", "“boss” is not in the published process"
    )
    assert deviation.examples[0].case == "0"
    assert deviation.examples[0].at == at("2023-02-06 12:00")


def test_a_step_left_out_is_found_unless_its_condition_may_be_false() -> None:
    result = checked(SMALL[0], SMALL[1], SMALL[3].changed(ready=at("2023-02-06 11:00")))
    (deviation,) = result.summary.deviations
    assert (deviation.kind, deviation.step) == ("skipped", "waive")


def test_steps_of_one_condition_go_together() -> None:
    result = checked(
        SMALL[0], SMALL[1], did("visit", "11:00", "11:10"), did("decide", "11:10", "12:00")
    )
    assert [(d.kind, d.step) for d in result.summary.deviations] == [("skipped", "survey")]


def test_a_step_whose_condition_contradicts_the_others_was_not_due() -> None:
    result = checked(
        *SMALL[:2],
        did("visit", "11:00", "11:10"),
        did("survey", "11:00", "11:10"),
        did("waive", "11:00", "11:10"),
        SMALL[3],
    )
    assert [(d.kind, d.step) for d in result.summary.deviations] == [("not_due", "waive")]


def test_a_case_under_way_lacks_only_what_it_has_passed() -> None:
    log = log_of([SMALL[0], did("waive", "10:00", "10:10")])
    under_way = np.zeros(1, np.bool_)
    found = conformance(log, PROCESS, over=under_way).summary.deviations
    assert [(d.kind, d.step) for d in found] == [("skipped", "check")]
    found = conformance(log, PROCESS).summary.deviations
    assert {(d.kind, d.step) for d in found} == {("skipped", "check"), ("skipped", "decide")}


def test_a_step_begun_before_its_predecessor_was_done() -> None:
    late = did("check", "10:00", "11:00")
    result = checked(SMALL[0], late, did("waive", "10:59", "11:10"), SMALL[3])
    (deviation,) = result.summary.deviations
    assert (deviation.kind, deviation.step, deviation.other) == ("wrong_order", "waive", "check")


def test_a_step_left_out_hands_on_what_comes_before_it() -> None:
    result = checked(SMALL[0], SMALL[1], did("decide", "10:30", "12:00"))
    assert kinds(result) == {"skipped": 1, "wrong_order": 1}


def test_another_owner_than_the_published_one() -> None:
    result = checked(*SMALL[:3], SMALL[3].changed(owner="tax"))
    (deviation,) = result.summary.deviations
    assert (deviation.kind, deviation.step, deviation.other) == ("wrong_owner", "decide", "tax")
    assert deviation.sentence.zh == "“名称”由县税务局办理，责任部门是owner"


@pytest.mark.parametrize(
    ("outcomes", "repeats"),
    [(("correction", "done"), 0), (("done", "done"), 1), (("correction", "correction", "done"), 1)],
)
def test_a_repeat_needs_a_correction_and_corrections_are_bounded(
    outcomes: tuple[str, ...], repeats: int
) -> None:
    checks = [
        did("check", f"10:{n}0", f"10:{n + 1}0", visit=n, outcome=outcome)
        for n, outcome in enumerate(outcomes)
    ]
    last = did("waive", f"10:{len(checks)}0", "11:10")
    result = checked(SMALL[0], *checks, last, SMALL[3])
    assert kinds(result) == ({"repeated": 1} if repeats else {})
    assert result.counts[KINDS.index("repeated"), 0] == repeats


def test_a_gap_in_which_nobody_had_the_case() -> None:
    result = checked(*SMALL[:3], did("decide", "14:10", "15:00"))
    (deviation,) = result.summary.deviations
    assert (deviation.kind, deviation.step, deviation.hours) == ("nowhere", "decide", 3.0)
    assert deviation.examples[0].at == at("2023-02-06 11:10")
    assert deviation.examples[0].hours == 3.0


def test_a_parallel_branch_in_hand_fills_the_gap_and_seconds_are_no_gap() -> None:
    long = did("visit", "11:00", "14:10")
    short = did("survey", "11:00", "11:10")
    assert checked(*SMALL[:2], long, short, did("decide", "14:11", "15:00")).summary.conforming == 1


def test_only_the_first_examples_are_kept_but_all_are_counted() -> None:
    events = [event.changed(case=n) for n in range(9) for event in SMALL]
    strange = [did("boss", "12:00", "12:30", case=n) for n in range(9)]
    (deviation,) = checked(*events, *strange).summary.deviations
    assert (deviation.cases, deviation.visits, len(deviation.examples)) == (9, 9, 5)


def test_an_empty_log_has_no_cases_and_all_of_none_conform() -> None:
    empty = conformance(EventLog.of([], (), CALENDAR.epoch), PROCESS).summary
    assert (empty.cases, empty.conforming, empty.share) == (0, 0, 1.0)
