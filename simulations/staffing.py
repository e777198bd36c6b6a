"""Expected work by pool, and how many people it takes."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

import numpy as np

from models import graph
from models.case_draws import Stream, attribute_values
from models.condition import performed
from models.pool import Pool, resized
from models.process import Process

SAMPLE = 2_000
"""Cases drawn to see how often conditional steps are performed."""


def expected_work(process: Process) -> dict[str, float]:
    """Expected minutes of staff work a case, by pool; corrections included."""
    values = attribute_values(process, Stream(0, 0, process.slug), SAMPLE)
    passes = _expected_passes(process)
    work: dict[str, float] = {}
    for step in process.steps:
        if step.pool is None:
            continue
        share = float(np.mean(performed(step.when, step.slug, values)))
        minutes = share * passes[step.slug] * step.time.duration.mean_seconds / 60
        work[step.pool] = work.get(step.pool, 0.0) + minutes
    return work


def _expected_passes(process: Process) -> dict[str, float]:
    passes = dict.fromkeys(process.after, 1.0)
    for step in process.steps:
        if step.rework is None:
            continue
        again = sum(step.rework.chance**n for n in range(1, step.rework.most + 1))
        for slug in graph.between(process.after, step.rework.to, step.slug):
            passes[slug] += again
    return passes


def daily_work(loads: Iterable[tuple[Process, float]]) -> dict[str, float]:
    """Expected minutes of staff work a working day by pool, from cases a day of each process."""
    total: dict[str, float] = {}
    for process, per_day in loads:
        for pool, minutes in expected_work(process).items():
            total[pool] = total.get(pool, 0.0) + per_day * minutes
    return total


def sized(
    pools: Sequence[Pool], minutes: Mapping[str, float], utilisation: float
) -> tuple[Pool, ...]:
    """The pools that have work, each with the fewest people who stay within a utilisation.

    ``minutes`` is the expected work a working day by pool; people's office minutes a day are
    those of the pool's first shift. At least one person each.
    """
    return tuple(
        pool.changed(shifts=resized(pool, _people(pool, minutes[pool.slug], utilisation)))
        for pool in pools
        if pool.slug in minutes
    )


def _people(pool: Pool, minutes: float, utilisation: float) -> int:
    a_day = pool.shifts[0].hours.minutes_a_day
    return max(1, ceil(minutes / (a_day * utilisation) - 1e-9))
