"""The scenario one gets without saying more: a working year of the county's cases.

One process, or a family, runs on the people it needs itself; the whole county on all its staff.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from flows.catalogue import processes as catalogue
from flows.county.arrivals import ARRIVALS
from flows.county.staff import POOLS, STAFF, UTILISATION
from models.arrivals import Arrivals
from models.base import text
from models.pool import Pool, Shift
from models.process import Process
from models.source import assumed
from simulations.scenario import Load, Scenario
from simulations.staffing import daily_work, sized

START = date(2024, 1, 2)
"""The first working day of 2024: announced holidays follow to the end of 2026."""

WORKING_DAYS = 250
SOME_ARRIVALS = Arrivals(
    per_working_day=5, source=assumed("目录外流程的办件量估计 (cases of a process of your own)")
)
REPLICATIONS = 10


def variant(process: Process, items: Iterable[int] | None) -> Process:
    """The process with the reforms of these plan items (None: all, the to-be; empty: as-is)."""
    chosen = None if items is None else tuple(items)
    return process if chosen == () else process.reformed(chosen)


def arrivals(process: Process) -> Arrivals:
    """The county's arrivals of a process, or an assumption for one that it does not have."""
    return ARRIVALS.get(process.slug, SOME_ARRIVALS)


def pools_for(processes: Iterable[Process]) -> tuple[Pool, ...]:
    """The county's pools, and one person for each pool of these processes that it lacks."""
    known = {pool.slug for pool in POOLS}
    steps = (step for process in processes for step in process.steps)
    missing = dict.fromkeys(step.pool for step in steps if step.pool and step.pool not in known)
    return (*POOLS, *(_one_person(slug) for slug in missing))


def _one_person(slug: str) -> Pool:
    return Pool(
        slug=slug, name=text(slug, slug), department=slug, shifts=(Shift(count=1),), source=STAFF
    )


def own_staff(processes: Sequence[Process]) -> tuple[Pool, ...]:
    """The county's pools cut to what these processes need, before and after their reforms.

    A process that comes reformed, from a file, has the staff of the catalogue's, as it was before.
    """
    reformed = [process.reformed() for process in processes]
    bases = [_before(process) for process in processes]
    rates = [arrivals(process).per_working_day for process in processes]
    before = daily_work(zip(bases, rates, strict=True))
    after = daily_work(zip(reformed, rates, strict=True))
    most = {pool: max(before.get(pool, 0), after.get(pool, 0)) for pool in {**before, **after}}
    return sized(pools_for([*bases, *reformed]), most, UTILISATION)


def _before(process: Process) -> Process:
    return catalogue().get(process.slug, process) if process.applied else process


def with_pools(pools: Sequence[Pool], processes: Sequence[Process]) -> tuple[Pool, ...]:
    """The pools, and those that these processes need besides, cut to what they need of them."""
    known = {pool.slug for pool in pools}
    rates = [arrivals(process).per_working_day for process in processes]
    work = daily_work(zip(processes, rates, strict=True))
    missing = {pool: minutes for pool, minutes in work.items() if pool not in known}
    return (*pools, *sized(pools_for(processes), missing, UTILISATION))


def scenario(name: str, variants: Sequence[Process], pools: Sequence[Pool]) -> Scenario:
    """A working year of these process variants on this staff."""
    return Scenario(
        name=name,
        loads=tuple(
            Load(process=process, arrivals=arrivals(process), working_days=WORKING_DAYS)
            for process in variants
        ),
        pools=tuple(pools),
        start=START,
        replications=REPLICATIONS,
    )
