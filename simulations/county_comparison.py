"""What each plan item is worth to the county, spill-overs through the shared staff included."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from models.base import Model, Slug
from models.figures import ProcessFigures
from models.process import Process
from models.statistics import Estimate, mean
from models.summary import measures
from simulations.comparison import dependants, needed
from simulations.experiment import Workers, run_experiment
from simulations.scenario import Scenario

Progress = Callable[[int], None]


class CountyChange(Model):
    """Paired differences of the county's totals over the simulated period, after minus before.

    ``waiting_days`` are calendar days of all cases from arrival to completion; ``staff_hours`` net
    work by people; ``steps``, ``materials`` and ``trips`` as the applicants count them.
    """

    waiting_days: Estimate
    staff_hours: Estimate
    steps: Estimate
    materials: Estimate
    trips: Estimate


class CountyEffect(Model):
    """One item: the processes it touches, and its effect alone and as the last of all."""

    item: int
    processes: tuple[Slug, ...]
    own: CountyChange
    marginal: CountyChange


class CountyComparison(Model):
    """All items together, and each of those asked for."""

    cases: int
    replications: int
    working_days: int | None
    together: CountyChange
    items: tuple[CountyEffect, ...]


@dataclass
class _Variants:
    scenario: Scenario
    bases: Sequence[Process]
    workers: Workers | None
    tell: Progress | None
    done: dict[frozenset[tuple[str, int]], list[dict[str, float]]] = field(default_factory=dict)

    def of(self, applied: Iterable[tuple[str, int]]) -> list[dict[str, float]]:
        """Totals of each replication with these (process, item) reforms applied."""
        chosen = frozenset(applied)
        if chosen not in self.done:
            processes = [_reformed(base, chosen) for base in self.bases]
            pairs = zip(self.scenario.loads, processes, strict=True)
            loads = tuple(load.changed(process=process) for load, process in pairs)
            found = run_experiment(self.scenario.changed(loads=loads), workers=self.workers)
            self.done[chosen] = [_totals(processes, run.figures.processes) for run in found.runs]
            if self.tell:
                self.tell(len(self.done))
        return self.done[chosen]


def _reformed(base: Process, chosen: frozenset[tuple[str, int]]) -> Process:
    items = [item for slug, item in chosen if slug == base.slug]
    return base.reformed(items) if items else base


def _totals(processes: Sequence[Process], parts: Mapping[str, ProcessFigures]) -> dict[str, float]:
    totals = dict.fromkeys(("cases", "hours", "staff_minutes", "steps", "materials", "trips"), 0.0)
    for process in processes:
        part = measures(process, parts[process.slug])
        for name in totals:
            totals[name] += part["cases"] * (1 if name == "cases" else part[name])
    return totals


def compare_county(
    scenario: Scenario,
    bases: Sequence[Process],
    items: Sequence[int],
    progress: Progress | None = None,
    workers: Workers | None = None,
) -> CountyComparison:
    """Apply plan items one by one and together to the as-is processes ``bases``.

    ``scenario`` gives cases and staff, its loads in the order of ``bases``. ``progress`` is told
    how many variants are done (at most ``2 * len(items) + 2``).
    """
    runs = _Variants(scenario, bases, workers, progress)
    everything = {(base.slug, reform.item) for base in bases for reform in base.reforms}
    before, after = runs.of(()), runs.of(everything)
    effects: list[CountyEffect] = []
    for item in items:
        touched = [base for base in bases if item in {reform.item for reform in base.reforms}]
        needs = {(base.slug, n) for base in touched for n in needed(base, item)}
        gone = {(base.slug, n) for base in touched for n in dependants(base, item)}
        own = {(base.slug, item) for base in touched}
        effects.append(
            CountyEffect(
                item=item,
                processes=tuple(base.slug for base in touched),
                own=_change(runs.of(needs - own), runs.of(needs)),
                marginal=_change(runs.of(everything - gone), after),
            )
        )
    return CountyComparison(
        cases=round(sum(part["cases"] for part in after)),
        replications=scenario.replications,
        working_days=scenario.loads[0].working_days,
        together=_change(before, after),
        items=tuple(effects),
    )


def _change(before: Sequence[dict[str, float]], after: Sequence[dict[str, float]]) -> CountyChange:
    def difference(name: str, scale: float = 1) -> Estimate:
        pairs = zip(before, after, strict=True)
        return mean([(new[name] - old[name]) / scale for old, new in pairs])

    return CountyChange(
        waiting_days=difference("hours", 24),
        staff_hours=difference("staff_minutes", 60),
        steps=difference("steps"),
        materials=difference("materials"),
        trips=difference("trips"),
    )
