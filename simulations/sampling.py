"""Draws: when cases come, what they are like, how long each visit takes, what is sent back.

Every number is drawn by (seed, replication, process, step, purpose, visit, case) and by nothing
else, so that two variants of a process, or two staffings, meet the same cases with the same luck
(common random numbers).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from models.arrivals import Arrivals
from models.condition import Attribute, Chance, chance_key, performed
from models.draws import uniforms
from models.errors import SimulationError
from models.process import Process
from models.quantiles import Floats, quantile
from models.said import said
from models.step_time import UNIT_SECONDS, Duration
from models.working_time import OfficialCalendar
from simulations.columns import Layout, StepColumns, layout
from simulations.kernel.tables import SKIPPED, Int8, Int32, Int64
from simulations.scenario import Load, Scenario

if TYPE_CHECKING:
    from models.condition import Column, Values

LONGEST = 2**30
"""No single draw is longer than this many seconds (34 years)."""


@dataclass(frozen=True)
class Stream:
    """The key of one process's draws in one replication."""

    seed: int
    replication: int
    process: str

    def uniforms(self, count: int, *purpose: str | int) -> Floats:
        """Uniform numbers for the first ``count`` cases."""
        return uniforms(count, self.seed, self.replication, self.process, *purpose)


@dataclass(frozen=True, eq=False)
class LoadSample:
    """One process's cases: arrival (s), priority class, draws (cases x columns, s)."""

    arrival: Int64
    priority: Int8
    draws: Int32


def sample_load(
    scenario: Scenario, load: Load, replication: int, calendar: OfficialCalendar
) -> LoadSample:
    """Draw one process's cases for one replication."""
    stream = Stream(scenario.seed, replication, load.process.slug)
    arrival = arrival_times(load, stream, calendar)
    count = len(arrival)
    values = attribute_values(load.process, stream, count)
    plan = layout(load.process)
    draws = np.zeros((count, plan.width), dtype=np.int32)
    extra = _draw_corrections(draws, plan, stream)
    for columns in plan.steps:
        _draw_step(draws, columns, values, stream, extra[columns.step.slug])
    return LoadSample(arrival, _priority(load, values, stream, count), draws)


def arrival_times(load: Load, stream: Stream, calendar: OfficialCalendar) -> Int64:
    """When the cases come, in seconds since the epoch, ascending."""
    arrivals = load.arrivals
    opened = calendar.open_time(arrivals.hours)
    count = load.cases
    if count is None:
        return _arrivals_within(load, stream, calendar)
    return opened.at(_arrival_clock(arrivals, stream, count))


def _arrival_clock(arrivals: Arrivals, stream: Stream, count: int) -> Int64:
    gaps = quantile(arrivals.spread, stream.uniforms(count, "arrival"))
    scale = arrivals.hours.minutes_a_day * 60 / arrivals.per_working_day / arrivals.spread.mean
    return np.floor(np.cumsum(gaps * scale)).astype(np.int64)


def _arrivals_within(load: Load, stream: Stream, calendar: OfficialCalendar) -> Int64:
    days = load.working_days or 0
    opened = calendar.open_time(load.arrivals.hours)
    horizon = days * load.arrivals.hours.minutes_a_day * 60
    expected = days * load.arrivals.per_working_day
    count = int(expected + 10 * np.sqrt(expected) + 20)
    clock = _arrival_clock(load.arrivals, stream, count)
    if clock[-1] < horizon:
        raise SimulationError(
            said(
                f"{load.process.slug} 的到件波动过大，无法按工作日数仿真，请改用 cases",
                f"arrivals of {load.process.slug} vary too much for a fixed horizon; "
                "give cases instead",
            )
        )
    return opened.at(clock[clock < horizon])


