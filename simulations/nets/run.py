"""Runs a scenario of a token net."""

from dataclasses import dataclass
from hashlib import blake2b
from typing import NoReturn

import numpy as np

from models.errors import SimulationError
from models.net_calendars import ChanceCalendar
from models.net_log import NetLog
from models.net_scenario import NetScenario
from models.said import said
from models.working_time import DAY
from simulations.kernel import net_cases, net_loop, net_tables, tables
from simulations.kernel.tables import Int64
from simulations.nets.compile import ALWAYS, CompiledNet, NetCompiler

HORIZONS = (4 * 366, 20 * 366, 24_850)
"""Days that the calendars are laid out for: few, more, and as many as the kernel can count."""
SHORT_HORIZONS = (61, 366)
"""Tried first if calendars are drawn granule by granule."""
MOST_ROWS = 200_000_000


class _BeyondError(Exception):
    """The run goes beyond the calendars."""


def run_scenario(scenario: NetScenario) -> NetLog:
    """Run all cases of the scenario; the same scenario gives the same log.

    Raises SimulationError if the run takes more than 68 years, if a case comes to a node more often
    than the net allows, or if there are more visits, or more
    granules of calendars of chances, than can be held.
    """
    for days in horizons(scenario):
        try:
            return _Run.of(scenario, days).log()
        except _BeyondError:
            continue
    raise SimulationError(
        said(
            "仿真超过68年；请减少办件、增加人手或检查日历",
            "the run takes more than 68 years; take fewer cases or more staff, or check the "
            "calendars",
        )
    )


def horizons(scenario: NetScenario) -> tuple[int, ...]:
    """The horizons to try: without those in which the cases can hardly come."""
    drawn = any(isinstance(calendar, ChanceCalendar) for calendar in scenario.calendars)
    spans = scenario.arrivals or ALWAYS
    opened = sum((span.last - span.first + 1) * (span.end - span.begin) for span in spans)
    days = scenario.cases * scenario.gap.of.mean / DAY * (7 * DAY / opened)
    candidates = (*SHORT_HORIZONS, *HORIZONS) if drawn else HORIZONS
    return (*(horizon for horizon in candidates[:-1] if horizon > days), candidates[-1])


