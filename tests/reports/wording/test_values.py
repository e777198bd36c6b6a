"""Figures of definitions in words."""

import pytest

from models.arrivals import Arrivals
from models.base import Model, text
from models.condition import (
    AllOf,
    AnyOf,
    Chance,
    ChoiceAttribute,
    Compare,
    FlagAttribute,
    Is,
    Not,
    NumberAttribute,
    When,
)
from models.distributions import (
    Distribution,
    Empirical,
    Exponential,
    Fixed,
    Gamma,
    Lognormal,
    Pert,
    Triangular,
    Uniform,
)
from models.pool import Batch
from models.step_time import ApplicantTime, Automatic, Wait, Work, days, minutes
from reports.wording import Wording
from reports.wording.values import condition, distribution, duration, figure
from tests.model_builders import SOURCE, a_limit, a_material, a_process, a_rework, a_step
from tests.reports.subjects import a_pool

ZH, EN = Wording("zh"), Wording("en")
DISTRIBUTIONS: list[tuple[Distribution, str]] = [
    (Fixed(value=30), "always 30"),
    (Uniform(low=1, high=2.5), "uniform 1–2.5"),
    (Triangular(low=10, mode=20, high=45), "triangular 10–20–45"),
    (Pert(low=1, mode=2, high=3), "PERT 1–2–3"),
    (Exponential(mean=4), "exponential, mean 4"),
    (Lognormal(median=1500, sigma=0.6), "lognormal, median 1,500, σ 0.6"),
    (Gamma(mean=2, shape=3), "gamma, mean 2, shape 3"),
    (Empirical(values=(1, 2, 6)), "3 observed values, mean 3"),
]
ATTRIBUTES = (
    FlagAttribute(slug="urgent", name=text("加急", "urgent"), share=0.1, source=SOURCE),
    NumberAttribute(
        slug="budget",
        name=text("预算", "budget"),
        unit=text("元", "yuan"),
        distribution=Fixed(value=1),
        source=SOURCE,
    ),
    ChoiceAttribute(
        slug="kind", name=text("类型", "kind"), options={"new": 1, "old": 3}, source=SOURCE
    ),
)
URGENT = Is(attribute="urgent")
SMALL = Compare(attribute="budget", operator="<=", value=5_000_000, source=SOURCE)
CONDITIONS: list[tuple[When, str]] = [
    (URGENT, "加急"),
    (Is(attribute="urgent", value=False), "非（加急）"),
    (Is(attribute="kind", value="new"), "类型 = new"),
    (SMALL, "预算 ≤ 5,000,000 元"),
    (AllOf(conditions=(URGENT, SMALL)), "加急 且 预算 ≤ 5,000,000 元"),
    (AnyOf(conditions=(URGENT, SMALL)), "加急 或 预算 ≤ 5,000,000 元"),
    (Not(condition=URGENT), "非（加急）"),
    (Chance(share=0.06, source=SOURCE), "约 6% 的办件"),
]


@pytest.mark.parametrize(("given", "words"), DISTRIBUTIONS)
def test_distributions(given: Distribution, words: str) -> None:
    assert distribution(given, EN) == words


@pytest.mark.parametrize(("when", "words"), CONDITIONS)
def test_conditions_name_their_attributes(when: When, words: str) -> None:
    process = a_process(a_step("a"), attributes=ATTRIBUTES)
    assert condition(when, process, ZH) == words


def test_durations_say_which_kind_of_time_they_are() -> None:
    half = minutes(Fixed(value=30), SOURCE)
    two = days(Fixed(value=2), SOURCE)
    assert duration(half, Work(duration=half), ZH) == "固定 30 分钟（办公时间）"
    assert duration(half, Automatic(duration=half), ZH) == "固定 30 分钟（日历时间）"
    assert duration(two, Wait(duration=two, basis="working"), ZH) == "固定 2 个工作日"
    assert duration(two, ApplicantTime(duration=two), ZH) == "固定 2 天（日历时间）"
    assert duration(two, a_rework("a"), ZH) == "固定 2 天（日历时间）"


@pytest.mark.parametrize(
    ("holder", "words"),
    [
        (a_rework("a"), "每次 10%，最多 1 回"),
        (Chance(share=0.06, source=SOURCE), "6%"),
        (SMALL, "≤ 5,000,000"),
        (ATTRIBUTES[0], "10%"),
        (ATTRIBUTES[1], "固定 1 元"),
        (ATTRIBUTES[2], "new 25%、old 75%"),
        (a_pool("a", 3), "3 人"),
        (Batch(times=("14:00", "09:00"), source=SOURCE), "09:00、14:00"),
        (Arrivals(per_working_day=2.5, source=SOURCE), "每个工作日 2.5 件"),
        (a_limit("l"), "3 个工作日"),
        (a_material("m"), "名称"),
        (a_step("a"), ""),
        (None, ""),
    ],
)
def test_the_figure_that_a_source_vouches_for(holder: Model | None, words: str) -> None:
    assert figure(holder, None, ZH) == words
