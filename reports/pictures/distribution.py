"""How much of a limit the cases used: bars against the limit line."""

from dataclasses import dataclass
from math import ceil
from typing import Literal

from markupsafe import Markup

from models.result import Bin, Verdict
from reports.palette import GRID, INK, LATE, ON_TIME, SOFT
from reports.pictures.scale import Scale, round_step, ticks
from reports.svg import Caption, Patterns, Style, box, joined, label, legend, line, node, picture
from reports.wording import Wording
from reports.wording.numbers import amount, count, given_share, interval, percent

WIDTH, EMPTY = 560.0, 120.0
LEFT, RIGHT = 46.0, 14.0
PLOT = 230.0
MOST_BARS = 36
FAR = 1.6
"""A limit beyond so many times the longest case is only pointed at."""

ONE_PERCENT = 0.01
FOOT_LINE = 15.0
SMALL = Style(11, colour=SOFT)
TICK = Style(11, "middle", SOFT)

Side = Literal["on_time", "late", "both"]


@dataclass(frozen=True)
class Bar:
    """Cases whose use lies from ``left`` to ``right`` on the axis, and on which side of the limit.

    A whole day is drawn from half a day before to half a day after it. ``late`` of the cases broke
    the limit: on its near side those that were not done on the same day.
    """

    left: float
    right: float
    cases: int
    side: Side
    late: int


def distribution(verdict: Verdict, target: float, w: Wording, identity: str) -> Markup:
    """The picture of one limit; ``identity`` must be unique in the page."""
    limit = verdict.limit
    share = percent(verdict.on_time.value)
    caption = Caption(
        identity,
        w("distribution_title", name=w.of(limit.name)),
        w(
            "distribution_desc",
            limit=amount(limit.most, limit.unit, w),
            share=share,
            cases=count(verdict.cases),
        ),
        w.language,
    )
    patterns = Patterns(identity, (ON_TIME, LATE))
    if not verdict.cases:
        middle = label(WIDTH / 2, EMPTY / 2, w("no_cases"), Style(13, "middle", SOFT))
        return picture(WIDTH, EMPTY, caption, middle)
    head, top = _head(verdict, target, patterns, w)
    floor = top + PLOT
    foot = _footer(verdict, w)
    return picture(
        WIDTH,
        floor + 26 + len(foot) * FOOT_LINE,
        caption,
        patterns.definitions(),
        head,
        *_plot(verdict, patterns, top, w),
        joined(label(8, floor + 30 + n * FOOT_LINE, t, SMALL) for n, t in enumerate(foot)),
    )


