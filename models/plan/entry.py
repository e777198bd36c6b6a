"""Short forms in which the item modules are written."""

from datetime import date
from typing import Literal

from models.base import Text, text
from models.plan.item import Kind, PlanItem

MARCH = date(2023, 3, 31)
JUNE = date(2023, 6, 30)
SEPTEMBER = date(2023, 9, 30)
YEAR_END = date(2023, 12, 31)
ONGOING: Literal["ongoing"] = "ongoing"
"""持续推进: no deadline, never done."""

TERRITORIES = "towns taiwan-zone development-zone"
"""The towns and the two zone commissions, which the plan names together."""

Column = Literal["title", "lead", "responsible", "deadline"]

_COLUMNS: dict[Column, Text] = {
    "title": text("改革事项", "title"),
    "lead": text("牵头单位", "lead"),
    "responsible": text("责任单位", "responsible"),
    "deadline": text("完成时限", "deadline"),
}

SHIFTED_LEFT = text(
    "整行左移，举措印在指标栏", "row shifted left: the measure stands under indicator"
)
SHIFTED_RIGHT = text("整行右移一栏，完成时限丢失", "row shifted right by one: its deadline is lost")
NO_INDICATOR = text(
    "该行缺指标栏，按上文归入市场监管", "row without an indicator cell: read as the one above"
)
LONG_TITLE = text("改革事项栏把题目和说明连写", "title and explanation run together in one cell")
CITY_WORDING = text("行文沿用市级方案口径", "worded for the city: taken over from the city's plan")
UNNAMED_BUREAU = text("“市局”未写明是哪个局", "'the city bureau' is not named")
CITY_BUDGET_UNITS = text(
    "责任单位写“市直”预算单位，应为县直", "names the city's budget units, must mean the county's"
)
INCLUDING_BIG_DATA = text(
    "“县发改局（含大数据局）”读作大数据局，也可能指全局",
    "development and reform 'including big data' is read as big data; may mean the whole bureau",
)
HALF_WIDTH = text("单位名称括号用半角", "unit names are printed with half-width brackets")


def blank(earlier: int, *columns: Column) -> Text:
    """The irregularity of empty cells, whose content is carried from an earlier item."""
    chinese = "、".join(_COLUMNS[column].zh for column in columns)
    english = ", ".join(_COLUMNS[column].en for column in columns)
    return text(
        f"{chinese}栏空白，沿用第{earlier}项", f"blank {english}: carried from item {earlier}"
    )


def entry(  # one argument a column of the plan
    number: int,
    indicator: Text,
    reform: Text,
    summary: Text,
    lead: str,
    responsible: str = "",
    by: date | Literal["ongoing"] | None = None,
    kind: Kind = "process",
    odd: Text | tuple[Text, ...] = (),
) -> PlanItem:
    """One item: units as slugs with spaces between, ``odd`` every irregularity of its row."""
    return PlanItem(
        number=number,
        indicator=indicator,
        reform=reform,
        summary=summary,
        lead=tuple(lead.split()),
        responsible=tuple(responsible.split()),
        deadline=None if by == "ongoing" else by,
        continuous=by == "ongoing",
        kind=kind,
        irregularity=_joined((odd,) if isinstance(odd, Text) else odd),
    )


def _joined(notes: tuple[Text, ...]) -> Text | None:
    if not notes:
        return None
    return text("；".join(note.zh for note in notes), "; ".join(note.en for note in notes))
