"""A second, simpler form of the simulator, in plain Python, to compare the kernel with.

Next-free-time scheduling: the moment a visit may begin it is promised to the person who, under
that person's own calendar, can really start first (of several, the one with the lowest number).
There are no queues, no openings to wake up for, no pausing. It is right only where the order of
service is the order of asking: one priority class, and work of a second or more.

Nothing here is taken from the compiled network: routes come from the process, calendars from the
minutes of the day (``tests.simulations.hours``). Only the draws are shared.
"""

from collections.abc import Iterator
from dataclasses import astuple, dataclass, field, fields
from heapq import heappop, heappush

import numpy as np

from models import graph
from models.event import EventLog
from models.pool import Pool
from models.process import Process
from models.step import Step
from models.working_time import OfficialCalendar
from simulations.columns import StepColumns, layout
from simulations.sampling import LoadSample, sample_load
from simulations.scenario import Scenario
from tests.simulations import hours
from tests.simulations.hours import DAY, Hours

BATCH, VISIT = 0, 1
"""Of several things at one instant batches come first."""

COLUMNS = (
    "case",
    "step",
    "visit",
    "outcome",
    "server",
    "previous",
    "ready",
    "enabled",
    "started",
    "completed",
    "work",
    "queue",
    "priority",
    "batch",
)


@dataclass
class Row:
    """One visit, in the log's columns."""

    case: int
    step: int
    visit: int
    previous: int
    ready: int
    outcome: int = 0
    server: int = -1
    enabled: int = -1
    started: int = -1
    completed: int = -1
    work: int = 0
    queue: int = 0
    priority: int = 0
    batch: int = 0


@dataclass
class Desk:
    """A pool: its people's hours, when each is free next, and when anyone is there."""

    pool: Pool
    first: int
    people: list[Hours]
    open: Hours
    free: list[int]
    held: list[int] = field(default_factory=list)

    def promise(self, row: Row, joined: int) -> None:
        """Give the visit to whoever can start first."""
        starts = [
            person.opening(max(joined, free))
            for person, free in zip(self.people, self.free, strict=True)
        ]
        who = starts.index(min(starts))
        row.server = self.first + who
        row.started = starts[who]
        row.completed = self.free[who] = self.people[who].finish(row.started, row.work)
        row.queue = self.open.between(joined, row.started)


@dataclass
class Route:
    """A process with what its routing needs."""

    process: Process
    first_step: int
    columns: dict[str, StepColumns]
    followers: dict[str, list[str]]
    regions: dict[str, set[str]]

    @classmethod
    def of(cls, process: Process, first_step: int) -> "Route":
        """The routes of a process whose steps are numbered from ``first_step``."""
        return cls(
            process=process,
            first_step=first_step,
            columns={entry.step.slug: entry for entry in layout(process).steps},
            followers=graph.followers(process.after),
            regions={
                step.slug: graph.between(process.after, step.rework.to, step.slug)
                for step in process.steps
                if step.rework is not None
            },
        )


@dataclass
class Case:
    """One case under way: what each step still waits for, and how far its news goes.

    ``number`` counts the cases of the run, ``place`` those of the same process.
    """

    number: int
    route: Route
    place: int
    arrival: int
    priority: int
    draws: list[int]
    missing: dict[str, set[str]] = field(default_factory=dict)
    within: dict[str, set[str]] = field(default_factory=dict)
    visits: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        after = self.route.process.after
        self.missing = {slug: set(before) for slug, before in after.items()}
        self.within = {slug: set(after) for slug in after}
        self.visits = dict.fromkeys(after, 0)

    def passed(self, slug: str) -> list[str]:
        """The step is done: the steps for which nothing is missing any more."""
        told = [name for name in self.route.followers[slug] if name in self.within[slug]]
        for name in told:
            self.missing[name].discard(slug)
        return [name for name in told if not self.missing[name]]

    def sent_back(self, slug: str) -> None:
        """A correction of this step: its region is passed again, and none but its region."""
        region = self.route.regions[slug]
        for name in region:
            self.missing[name] = set(self.route.process.after[name]) & region
            if name != slug:
                self.within[name] = region


