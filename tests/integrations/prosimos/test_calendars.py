"""Calendars of chances in the peer's document: read, refused in words, written."""

import json
from typing import Any

import pytest

from integrations.prosimos.writing import to_prosimos
from models.errors import DefinitionError, DocumentError
from models.net_calendars import DAY, ChanceCalendar, ChanceSpan, WeeklyCalendar, WeeklySpan
from tests.integrations.prosimos.test_reading import read
from tests.integrations.prosimos.test_writing import read as read_text

HALF_HOURS = {"value": 30, "time_unit": "MINUTES"}


def period(first: str, last: str, begin: str, end: str, **rest: object) -> dict[str, Any]:
    return {"from": first, "to": last, "beginTime": begin, "endTime": end, **rest}


MORNING = period("MONDAY", "FRIDAY", "09:00:00", "12:00:00", probability=0.75)
LATE = period("SUNDAY", "MONDAY", "22:00:00", "00:00:00", probability=0.125)
PEER = {"id": "c", "name": "Office", "time_periods": [MORNING], "workload_ratio": [LATE]}


def fuzzy(**changes: object) -> dict[str, object]:
    return {
        "model_type": "FUZZY",
        "granule_size": HALF_HOURS,
        "resource_calendars": [PEER],
        **changes,
    }


def test_chances_by_granule() -> None:
    scenario, notes = read(**fuzzy())
    assert notes == ()
    morning = ChanceSpan(first=1, last=5, begin=9 * 3_600, end=12 * 3_600, probability=0.75)
    late = (
        ChanceSpan(first=7, last=7, begin=22 * 3_600, end=DAY, probability=0.125),
        ChanceSpan(first=1, last=1, begin=22 * 3_600, end=DAY, probability=0.125),
    )
    assert scenario.calendars == (
        ChanceCalendar(
            id="c", name="Office", granule=1_800, availability=(morning,), workload=late
        ),
    )


@pytest.mark.parametrize(
    ("size", "seconds"),
    [
        ({"value": 1, "time_unit": "hours"}, 3_600),
        ({"value": "15"}, 900),
        ({"value": 120, "time_unit": "SECONDS"}, 120),
    ],
)
def test_granules_in_any_unit(size: dict[str, object], seconds: int) -> None:
    calendar = read(**fuzzy(granule_size=size))[0].calendars[0]
    assert isinstance(calendar, ChanceCalendar)
    assert calendar.granule == seconds


@pytest.mark.parametrize(
    ("changes", "complaint"),
    [
        ({"granule_size": None}, "FUZZY takes a granule_size"),
        ({"granule_size": {"value": 7}}, "whole minutes that divide a day"),
        ({"granule_size": {"value": 90, "time_unit": "SECONDS"}}, "whole minutes that divide"),
        ({"granule_size": {"value": 2, "time_unit": "DAYS"}}, "one of SECONDS, MINUTES, HOURS"),
        (
            {"resource_calendars": [{**PEER, "time_periods": [{**MORNING, "endTime": "9 am"}]}]},
            "resource_calendars c: '9 am' is not a time",
        ),
        (
            {
                "resource_calendars": [
                    {"id": "c", "time_periods": [{**MORNING, "probability": 0}]},
                ]
            },
            "resource_calendars c: .*nobody ever comes",
        ),
    ],
)
def test_what_is_wrong_with_chances_is_said(changes: dict[str, object], complaint: str) -> None:
    with pytest.raises(DefinitionError, match=complaint):
        read(**fuzzy(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"granule_size": {"value": 0}},
        {"granule_size": 60},
        {"resource_calendars": [{**PEER, "workload_ratio": [{**LATE, "probability": 1.5}]}]},
        {"resource_calendars": [{**PEER, "time_periods": [], "workload_ratio": []}]},
    ],
)
def test_what_is_no_calendar_of_chances_is_one_sentence(changes: dict[str, object]) -> None:
    with pytest.raises(DocumentError, match=r"^s.json"):
        read(**fuzzy(**changes))


def test_a_weekly_calendar_needs_periods_of_its_own() -> None:
    late = [{**PEER, "time_periods": []}]
    with pytest.raises(DefinitionError, match="resource_calendars c: no time_periods"):
        read(resource_calendars=late)


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"resource_calendars": [{**PEER, "time_periods": [], "workload_ratio": [LATE, LATE]}]},
    ],
)
def test_chances_come_back(changes: dict[str, object]) -> None:
    scenario, _ = read(**fuzzy(**changes))
    text = to_prosimos(scenario)
    assert read_text(text) == scenario
    calendar = json.loads(text)["resource_calendars"][0]
    assert {p["endTime"] for p in calendar["workload_ratio"]} == {"00:00:00"}


def test_a_weekly_calendar_beside_chances_is_written_as_certain() -> None:
    scenario, _ = read(**fuzzy())
    office = WeeklySpan(first=1, last=5, begin=9 * 3_600, end=17 * 3_600)
    both = (*scenario.calendars, WeeklyCalendar(id="d", spans=(office,)))
    again = read_text(to_prosimos(scenario.changed(calendars=both)))
    certain = again.calendars[1]
    assert isinstance(certain, ChanceCalendar)
    assert certain.week.sum() == 5 * 16
    assert set(certain.week.tolist()) == {0.0, 1.0}


def test_calendars_that_share_no_granule_are_refused() -> None:
    scenario, _ = read(**fuzzy())
    odd = WeeklySpan(first=1, last=5, begin=9 * 3_600 + 60, end=17 * 3_600)
    both = (*scenario.calendars, WeeklyCalendar(id="d", spans=(odd,)))
    with pytest.raises(ValueError, match="calendar 'd' do not fit granules of 30 min"):
        to_prosimos(scenario.changed(calendars=both))
    own = scenario.calendars[0]
    many = (own, own.changed(id="e", granule=3_600))
    with pytest.raises(ValueError, match="one granule for all"):
        to_prosimos(scenario.changed(calendars=many))
