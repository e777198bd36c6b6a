"""Lines of a log as bytes.

Text is copied sixteen bytes at a time, whatever its length, and the next piece is put over what was
too much; so texts are padded to whole blocks, and the room for lines is longer than the lines.
"""

import numpy as np
import numpy.typing as npt

from simulations.jit import BLOCK, called, compiled, copy_block, inlined
from simulations.kernel.tables import Int32, Int64

Bytes = npt.NDArray[np.uint8]
ZERO, COMMA, NEWLINE = 48, 44, 10
DAY, MINUTE = 86_400, 60
DAY_TEXT, MINUTE_TEXT, TIME_TEXT = 11, 6, 26
"""Bytes of ``2024-01-01 ``, of ``09:00:`` and of ``2024-01-01 09:00:00+00:00,``."""


@inlined
def put_text(out: Bytes, place: int, texts: Bytes, ends: Int64, number: int) -> int:
    """Copy text ``number``: it begins at ``ends[0, number]`` and has ``ends[1, number]`` bytes."""
    first, size = ends[0, number], ends[1, number]
    for n in range(0, size, BLOCK):
        copy_block(out, place + n, texts, first + n)
    return int(place + size)


@called
def put_time(out: Bytes, place: int, time: int, days: Bytes, minutes: Bytes, rest: Bytes) -> int:
    """Write a moment by the texts of its day, of its minute in the day, of its second and zone."""
    day = time // DAY
    second = time - day * DAY
    minute = second // MINUTE
    copy_block(out, place, days, BLOCK * day)
    copy_block(out, place + DAY_TEXT, minutes, BLOCK * minute)
    copy_block(out, place + DAY_TEXT + MINUTE_TEXT, rest, BLOCK * (second - MINUTE * minute))
    return place + TIME_TEXT


@inlined
def put_number(out: Bytes, place: int, number: int, end: int) -> int:
    """Write a number that is not negative, and the byte ``end``."""
    digits, limit = 1, 10
    while number >= limit:
        digits += 1
        limit *= 10
    for n in range(digits - 1, -1, -1):
        rest = number // 10
        out[place + n] = ZERO + number - 10 * rest
        number = rest
    out[place + digits] = end
    return place + digits + 1


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
    batch: Int32,
    names: Bytes,
    name_ends: Int64,
    people: Bytes,
    people_ends: Int64,
    days: Bytes,
    minutes: Bytes,
    rest: Bytes,
    out: Bytes,
) -> int:
    """Write visits ``first:last`` that somebody worked on, a line each; how many bytes.

    Names end with a comma, people with a line's end; or, if there are batches (else ``batch`` is
    empty), with a comma, and the number of the visit's batch follows.
    """
    place = 0
    for row in range(first, last):
        who = resource[row]
        if who < 0:
            continue
        place = put_number(out, place, case[row], COMMA)
        place = put_text(out, place, names, name_ends, step[row])
        place = put_time(out, place, enabled[row], days, minutes, rest)
        place = put_time(out, place, started[row], days, minutes, rest)
        place = put_time(out, place, completed[row], days, minutes, rest)
        place = put_text(out, place, people, people_ends, who)
        if len(batch) > 0 and batch[row] >= 0:
            place = put_number(out, place, batch[row], NEWLINE)
        elif len(batch) > 0:
            out[place] = NEWLINE
            place += 1
    return place
