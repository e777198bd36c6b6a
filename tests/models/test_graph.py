"""Order, ancestors and paths, against networkx."""

import networkx as nx  # type: ignore[import-untyped]  # ships no types; only these tests use it
from hypothesis import given
from hypothesis import strategies as st

from models import graph
from tests.model_builders import MANY, Dag, dags


def drawn(after: Dag) -> nx.DiGraph:
    arrows = nx.DiGraph()
    arrows.add_nodes_from(after)
    arrows.add_edges_from((name, slug) for slug, before in after.items() for name in before)
    return arrows


@MANY
@given(dags())
def test_followers_are_predecessors_seen_from_the_other_end(after: Dag) -> None:
    arrows = drawn(after)
    places = {slug: place for place, slug in enumerate(after)}
    expected = {slug: sorted(arrows.successors(slug), key=places.__getitem__) for slug in after}
    assert graph.followers(after) == expected


@MANY
@given(dags())
def test_the_order_is_topological_and_otherwise_that_of_definition(after: Dag) -> None:
    places = {slug: place for place, slug in enumerate(after)}
    expected = nx.lexicographical_topological_sort(drawn(after), places.__getitem__)
    assert graph.topological_order(after) == list(expected)


@MANY
@given(dags(), st.data())
def test_a_step_on_or_behind_a_cycle_is_left_out_of_the_order(
    after: Dag, data: st.DataObject
) -> None:
    first, last = data.draw(st.tuples(*[st.sampled_from(list(after))] * 2))
    looped = {**after, first: (*after[first], last)}
    arrows = drawn(looped)
    circular = {slug for cycle in nx.simple_cycles(arrows) for slug in cycle}
    behind = circular.union(*(nx.descendants(arrows, slug) for slug in circular))
    order = graph.topological_order(looped)
    assert set(order) == set(after) - behind
    assert all(order.index(b) < order.index(slug) for slug in order for b in looped[slug])


@MANY
@given(dags(), st.data())
def test_ancestors_and_descendants_are_those_of_networkx_with_the_steps_themselves(
    after: Dag, data: st.DataObject
) -> None:
    slugs = data.draw(st.sets(st.sampled_from(list(after))))
    arrows = drawn(after)
    back, forth = slugs.copy(), slugs.copy()
    for slug in slugs:
        back |= nx.ancestors(arrows, slug)
        forth |= nx.descendants(arrows, slug)
    assert graph.ancestors(after, slugs) == back
    assert graph.descendants(after, slugs) == forth


@MANY
@given(dags(most=6), st.data())
def test_between_are_the_steps_on_any_path(after: Dag, data: st.DataObject) -> None:
    first, last = data.draw(st.tuples(*[st.sampled_from(list(after))] * 2))
    if first == last:
        expected = {first}
    else:
        paths = nx.all_simple_paths(drawn(after), first, last)
        expected = {slug for path in paths for slug in path}
    assert graph.between(after, first, last) == expected


@MANY
@given(dags())
def test_without_redundant_predecessors_the_graph_is_its_transitive_reduction(after: Dag) -> None:
    reduced = nx.transitive_reduction(drawn(after))
    for slug, before in after.items():
        kept = graph.without_redundant(after, slug, before)
        assert set(kept) == set(reduced.predecessors(slug))
        assert list(kept) == [name for name in after if name in kept]


def test_a_step_is_never_its_own_predecessor() -> None:
    after: Dag = {"a": (), "b": ("a",)}
    assert graph.without_redundant(after, "b", ["b", "a", "a"]) == ("a",)


def test_names_that_are_no_steps_lead_nowhere() -> None:
    after: Dag = {"a": ("ghost",), "b": ("a",)}
    assert graph.topological_order(after) == ["a", "b"]
    assert graph.followers(after) == {"a": ["b"], "b": []}
    assert graph.ancestors(after, ["b", "ghost"]) == {"a", "b"}
    assert graph.between(after, "ghost", "b") == set()
    assert graph.between(after, "a", "ghost") == set()


def test_nothing_lies_between_steps_in_the_wrong_order_or_side_by_side() -> None:
    after: Dag = {"a": (), "b": ("a",), "c": ("a",)}
    assert graph.between(after, "b", "a") == set()
    assert graph.between(after, "b", "c") == set()
