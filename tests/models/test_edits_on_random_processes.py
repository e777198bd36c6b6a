"""Edits of any process: what can be reached stays reachable, and nothing invalid comes out."""

from itertools import permutations
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from models import graph
from models.condition import Chance
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
from models.process import Process
from models.step import Step, Visit
from models.step_time import Automatic
from tests.model_builders import (
    HOUR,
    MANY,
    SOURCE,
    Dag,
    a_limit,
    a_material,
    a_process,
    a_reform,
    a_rework,
    a_step,
    connected,
    dags,
    edited,
)

Pairs = set[tuple[str, str]]


def bare(after: Dag) -> tuple[Step, ...]:
    return tuple(a_step(slug, *before) for slug, before in after.items())


def reached(after: Dag, without: frozenset[str] = frozenset()) -> Pairs:
    """Every (earlier, later) pair of different steps, leaving some steps out."""
    pairs = {(first, last) for last in after for first in graph.ancestors(after, [last])}
    return {(a, b) for a, b in pairs if a != b and not {a, b} & without}


@st.composite
def grouped(draw: st.DrawFn) -> tuple[Dag, frozenset[str]]:
    """A connected graph and two or more of its steps, the common end not among them."""
    after = draw(dags().filter(lambda drawn: len(drawn) > 1))
    return connected(after), draw(st.frozensets(st.sampled_from(list(after)), min_size=2))


def encloses(after: Dag, group: frozenset[str]) -> bool:
    """Whether another step lies on a path between two of the group."""
    return any(graph.between(after, a, b) - group for a, b in permutations(group, 2))


@MANY
@given(dags(), st.data())
def test_removing_a_step_keeps_the_order_of_all_others(after: Dag, data: st.DataObject) -> None:
    gone = data.draw(st.sampled_from(list(after)))
    whole = connected(after)
    process = edited(RemoveStep(step=gone), steps=bare(whole))
    assert reached(process.after) == reached(whole, frozenset({gone}))


@MANY
@given(grouped())
def test_parallel_steps_keep_the_order_of_all_others_and_lose_their_own(
    case: tuple[Dag, frozenset[str]],
) -> None:
    whole, group = case
    edit = RunParallel(steps=tuple(sorted(group)))
    if encloses(whole, group):
        with pytest.raises(DefinitionError, match="in a circle"):
            edited(edit, steps=bare(whole))
        return
    process = edited(edit, steps=bare(whole))
    before, now = reached(whole), reached(process.after)
    assert {pair for pair in before if not set(pair) <= group} <= now
    assert not any(set(pair) <= group for pair in now)
    for one, other in permutations(group, 2):
        assert graph.ancestors(process.after, process.after[one]) == graph.ancestors(
            process.after, process.after[other]
        )


@MANY
@given(grouped())
def test_a_merged_step_inherits_what_came_before_and_after_any_of_them(
    case: tuple[Dag, frozenset[str]],
) -> None:
    whole, group = case
    edit = MergeSteps(steps=tuple(sorted(group)), into=a_step("merged"))
    if encloses(whole, group):
        with pytest.raises(DefinitionError, match="in a circle"):
            edited(edit, steps=bare(whole))
        return
    process = edited(edit, steps=bare(whole))

    def renamed(slug: str) -> str:
        return "merged" if slug in group else slug

    inherited = {(renamed(a), renamed(b)) for a, b in reached(whole)} - {("merged", "merged")}
    assert inherited <= reached(process.after)
    assert set(process.after) == {renamed(slug) for slug in whole}


NEW = ["n1", "n2"]
CHANCE = Chance(share=0.5, source=SOURCE)
MATERIALS = st.sampled_from(["form", "proof", "none-such"])


def _edits(slugs: list[str]) -> st.SearchStrategy[Edit]:
    step = st.sampled_from([*slugs, *slugs, *NEW, "ghost"])
    several = st.lists(step, min_size=2, max_size=3).map(tuple)
    some = st.lists(step, max_size=2).map(tuple)
    fresh = st.builds(lambda slug, after: a_step(slug, *after), st.sampled_from(NEW), some)
    pledge = st.just(a_material("pledge"))
    return st.one_of(
        st.builds(RunParallel, steps=several),
        st.builds(Resequence, step=step, after=some),
        st.builds(AddStep, step=fresh, before=some),
        st.builds(RemoveStep, step=step),
        st.builds(MergeSteps, steps=several, into=fresh),
        st.builds(Automate, step=step, duration=st.just(HOUR)),
        st.builds(SetTime, step=step, time=st.just(Automatic(duration=HOUR))),
        st.builds(SetOwner, step=step, owner=st.just("tax")),
        st.builds(SetCondition, step=step, when=st.sampled_from([None, CHANCE])),
        st.builds(SetRework, step=step, rework=st.one_of(st.none(), st.builds(a_rework, step))),
        st.builds(ShareMaterial, material=MATERIALS, at=step),
        st.builds(DropMaterial, step=step, materials=st.tuples(MATERIALS)),
        st.builds(PledgeInsteadOfProof, step=step, replaces=st.tuples(MATERIALS), pledge=pledge),
        st.builds(DropVisit, step=step),
    )


@st.composite
def reformable(draw: st.DrawFn) -> Process:
    """A process with limits, materials, visits and corrections, and a reform of random edits."""
    after = connected(draw(dags(most=6)))
    slugs = list(after)
    forms = [(), (a_material("form"),), (a_material("form"), a_material("proof"))]
    steps = [
        a_step(
            slug,
            *before,
            materials=draw(st.sampled_from(forms)),
            visit=draw(st.sampled_from([None, Visit(source=SOURCE)])),
            rework=draw(st.sampled_from([None, a_rework(slug)])),
        )
        for slug, before in after.items()
    ]
    some = draw(st.lists(st.sampled_from(slugs), unique=True, max_size=3))
    start = Moment(step=draw(st.sampled_from(slugs)), edge="completed")
    limits = (a_limit("some", *some), a_limit("from", starts=start))
    edits = draw(st.lists(_edits(slugs), min_size=1, max_size=5))
    return a_process(*steps, limits=limits, reforms=(a_reform(1, *edits),))


def works(process: Process) -> bool:
    """Whether the reform fits; any error but DefinitionError goes through."""
    try:
        process.reformed()
    except DefinitionError:
        return False
    return True


@MANY
@given(reformable())
def test_any_sequence_of_edits_gives_a_sound_process_or_a_definition_error(
    process: Process,
) -> None:
    if not works(process):
        return
    tobe = process.reformed()
    slugs = [step.slug for step in tobe.steps]
    assert tobe.order == tuple(slugs)
    assert all(
        step.after == graph.without_redundant(tobe.after, step.slug, step.after)
        for step in tobe.steps
    )
    assert {name for limit in tobe.limits for name in limit.over} <= set(slugs)
    assert Process.model_validate_json(tobe.model_dump_json()) == tobe


@pytest.mark.parametrize("sound", [True, False])
def test_long_sequences_of_edits_come_out_both_ways(sound: bool) -> None:
    first = settings(phases=[Phase.generate], database=None, deadline=None, max_examples=20_000)
    found = find(
        reformable(),
        lambda drawn: len(drawn.reforms[0].edits) > 2 and works(drawn) is sound,
        settings=first,
        random=Random(1),
    )
    assert works(found) is sound
