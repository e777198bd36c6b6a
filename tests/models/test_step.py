"""A step: who does it, whether the legal clock runs, what belongs to it."""

import pytest
from pydantic import ValidationError

from models.source import statute
from models.step import Step, Visit
from models.step_time import ApplicantTime, Automatic, StepTime, Wait, Work
from tests.model_builders import HOUR, SOURCE, a_material, a_rework, a_step

BY_LAW = statute("行政许可法", "第四十五条")
AT_WORK = Work(duration=HOUR)
TEAM = Work(duration=HOUR, pool="team")
SYSTEM = Automatic(duration=HOUR)
NOTICE = Wait(duration=HOUR)
EXPERTS = Wait(duration=HOUR, excluded=BY_LAW)
SIGNING = ApplicantTime(duration=HOUR)


def timed(time: StepTime) -> Step:
    return a_step("seal", owner="police", time=time)


@pytest.mark.parametrize(
    ("time", "pool"),
    [
        (AT_WORK, "police"),
        (TEAM, "team"),
        (SYSTEM, None),
        (NOTICE, None),
        (EXPERTS, None),
        (SIGNING, None),
    ],
)
def test_only_work_is_done_by_a_pool_by_default_the_owners(
    time: StepTime, pool: str | None
) -> None:
    assert timed(time).pool == pool


@pytest.mark.parametrize(
    ("time", "counts"),
    [
        (AT_WORK, True),
        (SYSTEM, True),
        (NOTICE, True),
        (EXPERTS, False),
        (SIGNING, False),
    ],
)
def test_the_legal_clock_runs_save_in_excluded_waits_and_the_applicants_time(
    time: StepTime, counts: bool
) -> None:
    assert timed(time).counts is counts


@pytest.mark.parametrize("time", [AT_WORK, SYSTEM, NOTICE, EXPERTS, SIGNING])
def test_only_the_applicants_own_time_is_by_the_applicant(time: StepTime) -> None:
    assert timed(time).by_applicant is (time is SIGNING)


def test_a_bare_step_comes_first_is_internal_and_asks_for_nothing() -> None:
    step = a_step("seal")
    assert not any((step.after, step.materials, step.produces))
    assert not any((step.when, step.rework, step.visit))
    assert step.channel == "internal"


def test_a_correction_happens_at_most_once_unless_it_says_more() -> None:
    assert a_rework("seal").most == 1
    assert [a_rework("seal").changed(most=most).most for most in (1, 10)] == [1, 10]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("slug", "No Slug"),
        ("owner", ""),
        ("after", ("No Slug",)),
        ("channel", "pigeon"),
        ("source", None),
        ("materials", ("form",)),
        ("rework", {**a_rework("seal").model_dump(), "chance": 1.5}),
        ("rework", {**a_rework("seal").model_dump(), "most": 0}),
        ("rework", {**a_rework("seal").model_dump(), "most": 11}),
    ],
)
def test_what_does_not_fit_a_step_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError, match=field):
        a_step("seal").changed(**{field: value})


def test_it_carries_materials_and_a_visit() -> None:
    step = a_step("seal", materials=(a_material("form"),), visit=Visit(delay=HOUR, source=SOURCE))
    assert [material.slug for material in step.materials] == ["form"]
    assert step.visit is not None
    assert step.visit.delay == HOUR
