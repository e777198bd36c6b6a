"""Curve, waterfall and week: nothing collides, figures are where they belong."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.base import Language
from models.limit import LimitUnit
from models.statistics import Estimate
from models.week import Week
from reports.pictures.curve import curve
from reports.pictures.waterfall import Stage, waterfall
from reports.pictures.week_load import week_load
from reports.wording import Wording
from tests.model_builders import FEW
from tests.reports.picture_checks import faults, parsed, texts
from tests.reports.pictures.strategies import NAMES
from tests.reports.pictures.test_distribution import a_verdict, counted


@pytest.mark.parametrize("language", ["zh", "en"])
@FEW
@given(counted, st.integers(1, 400), st.sampled_from(["working_days", "office_minutes"]))
def test_labels_of_a_curve_never_collide(
    language: Language, counts: list[int], most: int, unit: LimitUnit
) -> None:
    verdict = a_verdict(counts, most, unit, width=7 if unit == "office_minutes" else 1)
    assert faults(str(curve(verdict, 0.95, Wording(language), "c"))) == []


changes = st.floats(-90, 90).map(
    lambda value: Estimate(value=value, low=value - 1.5, high=value + 1.5)
)


@pytest.mark.parametrize("language", ["zh", "en"])
@FEW
@given(st.floats(0.1, 500), st.lists(st.tuples(NAMES, changes), min_size=1, max_size=8))
def test_labels_of_a_waterfall_never_collide(
    language: Language, before: float, stages: list[tuple[str, Estimate]]
) -> None:
    drawn = waterfall(
        before, [Stage(name, change) for name, change in stages], "x", Wording(language), "w"
    )
    assert faults(str(drawn)) == []


def test_a_waterfall_leads_from_before_to_after() -> None:
    stages = [Stage("a", Estimate(value=-2.5)), Stage("b", Estimate(value=1.0))]
    words = [
        t.content for t in texts(parsed(str(waterfall(10, stages, "days", Wording("en"), "w"))))
    ]
    assert [word for word in words if word in {"10.0", "−2.5", "+1.0", "8.5"}] == [
        "10.0", "−2.5", "+1.0", "8.5"
    ]  # fmt: skip


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("hours", [range(9, 17), range(24)])
def test_a_week_shows_each_open_hour(language: Language, hours: range) -> None:
    worked, available = np.zeros((7, 24)), np.zeros((7, 24))
    available[:5, list(hours)] = 3_600
    worked[0, hours[0]] = 1_800
    drawn = str(week_load(Week("p", worked, available), "人员", Wording(language), "w"))
    assert faults(drawn) == []
    words = [t.content for t in texts(parsed(drawn))]
    assert words.count("50%") == 1
    assert sum(word.endswith("%") and word[0].isdigit() for word in words) >= 5 * len(hours)
