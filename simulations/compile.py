"""From a scenario to the arrays of the network: steps, followers, regions, pools, calendars."""

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from models import graph
from models.errors import SimulationError
from models.event import LoggedStep
from models.pool import OfficeHours, Pool
from models.process import Process
from models.said import said
from models.step import Step
from models.working_time import OfficialCalendar, OpenTime, joined
from simulations.columns import layout
from simulations.kernel import tables as net
from simulations.kernel.tables import Int32, Network
from simulations.scenario import Scenario

NO_POOL = -1
MOST_STEPS = 2**15 - 1
"""The kernel counts steps, predecessors and visits of a step up to here."""


@dataclass(frozen=True)
class Compiled:
    """The network of a scenario and the names behind its numbers.

    ``open_times`` holds each pool's opening (union over its people) by slug, ``servers`` the number
    of each pool's first server.
    """

    network: Network
    steps: tuple[LoggedStep, ...]
    resources: tuple[str, ...]
    open_times: dict[str, OpenTime]
    first_server: dict[str, int]


@dataclass
class _CalendarTable:
    """Calendars by number, each kept once."""

    official: OfficialCalendar
    tables: list[OpenTime] = field(default_factory=list)
    numbers: dict[object, int] = field(default_factory=dict)

    def add(self, key: object, table: OpenTime) -> int:
        """The number of the calendar known as ``key``."""
        if key not in self.numbers:
            self.numbers[key] = len(self.tables)
            self.tables.append(table)
        return self.numbers[key]

    def hours(self, hours: OfficeHours) -> int:
        """The calendar of people with these office hours."""
        if hours not in self.numbers:
            return self.add(hours, self.official.open_time(hours))
        return self.numbers[hours]

    def union(self, many: Sequence[OfficeHours]) -> int:
        """The calendar that is open while any of these is."""
        distinct = tuple(dict.fromkeys(many))
        if len(distinct) == 1:
            return self.hours(distinct[0])
        tables = [self.tables[self.hours(hours)] for hours in distinct]
        start = np.concatenate([table.start for table in tables])
        end = np.concatenate([table.end for table in tables])
        return self.add(distinct, joined(start, end))

    def spans(self) -> Int32:
        """All calendars end to end, each closed by the sentinel, cursors at their beginning."""
        never = np.array([net.NEVER])
        first = np.cumsum([0, *(len(table.start) + 1 for table in self.tables)])[:-1]
        spans = np.zeros((4, sum(len(table.start) + 1 for table in self.tables)), np.int32)
        spans[net.START] = np.concatenate([p for t in self.tables for p in (t.start, never)])
        spans[net.END] = np.concatenate([p for t in self.tables for p in (t.end, never)])
        spans[net.OPENED] = np.concatenate([t.before for t in self.tables])
        spans[net.CURSOR, : len(first)] = first
        return spans


def compile_scenario(scenario: Scenario, official: OfficialCalendar) -> Compiled:
    """Compile the processes, pools and calendars of a scenario.

    Raises SimulationError for more steps, or visits of a step, than the kernel can count.
    """
    _check_size(scenario)
    table = _CalendarTable(official)
    table.add("calendar", official.always())
    table.add("working", official.whole_working_days())
    table.add("office", official.open_time(OfficeHours()))
    processes = [load.process for load in scenario.loads]
    contexts = 1 + max(sum(step.rework is not None for step in p.steps) for p in processes)
    classes = _classes(scenario)
    pools, servers, batches = _pools(scenario.pools, classes, table, official)
    numbers = {pool.slug: number for number, pool in enumerate(scenario.pools)}
    steps, regions = _steps(processes, numbers, pools, table)
    links, roots = _links(processes, contexts)
    network = Network(
        steps=steps,
        links=links,
        regions=regions,
        spans=table.spans(),
        pools=pools,
        servers=servers,
        batches=batches,
        first_step=np.cumsum([0, *(len(p.steps) for p in processes)]).astype(np.int32),
        roots=roots,
        contexts=contexts,
        classes=classes,
    )
    return Compiled(
        network=network,
        steps=tuple(LoggedStep.of(p.slug, step) for p in processes for step in p.steps),
        resources=tuple(f"{p.slug}#{n + 1}" for p in scenario.pools for n in range(p.count)),
        open_times={slug: table.tables[pools[net.HOURS, n]] for slug, n in numbers.items()},
        first_server={slug: int(pools[net.SERVER_FIRST, n]) for slug, n in numbers.items()},
    )


def _check_size(scenario: Scenario) -> None:
    entries = [entry for load in scenario.loads for entry in layout(load.process).steps]
    busiest = max(entries, key=lambda entry: entry.visits)
    if len(entries) > MOST_STEPS:
        raise SimulationError(
            said(
                f"方案共有{len(entries)}个环节，最多可仿真{MOST_STEPS}个；请减少流程",
                f"the scenario has {len(entries)} steps, {MOST_STEPS} can be simulated; take fewer "
                "processes",
            )
        )
    if busiest.visits > MOST_STEPS:
        raise SimulationError(
            said(
                f"环节“{busiest.step.slug}”最多会办理{busiest.visits}次，最多可仿真{MOST_STEPS}次；"
                "请减少补正次数",
                f"step {busiest.step.slug!r} can be visited {busiest.visits} times, {MOST_STEPS} "
                "can be simulated; allow fewer corrections",
            )
        )


