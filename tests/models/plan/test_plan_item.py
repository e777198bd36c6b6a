"""A plan item on its own."""

from datetime import date
from typing import get_args

import pytest
from pydantic import ValidationError

from models.base import text
from models.plan.item import KIND_NAMES, Kind, PlanItem

DUE = date(2023, 6, 30)


def an_item(deadline: date | None = None, *, continuous: bool = False) -> PlanItem:
    return PlanItem(
        number=1,
        indicator=text("纳税", "Paying taxes"),
        reform=text("题目", "Title"),
        summary=text("做什么", "What to do"),
        lead=("tax",),
        responsible=("finance", "tax"),
        deadline=deadline,
        continuous=continuous,
    )


def test_it_is_overdue_only_after_the_day_of_its_deadline() -> None:
    item = an_item(DUE)
    assert not item.overdue(date(2023, 6, 29))
    assert not item.overdue(DUE)
    assert item.overdue(date(2023, 7, 1))


def test_it_is_never_overdue_when_continuous_or_when_the_deadline_is_lost() -> None:
    assert not an_item(continuous=True).overdue(date.max)
    assert not an_item().overdue(date.max)


def test_it_cannot_be_continuous_and_have_a_deadline() -> None:
    with pytest.raises(ValidationError, match="not both"):
        an_item(DUE, continuous=True)


def test_its_departments_are_named_once_each_lead_first() -> None:
    assert an_item().departments == ("tax", "finance")


def test_it_is_a_case_process_unless_its_kind_says_otherwise() -> None:
    assert an_item().case_process
    assert not an_item().model_copy(update={"kind": "policy"}).case_process


def test_every_kind_is_explained() -> None:
    assert set(KIND_NAMES) == set(get_args(Kind))
