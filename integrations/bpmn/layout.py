"""Where shapes and lines of a drawn process go: lanes below each other, ranks from left to right.

All lengths are pixels of the diagram, as BPMN's diagram interchange has them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from integrations.bpmn.diagram import GATEWAYS, TASKS, Block, Flow, Fragment, Node
from models.grid_routes import Cell, Route, Routes, route

TASK = (120.0, 80.0)
EVENT, GATEWAY = 36.0, 50.0
NARROW, WIDE = 60.0, 126.0
"""The place of a gateway without a name and of an event or gateway with one."""
POOL_LABEL = LANE_LABEL = 30.0
GUTTER, TRACK, GAP = 40.0, 10.0, 14.0
ASIDE = 9.0
OVER, UNDER, BELOW = 62.0, 66.0, 26.0
"""From the middle of a block to its skipping line and to a line that comes back (at least), and
from there to its correction."""
LABEL_LINE, LABEL_WIDTH = 14.0, 112.0
CHARACTER = 12.0
LATIN = 255
"""The last letter that is half as wide as a Chinese one."""

Point = tuple[float, float]


@dataclass(frozen=True)
class Box:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float

    @property
    def middle(self) -> Point:
        """Its centre."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Layout:
    """Shapes by node, labels by node or flow, waypoints by flow, lanes by owner, and the pool."""

    shapes: Mapping[str, Box]
    labels: Mapping[str, Box]
    lines: Mapping[str, tuple[Point, ...]]
    lanes: Mapping[str, Box]
    pool: Box


def layout(fragment: Fragment, left: float = 160.0, top: float = 80.0) -> Layout:
    """Place everything in a fragment; its pool begins at ``left`` and ``top``."""
    return _Plan(fragment, left, top).result()


def _size(node: Node) -> tuple[float, float]:
    if node.kind in TASKS:
        return TASK
    return (GATEWAY, GATEWAY) if node.kind in GATEWAYS else (EVENT, EVENT)


def _place_width(node: Node) -> float:
    if node.kind in TASKS:
        return TASK[0] + 24
    return WIDE if node.name else NARROW


def _block_width(block: Block) -> float:
    return sum(_place_width(node) for node in block.row) + _room(block)


def _room(block: Block) -> float:
    """Room before the question whether to correct, for a sub-process below."""
    return TASK[0] if block.node("again") else 0.0


