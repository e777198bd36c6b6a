"""The plan as a whole: all items in order, all departments, and look-ups."""

from collections.abc import Iterator
from datetime import date

from models.department import Department
from models.errors import UnknownNameError
from models.plan import (
    items_001_009,
    items_010_025,
    items_026_038,
    items_039_052,
    items_053_069,
    items_070_081,
    items_082_100,
    items_101_118,
    items_119_134,
    items_135_149,
)
from models.plan.departments import DEPARTMENTS
from models.plan.indicators import INDICATORS
from models.plan.item import PlanItem
from models.said import said

ITEMS: tuple[PlanItem, ...] = (
    *items_001_009.ITEMS,
    *items_010_025.ITEMS,
    *items_026_038.ITEMS,
    *items_039_052.ITEMS,
    *items_053_069.ITEMS,
    *items_070_081.ITEMS,
    *items_082_100.ITEMS,
    *items_101_118.ITEMS,
    *items_119_134.ITEMS,
    *items_135_149.ITEMS,
)
"""All 149 items in the plan's order."""

_BY_NUMBER = {item.number: item for item in ITEMS}
_BY_SLUG = {unit.slug: unit for unit in DEPARTMENTS}
_BY_NAME = {name: unit for unit in DEPARTMENTS for name in (unit.name.zh, *unit.aliases)}
_INDICATORS = {name: pair for pair in INDICATORS for name in (pair.zh, pair.en)}


def item(number: int) -> PlanItem:
    """The item of that number; UnknownNameError if there is none."""
    if number not in _BY_NUMBER:
        raise UnknownNameError(said("方案改革项", "plan item"), str(number), [f"1 to {len(ITEMS)}"])
    return _BY_NUMBER[number]


def department(slug: str) -> Department:
    """The department or actor of that slug; UnknownNameError if there is none."""
    if slug not in _BY_SLUG:
        raise UnknownNameError(said("部门", "department"), slug, _BY_SLUG)
    return _BY_SLUG[slug]


def department_named(name: str) -> Department:
    """The department that documents call so, by its Chinese name or an alias.

    Raises UnknownNameError if nobody bears the name.
    """
    if name not in _BY_NAME:
        raise UnknownNameError(said("部门名称", "department name"), name, _BY_NAME)
    return _BY_NAME[name]


def items(
    indicator: str | None = None,
    department: str | None = None,
    overdue_at: date | None = None,
    case_process: bool | None = None,
) -> tuple[PlanItem, ...]:
    """The items that meet every condition given, in the plan's order.

    ``indicator`` is its Chinese or English name; ``department`` the slug of a unit that leads or
    is responsible (its offices do not count as itself); ``overdue_at`` keeps the items whose
    deadline lies before that day. Raises UnknownNameError for an unknown indicator or department.
    """
    return tuple(_chosen(indicator, department, overdue_at, case_process))


def _chosen(
    indicator: str | None, slug: str | None, overdue_at: date | None, case_process: bool | None
) -> Iterator[PlanItem]:
    if indicator is not None and indicator not in _INDICATORS:
        raise UnknownNameError(said("评价指标", "indicator"), indicator, _INDICATORS)
    if slug is not None:
        department(slug)
    for entry in ITEMS:
        if (
            (indicator is None or entry.indicator == _INDICATORS[indicator])
            and (slug is None or slug in entry.departments)
            and (overdue_at is None or entry.overdue(overdue_at))
            and (case_process is None or entry.case_process == case_process)
        ):
            yield entry
