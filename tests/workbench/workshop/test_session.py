"""Sessions: shared state, told to everybody; apart from each other."""

from flows.catalogue import process
from models.base import text
from tests.workbench.workshop.rooms import opening, session
from workbench.workshop.changes import set_people
from workbench.workshop.session import MOST_SESSIONS, Sessions


def test_everybody_is_told_of_every_change() -> None:
    shared = session()
    told: list[str] = []
    shared.listeners += [lambda: told.append("one"), lambda: told.append("two")]
    shared.change(set_people(shared.design, "tax", 3), "李四")
    assert told == ["one", "two"]
    assert shared.version == 1
    assert shared.undo() is not None
    assert shared.version == 2
    assert shared.redo() is not None
    assert shared.design.scenario.pool("tax").count == 3


def test_nothing_to_undo_tells_nobody() -> None:
    shared = session()
    assert shared.undo() is None
    assert shared.version == 0


def test_participants_come_and_go() -> None:
    shared = session()
    shared.join("t", "李四")
    shared.join("t", "王五")
    assert list(shared.participants.values()) == ["王五"]
    shared.leave("t")
    shared.leave("t")
    assert shared.participants == {}


def test_another_process_can_be_taken_back() -> None:
    shared = session()
    other = opening(5)
    shared.begin(other, text("另一个", "another"), "张三")
    assert shared.design is other
    shared.undo()
    assert shared.design is not other


def test_keys_open_their_own_session_only() -> None:
    sessions = Sessions()
    first, second = (sessions.begin(process("company-opening"), "张三") for _ in range(2))
    assert sessions.find(first.key) is first
    assert sessions.find(second.wall) is None
    assert sessions.on_the_wall(second.wall) is second
    assert sessions.on_the_wall(second.key) is None
    assert len({first.key, second.key, first.wall, second.wall}) == 4
    assert min(map(len, (first.key, first.wall))) >= 20


def test_sessions_nobody_looks_at_are_forgotten_first() -> None:
    sessions = Sessions()
    kept = sessions.begin(process("company-opening"), "张三")
    kept.listeners.append(lambda: None)
    for _ in range(MOST_SESSIONS):
        sessions.begin(process("company-opening"), "张三")
    assert len(sessions.by_key) == MOST_SESSIONS
    assert sessions.find(kept.key) is kept
