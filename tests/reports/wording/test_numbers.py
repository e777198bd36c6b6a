"""Numbers, units and dates as they are printed."""

from datetime import UTC, date, datetime

import pytest

from models.statistics import Estimate
from reports.wording import Wording
from reports.wording.numbers import (
    amount,
    day,
    decimal,
    full_moment,
    given_share,
    hours_interval,
    interval,
    percent,
    used,
    weekday,
)

ZH, EN = Wording("zh"), Wording("en")


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (0, "0.0"),
        (0.01, "<0.1"),
        (0.06, "0.1"),
        (9.96, "10.0"),
        (99.96, "100"),
        (12345.6, "12,346"),
    ],
)
def test_decimals(value: float, shown: str) -> None:
    assert decimal(value) == shown


@pytest.mark.parametrize(
    ("value", "shown"),
    [(0, "0.0%"), (0.0001, "<0.1%"), (0.5204, "52.0%"), (0.9999, ">99.9%"), (1, "100.0%")],
)
def test_nearly_all_is_not_all_and_nearly_none_is_not_none(value: float, shown: str) -> None:
    assert percent(value) == shown


def test_given_shares_keep_their_own_digits() -> None:
    assert [given_share(v) for v in (0.95, 0.08, 0.125, 1)] == ["95%", "8%", "12.5%", "100%"]


def test_intervals_are_clipped_at_nothing_and_may_be_unknown() -> None:
    assert interval(Estimate(value=0.5, low=0.392, high=0.645)) == "39.2–64.5%"
    assert interval(Estimate(value=1.0, low=0.99968, high=1.0)) == "99.9–100.0%"
    assert interval(Estimate(value=0.5, low=-0.1, high=0.64501)) == "0.0–64.6%"
    assert hours_interval(Estimate(value=5, low=-1, high=11)) == "0.0–11.0"
    assert interval(Estimate(value=0.5)) == hours_interval(Estimate(value=5)) == "—"


def test_days_are_whole_and_minutes_have_decimals_where_it_matters() -> None:
    assert used(3.0, "working_days") == "3"
    assert used(2.47, "calendar_days") == "2.5"
    assert [used(v, "office_minutes") for v in (1.5, 9, 21.4)] == ["1.5", "9", "21"]


def test_amounts_bear_their_unit_in_the_right_number() -> None:
    assert amount(1, "working_days", EN) == "1 working day"
    assert amount(3, "working_days", EN) == "3 working days"
    assert amount(60, "office_minutes", ZH) == "60 办公分钟"
    assert amount(7, "calendar_days", ZH) == "7 个自然日"


def test_dates() -> None:
    monday = date(2026, 1, 5)
    assert (day(monday, ZH), weekday(monday, ZH)) == ("1月5日", "周一")
    assert (day(monday, EN), weekday(monday, EN)) == ("5 Jan", "Mon")
    moment = datetime(2026, 1, 5, 9, 7, tzinfo=UTC)
    assert full_moment(moment, ZH) == "2026年1月5日 09:07"
    assert full_moment(moment, EN) == "5 Jan 2026 09:07"
