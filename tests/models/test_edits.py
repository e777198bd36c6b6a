"""What each edit does, and what it cannot do."""

import pytest
from pydantic import TypeAdapter, ValidationError

from models.condition import Chance
from models.distributions import Fixed
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    Edit,
    MergeSteps,
    PledgeInsteadOfProof,
    RemoveStep,
    Resequence,
    RunParallel,
    SetCondition,
    SetOwner,
    SetRework,
    SetTime,
    ShareMaterial,
)
from models.errors import DefinitionError
from models.limit import Moment
from models.step import Step, Visit
from models.step_time import Automatic, Wait, seconds
from tests.model_builders import (
    HOUR,
    SOURCE,
    a_chain,
    a_limit,
    a_material,
    a_process,
    a_rework,
    a_step,
    afters,
    edited,
)

FORM, PROOF, PLEDGE = map(a_material, ("form", "proof", "pledge"))
FIVE_SECONDS = seconds(Fixed(value=5), SOURCE)
CHANCE = Chance(share=0.5, source=SOURCE)
VISITED = {"visit": Visit(source=SOURCE), "channel": "window"}
CHAIN = a_chain("a", "b", "c", "d")


def materials(steps: tuple[Step, ...]) -> list[list[str]]:
    return [[material.slug for material in step.materials] for step in steps]


def test_run_parallel_puts_neighbours_side_by_side() -> None:
    process = edited(RunParallel(steps=("b", "c")), steps=CHAIN)
    assert afters(process) == {"a": set(), "b": {"a"}, "c": {"a"}, "d": {"b", "c"}}


def test_run_parallel_waits_for_all_that_any_waited_for_and_is_waited_for_by_all() -> None:
    steps = (
        a_step("a"),
        a_step("x"),
        a_step("b", "a"),
        a_step("c", "x"),
        a_step("y", "b"),
        a_step("w"),
        a_step("z", "c", "w"),
    )
    assert afters(edited(RunParallel(steps=("b", "c")), steps=steps)) == {
        "a": set(),
        "x": set(),
        "b": {"a", "x"},
        "c": {"a", "x"},
        "w": set(),
        "y": {"b", "c"},
        "z": {"b", "c", "w"},
    }


def test_resequence_sets_the_predecessors_and_leaves_the_followers() -> None:
    process = edited(Resequence(step="c", after=("a",)), steps=CHAIN)
    assert afters(process) == {"a": set(), "b": {"a"}, "c": {"a"}, "d": {"c"}}
    assert afters(edited(Resequence(step="d", after=("b", "a")), steps=CHAIN))["d"] == {"b"}
    assert afters(edited(Resequence(step="c", after=()), steps=CHAIN))["c"] == set()


def test_add_step_comes_after_its_own_and_before_the_named_steps() -> None:
    process = edited(AddStep(step=a_step("new", "a"), before=("c", "d")), steps=CHAIN)
    assert afters(process) == {
        "a": set(),
        "b": {"a"},
        "new": {"a"},
        "c": {"b", "new"},
        "d": {"c"},  # after the new step through c
    }


def test_remove_step_closes_the_gap() -> None:
    process = edited(RemoveStep(step="b"), steps=CHAIN)
    assert afters(process) == {"a": set(), "c": {"a"}, "d": {"c"}}
    assert afters(edited(RemoveStep(step="a"), steps=CHAIN))["b"] == set()


def test_remove_step_takes_the_step_out_of_limits() -> None:
    process = edited(RemoveStep(step="b"), steps=CHAIN, limits=(a_limit("l", "b", "c"),))
    assert process.limits == (a_limit("l", "c"),)


def test_merge_steps_puts_one_step_in_the_place_of_several() -> None:
    merged = a_step("bc", owner="centre")
    process = edited(MergeSteps(steps=("b", "c"), into=merged), steps=CHAIN)
    assert afters(process) == {"a": set(), "bc": {"a"}, "d": {"bc"}}
    assert process.step("bc").owner == "centre"


def test_merge_steps_may_keep_the_name_of_one_of_them() -> None:
    merged = a_step("c", owner="centre")
    process = edited(MergeSteps(steps=("b", "c"), into=merged), steps=CHAIN)
    assert afters(process) == {"a": set(), "c": {"a"}, "d": {"c"}}
    assert process.step("c").owner == "centre"


