"""Contrasts, by the formula of WCAG 2."""

import pytest

from reports.palette import (
    ACCENT,
    CAUSE_FILLS,
    HEAT,
    HEAT_STEPS,
    INK,
    ON_TIME,
    PAPER,
    SHADE,
    SOFT,
    heat,
)

AA_TEXT = 4.5


def luminance(colour: str) -> float:
    channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(first: str, second: str) -> float:
    high, low = sorted((luminance(first), luminance(second)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(
    ("ink", "ground"),
    [
        (INK, PAPER),
        (SOFT, PAPER),
        (SOFT, SHADE),
        (ACCENT, PAPER),
        (PAPER, ACCENT),
        (ON_TIME.ink, ON_TIME.colour),
        *((INK, colour) for colour in HEAT),
        *((fill.ink, fill.colour) for fill in CAUSE_FILLS.values() if fill.pattern == "solid"),
    ],
)
def test_text_can_be_read_on_its_ground(ink: str, ground: str) -> None:
    assert contrast(ink, ground) >= AA_TEXT


def test_causes_differ_in_pattern_or_clearly_in_lightness() -> None:
    fills = list(CAUSE_FILLS.values())
    for n, first in enumerate(fills):
        for second in fills[n + 1 :]:
            apart = contrast(first.colour, second.colour)
            assert first.pattern != second.pattern or apart > 3


def test_heat_grows_with_the_share() -> None:
    assert [heat(0), heat(1)] == [HEAT[0], HEAT[-1]]
    assert [heat(step) for step in HEAT_STEPS] == list(HEAT[1:])
