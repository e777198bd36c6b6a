"""From one log to the figures of one replication, ready to be combined with others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.breakdown import breakdown
from models.event import EventLog
from models.pool import Pool
from models.process import Process
from models.timing import LimitUse, Ruler, measure

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, eq=False)
class ProcessFigures:
    """One process in one replication.

    ``spent`` and ``critical`` are seconds by step and cause; ``visits``, ``performed`` and
    ``corrections`` count by step (in the process's order); ``hours`` is the mean cycle time.
    """

    cases: int
    hours: float
    uses: list[LimitUse]
    spent: Floats
    critical: Floats
    visits: Floats
    performed: Floats
    corrections: Floats


@dataclass(frozen=True, eq=False)
class PoolFigures:
    """One pool in one replication: office seconds worked (by process), available and waited."""

    busy: dict[str, float]
    capacity: float
    visits: int
    waited: float


@dataclass(frozen=True, eq=False)
class Figures:
    """One replication's figures by process and pool."""

    processes: dict[str, ProcessFigures]
    pools: dict[str, PoolFigures]


def figures(
    log: EventLog, processes: Sequence[Process], pools: Sequence[Pool], ruler: Ruler, warm_up: int
) -> Figures:
    """Reduce a log to figures. Cases that arrive before second ``warm_up`` are left out."""
    arrival = arrivals(log)
    chosen = arrival >= warm_up
    parts = breakdown(log)
    rows = chosen[log.case]
    spent = parts.by_step(rows)
    critical = parts.by_step(rows & parts.critical)
    size = len(log.steps)
    visits = np.bincount(log.step[rows], minlength=size)
    performed = np.bincount(log.step[rows & (log.visit == 0)], minlength=size)
    corrections = np.bincount(log.step[rows & (log.outcome == 1)], minlength=size)
    owner = np.full(log.cases, -1)
    owner[log.case] = _process_numbers(log, processes)[log.step]
    result: dict[str, ProcessFigures] = {}
    for number, process in enumerate(processes):
        own = np.array([entry.process == process.slug for entry in log.steps])
        cases = int((chosen & (owner == number)).sum())
        result[process.slug] = ProcessFigures(
            cases=cases,
            hours=float(critical[own].sum()) / max(cases, 1) / 3_600,
            uses=measure(log, process, ruler, None if warm_up == 0 else chosen),
            spent=spent[own],
            critical=critical[own],
            visits=visits[own].astype(np.float64),
            performed=performed[own].astype(np.float64),
            corrections=corrections[own].astype(np.float64),
        )
    window = (warm_up, int(arrival[owner >= 0].max(initial=warm_up)))
    return Figures(result, _pools(log, pools, ruler, window))


def arrivals(log: EventLog) -> npt.NDArray[np.int64]:
    """When each case came, in seconds since the epoch."""
    result = np.full(log.cases, np.iinfo(np.int64).max)
    np.minimum.at(result, log.case, log.ready.astype(np.int64))
    return result


def _process_numbers(log: EventLog, processes: Sequence[Process]) -> npt.NDArray[np.int64]:
    numbers = {process.slug: n for n, process in enumerate(processes)}
    return np.array([numbers[entry.process] for entry in log.steps], np.int64)


def _pools(
    log: EventLog, pools: Sequence[Pool], ruler: Ruler, window: tuple[int, int]
) -> dict[str, PoolFigures]:
    result: dict[str, PoolFigures] = {}
    first = 0
    for pool in pools:
        entries = {entry for entry in log.steps if entry.pool == pool.slug}
        rows = log.rows(entries)
        busy = dict.fromkeys(sorted({entry.process for entry in entries}), 0.0)
        capacity = 0.0
        for shift in pool.shifts:
            opened = ruler.calendar.open_time(shift.hours)
            clock = opened.clock(np.clip([*window], 0, None))
            capacity += shift.count * float(clock[1] - clock[0])
            within = rows[(log.server[rows] >= first) & (log.server[rows] < first + shift.count)]
            begun = opened.clock(np.clip(log.started[within], *window))
            worked = opened.clock(np.clip(log.completed[within], *window)) - begun
            by_step = np.bincount(log.step[within], worked, len(log.steps))
            for number, entry in enumerate(log.steps):
                if entry in entries:
                    busy[entry.process] += float(by_step[number])
            first += shift.count
        waited = float((log.queue[rows] + log.priority[rows]).sum())
        result[pool.slug] = PoolFigures(busy, capacity, len(rows), waited)
    return result
