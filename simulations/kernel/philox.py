"""Keyed random numbers inside the kernel: Philox 4x32 with ten rounds.

A counter of four 32-bit numbers (which case, where, which visit, what for) and a key of two give
two uniform numbers. The same counter gives the same numbers whenever it is asked, so a case has the
same luck in every variant of a scenario, and loops without end need no table of draws.

Source: Salmon, Moraes, Dror and Shaw (2011), Parallel random numbers: as easy as 1, 2, 3 (SC'11).
"""

from simulations.jit import called, inlined
from simulations.kernel.tables import Int64

MASK = 0xFFFF_FFFF
MULTIPLIERS = (0xD251_1F53, 0xCD9E_8D57)
WEYL = (0x9E37_79B9, 0xBB67_AE85)
ROUNDS = 10


@inlined
def philox(key: int, other_key: int, a: int, b: int, c: int, d: int) -> tuple[int, int, int, int]:
    """Four 32-bit numbers for the counter (a, b, c, d)."""
    for _ in range(ROUNDS):
        first = MULTIPLIERS[0] * a
        second = MULTIPLIERS[1] * c
        a = ((second >> 32) & MASK) ^ b ^ key
        b = second & MASK
        c = ((first >> 32) & MASK) ^ d ^ other_key
        d = first & MASK
        key = (key + WEYL[0]) & MASK
        other_key = (other_key + WEYL[1]) & MASK
    return a, b, c, d


@called
def uniform_pair(
    keys: Int64, case: int, place: int, visit: int, purpose: int
) -> tuple[float, float]:
    """Two uniform numbers in [0, 1) of this key, 53 bits each."""
    a, b, c, d = philox(keys[0], keys[1], case, place, visit, purpose)
    first = ((a >> 5) * 67_108_864.0 + (b >> 6)) / 9_007_199_254_740_992.0
    second = ((c >> 5) * 67_108_864.0 + (d >> 6)) / 9_007_199_254_740_992.0
    return first, second
