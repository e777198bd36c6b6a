"""Colours and fonts of all pictures: colour-blind safe, with a pattern wherever colour speaks.

The colours of causes differ in lightness as well as in hue, so that a black-and-white print can
be read; text colours have a contrast of at least 4.5 on white (WCAG AA).
"""

from dataclasses import dataclass
from typing import Literal

Pattern = Literal["solid", "rising", "falling", "dots", "level", "upright", "cross"]

_CHINESE = (
    "'Noto Sans CJK SC','Source Han Sans SC','Microsoft YaHei','PingFang SC','Hiragino Sans GB',"
    "'WenQuanYi Micro Hei'"
)
FONTS = {"zh": f"{_CHINESE},Arial,sans-serif", "en": f"'Segoe UI',Arial,{_CHINESE},sans-serif"}
"""Fonts by language: in English a Latin font comes first, for its narrow quotation marks."""

INK = "#1b1f24"
SOFT = "#4b5563"
FAINT = "#8a94a3"
GRID = "#dfe3e8"
PAPER = "#ffffff"
SHADE = "#eef1f4"
ACCENT = "#b42318"
HEAT = ("#ffffff", "#fff0db", "#fdd9a5", "#fbb671", "#f5924d")
HEAT_STEPS = (0.02, 0.1, 0.25, 0.5)
"""Shares of all waiting from which a step takes the next colour of HEAT."""


@dataclass(frozen=True)
class Fill:
    """A colour, the pattern drawn over it, and the colour of text on it."""

    colour: str
    pattern: Pattern = "solid"
    ink: str = INK


ON_TIME = Fill("#2f6fa8", ink=PAPER)
LATE = Fill("#e07a3f", "rising")
CAUSE_FILLS: dict[str, Fill] = {
    "work": Fill("#1f4e79", ink=PAPER),
    "queue": Fill("#e07a3f", "rising"),
    "priority": Fill("#f3c6a5", "falling"),
    "closed": Fill("#c3cad3"),
    "batch": Fill("#f2d16b", "dots"),
    "external": Fill("#4f9d8f", "level"),
    "applicant": Fill("#b9a5d8", "upright"),
}
"""One fill a cause of ``models.breakdown.CAUSES``."""


def heat(part: float) -> str:
    """The colour for a step's share of all waiting."""
    return HEAT[sum(part >= threshold for threshold in HEAT_STEPS)]


LOAD = (
    ("#ffffff", INK),
    ("#d8e6f3", INK),
    ("#9fc3e2", INK),
    ("#2f6fa8", PAPER),
    ("#12375c", PAPER),
)
LOAD_STEPS = (0.3, 0.5, 0.7, 0.85)
"""Ground and ink by the share of office time worked: light to dark, so that print keeps it."""
