"""SVG as escaped text: elements, labels that fit their room, patterns, and whole pictures.

Every text may come from a file and is hostile until escaped here. Attributes carry all of the
appearance, so that a picture looks the same in a page, in a document or on its own.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup, escape

from models.base import Language
from reports import typeset
from reports.palette import FONTS, INK, PAPER, Fill, Pattern
from reports.typeset import clean

_PATTERN_SIZE = 6
_STROKES: dict[Pattern, str] = {
    "rising": "M-1,1 l2,-2 M0,6 l6,-6 M5,7 l2,-2",
    "falling": "M-1,5 l2,2 M0,0 l6,6 M5,-1 l2,2",
    "level": "M0,3 h6",
    "upright": "M3,0 v6",
    "cross": "M0,0 l6,6 M0,6 l6,-6",
}
LANGUAGE_TAGS: dict[Language, str] = {"zh": "zh-CN", "en": "en"}
BASELINE = 0.36
"""From the middle of a line of text down to its baseline, in font sizes."""


def number(value: float) -> str:
    """A coordinate with at most one decimal."""
    return f"{value:.1f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def node(tag: str, *children: str, **attributes: float | str | None) -> Markup:
    """An element. Children are escaped unless they are Markup; attributes of None are left out.

    Underscores in attribute names stand for hyphens; a final one is dropped (``class_``).
    """
    parts = [
        f' {name.rstrip("_").replace("_", "-")}="{_value(value)}"'
        for name, value in attributes.items()
        if value is not None
    ]
    inner = "".join(str(escape(_safe(child))) for child in children)
    opening = f"<{tag}{''.join(parts)}"
    return Markup(f"{opening}>{inner}</{tag}>" if inner else f"{opening}/>")  # noqa: S704 - escaped


def _safe(child: str) -> str:
    return child if isinstance(child, Markup) else clean(child)


def _value(value: float | str) -> str:
    return str(escape(clean(value))) if isinstance(value, str) else number(value)


@dataclass(frozen=True)
class Style:
    """Size, weight and colour of a label; ``anchor`` is start, middle or end.

    ``halo`` lets it stand out from lines that run behind it.
    """

    size: float = 12
    anchor: str = "start"
    colour: str = INK
    bold: bool = False
    halo: bool = False

    def width(self, content: str) -> float:
        """An upper bound of the width of one line."""
        return typeset.width(clean(content), self.size, bold=self.bold)

    def lines(self, content: str, room: float, most: int | None = None) -> list[str]:
        """The text wrapped to the room, in lines of about the same length."""
        return typeset.balanced(clean(content), room, self.width, most)

    def filled(self, content: str, room: float) -> list[str]:
        """The text wrapped to the room, each line as full as can be."""
        return typeset.wrapped(clean(content), room, self.width)


def label(x: float, middle: float, content: str, style: Style, room: float | None = None) -> Markup:
    """One line of text around height ``middle``; if it exceeds ``room`` it is cut, with a tooltip.

    Characters of unknown width are pressed into their reckoned width.
    """
    full = clean(content)
    shown = full if room is None else typeset.cut(full, room, style.width)
    plain = typeset.is_plain(shown)
    return node(
        "text",
        node("title", full) if shown != full else Markup(),
        shown,
        x=x,
        y=middle + style.size * BASELINE,
        font_size=style.size,
        fill=style.colour,
        text_anchor=None if style.anchor == "start" else style.anchor,
        font_weight="bold" if style.bold else None,
        stroke=PAPER if style.halo else None,
        stroke_width=3 if style.halo else None,
        paint_order="stroke" if style.halo else None,
        textLength=None if plain else style.width(shown),
        lengthAdjust=None if plain else "spacingAndGlyphs",
    )


def paragraph(
    x: float, top: float, lines: Iterable[str], style: Style, leading: float = 1.3
) -> Markup:
    """Lines of text below each other, from ``top`` down."""
    height = style.size * leading
    return joined(label(x, top + (n + 0.5) * height, line, style) for n, line in enumerate(lines))


def joined(parts: Iterable[Markup]) -> Markup:
    """Elements one after another."""
    return Markup().join(parts)


def box(
    x: float, y: float, width: float, height: float, **attributes: float | str | None
) -> Markup:
    """A rectangle."""
    return node("rect", x=x, y=y, width=width, height=height, **attributes)


def line(x1: float, y1: float, x2: float, y2: float, **attributes: float | str | None) -> Markup:
    """A straight line."""
    return node("line", x1=x1, y1=y1, x2=x2, y2=y2, **attributes)


@dataclass(frozen=True)
class Patterns:
    """The patterns of one picture; ``prefix`` keeps its ids apart from other pictures' ids."""

    prefix: str
    fills: tuple[Fill, ...]

    def paint(self, fill: Fill) -> str:
        """The value of ``fill`` for a shape."""
        return fill.colour if fill.pattern == "solid" else f"url(#{self._name(fill)})"

    def definitions(self) -> Markup:
        """The patterns, to stand before their use."""
        patterned = [fill for fill in dict.fromkeys(self.fills) if fill.pattern != "solid"]
        return node("defs", *map(self._definition, patterned)) if patterned else Markup()

    def _name(self, fill: Fill) -> str:
        return f"{self.prefix}-{fill.colour[1:]}-{fill.pattern}"

    def _definition(self, fill: Fill) -> Markup:
        size = _PATTERN_SIZE
        if fill.pattern == "dots":
            mark = node("circle", cx=3, cy=3, r=1.2, fill=INK, fill_opacity=0.55)
        else:
            strokes = _STROKES[fill.pattern]
            mark = node("path", d=strokes, stroke=INK, stroke_opacity=0.45, fill="none")
        return node(
            "pattern",
            box(0, 0, size, size, fill=fill.colour),
            mark,
            id=self._name(fill),
            width=size,
            height=size,
            patternUnits="userSpaceOnUse",
        )


@dataclass(frozen=True)
class Caption:
    """What a picture is called and what it shows, for those who cannot see it.

    ``identity`` must be unique in the page.
    """

    identity: str
    title: str
    description: str
    language: Language


def picture(width: float, height: float, caption: Caption, *parts: Markup) -> Markup:
    """A whole picture on white ground."""
    name = caption.identity
    return node(
        "svg",
        node("title", caption.title, id=f"{name}-title"),
        node("desc", caption.description, id=f"{name}-desc"),
        box(0, 0, width, height, fill=PAPER),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {number(width)} {number(height)}",
        width=width,
        height=height,
        role="img",
        aria_labelledby=f"{name}-title {name}-desc",
        font_family=FONTS[caption.language],
        lang=LANGUAGE_TAGS[caption.language],
    )


def legend(
    entries: Iterable[tuple[Markup, str]], left: float, top: float, room: float, style: Style
) -> tuple[Markup, float]:
    """Marks (drawn at the origin, 14 wide and 12 high) with their words, wrapped into rows.

    Returns the elements and the height they take. A mark may be empty.
    """
    x, row, parts = left, 0, []
    height = style.size + 8
    for mark, words in entries:
        indent = 20 if mark else 0
        wide = indent + min(style.width(words), room - indent)
        if x > left and x + wide > left + room:
            x, row = left, row + 1
        middle = top + (row + 0.5) * height
        if mark:
            parts.append(node("g", mark, transform=f"translate({number(x)} {number(middle - 6)})"))
        parts.append(label(x + indent, middle, words, style, room - indent))
        x += wide + 16
    return joined(parts), (row + 1) * height
