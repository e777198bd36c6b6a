"""Every process of the catalogue, before and after its reforms."""

from itertools import combinations, permutations

import pytest

from flows.catalogue import families, process, processes
from models.draft import Draft
from models.errors import UnknownNameError
from models.plan.catalogue import ITEMS, department
from models.process import Process
from models.reform import Reform

ALL = processes()
FAMILIES = (
    "company",
    "construction",
    "courts",
    "finance",
    "life",
    "procurement",
    "property",
    "service",
    "supervision",
    "utilities",
)
each = pytest.mark.parametrize("slug", sorted(ALL))


def test_the_catalogue_is_complete() -> None:
    assert families() == FAMILIES
    assert len(ALL) == 75


def test_every_item_is_accounted_for_exactly_once() -> None:
    """92 items are realised by processes, the 57 others are listed as what they are."""
    realised = {item for found in ALL.values() for item in found.items}
    assert realised == {item.number for item in ITEMS if item.case_process}
    assert len(realised) == 92


@each
def test_a_process_is_found_by_its_slug_alone(slug: str) -> None:
    assert process(slug) == ALL[slug]


def test_an_unknown_process_is_named_with_those_that_come_near() -> None:
    with pytest.raises(UnknownNameError, match=r"no process is called 'company-open'.*opening"):
        process("company-open")


@each
def test_every_owner_is_known(slug: str) -> None:
    found = ALL[slug]
    for owner in {*found.owners, *found.reformed().owners, found.lead}:
        department(owner)


@each
def test_it_changes_exactly_the_items_it_claims(slug: str) -> None:
    found = ALL[slug]
    assert sorted(found.items) == sorted(reform.item for reform in found.reforms)
    for reform in found.reforms:
        before = found.reformed(reform.requires) if reform.requires else found
        after = found.reformed([*reform.requires, reform.item])
        assert after.steps != before.steps


@each
def test_every_choice_of_reforms_gives_a_process(slug: str) -> None:
    found = ALL[slug]
    for chosen in admissible(found):
        assert found.reformed(chosen).applied == tuple(
            reform.item for reform in ordered(found, chosen)
        )


@each
def test_reforms_apply_in_any_order_they_claim_to(slug: str) -> None:
    found = ALL[slug]
    results = set()
    for order in permutations(found.reforms):
        if not respects_requirements(order):
            continue
        draft = Draft.of(found.steps, found.limits)
        for reform in order:
            draft.apply(slug, reform.edits)
        results.add((draft.ordered_steps(), tuple(draft.limits)))
    assert len(results) == 1


@each
def test_every_number_that_is_not_the_plans_or_a_statutes_says_so(slug: str) -> None:
    """Durations are ours: none may cite the plan, which states none."""
    for step in (*ALL[slug].steps, *ALL[slug].reformed().steps):
        assert step.time.duration.source.kind != "plan"
        if step.rework is not None:
            assert step.rework.source.kind != "plan"


@each
def test_limits_of_the_plan_are_those_it_states(slug: str) -> None:
    """Only item 7 states numbers; immediate and seconds wording is read by an assumption."""
    for limit in ALL[slug].limits:
        if limit.source.kind == "plan" and limit.source.item != 7:
            assert limit.unit == "office_minutes"
            assert limit.reading is not None
            assert limit.reading.assumed


def admissible(found: Process) -> list[tuple[int, ...]]:
    items = [reform.item for reform in found.reforms]
    requires = {reform.item: set(reform.requires) for reform in found.reforms}
    subsets = [s for size in range(1, len(items) + 1) for s in combinations(items, size)]
    return [s for s in subsets if all(requires[item] <= set(s) for item in s)]


def ordered(found: Process, chosen: tuple[int, ...]) -> list[Reform]:
    waiting = [reform for reform in found.reforms if reform.item in chosen]
    done: list[Reform] = []
    while waiting:
        ready = [r for r in waiting if set(r.requires) <= {d.item for d in done}]
        done.append(ready[0])
        waiting.remove(ready[0])
    return done


def respects_requirements(order: tuple[Reform, ...]) -> bool:
    seen: set[int] = set()
    for reform in order:
        if not set(reform.requires) <= seen:
            return False
        seen.add(reform.item)
    return True
