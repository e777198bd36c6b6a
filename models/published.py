"""A log cut to the published process, so that it can be measured like a simulated one."""

from dataclasses import replace

import numpy as np
import numpy.typing as npt
import polars as pl

from models.event import COLUMNS, Arrived, EventLog, Ints, LoggedStep
from models.process import Process


def as_published(log: EventLog, process: Process) -> EventLog:
    """The visits of the process's own steps, whoever performed them, in the entries it defines.

    Activities that no step bears are left out; what they made ready is taken as made ready by the
    last visit before them. Cases without any visit left drop out, and resources are put in order
    of the pools they mostly work for (as ``people`` counts them), so that the log goes with pools
    of so many people.
    """
    entries = tuple(LoggedStep.of(process.slug, step) for step in process.steps)
    place = {entry.step: n for n, entry in enumerate(entries)}
    number = np.array(
        [place.get(e.step, -1) if e.process == process.slug else -1 for e in log.steps], np.int64
    )
    step = number[log.step] if len(log) else np.zeros(0, np.int64)
    kept = step >= 0
    row = np.append(np.cumsum(kept) - 1, -1)
    previous = log.previous.astype(np.int64)
    while (lost := (previous >= 0) & ~np.append(kept, True)[previous]).any():
        previous[lost] = log.previous[previous[lost]]
    cases, case = np.unique(log.case[kept], return_inverse=True)
    columns = {name: getattr(log, name)[kept] for name in COLUMNS}
    columns |= {"case": case, "step": step[kept], "previous": row[previous[kept]]}
    cut = EventLog(
        epoch=log.epoch,
        steps=entries,
        resources=log.resources,
        case_ids=_ids(log, cases),
        known=None,
        **columns,
    )
    return _by_pool(cut)


def of_cases(log: EventLog, chosen: npt.NDArray[np.bool_]) -> EventLog:
    """The log of the chosen cases only (by case number), renumbered."""
    kept = chosen[log.case]
    cases = np.flatnonzero(chosen)
    number = np.cumsum(chosen) - 1
    row = np.append(np.cumsum(kept) - 1, -1)
    columns = {name: getattr(log, name)[kept] for name in COLUMNS}
    columns |= {"case": number[log.case[kept]], "previous": row[log.previous[kept]]}
    seen = log.arrived
    return EventLog(
        epoch=log.epoch,
        steps=log.steps,
        resources=log.resources,
        case_ids=_ids(log, cases),
        known=Arrived(seen.processes, seen.process[cases], seen.time[cases]),
        **columns,
    )


def _ids(log: EventLog, cases: Ints) -> pl.Series | None:
    return None if log.case_ids is None else log.case_ids.gather(cases)


def _by_pool(log: EventLog) -> EventLog:
    main = main_pools(log)
    order = sorted(range(len(log.resources)), key=lambda n: (main[n], n))
    moved = np.full(len(order) + 1, -1)
    moved[order] = np.arange(len(order))
    return replace(log, resources=tuple(log.resources[n] for n in order), server=moved[log.server])


def pools_of(log: EventLog) -> tuple[str, ...]:
    """The pools of a log's steps, each once, in step order."""
    return tuple(dict.fromkeys(entry.pool for entry in log.steps if entry.pool is not None))


def main_pools(log: EventLog) -> list[int]:
    """For each resource the place in ``pools_of`` of the pool it works for most (last: none)."""
    pools = pools_of(log)
    of_step = np.array([pools.index(e.pool) if e.pool else -1 for e in log.steps], np.int64)
    pool = of_step[log.step]
    rows = (log.server >= 0) & (pool >= 0)
    counts = np.zeros((len(log.resources), len(pools) + 1), np.int64)
    np.add.at(counts, (log.server[rows], pool[rows]), 1)
    counts[~counts.any(axis=1), -1] = 1
    return [int(n) for n in counts.argmax(axis=1)]


def people(log: EventLog) -> dict[str, int]:
    """How many resources work for each pool; one for a pool whose people the log does not name."""
    main = main_pools(log)
    return {pool: max(1, main.count(n)) for n, pool in enumerate(pools_of(log))}
