"""The look-ups and filters over the whole plan."""

from datetime import date

import pytest

from models.errors import UnknownNameError
from models.plan.catalogue import ITEMS, item, items
from models.plan.item import PlanItem


def numbers(found: tuple[PlanItem, ...]) -> list[int]:
    return [entry.number for entry in found]


def test_an_item_is_found_by_its_number() -> None:
    assert item(7) is ITEMS[6]
    assert item(149).number == 149


@pytest.mark.parametrize("number", [0, 150, -1])
def test_a_number_outside_the_plan_is_refused(number: int) -> None:
    with pytest.raises(UnknownNameError, match=f"'{number}'; known: 1 to 149"):
        item(number)


def test_without_conditions_every_item_is_given() -> None:
    assert items() == ITEMS


def test_by_indicator_in_either_language() -> None:
    assert numbers(items(indicator="开办企业")) == list(range(1, 10))
    assert items(indicator="Starting a business") == items(indicator="开办企业")


def test_by_department_whether_leading_or_responsible() -> None:
    assert numbers(items(department="meteorology")) == [10, 11]
    assert numbers(items(department="water-resources")) == [10, 75, 76, 80, 81, 129, 133]
    assert numbers(items(department="customs")) == []


def test_an_office_does_not_count_as_its_bureau() -> None:
    assert numbers(items(department="credit-office")) == [63, 116]
    assert 63 not in numbers(items(department="development-reform"))


def test_by_deadline() -> None:
    assert items(overdue_at=date(2023, 3, 31)) == ()
    assert len(items(overdue_at=date(2023, 4, 1))) == 58
    assert len(items(overdue_at=date(2023, 7, 1))) == 58 + 11
    assert len(items(overdue_at=date(2023, 10, 1))) == 58 + 11 + 2
    assert len(items(overdue_at=date(2030, 1, 1))) == 58 + 11 + 2 + 25


def test_by_whether_cases_run_through_it() -> None:
    assert len(items(case_process=True)) == 92
    assert len(items(case_process=False)) == 57


def test_conditions_are_combined() -> None:
    assert numbers(items(department="tax", overdue_at=date(2023, 4, 1), case_process=True)) == [
        *(3, 7, 8, 9),
        *(40, 46, 65),
    ]
    assert numbers(items(indicator="纳税", case_process=False)) == [42, 43, 45]


def test_unknown_indicators_and_departments_are_refused() -> None:
    with pytest.raises(UnknownNameError, match="no indicator is called '天气'"):
        items(indicator="天气")
    with pytest.raises(UnknownNameError, match="no department is called 'moon'"):
        items(department="moon")
