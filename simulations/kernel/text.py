"""Lines of a log as bytes."""

import numpy as np
import numpy.typing as npt

from simulations.jit import called, compiled, inlined
from simulations.kernel.tables import Int32, Int64

Bytes = npt.NDArray[np.uint8]
ZERO, COLON, COMMA, NEW_LINE = 48, 58, 44, 10
DAY = 86_400


@called
def put_text(out: Bytes, place: int, text: Bytes, first: int, last: int) -> int:
    """Copy a piece of text; where it ends."""
    for n in range(first, last):
        out[place] = text[n]
        place += 1
    return place


@inlined
def put_two(out: Bytes, place: int, number: int) -> int:
    """Write a number below 100 with two digits."""
    tens = number // 10
    out[place] = ZERO + tens
    out[place + 1] = ZERO + number - 10 * tens
    return place + 2


@called
def put_time(out: Bytes, place: int, time: int, days: Bytes, zone: Bytes) -> int:
    """Write a moment: the text of its day (eleven bytes), the time of day, the zone, a comma."""
    day = time // DAY
    second = time - day * DAY
    place = put_text(out, place, days, 11 * day, 11 * day + 11)
    minutes = second // 60
    place = put_two(out, place, minutes // 60)
    out[place] = COLON
    place = put_two(out, place + 1, minutes % 60)
    out[place] = COLON
    place = put_two(out, place + 1, second - 60 * minutes)
    place = put_text(out, place, zone, 0, len(zone))
    out[place] = COMMA
    return place + 1


@inlined
def put_number(out: Bytes, place: int, number: int) -> int:
    """Write a number that is not negative."""
    digits = 1
    rest = number
    while rest >= 10:  # noqa: PLR2004 - decimal
        rest //= 10
        digits += 1
    for n in range(digits - 1, -1, -1):
        out[place + n] = ZERO + number % 10
        number //= 10
    return place + digits


@compiled
def put_lines(
    first: int,
    last: int,
    case: Int32,
    step: Int32,
    enabled: Int32,
    started: Int32,
    completed: Int32,
    resource: Int32,
    names: Bytes,
    name_ends: Int64,
    people: Bytes,
    people_ends: Int64,
    days: Bytes,
    zone: Bytes,
    out: Bytes,
) -> int:
    """Write visits ``first:last`` that somebody worked on, a line each; how many bytes.

    Names and people are texts end to end; text n ends at ``ends[n + 1]``.
    """
    place = 0
    for row in range(first, last):
        who = resource[row]
        if who < 0:
            continue
        place = put_number(out, place, case[row])
        out[place] = COMMA
        name = step[row]
        place = put_text(out, place + 1, names, name_ends[name], name_ends[name + 1])
        out[place] = COMMA
        place = put_time(out, place + 1, enabled[row], days, zone)
        place = put_time(out, place, started[row], days, zone)
        place = put_time(out, place, completed[row], days, zone)
        place = put_text(out, place, people, people_ends[who], people_ends[who + 1])
        out[place] = NEW_LINE
        place += 1
    return place
