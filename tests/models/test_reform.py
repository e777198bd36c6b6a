"""Which reforms are applied, and in which order."""

from itertools import combinations, permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from models.edits import SetOwner
from models.errors import DefinitionError, UnknownNameError
from models.reform import Reform, in_order
from tests.model_builders import MANY, a_reform


def reform(item: int, *requires: int) -> Reform:
    return a_reform(item, SetOwner(step="a", owner="tax"), requires=requires)


def order(*reforms: Reform, items: list[int] | None = None) -> list[int]:
    return [chosen.item for chosen in in_order("opening", reforms, items)]


def test_reforms_come_in_the_order_of_definition() -> None:
    assert order(reform(7), reform(5), reform(8)) == [7, 5, 8]
    assert order(reform(7), reform(5), reform(8), items=[8, 7]) == [7, 8]


def test_none_chooses_all_and_an_empty_choice_none() -> None:
    assert order(reform(7), reform(5), items=None) == [7, 5]
    assert order(reform(7), reform(5), items=[]) == []


def test_prerequisites_come_first() -> None:
    assert order(reform(7, 5), reform(8), reform(5)) == [8, 5, 7]
    assert order(reform(7, 8, 5), reform(5, 8), reform(8)) == [8, 5, 7]


@pytest.mark.parametrize("items", [list(some) for some in permutations([5, 7, 8])])
def test_the_order_of_the_items_does_not_matter(items: list[int]) -> None:
    assert order(reform(7), reform(5), reform(8), items=items) == [7, 5, 8]


def test_a_missing_prerequisite_is_named() -> None:
    with pytest.raises(DefinitionError) as caught:
        order(reform(7, 5, 4), reform(8, 3), reform(5), reform(4), reform(3), items=[7, 8, 5])
    assert str(caught.value) == "process opening: the chosen reforms require item 3, 4 too"


def test_reforms_that_require_each_other_are_refused() -> None:
    with pytest.raises(DefinitionError, match="process opening: reforms require each other"):
        order(reform(1), reform(7, 5), reform(5, 8), reform(8, 7))
    with pytest.raises(DefinitionError, match="in a circle"):
        order(reform(7, 7))


def test_a_circle_outside_the_choice_does_no_harm() -> None:
    assert order(reform(1), reform(7, 5), reform(5, 7), items=[1]) == [1]


def test_an_item_without_a_reform_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UnknownNameError) as caught:
        order(reform(7), reform(5), items=[5, 9])
    assert caught.value.kind == "reform in process opening"
    assert (caught.value.name, caught.value.known) == ("9", ("5", "7"))


@pytest.mark.parametrize("item", [0, 150])
def test_only_plan_items_are_reforms(item: int) -> None:
    with pytest.raises(ValidationError, match="item"):
        reform(item)


def test_a_reform_changes_something() -> None:
    with pytest.raises(ValidationError, match="edits"):
        a_reform(7)


@MANY
@given(st.permutations(range(1, 7)), st.sets(st.sampled_from(list(combinations(range(1, 7), 2)))))
def test_every_reform_comes_once_after_all_that_it_requires(
    items: list[int], pairs: set[tuple[int, int]]
) -> None:
    needs = {item: {first for first, then in pairs if then == item} for item in items}
    result = order(*(reform(item, *needs[item]) for item in items))
    assert sorted(result) == sorted(items)
    assert all(needs[item] <= set(result[:place]) for place, item in enumerate(result))
