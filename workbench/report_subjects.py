"""What a report is made from: a fresh simulation, a log file, a kept run or a live period."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from models.conformance import conformance
from models.errors import SimulationError
from models.event import EventLog
from models.observed import observed_result
from models.pool import Pool, resized
from models.process import Process
from models.published import as_published, people, pools_of
from models.result import Origin
from models.said import said
from models.timing import Ruler
from models.working_time import (
    HolidayNotice,
    official_calendar,
)
from reports.conformance_table import conformance_tables
from reports.subject import Subject
from reports.table import Table
from reports.wording import Wording
from simulations.scenario import PROMISE, Scenario
from workbench import defaults
from workbench.names import unit_names

TARGET = 0.95
"""The share of cases on time for which a limit counts as held; the same as in simulations."""


def measured(
    whole: EventLog,
    processes: Sequence[Process],
    origin: Origin,
    name: str,
    notices: tuple[HolidayNotice, ...] = (),
) -> Subject:
    """A log that happened, measured against the definitions in force.

    Office hours are those of the county's staff, as far as the definitions use them. The log of
    one process is cut to its published steps first.
    """
    log = as_published(whole, processes[0]) if len(processes) == 1 else whole
    pools = _pools(log, processes)
    return _subject(log, processes, pools, origin, name, notices)


def of_scenario(whole: EventLog, scenario: Scenario, origin: Origin, name: str) -> Subject:
    """The log of a run of this scenario, measured with its staff, hours and calendar.

    As ``measured`` if the log names others than the scenario's people, or other steps.
    """
    processes = tuple(load.process for load in scenario.loads)
    people = [f"{pool.slug}#{n + 1}" for pool in scenario.pools for n in range(pool.count)]
    steps = {(process.slug, step.slug) for process in processes for step in process.steps}
    logged = {(entry.process, entry.step) for entry in whole.steps}
    if not (set(whole.resources) <= set(people) and logged <= steps):
        return measured(whole, processes, origin, name, scenario.holidays)
    place = np.array([people.index(person) for person in whole.resources] + [-1])
    log = replace(whole, resources=tuple(people), server=place[whole.server])
    found = _subject(log, processes, scenario.pools, origin, name, scenario.holidays)
    arrivals = {load.process.slug: load.arrivals for load in scenario.loads}
    return replace(found, arrivals=arrivals, target=scenario.target.source)


def _subject(
    log: EventLog,
    processes: Sequence[Process],
    pools: tuple[Pool, ...],
    origin: Origin,
    name: str,
    notices: tuple[HolidayNotice, ...],
) -> Subject:
    if not log.cases:
        raise SimulationError(
            said(f"{name}：没有这些流程的办件", f"{name}: there are no cases of these processes")
        )
    ruler = Ruler.of(official_calendar(log.epoch.date(), notices=notices), pools)
    result = observed_result(log, processes, pools, ruler, name=name, origin=origin, target=TARGET)
    return Subject(
        result=result,
        processes=tuple(processes),
        pools=pools,
        log=log,
        ruler=ruler,
        names=unit_names(processes, pools),
        target=PROMISE,
    )


def checks(
    whole: EventLog, processes: Sequence[Process], w: Wording
) -> dict[str, tuple[Table, ...]]:
    """The tables of conformance by process (plan item 18)."""
    return {
        process.slug: conformance_tables(conformance(whole, process).summary, w)
        for process in processes
    }


def _pools(log: EventLog, processes: Sequence[Process]) -> tuple[Pool, ...]:
    """The pools that the processes use, in the log's order, with as many people as it names."""
    known = {pool.slug: pool for pool in defaults.pools_for(processes)}
    shown = people(log)
    return tuple(
        known[slug].changed(shifts=resized(known[slug], shown[slug])) for slug in pools_of(log)
    )
