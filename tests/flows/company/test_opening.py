"""Company opening: the to-be written by hand, whatever the order of its reforms."""

from collections.abc import Mapping
from itertools import combinations, permutations
from math import exp

import pytest

from flows.company.opening import PROCESS
from models.process import Process
from models.step_time import Automatic

TOBE = PROCESS.reformed()
REGISTRATION = ("registration", "approval", "licence")
SEALS = ("seal-approval", "seal-engraving", "seal-record")
IMMEDIATE = ("invoices", "social-insurance", "medical-insurance", "housing-fund")


def afters(process: Process) -> dict[str, set[str]]:
    return {slug: set(before) for slug, before in process.after.items()}


def test_before_the_plan_one_step_follows_another() -> None:
    chain = (
        "intake",
        "address-check",
        *REGISTRATION,
        *SEALS,
        "tax-assessment",
        *IMMEDIATE,
    )
    assert PROCESS.order == chain
    assert [PROCESS.after[slug] for slug in chain] == [(), *((slug,) for slug in chain[:-1])]


def test_after_the_plan_seals_and_registration_run_in_parallel_and_meet_at_the_handover() -> None:
    assert afters(TOBE) == {
        "intake": set(),
        "address-check": {"intake"},
        "address-by-hand": {"address-check"},
        "registration": {"address-by-hand"},
        "approval": {"registration"},
        "licence": {"approval"},
        "seal-approval": {"intake"},
        "seal-engraving": {"seal-approval"},
        "seal-record": {"seal-engraving"},
        "tax-assessment": {"licence"},
        "invoices": {"tax-assessment"},
        "social-insurance": {"licence"},
        "medical-insurance": {"licence"},
        "housing-fund": {"licence"},
        "handover": {"seal-record", *IMMEDIATE},
    }


def test_any_order_of_its_reforms_gives_the_same_process() -> None:
    for order in permutations(PROCESS.reforms):
        shuffled = PROCESS.changed(reforms=order).reformed()
        assert (shuffled.steps, shuffled.limits) == (TOBE.steps, TOBE.limits)


def test_any_order_of_some_of_its_reforms_gives_the_same_process() -> None:
    for pair in combinations(PROCESS.reforms, 2):
        one, other = (PROCESS.changed(reforms=order).reformed() for order in permutations(pair))
        assert (one.steps, one.limits) == (other.steps, other.limits)


@pytest.mark.parametrize(
    ("item", "changed"),
    [
        (5, {"address-check": {"intake"}, "registration": {"address-by-hand"}}),
        (7, {"seal-approval": {"intake"}, "housing-fund": {"licence"}}),
        (8, {"seal-approval": {"licence"}, "handover": {"housing-fund"}}),
    ],
)
def test_each_item_alone_changes_its_part_of_the_order(
    item: int, changed: Mapping[str, set[str]]
) -> None:
    after = afters(PROCESS.reformed([item]))
    assert {slug: after[slug] for slug in changed} == changed


def test_item_5_lets_the_police_address_base_check_addresses() -> None:
    step = TOBE.step("address-check")
    assert (step.owner, step.rework) == ("public-security", None)
    assert isinstance(step.time, Automatic)
    assert TOBE.step("address-by-hand").owner == "market-regulation"


def materials(process: Process) -> list[tuple[str, str]]:
    return [(step.slug, m.slug) for step in process.steps for m in step.materials]


def met(process: Process) -> list[str]:
    return [step.slug for step in process.steps if step.channel != "internal"]


def visited(process: Process) -> list[str]:
    return [step.slug for step in process.steps if step.visit is not None]


def test_fewer_materials_three_instead_of_nineteen() -> None:
    assert len(materials(PROCESS)) == 4 + 5 * 3
    assert sorted(materials(TOBE)) == [
        ("intake", "application-form"),
        ("intake", "charter"),
        ("intake", "identity"),
    ]


def test_fewer_visits_two_instead_of_eight() -> None:
    assert visited(PROCESS) == ["intake", "licence", "seal-approval", "tax-assessment", *IMMEDIATE]
    assert visited(TOBE) == ["intake", "handover"]


def test_fewer_steps_that_the_applicant_meets_two_instead_of_eight() -> None:
    assert met(PROCESS) == ["intake", "licence", "seal-approval", "tax-assessment", *IMMEDIATE]
    assert met(TOBE) == ["intake", "handover"]


def longest(process: Process) -> float:
    """Mean minutes on the longest chain of steps that every case passes."""
    done: dict[str, float] = {}
    for slug in process.order:
        step = process.step(slug)
        begins = max((done[name] for name in step.after), default=0.0)
        spent = step.time.duration.mean_seconds / 60 if step.when is None else 0.0
        done[slug] = begins + spent
    return max(done.values())


def test_less_time_180_minutes_in_a_row_instead_of_1430() -> None:
    intake, address, licence = 75 / 3, 90 / 3, 23 / 3
    registration = 45 * exp(0.6**2 / 2)
    engraving, record = 370 / 3, 60 / 3
    invoices, insurances_and_fund = 150 / 3, 3 * 100 / 3
    signatures = 60 * (20 / 3 + 11 / 3 + 20 / 3)
    work = intake + address + registration + licence + engraving + record
    assert longest(PROCESS) == pytest.approx(work + invoices + insurances_and_fund + signatures)
    handover, system = 35 / 3, 10 / 60
    assert longest(TOBE) == pytest.approx(intake + system + engraving + record + handover)
    assert (round(longest(PROCESS)), round(longest(TOBE))) == (1_430, 180)


def test_the_limits_of_item_7_start_when_the_application_is_complete() -> None:
    limits = {limit.slug: limit for limit in TOBE.limits}
    whole, part = limits["whole-case"], limits["registration-and-seal"]
    assert (part.most, part.over) == (2, REGISTRATION + SEALS)
    assert (whole.most, whole.over) == (3, (*part.over, "tax-assessment", *IMMEDIATE))
    for limit in (whole, part):
        assert limit.unit == "working_days"
        assert limit.starts is not None
        assert (limit.starts.step, limit.starts.edge) == ("intake", "completed")


@pytest.mark.parametrize("slug", IMMEDIATE)
def test_what_is_immediate_is_done_within_60_office_minutes(slug: str) -> None:
    limit = next(limit for limit in TOBE.limits if limit.slug == f"{slug}-immediate")
    assert (limit.most, limit.unit, limit.over) == (60, "office_minutes", (slug,))
