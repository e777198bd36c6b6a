"""What reforms are worth: variants of a process on the same cases, replication by replication.

Variants share all random numbers, so that each replication gives one paired difference and small
differences can be told from chance.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from models.base import Model, Slug, Text
from models.figures import ProcessFigures
from models.process import Process
from models.reform import Reform, in_order
from models.statistics import Estimate, mean
from models.summary import measures
from simulations.experiment import Experiment, Workers, run_experiment
from simulations.scenario import Scenario

Progress = Callable[[int], None]
Measures = Sequence[Mapping[str, float]]


class Change(Model):
    """Paired differences per case, after minus before, each with its 95 % interval.

    ``hours`` of calendar time from arrival to the last completion; ``department_hours`` the same
    without the applicant's own time; ``staff_minutes`` of net work; ``steps`` the applicant meets,
    ``materials`` handed in, ``trips`` made, ``fees`` in yuan; ``on_time`` in shares, by limit.
    """

    hours: Estimate
    department_hours: Estimate
    staff_minutes: Estimate
    steps: Estimate
    materials: Estimate
    trips: Estimate
    fees: Estimate
    on_time: dict[Slug, Estimate]


class ItemEffect(Model):
    """One plan item's effect: applied alone, and as the last of all (None if not possible).

    An item that requires others is applied alone together with them, less what they do without
    it; ``with_items`` names them. Taking an item out of the whole takes out those that require it.
    """

    item: int
    text: Text
    with_items: tuple[int, ...]
    without_items: tuple[int, ...]
    own: Change
    marginal: Change


class Stage(Model):
    """What an item adds to those before it, when items are applied one after another."""

    item: int
    text: Text
    change: Change


class Comparison(Model):
    """A process before and after its reforms, and what each item contributes.

    ``before`` and ``after`` hold the measures per case (see ``models.summary.measures``). The
    ``stages`` lead from the one to the other; their changes add up to ``together``.
    """

    process: Slug
    name: Text
    limits: dict[Slug, Text]
    cases: int
    replications: int
    before: dict[str, float]
    after: dict[str, float]
    together: Change
    items: tuple[ItemEffect, ...]
    stages: tuple[Stage, ...]


@dataclass(frozen=True)
class Variants:
    """Runs each set of items once, however often it is asked for."""

    scenario: Scenario
    base: Process
    workers: Workers | None
    done: dict[frozenset[int], list[dict[str, float]]]
    tell: Progress | None

    def of(self, items: Iterable[int]) -> list[dict[str, float]]:
        """The measures of each replication with these items applied."""
        chosen = frozenset(items)
        if chosen not in self.done:
            process = self.base.reformed(chosen) if chosen else self.base
            loads = tuple(
                load.changed(process=process) if load.process.slug == process.slug else load
                for load in self.scenario.loads
            )
            found = run_experiment(self.scenario.changed(loads=loads), workers=self.workers)
            self.done[chosen] = _measures(found, process)
            if self.tell:
                self.tell(len(self.done))
        return self.done[chosen]


def _measures(found: Experiment, process: Process) -> list[dict[str, float]]:
    parts: list[ProcessFigures] = [run.figures.processes[process.slug] for run in found.runs]
    return [measures(process, part) for part in parts]


def compare(
    scenario: Scenario,
    base: Process,
    progress: Progress | None = None,
    workers: Workers | None = None,
) -> Comparison:
    """Apply the items of ``base`` (the as-is process) one by one and together.

    ``scenario`` gives the cases and the staff; the load of the same slug is replaced by each
    variant in turn. ``progress`` is told how many variants are done (see ``variant_count``).
    """
    runs = Variants(scenario, base, workers, {}, progress)
    everything = frozenset(reform.item for reform in base.reforms)
    before, after = runs.of(()), runs.of(everything)
    effects: list[ItemEffect] = []
    for reform in base.reforms:
        needs = needed(base, reform.item)
        gone = dependants(base, reform.item)
        effects.append(
            ItemEffect(
                item=reform.item,
                text=reform.text,
                with_items=tuple(sorted(needs - {reform.item})),
                without_items=tuple(sorted(gone - {reform.item})),
                own=change(runs.of(needs - {reform.item}), runs.of(needs)),
                marginal=change(runs.of(everything - gone), after),
            )
        )
    return paired(base, before, after).changed(
        items=tuple(effects),
        stages=tuple(
            Stage(
                item=reform.item, text=reform.text, change=change(runs.of(earlier), runs.of(later))
            )
            for reform, earlier, later in stages(base)
        ),
    )


def paired(base: Process, before: Measures, after: Measures) -> Comparison:
    """A process before and after whatever changed it, not item by item.

    Both sides hold the measures of each replication (``models.summary.measures``), of the same
    cases in the same order.
    """
    return Comparison(
        process=base.slug,
        name=base.name,
        limits={limit.slug: limit.name for limit in base.limits},
        cases=round(sum(part["cases"] for part in after)),
        replications=len(after),
        before=_means(before),
        after=_means(after),
        together=change(before, after),
        items=(),
        stages=(),
    )


def stages(base: Process) -> list[tuple[Reform, frozenset[int], frozenset[int]]]:
    """Each reform in the order of application, with the items before it and those with it."""
    found, done = [], frozenset[int]()
    for reform in in_order(base.slug, base.reforms, None):
        found.append((reform, done, done | {reform.item}))
        done |= {reform.item}
    return found


def variant_count(base: Process) -> int:
    """How many variants ``compare`` runs."""
    everything = frozenset(reform.item for reform in base.reforms)
    chosen = {frozenset[int](), everything}
    for reform in base.reforms:
        needs = needed(base, reform.item)
        chosen |= {needs, needs - {reform.item}, everything - dependants(base, reform.item)}
    chosen |= {later for _, _, later in stages(base)}
    return len(chosen)


def needed(base: Process, item: int) -> frozenset[int]:
    """The item and all items it requires, directly or not."""
    requires = {reform.item: reform.requires for reform in base.reforms}
    found: set[int] = set()
    stack = [item]
    while stack:
        number = stack.pop()
        if number not in found:
            found.add(number)
            stack.extend(requires[number])
    return frozenset(found)


def dependants(base: Process, item: int) -> frozenset[int]:
    """The item and all items that require it, directly or not."""
    return frozenset(r.item for r in base.reforms if item in needed(base, r.item))


def change(before: Measures, after: Measures) -> Change:
    """Paired differences over replications."""

    def difference(name: str) -> Estimate:
        pairs = zip(before, after, strict=True)
        return mean([new[name] - old[name] for old, new in pairs if name in old and name in new])

    limits = [name for name in after[0] if name.startswith("on-time:")]
    return Change(
        hours=difference("hours"),
        department_hours=difference("department_hours"),
        staff_minutes=difference("staff_minutes"),
        steps=difference("steps"),
        materials=difference("materials"),
        trips=difference("trips"),
        fees=difference("fees"),
        on_time={name.removeprefix("on-time:"): difference(name) for name in limits},
    )


def _means(parts: Measures) -> dict[str, float]:
    return {name: mean([part[name] for part in parts]).value for name in parts[0]}
