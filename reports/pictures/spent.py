"""Where the time of a case goes: one bar along the critical path, by cause."""

from markupsafe import Markup

from models.breakdown import CAUSES
from models.result import Spent
from reports.palette import CAUSE_FILLS, INK, PAPER, Fill
from reports.pictures.scale import Scale
from reports.svg import Caption, Patterns, Style, box, joined, label, legend, picture
from reports.wording import Wording
from reports.wording.numbers import decimal, percent

WIDTH, BAR = 1000.0, 44.0
TOP = 8.0


def spent(hours: Spent, w: Wording, identity: str) -> Markup:
    """The picture of hours per case; ``identity`` must be unique in the page."""
    parts = [(cause, float(getattr(hours, cause))) for cause in CAUSES]
    shown = [(cause, value) for cause, value in parts if value > 0]
    caption = Caption(
        identity,
        w("spent_title"),
        w.listed([w("spent_part", cause=w(f"{c}_long"), hours=decimal(v)) for c, v in shown]),
        w.language,
    )
    patterns = Patterns(identity, tuple(CAUSE_FILLS[cause] for cause, _ in shown))
    keys, height = legend(
        [(_mark(cause, patterns), _words(cause, v, hours.total, w)) for cause, v in shown],
        8,
        TOP + BAR + 10,
        WIDTH - 16,
        Style(13),
    )
    return picture(
        WIDTH,
        TOP + BAR + 14 + height,
        caption,
        patterns.definitions(),
        joined(_segments(shown, hours.total, patterns)),
        keys,
    )


def _mark(cause: str, patterns: Patterns) -> Markup:
    return box(0, 0, 14, 12, fill=patterns.paint(CAUSE_FILLS[cause]), stroke=INK, stroke_width=0.6)


def _words(cause: str, value: float, total: float, w: Wording) -> str:
    share = percent(value / total)
    return w("spent_legend", cause=w(f"{cause}_long"), hours=decimal(value), share=share)


def _segments(shown: list[tuple[str, float]], total: float, patterns: Patterns) -> list[Markup]:
    x = Scale(0, max(total, 1e-9), 8, WIDTH - 8)
    done, parts = 0.0, []
    for cause, value in shown:
        fill = CAUSE_FILLS[cause]
        left, right = x(done), x(done + value)
        parts.append(
            box(
                left,
                TOP,
                right - left,
                BAR,
                fill=patterns.paint(fill),
                stroke=INK,
                stroke_width=0.6,
            )
        )
        parts.append(_inside(left, right, percent(value / total), fill))
        done += value
    return parts


def _inside(left: float, right: float, words: str, fill: Fill) -> Markup:
    """A label within a segment, on a ground of its own where a pattern would disturb it."""
    style = Style(13, "middle", fill.ink, bold=True)
    wide = style.width(words) + 8
    if wide > right - left - 2:
        return Markup()
    middle = (left + right) / 2
    ground = Markup()
    if fill.pattern != "solid":
        ground = box(middle - wide / 2, TOP + BAR / 2 - 10, wide, 20, fill=PAPER, rx=3)
    return joined([ground, label(middle, TOP + BAR / 2, words, style)])
