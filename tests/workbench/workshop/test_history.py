"""Undo and redo, who did what, and a slider's way as one change."""

from datetime import UTC, datetime, timedelta

from models.base import text
from tests.workbench.workshop.rooms import opening
from workbench.workshop.changes import Change, set_people
from workbench.workshop.design import Design
from workbench.workshop.history import AT_ONCE, MOST, Entry, History

START = datetime(2026, 1, 5, 9, tzinfo=UTC)


def a_history() -> History:
    """A history with its first state."""
    return History.starting(Entry(opening(), text("始", "start"), "张三", START))


def a_change(design: Design, name: str, topic: str = "") -> Change:
    return Change(design, text(name, name), topic)


def test_undo_and_redo_walk_the_states() -> None:
    history = a_history()
    first = history.now.design
    history.add(set_people(first, "tax", 3), "张三", START)
    history.add(set_people(first, "tax", 4), "李四", START)
    undone = history.undo()
    assert undone is not None
    assert undone.author == "李四"
    assert history.now.design.scenario.pool("tax").count == 3
    assert history.undo() is not None
    assert history.now.design is first
    assert history.undo() is None
    assert history.redo() is not None
    assert history.now.design.scenario.pool("tax").count == 3


def test_a_new_change_forgets_what_was_undone() -> None:
    history = a_history()
    history.add(a_change(opening(), "one"), "张三", START)
    history.undo()
    history.add(a_change(opening(), "two"), "张三", START)
    assert not history.can_redo
    assert [entry.text["en"] for entry in history.recent(9)] == ["two"]


def test_a_slider_is_one_change_by_one_person_within_a_moment() -> None:
    history = a_history()
    for n, (author, later) in enumerate(
        [("张三", 0), ("张三", 1), ("李四", 1), ("李四", 1 + AT_ONCE.seconds)]
    ):
        at = START + timedelta(seconds=later)
        history.add(a_change(opening(), str(n), "people:tax"), author, at)
    assert [entry.text["en"] for entry in history.recent(9)] == ["3", "2", "1"]


def test_the_first_state_is_never_joined_and_old_ones_are_forgotten() -> None:
    history = a_history()
    design = opening()
    for n in range(MOST + 5):
        history.add(a_change(design, str(n)), "张三", START)
    assert len(history.entries) == MOST
    assert history.now.text["en"] == str(MOST + 4)
