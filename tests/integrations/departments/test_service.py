"""What departments do with applications: figures computed by hand, restarts, foreign cases."""

from pathlib import Path
from typing import Any

import pytest

from integrations.departments.contract import Correction
from integrations.departments.records import moment
from models.errors import DepartmentError
from tests.integrations.departments.town import CALENDAR, CERTIFICATE, HOUR, NINE, Town, asking


def at(seconds: int) -> str:
    return moment(CALENDAR.epoch, seconds).isoformat()


def test_an_application_is_accepted_done_and_answered_with_its_times() -> None:
    town = Town()
    first = town.call(lambda c: c.apply("court", "k1", asking()))
    assert (first.status, first.started, first.completed) == ("accepted", None, None)
    assert first.enabled.isoformat() == "2024-01-02T09:00:00+08:00"
    town.go_to(NINE + 1)
    begun = town.call(lambda c: c.status("court", first.id))
    assert (begun.status, begun.resource, begun.completed) == ("in_progress", "court#1", None)
    town.go_to(NINE + 600)
    done = town.call(lambda c: c.status("court", first.id))
    assert (done.status, done.outcome, done.work) == ("approved", "done", 600)
    assert done.completed is not None
    assert done.completed.isoformat() == "2024-01-02T09:10:00+08:00"
    assert [document.kind for document in done.documents] == [CERTIFICATE]