def test_merge_steps_adds_the_new_steps_own_predecessors() -> None:
    steps = (*a_chain("a", "b", "c"), a_step("x", "a"))
    process = edited(MergeSteps(steps=("b", "c"), into=a_step("bc", "x")), steps=steps)
    assert afters(process) == {"a": set(), "x": {"a"}, "bc": {"x"}}


def test_merge_steps_moves_limits_and_their_starts_to_the_new_step() -> None:
    start, moved = Moment(step="b", edge="completed"), Moment(step="bc", edge="completed")
    limits = (a_limit("l", "c", "d", starts=start), a_limit("m", "b", "c"), a_limit("n"))
    process = edited(MergeSteps(steps=("b", "c"), into=a_step("bc")), steps=CHAIN, limits=limits)
    assert process.limits == (a_limit("l", "d", "bc", starts=moved), a_limit("m", "bc"), limits[2])


def test_automate_takes_staff_and_visit_away() -> None:
    steps = (a_step("a", materials=(FORM,), **VISITED), a_step("b", "a"))
    (step, _) = edited(Automate(step="a", duration=FIVE_SECONDS), steps=steps).steps
    assert step == a_step("a", materials=(FORM,), time=Automatic(duration=FIVE_SECONDS))


@pytest.mark.parametrize(
    ("edit", "expected"),
    [
        (SetTime(step="b", time=Wait(duration=HOUR)), a_step("b", "a", time=Wait(duration=HOUR))),
        (SetOwner(step="b", owner="tax"), a_step("b", "a", owner="tax")),
        (SetCondition(step="b", when=CHANCE), a_step("b", "a", when=CHANCE)),
        (SetRework(step="b", rework=a_rework("a")), a_step("b", "a", rework=a_rework("a"))),
    ],
)
def test_set_replaces_one_property_of_one_step(edit: Edit, expected: Step) -> None:
    process = edited(edit, steps=CHAIN)
    assert process.steps == (CHAIN[0], expected, *CHAIN[2:])


def test_set_none_takes_a_condition_or_correction_away() -> None:
    steps = (a_step("a"), a_step("b", "a", when=CHANCE, rework=a_rework("a")))
    edits = (SetCondition(step="b", when=None), SetRework(step="b", rework=None))
    assert edited(*edits, steps=steps).steps == a_chain("a", "b")


def test_share_material_keeps_it_at_one_step() -> None:
    steps = (
        a_step("a", materials=(FORM, PROOF)),
        a_step("b", "a", materials=(FORM,)),
        a_step("c", "b"),
    )
    share = ShareMaterial(material="form", at="b")
    assert materials(edited(share, steps=steps).steps) == [["proof"], ["form"], []]
    fresh = ShareMaterial(material="form", at="c")
    assert materials(edited(fresh, steps=steps).steps) == [["proof"], [], ["form"]]
    moved = ShareMaterial(material="proof", at="c")
    assert materials(edited(moved, steps=steps).steps) == [["form"], ["form"], ["proof"]]


def test_drop_material_spares_the_named_ones_at_that_step() -> None:
    steps = (
        a_step("a", materials=(FORM, PROOF, PLEDGE)),
        a_step("b", "a", materials=(FORM,)),
    )
    process = edited(DropMaterial(step="a", materials=("form", "pledge")), steps=steps)
    assert materials(process.steps) == [["proof"], ["form"]]


def test_a_pledge_replaces_the_proofs() -> None:
    steps = (a_step("a", materials=(FORM, PROOF)), a_step("b", "a", materials=(PROOF,)))
    pledge = PledgeInsteadOfProof(step="a", replaces=("proof",), pledge=PLEDGE)
    assert materials(edited(pledge, steps=steps).steps) == [["form", "pledge"], ["proof"]]


def test_drop_visit_changes_the_channel_by_default_to_online() -> None:
    steps = (a_step("a", **VISITED), a_step("b", "a"))
    assert edited(DropVisit(step="a"), steps=steps).steps[0] == a_step("a", channel="online")
    by_post = edited(DropVisit(step="a", channel="post"), steps=steps)
    assert by_post.steps[0] == a_step("a", channel="post")


