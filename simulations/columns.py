"""Where each draw of a process stands: one column a (step, purpose, visit)."""

from dataclasses import dataclass
from functools import lru_cache

from models import graph
from models.process import Process
from models.step import Step


@dataclass(frozen=True)
class StepColumns:
    """First columns of a step's draws; -1 where it has none.

    ``visits`` is the greatest number of visits a case can make; ``work`` and ``delay`` take one
    column a visit, ``correction`` one for each of the first ``most`` visits. ``region`` are the
    steps passed again after a correction of this one.
    """

    step: Step
    visits: int
    work: int
    delay: int
    correction: int
    most: int
    region: frozenset[str]


@dataclass(frozen=True)
class Layout:
    """All columns of a process, in the order of its steps."""

    steps: tuple[StepColumns, ...]
    width: int


@lru_cache(maxsize=256)
def _cached(after: tuple[tuple[str, tuple[str, ...]], ...], key: tuple[Step, ...]) -> Layout:
    names = dict(after)
    regions = {
        step.slug: graph.between(names, step.rework.to, step.slug) for step in key if step.rework
    }
    columns: list[StepColumns] = []
    width = 0
    for step in key:
        visits = 1 + sum(
            other.rework.most for other in key if other.rework and step.slug in regions[other.slug]
        )
        most = step.rework.most if step.rework else 0
        work, width = width, width + visits
        delay = -1
        if step.visit is not None and step.visit.delay is not None:
            delay, width = width, width + visits
        region = frozenset(regions.get(step.slug, ()))
        correction = -1
        if most:
            correction, width = width, width + most
        columns.append(StepColumns(step, visits, work, delay, correction, most, region))
    return Layout(tuple(columns), width)


def layout(process: Process) -> Layout:
    """The columns of a process's draws."""
    return _cached(tuple(process.after.items()), process.steps)
