"""Calendar arithmetic over the spans table, at a clock that never goes back."""

from simulations.jit import inlined
from simulations.kernel.tables import CURSOR, END, NEVER, OPENED, START, Int32


@inlined
def current(spans: Int32, calendar: int, now: int) -> int:
    """The calendar's first interval that ends after ``now``; ``now`` never goes back."""
    place = spans[CURSOR, calendar]
    while spans[END, place] <= now:
        place += 1
    spans[CURSOR, calendar] = place
    return int(place)


@inlined
def on_duty(spans: Int32, calendar: int, now: int) -> bool:
    """Whether the calendar is open at ``now``."""
    return bool(spans[START, current(spans, calendar, now)] <= now)


@inlined
def open_clock(spans: Int32, calendar: int, now: int) -> int:
    """Open time of the calendar up to ``now``, in seconds."""
    place = current(spans, calendar, now)
    return int(spans[OPENED, place] + max(0, now - spans[START, place]))


@inlined
def opening(spans: Int32, calendar: int, now: int, time: int) -> int:
    """The first open moment at or after ``time``, which is not before ``now``."""
    if time >= NEVER:
        return NEVER
    place = current(spans, calendar, now)
    while spans[END, place] <= time:
        place += 1
    return max(time, int(spans[START, place]))


@inlined
def work_until(spans: Int32, calendar: int, now: int, work: int, time: int) -> int:
    """When ``work`` seconds begun at ``time`` are done; work ending at closing ends at closing."""
    if time >= NEVER:
        return NEVER
    place = current(spans, calendar, now)
    while spans[END, place] <= time:
        place += 1
    time = max(time, int(spans[START, place]))
    while time < NEVER and work > spans[END, place] - time:
        work -= int(spans[END, place]) - time
        place += 1
        time = int(spans[START, place])
    return min(time + work, NEVER)
