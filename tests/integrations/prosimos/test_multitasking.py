"""Multitasking in the peer's document: read, refused in words, written."""

import json

import pytest

from integrations.prosimos.writing import to_prosimos
from models.errors import DefinitionError, DocumentError
from models.net_calendars import DAY
from models.net_multitasking import HandsSpan, Multitasking
from tests.integrations.prosimos.test_calendars import period
from tests.integrations.prosimos.test_reading import document, read
from tests.integrations.prosimos.test_writing import read as read_text


def levels(*chances: tuple[int, float]) -> list[dict[str, float]]:
    return [{"parallel_tasks": n, "probability": p} for n, p in chances]


def one_of(resource: str, *chances: tuple[int, float]) -> dict[str, object]:
    info = levels(*chances or [(1, 1)])
    return {"resource_id": resource, "r_workload": 0.5, "multitask_info": info}


def always(resource: str, *chances: tuple[int, float]) -> dict[str, object]:
    """The part of one resource, the same all week."""
    return {"type": "global", "values": [one_of(resource, *chances)]}


def by_period(*periods: dict[str, object]) -> dict[str, object]:
    entry = {"resource_id": "p_1", "r_workload": 0.5, "weekly_probability": [list(periods)]}
    return {"type": "local", "values": [entry]}


def week(*more: float) -> HandsSpan:
    return HandsSpan(first=1, last=7, begin=0, end=DAY, more=more)


def test_all_people_of_a_resource_or_one_of_them() -> None:
    everybody, notes = read(multitask=always("p", (1, 0.5), (2, 0.25)))
    assert notes == ()
    assert everybody.multitasking == tuple(
        Multitasking(resource="p", number=n, spans=(week(0.5, 0.25),)) for n in (0, 1)
    )
    one, _ = read(multitask=always("p_1", (1, 0.5)))
    assert one.multitasking == (Multitasking(resource="p", number=1, spans=(week(0.5),)),)


def test_a_number_left_out_has_the_chance_of_the_next() -> None:
    scenario, _ = read(multitask=always("p_0", (3, 0.25), (1, 0.75)))
    assert scenario.multitasking[0].spans == (week(0.75, 0.25, 0.25),)


def test_chances_by_period() -> None:
    late = period("SATURDAY", "MONDAY", "22:00:00", "00:00:00", multitask_info=levels((1, 0.5)))
    none = period("MONDAY", "MONDAY", "09:00:00", "10:00:00", multitask_info=[])
    scenario, _ = read(multitask=by_period(late, none))
    assert scenario.multitasking[0].spans == (
        HandsSpan(first=6, last=7, begin=22 * 3_600, end=DAY, more=(0.5,)),
        HandsSpan(first=1, last=1, begin=22 * 3_600, end=DAY, more=(0.5,)),
    )


def test_nobody_multitasks_without_chances() -> None:
    nothing = {"resource_id": "p", "r_workload": 0}
    assert read(multitask={"type": "global", "values": [nothing]})[0].multitasking == ()
    assert read(multitask=by_period())[0].multitasking == ()


@pytest.mark.parametrize("name", ["q", "p_2", "p_x", "_1"])
def test_people_who_do_not_exist_are_left_aside_and_named(name: str) -> None:
    scenario, notes = read(multitask=always(name, (1, 0.5)))
    assert scenario.multitasking == ()
    assert [str(note) for note in notes] == [
        f"resource {name!r} of multitask does not exist: ignored"
    ]


@pytest.mark.parametrize(
    ("multitask", "complaint"),
    [
        (always("p_0", (1, 0.5), (1, 0.25)), "multitask p_0: a number of parallel_tasks appears"),
        (
            by_period(period("MONDAY", "MONDAY", "9 am", "10:00", multitask_info=levels((1, 1)))),
            "multitask p_1: '9 am' is not a time",
        ),
        (
            {"type": "global", "values": [one_of("p"), one_of("p_0")]},
            "multitasking 'p 0' appears twice",
        ),
    ],
)
def test_what_is_wrong_is_said(multitask: dict[str, object], complaint: str) -> None:
    with pytest.raises(DefinitionError, match=complaint):
        read(multitask=multitask)


@pytest.mark.parametrize(
    "multitask",
    [
        [],
        {},
        {"type": "global"},
        {"type": "sometimes", "values": []},
        always("p", (0, 0.5)),
        always("p", (1, 1.5)),
        always("p", (100, 0.5)),
        by_period(period("MONDAY", "MONDAY", "09:00", "10:00")),
    ],
)
def test_what_is_no_multitasking_is_one_sentence(multitask: object) -> None:
    with pytest.raises(DocumentError, match=r"^s.json"):
        read(multitask=multitask)


@pytest.mark.parametrize(
    "multitask",
    [
        always("p", (1, 0.5), (2, 0.25)),
        always("p_1", (1, 1)),
        by_period(
            period("MONDAY", "FRIDAY", "09:00:00", "12:00:00", multitask_info=levels((1, 0.5))),
            period("FRIDAY", "FRIDAY", "13:00:00", "00:00:00", multitask_info=levels((2, 0.5))),
        ),
    ],
)
def test_multitasking_comes_back(multitask: dict[str, object]) -> None:
    scenario = read_text(json.dumps(document(multitask=multitask)))
    text = to_prosimos(scenario)
    assert read_text(text) == scenario
    assert json.loads(text)["multitask"]["type"] == multitask["type"]


def test_people_with_one_number_are_called_by_their_resource() -> None:
    data = document(multitask=always("p", (1, 0.5)))
    data["resource_profiles"][0]["resource_list"][0]["amount"] = 1
    scenario = read_text(json.dumps(data))
    assert json.loads(to_prosimos(scenario))["multitask"]["values"][0]["resource_id"] == "p"
    assert read_text(to_prosimos(scenario)) == scenario
