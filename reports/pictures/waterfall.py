"""From as-is to to-be: what each plan item adds when items are applied one after another."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from models.statistics import Estimate
from reports.palette import GRID, INK, LATE, ON_TIME, SOFT, Fill
from reports.pictures.scale import Scale, round_step, ticks
from reports.svg import Caption, Patterns, Style, box, joined, label, line, paragraph, picture
from reports.wording import Wording
from reports.wording.numbers import decimal, signed

WIDTH = 1000.0
NAMES, VALUES = 360.0, 150.0
ROW, BAR = 30.0, 18.0
LEADING = 1.3
TOTAL = Fill("#4b5563")
TEXT = Style(12)
TICK = Style(11, "middle", SOFT)


@dataclass(frozen=True)
class Stage:
    """One bar: its name and by how much it changes the total."""

    name: str
    change: Estimate


@dataclass(frozen=True)
class _Bar:
    lines: list[str]
    start: float
    end: float
    words: str
    fill: Fill
    spread: tuple[float, float] | None = None

    @property
    def height(self) -> float:
        return max(ROW, len(self.lines) * TEXT.size * LEADING + 10)


def waterfall(
    before: float, stages: Sequence[Stage], unit: str, w: Wording, identity: str
) -> Markup:
    """The picture from ``before``, in ``unit``, through all stages; ``identity`` is unique."""
    bars = _bars(before, stages, w)
    ends = [value for bar in bars for value in (bar.start, bar.end, *(bar.spread or ()))]
    x = Scale(min(0.0, *ends), max([*ends, 1e-9]) * 1.02, NAMES, WIDTH - VALUES)
    patterns = Patterns(identity, (ON_TIME, LATE, TOTAL))
    floor = 8 + sum(bar.height for bar in bars)
    caption = Caption(identity, w("waterfall_title"), w("waterfall_desc"), w.language)
    parts, top = [_grid(x, floor)], 8.0
    for bar in bars:
        parts.append(_row(bar, top, x, patterns))
        top += bar.height
    foot = TEXT.filled(w("waterfall_axis", unit=unit), WIDTH - 16)
    return picture(
        WIDTH,
        floor + 30 + len(foot) * 17,
        caption,
        patterns.definitions(),
        joined(parts),
        paragraph(8, floor + 24, foot, Style(12, colour=SOFT), 1.4),
    )


def _bars(before: float, stages: Sequence[Stage], w: Wording) -> list[_Bar]:
    room = NAMES - 20
    bars = [_Bar(TEXT.lines(w("before"), room, 3), 0.0, before, decimal(before), TOTAL)]
    here = before
    for stage in stages:
        change = stage.change
        end = here + change.value
        fill = ON_TIME if change.value <= 0 else LATE
        spread = None
        if change.low is not None and change.high is not None:
            spread = here + change.low, here + change.high
        bars.append(_Bar(TEXT.lines(stage.name, room, 3), here, end, signed(change), fill, spread))
        here = end
    return [*bars, _Bar(TEXT.lines(w("after"), room, 3), 0.0, here, decimal(here), TOTAL)]


def _row(bar: _Bar, top: float, x: Scale, patterns: Patterns) -> Markup:
    middle = top + bar.height / 2
    height = len(bar.lines) * TEXT.size * LEADING
    left, right = sorted((x(bar.start), x(bar.end)))
    parts = [
        paragraph(8, middle - height / 2, bar.lines, TEXT, LEADING),
        box(
            left,
            middle - BAR / 2,
            max(right - left, 1.0),
            BAR,
            fill=patterns.paint(bar.fill),
            stroke=INK,
            stroke_width=0.6,
        ),
    ]
    end = right
    if bar.spread:
        low, high = x(bar.spread[0]), x(bar.spread[1])
        parts.append(line(low, middle, high, middle, stroke=INK, stroke_width=1.6))
        parts += [
            line(place, middle - 5, place, middle + 5, stroke=INK, stroke_width=1.6)
            for place in (low, high)
        ]
        end = max(right, high)
    parts.append(label(end + 6, middle, bar.words, Style(12, bold=True)))
    return joined(parts)


def _grid(x: Scale, floor: float) -> Markup:
    step = round_step(max((TICK.width("0,000.0") + 10) / x.unit, (x.high - x.low) / 8))
    parts = [line(x(0), 4, x(0), floor, stroke=INK)]
    for value in ticks(x.low, x.high, step):
        parts.append(line(x(value), 4, x(value), floor, stroke=GRID))
        parts.append(label(x(value), floor + 12, f"{value:,g}", TICK))
    return joined(parts)
