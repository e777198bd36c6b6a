"""Diagrams ready to run: hours, people and durations as stated, or assumed and named."""

from datetime import UTC, datetime

import pytest

from integrations.bpmn.net_scenario import expected_visits, in_seconds, net_scenario, spans
from models.distributions import Empirical, Gamma, Lognormal, Triangular
from models.net_calendars import WeeklySpan
from models.pool import OfficeHours
from models.step_time import Duration, Unit
from tests.builders import SOURCE
from tests.integrations.bpmn.test_read import foreign

START = datetime(2024, 1, 1, 9, tzinfo=UTC)


def test_office_hours_become_spans_of_the_week() -> None:
    assert spans(OfficeHours(spans=("09:00-12:00",), weekdays=(2, 4))) == (
        WeeklySpan(first=2, last=2, begin=9 * 3_600, end=12 * 3_600),
        WeeklySpan(first=4, last=4, begin=9 * 3_600, end=12 * 3_600),
    )
    assert len(spans(OfficeHours())) == 10
    assert len(spans(OfficeHours(days="every"))) == 14


@pytest.mark.parametrize(
    ("distribution", "unit"),
    [
        (Triangular(low=1, mode=2, high=4), "minutes"),
        (Lognormal(median=2, sigma=0.5), "hours"),
        (Gamma(mean=2, shape=3), "days"),
        (Empirical(values=(1, 2), weights=(1, 3)), "minutes"),
    ],
)
def test_any_unit_becomes_seconds(distribution: Triangular, unit: Unit) -> None:
    duration = Duration(distribution=distribution, unit=unit, source=SOURCE)
    assert in_seconds(duration).mean == pytest.approx(duration.mean_seconds)


def test_what_a_diagram_does_not_say_is_assumed_and_named() -> None:
    scenario, notes = net_scenario(foreign("bpmnio"), START, 100, 1)
    people = {resource.id: resource.amount for resource in scenario.resources}
    assert people == {"unassigned": 4, "..system": 10_000}  # 7.5 visits of 25 minutes, 5 a day
    assert any("people of 'Unassigned'" in note for note in notes)
    assert any("arrivals are not stated" in note for note in notes)
    times = {entry.event: entry.time.of.mean for entry in scenario.events}
    assert times["M1"] == 86_400
    assert times["L1"] == times["L2"] == 0


def test_what_it_says_is_kept() -> None:
    scenario, notes = net_scenario(foreign("bimp"), START, 100, 1)
    people = {resource.id: resource.amount for resource in scenario.resources}
    assert people["clerk"] == 3
    assert scenario.gap.of.mean == 1_800
    assert not any("assumed" in note for note in notes)


def test_expected_visits_follow_shares_loops_and_joins() -> None:
    net = foreign("bpmnio").net
    assert net is not None
    visits = expected_visits(net)
    expected = {"T1": 0.5, "T2": 2, "C1": 2, "C2": 2, "O2": 2, "T3": 1}
    assert {name: pytest.approx(visits[name], abs=1e-4) for name in expected} == expected
