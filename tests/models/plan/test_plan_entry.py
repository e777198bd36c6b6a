"""The short forms of the item modules."""

from models.base import text
from models.plan.entry import MARCH, ONGOING, blank, entry
from models.plan.indicators import TAXES

TITLE = text("题目", "Title")
SUMMARY = text("做什么", "What to do")


def test_units_are_separated_by_spaces() -> None:
    item = entry(1, TAXES, TITLE, SUMMARY, "tax finance", "court", MARCH)
    assert item.lead == ("tax", "finance")
    assert item.responsible == ("court",)
    assert (item.deadline, item.continuous) == (MARCH, False)


def test_ongoing_is_continuous_without_a_deadline() -> None:
    item = entry(1, TAXES, TITLE, SUMMARY, "tax", by=ONGOING)
    assert (item.deadline, item.continuous) == (None, True)


def test_irregularities_are_joined_and_none_stays_none() -> None:
    odd = (blank(39, "title", "lead"), text("另有", "also"))
    item = entry(1, TAXES, TITLE, SUMMARY, "tax", odd=odd)
    assert item.irregularity == text(
        "改革事项、牵头单位栏空白，沿用第39项；另有",
        "blank title, lead: carried from item 39; also",
    )
    single = entry(1, TAXES, TITLE, SUMMARY, "tax", odd=odd[1])
    assert single.irregularity == odd[1]
    assert entry(1, TAXES, TITLE, SUMMARY, "tax").irregularity is None
