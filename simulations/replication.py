"""One replication: sample, schedule, hand over the log. Buffers are reused from run to run."""

from dataclasses import dataclass, field
from time import perf_counter

import numpy as np

from models.errors import SimulationError
from models.event import Arrived, EventLog
from models.said import Said, said
from models.working_time import OfficialCalendar
from simulations.columns import layout
from simulations.compile import Compiled
from simulations.kernel import tables as net
from simulations.kernel.loop import run
from simulations.kernel.tables import Cases, Int32, Int64, Network
from simulations.sampling import LoadSample, sample_load
from simulations.scenario import Scenario


@dataclass
class Buffers:
    """Memory for the log and the slots, kept between replications and grown when needed."""

    arrays: dict[str, np.ndarray[tuple[int, ...], np.dtype[np.signedinteger]]] = field(
        default_factory=dict
    )

    def take(
        self, name: str, size: int, kind: type[np.signedinteger]
    ) -> np.ndarray[tuple[int, ...], np.dtype[np.signedinteger]]:
        """An uninitialised array of exactly ``size``."""
        held = self.arrays.get(name)
        if held is None or len(held) < size:
            held = np.empty(size, dtype=kind)
            self.arrays[name] = held
        return held[:size]


@dataclass(frozen=True, eq=False)
class Replication:
    """One replication's log and the seconds spent on it."""

    number: int
    log: EventLog
    sampling_seconds: float
    kernel_seconds: float
    process_of_case: Int32


def replicate(
    scenario: Scenario,
    compiled: Compiled,
    official: OfficialCalendar,
    number: int,
    buffers: Buffers | None = None,
) -> Replication:
    """Run replication ``number``. The log is valid until ``buffers`` is used again.

    Raises SimulationError if the run goes beyond the announced calendar.
    """
    begun = perf_counter()
    samples = [sample_load(scenario, load, number, official) for load in scenario.loads]
    cases, capacity = gather(scenario, compiled.network, samples)
    sampled = perf_counter()
    log = schedule(compiled.network, cases, capacity, buffers or Buffers(), official)
    return Replication(
        number=number,
        log=EventLog(
            epoch=official.epoch,
            steps=compiled.steps,
            resources=compiled.resources,
            case_ids=None,
            **columns(log),
            known=_arrived(scenario, cases),
        ),
        sampling_seconds=sampled - begun,
        kernel_seconds=perf_counter() - sampled,
        process_of_case=cases.process,
    )


def _arrived(scenario: Scenario, cases: Cases) -> Arrived:
    slugs = tuple(load.process.slug for load in scenario.loads)
    return Arrived(slugs, cases.process, cases.table[:, net.ARRIVAL])


def gather(scenario: Scenario, network: Network, samples: list[LoadSample]) -> tuple[Cases, Int64]:
    """All processes' cases in order of arrival, and the most visits each pool can see.

    The last place counts the visits of steps without staff.
    """
    counts = [len(sample.arrival) for sample in samples]
    process = np.repeat(np.arange(len(samples), dtype=np.int32), counts)
    arrival = np.concatenate([sample.arrival for sample in samples])
    order = np.argsort(arrival, kind="stable")
    ordered = process[order]
    widths = np.array([sample.draws.shape[1] for sample in samples])
    within = np.concatenate([np.arange(count) for count in counts])
    bases = np.concatenate([[0], np.cumsum(np.array(counts) * widths)])[:-1]
    sizes = np.diff(network.first_step)
    table = np.empty((len(order), net.CASE_FIELDS), np.int64)
    table[:, net.BASE] = network.first_step[ordered]
    table[:, net.ROOTS_FIRST] = network.roots[ordered]
    table[:, net.ROOTS_LAST] = network.roots[ordered + 1]
    table[:, net.ARRIVAL] = arrival[order]
    # With one class there is one queue a pool, whatever rank the cases bear.
    priority = np.concatenate([sample.priority for sample in samples])[order]
    table[:, net.CLASS] = priority if network.classes > 1 else 0
    table[:, net.SLOT] = np.concatenate([[0], np.cumsum(sizes[ordered])])[:-1]
    table[:, net.DRAW] = (bases[process] + within * widths[process])[order]
    draws = np.concatenate([sample.draws.reshape(-1) for sample in samples])
    return Cases(table, draws, ordered), _capacity(scenario, network, counts)


def _capacity(scenario: Scenario, network: Network, counts: list[int]) -> Int64:
    most = np.zeros(network.pools.shape[1] + 1, np.int64)
    number = 0
    for load, count in zip(scenario.loads, counts, strict=True):
        for entry in layout(load.process).steps:
            most[network.steps[net.POOL, number]] += count * entry.visits
            number += 1
    return most


def schedule(
    network: Network, cases: Cases, capacity: Int64, buffers: Buffers, official: OfficialCalendar
) -> Int32:
    """Run the kernel; the log's table, cut to the visits that took place."""
    rows = int(capacity.sum())
    several = network.classes > 1 or len(network.batches) > 0
    fields = net.LOG_FIELDS if several else net.PRIORITY
    log = buffers.take("log", fields * rows, np.int32).reshape(fields, rows)
    pools = network.pools.copy()
    pools[net.TURN] = np.concatenate([[0], np.cumsum(capacity[:-1])])[:-1]
    slots = int(np.diff(network.first_step)[cases.process].sum())
    # A pool has at most one opening scheduled a server, beside one completion a server.
    busy = buffers.take("busy", 2 * network.servers.shape[1] + pools.shape[1] + 2, np.int64)
    timers = buffers.take("timers", slots + pools.shape[1] + 2, np.int64)
    busy[0] = timers[0] = 0
    written = run(
        network.steps,
        network.links,
        network.regions,
        network.contexts,
        network.spans.copy(),
        pools,
        network.servers.copy(),
        network.batches,
        buffers.take("turns", int(capacity[:-1].sum()) if several else 0, np.int32),
        cases.table,
        cases.draws,
        buffers.take("slots", slots * 3, np.int16).reshape(slots, 3),
        log,
        busy,
        timers,
        np.zeros(int(np.diff(network.first_step).max()) + 1, np.int32),
        np.zeros(pools.shape[1] + 1, np.int32),
        np.zeros(net.EVENT_FIELDS, np.int64),
    )
    if written < 0:
        raise SimulationError(_beyond(official))
    return log[:, :written]


def _beyond(official: OfficialCalendar) -> Said:
    return said(
        f"仿真超出已公布的最后一天 {official.last}；请提早开始、减少办件或增加人手，"
        "或用放假安排文件给出下一年",
        f"the run goes beyond {official.last}, the last announced day; start earlier, take "
        "fewer cases or more staff, or give the next year in a holidays file",
    )


def columns(log: Int32) -> dict[str, Int32]:
    """The log's table as the columns of an EventLog."""
    unused = np.broadcast_to(np.int32(0), log.shape[1])
    full = {name: log[field] for field, name in enumerate(LOG_COLUMNS[: len(log)])}
    return {"priority": unused, "batch": unused, **full}


LOG_COLUMNS = (
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
