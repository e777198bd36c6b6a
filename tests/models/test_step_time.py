"""How long a step takes, and who spends that time."""

import pytest
from pydantic import TypeAdapter, ValidationError

from models.distributions import Empirical, Fixed, Uniform
from models.step_time import (
    ApplicantTime,
    Automatic,
    Duration,
    StepTime,
    Wait,
    Work,
    days,
    hours,
    minutes,
    seconds,
)
from tests.model_builders import HOUR, SOURCE

ANY: TypeAdapter[StepTime] = TypeAdapter(StepTime)
HALF_TO_TWO = Uniform(low=1, high=2)


@pytest.mark.parametrize(
    ("duration", "mean"),
    [
        (seconds(HALF_TO_TWO, SOURCE), 1.5),
        (minutes(HALF_TO_TWO, SOURCE), 90),
        (hours(HALF_TO_TWO, SOURCE), 5_400),
        (days(HALF_TO_TWO, SOURCE), 129_600),
    ],
)
def test_a_duration_knows_its_mean_in_seconds(duration: Duration, mean: float) -> None:
    assert duration.mean_seconds == mean


def test_a_duration_keeps_its_distribution_unit_and_source() -> None:
    assert days(Fixed(value=20), SOURCE) == Duration(
        distribution=Fixed(value=20), unit="days", source=SOURCE
    )


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("work", Work(duration=HOUR)),
        ("automatic", Automatic(duration=HOUR)),
        ("wait", Wait(duration=HOUR)),
        ("applicant", ApplicantTime(duration=HOUR)),
    ],
)
def test_the_kind_tells_who_spends_the_time(kind: str, expected: StepTime) -> None:
    assert ANY.validate_python({"kind": kind, "duration": HOUR}) == expected


def test_a_wait_is_in_calendar_time_and_counts_unless_it_says_otherwise() -> None:
    wait = Wait(duration=HOUR)
    assert (wait.basis, wait.whole_days, wait.excluded) == ("calendar", False, None)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "work"},
        {"kind": "work", "duration": HOUR, "pool": "No Slug"},
        {"kind": "work", "duration": HOUR, "basis": "working"},
        {"kind": "automatic", "duration": HOUR, "pool": "clerks"},
        {"kind": "wait", "duration": HOUR, "basis": "lunar"},
        {"kind": "wait", "duration": HOUR, "pool": "clerks"},
        {"kind": "rest", "duration": HOUR},
        {"kind": "work", "duration": {**HOUR.model_dump(), "unit": "weeks"}},
        {"kind": "work", "duration": {**HOUR.model_dump(), "source": None}},
    ],
)
def test_what_is_no_step_time_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ANY.validate_python(fields)


def test_a_wait_of_whole_days_counts_days() -> None:
    for value in (1, 20):
        assert Wait(duration=days(Fixed(value=value), SOURCE), whole_days=True).whole_days
    two_days = hours(Empirical(values=(24, 48)), SOURCE)
    assert Wait(duration=two_days, basis="working", whole_days=True).whole_days
    for duration in (days(Fixed(value=1.5), SOURCE), days(HALF_TO_TWO, SOURCE)):
        with pytest.raises(ValidationError, match="whole numbers of days"):
            Wait(duration=duration, whole_days=True)
    with pytest.raises(ValidationError, match="must be calendar or working"):
        Wait(duration=days(Fixed(value=1), SOURCE), basis="office", whole_days=True)
