"""A time limit and its edges."""

import pytest
from pydantic import ValidationError

from models.limit import LimitUnit, Moment
from tests.model_builders import a_limit


@pytest.mark.parametrize("unit", ["working_days", "calendar_days"])
@pytest.mark.parametrize("most", [0.5, 2.5])
def test_days_are_whole(unit: LimitUnit, most: float) -> None:
    with pytest.raises(ValidationError, match="whole numbers of days"):
        a_limit("whole-case", unit=unit, most=most)


@pytest.mark.parametrize("unit", ["working_days", "calendar_days"])
def test_whole_days_are_accepted(unit: LimitUnit) -> None:
    assert a_limit("whole-case", unit=unit, most=20.0).most == 20


def test_office_minutes_need_not_be_whole() -> None:
    assert a_limit("at-once", unit="office_minutes", most=0.5).most == 0.5


@pytest.mark.parametrize("most", [0, -1])
@pytest.mark.parametrize("unit", ["working_days", "calendar_days", "office_minutes"])
def test_it_leaves_some_time(unit: LimitUnit, most: float) -> None:
    with pytest.raises(ValidationError, match="greater than 0"):
        a_limit("whole-case", unit=unit, most=most)


@pytest.mark.parametrize(
    ("field", "value"),
    [("unit", "weeks"), ("slug", "No Slug"), ("over", ("No Slug",)), ("source", None)],
)
def test_what_does_not_fit_a_limit_is_refused(field: str, value: object) -> None:
    with pytest.raises(ValidationError, match=field):
        a_limit("whole-case").changed(**{field: value})


def test_it_covers_the_whole_case_from_its_beginning_unless_it_says_otherwise() -> None:
    limit = a_limit("whole-case")
    assert (limit.over, limit.starts, limit.reading) == ((), None, None)


def test_its_start_is_an_edge_of_a_step() -> None:
    assert Moment(step="intake", edge="completed").edge == "completed"
    with pytest.raises(ValidationError, match="edge"):
        Moment.model_validate({"step": "intake", "edge": "finished"})
