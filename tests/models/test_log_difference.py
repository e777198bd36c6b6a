from datetime import date, timedelta

import pytest

from models.event import EventLog, StepEvent
from models.log_difference import log_difference
from models.process import Process
from models.working_time import official_calendar
from tests.log_builder import log_of, visit
from tests.model_builders import NAME, a_chain

CALENDAR = official_calendar(date(2023, 1, 3), date(2023, 3, 31))
P = Process(slug="p", name=NAME, family="test", lead="owner", steps=a_chain("a", "b"))
FIRST = visit(P, "a", ("2023-01-19 10:00", "2023-01-19 10:00", "2023-01-19 10:10"))
SECOND = visit(P, "b", ("2023-01-19 10:10", "2023-01-19 10:10", "2023-01-19 10:20"))
FOLLOWING = SECOND.changed(previous=0)


def log(*events: StepEvent) -> EventLog:
    return log_of(P, list(events), CALENDAR)


def test_the_same_log_in_another_order_of_rows_is_equal() -> None:
    found = log_difference(log(FIRST, FOLLOWING), log(SECOND.changed(previous=1), FIRST))
    assert found.is_equal
    assert found.visits == 2


@pytest.mark.parametrize("column", ["completed", "enabled"])
def test_a_time_that_differs_is_counted_and_shown(column: str) -> None:
    later = FOLLOWING.changed(**{column: getattr(FOLLOWING, column) + timedelta(seconds=7)})
    found = log_difference(log(FIRST, FOLLOWING), log(FIRST, later))
    assert not found.is_equal
    assert found.differing[column] == 1
    assert found.lag[column] == 7
    assert {(entry.step, entry.column) for entry in found.examples} >= {("b", column)}


def test_visits_that_only_one_log_has_are_counted() -> None:
    found = log_difference(log(FIRST, FOLLOWING), log(FIRST))
    assert (found.only_first, found.only_second, found.visits) == (1, 0, 1)
    assert not found.is_equal


def test_another_predecessor_is_a_difference() -> None:
    found = log_difference(log(FIRST, FOLLOWING), log(FIRST, SECOND))
    assert found.disordered == 1
    assert not found.is_equal
