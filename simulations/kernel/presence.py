"""Calendars of chances made certain: who is at work in which granule of the run."""

from simulations.jit import compiled
from simulations.kernel.net_tables import FOR_PRESENCE, Float64
from simulations.kernel.philox import uniform_pair
from simulations.kernel.tables import Int8, Int64


@compiled
def draw_presence(
    who: int, number: int, first: int, chances: Float64, keys: Int64, present: Int8
) -> None:
    """Whether person ``number`` of resource ``who`` is at work in each granule, once and for all.

    ``chances`` are by granule of the week; the run begins in the one numbered ``first``.
    """
    place = first
    for granule in range(len(present)):
        chance = chances[place]
        if chance >= 1:
            present[granule] = 1
        elif chance > 0:
            u, _ = uniform_pair(keys, who, granule, number, FOR_PRESENCE)
            present[granule] = u < chance
        place += 1
        if place == len(chances):
            place = 0
