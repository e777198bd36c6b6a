"""From a scenario of a token net to the tables that the kernel walks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from itertools import accumulate

import numpy as np

from models.errors import SimulationError
from models.law import Law
from models.net_calendars import DAY, WeeklySpan
from models.net_scenario import NetScenario
from models.said import said
from models.token_net import GATEWAYS, Flow, Node, flows_reached
from simulations.kernel import net_tables as net
from simulations.kernel import tables
from simulations.kernel.net_tables import Float64
from simulations.kernel.tables import Int32, Int64
from simulations.nets.attributes import AttributeCompiler
from simulations.nets.batches import BatchTables
from simulations.nets.calendars import CalendarTable
from simulations.nets.hands import fill_hands
from simulations.nets.laws import LawTable

KINDS = {
    "start": net.START_NODE,
    "end": net.END,
    "terminate": net.TERMINATE,
    "task": net.WORKED,
    "event": net.WORKED,
    "exclusive": net.EXCLUSIVE,
    "parallel": net.PARALLEL,
    "inclusive": net.INCLUSIVE,
    "events": net.EVENTS,
}
ALWAYS = (WeeklySpan(first=1, last=7, begin=0, end=DAY),)
MOST_FLOWS = 60
"""So many flows can leave one gateway, or come to one inclusive join: they are sets of bits."""


@dataclass(frozen=True)
class CompiledNet:
    """The tables of a scenario, in the order in which the kernel takes them, and their names."""

    nodes: Int32
    flows: Int32
    lists: Int32
    reach: Int64
    shares: Float64
    tests: Float64
    updates: Int32
    program: Float64
    laws: Float64
    points: Float64
    law_of: Int32
    desks: Int32
    people: Int32
    stands: Int32
    steps: Int32
    spans: Int32
    pools: Int32
    servers: Int32
    first_law: Int32
    gap_law: int
    arrival_calendar: int
    firing: Int32
    batches: Int32
    factors: Float64
    node_names: tuple[Node, ...]
    step_nodes: tuple[Node, ...]
    resources: tuple[str, ...]
    epoch: datetime
    width: int
    stack: int


class _Lists:
    """Lists of numbers end to end, each known by where it begins and ends."""

    def __init__(self) -> None:
        self.numbers: list[int] = []

    def add(self, numbers: Iterable[int]) -> tuple[int, int]:
        first = len(self.numbers)
        self.numbers.extend(numbers)
        return first, len(self.numbers)


class NetCompiler:
    """Compiles one scenario, with calendars that reach ``days`` days from the start."""

    def __init__(self, scenario: NetScenario, days: int, keys: Int64) -> None:
        self.scenario = scenario
        self.lists, self.laws = _Lists(), LawTable()
        self.traits = AttributeCompiler(scenario, self.laws)
        self.epoch = datetime.combine(scenario.start.date(), time(), scenario.start.tzinfo)
        order = [scenario.net.start, *(n for n in scenario.net.nodes if n.kind != "start")]
        self.nodes = tuple(order)
        self.number = {node.id: n for n, node in enumerate(order)}
        self.flows = tuple(flow for node in order for flow in scenario.net.outgoing[node.id])
        self.flow_number = {flow.id: n for n, flow in enumerate(self.flows)}
        self.worked = tuple(node for node in order if KINDS[node.kind] == net.WORKED)
        self.calendars = CalendarTable(self.epoch, days, keys)

    def compiled(self) -> CompiledNet:
        """All tables. Raises SimulationError for what the kernel cannot hold."""
        self._check()
        nodes = self._nodes()
        flows, shares = self._flows()
        steps, law_of, desks, people, pools, servers = self._staff()
        arrival_calendar = self.calendars.weekly(self.scenario.arrivals or ALWAYS)
        first_law, gap_law = self.traits.first_laws(), self.laws.add(self.scenario.gap)
        batches = self._batches(steps)
        return CompiledNet(
            nodes=nodes,
            flows=flows,
            lists=np.array([*self.lists.numbers, 0], np.int32),
            reach=self._reach(),
            shares=shares,
            tests=self.traits.tests(),
            updates=self.traits.updates(),
            program=self.traits.programs.table(),
            laws=self.laws.table(),
            points=self.laws.all_points(),
            law_of=law_of,
            desks=desks,
            people=people,
            stands=self._stands(desks, people),
            steps=steps,
            spans=self.calendars.table(),
            pools=pools,
            servers=servers,
            first_law=first_law,
            gap_law=gap_law,
            arrival_calendar=arrival_calendar,
            firing=batches.firing(),
            batches=batches.batches(),
            factors=batches.factors(),
            node_names=self.nodes,
            step_nodes=self.worked,
            resources=tuple(name for r in self.scenario.resources for name in r.people),
            epoch=self.epoch,
            width=max(len(self.nodes), len(self.flows)),
            stack=self.traits.stack(),
        )

    def _check(self) -> None:
        for node in self.nodes:
            outgoing = self.scenario.net.outgoing[node.id]
            incoming = self.scenario.net.incoming[node.id]
            if max(len(outgoing), len(incoming)) > MOST_FLOWS and node.kind in GATEWAYS:
                raise SimulationError(
                    said(
                        f"网关“{node.label}”有超过{MOST_FLOWS}条连线，请拆分",
                        f"gateway {node.label!r} has more than {MOST_FLOWS} flows; split it",
                    )
                )

    def _nodes(self) -> Int32:
        table = np.zeros((net.NODE_FIELDS, len(self.nodes)), np.int32)
        out = 0
        joins = 0
        for number, node in enumerate(self.nodes):
            incoming = self.scenario.net.incoming[node.id]
            is_join = node.kind == "inclusive" and len(incoming) > 1
            count = len(self.scenario.net.outgoing[node.id])
            table[:, number] = [
                KINDS[node.kind],
                out,
                out + count,
                *self.lists.add(self.flow_number[flow.id] for flow in incoming),
                self.worked.index(node) if node in self.worked else -1,
                joins if is_join else -1,
                *self.traits.changed_by(node.id),
            ]
            out += count
            joins += is_join
        return table

    def _flows(self) -> tuple[Int32, Float64]:
        branches = {branch.flow: branch for branch in self.scenario.branches}
        table = np.zeros((net.FLOW_FIELDS, len(self.flows)), np.int32)
        shares = np.ones(len(self.flows))
        for number, flow in enumerate(self.flows):
            branch = branches.get(flow.id)
            rule = self.traits.rule(branch.rule) if branch and branch.rule else -1
            table[:, number] = [self.number[flow.target], rule, flow.default]
            shares[number] = branch.share if branch else 1 if flow.share is None else flow.share
        return table, shares

    def _reach(self) -> Int64:
        rows: list[Int64] = []
        for node in self.nodes:
            incoming = self.scenario.net.incoming[node.id]
            if node.kind == "inclusive" and len(incoming) > 1:
                rows.append(self._reach_of(node, incoming))
        return np.array(rows, np.int64).reshape(len(rows), len(self.flows))

    def _reach_of(self, join: Node, incoming: tuple[Flow, ...]) -> Int64:
        row = np.zeros(len(self.flows), np.int64)
        for number, flow in enumerate(self.flows):
            reached = flows_reached(self.scenario.net, flow, join.id)
            row[number] = sum(1 << n for n, into in enumerate(incoming) if into.id in reached)
        return row

    def _staff(self) -> tuple[Int32, Int32, Int32, Int32, Int32, Int32]:
        scenario = self.scenario
        first = dict(
            zip(
                (r.id for r in scenario.resources),
                accumulate([0, *(r.amount for r in scenario.resources)]),
                strict=False,
            )
        )
        calendar_of = {c.id: c for c in scenario.calendars}
        shift = [
            self.calendars.person(calendar_of[r.calendar], r.id, number)
            for r in scenario.resources
            for number in range(r.amount)
        ]
        law_of = np.full((len(self.worked), max(len(shift), 1)), -1, np.int32)
        step_of = {node.id: n for n, node in enumerate(self.worked)}
        amounts = {r.id: r.amount for r in scenario.resources}
        for entry in scenario.performances:
            begin = first[entry.resource]
            law_of[step_of[entry.task], begin : begin + amounts[entry.resource]] = self.laws.add(
                entry.time
            )
        sets = {
            node.id: tuple(np.flatnonzero(law_of[n] >= 0).tolist())
            for n, node in enumerate(self.worked)
            if node.kind == "task"
        }
        distinct = list(dict.fromkeys(sets.values()))
        timed = {entry.event: entry.time for entry in scenario.events}
        steps = self._steps(sets, distinct, timed)
        desks, people = self._desks(distinct, len(shift))
        fill_hands(scenario.multitasking, first, self.epoch, self.laws, people)
        pools, servers = self._pools(distinct, shift)
        return steps, law_of, desks, people, pools, servers

    def _stands(self, desks: Int32, people: Int32) -> Int32:
        """Everybody is idle at first: at each desk they stand in line by number."""
        stands = np.full((net.STAND_FIELDS, len(self.lists.numbers) + 1), -1, np.int32)
        desks[net.IDLE_FIRST :] = -1
        for person, (first, last) in enumerate(people[: net.SINCE].T.tolist()):
            for stand in range(first, last):
                desk = self.lists.numbers[stand]
                ahead = desks[net.IDLE_LAST, desk]
                stands[: net.BEHIND, stand] = person, ahead
                if ahead < 0:
                    desks[net.IDLE_FIRST, desk] = stand
                else:
                    stands[net.BEHIND, ahead] = stand
                desks[net.IDLE_LAST, desk] = stand
        return stands

    def _steps(
        self,
        sets: dict[str, tuple[int, ...]],
        distinct: list[tuple[int, ...]],
        timed: dict[str, Law],
    ) -> Int32:
        steps = np.zeros((tables.STEP_FIELDS, len(self.worked)), np.int32)
        for number, node in enumerate(self.worked):
            is_task = node.id in sets
            steps[tables.POOL, number] = distinct.index(sets[node.id]) if is_task else -1
            steps[tables.CALENDAR, number] = self.calendars.weekly(ALWAYS)
            steps[tables.NODE, number] = self.number[node.id]
            steps[tables.EVENT_LAW, number] = -1 if is_task else self.laws.add(timed[node.id])
        return steps

    def _batches(self, steps: Int32) -> BatchTables:
        batches = BatchTables(self.laws, self.epoch.weekday())
        steps[tables.IN_BATCHES] = -1
        number = {node.id: n for n, node in enumerate(self.worked)}
        for batching in self.scenario.batches:
            step = number[batching.task]
            desk = int(steps[tables.POOL, step])
            steps[tables.IN_BATCHES, step] = batches.add(batching, desk)
        return batches

    def _desks(self, distinct: list[tuple[int, ...]], people: int) -> tuple[Int32, Int32]:
        desks = np.zeros((net.DESK_FIELDS, len(distinct)), np.int32)
        for number, group in enumerate(_groups(distinct)):
            desks[: net.IDLE_FIRST, number] = self.lists.add(group)
        persons = np.zeros((net.PERSON_FIELDS, people), np.int32)
        for person in range(people):
            own = [number for number, members in enumerate(distinct) if person in members]
            persons[: net.SINCE, person] = self.lists.add(own)
        return desks, persons

    def _pools(self, distinct: list[tuple[int, ...]], shift: list[int]) -> tuple[Int32, Int32]:
        classes = len(self.scenario.priorities) + 1
        pools = np.zeros((tables.LANES + 2 * classes, len(distinct)), np.int32)
        pools[tables.HELD_HEAD :] = -1
        for number, members in enumerate(distinct):
            pools[tables.FREE, number] = len(members)
        servers = np.ones((tables.SERVER_FIELDS, len(shift)), np.int32)
        servers[tables.SHIFT] = shift
        servers[tables.WAKE] = -1
        return pools, servers


def _groups(distinct: list[tuple[int, ...]]) -> list[list[int]]:
    """For each set of people the sets that are linked to it by common people."""
    group = list(range(len(distinct)))
    for one, members in enumerate(distinct):
        for other in range(one):
            if not set(members).isdisjoint(distinct[other]):
                joint = group[other]
                mine = group[one]
                group = [joint if number == mine else number for number in group]
    return [[n for n, other in enumerate(group) if other == own] for own in group]
