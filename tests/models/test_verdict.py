"""Verdicts from measured cases, by hand."""

import numpy as np
import pytest

from models.base import text
from models.limit import Limit
from models.source import plan
from models.statistics import Estimate
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
