"""A process as a swimlane picture: owners as lanes, time from left to right, heat by waiting."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil

from markupsafe import Markup

from models.base import Text
from models.process import Process
from models.result import ProcessResult, StepResult
from reports.palette import ACCENT, GRID, HEAT, HEAT_STEPS, INK, PAPER, SHADE, SOFT, heat
from reports.pictures.bands import Band, cut_into_bands
from reports.pictures.step_box import Figures, StepBox, measure
from reports.pictures.swimlane_layout import (
    ARROW,
    GUTTER,
    LANE_LABEL,
    Lane,
    Point,
    grid,
    layout,
)
from reports.svg import (
    Caption,
    Style,
    box,
    joined,
    legend,
    line,
    node,
    number,
    paragraph,
    picture,
)
from reports.tables import waiting
from reports.wording import Wording

ROOM = 1240.0
"""The width in which a picture should stay; longer processes are drawn in several bands."""

NARROW, WIDE = 100.0, 152.0
LANE_STYLE = Style(11.5, "middle", bold=True)
NOTE = Style(12, colour=SOFT)
LEADING = 1.3
CORNER = 5.0
BAND_GAP = 16.0


@dataclass(frozen=True)
class _Drawing:
    process: Process
    result: ProcessResult
    names: Mapping[str, Text]
    identity: str
    w: Wording


def swimlane(
    process: Process,
    result: ProcessResult,
    names: Mapping[str, Text],
    w: Wording,
    identity: str,
) -> Markup:
    """The picture of a process; ``identity`` must be unique in the page."""
    drawing = _Drawing(process, result, names, identity, w)
    boxes, wide, each = _boxes(drawing)
    lanes = {owner: _lane_lines(owner, drawing) for owner in process.owners}
    least = {owner: len(lines) * LANE_STYLE.size * LEADING + 12 for owner, lines in lanes.items()}
    placed = layout(process, wide, {slug: b.height for slug, b in boxes.items()}, least)
    bands = list(cut_into_bands(placed, each))
    width = LANE_LABEL + max(band.width for band in bands)
    parts, height = [], 0.0
    for band in bands:
        parts.append(_band(band, height, boxes, lanes, width, drawing))
        height += band.height + BAND_GAP
    height -= BAND_GAP
    keys, tall = legend(_legend(w), 8, height + 8, width - 16, Style(12))
    words = w("swimlane_note") + (w("swimlane_bands") if len(bands) > 1 else "")
    lines = NOTE.filled(words, width - 16)
    note = paragraph(8, height + 12 + tall, lines, NOTE)
    total = height + 20 + tall + LEADING * 12 * len(lines)
    caption = Caption(
        identity,
        w("swimlane_title", name=w.of(process.name)),
        w("swimlane_desc", steps=len(process.steps), owners=len(process.owners)),
        w.language,
    )
    return picture(width, total, caption, _arrow_head(identity), *parts, keys, note)


def _boxes(drawing: _Drawing) -> tuple[dict[str, StepBox], float, int]:
    """The boxes' contents, their common width, and how many ranks go into a band."""
    process, w = drawing.process, drawing.w
    order = {slug: n + 1 for n, slug in enumerate(process.order)}
    results = {result.step: result for result in drawing.result.steps}
    total = sum(waiting(result.critical) for result in drawing.result.steps)
    figures = {
        step.slug: _figures(results[step.slug], total, drawing.result) for step in process.steps
    }
    words = max(measure(step, figures[step.slug], order, w) for step in process.steps)
    ranks = 1 + max(cell.rank for cell in grid(process).values())
    least = min(max(NARROW, words), WIDE) + GUTTER + 4
    bands = ceil(ranks / max(int((ROOM - LANE_LABEL) / least), 1))
    each = ceil(ranks / bands)
    wide = min(max((ROOM - LANE_LABEL) / each - GUTTER - 4, NARROW, words), WIDE)
    boxes = {
        step.slug: StepBox.of(step, figures[step.slug], order, wide, w) for step in process.steps
    }
    return boxes, wide, each


def _figures(step: StepResult, total: float, result: ProcessResult) -> Figures:
    visits = step.visits or 1.0
    return Figures(
        span=step.spent.total / visits,
        waits=waiting(step.spent) / visits,
        colour=heat(waiting(step.critical) / total if total else 0.0),
        bottleneck=step.critical_share if step.step == result.bottleneck else None,
    )


