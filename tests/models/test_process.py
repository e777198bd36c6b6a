"""A process as a value: its order, its reforms, its way through JSON and YAML."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from flows.company.opening import PROCESS as OPENING
from models.edits import RemoveStep, SetOwner
from models.errors import DefinitionError, UnknownNameError
from models.process import Process
from tests.model_builders import (
    FEW,
    SOURCE,
    Dag,
    a_chain,
    a_limit,
    a_material,
    a_process,
    a_reform,
    a_rework,
    a_step,
    connected,
    dags,
)

FIRST = a_reform(7, SetOwner(step="a", owner="tax"))
SECOND = a_reform(5, SetOwner(step="b", owner="court"))
LAST = a_reform(9, RemoveStep(step="c"), requires=(5,))
PROCESS = a_process(*a_chain("a", "b", "c"), reforms=(FIRST, SECOND, LAST))


def owners(process: Process) -> list[str]:
    return [step.owner for step in process.steps]


def test_faults_of_steps_and_reforms_are_reported_together() -> None:
    with pytest.raises(DefinitionError) as caught:
        PROCESS.changed(
            steps=(a_step("a", "ghost"), a_step("b", "a", rework=a_rework("spook"))),
            limits=(a_limit("l", "phantom"),),
            items=(5, 9),
            reforms=(FIRST, LAST, LAST),
        )
    assert caught.value.where == "process process"
    assert list(caught.value.faults) == [
        "step 'a' comes after 'ghost', which is not a step",
        "limit 'l' names 'phantom', which is not a step",
        "step 'b' is corrected from 'spook', which does not lead to it",
        "two reforms of item 9; join them",
        "reform of item 7, which `items` does not list",
        "reform of item 9 requires item 5: no reform",
        "reform of item 9 requires item 5: no reform",
    ]


@pytest.mark.parametrize("item", [0, 150])
def test_its_items_are_those_of_the_plan(item: int) -> None:
    with pytest.raises(ValidationError, match="items"):
        PROCESS.changed(items=(*PROCESS.items, item))


def test_it_has_at_least_one_step() -> None:
    with pytest.raises(DefinitionError, match="process process: it has no steps"):
        a_process()


def test_steps_are_found_by_slug() -> None:
    assert PROCESS.step("b") is PROCESS.steps[1]
    with pytest.raises(UnknownNameError, match="no step is called 'd'; known: a, b, c"):
        PROCESS.step("d")


def test_owners_are_named_once_in_step_order() -> None:
    steps = (
        a_step("a", owner="tax"),
        a_step("b", "a", owner="court"),
        a_step("c", "b", owner="tax"),
    )
    assert a_process(*steps).owners == ("tax", "court")


def test_after_and_order_follow_the_steps_whatever_the_order_of_definition() -> None:
    process = a_process(a_step("c", "b"), a_step("b", "a"), a_step("a"))
    assert process.after == {"c": ("b",), "b": ("a",), "a": ()}
    assert process.order == ("a", "b", "c")


def test_all_reforms_are_applied_unless_items_are_chosen() -> None:
    tobe = PROCESS.reformed()
    assert (owners(tobe), tobe.applied, tobe.reforms) == (["tax", "court"], (7, 5, 9), ())
    some = PROCESS.reformed([7])
    assert (owners(some), some.applied) == (["tax", "owner", "owner"], (7,))
    none = PROCESS.reformed([])
    assert (none.steps, none.applied) == (PROCESS.steps, ())


def test_reforms_are_applied_in_their_own_order_whatever_that_of_the_items() -> None:
    rivals = a_process(
        *a_chain("a", "b"),
        reforms=(
            a_reform(7, SetOwner(step="a", owner="tax")),
            a_reform(5, SetOwner(step="a", owner="court")),
        ),
    )
    assert rivals.reformed([5, 7]) == rivals.reformed([7, 5])
    assert owners(rivals.reformed({5, 7})) == ["court", "owner"]


def test_the_as_is_stays_as_it_was() -> None:
    before = PROCESS.model_dump_json()
    PROCESS.reformed()
    assert PROCESS.model_dump_json() == before


def test_it_can_be_reformed_after_its_order_was_asked_for() -> None:
    process = a_process(*a_chain("a", "b"), reforms=(a_reform(1, RemoveStep(step="b")),))
    assert process.order == ("a", "b")
    assert (process.reformed().order, process.reformed().after) == (("a",), {"a": ()})


def test_it_equals_its_copy_whether_or_not_its_order_was_asked_for() -> None:
    asked, unasked = a_process(*a_chain("a", "b")), a_process(*a_chain("a", "b"))
    assert asked.order
    assert asked == unasked
    assert hash(asked) == hash(unasked)


def test_reforming_the_to_be_again_changes_nothing() -> None:
    tobe = PROCESS.reformed()
    assert tobe.reformed() == tobe


def test_an_unknown_item_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(
        UnknownNameError, match="reform in process process is called '8'; known: 5,"
    ):
        PROCESS.reformed([7, 8])


def test_a_chosen_reform_brings_its_prerequisites_or_is_refused() -> None:
    with pytest.raises(DefinitionError, match="require item 5 too"):
        PROCESS.reformed([9])
    assert PROCESS.reformed([9, 5]).applied == (5, 9)


def test_a_reform_that_does_not_fit_says_which_one_and_why() -> None:
    wrong = a_process(*a_chain("a", "b"), reforms=(a_reform(4, RemoveStep(step="ghost")),))
    with pytest.raises(DefinitionError) as caught:
        wrong.reformed()
    assert caught.value.where == "process process, reform of item 4"
    assert caught.value.faults == ("remove-step: there is no step 'ghost'",)


def test_a_reform_that_breaks_the_process_is_refused() -> None:
    fork = (a_step("a"), a_step("b", "a"), a_step("c", "b", rework=a_rework("b")))
    broken = a_process(*fork, reforms=(a_reform(4, RemoveStep(step="b")),))
    with pytest.raises(DefinitionError, match="'c' is corrected from 'b', which does not lead"):
        broken.reformed()


def through_json(process: Process) -> Process:
    return Process.model_validate_json(process.model_dump_json())


def through_yaml(process: Process) -> Process:
    written = yaml.safe_dump(process.model_dump(mode="json"), allow_unicode=True)
    return Process.model_validate(yaml.safe_load(written))


def test_a_whole_process_survives_json_and_yaml() -> None:
    for process in (OPENING, OPENING.reformed(), PROCESS):
        assert through_json(process) == process
        assert through_yaml(process) == process


# PyYAML folds a line that ends in U+0085, U+2028 or U+2029; no name holds a control character.
PRINTABLE = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"])


@st.composite
def processes(draw: st.DrawFn) -> Process:
    after: Dag = connected(draw(dags()))
    names = st.text(PRINTABLE, min_size=1, max_size=9)
    steps = tuple(
        a_step(
            slug,
            *before,
            name={"zh": draw(names), "en": draw(names)},
            materials=tuple(map(a_material, draw(st.sets(st.sampled_from(["form", "yes", "no"]))))),
            rework=draw(st.sampled_from([None, a_rework(slug)])),
            time={
                "kind": draw(st.sampled_from(["work", "automatic", "wait", "applicant"])),
                "duration": {
                    "distribution": {"kind": "fixed", "value": draw(st.floats(0, 1e300))},
                    "unit": draw(st.sampled_from(["seconds", "minutes", "hours", "days"])),
                    "source": SOURCE,
                },
            },
        )
        for slug, before in after.items()
    )
    return a_process(*steps)


@FEW
@given(processes())
def test_any_process_survives_json_and_yaml(process: Process) -> None:
    assert through_json(process) == process
    assert through_yaml(process) == process