@dataclass(frozen=True, eq=False)
class _Run:
    scenario: NetScenario
    compiled: CompiledNet
    keys: Int64
    cases: Int64
    traits: np.ndarray[tuple[int, ...], np.dtype[np.float64]]

    @classmethod
    def of(cls, scenario: NetScenario, days: int) -> "_Run":
        """The scenario compiled and its cases drawn."""
        key = f"{scenario.seed}/{scenario.net.id}".encode()
        keys = np.frombuffer(blake2b(key, digest_size=8).digest(), np.uint32).astype(np.int64)
        compiler = NetCompiler(scenario, days, keys)
        rules = [
            compiler.traits.rule(p.rule) for p in sorted(scenario.priorities, key=lambda p: p.level)
        ]
        compiled = compiler.compiled()
        count = scenario.cases
        arrival = np.empty(count, np.int64)
        first = round((scenario.start - compiled.epoch).total_seconds())
        done = net_cases.draw_arrivals(
            first,
            compiled.gap_law,
            compiled.arrival_calendar,
            compiled.spans.copy(),
            compiled.laws,
            compiled.points,
            keys,
            arrival,
        )
        if done < 0:
            raise _BeyondError
        traits = np.full((count + 1, max(1, len(scenario.attributes))), np.nan)
        net_cases.draw_traits(compiled.first_law, compiled.laws, compiled.points, keys, traits)
        cases = np.zeros((count, tables.CASE_FIELDS), np.int64)
        cases[:, tables.ARRIVAL] = arrival
        cases[:, tables.SLOT] = np.arange(count) * compiled.width
        net_cases.draw_classes(np.array(rules, np.int32), compiled.tests, traits, cases)
        return cls(scenario, compiled, keys, cases, traits)

    def log(self) -> NetLog:
        """Run it with as much memory as it turns out to need."""
        batched = len(self.scenario.batches) > 0
        fields = net_tables.BATCHED_LOG_FIELDS if batched else tables.PRIORITY
        rows = int(self.scenario.cases * len(self.compiled.step_nodes) * 1.3) + 1_000
        while rows <= MOST_ROWS:
            table = np.empty((fields, rows), np.int32)
            slots = np.zeros((len(self.cases) * self.compiled.width, 3), np.int16)
            event = np.zeros(tables.EVENT_FIELDS, np.int64)
            written = self._run(table, slots, event)
            if written >= 0:
                return self._named(table[:, :written], slots, int(event[tables.HELD]))
            if written == net_tables.BEYOND:
                raise _BeyondError
            if written == net_tables.ENDLESS:
                self._endless(int(event[tables.STOPPED]) - 1)
            rows *= 2
        raise SimulationError(
            said(
                f"办理次数超过 {MOST_ROWS:,}，无法容纳；请减少办件或检查循环",
                f"more than {MOST_ROWS:,} visits cannot be held; take fewer cases or check the "
                "loops",
            )
        )

    def _run(self, table: tables.Int32, slots: tables.Int16, event: Int64) -> int:
        c = self.compiled
        busy, timers = self._heaps(table.shape[1])
        return net_loop.run_net(
            self.scenario.net.most_visits,
            c.width,
            c.nodes,
            c.flows,
            c.lists,
            c.reach,
            c.shares,
            c.tests,
            c.updates,
            c.program,
            np.empty(c.stack),
            c.laws,
            c.points,
            c.law_of,
            c.desks.copy(),
            c.people.copy(),
            c.stands.copy(),
            self.keys,
            c.steps,
            c.spans.copy(),
            c.pools.copy(),
            c.servers.copy(),
            c.firing,
            c.batches.copy(),
            c.factors,
            self.cases,
            self.traits.copy(),
            slots,
            table,
            busy,
            timers,
            np.zeros(4 * c.width + 64, np.int32),
            np.zeros(4 * c.width + 64, np.int32),
            np.zeros(c.pools.shape[1] + 1, np.int32),
            event,
        )

    def _heaps(self, rows: int) -> tuple[Int64, Int64]:
        """Room for all that is in hands and the openings of people, and for events and batches."""
        c = self.compiled
        busy = int(c.people[net_tables.MOST_AT_HAND].sum()) + c.people.shape[1] + 4
        if c.batches.shape[1] > 0:
            busy += rows  # a person may do a whole batch at a time
        timers = np.empty(rows + c.batches.shape[1] + 2, np.int64)
        timers[0] = 0
        return np.zeros(busy, np.int64), timers

    def _endless(self, node: int) -> NoReturn:
        name, most = self.compiled.node_names[node].label, self.scenario.net.most_visits
        raise SimulationError(
            said(
                f"一个办件到达节点“{name}”超过{most}次；请检查循环的概率或条件",
                f"a case comes to node {name!r} more than {most} times; check the shares or rules "
                "of its loop",
            )
        )

    def _named(self, table: tables.Int32, slots: tables.Int16, held: int) -> NetLog:
        return NetLog(
            epoch=self.compiled.epoch,
            nodes=self.compiled.step_nodes,
            resources=self.compiled.resources,
            case=table[tables.CASE],
            step=table[tables.STEP],
            visit=table[tables.VISIT],
            enabled=table[tables.ENABLED],
            started=table[tables.STARTED],
            completed=table[tables.COMPLETED],
            resource=table[tables.SERVER],
            work=table[tables.WORK],
            arrival=self.cases[:, tables.ARRIVAL],
            stuck=self._stuck(slots) if held else {},
            batch=table[net_tables.BATCH_OF] if len(table) > tables.PRIORITY else None,
        )

    def _stuck(self, slots: tables.Int16) -> dict[str, int]:
        held = slots[:, tables.LEFT].reshape(len(self.cases), self.compiled.width)
        found: dict[str, int] = {}
        for flow, cases in enumerate((held > 0).sum(axis=0).tolist()):
            if cases:
                node = self.compiled.node_names[self.compiled.flows[0, flow]].label
                found[node] = found.get(node, 0) + cases
        return found
