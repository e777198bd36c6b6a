"""The 149 items against the plan's text, read by hand."""

import re
from datetime import date

import pytest

from models.base import Text
from models.plan.catalogue import ITEMS, item
from models.plan.departments import DEPARTMENTS
from models.plan.indicators import INDICATORS
from models.plan.item import PlanItem

CHINESE = re.compile(r"[\u4e00-\u9fff]")

MARCH = date(2023, 3, 31)
JUNE = date(2023, 6, 30)
SEPTEMBER = date(2023, 9, 30)
YEAR_END = date(2023, 12, 31)

# Read off the deadline column; a blank cell takes the deadline above it in the merged cell.
# Item 20's stands in another column, item 79's is taken from 78, item 124's from 123.
BY_DEADLINE = {
    MARCH: {
        *(1, 2, 3, 4, 5, 7, 8, 9, 11, 16, 18, 19, 20, 21, 25, 26, 28, 30, 32, 40, 46, 48),
        *(58, 59, 65, 68, 73, 77, 81, 84, 85, 88, 89, 90, 98, 99, 100, 101, 108),
        *(111, 112, 113, 114, 115, 116, 119, 120, 126, 127, 128, 129, 130, 133),
        *(135, 136, 137, 138, 139),
    },
    JUNE: {29, 31, 35, 36, 37, 55, 61, 91, 92, 93, 94},
    SEPTEMBER: {70, 71},
    YEAR_END: {
        *(6, 13, 15, 17, 24, 27, 33, 34, 38, 51, 53, 57, 60, 66, 67, 69, 72, 75, 76, 78),
        *(79, 80, 102, 122, 125),
    },
}
CONTINUOUS = {
    *(10, 12, 14, 22, 23, 39, 41, 42, 43, 44, 45, 47, 49, 50, 52, 54, 56, 62, 63, 64, 74),
    *(82, 83, 86, 87, 95, 96, 97, 103, 104, 105, 106, 107, 109, 117, 118, 121, 123, 124),
    *(131, 132, 140, 141, 142, 143, 144, 145, 146, 147, 148, 149),
}
WITHOUT = {110, 134}  # rows shifted by a column, so that the last cell fell off

NOT_PROCESSES = {
    *(18, 26, 42, 43, 45, 47, 52, 64, 66, 67, 68, 73, 74, 79, 80, 82, 83, 84, 86, 87, 92),
    *(95, 96, 97, 98, 101, 102, 103, 104, 105, 114, 115, 116, 117, 118, 119, 120, 125),
    *(128, 129, 131, 132, 133, 134, 135, 136, 137, 138, 139, 141, 142, 144, 145, 146),
    *(147, 148, 149),
}

FIRST_OF_INDICATOR = {
    "开办企业": 1,
    "办理建筑许可": 10,
    "获得电力": 26,
    "获得用水用气": 29,
    "登记财产": 32,
    "纳税": 39,
    "跨境贸易": 47,
    "获得信贷": 50,
    "办理破产": 53,
    "执行合同": 58,
    "劳动力市场监管": 64,
    "政府采购": 70,
    "招标投标": 75,
    "政务服务": 82,
    "知识产权创造、保护和运用": 101,
    "市场监管": 106,
    "包容普惠创新": 135,
    "组织保障": 141,
}

Fact = tuple[int, str, str, date | None, str]
FACTS: list[Fact] = [
    (4, "pboc-luoyuan", "", MARCH, "误写"),
    (
        7,
        "market-regulation",
        "tax public-security hrss medical-insurance housing-fund",
        MARCH,
        "",
    ),
    (
        20,
        "natural-resources",
        "housing-construction civil-defence real-estate-registry",
        MARCH,
        "左移",
    ),
    (
        27,
        "natural-resources real-estate-registry",
        "big-data housing-construction state-grid cr-gas zhongmin-water",
        YEAR_END,
        "半角",
    ),
    (36, "finance tax", "natural-resources real-estate-registry", JUNE, ""),
    (
        54,
        "court",
        "procuratorate public-security hrss natural-resources market-regulation tax",
        None,
        "",
    ),
    (58, "public-security", "court taiwan-hk-macao", MARCH, "办理破产"),
    (61, "court", "finance-office", JUNE, "二审"),
    (63, "credit-office big-data", "", None, "分列两家"),
    (71, "finance", "budget-units", SEPTEMBER, "市直"),
    (79, "development-reform finance", "budget-units", YEAR_END, "推定"),
    (89, "big-data industry-it smart-luoyuan", "other-units", MARCH, ""),
    (
        93,
        "service-center housing-construction",
        "development-reform natural-resources real-estate-registry",
        JUNE,
        "无序号",
    ),
    (110, "market-regulation", "hrss statistics tax", None, "右移"),
    (
        124,
        "industry-it",
        (
            "public-security market-regulation natural-resources ecology housing-construction "
            "emergency tax"
        ),
        None,
        "存疑",
    ),
    (127, "fire-rescue", "emergency housing-construction", MARCH, "事中"),
    (134, "justice", "all-enforcement", None, "右移"),
    (
        148,
        "party-publicity business-environment-office",
        "special-groups indicator-leads",
        None,
        "左移",
    ),
]


