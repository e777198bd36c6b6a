"""Each fault on demand: what the caller sees, and that the work is done once all the same."""

from datetime import date

import pytest
from pydantic import ValidationError

from integrations.departments.faults import Fault, FaultPlan, Faults
from models.errors import DepartmentUnavailableError
from tests.integrations.departments.town import HOUR, NINE, Town, asking

DAY = 24 * HOUR
PERFORMED = ("C-1", "permit", "issue", 0, "perform")


def done_once(*faults: Fault) -> Town:
    """A town with these faults in which a case was applied for and done."""
    town = Town(faults=faults)
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    town.go_to(NINE + 1)
    town.go_to(NINE + HOUR)
    assert town.call(lambda c: c.status("court", state.id)).status == "approved"
    assert town.ledger.times_done() == {PERFORMED: 1}
    assert len(town.ledger.documents_issued()) == 1
    return town


@pytest.mark.parametrize(
    "fault",
    [
        Fault(kind="error", times=2),
        Fault(kind="error", times=1, status=500),
        Fault(kind="timeout", times=2, seconds=0),
        Fault(kind="slow", times=2, seconds=0),
        Fault(kind="duplicate"),
        Fault(kind="restart", times=2),
    ],
    ids=lambda fault: fault.kind,
)
def test_a_case_comes_through_and_is_done_once(fault: Fault) -> None:
    done_once(fault)


def test_all_faults_together() -> None:
    kinds = ("error", "timeout", "slow", "duplicate", "restart")
    done_once(*(Fault(kind=kind, seconds=0, share=0.5, times=1) for kind in kinds))


def test_an_error_comes_before_and_a_timeout_after_the_work_is_taken_in() -> None:
    for kind, taken in (("error", 0), ("timeout", 1), ("restart", 1)):
        town = Town(faults=(Fault.model_validate({"kind": kind, "seconds": 0}),))
        with pytest.raises(DepartmentUnavailableError, match="fault on demand"):
            town.call(lambda c: c.apply("court", "k1", asking()))
        assert len(town.ledger.open_applications(["court"])) == taken


def test_faults_hit_only_whom_they_are_for() -> None:
    fault = Fault(kind="error", department="tax", calls=("apply",))
    faults = Faults(FaultPlan(faults=(fault,)))
    assert faults.strike("court", "apply") == faults.strike("tax", "status") == []
    assert faults.strike("tax", "apply") == [fault]


def test_the_same_seed_hits_the_same_calls_and_about_the_share() -> None:
    plan = FaultPlan(seed=5, faults=(Fault(kind="error", share=0.25),))
    first, second = Faults(plan), Faults(plan)
    hits = [bool(first.strike("tax", "apply")) for _ in range(400)]
    assert hits == [bool(second.strike("tax", "apply")) for _ in range(400)]
    assert 70 <= sum(hits) <= 130  # four standard deviations


def test_a_closed_department_does_no_work_that_day() -> None:
    town = Town(faults=(Fault(kind="closed", department="court", day=date(2024, 1, 2)),))
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    other = town.call(lambda c: c.apply("tax", "k2", asking("C-2", step="check")))
    town.go_to(20 * HOUR)
    assert not town.call(lambda c: c.health("court")).open
    assert town.call(lambda c: c.status("court", state.id)).status == "accepted"
    assert town.call(lambda c: c.status("tax", other.id)).status == "correction_required"
    town.go_to(DAY + 12 * HOUR)
    ended = town.call(lambda c: c.status("court", state.id))
    assert ended.completed is not None
    assert ended.completed.isoformat() == "2024-01-03T09:10:00+08:00"


def test_a_closed_department_needs_its_day_and_no_other_fault_has_one() -> None:
    for values in ({"kind": "closed"}, {"kind": "slow", "day": "2024-01-02"}):
        with pytest.raises(ValidationError, match="needs its `day`"):
            Fault.model_validate(values)
