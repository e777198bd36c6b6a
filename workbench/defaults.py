"""The scenario one gets without saying more: a working year of the county's cases.

One process, or a family, runs on the people it needs itself; the whole county on all its staff.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from flows.county.arrivals import ARRIVALS
from flows.county.staff import POOLS, UTILISATION
from models.pool import Pool
from models.process import Process
from simulations.scenario import Load, Scenario
from simulations.staffing import daily_work, sized

START = date(2024, 1, 2)
"""The first working day of 2024: announced holidays follow to the end of 2026."""

WORKING_DAYS = 250
REPLICATIONS = 10


def variant(process: Process, items: Iterable[int] | None) -> Process:
    """The process with the reforms of these plan items (None: all, the to-be; empty: as-is)."""
    chosen = None if items is None else tuple(items)
    return process if chosen == () else process.reformed(chosen)


def own_staff(processes: Sequence[Process]) -> tuple[Pool, ...]:
    """The county's pools cut to what these processes need, before and after their reforms."""
    rates = [ARRIVALS[process.slug].per_working_day for process in processes]
    before = daily_work(zip(processes, rates, strict=True))
    after = daily_work(zip([p.reformed() for p in processes], rates, strict=True))
    most = {pool: max(before.get(pool, 0), after.get(pool, 0)) for pool in {**before, **after}}
    return sized(POOLS, most, UTILISATION)


def scenario(name: str, variants: Sequence[Process], pools: Sequence[Pool]) -> Scenario:
    """A working year of these process variants on this staff."""
    return Scenario(
        name=name,
        loads=tuple(
            Load(process=process, arrivals=ARRIVALS[process.slug], working_days=WORKING_DAYS)
            for process in variants
        ),
        pools=tuple(pools),
        start=START,
        replications=REPLICATIONS,
    )
