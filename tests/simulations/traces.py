"""A replication as the checks see it: each visit with its step, its case and its draws."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from models.event import EventLog
from models.pool import Pool
from models.step import Step
from models.working_time import OfficialCalendar
from simulations.columns import StepColumns
from simulations.sampling import sample_load
from simulations.scenario import Scenario
from tests.builders import simulated
from tests.simulations.hours import Hours, together
from tests.simulations.reference import Case, gathered
from tests.simulations.strategies import World


@dataclass(frozen=True, eq=False)
class Seen:
    """One visit. ``joined``: when it came into the queue, after its batch was handed out."""

    row: int
    case: Case
    columns: StepColumns
    visit: int
    outcome: int
    server: int
    previous: int
    ready: int
    enabled: int
    started: int
    completed: int
    work: int
    queue: int
    priority: int
    batch: int
    closed: int

    @property
    def step(self) -> Step:
        return self.columns.step

    @property
    def pool(self) -> str | None:
        return self.step.pool

    @property
    def joined(self) -> int:
        return self.enabled + self.batch


K = TypeVar("K", bound=Hashable)

PLAIN = tuple(name for name in Seen.__annotations__ if name not in {"row", "case", "columns"})


@dataclass(frozen=True, eq=False)
class Trace:
    """A log beside what went into it."""

    scenario: Scenario
    official: OfficialCalendar
    cases: list[Case]
    log: EventLog

    @classmethod
    def of(cls, world: World, number: int = 0) -> "Trace":
        """Run a replication of a random world."""
        scenario, official = world.scenario, world.official
        samples = [sample_load(scenario, load, number, official) for load in scenario.loads]
        log = simulated(scenario, number, official)
        return cls(scenario, official, gathered(scenario, samples), log)

    @cached_property
    def visits(self) -> list[Seen]:
        """All visits in log order."""
        lists = {name: getattr(self.log, name).tolist() for name in PLAIN}
        pairs = zip(self.log.case.tolist(), self.log.step.tolist(), strict=True)
        seen = []
        for row, (number, step) in enumerate(pairs):
            case = self.cases[number]
            columns = list(case.route.columns.values())[step - case.route.first_step]
            values = {name: values[row] for name, values in lists.items()}
            seen.append(Seen(row=row, case=case, columns=columns, **values))
        return seen

    @cached_property
    def staffed(self) -> list[Seen]:
        """The visits done by staff."""
        return [visit for visit in self.visits if visit.pool is not None]

    def pools(self) -> Iterator[tuple[Pool, Hours, list[Seen]]]:
        """Each pool with its opening and its visits."""
        groups = grouped(self.staffed, lambda visit: visit.pool)
        for pool in self.scenario.pools:
            yield pool, together(frozenset(pool.hours), self.official), groups[pool.slug]

    def servers(self) -> Iterator[tuple[Pool, Hours, list[Seen]]]:
        """Each person's pool, own hours and visits in order of start."""
        groups = grouped(self.staffed, lambda visit: visit.server)
        everyone = [(pool, each) for pool in self.scenario.pools for each in pool.hours]
        for server, (pool, each) in enumerate(everyone):
            visits = sorted(groups[server], key=lambda visit: (visit.started, visit.completed))
            yield pool, together(frozenset((each,)), self.official), visits

    def by_case(self) -> Iterator[tuple[Case, dict[str, list[Seen]]]]:
        """Each case with the visits of each of its steps, in order."""
        groups = grouped(self.visits, lambda visit: visit.case.number)
        for case in self.cases:
            yield case, grouped(groups[case.number], lambda visit: visit.step.slug)


def grouped(visits: list[Seen], key: Callable[[Seen], K]) -> defaultdict[K, list[Seen]]:
    """Visits by a key, in their order; none for an unknown key."""
    groups: defaultdict[K, list[Seen]] = defaultdict(list)
    for visit in visits:
        groups[key(visit)].append(visit)
    return groups
