"""Timing: one core, warm-up, turn and turn about, medians.

Seconds are processor seconds of the process that works, so that what else a shared machine does
does not count; on a quiet machine they are those of the clock on the wall, which is read too.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from statistics import mean, median
from time import perf_counter, process_time

AT_LEAST = 0.2
"""Seconds that one turn lasts at least: short runs are repeated within it."""


@dataclass(frozen=True)
class Elapsed:
    """Seconds of the processor and of the clock on the wall."""

    processor: float
    wall: float


class Stopwatch:
    """Runs from when it is made."""

    def __init__(self) -> None:
        self._wall = perf_counter()
        self._processor = process_time()

    def read(self) -> Elapsed:
        """What has passed."""
        processor = process_time() - self._processor
        return Elapsed(processor, perf_counter() - self._wall)


@dataclass(frozen=True)
class Run:
    """What one side did: cases, visits, time in all, mean wait from enabled to started (s).

    ``kernel`` is the share of our time that is neither drawing nor writing.
    """

    cases: int
    visits: int
    elapsed: Elapsed
    waiting: float
    kernel: float = 1.0

    @property
    def rate(self) -> float:
        """Visits a processor second."""
        return self.visits / self.elapsed.processor

    @property
    def kernel_seconds(self) -> float:
        """Processor seconds of the kernel alone."""
        return self.kernel * self.elapsed.processor


Runner = Callable[[int], Run]
"""Runs replication number n."""
Tick = Callable[[str], None]
"""Told what has just been done."""


@dataclass(frozen=True)
class Spread:
    """Median, least and greatest of repeated figures."""

    middle: float
    low: float
    high: float

    @classmethod
    def of(cls, figures: list[float]) -> "Spread":
        """The spread of these figures."""
        return cls(median(figures), min(figures), max(figures))


@dataclass(frozen=True)
class Contest:
    """The same work on both sides, and the ratio aimed at (None: shown for information)."""

    name: str
    peer: str
    ours: Runner
    theirs: Runner
    target: float | None = None
    differs: str = ""


@dataclass(frozen=True)
class Comparison:
    """The outcome of a contest: visits a second, and how many times the peer's that is.

    ``undisturbed`` is the share of the time on the wall in which the two had the core.
    """

    name: str
    peer: str
    cases: tuple[int, int]
    visits_a_case: tuple[float, float]
    waiting: tuple[float, float]
    ours: Spread
    kernel: Spread
    theirs: Spread
    ratio: Spread
    kernel_ratio: Spread
    undisturbed: float
    target: float | None
    differs: str

    @property
    def held(self) -> bool | None:
        """Whether the target is met; None without one."""
        return None if self.target is None else self.ratio.middle >= self.target


def pin() -> int | None:
    """Keep this process and its children on one core; its number, or None if not possible."""
    if not hasattr(os, "sched_setaffinity"):
        return None
    core = max(os.sched_getaffinity(0))
    os.sched_setaffinity(0, {core})
    return core


def added(runs: list[Run]) -> Run:
    """Several runs as one."""
    visits = sum(run.visits for run in runs)
    processor = sum(run.elapsed.processor for run in runs)
    return Run(
        cases=sum(run.cases for run in runs),
        visits=visits,
        elapsed=Elapsed(processor, sum(run.elapsed.wall for run in runs)),
        waiting=sum(run.waiting * run.visits for run in runs) / visits,
        kernel=sum(run.kernel_seconds for run in runs) / processor,
    )


def turn(run: Runner, number: int) -> Run:
    """One turn: the same run again and again until AT_LEAST seconds are spent."""
    runs = [run(number)]
    while sum(done.elapsed.processor for done in runs) < AT_LEAST:
        runs.append(run(number))
    return added(runs)


def compete(contest: Contest, repeats: int, tick: Tick) -> Comparison:
    """Warm both sides up, then let them run turn and turn about."""
    case_counts = (contest.ours(0).cases, contest.theirs(0).cases)
    pairs: list[tuple[Run, Run]] = []
    for number in range(repeats):
        pairs.append((turn(contest.ours, number), turn(contest.theirs, number)))
        tick(f"{contest.name}, {contest.peer}")
    return _compared(contest, case_counts, pairs)


def _compared(contest: Contest, cases: tuple[int, int], pairs: list[tuple[Run, Run]]) -> Comparison:
    both = added([run for pair in pairs for run in pair]).elapsed
    kernels = [a.visits / a.kernel_seconds for a, _ in pairs]
    return Comparison(
        name=contest.name,
        peer=contest.peer,
        cases=cases,
        visits_a_case=(
            mean(a.visits / a.cases for a, _ in pairs),
            mean(b.visits / b.cases for _, b in pairs),
        ),
        waiting=(mean(a.waiting for a, _ in pairs), mean(b.waiting for _, b in pairs)),
        ours=Spread.of([a.rate for a, _ in pairs]),
        kernel=Spread.of(kernels),
        theirs=Spread.of([b.rate for _, b in pairs]),
        ratio=Spread.of([a.rate / b.rate for a, b in pairs]),
        kernel_ratio=Spread.of([k / b.rate for k, (_, b) in zip(kernels, pairs, strict=True)]),
        undisturbed=both.processor / both.wall,
        target=contest.target,
        differs=contest.differs,
    )
