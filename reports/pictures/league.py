"""On-time rates of many processes below each other, each with its interval and the target."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import floor

from markupsafe import Markup

from models.result import Standing
from models.statistics import Estimate
from reports.palette import ACCENT, GRID, INK, ON_TIME, SHADE, SOFT
from reports.pictures.scale import Scale, ticks
from reports.svg import Caption, Style, box, joined, label, line, node, paragraph, picture
from reports.wording import Wording
from reports.wording.numbers import percent

WIDTH = 1000.0
NAMES, VALUES = 330.0, 150.0
ROW = 19.0
TOP = 34.0
TEXT = Style(12)
TICK = Style(11, "middle", SOFT)
HALF = 0.5
RADIUS, ARM = 4.0, 3.6


@dataclass(frozen=True)
class Rate:
    """One row: a process and the on-time rate of its tightest limit."""

    name: str
    on_time: Estimate
    standing: Standing


def league(rates: Sequence[Rate], target: float, w: Wording, identity: str) -> Markup:
    """The picture of all rows in their order; ``identity`` is unique in the page."""
    x = Scale(_lowest(rates, target), 1.0, NAMES, WIDTH - VALUES)
    bottom = TOP + ROW * len(rates)
    parts = [_grid(x, bottom, target, w)]
    parts += [_row(rate, TOP + ROW * n, x, w) for n, rate in enumerate(rates)]
    foot = TEXT.filled(w("league_axis"), WIDTH - 16)
    return picture(
        WIDTH,
        bottom + 26 + len(foot) * 17,
        Caption(identity, w("league_title"), w("league_desc"), w.language),
        joined(parts),
        paragraph(8, bottom + 18, foot, Style(12, colour=SOFT), 1.4),
    )


def _lowest(rates: Sequence[Rate], target: float) -> float:
    """Where the axis begins: a multiple of a fifth below every interval and the target."""
    lows = [rate.on_time.value if rate.on_time.low is None else rate.on_time.low for rate in rates]
    return min(floor(5 * low) / 5 for low in [*lows, target - 0.05])


def _grid(x: Scale, bottom: float, target: float, w: Wording) -> Markup:
    marks = ticks(x.low, x.high, 0.1 if x.low >= HALF else 0.2)
    parts = [line(x(value), TOP - 6, x(value), bottom, stroke=GRID) for value in marks]
    parts += [label(x(value), bottom + 9, f"{value:.0%}", TICK) for value in marks]
    goal = x(target)
    parts.append(
        line(goal, TOP - 6, goal, bottom, stroke=INK, stroke_width=1.2, stroke_dasharray="4 3")
    )
    words = w("league_target", share=f"{target:.0%}")
    parts.append(label(goal, TOP - 19, words, Style(12, "middle", bold=True)))
    return joined(parts)


def _row(rate: Rate, top: float, x: Scale, w: Wording) -> Markup:
    """A dot with its interval; hollow where the verdict is open, a cross where it is missed."""
    middle = top + ROW / 2
    low, high = rate.on_time.low, rate.on_time.high
    parts = [
        box(0, top + ROW - 0.5, WIDTH, 0.5, fill=SHADE),
        label(NAMES - 12, middle, rate.name, Style(12, "end"), NAMES - 20),
    ]
    colour = ACCENT if rate.standing == "missed" else ON_TIME.colour
    if low is not None and high is not None:
        parts.append(line(x(low), middle, x(high), middle, stroke=colour, stroke_width=2))
    here = x(rate.on_time.value)
    if rate.standing == "missed":
        left, right = here - ARM, here + ARM
        parts += [
            line(left, middle - up, right, middle + up, stroke=colour, stroke_width=2)
            for up in (ARM, -ARM)
        ]
    else:
        inside = colour if rate.standing == "held" else "#ffffff"
        parts.append(
            node("circle", cx=here, cy=middle, r=RADIUS, fill=inside, stroke=colour, stroke_width=2)
        )
    words = f"{percent(rate.on_time.value)} {w(rate.standing)}"
    parts.append(label(WIDTH - VALUES + 16, middle, words, TEXT, VALUES - 20))
    return joined(parts)