def _lines_of(name: str) -> int:
    """Lines that a label takes at the width of labels; Latin letters are half as wide."""
    length = sum(CHARACTER if ord(letter) > LATIN else CHARACTER / 2 for letter in name)
    return 1 + int(length // (LABEL_WIDTH - CHARACTER)) + name.count("\n")


def _label_height(name: str) -> float:
    return LABEL_LINE * _lines_of(name)


def _above(block: Block) -> float:
    """How far a block reaches above its middle."""
    return OVER + 2 * LABEL_LINE if block.node("if") else TASK[1] / 2 + LABEL_LINE


def _under(block: Block) -> float:
    """From the middle of a block to the line that comes back: below all labels."""
    labelled = [n for n in block.row if n.name and n.kind not in TASKS and not _is_correct(n)]
    return max(UNDER, *(_size(n)[1] / 2 + 8 + _label_height(n.name) for n in labelled), TASK[1] / 2)


def _is_correct(node: Node) -> bool:
    """Whether it is the question whether to correct, whose label stands above."""
    return node.id.startswith("correct_")


def _beneath(block: Block) -> float:
    """How far a block reaches below its middle."""
    tall = max((_label_height(n.name) for n in block.below if n.kind not in TASKS), default=0.0)
    if block.below:
        deep = TASK[1] / 2 if block.node("again") else 0.0
        return _under(block) + BELOW + max(deep, EVENT / 2 + 4 + tall)
    return _under(block) if len(block.row) > 1 or block.row[0].kind not in TASKS else TASK[1] / 2


class _Plan:
    def __init__(self, fragment: Fragment, left: float, top: float) -> None:
        self.fragment = fragment
        self.blocks = {block.slug: block for block in fragment.blocks}
        self.owners = list(dict.fromkeys(block.owner for block in fragment.blocks))
        self.cells = _grid(fragment, self.owners)
        self.ways: Routes = route(self.cells, fragment.arrows, fragment.back)
        self.left, self.top = left, top
        self.columns = self._columns()
        self.lanes: dict[str, Box] = {}
        self.middles: list[float] = []
        self.corridors: list[float] = []
        self._rows()

    def _columns(self) -> list[float]:
        """The left edge of each column; the last entry is the right end."""
        ranks = 1 + max(cell.rank for cell in self.cells.values())
        x = self.left + POOL_LABEL + LANE_LABEL + self._gutter_width(-1)
        edges = []
        for rank in range(ranks):
            edges.append(x)
            inside = [s for s, cell in self.cells.items() if cell.rank == rank]
            x += max(_block_width(self.blocks[slug]) for slug in inside)
            x += self._gutter_width(rank)
        return [*edges, x]

    def _gutter_width(self, gutter: int) -> float:
        levels = [level for (place, _), level in self.ways.gutters.items() if place == gutter]
        return GUTTER + TRACK * max(levels) if levels else GUTTER / 2

    def _rows(self) -> None:
        owner_of = {self.cells[slug].row: block.owner for slug, block in self.blocks.items()}
        y = self.top
        width = self.columns[-1] - self.left - POOL_LABEL
        for owner in self.owners:
            lane_top = y
            for row in (n for n in sorted(owner_of) if owner_of[n] == owner):
                self.corridors.append(y + GAP)
                y += GAP + self._thickness(row)
                inside = [self.blocks[s] for s, cell in self.cells.items() if cell.row == row]
                self.middles.append(y + max(map(_above, inside)))
                y = self.middles[-1] + max(map(_beneath, inside))
            if owner == self.owners[-1]:
                self.corridors.append(y + GAP)
                y += GAP + self._thickness(len(owner_of))
            y += GAP
            self.lanes[owner] = Box(self.left + POOL_LABEL, lane_top, width, y - lane_top)

    def _thickness(self, corridor: int) -> float:
        levels = [level for (place, _), level in self.ways.corridors.items() if place == corridor]
        return TRACK * (max(levels) + 1) if levels else 0.0

    def result(self) -> Layout:
        """Everything in its place."""
        shapes: dict[str, Box] = {}
        for block in self.fragment.blocks:
            shapes |= self._shapes(block)
        lines = {flow.id: self._line(flow, shapes) for flow in self.fragment.flows}
        lines |= self._between(shapes)
        height = sum(lane.height for lane in self.lanes.values())
        pool = Box(self.left, self.top, self.columns[-1] - self.left, height)
        return Layout(shapes, self._labels(shapes, lines), lines, self.lanes, pool)

    def _shapes(self, block: Block) -> dict[str, Box]:
        cell = self.cells[block.slug]
        x, y = self.columns[cell.rank], self.middles[cell.row]
        shapes: dict[str, Box] = {}
        for node in block.row:
            if node == block.node("correct"):
                x += _room(block)
            room = _place_width(node)
            shapes[node.id] = _centred(node, x + room / 2, y)
            x += room
        correct, step = block.node("correct"), block.node("step")
        for node in block.below:
            above = correct if block.node("again") and node == block.node("correction") else step
            if above is not None:
                centre = shapes[above.id].middle[0]
                if node == block.node("again") and correct is not None:
                    centre = shapes[correct.id].middle[0] - WIDE / 2 - TASK[0] / 2
                shapes[node.id] = _centred(node, centre, y + _under(block) + BELOW)
        return shapes

    def _line(self, flow: Flow, shapes: Mapping[str, Box]) -> tuple[Point, ...]:
        """The line of a flow within a block."""
        source, target = shapes[flow.source], shapes[flow.target]
        (x1, y1), (x2, y2) = source.middle, target.middle
        role = flow.source.partition("_")[0]
        if role == "if" and flow.target.startswith("fi_"):
            return (x1, source.y), (x1, y1 - OVER), (x2, y1 - OVER), (x2, target.y)
        if role == "correct" and y2 > y1:
            if x1 == x2:
                return (x1, source.y + source.height), (x2, target.y)
            return (x1, source.y + source.height), (x1, y2), (target.x + target.width, y2)
        if y1 > y2:
            return (source.x, y1), (x2, y1), (x2, target.y + target.height)
        if y1 == y2 and x2 < x1:
            return (source.x, y1), (target.x + target.width, y1)
        return (source.x + source.width, y1), (target.x, y2)

    def _between(self, shapes: Mapping[str, Box]) -> dict[str, tuple[Point, ...]]:
        lines: dict[str, tuple[Point, ...]] = {}
        back = set(self.fragment.back)
        for way in self.ways.routes:
            source, target = self.blocks[way.source], self.blocks[way.target]
            if (way.source, way.target) in back:
                flow = Flow(f"correction_{way.source}", f"merge_{way.target}")
                lines[flow.id] = self._back(way, target, shapes)
            else:
                flow = Flow(source.row[-1].id, target.row[0].id)
                begin = source.row[-1]
                lines[flow.id] = self._forward(way, begin, shapes[begin.id], shapes[flow.target])
        return lines

    def _forward(self, way: Route, node: Node, begin: Box, end: Box) -> tuple[Point, ...]:
        turns = way.first is not None and begin.middle[1] != end.middle[1]
        aside = ASIDE if turns and way.source in self.ways.aside else 0.0
        out = begin.middle[1] + aside
        points = [(begin.x + begin.width - _inset(node, aside), out)]
        if way.first is not None:
            x = self._gutter(way.first)
            points.append((x, out))
            if way.corridor is not None and way.last is not None:
                y = self.corridors[way.corridor[0]] + TRACK * self.ways.corridors[way.corridor]
                second = self._gutter(way.last)
                points += [(x, y), (second, y)]
                x = second
            points.append((x, end.middle[1]))
        points.append((end.x, end.middle[1]))
        return _bends(points)

    def _back(self, way: Route, target: Block, shapes: Mapping[str, Box]) -> tuple[Point, ...]:
        if way.first is None or way.corridor is None or way.last is None:
            return ()
        begin, end = shapes[f"correction_{way.source}"], shapes[f"merge_{way.target}"]
        first, last = self._gutter(way.first), self._gutter(way.last)
        y = self.corridors[way.corridor[0]] + TRACK * self.ways.corridors[way.corridor]
        x, entry = end.middle[0], end.middle[1] + _under(target)
        out = begin.middle[1]
        points = [(begin.x, out), (first, out), (first, y), (last, y), (last, entry), (x, entry)]
        return _bends([*points, (x, end.y + end.height)])

    def _gutter(self, track: tuple[int, str]) -> float:
        """The place of a track: counted from the right end of its gutter."""
        right = self.columns[track[0] + 1]
        return right - GUTTER / 2 - TRACK * self.ways.gutters[track]

    def _labels(
        self, shapes: Mapping[str, Box], lines: Mapping[str, tuple[Point, ...]]
    ) -> dict[str, Box]:
        labels: dict[str, Box] = {}
        for node in self.fragment.nodes:
            if node.name and node.kind not in TASKS:
                box, tall = shapes[node.id], _label_height(node.name)
                low = box.y + box.height + 4
                high = box.y - 2 - tall
                y = high if node.id.startswith("correct_") else low
                labels[node.id] = Box(box.middle[0] - LABEL_WIDTH / 2, y, LABEL_WIDTH, tall)
        for flow in self.fragment.flows:
            if flow.name:
                x, y = lines[flow.id][0]
                tall = _label_height(flow.name)
                rise = tall + OVER - GATEWAY / 2 + 2 if flow.default else -4
                labels[flow.id] = Box(x + 6, y - rise, LABEL_WIDTH / 2, tall)
        return labels


def _grid(fragment: Fragment, owners: Sequence[str]) -> dict[str, Cell]:
    """Each block's rank (the longest way from the start) and row (lane by lane)."""
    before: dict[str, list[str]] = {block.slug: [] for block in fragment.blocks}
    for first, last in fragment.arrows:
        before[last].append(first)
    ranks: dict[str, int] = {}
    for block in fragment.blocks:  # in topological order
        ranks[block.slug] = max((ranks[name] + 1 for name in before[block.slug]), default=0)
    slots: dict[str, int] = {}
    used: dict[tuple[str, int], int] = {}
    for block in fragment.blocks:
        key = (block.owner, ranks[block.slug])
        slots[block.slug] = used.get(key, 0)
        used[key] = slots[block.slug] + 1
    first_row, row = {}, 0
    for owner in owners:
        first_row[owner] = row
        row += max(number for (name, _), number in used.items() if name == owner)
    return {
        block.slug: Cell(ranks[block.slug], first_row[block.owner] + slots[block.slug])
        for block in fragment.blocks
    }


def _centred(node: Node, x: float, y: float) -> Box:
    width, height = _size(node)
    return Box(x - width / 2, y - height / 2, width, height)


def _inset(node: Node, aside: float) -> float:
    """How far the right edge of a shape recedes so far below its middle."""
    if node.kind in TASKS:
        return 0.0
    if node.kind in GATEWAYS:
        return aside
    return EVENT / 2 - sqrt((EVENT / 2) ** 2 - aside**2)


def _bends(points: Sequence[Point]) -> tuple[Point, ...]:
    """The points without repeats and without those on a straight line."""
    kept: list[Point] = []
    for point in points:
        if kept and kept[-1] == point:
            continue
        if len(kept) > 1 and any(kept[-2][a] == kept[-1][a] == point[a] for a in (0, 1)):
            kept.pop()
        kept.append(point)
    return tuple(kept)
