"""Several tasks at once: whether a person who has some takes one more."""

from simulations.jit import inlined
from simulations.kernel.idle_lines import leave_line, line_up
from simulations.kernel.net_tables import (
    AT_HAND,
    DECIDED,
    FOR_HANDS,
    HANDS_PERIOD,
    MORE_FIRST,
    MOST_AT_HAND,
    WEEK,
    Float64,
)
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import IDLE, Int32, Int64


@inlined
def has_a_free_hand(person: int, now: int, people: Int32, points: Float64, keys: Int64) -> bool:
    """Whether the person takes one more task; drawn when the number at hand has changed."""
    held, most = people[AT_HAND, person], people[MOST_AT_HAND, person]
    if held == 0 or held >= most:
        return bool(held == 0)
    people[DECIDED, person] += 1
    u, _ = uniform_pair(keys, person, people[DECIDED, person], 0, FOR_HANDS)
    row = people[MORE_FIRST, person] + now % WEEK // people[HANDS_PERIOD, person] * (most - 1)
    return bool(u < points[row + held - 1])


@inlined
def change_hands(
    person: int,
    change: int,
    now: int,
    pools: Int32,
    servers: Int32,
    desks: Int32,
    people: Int32,
    stands: Int32,
    lists: Int32,
    points: Float64,
    keys: Int64,
) -> None:
    """So many tasks more (or, below 0, fewer) are at hand; the person is idle if one more can be.

    Who took or ended a task last comes last among those who can take the next.
    """
    people[AT_HAND, person] += change
    if servers[IDLE, person] != 0:
        leave_line(person, pools, servers, desks, people, stands, lists)
    if has_a_free_hand(person, now, people, points, keys):
        line_up(person, now, pools, servers, desks, people, stands, lists)
