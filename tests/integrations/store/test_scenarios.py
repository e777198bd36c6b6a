from concurrent.futures import ThreadPoolExecutor

import pytest

from integrations.store.store import Store
from models.errors import UnknownNameError


def test_each_save_is_a_version(store: Store) -> None:
    store.save_scenario("加一名税务人员", "staff: {tax: 2}", "王")
    second = store.save_scenario("加一名税务人员", "staff: {tax: 3}", "李")
    other = store.save_scenario("b", "cases: 5", "王")
    assert second.version == 2
    assert {s.name: s for s in store.scenarios()} == {second.name: second, "b": other}
    assert store.scenario(second.name) == second
    assert store.scenario(second.name, 1).content == "staff: {tax: 2}"


def test_the_same_again_is_no_new_version(store: Store) -> None:
    first = store.save_scenario("a", "cases: 5", "王")
    assert store.save_scenario("a", "cases: 5", "王") == first
    assert store.save_scenario("a", "cases: 5", "李").version == 2


def test_an_unknown_scenario_is_named(store: Store) -> None:
    store.save_scenario("a", "cases: 5", "王")
    with pytest.raises(UnknownNameError, match="no saved scenario is called 'b'; known: a"):
        store.scenario("b")
    with pytest.raises(UnknownNameError, match="'a v2'"):
        store.scenario("a", 2)


def test_people_who_save_at_once_all_get_a_version(store: Store) -> None:
    with ThreadPoolExecutor(6) as pool:
        saved = pool.map(lambda n: store.save_scenario("a", f"cases: {n + 1}", "王"), range(12))
        assert sorted(scenario.version for scenario in saved) == list(range(1, 13))
