"""Who relies on which source, and for what."""

from collections import Counter

import pytest

from models.source import Source, assumed, plan, statute
from models.step import Visit
from reports.sources import ROLES, Use, assumed_numbers, assumptions, cite, note, uses
from reports.wording import Wording
from tests.model_builders import HOUR, SOURCE, a_limit, a_material, a_process, a_rework, a_step
from tests.reports.subjects import opening, simulated

ZH, EN = Wording("zh"), Wording("en")


def roles(found: list[Use]) -> Counter[str]:
    return Counter(use.role for use in found)


def test_every_source_of_a_small_process_is_found_with_its_role() -> None:
    step = a_step(
        "a",
        rework=a_rework("a"),
        visit=Visit(delay=HOUR, source=SOURCE),
        materials=(a_material("m"), a_material("n")),
    )
    limit = a_limit("l", reading=SOURCE)
    subject = simulated(a_process(step, limits=(limit,)), {}, cases=5)
    assert roles(list(uses(subject))) == {
        "duration": 1,
        "correction": 1,
        "correction_time": 1,
        "visit": 1,
        "coming": 1,
        "material": 2,
        "step": 1,
        "limit": 1,
        "reading": 1,
        "staff": 1,
        "arrivals": 1,
        "target": 1,
    }


def test_numbers_are_counted_where_they_are_assumed() -> None:
    step = a_step("a", rework=a_rework("a"))
    days = a_limit("l", source=plan(7), reading=SOURCE)
    minutes = a_limit("m", unit="office_minutes", most=60, source=plan(7), reading=SOURCE)
    subject = simulated(a_process(step, limits=(days, minutes)), {}, cases=5)
    # duration, correction and its time, staff, arrivals, target, and the 60 minutes
    assert assumed_numbers(subject) == 7


def test_reforms_that_were_not_applied_are_not_counted() -> None:
    subject = opening(to_be=False)
    assert subject.processes[0].reforms
    steps = {step.name for step in subject.processes[0].steps}
    assert {use.place for use in uses(subject) if use.role == "step"} == steps


def test_the_same_assumption_in_the_same_role_appears_once() -> None:
    found = assumptions(opening(to_be=True))
    keys = [(entry.role, entry.source) for entry in found]
    assert len(keys) == len(set(keys))
    places = [ROLES.index(entry.role) for entry in found]
    assert places == sorted(places)
    wanted = sum(use.source.assumed for use in uses(opening(to_be=True)))
    assert sum(len(entry.uses) for entry in found) == wanted


@pytest.mark.parametrize(
    ("words", "zh", "en"),
    [
        ("用时估计，待校准 (clerk time)", "用时估计，待校准", "clerk time"),
        ("“即办”读作60分钟 (即办 read as 60)", "“即办”读作60分钟", "即办 read as 60"),
        ("自己的笔记", "自己的笔记", "自己的笔记"),
        ("our own note (of 2023)", "our own note (of 2023)", "our own note (of 2023)"),
    ],
)
def test_a_note_in_two_languages_shows_the_wanted_half(words: str, zh: str, en: str) -> None:
    source = assumed(words)
    assert (note(source, ZH), note(source, EN)) == (zh, en)


def test_citations() -> None:
    assert cite(plan(7), ZH) == "方案第7项"
    assert cite(statute("行政许可法", "第四十二条"), EN) == "《行政许可法》第四十二条"
    assert cite(assumed("估计 (a guess)"), EN) == "assumption: a guess"
    assert cite(Source(kind="promise", note="承诺书"), ZH) == "承诺：承诺书"
