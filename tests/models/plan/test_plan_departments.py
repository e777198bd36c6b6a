"""The departments and outside actors."""

import re
from collections import Counter
from typing import get_args

import pytest

from models.department import KIND_NAMES, Department, Kind
from models.errors import UnknownNameError
from models.plan.catalogue import department, department_named
from models.plan.departments import DEPARTMENTS

CHINESE = re.compile(r"[\u4e00-\u9fff]")

ACTORS = [
    "applicant",
    "platform",
    "bank",
    "surveyor",
    "developer",
    "notary",
    "administrator",
    "appraiser",
    "drawing-reviewer",
    "insurer",
    "risk-controller",
    "purchaser",
    "agent",
    "supplier",
    "experts",
    "lawyer",
    "higher-court",
    "home-office",
    "hospital",
    "community",
    "customs",
    "employer",
    "lab",
    "matter-dept",
    "city-exchange",
    "party",
    "seal-shop",
]


def test_each_slug_is_used_once() -> None:
    assert [slug for slug, n in Counter(u.slug for u in DEPARTMENTS).items() if n > 1] == []


def test_each_chinese_name_and_alias_belongs_to_one_unit() -> None:
    names = Counter(name for unit in DEPARTMENTS for name in (unit.name.zh, *unit.aliases))
    assert [name for name, n in names.items() if n > 1] == []


def test_each_english_name_is_used_once() -> None:
    assert [name for name, n in Counter(u.name.en for u in DEPARTMENTS).items() if n > 1] == []


def test_every_parent_exists_and_has_none_itself() -> None:
    for unit in DEPARTMENTS:
        if unit.parent is not None:
            assert department(unit.parent).parent is None


@pytest.mark.parametrize("slug", ACTORS)
def test_every_outside_actor_of_the_processes_is_there(slug: str) -> None:
    assert department(slug).slug == slug


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("县发改局（大数据局）", "big-data"),
        ("县发改局（含大数据局）", "big-data"),
        ("县发改局(大数据局)", "big-data"),
        ("县发改局", "development-reform"),
        ("县交通运输局", "transport"),
        ("县自然资源和规划局", "natural-resources"),
        ("中闽(罗源)水务有限公司", "zhongmin-water"),
        ("各相关部门", "other-units"),
        ("县直相关单位", "county-units"),
        ("人民县法院", "court"),
        ("刻章单位", "seal-shop"),
    ],
)
def test_the_names_of_the_source_lead_to_one_unit(name: str, slug: str) -> None:
    assert department_named(name).slug == slug


def test_nameplates_belong_to_their_bureau() -> None:
    offices = ("big-data", "approval-reform", "credit-office")
    assert {department(slug).parent for slug in offices} == {"development-reform"}
    assert department("intellectual-property").parent == "market-regulation"


def test_collectives_stand_for_several_units() -> None:
    groups = {unit.slug for unit in DEPARTMENTS if unit.collective}
    assert {"other-units", "budget-units", "approval-departments", "matter-dept"} <= groups
    assert "market-regulation" not in groups


@pytest.mark.parametrize("unit", DEPARTMENTS, ids=lambda unit: unit.slug)
def test_it_is_complete_in_both_languages(unit: Department) -> None:
    for pair in (unit.name, unit.note):
        if pair is not None:
            assert CHINESE.search(pair.zh)
            assert not CHINESE.search(pair.en)


def test_every_kind_is_explained_and_used() -> None:
    assert set(KIND_NAMES) == set(get_args(Kind)) == {unit.kind for unit in DEPARTMENTS}


def test_unknown_names_are_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownNameError, match=r"no department is called 'taxes'.*tax"):
        department("taxes")
    with pytest.raises(UnknownNameError, match="no department name is called '月亮局'"):
        department_named("月亮局")
