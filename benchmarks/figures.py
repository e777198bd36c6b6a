"""Size, memory and flatness as figures with their targets."""

from benchmarks.measure import Spread, Tick
from benchmarks.sizes import JOBS, Size, in_own_process
from benchmarks.table import Figure

MILLION_SECONDS, MILLION_MEGABYTES, PART_MILLISECONDS = 2.5, 1_000.0, 60.0
SPEED, FLATNESS = 4.0, 1.5
Rounds = dict[str, list[Size]]


def measured_rounds(repeats: int, tick: Tick) -> Rounds:
    """Every job ``repeats`` times, in rounds."""
    rounds: Rounds = {name: [] for name in JOBS}
    for _ in range(repeats):
        for name, sizes in rounds.items():
            sizes.append(in_own_process(name))
            tick(name)
    return rounds


def figures(rounds: Rounds) -> list[Figure]:
    """The rounds' figures."""
    return [*_part(rounds), *_million(rounds), *_one_run(rounds), *_flatness(rounds)]


def _part(rounds: Rounds) -> list[Figure]:
    sizes = rounds["10,000 cases"]
    each = [size.seconds / size.cases * 10_000 * 1e3 for size in sizes]
    first = [size.first * 1e3 for size in sizes]
    return [
        Figure("10,000 cases, first run", Spread.of(first), "ms", PART_MILLISECONDS),
        Figure("10,000 cases, later runs", Spread.of(each), "ms", PART_MILLISECONDS),
        Figure("visits, with drawing", _speed(sizes, whole=True), "M/s", SPEED, most=False),
        Figure("visits, kernel alone", _speed(sizes, whole=False), "M/s", SPEED, most=False),
    ]


def _speed(sizes: list[Size], *, whole: bool) -> Spread:
    seconds = [size.seconds if whole else size.kernel for size in sizes]
    return Spread.of([s.visits / t / 1e6 for s, t in zip(sizes, seconds, strict=True)])


def _million(rounds: Rounds) -> list[Figure]:
    name = "1,000,000 cases in 100 runs"
    return _whole(name, rounds[name], MILLION_SECONDS, MILLION_MEGABYTES)


def _one_run(rounds: Rounds) -> list[Figure]:
    name = "1,000,000 cases in one run"
    return _whole(name, rounds[name], None, None, "100 times the staff and arrivals")


def _whole(
    name: str, sizes: list[Size], seconds: float | None, memory: float | None, note: str = ""
) -> list[Figure]:
    kernel = Spread.of([size.kernel for size in sizes])
    total = Spread.of([size.seconds for size in sizes])
    peak = Spread.of([size.memory for size in sizes])
    return [
        Figure(f"{name}: kernel", kernel, "s", seconds, note=note),
        Figure(f"{name}: with drawing", total, "s", seconds),
        Figure(f"{name}: peak memory", peak, "MB", memory),
    ]


def _flatness(rounds: Rounds) -> list[Figure]:
    flat = {name: sizes for name, sizes in rounds.items() if name.endswith(" visits")}
    lines = {name: [size.nanoseconds for size in sizes] for name, sizes in flat.items()}
    widths = [max(line) / min(line) for line in zip(*lines.values(), strict=True)]
    rows = [
        Figure(f"kernel at {name}", Spread.of(line), "ns/visit") for name, line in lines.items()
    ]
    note = "10 times the staff and arrivals at every size"
    return [*rows, Figure("slowest size to fastest", Spread.of(widths), "", FLATNESS, note=note)]
