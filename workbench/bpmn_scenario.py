"""Staff and arrivals that a BPMN file states."""

from pathlib import Path

from integrations.bpmn.read import Imported
from models.arrivals import Arrivals
from models.pool import Pool
from models.source import Source
from simulations.scenario import Load, Scenario
from workbench.bpmn_files import model_of

MOST_A_DAY = 1_000_000


def with_data_of(path: Path, scenario: Scenario) -> Scenario:
    """The scenario with the staff and the arrivals that a BPMN file states, if it does."""
    model = model_of(path)
    stated = {pool.slug: pool for pool in model.pools}
    pools = tuple(
        stated.get(pool.slug) or _counted(pool, model.people.get(pool.slug), path)
        for pool in scenario.pools
    )
    return scenario.changed(pools=pools, loads=(_arriving(scenario.loads[0], model, path),))


def _counted(pool: Pool, people: int | None, path: Path) -> Pool:
    """The pool with as many people as a diagram of ours states, if that was changed in it."""
    if people is None or people == pool.count or len(pool.shifts) > 1:
        return pool
    shift = pool.shifts[0].changed(count=people)
    return pool.changed(shifts=(shift,), source=_source(path))


def _source(path: Path) -> Source:
    return Source(kind="data", note=f"BPMN: {path.name}")


def _arriving(load: Load, model: Imported, path: Path) -> Load:
    """The load with the file's time between arrivals, which runs in office hours."""
    between = model.between_arrivals
    if between is None or between.mean <= 0:
        return load
    hours = load.arrivals.hours
    arrivals = Arrivals(
        per_working_day=min(MOST_A_DAY, 60 * hours.minutes_a_day / between.mean),
        hours=hours,
        spread=between,
        source=_source(path),
    )
    return load.changed(arrivals=arrivals)
