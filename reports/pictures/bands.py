"""A long swimlane picture cut into bands, each with only the lanes it needs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from reports.pictures.swimlane_layout import ARROW, LANE_LABEL, Box, Lane, Layout, Point


@dataclass(frozen=True)
class Band:
    """The part of a layout from ``start`` on; heights are the band's own."""

    start: float
    width: float
    height: float
    lanes: tuple[Lane, ...]
    boxes: Mapping[str, Box]
    arrows: tuple[tuple[Point, ...], ...]


def cut_into_bands(placed: Layout, each: int) -> Iterator[Band]:
    """Cut the layout before every ``each``-th rank, just before the arrow heads."""
    cuts = [placed.columns[n] - ARROW - 3 for n in range(each, len(placed.columns), each)]
    for start, end in pairwise([LANE_LABEL, *cuts, placed.width]):
        yield _band(placed, start, end)


def _band(placed: Layout, start: float, end: float) -> Band:
    boxes = {slug: box for slug, box in placed.boxes.items() if start <= box.x < end}
    arrows = [
        points for points in placed.arrows.values() if points[0][0] < end and points[-1][0] > start
    ]
    heights = {box.middle for box in boxes.values()}
    for points in arrows:
        for (x1, y1), (x2, y2) in pairwise(points):
            if y1 == y2 and min(x1, x2) < end and max(x1, x2) > start:
                heights.add(y1)
    kept = [
        lane
        for lane in placed.lanes
        if any(lane.y <= height < lane.y + lane.height for height in heights)
    ]
    lanes, offsets, y = [], [], 0.0
    for lane in kept:
        lanes.append(Lane(lane.owner, y, lane.height))
        offsets.append((lane, y))
        y += lane.height

    def moved(height: float) -> float:
        """The height in the band; one in a lane that is left out falls on the edge."""
        for lane, top in offsets:
            if height < lane.y + lane.height:
                return top + max(height - lane.y, 0)
        return y

    return Band(
        start=start,
        width=end - start,
        height=y,
        lanes=tuple(lanes),
        boxes={
            slug: Box(box.x, moved(box.y), box.width, box.height) for slug, box in boxes.items()
        },
        arrows=tuple(tuple((x, moved(height)) for x, height in points) for points in arrows),
    )
