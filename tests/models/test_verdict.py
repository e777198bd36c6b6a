"""Verdicts from measured cases, by hand."""

import numpy as np
import pytest

from models.base import text
from models.limit import Limit
from models.source import plan
from models.statistics import Estimate, Hits, share
from models.timing import LimitUse
from models.verdict import quantiles, standing, verdict

LIMIT = Limit(slug="whole", name=text("全程", "whole"), most=3, unit="working_days", source=plan(7))


def use(*days: float) -> LimitUse:
    used = np.array(days, np.float64)
    return LimitUse(LIMIT, np.arange(len(days)), used, used > 3, used == 0, used * 6.5, used * 24)


def test_a_verdict_by_hand() -> None:
    found = verdict(LIMIT, [use(1, 2, 2, 3), use(3, 3, 4, 7)], target=0.95)
    assert found.cases == 8
    assert found.on_time.value == 0.75
    assert found.standing == "uncertain"  # so few cases prove nothing
    assert found.used.median == 3
    assert found.used.most == 7
    assert found.late_by is not None
    assert found.late_by.mean == 2.5
    assert [(b.value, b.cases) for b in found.distribution if b.cases] == [
        (1, 1), (2, 2), (3, 3), (4, 1), (7, 1)
    ]  # fmt: skip
    assert found.office_hours == pytest.approx(25 / 8 * 6.5)


def test_quantiles_are_values_that_occurred() -> None:
    found = quantiles(np.array([0.0] * 89 + [1.0] * 2 + [5.0] * 9))
    assert (found.median, found.p90, found.p95) == (0, 1, 5)


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [(0.96, 0.99, "held"), (0.90, 0.94, "missed"), (0.94, 0.97, "uncertain")],
)
def test_standing_needs_the_whole_interval(low: float, high: float, expected: str) -> None:
    assert standing(Estimate(value=0.95, low=low, high=high), 0.95) == expected


def test_a_limit_that_no_case_met_is_uncertain() -> None:
    found = verdict(LIMIT, [use()], target=0.95)
    assert found.cases == 0
    assert found.standing == "uncertain"
    assert found.distribution == ()


MINUTES = Limit(
    slug="m", name=text("即办", "at once"), most=60, unit="office_minutes", source=plan(7)
)


def minutes(*used: float) -> LimitUse:
    values = np.array(used, np.float64)
    late = values > 60
    return LimitUse(MINUTES, np.arange(len(used)), values, late, ~late, values / 60, values / 60)


def test_bins_of_minutes_meet_at_the_limit_and_count_the_late() -> None:
    found = verdict(MINUTES, [minutes(0, 12, 60, 60.5, 100)], target=0.95)
    edges = [part.value + part.width for part in found.distribution]
    assert min(abs(edge - 60) for edge in edges) < 1e-9
    within = [part for part in found.distribution if part.value + part.width <= 60 + 1e-9]
    assert sum(part.cases for part in within) == 3  # 60 minutes sharp is within
    assert sum(part.late for part in within) == 0
    assert sum(part.late for part in found.distribution) == 2
    assert found.distribution[-1].up_to.value == 1


def test_early_and_same_day_by_hand() -> None:
    found = verdict(LIMIT, [use(0, 1, 2, 3), use(3, 3, 4, 7)], target=0.95)
    assert found.early is not None
    assert found.early.value == 3 / 8  # done before the third day
    assert found.same_day.value == 1 / 8
    assert verdict(MINUTES, [minutes(5)], target=0.95).early is None


def test_the_curve_has_the_same_shares_and_intervals_as_single_shares() -> None:
    runs = [use(1, 2, 2, 3), use(3, 3, 4, 7), use(0, 1)]
    found = verdict(LIMIT, runs, target=0.95)
    for part in found.distribution:
        hits = [Hits(int((run.used <= part.value).sum()), len(run.used)) for run in runs]
        alone = share(hits)
        assert part.up_to.value == alone.value
        assert part.up_to.low == pytest.approx(alone.low)
        assert part.up_to.high == pytest.approx(alone.high)
