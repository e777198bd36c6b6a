"""How wide a text is, where to break it, and what of it is safe to print.

Pictures must not depend on a browser to fit, and names may come from files of strangers.

Widths are upper bounds over the Latin letters of Noto Sans CJK and Arial, in hundredths of the font
size; other narrow scripts and all Chinese characters count as full width.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator

_ASCII = (
    "28 32 47 56 56 92 68 28 34 34 47 58 28 35 28 39 56 56 56 56 56 56 56 56 56 56 28 28 58 58 58 "
    "56 102 67 67 72 72 67 61 78 73 29 54 67 56 83 72 78 67 78 72 67 61 72 67 94 67 67 61 34 39 34 "
    "56 56 61 56 62 51 62 56 32 56 61 28 28 55 28 93 61 61 62 62 39 50 38 61 52 80 50 52 50 34 27 "
    "34 58"
)
_WIDTHS = {32 + n: int(width) / 100 for n, width in enumerate(_ASCII.split())} | {0x2013: 0.58}
_EMOJI = 0x1F000
_OTHER_SCRIPTS = 0x0530
_PUNCTUATION = (0x2010, 0x2600)
_WIDEST = 1.4
_SLACK = 1.05
"""Other fonts of the stack (Segoe UI, PingFang) run up to so much wider than the two measured."""

_BOLD = 1.08
_NOT_FIRST = set("，。、；：？！）》」』】〕”’…%‰,.;:?!)]}")
_NOT_LAST = set("（《「『【〔“‘([{")
ELLIPSIS = "…"
_TRIES = 12
_FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff"  # XML forbids them
    "\u200e\u200f\u202a-\u202e\u2066-\u2069]"  # they turn the reading direction
)
_BREAKS = re.compile(r"[\t\r\n\u2028\u2029]+")


def clean(content: str) -> str:
    """The text on one line, without characters that XML forbids or that reorder others."""
    return _BREAKS.sub(" ", _FORBIDDEN.sub("\ufffd", content))


def width(content: str, size: float, *, bold: bool = False) -> float:
    """An upper bound of the text's width on one line, in the unit of ``size``."""
    return sum(map(_em, content)) * size * (_BOLD if bold else 1)


def _em(character: str) -> float:
    code = ord(character)
    if code in _WIDTHS:
        return _WIDTHS[code] * _SLACK
    if unicodedata.combining(character):
        return 0.0
    return _WIDEST if code >= _EMOJI else 1.0


def is_plain(content: str) -> bool:
    """Whether the bound surely holds: Latin, Greek, Cyrillic, Chinese, punctuation, arrows.

    Some characters of other scripts are wider than any bound.
    """
    return all(
        ord(c) < _OTHER_SCRIPTS
        or _PUNCTUATION[0] <= ord(c) < _PUNCTUATION[1]
        or (_is_wide(c) and ord(c) < _EMOJI)
        for c in content
    )


Measure = Callable[[str], float]
"""How wide a text is on one line."""


def cut(content: str, room: float, measure: Measure) -> str:
    """The text, or as much of it as fits with an ellipsis."""
    if measure(content) <= room:
        return content
    end = len(content)
    while end and measure(content[:end] + ELLIPSIS) > room:
        end -= 1
    return content[:end].rstrip() + ELLIPSIS


def wrapped(content: str, room: float, measure: Measure, most: int | None = None) -> list[str]:
    """The text in lines of at most ``room``, the last of ``most`` lines cut if there is more.

    Chinese breaks between any two characters but before a closing and after an opening mark;
    Latin words break only if they do not fit on a line of their own.
    """
    lines: list[str] = []
    line = ""
    for piece in _pieces(content, room, measure):
        if line and measure(f"{line}{piece}".rstrip()) > room:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    lines = [*lines, line.rstrip()] if line.strip() or not lines else lines
    if most is None or len(lines) <= most:
        return lines
    rest = "".join(lines[most - 1 :]) + ELLIPSIS
    return [*lines[: most - 1], cut(rest, room, measure)]


def balanced(content: str, room: float, measure: Measure, most: int | None = None) -> list[str]:
    """As ``wrapped``, but in lines of about the same length."""
    lines = wrapped(content, room, measure, most)
    if len(lines) == 1 or lines[-1].endswith(ELLIPSIS):
        return lines
    shortest = max(
        measure(content) / len(lines),
        *(measure(p.rstrip()) for p in _pieces(content, room, measure)),
    )
    for n in range(_TRIES):
        least = shortest + (room - shortest) * n / _TRIES
        found = wrapped(content, least, measure)
        if len(found) <= len(lines):
            return found
    return lines


def _pieces(content: str, room: float, measure: Measure) -> Iterator[str]:
    """What must stay together: a Latin word with its space, a Chinese character with its marks."""
    piece = ""
    for character in content:
        if piece and (_may_break(piece[-1], character) or measure(piece + character) > room):
            yield piece
            piece = ""
        piece += character
    if piece:
        yield piece


def _may_break(before: str, after: str) -> bool:
    if after in _NOT_FIRST or before in _NOT_LAST or after.isspace():
        return False
    return before.isspace() or before in "-/" or _is_wide(before) or _is_wide(after)


def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"
