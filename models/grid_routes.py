"""Arrows between boxes on a grid that never cross a box and never run on top of a stranger.

Boxes stand in columns (ranks) and rows. Lines run vertically in the gutters between columns, and
horizontally either along a row where it is free of boxes or in the corridors between rows. Gutter
``g`` lies right of column ``g``, corridor ``c`` above row ``c``. Lines of the same source, or to
the same target, may share a track. A line back to a lower rank leaves its source on the left and
runs in the corridor below it.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

Edge = tuple[str, str]
Track = tuple[int, str]
"""A gutter or corridor, and whose line runs there."""


@dataclass(frozen=True)
class Cell:
    """Where a box stands."""

    rank: int
    row: int


@dataclass(frozen=True)
class Route:
    """An arrow: straight, or with one vertical, or with two and a corridor between them."""

    source: str
    target: str
    first: Track | None = None
    corridor: Track | None = None
    last: Track | None = None


@dataclass(frozen=True)
class Routes:
    """All arrows of a grid.

    ``gutters`` and ``corridors`` give each track its level within its gutter or corridor; tracks
    of one level do not meet. Boxes in ``aside`` let their lines that turn out below the middle,
    because the box to their right is entered there by others.
    """

    routes: tuple[Route, ...]
    gutters: Mapping[Track, int]
    corridors: Mapping[Track, int]
    aside: frozenset[str]


def route(cells: Mapping[str, Cell], edges: Iterable[Edge], back: Iterable[Edge] = ()) -> Routes:
    """Find a way for every edge; each leads to a higher rank, those ``back`` to a lower one."""
    router = _Router(cells, sorted(edges, key=lambda edge: _span(cells, edge)))
    routes = tuple(router.way(edge) for edge in router.edges)
    routes += tuple(_way_back(cells, edge) for edge in back)
    return Routes(
        routes,
        gutters=_levels(_verticals(cells, routes)),
        corridors=_levels(_horizontals(routes)),
        aside=router.aside(),
    )


def _span(cells: Mapping[str, Cell], edge: Edge) -> int:
    return cells[edge[1]].rank - cells[edge[0]].rank


def _way_back(cells: Mapping[str, Cell], edge: Edge) -> Route:
    source, target = edge
    here, there = cells[source], cells[target]
    whose = f"back:{source}"
    return Route(
        source,
        target,
        first=(here.rank - 1, whose),
        corridor=(here.row + 1, whose),
        last=(there.rank - 1, f"again:{target}"),
    )


class _Router:
    def __init__(self, cells: Mapping[str, Cell], edges: list[Edge]) -> None:
        self.cells = cells
        self.edges = edges
        self.boxes = {cell: slug for slug, cell in cells.items()}
        self.taken: dict[Cell, str] = {}
        self.incoming: dict[str, int] = defaultdict(int)
        for _, target in edges:
            self.incoming[target] += 1

    def way(self, edge: Edge) -> Route:
        source, target = edge
        here, there = self.cells[source], self.cells[target]
        into = f"in:{target}" if self.incoming[target] > 1 else f"out:{source}"
        after, before = here.rank, there.rank - 1
        if here.row == there.row and self._clear(edge, here.row, f"out:{source}"):
            return Route(source, target)
        if after == before:
            return Route(source, target, first=(after, into))
        if self._clear(edge, here.row, f"out:{source}"):
            return Route(source, target, first=(before, into))
        if self._clear(edge, there.row, f"in:{target}"):
            return Route(source, target, first=(after, f"out:{source}"))
        corridor = there.row if here.row < there.row else there.row + 1
        return Route(
            source,
            target,
            first=(after, f"out:{source}"),
            corridor=(corridor, f"in:{target}"),
            last=(before, f"in:{target}"),
        )

    def _clear(self, edge: Edge, row: int, owner: str) -> bool:
        """Whether the row is free from source to target; if so it is taken."""
        first, last = (self.cells[slug].rank for slug in edge)
        wanted = [Cell(rank, row) for rank in range(first, last + 1)]
        blocked = any(self.boxes.get(cell, edge[0]) not in edge for cell in wanted)
        used = any(self.taken.get(cell, owner) != owner for cell in wanted)
        if blocked or used:
            return False
        self.taken |= {cell: owner for cell in wanted if cell not in self.boxes}
        return True

    def aside(self) -> frozenset[str]:
        """Boxes whose right neighbour is entered by others than them."""
        return frozenset(
            slug
            for slug, cell in self.cells.items()
            if (neighbour := self.boxes.get(Cell(cell.rank + 1, cell.row)))
            and (self.incoming[neighbour] > 1 or (slug, neighbour) not in self.edges)
        )


Extents = dict[Track, tuple[int, int]]


def _verticals(cells: Mapping[str, Cell], routes: Iterable[Route]) -> Extents:
    """From where to where each gutter track runs; row r counts 2r + 1, corridor c counts 2c."""
    extents: Extents = {}
    for way in routes:
        begin, end = 2 * cells[way.source].row + 1, 2 * cells[way.target].row + 1
        turn = end if way.corridor is None else 2 * way.corridor[0]
        if way.first is not None:
            _stretch(extents, way.first, begin, turn)
        if way.last is not None:
            _stretch(extents, way.last, turn, end)
    return extents


def _horizontals(routes: Iterable[Route]) -> Extents:
    extents: Extents = {}
    for way in routes:
        if way.corridor is not None:
            begin, end = (track[0] for track in (way.first, way.last) if track is not None)
            _stretch(extents, way.corridor, begin, end)
    return extents


def _stretch(extents: Extents, track: Track, *places: int) -> None:
    known = extents.get(track, (places[0], places[0]))
    extents[track] = (min(*known, *places), max(*known, *places))


def _levels(extents: Extents) -> dict[Track, int]:
    """The lowest level at which each track meets none before it; the longest get the lowest."""
    levels: dict[Track, int] = {}
    for track, (low, high) in sorted(extents.items(), key=lambda e: e[1][0] - e[1][1]):
        used = {
            levels[other]
            for other, (start, end) in extents.items()
            if other in levels and other[0] == track[0] and start <= high and low <= end
        }
        levels[track] = next(n for n in range(len(used) + 1) if n not in used)
    return levels
