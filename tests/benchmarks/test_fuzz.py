"""The small end of the fuzz campaign, and that it would notice a crash or a hang."""

import random

import pytest

from benchmarks import fuzz
from benchmarks.mutations import CHANGES, Change, mutated
from models.errors import DocumentError
from models.said import said


def test_two_hundred_damaged_files_are_read_or_refused_in_a_sentence() -> None:
    tallies, _ = fuzz.campaign(200, seed=20_261_124)
    assert [crash for tally in tallies.values() for crash in tally.crashes] == []
    ends = {end for tally in tallies.values() for end in tally.ends}
    assert ends == {"read", "refused"}
    assert all(tally.ends["refused"] for tally in tallies.values())


def test_crashes_and_refusals_are_told_apart() -> None:
    def crash(_: bytes) -> object:
        raise KeyError

    def refuse(_: bytes) -> object:
        raise DocumentError(said("不对", "wrong"))

    tally = fuzz.Tally()
    fuzz.tried(b"", crash, tally)
    fuzz.tried(b"", refuse, tally)
    fuzz.tried(b"", len, tally)
    assert tally.ends == {"crash": 1, "refused": 1, "read": 1}
    assert "KeyError" in tally.crashes[0]


@pytest.mark.parametrize("change", CHANGES)
def test_every_change_takes_any_bytes(change: Change) -> None:
    seeds = (b"", b"a", b"<a><b/></a>", "一件事: {a: 1}\n".encode())
    for number, seed in enumerate(seeds):
        assert isinstance(change(random.Random(number), seed), bytes)


def test_the_same_seed_damages_the_same_way() -> None:
    seeds = [b"one two three", b"four"]
    first = [mutated(random.Random(7), seeds) for _ in range(3)]
    assert first == [mutated(random.Random(7), seeds) for _ in range(3)]