def _classes(scenario: Scenario) -> int:
    ranks = {load.rank for load in scenario.loads}
    if len(ranks) == 1 and all(load.urgent is None for load in scenario.loads):
        return 1
    return 1 + max(ranks)


def _pools(
    pools: Sequence[Pool], classes: int, table: _CalendarTable, official: OfficialCalendar
) -> tuple[Int32, Int32, Int32]:
    batches = [_batch_times(pool, official) for pool in pools]
    batch = np.cumsum([0, *(len(times) for times in batches)])
    first = np.cumsum([0, *(pool.count for pool in pools)])
    fields = np.zeros((net.LANES + 2 * classes, len(pools)), np.int32)
    fields[net.SERVER_FIRST], fields[net.SERVER_LAST] = first[:-1], first[1:]
    fields[net.HOURS] = [table.union(pool.hours) for pool in pools]
    fields[net.SHARED] = [len(set(pool.hours)) == 1 for pool in pools]
    fields[net.BATCH_FIRST], fields[net.BATCH_LAST] = batch[:-1], batch[1:]
    fields[net.FREE] = np.diff(first)
    fields[net.LOWEST] = first[:-1]
    fields[net.HELD_HEAD :] = -1
    servers = np.ones((net.SERVER_FIELDS, first[-1]), np.int32)
    servers[net.SHIFT] = [table.hours(hours) for pool in pools for hours in pool.hours]
    servers[net.WAKE] = -1
    return fields, servers, np.concatenate([np.zeros(0), *batches]).astype(np.int32)


def _batch_times(pool: Pool, official: OfficialCalendar) -> Int32:
    times = official.batch_times(pool)
    return np.append(times, net.NEVER).astype(np.int32) if pool.batch else times.astype(np.int32)


def _steps(
    processes: Sequence[Process], numbers: dict[str, int], pools: Int32, table: _CalendarTable
) -> tuple[Int32, Int32]:
    columns: list[list[int]] = []
    regions: list[tuple[int, int]] = []
    for process in processes:
        inside = {step.slug: region for step, region in process_regions(process)}
        for entry in layout(process).steps:
            step = entry.step
            pool = NO_POOL if step.pool is None else numbers[step.pool]
            calendar = _calendar(step, pool, table, pools)
            first = len(regions)
            if step.slug in inside:
                regions += _region(process, inside[step.slug])
            columns.append(
                [
                    pool,
                    calendar,
                    entry.work,
                    entry.delay,
                    entry.correction,
                    step.visit is not None and pool != NO_POOL,
                    step.time.kind == "wait" and step.time.whole_days,
                    entry.most,
                    len(step.after),
                    first,
                    len(regions),
                    _place(process, step.rework.to) if step.rework else 0,
                    1 + list(inside).index(step.slug) if step.slug in inside else 0,
                ]
            )
    return np.array(columns, np.int32).T.copy(), np.array([*regions, (0, 0)], np.int32).T.copy()


def _calendar(step: Step, pool: int, table: _CalendarTable, pools: Int32) -> int:
    if pool != NO_POOL:
        return int(pools[net.HOURS, pool])
    basis = step.time.basis if step.time.kind in {"wait", "applicant"} else "calendar"
    return table.numbers[basis]


def _place(process: Process, slug: str) -> int:
    return list(process.after).index(slug)


def process_regions(process: Process) -> list[tuple[Step, set[str]]]:
    """Each step with a correction, and the steps that are passed again after one."""
    return [
        (step, graph.between(process.after, step.rework.to, step.slug))
        for step in process.steps
        if step.rework is not None
    ]


def _region(process: Process, inside: set[str]) -> list[tuple[int, int]]:
    return [
        (place, sum(before in inside for before in process.after[slug]))
        for place, slug in enumerate(process.after)
        if slug in inside
    ]


def _links(processes: Sequence[Process], contexts: int) -> tuple[Int32, Int32]:
    lists = [link for process in processes for link in _process_links(process, contexts)]
    roots = [[n for n, step in enumerate(p.steps) if not step.after] for p in processes]
    offsets = len(lists) + 1 + np.cumsum([0, *(len(part) for part in [*lists, *roots])])
    entries = [number for part in [*lists, *roots] for number in part]
    links = np.concatenate([offsets[: len(lists) + 1], entries]).astype(np.int32)
    return links, offsets[len(lists) :].astype(np.int32)


def _process_links(process: Process, contexts: int) -> list[list[int]]:
    """For each step and context, the local numbers of the steps it releases."""
    forward = graph.followers(process.after)
    place = {slug: n for n, slug in enumerate(process.after)}
    regions = [region for _, region in process_regions(process)]
    links: list[list[int]] = []
    for slug in process.after:
        links.append([place[name] for name in forward[slug]])
        links += [[place[n] for n in forward[slug] if n in region] for region in regions]
        links += [[] for _ in range(contexts - 1 - len(regions))]
    return links
