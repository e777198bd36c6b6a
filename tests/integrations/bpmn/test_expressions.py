"""Conditions as FEEL and as words."""

from integrations.bpmn.expressions import feel, words
from models.base import text
from models.condition import (
    AllOf,
    AnyOf,
    Attribute,
    ChoiceAttribute,
    Compare,
    Is,
    Not,
    NumberAttribute,
)
from models.distributions import Uniform
from tests.builders import SOURCE, chance

TRADE = ChoiceAttribute(
    slug="main-trade", name=text("行业", "Trade"), options={"food": 1, "books": 1}, source=SOURCE
)
BUDGET = NumberAttribute(
    slug="budget",
    name=text("预算", "Budget"),
    unit=text("元", "yuan"),
    distribution=Uniform(low=0, high=1),
    source=SOURCE,
)
KNOWN: dict[str, Attribute] = {"main-trade": TRADE, "budget": BUDGET}
FOOD, BOOKS = (Is(attribute="main-trade", value=value) for value in ("food", "books"))
DEAR = Compare(attribute="budget", operator=">=", value=5_000_000, source=SOURCE)
FLAG = Is(attribute="large-site")


def test_feel() -> None:
    either = AnyOf(conditions=(FOOD, DEAR))
    assert feel(either) == 'main_trade = "food" or budget >= 5000000'
    assert feel(AllOf(conditions=(either, Not(condition=FLAG)))) == (
        '(main_trade = "food" or budget >= 5000000) and not(large_site = true)'
    )
    assert feel(chance(0.1)) == ""


def test_words_in_both_languages() -> None:
    assert words(DEAR, KNOWN, "zh") == "预算 ≥ 5,000,000 元"
    assert words(AnyOf(conditions=(FOOD, BOOKS)), KNOWN, "en") == "Trade: food / books"
    assert words(AnyOf(conditions=(FOOD, DEAR)), KNOWN, "zh") == "行业: food或预算 ≥ 5,000,000 元"
    assert words(Not(condition=DEAR), KNOWN, "en") == "not (Budget ≥ 5,000,000 yuan)"
    assert words(chance(0.125), {}, "en") == "12.5%"