def of_deadline(day: date) -> set[int]:
    return {entry.number for entry in ITEMS if entry.deadline == day}


def test_there_are_149_items_each_number_once_and_in_order() -> None:
    assert [entry.number for entry in ITEMS] == list(range(1, 150))


@pytest.mark.parametrize(
    ("day", "count"), [(MARCH, 58), (JUNE, 11), (SEPTEMBER, 2), (YEAR_END, 25)]
)
def test_the_deadlines_are_those_of_the_text(day: date, count: int) -> None:
    assert len(BY_DEADLINE[day]) == count
    assert of_deadline(day) == BY_DEADLINE[day]


def test_51_items_are_continuous_and_2_have_lost_their_deadline() -> None:
    assert len(CONTINUOUS) == 51
    assert {entry.number for entry in ITEMS if entry.continuous} == CONTINUOUS
    neither = {e.number for e in ITEMS if e.deadline is None and not e.continuous}
    assert neither == WITHOUT


def test_92_items_are_case_processes_and_57_are_not() -> None:
    assert len(NOT_PROCESSES) == 57
    assert {entry.number for entry in ITEMS if not entry.case_process} == NOT_PROCESSES


def test_indicators_begin_where_the_text_has_them() -> None:
    assert [pair.zh for pair in INDICATORS] == list(FIRST_OF_INDICATOR)
    first: dict[str, int] = {}
    for entry in ITEMS:
        first.setdefault(entry.indicator.zh, entry.number)
    assert first == FIRST_OF_INDICATOR


def test_indicators_stand_together() -> None:
    order = list(dict.fromkeys(entry.indicator.zh for entry in ITEMS))
    positions = [order.index(entry.indicator.zh) for entry in ITEMS]
    assert positions == sorted(positions)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: f"item-{fact[0]}")
def test_facts_read_by_hand(fact: Fact) -> None:
    number, lead, responsible, deadline, odd = fact
    entry = item(number)
    assert entry.lead == tuple(lead.split())
    assert entry.responsible == tuple(responsible.split())
    assert entry.deadline == deadline
    if odd:
        assert entry.irregularity is not None
        assert odd in entry.irregularity.zh
    else:
        assert entry.irregularity is None


def test_every_lead_and_responsible_unit_exists() -> None:
    known = {unit.slug for unit in DEPARTMENTS}
    unknown = {(e.number, slug) for e in ITEMS for slug in e.departments if slug not in known}
    assert unknown == set()


def test_no_unit_is_listed_twice_in_one_cell() -> None:
    for entry in ITEMS:
        for cell in (entry.lead, entry.responsible):
            assert len(set(cell)) == len(cell), entry.number


def test_only_items_13_and_30_have_a_unit_as_lead_and_responsible() -> None:
    both = [entry.number for entry in ITEMS if set(entry.lead) & set(entry.responsible)]
    assert both == [13, 30]


@pytest.mark.parametrize("entry", ITEMS, ids=lambda entry: f"item-{entry.number}")
def test_it_is_complete_in_both_languages(entry: PlanItem) -> None:
    pairs: list[Text | None] = [entry.indicator, entry.reform, entry.summary, entry.irregularity]
    for pair in pairs:
        if pair is not None:
            assert CHINESE.search(pair.zh)
            assert not CHINESE.search(pair.en)


@pytest.mark.parametrize("entry", ITEMS, ids=lambda entry: f"item-{entry.number}")
def test_its_summary_is_one_line_and_not_the_title(entry: PlanItem) -> None:
    for language in ("zh", "en"):
        assert entry.summary[language] != entry.reform[language]
        assert "\n" not in entry.summary[language]
    assert len(entry.summary.zh) <= 45
    assert len(entry.summary.en) <= 100


def test_no_two_summaries_are_the_same() -> None:
    for language in ("zh", "en"):
        assert len({entry.summary[language] for entry in ITEMS}) == 149


@pytest.mark.parametrize("number", [23, 83, 87, 93, 94, 96, 124, 143, 146, 148])
def test_a_deadline_carried_from_above_says_so(number: int) -> None:
    odd = item(number).irregularity
    assert odd is not None
    assert "完成时限栏空白" in odd.zh
    assert "deadline: carried from item" in odd.en
