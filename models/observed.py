"""A result from one log of a period, live or from a file, by the same ruler as a simulation."""

from collections.abc import Sequence

from models.event import EventLog
from models.figures import figures
from models.pool import Pool
from models.process import Process
from models.result import Effort, Origin, Result
from models.summary import pool_result, process_result
from models.timing import Ruler


def observed_result(
    log: EventLog,
    processes: Sequence[Process],
    pools: Sequence[Pool],
    ruler: Ruler,
    *,
    name: str,
    origin: Origin,
    target: float,
) -> Result:
    """Measure a log as it is: one period, every case, no warm-up cut.

    The log's entries must be those of ``processes`` (see ``models.published``); intervals take its
    cases as independent.
    """
    part = figures(log, processes, pools, ruler, 0)
    used = {step.pool for process in processes for step in process.steps}
    return Result(
        scenario=name,
        origin=origin,
        start=log.epoch.date(),
        seed=None,
        replications=1,
        warm_up_days=0,
        target=target,
        processes=tuple(
            process_result(process, [part.processes[process.slug]], target) for process in processes
        ),
        pools=tuple(
            pool_result(pool, [part.pools[pool.slug]]) for pool in pools if pool.slug in used
        ),
        effort=Effort(
            cases=log.cases,
            visits=len(log),
            sampling_seconds=0,
            kernel_seconds=0,
            timing_seconds=0,
        ),
    )