def attribute_values(process: Process, stream: Stream, count: int) -> Values:
    """Each attribute's value, and each ``Chance`` step's outcome, for ``count`` cases."""
    values: dict[str, Column] = {
        attribute.slug: _attribute(attribute, stream.uniforms(count, "attribute", attribute.slug))
        for attribute in process.attributes
    }
    for step in process.steps:
        if isinstance(step.when, Chance):
            drawn = stream.uniforms(count, "when", step.slug)
            values[chance_key(step.slug)] = drawn < step.when.share
    return values


def _attribute(attribute: Attribute, drawn: Floats) -> npt.NDArray[np.generic]:
    match attribute.kind:
        case "flag":
            return drawn < attribute.share
        case "number":
            return quantile(attribute.distribution, drawn)
        case "choice":
            weights = np.cumsum(list(attribute.options.values()))
            place = np.searchsorted(weights / weights[-1], drawn, side="right")
            return np.array(list(attribute.options))[np.minimum(place, len(weights) - 1)]


def _draw_corrections(draws: Int32, plan: Layout, stream: Stream) -> dict[str, Int64]:
    """Draw all corrections; how many passes beyond the first each step can need, by case."""
    extra = {entry.step.slug: np.zeros(len(draws), np.int64) for entry in plan.steps}
    for entry in plan.steps:
        for visit in range(entry.most):
            drawn = _corrections(entry, stream, len(draws), visit)
            draws[:, entry.correction + visit] = drawn
            hit = drawn != SKIPPED
            for slug in entry.region:
                extra[slug] += hit
    return extra


def _draw_step(
    draws: Int32, columns: StepColumns, values: Values, stream: Stream, extra: Int64
) -> None:
    """Draw a step's times; those of a repeat only for cases that can come to it."""
    step = columns.step
    delay = step.visit.delay if step.visit is not None else None
    for visit in range(columns.visits):
        rows = slice(None) if visit == 0 else np.flatnonzero(extra >= visit)
        key = (step.slug, "work", visit)
        _draw_column(draws, columns.work + visit, step.time.duration, rows, stream, *key)
        if delay is not None:
            key = (step.slug, "delay", visit)
            _draw_column(draws, columns.delay + visit, delay, rows, stream, *key)
    skipped = np.logical_not(performed(step.when, step.slug, values))
    draws[:, columns.work] = np.where(skipped, SKIPPED, draws[:, columns.work])


def _draw_column(
    draws: Int32,
    column: int,
    duration: Duration,
    rows: slice | npt.NDArray[np.intp],
    stream: Stream,
    *purpose: str | int,
) -> None:
    if isinstance(rows, slice) or len(rows):
        drawn = stream.uniforms(len(draws), *purpose)[rows]
        draws[rows, column] = whole_seconds(duration, drawn)


def _corrections(columns: StepColumns, stream: Stream, count: int, visit: int) -> Int32:
    step, rework = columns.step, columns.step.rework
    result = np.full(count, SKIPPED, dtype=np.int32)
    if rework is None:
        return result
    hit = stream.uniforms(count, step.slug, "correction", visit) < rework.chance
    if hit.any():
        drawn = stream.uniforms(count, step.slug, "applicant", visit)[hit]
        result[hit] = whole_seconds(rework.applicant, drawn)
    return result


def whole_seconds(duration: Duration, drawn: Floats) -> Int32:
    """Durations at the given uniforms, rounded to whole seconds."""
    seconds = quantile(duration.distribution, drawn) * UNIT_SECONDS[duration.unit]
    return np.rint(np.minimum(seconds, LONGEST)).astype(np.int32)


def _priority(load: Load, values: Values, stream: Stream, count: int) -> Int8:
    classes = np.full(count, load.rank, dtype=np.int8)
    if load.urgent is not None:
        if isinstance(load.urgent, Chance):
            urgent = stream.uniforms(count, "urgent") < load.urgent.share
        else:
            urgent = np.broadcast_to(np.asarray(load.urgent.holds(values)), count)
        classes[urgent] = 0
    return classes