def _lane_lines(owner: str, drawing: _Drawing) -> list[str]:
    name = drawing.w.of(drawing.names[owner]) if owner in drawing.names else owner
    return LANE_STYLE.lines(name, LANE_LABEL - 8, 6)


def _arrow_head(identity: str) -> Markup:
    tip = node("path", d="M0,0 L8,4 L0,8 z", fill=INK)
    marker = node(
        "marker",
        tip,
        id=f"{identity}-tip",
        viewBox="0 0 8 8",
        refX=7,
        refY=4,
        markerWidth=ARROW,
        markerHeight=ARROW,
        markerUnits="userSpaceOnUse",
        orient="auto",
    )
    return node("defs", marker)


def _arrow(points: tuple[Point, ...], identity: str) -> Markup:
    return node(
        "path",
        d=rounded(points),
        fill="none",
        stroke=INK,
        stroke_width=1.2,
        marker_end=f"url(#{identity}-tip)",
    )


def rounded(points: tuple[Point, ...]) -> str:
    """A path along the points with rounded corners."""
    parts = [f"M{_pair(points[0])}"]
    for before, here, after in zip(points, points[1:], points[2:], strict=False):
        parts.append(
            f"L{_pair(_towards(here, before))} Q{_pair(here)} {_pair(_towards(here, after))}"
        )
    return " ".join([*parts, f"L{_pair(points[-1])}"])


def _pair(point: Point) -> str:
    return f"{number(point[0])},{number(point[1])}"


def _towards(here: Point, there: Point) -> Point:
    dx, dy = there[0] - here[0], there[1] - here[1]
    length = abs(dx) + abs(dy)
    part = min(CORNER, length / 2) / length if length else 0
    return here[0] + dx * part, here[1] + dy * part


def _band(
    band: Band,
    top: float,
    boxes: Mapping[str, StepBox],
    names: Mapping[str, list[str]],
    width: float,
    drawing: _Drawing,
) -> Markup:
    """One band: its lanes, and clipped to it the arrows and boxes."""
    arrows = [_arrow(points, drawing.identity) for points in band.arrows]
    drawn = [boxes[slug].draw(place.x, place.y) for slug, place in band.boxes.items()]
    content = node(
        "svg",
        *arrows,
        *drawn,
        x=LANE_LABEL,
        y=top,
        width=band.width,
        height=band.height,
        viewBox=f"{number(band.start)} 0 {number(band.width)} {number(band.height)}",
    )
    return joined([_lanes(band.lanes, names, top, width), content])


def _lanes(
    lanes: tuple[Lane, ...], names: Mapping[str, list[str]], top: float, width: float
) -> Markup:
    parts = []
    for lane in lanes:
        y = top + lane.y
        parts.append(box(0, y, width, lane.height, fill=PAPER, stroke=GRID))
        parts.append(box(0, y, LANE_LABEL, lane.height, fill=SHADE, stroke=GRID))
        height = len(names[lane.owner]) * LANE_STYLE.size * LEADING
        start = y + (lane.height - height) / 2
        parts.append(paragraph(LANE_LABEL / 2, start, names[lane.owner], LANE_STYLE, LEADING))
    return joined(parts)


def _legend(w: Wording) -> list[tuple[Markup, str]]:
    bounds = ["0", *(f"{bound:.0%}" for bound in HEAT_STEPS), "100%"]
    heats = [
        (_swatch(colour), w("heat", low=bounds[n], high=bounds[n + 1]))
        for n, colour in enumerate(HEAT)
    ]
    return [
        (Markup(), w("heat_is")),
        *heats,
        (box(0.5, 0.5, 13, 11, fill=PAPER, stroke=ACCENT, stroke_width=2.5), w("key_bottleneck")),
        (box(0, 0, 14, 12, fill=PAPER, stroke=INK, rx=6), w("key_automatic")),
        (box(0, 0, 14, 12, fill=PAPER, stroke=INK, stroke_dasharray="4 2"), w("key_external")),
        (box(0, 0, 14, 12, fill=PAPER, stroke=INK, stroke_dasharray="1 2"), w("key_applicant")),
        (line(0, 6, 14, 6, stroke=INK, stroke_width=1.2), w("key_arrow")),
    ]


def _swatch(colour: str) -> Markup:
    return box(0, 0, 14, 12, fill=colour, stroke=INK, stroke_width=0.6)
