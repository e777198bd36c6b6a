"""What can be changed, what it says, and what is refused."""

import pytest

from models.base import text
from models.errors import DefinitionError, DocumentError
from models.limit import Limit
from models.pool import Batch, OfficeHours
from models.source import assumed
from tests.workbench.workshop.rooms import opening, row, two_owners
from workbench.workshop import changes, step_edits
from workbench.workshop.design import SOURCE


def test_switching_items_on_and_off() -> None:
    on = changes.switch_item(opening(), 7, on=True)
    assert on.design.items == (7,)
    assert on.text["zh"] == "改革项：7"
    assert changes.switch_item(on.design, 7, on=False).design.items == ()


def test_items_keep_the_order_of_the_process() -> None:
    assert changes.choose_items(opening(), (8, 5)).design.items == (5, 8)


def test_people_and_the_words_for_it() -> None:
    change = changes.set_people(opening(), "tax", 4)
    assert change.design.scenario.pool("tax").count == 4
    assert change.text["zh"].endswith("：4人")


def test_people_move_and_the_sum_stays() -> None:
    start = changes.set_people(two_owners(), "first", 4).design
    moved = changes.move_people(start, "first", "second", 3).design
    assert [pool.count for pool in moved.scenario.pools] == [1, 4]


@pytest.mark.parametrize(("source", "people"), [("first", 4), ("second", 1), ("first", 0)])
def test_nobody_moves_where_nobody_would_stay_or_move(source: str, people: int) -> None:
    start = changes.set_people(two_owners(), "first", 4).design
    with pytest.raises(DocumentError):
        changes.move_people(start, source, "second", people)


def test_hours_and_people_of_a_pool_change_without_undoing_each_other() -> None:
    hours = OfficeHours(spans=("08:00-20:00",), days="every")
    first = changes.set_hours(opening(), "tax", hours).design
    pool = changes.set_people(first, "tax", 3).design.scenario.pool("tax")
    assert (pool.count, set(pool.hours)) == (3, {hours})


def test_batch_times_come_and_go() -> None:
    batch = Batch(times=("09:00",), weekdays=(1, 3), source=assumed("test"))
    with_batch = changes.set_batch(opening(), "tax", batch).design
    found = with_batch.scenario.pool("tax").batch
    assert found is not None
    assert found.weekdays == (1, 3)
    people = changes.set_people(with_batch, "tax", 2).design
    assert people.scenario.pool("tax").batch == batch
    assert changes.set_batch(people, "tax", None).design.scenario.pool("tax").batch is None


def test_arrivals_and_a_limit() -> None:
    assert changes.set_arrivals(opening(), 2.5).design.rate == 2.5
    limit = opening().process.limits[0].changed(most=2, source=SOURCE)
    changed = changes.set_limit(opening(), limit).design.scenario.loads[0].process.limits
    assert [known.most for known in changed if known.slug == limit.slug] == [2]


def test_a_limit_on_steps_that_are_not_there_is_refused() -> None:
    limit = Limit(
        slug="x",
        name=row().base.name,
        most=1,
        unit="working_days",
        over=("nowhere",),
        source=SOURCE,
    )
    with pytest.raises(DefinitionError, match="nowhere"):
        changes.set_limit(row(), limit)


def test_no_people_and_no_cases_are_refused() -> None:
    for bad in (0, -1, 10_001):
        with pytest.raises(DocumentError):
            changes.set_people(opening(), "tax", bad)
    with pytest.raises(DocumentError):
        changes.set_arrivals(opening(), 0)


def test_items_that_do_not_fit_what_was_changed_say_what_to_do() -> None:
    changed = step_edits.run_parallel(opening(5, 7, 8), "registration", "seal-engraving").design
    with pytest.raises(DocumentError) as refused:
        changes.choose_items(changed, ())
    assert "全部复原" in refused.value.sentence("zh")
    assert "start over" in refused.value.sentence("en")


def test_a_limit_is_said_in_full() -> None:
    limit = Limit(
        slug="x",
        name=text("目标", "goal"),
        most=2,
        unit="working_days",
        over=("a", "b"),
        source=SOURCE,
    )
    said = changes.set_limit(row(), limit).text
    assert "2个工作日" in said.zh
    assert "2 working days (" in said.en
    dropped = changes.drop_limit(changes.set_limit(row(), limit).design, limit)
    assert dropped.design.process.limits == row().process.limits


def test_reset_forgets_every_change() -> None:
    changed = changes.set_people(opening(), "tax", 4).design
    assert changes.reset(changed).design.file.staff == {}