class Reference:
    """One replication of a scenario."""

    def __init__(self, scenario: Scenario, official: OfficialCalendar, number: int) -> None:
        self.official = official
        self.rows: list[Row] = []
        self.owner: list[tuple[Case, Step]] = []
        self.agenda: list[tuple[int, int, str | int]] = []
        self.desks = dict(self._desks(scenario))
        samples = [sample_load(scenario, load, number, official) for load in scenario.loads]
        self.cases = gathered(scenario, samples)

    def _desks(self, scenario: Scenario) -> Iterator[tuple[str, Desk]]:
        first = 0
        for pool in scenario.pools:
            people = [hours.together(frozenset((each,)), self.official) for each in pool.hours]
            together = hours.together(frozenset(pool.hours), self.official)
            yield pool.slug, Desk(pool, first, people, together, [0] * pool.count)
            first += pool.count

    def run(self) -> list[Row]:
        """All visits, in the order in which they became ready."""
        for case in self.cases:
            while self.agenda and self.agenda[0][0] <= case.arrival:
                self._next()
            roots = [step.slug for step in case.route.process.steps if not step.after]
            self._open(case, roots, case.arrival, -1)
        while self.agenda:
            self._next()
        return self.rows

    def _next(self) -> None:
        now, kind, what = heappop(self.agenda)
        if kind == BATCH:
            desk = self.desks[str(what)]
            held, desk.held = desk.held, []
            for number in held:
                self._join(number, now)
            return
        number = int(what)
        if self.rows[number].completed >= 0:
            self._completed(number, now)
        else:
            self._enable(number, now)

    def _open(self, case: Case, slugs: list[str], now: int, previous: int) -> None:
        todo = list(slugs)
        while todo:
            slug = todo.pop()
            if case.draws[case.route.columns[slug].work] < 0:
                todo += case.passed(slug)
            else:
                self._visit(case, slug, now, previous, None)

    def _visit(self, case: Case, slug: str, now: int, previous: int, wait: int | None) -> None:
        columns = case.route.columns[slug]
        visit = case.visits[slug]
        case.visits[slug] += 1
        place = case.route.first_step + list(case.route.columns).index(slug)
        row = Row(case.number, place, visit, previous, now, work=case.draws[columns.work + visit])
        if wait is None:
            wait = case.draws[columns.delay + visit] if columns.delay >= 0 else 0
        time = now + wait
        if columns.step.visit is not None and columns.step.pool is not None:
            time = self.desks[columns.step.pool].open.opening(time)
        self.rows.append(row)
        self.owner.append((case, columns.step))
        if time > now:
            heappush(self.agenda, (time, VISIT, len(self.rows) - 1))
        else:
            self._enable(len(self.rows) - 1, now)

    def _enable(self, number: int, now: int) -> None:
        row, step = self.rows[number], self.owner[number][1]
        row.enabled = now
        if step.pool is None:
            row.started = now
            row.completed = self._elapsed(step, now, row.work)
            heappush(self.agenda, (row.completed, VISIT, number))
            return
        desk = self.desks[step.pool]
        time = hours.release(desk.pool, self.official, now)
        row.batch = time - now
        if time > now:
            if not desk.held:
                heappush(self.agenda, (time, BATCH, step.pool))
            desk.held.append(number)
        else:
            self._join(number, now)

    def _elapsed(self, step: Step, now: int, work: int) -> int:
        if step.time.kind == "wait" and step.time.whole_days:
            return hours.last_moment(self.official, step.time.basis, now, work // DAY)
        basis = step.time.basis if step.time.kind in {"wait", "applicant"} else "calendar"
        return hours.basis_hours(basis, self.official).finish(now, work)

    def _join(self, number: int, now: int) -> None:
        row, step = self.rows[number], self.owner[number][1]
        self.desks[str(step.pool)].promise(row, now)
        heappush(self.agenda, (row.completed, VISIT, number))

    def _completed(self, number: int, now: int) -> None:
        row = self.rows[number]
        case, step = self.owner[number]
        columns = case.route.columns[step.slug]
        asked = case.draws[columns.correction + row.visit] if row.visit < columns.most else -1
        if step.rework is None or asked < 0:
            self._open(case, case.passed(step.slug), now, number)
            return
        row.outcome = 1
        case.sent_back(step.slug)
        self._visit(case, step.rework.to, now, number, asked)


def gathered(scenario: Scenario, samples: list[LoadSample]) -> list[Case]:
    """All cases in order of arrival; of several at once, in order of the loads."""
    first = np.cumsum([0, *(len(load.process.steps) for load in scenario.loads)]).tolist()
    routes = [Route.of(load.process, first[n]) for n, load in enumerate(scenario.loads)]
    keys = sorted(
        (arrival, load, place)
        for load, sample in enumerate(samples)
        for place, arrival in enumerate(sample.arrival.tolist())
    )
    return [
        Case(
            number=number,
            route=routes[load],
            place=place,
            arrival=arrival,
            priority=int(samples[load].priority[place]),
            draws=samples[load].draws[place].tolist(),
        )
        for number, (arrival, load, place) in enumerate(keys)
    ]


def reference_table(scenario: Scenario, official: OfficialCalendar, number: int) -> np.ndarray:
    """The log of a replication as rows of numbers in the order of COLUMNS."""
    names = [entry.name for entry in fields(Row)]
    rows = [astuple(row) for row in Reference(scenario, official, number).run()]
    table = np.array(rows, np.int64).reshape(len(rows), len(names))
    return table[:, [names.index(name) for name in COLUMNS]]


def log_table(log: EventLog) -> np.ndarray:
    """A log as rows of numbers in the order of COLUMNS."""
    return np.stack([np.asarray(getattr(log, name), np.int64) for name in COLUMNS], axis=1)
