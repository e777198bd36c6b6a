"""Bars against the limit line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Language
from models.limit import LimitUnit
from models.result import Bin, Quantiles, Verdict
from models.statistics import Estimate
from reports.pictures.distribution import MOST_BARS, bars, distribution, other_day
from reports.wording import Wording
from tests.model_builders import FEW, a_limit
from tests.reports.picture_checks import faults, parsed, texts

ZERO = Quantiles(mean=0, median=0, p90=0, p95=0, most=0)


def a_verdict(
    counts: list[int], most: float = 3, unit: LimitUnit = "working_days", width: float = 1
) -> Verdict:
    """A verdict on these counts; what lies beyond the limit is late."""
    cases = sum(counts)
    edge = most if unit == "office_minutes" else most + 1
    late = sum(count for n, count in enumerate(counts) if n * width >= edge)
    return Verdict(
        limit=a_limit("l", most=most, unit=unit),
        cases=cases,
        on_time=Estimate(value=1 - late / cases if cases else 1.0, low=0.1, high=0.9),
        early=None,
        same_day=Estimate(value=0.0),
        standing="uncertain",
        used=ZERO,
        late_by=None,
        office_hours=1,
        calendar_hours=1,
        distribution=tuple(
            Bin(
                value=n * width,
                width=width,
                cases=count,
                late=count if n * width >= edge else 0,
                up_to=Estimate(value=sum(counts[: n + 1]) / max(cases, 1)),
            )
            for n, count in enumerate(counts)
        ),
    )


counted = st.lists(st.integers(0, 500), min_size=1, max_size=120).filter(any)


@FEW
@given(counted, st.integers(1, 200))
def test_whole_days_are_grouped_so_that_no_bar_straddles_the_limit(
    counts: list[int], most: int
) -> None:
    drawn = bars(a_verdict(counts, most))
    assert len(drawn) <= MOST_BARS + 1
    assert sum(bar.cases for bar in drawn) == sum(counts)
    late = sum(bar.cases for bar in drawn if bar.side == "late")
    assert late == sum(counts[most + 1 :])
    for bar in drawn:
        assert bar.right <= most + 0.5 if bar.side == "on_time" else bar.left >= most + 0.5


def test_minutes_beyond_the_limit_are_late_and_a_bin_across_it_is_both() -> None:
    verdict = a_verdict([5, 5, 5], most=60, unit="office_minutes", width=40)
    assert [bar.side for bar in bars(verdict)] == ["on_time", "both", "late"]
    assert other_day(verdict) is None


def test_late_cases_are_drawn_on_top_of_those_on_time() -> None:
    verdict = a_verdict([80, 20], most=60, unit="office_minutes", width=60)
    first, second = verdict.distribution
    mixed = verdict.changed(distribution=(first.changed(late=20), second))
    assert [bar.late for bar in bars(mixed)] == [20, 20]
    plain, drawn = (str(distribution(each, 0.95, Wording("zh"), "d")) for each in (verdict, mixed))
    assert plain.count("url(#d-") + 1 == drawn.count("url(#d-")  # the pattern of lateness
    assert drawn.count("<rect") == plain.count("<rect") + 1


def test_cases_within_the_minutes_but_not_on_the_same_day_are_told_apart() -> None:
    verdict = a_verdict([80, 20], most=60, unit="office_minutes", width=60)
    assert other_day(verdict) == 0
    late = verdict.changed(on_time=Estimate(value=0.7))
    assert other_day(late) == 10
    shown = str(distribution(late, 0.95, Wording("zh"), "d"))
    assert "其中 10.0% 用时未超" in shown


@pytest.mark.parametrize("language", ["zh", "en"])
@FEW
@given(counted, st.integers(1, 400), st.sampled_from(["working_days", "office_minutes"]))
def test_labels_never_collide(
    language: Language, counts: list[int], most: int, unit: LimitUnit
) -> None:
    verdict = a_verdict(counts, most, unit, width=7 if unit == "office_minutes" else 1)
    assert faults(str(distribution(verdict, 0.95, Wording(language), "d"))) == []


def test_limit_share_and_interval_are_labelled() -> None:
    root = parsed(str(distribution(a_verdict([1, 2, 3, 4, 10]), 0.95, Wording("zh"), "d")))
    words = [text.content for text in texts(root)]
    assert "时限 3 个工作日" in words
    assert "按时 50.0%（95%置信区间 10.0–90.0%）" in words
    assert "超时限 50.0%" in words


def test_a_far_limit_is_pointed_at() -> None:
    root = parsed(str(distribution(a_verdict([1, 2], most=90), 0.95, Wording("zh"), "d")))
    assert "时限 90 个工作日，在图右侧之外 →" in [text.content for text in texts(root)]


def test_without_cases_the_picture_says_so() -> None:
    shown = str(distribution(a_verdict([]), 0.95, Wording("en"), "d"))
    assert "No case came to this limit" in shown
    assert faults(shown) == []
