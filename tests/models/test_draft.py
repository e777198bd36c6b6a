"""The draft on which edits work."""

from dataclasses import dataclass

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.draft import Draft, EditError
from models.errors import DefinitionError
from models.limit import Limit, Moment
from models.step import Step
from tests.model_builders import MANY, Dag, a_chain, a_limit, a_step, connected, dags


def of(*steps: Step, limits: tuple[Limit, ...] = ()) -> Draft:
    return Draft.of(steps, limits)


def afters(draft: Draft) -> dict[str, tuple[str, ...]]:
    return {slug: step.after for slug, step in draft.steps.items()}


@dataclass
class Rename:
    """A hand-written edit: gives a step another owner, or finds fault."""

    owner: str
    kind: str = "rename"

    def apply(self, draft: Draft) -> None:
        draft.change("a", owner=self.owner)
        if self.owner == "nobody":
            raise EditError("nobody owns nothing")
        if self.owner == "bug":
            raise RuntimeError("a mistake of the programmer")


def test_edits_are_applied_in_order() -> None:
    draft = of(a_step("a"))
    draft.apply("here", [Rename("tax"), Rename("court")])
    assert draft.step("a").owner == "court"


def test_an_edit_that_does_not_fit_is_reported_with_the_place_and_its_kind() -> None:
    with pytest.raises(DefinitionError) as caught:
        of(a_step("a")).apply("here", [Rename("tax"), Rename("nobody"), Rename("court")])
    assert (caught.value.where, caught.value.faults) == ("here", ("rename: nobody owns nothing",))


def test_what_is_not_an_edits_own_complaint_is_not_hidden() -> None:
    with pytest.raises(RuntimeError, match="a mistake of the programmer"):
        of(a_step("a")).apply("here", [Rename("bug")])


def test_a_step_that_is_not_there_is_neither_found_nor_changed() -> None:
    draft = of(a_step("a"))
    with pytest.raises(EditError, match="there is no step 'b'"):
        draft.step("b")
    with pytest.raises(EditError, match="there is no step 'b'"):
        draft.change("b", owner="tax")


def test_a_change_leaves_the_other_fields_alone() -> None:
    draft = of(*a_chain("a", "b"))
    draft.change("b", owner="tax")
    assert draft.step("b") == a_step("b", "a", owner="tax")


def test_followers_come_after_the_replacement_and_keep_their_other_predecessors() -> None:
    draft = of(a_step("a"), a_step("b"), a_step("c", "a", "b"), a_step("d", "b", "a"), a_step("e"))
    draft.replace(["a"], ("e", "b"))
    assert afters(draft) == {"a": (), "b": (), "c": ("b", "e"), "d": ("b", "e"), "e": ()}
    draft.replace(["b", "e"], ())
    assert afters(draft) == {"a": (), "b": (), "c": (), "d": (), "e": ()}


def test_a_forgotten_step_leaves_its_limits() -> None:
    draft = of(*a_chain("a", "b", "c"), limits=(a_limit("l", "a", "b"), a_limit("all")))
    draft.forget(["b"])
    assert list(draft.steps) == ["a", "c"]
    assert draft.limits == [a_limit("l", "a"), a_limit("all")]


def test_a_limit_loses_not_its_last_step() -> None:
    with pytest.raises(EditError, match="nothing is left of limit 'l'"):
        of(*a_chain("a", "b"), limits=(a_limit("l", "b"),)).forget(["b"])


def test_what_stands_in_the_place_of_forgotten_steps_takes_their_limits_and_starts() -> None:
    start = Moment(step="b", edge="completed")
    draft = of(*a_chain("a", "b", "c"), limits=(a_limit("l", "b", "c", starts=start),))
    draft.forget(["b"], ("bb",))
    moved = Moment(step="bb", edge="completed")
    assert draft.limits == [a_limit("l", "c", "bb", starts=moved)]
    draft.forget(["c"], ("bb",))
    assert draft.limits == [a_limit("l", "bb", starts=moved)]


def test_a_start_stays_where_the_forgotten_steps_are_others() -> None:
    start = Moment(step="a", edge="enabled")
    draft = of(*a_chain("a", "b"), limits=(a_limit("l", starts=start),))
    draft.forget(["b"], ("c",))
    assert draft.limits == [a_limit("l", starts=start)]


def test_steps_come_in_topological_order_the_new_ones_by_name() -> None:
    draft = of(*a_chain("b", "a"))
    for slug in ("z", "y"):
        draft.steps[slug] = a_step(slug, "b")
    assert [step.slug for step in draft.ordered_steps()] == ["b", "a", "y", "z"]


def test_redundant_predecessors_are_dropped() -> None:
    steps = of(a_step("a"), a_step("b", "a"), a_step("c", "a", "b", "b")).ordered_steps()
    assert [step.after for step in steps] == [(), ("a",), ("b",)]


def test_a_circle_is_left_as_it_is_for_the_process_to_report() -> None:
    steps = (a_step("a", "b"), a_step("b", "a"), a_step("c"))
    assert of(*steps).ordered_steps() == steps


@MANY
@given(dags(), st.data())
def test_the_order_does_not_depend_on_that_in_which_steps_were_added(
    after: Dag, data: st.DataObject
) -> None:
    old = tuple(a_step(slug, *before) for slug, before in connected(after).items())
    new = [a_step(name, data.draw(st.sampled_from(list(after)))) for name in ("n1", "n2", "n3")]
    one, other = of(*old), of(*old)
    for step in new:
        one.steps[step.slug] = step
    for step in data.draw(st.permutations(new)):
        other.steps[step.slug] = step
    assert one.ordered_steps() == other.ordered_steps()
