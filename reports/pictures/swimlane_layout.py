"""Where the boxes, lanes and arrows of a swimlane picture go."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from models import graph
from models.grid_routes import Cell, Route, Routes, route
from models.process import Process

LANE_LABEL = 112.0
GUTTER, TRACK = 24.0, 7.0
GAP = 10.0
ARROW = 8.0
ASIDE = 9.0
"""How far below the middle a line leaves a box whose right neighbour others enter."""


@dataclass(frozen=True)
class Box:
    """A step's box."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> float:
        """The height at which arrows enter."""
        return self.y + self.height / 2


@dataclass(frozen=True)
class Lane:
    """One owner's lane."""

    owner: str
    y: float
    height: float


Point = tuple[float, float]


@dataclass(frozen=True)
class Layout:
    """Everything in its place; ``columns`` are the left edges of the ranks."""

    boxes: Mapping[str, Box]
    lanes: tuple[Lane, ...]
    arrows: Mapping[tuple[str, str], tuple[Point, ...]]
    columns: tuple[float, ...]
    width: float
    height: float


def layout(
    process: Process,
    box_width: float,
    heights: Mapping[str, float],
    lane_least: Mapping[str, float],
) -> Layout:
    """Place boxes of these heights; each owner's lane is at least so high."""
    cells = grid(process)
    owners = list(dict.fromkeys(process.step(slug).owner for slug in process.order))
    ways = route(cells, _edges(process))
    columns = _columns(cells, ways, box_width)
    lanes, middles, spans = _rows(process, cells, owners, ways, heights, lane_least)
    boxes = {
        slug: Box(
            columns[cell.rank], middles[cell.row] - heights[slug] / 2, box_width, heights[slug]
        )
        for slug, cell in cells.items()
    }
    places = _Places(boxes, ways, columns, spans, box_width)
    return Layout(
        boxes=boxes,
        lanes=lanes,
        arrows={(way.source, way.target): places.points(way) for way in ways.routes},
        columns=columns,
        width=columns[-1] + box_width + GAP,
        height=lanes[-1].y + lanes[-1].height,
    )


def grid(process: Process) -> dict[str, Cell]:
    """Each step's rank (the longest way from the start) and row (lane by lane)."""
    ranks: dict[str, int] = {}
    for slug in process.order:
        ranks[slug] = max((ranks[before] + 1 for before in process.after[slug]), default=0)
    used: dict[tuple[str, int], int] = {}
    slots: dict[str, int] = {}
    for slug in process.order:
        key = (process.step(slug).owner, ranks[slug])
        slots[slug] = used.get(key, 0)
        used[key] = slots[slug] + 1
    owners = dict.fromkeys(process.step(slug).owner for slug in process.order)
    first, row = {}, 0
    for owner in owners:
        first[owner] = row
        row += max(number for (name, _), number in used.items() if name == owner)
    return {
        slug: Cell(ranks[slug], first[process.step(slug).owner] + slots[slug])
        for slug in process.order
    }


def _edges(process: Process) -> list[tuple[str, str]]:
    return [
        (before, slug)
        for slug, after in process.after.items()
        for before in graph.without_redundant(process.after, slug, after)
    ]


def _columns(cells: Mapping[str, Cell], ways: Routes, box_width: float) -> tuple[float, ...]:
    ranks = max(cell.rank for cell in cells.values()) + 1
    columns = [LANE_LABEL + GAP]
    for gutter in range(ranks - 1):
        levels = [level for (place, _), level in ways.gutters.items() if place == gutter]
        wide = GUTTER + TRACK * max(levels, default=0)
        columns.append(columns[-1] + box_width + wide)
    return tuple(columns)


def _rows(
    process: Process,
    cells: Mapping[str, Cell],
    owners: Sequence[str],
    ways: Routes,
    heights: Mapping[str, float],
    lane_least: Mapping[str, float],
) -> tuple[tuple[Lane, ...], list[float], list[float]]:
    """The lanes, the middle of each row, and the first track of each corridor."""
    owner_of = {cells[step.slug].row: step.owner for step in process.steps}
    rows = len(owner_of)
    corridors = [_thickness(ways, n) for n in range(rows + 1)]
    lanes: list[Lane] = []
    middles: list[float] = []
    tracks: list[float] = []
    y = 0.0
    for owner in owners:
        top = y
        for row in (n for n in range(rows) if owner_of[n] == owner):
            tracks.append(y + GAP)
            y += GAP + corridors[row]
            tall = max(heights[slug] for slug, cell in cells.items() if cell.row == row)
            middles.append(y + tall / 2)
            y += tall
        is_last = owner == owners[-1]
        if is_last:
            tracks.append(y + GAP)
            y += corridors[rows]
        y = max(y + GAP, top + lane_least[owner])
        lanes.append(Lane(owner, top, y - top))
    return tuple(lanes), middles, tracks


def _thickness(ways: Routes, corridor: int) -> float:
    levels = [level for (place, _), level in ways.corridors.items() if place == corridor]
    return TRACK * (max(levels) + 1) if levels else 0.0


@dataclass(frozen=True)
class _Places:
    boxes: Mapping[str, Box]
    ways: Routes
    columns: tuple[float, ...]
    corridors: Sequence[float]
    box_width: float

    def points(self, way: Route) -> tuple[Point, ...]:
        """The turns of an arrow from its source to its target."""
        source, target = self.boxes[way.source], self.boxes[way.target]
        turns = way.first is not None
        out = source.middle + (ASIDE if turns and way.source in self.ways.aside else 0)
        points = [(source.x + source.width, out)]
        if way.first is not None:
            x = self._gutter(way.first)
            points.append((x, out))
            if way.corridor is not None and way.last is not None:
                y = self.corridors[way.corridor[0]] + TRACK * self.ways.corridors[way.corridor]
                second = self._gutter(way.last)
                points += [(x, y), (second, y)]
                x = second
            points.append((x, target.middle))
        points.append((target.x, target.middle))
        return _without_repeats(points)

    def _gutter(self, track: tuple[int, str]) -> float:
        return self.columns[track[0]] + self.box_width + 9 + TRACK * self.ways.gutters[track]


def _without_repeats(points: list[Point]) -> tuple[Point, ...]:
    kept = [points[0]]
    kept += [here for before, here in pairwise(points) if here != before]
    return tuple(kept)
