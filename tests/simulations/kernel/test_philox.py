"""The kernel's random numbers against the published answers, and against chance."""

import numpy as np
import pytest

from simulations.jit import compiled
from simulations.kernel.philox import MASK, philox, uniform_pair

PI = (0x243F6A88, 0x85A308D3, 0x13198A2E, 0x03707344)


@compiled
def answer(key: int, other: int, a: int, b: int, c: int, d: int) -> tuple[int, int, int, int]:
    return philox(key, other, a, b, c, d)


@pytest.mark.parametrize(
    ("key", "counter", "expected"),
    [
        ((0, 0), (0, 0, 0, 0), (0x6627E8D5, 0xE169C58D, 0xBC57AC4C, 0x9B00DBD8)),
        ((MASK, MASK), (MASK,) * 4, (0x408F276D, 0x41C83B0E, 0xA20BC7C6, 0x6D5451FD)),
        ((0xA4093822, 0x299F31D0), PI, (0xD16CFE09, 0x94FDCCEB, 0x5001E420, 0x24126EA1)),
    ],
)
def test_known_answers(
    key: tuple[int, int], counter: tuple[int, ...], expected: tuple[int, ...]
) -> None:
    """The three vectors of philox4x32-10 in kat_vectors of Random123."""
    assert answer(*key, *counter) == expected


def test_uniform_numbers_are_uniform_and_their_neighbours_independent() -> None:
    keys = np.array([12, 34], np.int64)
    pairs = np.array([uniform_pair(keys, case, 3, 0, 0) for case in range(20_000)])
    assert pairs.min() >= 0
    assert pairs.max() < 1
    counts = np.histogram(pairs, 100, (0, 1))[0]
    assert ((counts - 400) ** 2 / 400).sum() < 150  # chi-square, 99 degrees
    assert abs(np.corrcoef(pairs[:, 0], pairs[:, 1])[0, 1]) < 0.03
    assert abs(np.corrcoef(pairs[1:, 0], pairs[:-1, 0])[0, 1]) < 0.03
