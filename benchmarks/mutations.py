"""Random damage to files: bytes, lines, words, elements, and what attackers put in."""

from collections.abc import Callable, Sequence
from random import Random
from re import finditer

Change = Callable[[Random, bytes], bytes]

NASTY = (
    b"NaN",
    b"1e999",
    b"-1",
    b"0",
    b"99999999999999999999",
    b"\x00",
    b"\xff\xfe",
    b"\r",
    b"../../../../etc/passwd",
    b"<!DOCTYPE d [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",
    b"&b;",
    b"{{{{{{{{",
    b"[[[[[[[[",
    b"&anchor ",
    b"*anchor",
    b"!!python/object/apply:os.system [id]",
    b"null",
    b"9999-12-31T23:59:59Z",
    b"0001-01-01T00:00:00Z",
    "一件事".encode() * 50,
    b"x" * 5_000,
)
WORD = rb"[A-Za-z0-9_.:+-]+"
ELEMENT = rb"<([A-Za-z0-9:]+)[^<>]*?(?:/>|>[^<>]*</\1>)"


def _span(random: Random, data: bytes, most: int = 200) -> tuple[int, int]:
    begin = random.randrange(len(data) + 1)
    return begin, min(len(data), begin + random.randint(1, most))


def _flip(random: Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(random.randint(1, 8)):
        if changed:
            changed[random.randrange(len(changed))] = random.randrange(256)
    return bytes(changed)


def _cut(random: Random, data: bytes) -> bytes:
    begin, end = _span(random, data)
    return data[:begin] + data[end:]


def _truncate(random: Random, data: bytes) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def _double(random: Random, data: bytes) -> bytes:
    begin, end = _span(random, data)
    return data[:end] + data[begin:end] * random.randint(1, 20) + data[end:]


def _insert(random: Random, data: bytes) -> bytes:
    place = random.randrange(len(data) + 1)
    return data[:place] + random.choice(NASTY) + data[place:]


def _lines(random: Random, data: bytes) -> bytes:
    lines = data.splitlines(keepends=True)
    if lines:
        place = random.randrange(len(lines))
        taken = lines.pop(place)
        lines[random.randrange(len(lines) + 1) : 0] = [taken] * random.randint(0, 2)
    return b"".join(lines)


def _swap(pattern: bytes) -> Change:
    """Put one match of a pattern in the place of another, or something nasty."""

    def swap(random: Random, data: bytes) -> bytes:
        begin = random.randrange(len(data) + 1)
        found = [match.span() for match in finditer(pattern, data[begin : begin + 20_000])]
        if not found:
            return data
        first, last = random.choice(found)
        other = random.choice(found)
        new = data[begin + other[0] : begin + other[1]]
        if random.random() < 1 / 3:
            new = random.choice((b"", *NASTY))
        return data[: begin + first] + new + data[begin + last :]

    return swap


CHANGES: tuple[Change, ...] = (
    _flip,
    _cut,
    _truncate,
    _double,
    _insert,
    _lines,
    _swap(WORD),
    _swap(WORD),
    _swap(WORD),
    _swap(ELEMENT),
    _swap(ELEMENT),
)


def mutated(random: Random, seeds: Sequence[bytes]) -> bytes:
    """One of the seeds after one to four changes, now and then with the tail of another."""
    data = random.choice(seeds)
    for _ in range(random.choice((1, 1, 1, 2, 3, 4))):
        data = random.choice(CHANGES)(random, data)
    if random.random() < 1 / 50:
        other = random.choice(seeds)
        data = data[: random.randrange(len(data) + 1)] + other[random.randrange(len(other)) :]
    return data