def test_waiting_is_told_by_its_reasons() -> None:
    """Three cases at one desk; the third is of a better class and overtakes."""
    town = Town()
    ids = [
        town.call(lambda c, n=n: c.apply("court", f"k{n}", asking(f"C-{n}", rank=1 - n // 2)))  # type: ignore[misc]
        for n in range(3)
    ]
    town.go_to(NINE + HOUR)
    states = [town.call(lambda c, s=s: c.status("court", s.id)) for s in ids]  # type: ignore[misc]
    # rank 0 (the third) is the first to be taken, then the two of rank 1
    assert [state.queue + state.priority for state in states] == [600, 1_200, 0]
    assert [state.priority for state in states] == [600, 600, 0]


def test_the_same_key_is_the_same_application_done_once() -> None:
    town = Town()
    first = town.call(lambda c: c.apply("court", "k1", asking()))
    again = town.call(lambda c: c.apply("court", "k1", asking()))
    town.go_to(NINE + HOUR)
    later = town.call(lambda c: c.apply("court", "k1", asking()))
    assert first.id == again.id == later.id
    assert later.status == "approved"
    assert town.ledger.times_done() == {("C-1", "permit", "issue", 0, "perform"): 1}


def test_a_key_used_for_something_else_is_refused() -> None:
    town = Town()
    town.call(lambda c: c.apply("court", "k1", asking()))
    with pytest.raises(DepartmentError, match="Idempotency-Key was used") as caught:
        town.call(lambda c: c.apply("court", "k1", asking(visit=1)))
    assert (caught.value.status, caught.value.kind) == (409, "key-reused")


def test_work_under_two_keys_is_counted_twice_but_the_document_is_issued_once() -> None:
    town = Town()
    for key in ("k1", "k2"):
        town.call(lambda c, key=key: c.apply("court", key, asking()))  # type: ignore[misc]
    town.go_to(NINE + HOUR)
    assert list(town.ledger.times_done().values()) == [2]
    assert len(town.ledger.documents_issued()) == 1


def test_a_correction_is_asked_for_handed_in_once_and_the_next_visit_passes() -> None:
    town = Town()
    first = town.call(lambda c: c.apply("tax", "k1", asking(step="check")))
    answer = Correction(note="已补正")
    with pytest.raises(DepartmentError, match="no correction was asked for"):
        town.call(lambda c: c.correct("tax", first.id, "a1", answer))
    town.go_to(NINE + HOUR)
    sent_back = town.call(lambda c: c.status("tax", first.id))
    assert (sent_back.status, sent_back.outcome) == ("correction_required", "correction")
    corrects = {"step": "check", "visit": 0}
    values: dict[str, Any] = {"step": "check", "purpose": "correct", "corrects": corrects}
    part = town.call(lambda c: c.apply("applicant", "p1", asking(**values)))
    assert part.status == "in_progress"
    town.go_to(NINE + HOUR + 1_800)
    assert town.call(lambda c: c.status("applicant", part.id)).status == "approved"
    for _ in range(2):
        corrected = town.call(lambda c: c.correct("tax", first.id, "a1", answer))
        assert corrected.corrected == moment(CALENDAR.epoch, NINE + HOUR + 1_800)
    with pytest.raises(DepartmentError, match="corrected already"):
        town.call(lambda c: c.correct("tax", first.id, "a2", answer))
    second = town.call(lambda c: c.apply("tax", "k2", asking(step="check", visit=1)))
    town.go_to(11 * HOUR)
    assert town.call(lambda c: c.status("tax", second.id)).status == "in_progress"
    town.go_to(11 * HOUR + 1_800)
    assert town.call(lambda c: c.status("tax", second.id)).status == "approved"


def test_an_applicant_without_a_way_to_go_has_attended_at_once() -> None:
    town = Town()
    state = town.call(lambda c: c.apply("applicant", "k1", asking(purpose="attend")))
    assert (state.status, state.enabled) == ("approved", state.completed)
    assert state.documents == ()
    assert town.ledger.times_done() == {("C-1", "permit", "issue", 0, "attend"): 1}


def test_documents_are_fetched_and_verified() -> None:
    town = Town()
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    town.go_to(NINE + HOUR)
    (document,) = town.call(lambda c: c.status("court", state.id)).documents
    assert town.call(lambda c: c.document("court", document.number)) == document
    verify = town.call
    assert verify(lambda c: c.verify("court", document.number, document.digest))
    assert verify(lambda c: c.verify("court", document.number, document.digest), "city")
    assert not verify(lambda c: c.verify("court", document.number, "0" * 64))
    assert not verify(lambda c: c.verify("tax", document.number, document.digest))
    for department, name in (("tax", "county"), ("court", "city")):
        with pytest.raises(DepartmentError, match="no document"):
            town.call(lambda c, d=department: c.document(d, document.number), name)  # type: ignore[misc]


def test_a_document_of_another_case_is_not_accepted() -> None:
    town = Town()
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    town.go_to(NINE + HOUR)
    (document,) = town.call(lambda c: c.status("court", state.id)).documents
    handed: dict[str, Any] = {"step": "check", "documents": [document.number]}
    good = town.call(lambda c: c.apply("tax", "k2", asking(**handed)))
    bad = town.call(lambda c: c.apply("tax", "k3", asking("C-2", **handed)))
    assert (good.status, bad.status) == ("accepted", "rejected")
    assert bad.reason is not None
    assert document.number in bad.reason.en
    town.go_to(NINE + 3 * HOUR)
    assert ("C-2", "permit", "check", 0, "perform") not in town.ledger.times_done()


def test_a_client_sees_its_own_cases_only() -> None:
    town = Town()
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    with pytest.raises(DepartmentError) as caught:
        town.call(lambda c: c.status("court", state.id), "city")
    assert caught.value.status == 404
    with pytest.raises(DepartmentError) as caught:
        town.call(lambda c: c.apply("court", "k1", asking()), "city")
    assert (caught.value.status, caught.value.kind) == (403, "foreign-case")


@pytest.mark.parametrize(
    ("department", "values", "reason"),
    [
        ("tax", {}, "done by court"),
        ("court", {"step": "nothing"}, "no step is called"),
        ("court", {"process": "nothing"}, "no process is called"),
        ("court", {"purpose": "attend"}, "done by applicant"),
        ("nobody", {}, "no valid key"),
    ],
)
def test_what_a_department_does_not_do_is_refused(
    department: str, values: dict[str, Any], reason: str
) -> None:
    with pytest.raises(DepartmentError, match=reason):
        Town().call(lambda c: c.apply(department, "k1", asking(**values)))


def test_after_a_sudden_end_the_work_goes_on_as_if_nothing_had_happened(tmp_path: Path) -> None:
    """Three cases at one desk: one begun, two waiting; the departments are gone for an hour."""
    outcomes = []
    for name, dies in (("steady", False), ("killed", True)):
        url = f"sqlite:///{tmp_path / name}.db"
        town = Town(url)
        ids = [
            town.call(lambda c, n=n: c.apply("court", f"k{n}", asking(f"C-{n}"))).id  # type: ignore[misc]
            for n in range(3)
        ]
        town.go_to(NINE + 300)
        if dies:
            town.ledger.close()
            town = Town(url, clock=town.clock)
        town.go_to(NINE + HOUR)
        outcomes.append([town.call(lambda c, i=i: c.status("court", i)) for i in ids])  # type: ignore[misc]
        assert set(town.ledger.times_done().values()) == {1}
    assert outcomes[0] == outcomes[1]
    ends = [state.completed.isoformat() for state in outcomes[1] if state.completed]
    assert ends == [at(NINE + 600), at(NINE + 1_200), at(NINE + 1_800)]


def test_health_tells_the_queue_and_whether_anybody_is_there() -> None:
    town = Town()
    for n in range(3):
        town.call(lambda c, n=n: c.apply("court", f"k{n}", asking(f"C-{n}")))  # type: ignore[misc]
    town.go_to(NINE + 1)
    health = town.call(lambda c: c.health("court"))
    assert (health.open, health.waiting, health.in_progress) == (True, 2, 1)
    town.go_to(12 * HOUR)
    health = town.call(lambda c: c.health("court"))
    assert (health.open, health.waiting, health.in_progress) == (False, 0, 0)
    assert health.time.isoformat() == "2024-01-02T12:00:00+08:00"
