"""Idle people in line at their desks: who has been idle longest comes first.

A stand is a person at a desk. The idle stands of a desk are chained by AHEAD and BEHIND in the
order of SINCE, of several the lowest number first, so that nobody has to be looked for.
"""

from simulations.jit import called, inlined
from simulations.kernel.hours import on_duty
from simulations.kernel.net_tables import (
    AHEAD,
    BEHIND,
    IDLE_FIRST,
    IDLE_LAST,
    SINCE,
    STANDING,
    STANDS_FIRST,
    STANDS_LAST,
)
from simulations.kernel.tables import FREE, IDLE, SHIFT, Int32


@inlined
def line_up(
    person: int,
    now: int,
    pools: Int32,
    servers: Int32,
    desks: Int32,
    people: Int32,
    stands: Int32,
    lists: Int32,
) -> None:
    """The person is idle from now on, at every desk."""
    servers[IDLE, person] = 1
    people[SINCE, person] = now
    for stand in range(people[STANDS_FIRST, person], people[STANDS_LAST, person]):
        desk = lists[stand]
        pools[FREE, desk] += 1
        ahead, behind = desks[IDLE_LAST, desk], -1
        while ahead >= 0:
            other = stands[STANDING, ahead]
            if people[SINCE, other] < now or other < person:
                break
            behind = ahead
            ahead = stands[AHEAD, ahead]
        stands[AHEAD, stand], stands[BEHIND, stand] = ahead, behind
        if ahead < 0:
            desks[IDLE_FIRST, desk] = stand
        else:
            stands[BEHIND, ahead] = stand
        if behind < 0:
            desks[IDLE_LAST, desk] = stand
        else:
            stands[AHEAD, behind] = stand


@inlined
def leave_line(
    person: int,
    pools: Int32,
    servers: Int32,
    desks: Int32,
    people: Int32,
    stands: Int32,
    lists: Int32,
) -> None:
    """The person is not idle any more, at any desk."""
    servers[IDLE, person] = 0
    for stand in range(people[STANDS_FIRST, person], people[STANDS_LAST, person]):
        desk = lists[stand]
        pools[FREE, desk] -= 1
        ahead, behind = stands[AHEAD, stand], stands[BEHIND, stand]
        if ahead < 0:
            desks[IDLE_FIRST, desk] = behind
        else:
            stands[BEHIND, ahead] = behind
        if behind < 0:
            desks[IDLE_LAST, desk] = ahead
        else:
            stands[AHEAD, behind] = ahead


@called
def longest_idle(
    desk: int, now: int, desks: Int32, stands: Int32, spans: Int32, servers: Int32
) -> int:
    """The person of the desk on duty who has been idle longest, or -1."""
    stand = desks[IDLE_FIRST, desk]
    while stand >= 0:
        person = stands[STANDING, stand]
        if on_duty(spans, servers[SHIFT, person], now):
            return int(person)
        stand = stands[BEHIND, stand]
    return -1
