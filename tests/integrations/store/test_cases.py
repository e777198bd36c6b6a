from concurrent.futures import ThreadPoolExecutor

import pytest

from integrations.store.records import Document
from integrations.store.store import Store
from models.errors import StoreError, UnknownNameError
from tests.integrations.store.told import at, begun, over, tell, whole_case

ATTRIBUTES: dict[str, bool | float | str] = {"urgent": True, "budget": 5.5, "place": "罗源"}


def test_a_case_is_opened_once_and_keeps_its_arrival(store: Store) -> None:
    run = begun(store)
    first = store.open_case(run, "a", "process", ATTRIBUTES, at(0), rank=0)
    again = store.open_case(run, "a", "process", ATTRIBUTES, at(7), rank=0)
    assert first == again == store.case("a")
    assert (first.number, first.arrival, first.rank, first.status) == (0, at(0), 0, "open")
    assert first.attributes == ATTRIBUTES
    assert first.attributes["urgent"] is True


def test_another_case_of_that_name_is_refused(store: Store) -> None:
    run = begun(store)
    store.open_case(run, "a", "process", {}, at(0), number=4)
    with pytest.raises(StoreError, match="case a is in the store already with other content"):
        store.open_case(run, "a", "process", {"x": 1.0}, at(0), number=4)
    with pytest.raises(StoreError, match="number: 4 / 5"):
        store.open_case(run, "a", "process", {}, at(0), number=5)
    with pytest.raises(StoreError, match="process: process / other"):
        store.open_case(run, "a", "other", {}, at(0))
    with pytest.raises(StoreError, match="case b: another one in the store has its number"):
        store.open_case(run, "b", "process", {}, at(0), number=4)


def test_numbers_are_given_without_gaps_to_many_at_once(store: Store) -> None:
    run = begun(store)
    with ThreadPoolExecutor(6) as pool:
        opened = pool.map(
            lambda n: store.open_case(run, f"case-{n}", "process", {}, at(0)), range(30)
        )
        numbers = sorted(case.number for case in opened)
    assert numbers == list(range(30))


def test_a_case_ends_once(store: Store) -> None:
    run = begun(store)
    whole_case(store, run)
    store.close_case("a", "done", at(99))
    assert store.case("a").closed == at(36)
    with pytest.raises(StoreError, match="ended as 'done'"):
        store.close_case("a", "withdrawn", at(99))
    store.open_case(run, "b", "process", {}, at(50))
    assert [case.id for case in store.open_cases()] == ["b"]
    assert [case.id for case in store.cases(run)] == ["a", "b"]


def test_history_tells_what_is_over_and_what_is_in_flight(store: Store) -> None:
    run = begun(store)
    store.open_case(run, "a", "process", {}, at(0))
    done = over("accept", 0)
    tell(store, "a", done)
    store.visit_ready("a", "decide", 0, owner="desk", ready=at(12), previous=("accept", 0))
    (waiting,) = store.history("a").in_flight
    assert (waiting.enabled, waiting.application) == (None, None)
    store.visit_enabled("a", "decide", 0, enabled=at(13), application="app-7")
    history = store.history("a")
    assert history.events == (done,)
    (waiting,) = history.in_flight
    assert waiting.previous == ("accept", 0)
    assert (waiting.step, waiting.visit, waiting.application) == ("decide", 0, "app-7")
    assert (waiting.ready, waiting.enabled) == (at(12), at(13))
    assert store.in_flight() == store.in_flight(run) == [waiting]
    assert store.in_flight(run + 1) == []


def test_the_visits_of_a_whole_case_come_after_what_they_wait_for(store: Store) -> None:
    whole_case(store, begun(store))
    events = store.history("a").events
    assert [(event.step, event.visit) for event in events] == [
        ("accept", 0),
        ("decide", 0),
        ("decide", 1),
    ]
    assert [event.previous for event in events] == [None, 0, 1]
    assert events[1].outcome == "correction"


