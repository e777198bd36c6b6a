"""How busy staff is by weekday and hour: a heat table that can be read without colour."""

import numpy as np
from markupsafe import Markup

from models.week import DAYS, HOURS, Week
from reports.palette import GRID, INK, LOAD, LOAD_STEPS, SHADE, SOFT
from reports.svg import Caption, Style, box, joined, label, legend, picture
from reports.wording import Wording

WIDTH = 760.0
NAMES, ROW, HEAD = 64.0, 28.0, 24.0
TEXT = Style(12, "middle")
FAINT = Style(11, "middle", SOFT)
HALF = 0.5


def week_load(week: Week, name: str, w: Wording, identity: str) -> Markup:
    """The picture of one pool called ``name``; ``identity`` must be unique in the page."""
    open_hours = np.flatnonzero(week.available.any(axis=0))
    first, last = (int(open_hours[0]), int(open_hours[-1]) + 1) if len(open_hours) else (0, HOURS)
    wide = (WIDTH - NAMES - 8) / (last - first)
    share = week.utilisation
    parts = [
        label(NAMES + (n + HALF) * wide, HEAD / 2 + 2, f"{first + n}", FAINT)
        for n in range(last - first)
    ]
    for day in range(DAYS):
        top = HEAD + day * ROW
        parts.append(label(8, top + ROW / 2, w("weekdays").split()[day], Style(12)))
        for n in range(last - first):
            value = float(share[day, first + n])
            parts.append(_cell(NAMES + n * wide, top, wide, value))
    floor = HEAD + DAYS * ROW
    keys, tall = legend(_keys(w), 8, floor + 8, WIDTH - 16, Style(12))
    caption = Caption(identity, w("week_title", name=name), w("week_desc"), w.language)
    return picture(WIDTH, floor + tall + 14, caption, joined(parts), keys)


def colour(share: float) -> tuple[str, str]:
    """Ground and ink of a cell."""
    place = sum(share >= threshold for threshold in LOAD_STEPS)
    return LOAD[place]


def _cell(left: float, top: float, wide: float, share: float) -> Markup:
    if np.isnan(share):
        return box(left, top, wide, ROW, fill=SHADE, stroke=GRID)
    ground, ink = colour(share)
    return joined(
        [
            box(left, top, wide, ROW, fill=ground, stroke=GRID),
            label(left + wide / 2, top + ROW / 2, f"{share:.0%}", Style(11, "middle", ink)),
        ]
    )


def _keys(w: Wording) -> list[tuple[Markup, str]]:
    bounds = ["0%", *(f"{step:.0%}" for step in LOAD_STEPS), ""]
    marks = [
        (
            box(0, 0, 14, 12, fill=ground, stroke=INK, stroke_width=0.5),
            w("heat", low=bounds[n], high=bounds[n + 1]) if bounds[n + 1] else f"≥ {bounds[n]}",
        )
        for n, (ground, _) in enumerate(LOAD)
    ]
    closed = (box(0, 0, 14, 12, fill=SHADE, stroke=GRID), w("week_closed"))
    return [(Markup(), w("week_is")), *marks, closed]
