"""Where the draws of a process stand."""

from hypothesis import given

from models.process import Process
from simulations.columns import layout
from tests.builders import a_correction, a_process, a_step, a_visit, fixed
from tests.simulations.strategies import SOME, processes


@SOME
@given(processes())
def test_every_column_belongs_to_one_step_purpose_and_visit(process: Process) -> None:
    plan = layout(process)
    taken: list[int] = []
    for entry in plan.steps:
        taken += range(entry.work, entry.work + entry.visits)
        if entry.delay >= 0:
            taken += range(entry.delay, entry.delay + entry.visits)
        if entry.most:
            taken += range(entry.correction, entry.correction + entry.most)
    assert sorted(taken) == list(range(plan.width))
    assert [entry.step.slug for entry in plan.steps] == list(process.after)


def test_a_step_can_be_visited_once_and_once_more_a_correction_around_it() -> None:
    process = a_process(
        a_step("a", fixed(60), visit=a_visit(fixed(60))),
        a_step("b", fixed(60), after=("a",), rework=a_correction("a", 0.5, most=2)),
        a_step("c", fixed(60), after=("b",), rework=a_correction("a", 0.5, most=3)),
        a_step("d", fixed(60), after=("c",), visit=a_visit()),
    )
    steps = {entry.step.slug: entry for entry in layout(process).steps}
    assert {slug: entry.visits for slug, entry in steps.items()} == {"a": 6, "b": 6, "c": 4, "d": 1}
    assert [entry.most for entry in steps.values()] == [0, 2, 3, 0]
    assert [entry.delay >= 0 for entry in steps.values()] == [True, False, False, False]
    assert layout(process).width == 6 + 6 + 6 + 2 + 4 + 3 + 1


def test_the_same_steps_have_the_same_columns() -> None:
    steps = (a_step("a", fixed(60)), a_step("b", fixed(60), after=("a",)))
    assert layout(a_process(*steps)) is layout(a_process(*steps, slug="other"))