NO_GHOST = "there is no step 'ghost'"


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (RunParallel(steps=("a", "ghost")), NO_GHOST),
        (Resequence(step="ghost", after=("a",)), NO_GHOST),
        (Resequence(step="b", after=("ghost",)), NO_GHOST),
        (AddStep(step=a_step("b")), "there is a step 'b' already"),
        (AddStep(step=a_step("new"), before=("ghost",)), NO_GHOST),
        (AddStep(step=a_step("new", "a", "ghost")), NO_GHOST),
        (RemoveStep(step="ghost"), NO_GHOST),
        (RemoveStep(step="d"), "nothing is left of limit 'end'"),
        (MergeSteps(steps=("a", "ghost"), into=a_step("new")), NO_GHOST),
        (MergeSteps(steps=("a", "b"), into=a_step("d")), "there is a step 'd' already"),
        (MergeSteps(steps=("a", "b"), into=a_step("new", "ghost")), NO_GHOST),
        (MergeSteps(steps=("a", "b"), into=a_step("new", "a")), "there is no step 'a'"),
        (Automate(step="ghost", duration=FIVE_SECONDS), NO_GHOST),
        (SetTime(step="ghost", time=Wait(duration=HOUR)), NO_GHOST),
        (SetOwner(step="ghost", owner="tax"), NO_GHOST),
        (SetCondition(step="ghost", when=None), NO_GHOST),
        (SetRework(step="ghost", rework=None), NO_GHOST),
        (ShareMaterial(material="proof", at="a"), "no step asks for material 'proof'"),
        (ShareMaterial(material="form", at="ghost"), NO_GHOST),
        (DropMaterial(step="ghost", materials=("form",)), NO_GHOST),
        (
            DropMaterial(step="c", materials=("proof", "form", "pledge")),
            "step 'c' does not ask for pledge, proof",
        ),
        (
            PledgeInsteadOfProof(step="c", replaces=("proof",), pledge=PLEDGE),
            "step 'c' does not ask for proof",
        ),
        (DropVisit(step="ghost"), NO_GHOST),
        (DropVisit(step="a"), "step 'a' needs no visit"),
    ],
)
def test_an_edit_of_what_is_not_there_is_a_fault(edit: Edit, fault: str) -> None:
    steps = (*a_chain("a", "b"), a_step("c", "b", materials=(FORM,)), a_step("d", "c"))
    with pytest.raises(DefinitionError) as caught:
        edited(edit, steps=steps, limits=(a_limit("end", "d"),))
    assert caught.value.where == "process process, reform of item 1"
    assert caught.value.faults == (f"{edit.kind}: {fault}",)


@pytest.mark.parametrize(
    ("edit", "fault"),
    [
        (Resequence(step="a", after=("d",)), "in a circle through a, b, c, d"),
        (RunParallel(steps=("a", "c")), "in a circle through a, b, c"),
        (MergeSteps(steps=("a", "c"), into=a_step("ac")), "in a circle through ac, b"),
        (AddStep(step=a_step("new")), "'new' is an orphan"),
        (SetRework(step="b", rework=a_rework("c")), "'b' is corrected from 'c'"),
    ],
)
def test_an_edit_that_leaves_no_process_is_a_fault(edit: Edit, fault: str) -> None:
    with pytest.raises(DefinitionError, match=fault) as caught:
        edited(edit, steps=CHAIN)
    assert caught.value.where == "process process"


def test_a_start_cannot_be_removed_from_under_a_limit() -> None:
    limit = a_limit("l", "c", starts=Moment(step="b", edge="completed"))
    with pytest.raises(DefinitionError, match="limit 'l' names 'b', which is not a step"):
        edited(RemoveStep(step="b"), steps=CHAIN, limits=(limit,))


ANY: TypeAdapter[Edit] = TypeAdapter(Edit)


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "run-parallel", "steps": ["a"]},
        {"kind": "merge-steps", "steps": ["a"], "into": a_step("b")},
        {"kind": "drop-material", "step": "a", "materials": []},
        {"kind": "pledge", "step": "a", "replaces": [], "pledge": PLEDGE},
        {"kind": "drop-visit", "step": "a", "channel": "pigeon"},
        {"kind": "abolish", "step": "a"},
    ],
)
def test_what_is_no_edit_is_refused(fields: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ANY.validate_python(fields)


def test_an_edit_leaves_the_as_is_untouched() -> None:
    before = a_process(*CHAIN)
    edited(RemoveStep(step="b"), SetOwner(step="c", owner="tax"), steps=before.steps)
    assert before == a_process(*a_chain("a", "b", "c", "d"))
