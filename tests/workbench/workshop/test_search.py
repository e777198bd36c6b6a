"""Finding processes by name, item, family, department."""

import pytest

from flows.catalogue import processes
from workbench.workshop.search import departments, search, units


def slugs(words: str = "", family: str = "", unit: str = "") -> set[str]:
    return {process.slug for process in search(words, family, unit)}


@pytest.mark.parametrize(
    "words", ["企业开办", "Company OPENING", "company-opening", "公章 企业开办"]
)
def test_words_of_either_language(words: str) -> None:
    assert ("company-opening" in slugs(words)) == ("公章" not in words)


@pytest.mark.parametrize("words", ["8", "第8项"])
def test_a_number_is_a_plan_item(words: str) -> None:
    assert slugs(words) == {p.slug for p in processes().values() if 8 in p.items}


def test_family_and_department_narrow() -> None:
    assert {process.family for process in search(family="courts")} == {"courts"}
    assert all("tax" in units(process) for process in search(unit="tax"))
    assert slugs("税务局") >= slugs(unit="tax")
    assert "tax" in departments()


def test_no_words_find_all_and_nonsense_none() -> None:
    assert len(search()) == len(processes())
    assert search("没有这种流程") == []
