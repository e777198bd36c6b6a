"""Arrows keep clear of boxes and of each other's lines."""

from itertools import combinations, pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from models.grid_routes import Cell, route
from models.process import Process
from reports.pictures.swimlane_layout import Box, Layout, Point, layout
from tests.model_builders import FEW, a_process, a_step
from tests.reports.pictures.strategies import processes

Segment = tuple[Point, Point]


def placed(process: Process, tall: float = 60) -> Layout:
    heights = {step.slug: tall + 12 * (n % 3) for n, step in enumerate(process.steps)}
    return layout(process, 100, heights, dict.fromkeys(process.owners, 40.0))


def segments(points: tuple[Point, ...]) -> list[Segment]:
    return list(pairwise(points))


def inside(segment: Segment, box: Box) -> bool:
    (x1, y1), (x2, y2) = segment
    return (
        max(x1, x2) > box.x + 0.1
        and min(x1, x2) < box.x + box.width - 0.1
        and max(y1, y2) > box.y + 0.1
        and min(y1, y2) < box.y + box.height - 0.1
    )


def on_top(first: Segment, second: Segment) -> bool:
    """Whether two straight lines share more than a point."""
    for axis in (0, 1):
        other = 1 - axis
        level = {point[other] for segment in (first, second) for point in segment}
        if len(level) == 1:
            starts = [min(point[axis] for point in segment) for segment in (first, second)]
            ends = [max(point[axis] for point in segment) for segment in (first, second)]
            return min(ends) - max(starts) > 0.1
    return False


@settings(max_examples=300, deadline=None)
@given(processes(14))
def test_no_arrow_crosses_a_box(process: Process) -> None:
    found = placed(process)
    crossing = [
        (edge, slug)
        for edge, points in found.arrows.items()
        for segment in segments(points)
        for slug, box in found.boxes.items()
        if inside(segment, box)
    ]
    assert crossing == []


@settings(max_examples=300, deadline=None)
@given(processes(14))
def test_lines_of_strangers_never_run_on_top_of_each_other(process: Process) -> None:
    found = placed(process)
    together = [
        (first, second)
        for first, second in combinations(found.arrows, 2)
        if first[0] != second[0] and first[1] != second[1]
        for one in segments(found.arrows[first])
        for other in segments(found.arrows[second])
        if on_top(one, other)
    ]
    assert together == []


@settings(max_examples=100, deadline=None)
@given(processes(14))
def test_arrows_are_level_or_upright_and_end_at_their_boxes(process: Process) -> None:
    found = placed(process)
    for (source, target), points in found.arrows.items():
        start, end = found.boxes[source], found.boxes[target]
        assert points[0][0] == start.x + start.width
        assert start.y < points[0][1] < start.y + start.height
        assert points[-1] == (end.x, end.middle)
        assert all(a[0] == b[0] or a[1] == b[1] for a, b in segments(points))


@settings(max_examples=100, deadline=None)
@given(processes(14))
def test_boxes_stand_in_their_lanes_apart_from_each_other(process: Process) -> None:
    found = placed(process)
    lanes = {lane.owner: lane for lane in found.lanes}
    for step in process.steps:
        box, lane = found.boxes[step.slug], lanes[step.owner]
        assert lane.y < box.y
        assert box.y + box.height < lane.y + lane.height
        assert box.x + box.width < found.width
    for one, other in combinations(found.boxes.values(), 2):
        assert (
            abs(one.x - other.x) >= one.width
            or one.y + one.height <= other.y
            or other.y + other.height <= one.y
        )


@FEW
@given(st.integers(1, 5))
def test_a_chain_in_one_lane_is_straight(length: int) -> None:
    cells = {f"s{n}": Cell(n, 0) for n in range(length)}
    edges = [(f"s{n}", f"s{n + 1}") for n in range(length - 1)]
    found = route(cells, edges)
    assert all(way.first is None for way in found.routes)
    assert not found.aside


def test_a_row_that_one_arrow_runs_along_is_closed_to_strangers() -> None:
    cells = {"a": Cell(0, 1), "z": Cell(4, 0), "b": Cell(1, 2), "d": Cell(3, 2), "c": Cell(5, 1)}
    along, around = route(cells, [("a", "z"), ("b", "c")]).routes
    assert along.corridor is None
    assert around.corridor is not None
    alone = route(cells, [("b", "c")]).routes[0]
    assert alone.corridor is None


def test_only_direct_predecessors_have_arrows() -> None:
    steps = (a_step("a"), a_step("b", "a"), a_step("c", "a", "b"))
    assert set(placed(a_process(*steps)).arrows) == {("a", "b"), ("b", "c")}
