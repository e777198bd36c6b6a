"""What tests ask of any picture: where its texts lie, by the widths the layout reckoned with."""

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from reports import typeset

SVG = "{http://www.w3.org/2000/svg}"
TOLERANCE = 0.6


@dataclass(frozen=True)
class Placed:
    """A text and the rectangle it takes."""

    content: str
    left: float
    right: float
    top: float
    bottom: float

    def overlaps(self, other: "Placed") -> bool:
        return (
            min(self.right, other.right) - max(self.left, other.left) > TOLERANCE
            and min(self.bottom, other.bottom) - max(self.top, other.top) > TOLERANCE
        )


PICTURE = re.compile(r'<svg xmlns="http://www.w3.org/2000/svg".*?</svg>(?=</div>)', re.DOTALL)
"""A picture in a page."""


def parsed(svg: str) -> ET.Element:
    """The picture as XML; fails if it is not well-formed."""
    return ET.fromstring(svg)  # noqa: S314 - our own text


def texts(root: ET.Element) -> list[Placed]:
    """Every text of a picture in its outermost coordinates."""
    return list(_texts(root, 0.0, 0.0, outer=True))


def _texts(element: ET.Element, dx: float, dy: float, *, outer: bool = False) -> Iterator[Placed]:
    if element.tag == f"{SVG}svg" and not outer:
        left, top = map(float, element.get("viewBox", "0 0 0 0").split()[:2])
        dx += float(element.get("x", 0)) - left
        dy += float(element.get("y", 0)) - top
    moved = element.get("transform")
    if moved:
        x, y = moved.removeprefix("translate(").rstrip(")").split()
        dx, dy = dx + float(x), dy + float(y)
    if element.tag == f"{SVG}text":
        yield _placed(element, dx, dy)
    for child in element:
        yield from _texts(child, dx, dy)


def shown(element: ET.Element) -> str:
    """A text element's words without its tooltip."""
    return (element.text or "") + "".join(child.tail or "" for child in element)


def _placed(element: ET.Element, dx: float, dy: float) -> Placed:
    content = shown(element)
    size = float(element.get("font-size", 0))
    wide = typeset.width(content, size, bold=element.get("font-weight") == "bold")
    start = {"start": 0.0, "middle": wide / 2, "end": wide}[element.get("text-anchor", "start")]
    left = float(element.get("x", 0)) + dx - start
    baseline = float(element.get("y", 0)) + dy
    return Placed(content, left, left + wide, baseline - 0.8 * size, baseline + 0.22 * size)


def faults(svg: str) -> list[str]:
    """Texts that lie on each other or outside the picture."""
    root = parsed(svg)
    _, _, width, height = map(float, root.get("viewBox", "").split())
    placed = [text for text in texts(root) if text.content.strip()]
    found = [
        f"{text.content!r} lies outside"
        for text in placed
        if text.left < -TOLERANCE
        or text.right > width + TOLERANCE
        or text.top < -TOLERANCE
        or text.bottom > height + TOLERANCE
    ]
    pairs = ((a, b) for a, b in combinations(placed, 2) if a.overlaps(b))
    return found + [f"{a.content!r} collides with {b.content!r}" for a, b in pairs]
