"""The days below a picture of cases: dates, midnights, and when offices are closed."""

from datetime import date, timedelta

import numpy as np
from markupsafe import Markup

from models.timing import Ruler
from models.working_time import DAY, OpenTime
from reports.palette import GRID, INK, SHADE, SOFT
from reports.pictures.scale import Scale, round_step, ticks
from reports.svg import Style, box, joined, label, line
from reports.wording import Wording
from reports.wording.numbers import day, weekday

MOST_NIGHTS, MOST_DAYS_OFF = 21, 200
"""Up to so many days nights are shaded, and up to so many whole days off."""

DATE = Style(11, colour=INK)


def closed_time(ruler: Ruler, x: Scale, top: float, floor: float) -> Markup:
    """Shaded: nights, noon and days off; over many days whole days off only.

    ``x`` maps seconds since the calendar's first day.
    """
    days = (x.high - x.low) / DAY
    if days > MOST_DAYS_OFF:
        return Markup()
    opened = ruler.office if days <= MOST_NIGHTS else ruler.calendar.whole_working_days()
    return joined(
        box(x(start), top, x(end) - x(start), floor - top, fill=SHADE)
        for start, end in gaps(opened, int(x.low), int(x.high))
    )


def gaps(opened: OpenTime, low: int, high: int) -> list[tuple[int, int]]:
    """The closed stretches from ``low`` to ``high``."""
    first = int(np.searchsorted(opened.end, low, side="right"))
    last = int(np.searchsorted(opened.start, high, side="left"))
    starts = [low, *opened.end[first:last].tolist()]
    ends = [*opened.start[first:last].tolist(), high]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if end > start]


def dates(first: date, x: Scale, top: float, body: float, floor: float, w: Wording) -> Markup:
    """Dates between ``top`` and ``body`` where there is room, a line at each midnight below."""
    start, end = x.low / DAY, x.high / DAY
    parts = [line(x.start, body, x.end, body, stroke=INK)]
    if end - start <= MOST_DAYS_OFF:
        parts += [
            line(x(n * DAY), body, x(n * DAY), floor, stroke=GRID) for n in ticks(start, end, 1)
        ]
    shown = [first + timedelta(days=start + n) for n in range(int(end - start))]
    names = [f"{day(each, w)} {weekday(each, w)}" for each in shown]
    room = max(map(DATE.width, names)) + 12
    step = int(max(round_step(room / x.unit / DAY), 1))
    for n in range(0, len(names), step):
        place = x((start + n) * DAY)
        parts.append(line(place, top + 2, place, body, stroke=SOFT))
        parts.append(label(place + 4, top + 9, names[n], DATE))
    return joined(parts)