def bars(verdict: Verdict) -> list[Bar]:
    """The bars: whole days (or several together where there are many), or bins of minutes."""
    most = verdict.limit.most
    if verdict.limit.unit == "office_minutes":
        return [_bin(part, most) for part in verdict.distribution]
    width = ceil((max(int(part.value) for part in verdict.distribution) + 1) / MOST_BARS)
    groups: dict[int, list[Bin]] = {}
    for part in verdict.distribution:
        groups.setdefault((int(part.value) - int(most) - 1) // width, []).append(part)
    result = []
    for group, parts in sorted(groups.items()):
        first = int(most) + 1 + group * width
        side: Side = "late" if group >= 0 else "on_time"
        cases, late = sum(part.cases for part in parts), sum(part.late for part in parts)
        result.append(Bar(max(first, 0) - 0.5, first + width - 0.5, cases, side, late))
    return result


def _bin(part: Bin, most: float) -> Bar:
    end = part.value + part.width
    side: Side = "late" if part.value >= most else "on_time" if end <= most else "both"
    return Bar(part.value, end, part.cases, side, part.late)


def other_day(verdict: Verdict) -> int | None:
    """How many cases are late only because they were not done on the same day.

    None if the bins do not tell: the limit lies within one of them, or it is one in days.
    """
    drawn = bars(verdict)
    if verdict.limit.unit != "office_minutes" or any(bar.side == "both" for bar in drawn):
        return None
    beyond = sum(bar.cases for bar in drawn if bar.side == "late")
    late = round((1 - verdict.on_time.value) * verdict.cases)
    return max(late - beyond, 0)


def _head(verdict: Verdict, target: float, patterns: Patterns, w: Wording) -> tuple[Markup, float]:
    """The legend with the shares, and the height it takes."""
    rate = verdict.on_time
    entries = [
        (
            box(0, 0, 14, 12, fill=patterns.paint(ON_TIME)),
            w("legend_on_time", share=percent(rate.value), interval=interval(rate)),
        ),
        (
            box(0, 0, 14, 12, fill=patterns.paint(LATE)),
            w("legend_late", share=percent(1 - rate.value)),
        ),
        (Markup(), w("legend_target", share=given_share(target))),
    ]
    apart = other_day(verdict)
    if apart:
        share = percent(apart / verdict.cases)
        entries.append((Markup(), w("legend_other_day", share=share)))
    return legend(entries, 8, 4, WIDTH - 16, Style(12))


def _plot(verdict: Verdict, patterns: Patterns, top: float, w: Wording) -> list[Markup]:
    drawn = bars(verdict)
    limit = verdict.limit
    edge = limit.most if limit.unit == "office_minutes" else limit.most + 0.5
    end = max(bar.right for bar in drawn)
    is_near = edge <= end * FAR
    if is_near:
        end = max(end, edge + (end - drawn[0].left) * 0.04)
    x = Scale(drawn[0].left, end, LEFT, WIDTH - RIGHT)
    highest = max(bar.cases for bar in drawn) / verdict.cases
    floor, roof = top + PLOT, top + 46
    step = round_step(highest / 5)
    y = Scale(0, max(highest, step), floor, roof)
    return [
        rungs(y, step),
        joined(_bar(bar, x, y, verdict.cases, patterns) for bar in drawn),
        axis(x, floor, whole=limit.unit != "office_minutes"),
        limit_line(verdict, x(edge) if is_near else None, top + 14, floor, w),
    ]


def rungs(y: Scale, step: float) -> Markup:
    """Horizontal lines at round shares."""
    parts = []
    for value in ticks(0, y.high, step):
        height = y(value)
        parts.append(line(LEFT, height, WIDTH - RIGHT, height, stroke=GRID))
        name = f"{value:.0%}" if step >= ONE_PERCENT else f"{value:.1%}"
        parts.append(label(LEFT - 6, height, name, Style(11, "end", SOFT)))
    return joined(parts)


def _bar(bar: Bar, x: Scale, y: Scale, cases: int, patterns: Patterns) -> Markup:
    """The cases on time with the late ones on top: some are late before the limit is used up."""
    share = bar.cases / cases
    left, right, top = x(bar.left), x(bar.right), y(share)
    if not bar.cases:
        return Markup()
    gap = min(2.0, (right - left) / 6)
    edge = y((bar.cases - bar.late) / cases)
    shape = joined(
        box(
            left + gap,
            upper,
            right - left - 2 * gap,
            lower - upper,
            fill=patterns.paint(fill),
            stroke=INK,
            stroke_width=0.6,
        )
        for fill, lower, upper in ((ON_TIME, y(0), edge), (LATE, edge, top))
        if lower > upper
    )
    value = percent(share)
    style = Style(10.5, "middle", INK)
    if style.width(value) > right - left - 2:
        return shape
    return joined([shape, label((left + right) / 2, top - 8, value, style)])


def axis(x: Scale, floor: float, *, whole: bool) -> Markup:
    """The axis of time used, with round numbers where there is room."""
    widest = TICK.width(count(x.high)) + 8
    step = round_step(widest / x.unit)
    if whole:
        step = max(step, 1)
    parts = [line(x.start, floor, x.end, floor, stroke=INK)]
    for value in ticks(max(x.low, 0), x.high, step):
        place = x(value)
        parts.append(line(place, floor, place, floor + 4, stroke=INK))
        if place + TICK.width(count(value)) / 2 < WIDTH:
            parts.append(label(place, floor + 13, f"{value:g}", TICK))
    return joined(parts)


def _footer(verdict: Verdict, w: Wording) -> list[str]:
    """What the axes are, in one or two lines."""
    unit = verdict.limit.unit
    words = w("axes", unit=w(f"axis_{unit}"), how=w(f"count_{unit}"))
    return SMALL.lines(words, WIDTH - 16, 2)


def limit_line(
    verdict: Verdict, x: float | None, middle: float, floor: float, w: Wording
) -> Markup:
    """The line of the limit with its name; without a place, a pointer to the right."""
    limit = verdict.limit
    words = w("limit_line", limit=amount(limit.most, limit.unit, w))
    style = Style(12, "middle", INK, bold=True)
    if x is None:
        words = w("limit_outside", limit=amount(limit.most, limit.unit, w))
        return label(WIDTH - RIGHT, middle, words, Style(12, "end", INK, bold=True))
    half = style.width(words) / 2
    place = min(max(x, 4 + half), WIDTH - 4 - half)
    path = f"M{x:.1f},{middle + 12:.1f} V{floor:.1f}"
    return joined(
        [
            node("path", d=path, stroke=INK, stroke_width=2, stroke_dasharray="6 3"),
            label(place, middle, words, style),
        ]
    )
