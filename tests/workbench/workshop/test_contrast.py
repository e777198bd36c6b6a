"""Contrast of the workshop's colours: 4.5 for text, 3 for graphics (WCAG 2.2 AA)."""

import re
from pathlib import Path

import pytest

import workbench.workshop

STYLES = Path(workbench.workshop.__file__).parent / "static" / "workshop.css"
VARIABLES = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6})", STYLES.read_text(encoding="utf-8")))
PAPER = "#ffffff"
PAIRS = [
    ("ink", PAPER),
    ("ink", VARIABLES["shade"]),
    ("soft", PAPER),
    ("soft", VARIABLES["shade"]),
    ("soft", "#eaf1f8"),
    ("blue", PAPER),
    ("blue", VARIABLES["shade"]),
    ("held", VARIABLES["held-ground"]),
    ("missed", VARIABLES["missed-ground"]),
    ("open", VARIABLES["open-ground"]),
]


def luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour (WCAG 2.2)."""
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_black_on_white_is_twenty_one() -> None:
    assert contrast("#000000", PAPER) == pytest.approx(21)


@pytest.mark.parametrize(("name", "ground"), PAIRS)
def test_text_can_be_read(name: str, ground: str) -> None:
    assert contrast(VARIABLES[name], ground) >= 4.5


def test_white_can_be_read_on_the_bar() -> None:
    assert contrast(PAPER, VARIABLES["blue"]) >= 4.5
    assert contrast("#8a1a10", "#fff4f2") >= 4.5


@pytest.mark.parametrize("name", ["cool", "warm", "hot", "edge"])
def test_bars_stand_out_from_their_ground(name: str) -> None:
    """3:1 for what is not text (1.4.11); light parts of a bar are told apart by their edges."""
    assert contrast(VARIABLES[name], VARIABLES["track"]) >= 3
    assert contrast(VARIABLES[name], PAPER) >= 3


def test_where_the_keyboard_is_stands_out() -> None:
    """3:1 (1.4.11, 2.4.7); on the blue bar the outline is white."""
    assert contrast(VARIABLES["focus"], PAPER) >= 3
    assert contrast(VARIABLES["focus"], VARIABLES["shade"]) >= 3
    assert contrast(VARIABLES["blue"], PAPER) >= 3


def test_bars_have_no_colour_but_those() -> None:
    styles = STYLES.read_text(encoding="utf-8")
    used = re.findall(r"\.(?:bar|cool|warm|hot)\b[^{]*\{([^}]*)\}", styles)
    assert len(used) >= 6
    assert not any("#" in each for each in used)
