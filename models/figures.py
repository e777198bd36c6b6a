"""From one log to the figures of one replication, ready to be combined with others."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.breakdown import breakdown
from models.event import Arrived, EventLog
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
    arrived = log.arrived
    chosen = arrived.time >= warm_up
    parts = breakdown(log)
    rows = chosen[log.case]
    spent = parts.by_step(rows)
    critical = parts.by_step(rows & parts.critical)
    size = len(log.steps)
    visits = np.bincount(log.step[rows], minlength=size)
    performed = np.bincount(log.step[rows & (log.visit == 0)], minlength=size)
    corrections = np.bincount(log.step[rows & (log.outcome == 1)], minlength=size)
    result: dict[str, ProcessFigures] = {}
    for process in processes:
        own = np.array([entry.process == process.slug for entry in log.steps])
        of_process = arrived.process == _number(arrived, process)
        cases = int((chosen & of_process).sum())
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
    window = (warm_up, int(arrived.time.max(initial=warm_up)))
    return Figures(result, _pools(log, pools, ruler, window))


def _number(arrived: Arrived, process: Process) -> int:
    known = process.slug in arrived.processes
    return arrived.processes.index(process.slug) if known else -2


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