def test_whatever_is_told_twice_changes_nothing(store: Store) -> None:
    run = begun(store)
    whole_case(store, run)
    before = store.history("a"), store.log(run).frame()
    whole_case(store, run)
    assert (store.history("a"), len(store.log(run))) == (before[0], 3)
    assert before[1].equals(store.log(run).frame())


def test_other_news_of_a_visit_is_refused(store: Store) -> None:
    run = begun(store)
    whole_case(store, run)
    with pytest.raises(StoreError, match=r"visit 1 of step accept of case a .*ready: "):
        store.visit_ready("a", "accept", 0, owner="desk", ready=at(1))
    with pytest.raises(StoreError, match="application: a/accept/0 / b"):
        store.visit_enabled("a", "accept", 0, enabled=at(0), application="b")
    with pytest.raises(StoreError, match="work: 600 / 599"):
        store.record("a", over("accept", 0).changed(work=599))
    with pytest.raises(StoreError, match="case: 0 / 3"):
        store.record("a", over("accept", 0, case=3))


def test_news_of_what_nobody_knows_is_refused(store: Store) -> None:
    run = begun(store)
    store.open_case(run, "a", "process", {}, at(0))
    with pytest.raises(UnknownNameError, match="no case is called 'x'; known: a"):
        store.history("x")
    with pytest.raises(UnknownNameError, match="'accept/0'"):
        store.record("a", over("accept", 0))
    store.visit_ready("a", "seal", 0, owner="desk", ready=at(0))
    with pytest.raises(StoreError, match="step seal is not in process process"):
        store.record("a", over("seal", 0))


LICENCE = Document(
    number="罗市监〔2026〕1号",
    case="a",
    step="decide",
    kind="营业执照",
    owner="desk",
    issued=at(30),
    digest="sha-256:00",
)


def test_a_visit_that_is_over_at_once_is_noted_with_its_documents(store: Store) -> None:
    """Nobody told that it was enabled: all is told at its end."""
    store.open_case(begun(store), "a", "process", {}, at(0))
    for _ in range(2):
        store.visit_ready("a", "accept", 0, owner="desk", ready=at(0))
        store.record("a", over("accept", 0), application="app-1", documents=[LICENCE])
    assert store.documents("a") == [LICENCE]
    assert store.history("a").events == (over("accept", 0),)
    assert store.history("a").in_flight == ()
    with pytest.raises(StoreError, match="application: app-1 / b"):
        store.visit_enabled("a", "accept", 0, enabled=at(0), application="b")


def test_a_visit_and_its_documents_are_noted_together_or_not_at_all(store: Store) -> None:
    store.open_case(begun(store), "a", "process", {}, at(0))
    for visit in range(2):
        store.visit_ready("a", "accept", visit, owner="desk", ready=at(0))
    store.record("a", over("accept", 0), application="app-1", documents=[LICENCE])
    other = LICENCE.changed(digest="sha-256:11")
    with pytest.raises(StoreError, match=r"document 罗市监〔2026〕1号 is in the store already"):
        store.record("a", over("accept", 0, visit=1), application="app-2", documents=[other])
    assert store.documents("a") == [LICENCE]
    assert store.history("a").events == (over("accept", 0),)
    (waiting,) = store.history("a").in_flight
    assert waiting.application is None


def test_a_limit_is_marked_by_exactly_one_of_many(store: Store) -> None:
    store.open_case(begun(store), "a", "process", {}, at(0))
    with ThreadPoolExecutor(6) as pool:
        first = list(pool.map(lambda n: store.mark("a", "three-days", "warned", at(n)), range(12)))
    assert first.count(True) == 1
    assert store.mark("a", "three-days", "breached", at(60))
    kinds = [(mark.limit, mark.kind) for mark in store.marks("a")]
    assert kinds == [("three-days", "warned"), ("three-days", "breached")]
    assert store.marks("a") == store.marks()
