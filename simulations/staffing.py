"""Expected work by pool, and a process's fair share of a county's staff."""

from collections.abc import Iterable, Mapping, Sequence
from math import ceil

import numpy as np

from models import graph
from models.condition import performed
from models.pool import Pool, Shift
from models.process import Process
from simulations.sampling import Stream, attribute_values

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


def share_of_staff(
    pools: Sequence[Pool], own: Mapping[str, float], everyone: Mapping[str, float]
) -> tuple[Pool, ...]:
    """Each pool cut to the share of its people that ``own`` of ``everyone``'s daily work needs.

    Rounded up to whole people of the pool's first shifts, at least one; pools that ``own`` does
    not use are dropped.
    """
    chosen = (pool for pool in pools if pool.slug in own)
    return tuple(
        _cut(pool, ceil(pool.count * own[pool.slug] / everyone[pool.slug] - 1e-9))
        for pool in chosen
    )


def _cut(pool: Pool, people: int) -> Pool:
    left = max(1, min(people, pool.count))
    shifts: list[Shift] = []
    for shift in pool.shifts:
        count = min(shift.count, left)
        if count:
            shifts.append(Shift(count=count, hours=shift.hours))
        left -= count
    return pool.changed(shifts=tuple(shifts))
