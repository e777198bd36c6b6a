"""Draws for the kernel: when cases come, and the luck of all of them in columns.

The keys of the draws, and why they are keyed, are in ``models.case_draws``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from models.arrivals import Arrivals
from models.case_draws import Stream, attribute_values, whole_seconds
from models.condition import Chance, performed
from models.errors import SimulationError
from models.quantiles import quantile
from models.said import said
from models.step_time import Duration
from models.working_time import OfficialCalendar
from simulations.arrival_clock import ArrivalClock
from simulations.columns import Layout, StepColumns, layout
from simulations.kernel.tables import SKIPPED, Int8, Int32, Int64
from simulations.scenario import Load, Scenario

if TYPE_CHECKING:
    from models.condition import Values


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
    if arrivals.week:
        return ArrivalClock.of(arrivals, calendar).at(_arrival_clock(arrivals, stream, count))
    return opened.at(_arrival_clock(arrivals, stream, count))


def _arrival_clock(arrivals: Arrivals, stream: Stream, count: int) -> Int64:
    gaps = quantile(arrivals.spread, stream.uniforms(count, "arrival"))
    scale = arrivals.hours.minutes_a_day * 60 / arrivals.per_working_day / arrivals.spread.mean
    return np.floor(np.cumsum(gaps * scale)).astype(np.int64)


def _arrivals_within(load: Load, stream: Stream, calendar: OfficialCalendar) -> Int64:
    days = load.working_days or 0
    weekly = ArrivalClock.of(load.arrivals, calendar) if load.arrivals.week else None
    horizon = days * load.arrivals.hours.minutes_a_day * 60.0
    if weekly is not None:
        horizon = weekly.after_days(days)
    expected = horizon / (load.arrivals.hours.minutes_a_day * 60) * load.arrivals.per_working_day
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
    within = clock[clock < horizon]
    return (
        calendar.open_time(load.arrivals.hours).at(within) if weekly is None else weekly.at(within)
    )


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


def _priority(load: Load, values: Values, stream: Stream, count: int) -> Int8:
    classes = np.full(count, load.rank, dtype=np.int8)
    if load.urgent is not None:
        if isinstance(load.urgent, Chance):
            urgent = stream.uniforms(count, "urgent") < load.urgent.share
        else:
            urgent = np.broadcast_to(np.asarray(load.urgent.holds(values)), count)
        classes[urgent] = 0
    return classes
