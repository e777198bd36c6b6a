"""Editing a step: order, time, condition, papers; and plain words when it cannot be."""

import pytest

from models.base import text
from models.condition import Chance, ChoiceAttribute, Compare, Is, Not, NumberAttribute, When
from models.distributions import Triangular, Uniform
from models.errors import DefinitionError, DocumentError, OneThingError
from models.source import assumed
from models.step_time import Automatic
from tests.model_builders import a_process, a_step, afters
from tests.workbench.workshop.rooms import opening, row
from workbench.workshop import step_edits as edits
from workbench.workshop.design import SOURCE, Design
from workbench.workshop.pages.step import attribute_choices, condition_choice
from workbench.workshop.words import Words


def test_parallel_neighbours_share_what_came_before_and_what_comes_after() -> None:
    now = edits.run_parallel(row(), "b", "c").design.process
    assert afters(now) == {"a": set(), "b": {"a"}, "c": {"a"}, "d": {"b", "c"}}


def test_parallel_with_a_step_further_on_brings_that_one_forward() -> None:
    now = edits.run_parallel(row(), "a", "c").design.process
    assert afters(now) == {"a": set(), "b": {"a"}, "c": set(), "d": {"c"}}


def test_a_step_put_after_a_later_one_changes_places_with_it() -> None:
    now = edits.put_after(row(), "b", "c").design.process
    assert afters(now) == {"a": set(), "c": {"a"}, "b": {"c"}, "d": {"b"}}


def test_parallel_steps_put_one_after_the_other() -> None:
    side = Design.of(
        a_process(a_step("a"), a_step("b", "a"), a_step("c", "a"), a_step("d", "b", "c"))
    )
    now = edits.put_after(side, "c", "b").design.process
    assert afters(now) == {"a": set(), "b": {"a"}, "c": {"b"}, "d": {"c"}}


def test_a_circle_is_refused_in_words() -> None:
    with pytest.raises(DefinitionError, match="circle") as refused:
        edits.set_after(row(), "a", ("c",))
    assert "成环" in refused.value.sentence("zh")


def test_owner_brings_its_own_staff() -> None:
    now = edits.set_owner(opening(), "seal-record", "justice").design
    assert now.process.step("seal-record").pool == "justice"
    assert now.scenario.pool("justice").count >= 1


def test_time_in_three_points_or_one() -> None:
    three = edits.set_time(row(), "a", "work", (5, 10, 20), "minutes").design.process.step("a")
    assert three.time.duration.distribution == Triangular(low=5, mode=10, high=20)
    assert three.time.duration.source.assumed
    one = edits.set_time(row(), "a", "automatic", (3, 3, 3), "seconds").design.process.step("a")
    assert isinstance(one.time, Automatic)
    assert one.time.duration.mean_seconds == 3


@pytest.mark.parametrize("points", [(5, 3, 9), (None, 1, 2), (-1, 0, 1), (1, 2)])
def test_a_time_that_is_none_is_refused(points: tuple[float | None, ...]) -> None:
    with pytest.raises(DocumentError):
        edits.set_time(row(), "a", "work", points, "minutes")


SIZE = NumberAttribute(
    slug="size",
    name=text("面积", "Size"),
    unit=text("平方米", "m2"),
    distribution=Uniform(low=0, high=100),
    source=assumed("test"),
)
SORT = ChoiceAttribute(
    slug="sort", name=text("类型", "Sort"), options={"new": 1, "old": 1}, source=assumed("test")
)


@pytest.mark.parametrize(
    ("choice", "number", "when", "words"),
    [
        (
            "compare:size:>=",
            50,
            Compare(attribute="size", operator=">=", value=50, source=SOURCE),
            "仅当：面积 ≥ 50 平方米",
        ),
        ("is:sort:new", None, Is(attribute="sort", value="new"), "仅当：类型 = new"),
        (
            "not:sort:old",
            None,
            Not(condition=Is(attribute="sort", value="old")),
            "仅当非：类型 = old",
        ),
    ],
)
def test_conditions_on_numbers_and_choices(
    choice: str, number: float | None, when: When, words: str
) -> None:
    design = Design.of(a_process(a_step("a"), a_step("b", "a"), attributes=(SIZE, SORT)))
    change = edits.set_condition(design, "b", choice, number)
    step = change.design.process.step("b")
    assert step.when == when
    assert condition_choice(step) == choice
    assert words in change.text.zh
    assert any(choice in attribute_choices(one, Words("en")) for one in (SIZE, SORT))


def test_a_threshold_must_be_given() -> None:
    design = Design.of(a_process(a_step("a"), a_step("b", "a"), attributes=(SIZE,)))
    with pytest.raises(DocumentError):
        edits.set_condition(design, "b", "compare:size:<", None)


def test_condition_as_a_share_and_back() -> None:
    some = edits.set_condition(row(), "b", "share", 30).design
    when = some.process.step("b").when
    assert isinstance(when, Chance)
    assert when.share == 0.3
    assert edits.set_condition(some, "b", "always", None).design.process.step("b").when is None
    with pytest.raises(DocumentError):
        edits.set_condition(row(), "b", "share", 130)
    with pytest.raises(DefinitionError, match="unknown attribute"):
        edits.set_condition(row(), "b", "is:nothing", None)


def test_correction_and_none() -> None:
    sent = edits.set_rework(row(), "c", "b", 20, 2).design
    rework = sent.process.step("c").rework
    assert rework is not None
    assert (rework.to, rework.chance, rework.most) == ("b", 0.2, 2)
    assert edits.set_rework(sent, "c", "b", 0, 1).design.process.step("c").rework is None
    with pytest.raises(DefinitionError, match="does not lead"):
        edits.set_rework(row(), "b", "c", 20, 1)


def test_papers_come_and_go() -> None:
    more = edits.add_material(row(), "a", " 承诺书 ").design
    (paper,) = more.process.step("a").materials
    assert paper.name["zh"] == "承诺书"
    assert edits.drop_material(more, "a", paper.slug).design.process.step("a").materials == ()
    with pytest.raises(DocumentError):
        edits.add_material(row(), "a", "  ")


def test_a_trip_needs_a_window() -> None:
    trip = edits.set_channel(row(), "a", "window", trip=True).design
    assert trip.process.step("a").visit is not None
    with pytest.raises(DefinitionError, match="window"):
        edits.set_channel(row(), "a", "online", trip=True)


def test_steps_added_removed_merged() -> None:
    added = edits.add_step(row(), "b", "复核").design
    assert afters(added.process)["c"] == {"workshop-step-1"}
    assert afters(edits.remove_step(added, "b").design.process)["workshop-step-1"] == {"a"}


def test_a_merged_step_hands_its_papers_over() -> None:
    more = edits.add_material(row(), "c", "承诺书").design
    merged = edits.merge_step(more, "c", "b").design.process
    assert afters(merged) == {"a": set(), "b": {"a"}, "d": {"b"}}
    assert [paper.name["zh"] for paper in merged.step("b").materials] == ["承诺书"]


def test_an_edit_that_no_longer_fits_is_refused_when_its_ground_goes() -> None:
    gone = edits.remove_step(opening(8), "handover").design
    with pytest.raises(OneThingError, match="handover"):
        gone.with_file(reforms=(7,)).checked()
