"""The county's result as rows: by process, by pool, by plan item; for the terminal and for HTML."""

from collections.abc import Iterator
from dataclasses import dataclass

from models.base import Slug, Text
from models.plan.catalogue import item
from models.process import Process
from models.result import PoolResult, ProcessResult, Standing, Verdict
from reports.subject import Subject

DAY_HOURS = 24


@dataclass(frozen=True)
class ProcessRow:
    """One process: cases in one replication, days per case, its tightest limit, 四减."""

    process: Slug
    name: Text
    items: tuple[int, ...]
    cases: float
    days: float
    own_days: float
    limits: int
    tightest: Verdict | None
    steps: float
    materials: float
    trips: float


@dataclass(frozen=True)
class PoolRow:
    """One pool with the processes that load it most, and their shares of its work."""

    pool: PoolResult
    load: tuple[tuple[Text, float], ...]


@dataclass(frozen=True)
class ItemRow:
    """One plan item: the processes that realise it, their cases, and the worst standing."""

    number: int
    title: Text
    processes: tuple[Text, ...]
    cases: float
    days: float
    applied: bool
    standing: Standing | None


def process_rows(subject: Subject) -> list[ProcessRow]:
    """All processes, in the order of the scenario."""
    replications = subject.result.replications
    return [
        ProcessRow(
            process=process.slug,
            name=process.name,
            items=process.items,
            cases=found.cases / replications,
            days=found.reductions.hours.value / DAY_HOURS,
            own_days=found.critical.departments / DAY_HOURS,
            limits=len(found.verdicts),
            tightest=tightest(found),
            steps=found.reductions.steps,
            materials=found.reductions.materials,
            trips=found.reductions.trips,
        )
        for process, found in subject.pairs()
    ]


def tightest(found: ProcessResult) -> Verdict | None:
    """The measured limit with the lowest on-time rate; None without limits or cases."""
    measured = [verdict for verdict in found.verdicts if verdict.cases]
    return min(measured, key=lambda verdict: verdict.on_time.value, default=None)


def pool_rows(subject: Subject, shown: int = 3) -> list[PoolRow]:
    """All pools, the busiest first."""
    names = {process.slug: process.name for process in subject.processes}
    busiest = sorted(subject.result.pools, key=lambda pool: -pool.utilisation.value)
    return [PoolRow(pool, tuple(_load(pool, names))[:shown]) for pool in busiest]


def _load(pool: PoolResult, names: dict[Slug, Text]) -> Iterator[tuple[Text, float]]:
    total = sum(pool.by_process.values())
    for slug, share in sorted(pool.by_process.items(), key=lambda pair: -pair[1]):
        if share > 0:
            yield names[slug], share / total


def item_rows(subject: Subject) -> list[ItemRow]:
    """The plan items that the simulated processes realise, in the plan's order."""
    pairs = list(subject.pairs())
    numbers = sorted({number for process, _ in pairs for number in process.items})
    return [_item_row(number, pairs, subject.result.replications) for number in numbers]


ORDER: tuple[Standing, ...] = ("missed", "uncertain", "held")


def _item_row(
    number: int, pairs: list[tuple[Process, ProcessResult]], replications: int
) -> ItemRow:
    own = [found for process, found in pairs if number in process.items]
    cases = sum(found.cases for found in own)
    hours = sum(found.cases * found.reductions.hours.value for found in own)
    standings = {v.standing for found in own if (v := tightest(found)) is not None}
    return ItemRow(
        number=number,
        title=item(number).reform,
        processes=tuple(found.name for found in own),
        cases=cases / replications,
        days=hours / max(cases, 1) / DAY_HOURS,
        applied=any(number in found.applied for found in own),
        standing=next((standing for standing in ORDER if standing in standings), None),
    )
