"""The empirical distribution function of the time used, with its 95 % band."""

from markupsafe import Markup

from models.result import Bin, Verdict
from reports.palette import ON_TIME, SOFT
from reports.pictures.distribution import (
    FAR,
    FOOT_LINE,
    LEFT,
    PLOT,
    RIGHT,
    SMALL,
    WIDTH,
    axis,
    limit_line,
    rungs,
)
from reports.pictures.scale import Scale
from reports.svg import Caption, Style, box, joined, label, legend, line, node, picture
from reports.wording import Wording
from reports.wording.numbers import amount, given_share

FIFTH = 0.2
BAND = 0.25


def curve(verdict: Verdict, target: float, w: Wording, identity: str) -> Markup:
    """The picture of one limit; ``identity`` must be unique in the page. It needs cases."""
    limit = verdict.limit
    caption = Caption(
        identity,
        w("curve_title", name=w.of(limit.name)),
        w("curve_desc", limit=amount(limit.most, limit.unit, w)),
        w.language,
    )
    entries = [
        (line(0, 6, 14, 6, stroke=ON_TIME.colour, stroke_width=2), w("legend_curve")),
        (box(0, 0, 14, 12, fill=ON_TIME.colour, fill_opacity=BAND), w("legend_band")),
        (
            line(0, 6, 14, 6, stroke=SOFT, stroke_dasharray="2 3"),
            w("legend_target", share=given_share(target)),
        ),
    ]
    head, top = legend(entries, 8, 4, WIDTH - 16, Style(12))
    floor = top + PLOT
    words = w("curve_axes", unit=w(f"axis_{limit.unit}"))
    foot = SMALL.lines(words, WIDTH - 16, 2)
    return picture(
        WIDTH,
        floor + 26 + len(foot) * FOOT_LINE,
        caption,
        head,
        *_plot(verdict, target, top, w),
        joined(label(8, floor + 30 + n * FOOT_LINE, t, SMALL) for n, t in enumerate(foot)),
    )


def _plot(verdict: Verdict, target: float, top: float, w: Wording) -> list[Markup]:
    limit = verdict.limit
    is_days = limit.unit != "office_minutes"
    last = verdict.distribution[-1]
    longest = last.value + (1.0 if is_days else last.width)
    is_near = limit.most <= longest * FAR
    end = max(longest, limit.most * 1.04) if is_near else longest
    floor, roof = top + PLOT, top + 46
    x = Scale(0.0, end, LEFT, WIDTH - RIGHT)
    y = Scale(0.0, 1.0, floor, roof)
    aim = line(LEFT, y(target), WIDTH - RIGHT, y(target), stroke=SOFT, stroke_dasharray="2 3")
    return [
        rungs(y, FIFTH),
        _band(verdict.distribution, x, y, is_days=is_days),
        aim,
        _steps(verdict.distribution, x, y, is_days=is_days),
        axis(x, floor, whole=is_days),
        limit_line(verdict, x(limit.most) if is_near else None, top + 14, floor, w),
    ]


def _place(part: Bin, *, is_days: bool) -> float:
    return part.value if is_days else part.value + part.width


def _stairs(heights: list[tuple[float, float]], end: float) -> list[tuple[float, float]]:
    """The corners of a function that jumps at each place and is level in between."""
    points: list[tuple[float, float]] = []
    for n, (place, height) in enumerate(heights):
        following = heights[n + 1][0] if n + 1 < len(heights) else end
        points += [(place, height), (following, height)]
    return points


def _steps(bins: tuple[Bin, ...], x: Scale, y: Scale, *, is_days: bool) -> Markup:
    heights = [(_place(part, is_days=is_days), part.up_to.value) for part in bins]
    corners = [(0.0, 0.0), (heights[0][0], 0.0), *_stairs(heights, x.high)]
    path = "M" + " L".join(f"{x(place):.1f},{y(height):.1f}" for place, height in corners)
    return node("path", d=path, fill="none", stroke=ON_TIME.colour, stroke_width=2)


def _band(bins: tuple[Bin, ...], x: Scale, y: Scale, *, is_days: bool) -> Markup:
    places = [_place(part, is_days=is_days) for part in bins]
    low = [part.up_to.value if part.up_to.low is None else part.up_to.low for part in bins]
    high = [part.up_to.value if part.up_to.high is None else part.up_to.high for part in bins]
    upper = _stairs(list(zip(places, high, strict=True)), x.high)
    lower = _stairs(list(zip(places, low, strict=True)), x.high)
    corners = [*upper, *reversed(lower)]
    path = "M" + " L".join(f"{x(place):.1f},{y(height):.1f}" for place, height in corners) + " Z"
    return node("path", d=path, fill=ON_TIME.colour, fill_opacity=BAND, stroke="none")
