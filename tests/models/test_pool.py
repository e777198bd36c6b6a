"""Office hours, batches and pools."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.pool import DAY_MINUTES, Batch, OfficeHours, Pool, Shift, resized
from tests.model_builders import MANY, NAME, SOURCE

MORNING = OfficeHours(spans=("09:00-12:00",))
ALL_DAY = OfficeHours(spans=("00:00-24:00",), days="every")


def a_pool(*shifts: Shift) -> Pool:
    return Pool(slug="clerks", name=NAME, department="tax", shifts=shifts, source=SOURCE)


@pytest.mark.parametrize(
    ("spans", "minutes"),
    [
        (("09:00-12:00", "13:30-17:00"), ((540, 720), (810, 1_020))),
        (("00:00-24:00",), ((0, 1_440),)),
        (("00:01-00:02", "23:59-24:00"), ((1, 2), (1_439, 1_440))),
        (("09:00-12:00", "12:00-13:00"), ((540, 720), (720, 780))),
    ],
)
def test_spans_are_read_as_minutes_since_midnight(
    spans: tuple[str, ...], minutes: tuple[tuple[int, int], ...]
) -> None:
    assert OfficeHours(spans=spans).minutes == minutes


@pytest.mark.parametrize(
    "span",
    ["9:00-12:00", "09:00", "09:00–12:00", "09:60-12:00", "25:00-26:00", "09:00-12:00\n", " ", ""],
)
def test_an_unreadable_span_is_named(span: str) -> None:
    with pytest.raises(ValidationError) as caught:
        OfficeHours(spans=("08:00-09:00", span))
    assert f"{span!r} is not a span such as 09:00-12:00" in str(caught.value)


@pytest.mark.parametrize(
    "spans",
    [
        ("12:00-09:00",),
        ("09:00-09:00",),
        ("13:30-17:00", "09:00-12:00"),
        ("09:00-12:00", "11:59-17:00"),
        ("22:00-24:01",),
        ("24:00-24:00",),
    ],
)
def test_spans_are_in_order_apart_and_within_the_day(spans: tuple[str, ...]) -> None:
    with pytest.raises(ValidationError, match="in order, not overlap, and end by 24:00"):
        OfficeHours(spans=spans)


@MANY
@given(st.lists(st.integers(0, DAY_MINUTES), unique=True, min_size=2, max_size=8).map(sorted))
def test_any_ascending_times_of_day_are_read_back(times: list[int]) -> None:
    pairs = list(zip(times[::2], times[1::2], strict=False))
    spans = tuple(
        f"{opens // 60:02}:{opens % 60:02}-{closes // 60:02}:{closes % 60:02}"
        for opens, closes in pairs
    )
    hours = OfficeHours(spans=spans)
    assert hours.minutes == tuple(pairs)
    assert hours.minutes_a_day == sum(closes - opens for opens, closes in pairs)


def test_an_office_is_open_390_minutes_a_working_day_unless_it_says_otherwise() -> None:
    assert OfficeHours().minutes_a_day == 180 + 210
    assert (OfficeHours().days, OfficeHours().weekdays) == ("working", ())
    assert OfficeHours(weekdays=(1, 7)).weekdays == (1, 7)


@pytest.mark.parametrize("fields", [{"spans": []}, {"weekdays": [0]}, {"weekdays": [8]}])
def test_hours_open_some_time_on_days_from_1_to_7(fields: dict[str, list[int]]) -> None:
    with pytest.raises(ValidationError, match=next(iter(fields))):
        OfficeHours.model_validate(fields)


def test_batch_times_are_sorted() -> None:
    batch = Batch(times=("14:00", "09:30", "00:00"), source=SOURCE)
    assert batch.times == ("00:00", "09:30", "14:00")
    assert batch.minutes == (0, 570, 840)


@pytest.mark.parametrize("time", ["9:00", "24:00", "09:60", "09:00-10:00", "09:00\n", "noon"])
def test_an_unreadable_batch_time_is_named(time: str) -> None:
    with pytest.raises(ValidationError) as caught:
        Batch(times=("08:00", time), source=SOURCE)
    assert f"{time!r} is not a time of day such as 09:00" in str(caught.value)


def test_a_batch_has_at_least_one_time() -> None:
    assert Batch(times=("09:00",), source=SOURCE).minutes == (540,)
    with pytest.raises(ValidationError, match="times"):
        Batch(times=(), source=SOURCE)


def test_batches_on_days_on_which_nobody_works_are_refused() -> None:
    batch = Batch(times=("09:00",), weekdays=(6, 7), source=SOURCE)
    weekdays = OfficeHours(weekdays=(1, 2))
    with pytest.raises(ValidationError, match="weekdays on which it is closed"):
        a_pool(Shift(count=1, hours=weekdays)).changed(batch=batch)
    assert a_pool(Shift(count=1, hours=weekdays), Shift(count=1)).changed(batch=batch).batch


def test_a_pool_counts_its_people_and_knows_the_hours_of_each() -> None:
    pool = a_pool(Shift(count=2), Shift(count=1, hours=MORNING))
    assert pool.count == 3
    assert pool.hours == (OfficeHours(), OfficeHours(), MORNING)


def test_a_pool_has_at_least_one_person() -> None:
    assert a_pool(Shift(count=1)).count == 1
    with pytest.raises(ValidationError, match="shifts"):
        a_pool()
    with pytest.raises(ValidationError, match="count"):
        Shift(count=0)


@pytest.mark.parametrize(
    ("people", "counts"),
    [
        (1, [1]),
        (2, [2]),
        (4, [2, 2]),
        (5, [2, 3]),
        (6, [2, 3, 1]),
        (9, [2, 3, 4]),
        (0, []),
    ],
)
def test_a_resized_pool_fills_its_shifts_in_order_and_the_last_takes_the_rest(
    people: int, counts: list[int]
) -> None:
    pool = a_pool(Shift(count=2), Shift(count=3, hours=MORNING), Shift(count=1, hours=ALL_DAY))
    shifts = resized(pool, people)
    assert [shift.count for shift in shifts] == counts
    assert [shift.hours for shift in shifts] == [OfficeHours(), MORNING, ALL_DAY][: len(shifts)]
