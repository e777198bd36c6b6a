"""Stations open around the clock, and what is measured in them once they have run in."""

from collections.abc import Iterator, Sequence
from datetime import date

import numpy as np
import numpy.typing as npt

from models.distributions import Distribution
from models.event import EventLog
from models.pool import Pool
from models.process import Process
from models.working_time import official_calendar
from simulations.compile import compile_scenario
from simulations.replication import Buffers, replicate
from simulations.scenario import Load, Scenario
from tests.builders import ALWAYS, DAY, a_pool, arrivals

SERVICE = 2_000.0
"""Mean service in seconds: long, so that rounding to whole seconds does not matter."""

START = date(2022, 1, 1)
RUN_IN = 2_000
"""Cases that are not counted, while the stations fill up."""

Floats = npt.NDArray[np.float64]


def poisson(process: Process, rate: float, cases: int, spread: Distribution | None = None) -> Load:
    """Cases of a process at a rate a second, day and night."""
    return Load(process=process, arrivals=arrivals(rate * DAY, ALWAYS, spread), cases=cases)


def desks(people: int, slug: str = "desk") -> Pool:
    """People who are always there."""
    return a_pool(people, ALWAYS, slug)


def replications(loads: Sequence[Load], pools: Sequence[Pool], count: int) -> Iterator[EventLog]:
    """The logs of so many replications; each is valid until the next is asked for."""
    scenario = Scenario(name="theory", loads=tuple(loads), pools=tuple(pools), start=START)
    official = official_calendar(START)
    compiled = compile_scenario(scenario, official)
    buffers = Buffers()
    for number in range(count):
        yield replicate(scenario, compiled, official, number, buffers).log


def waits(log: EventLog, step: int = 0) -> Floats:
    """Waits at a step of the cases that count."""
    rows = (log.step == step) & (log.case >= RUN_IN)
    return np.asarray((log.started - log.enabled)[rows], np.float64)


def sojourns(log: EventLog) -> Floats:
    """Time from arrival to the end of each case that counts."""
    first, last = np.full(log.cases, 2**62), np.zeros(log.cases, np.int64)
    np.minimum.at(first, log.case, log.ready.astype(np.int64))
    np.maximum.at(last, log.case, log.completed.astype(np.int64))
    return np.asarray((last - first)[RUN_IN:], np.float64)


def use(log: EventLog, people: int) -> float:
    """The share of time in which the people work, while cases that count arrive."""
    rows = log.case >= RUN_IN
    begin, end = int(log.ready[rows].min()), int(log.ready.max())
    inside = np.clip(log.completed, begin, end) - np.clip(log.started, begin, end)
    return float(inside.sum()) / people / (end - begin)


def number_in_system(log: EventLog) -> tuple[float, float]:
    """Time average and variance of the number of cases, from arrivals and ends in order."""
    first, last = np.full(log.cases, 2**62), np.zeros(log.cases, np.int64)
    np.minimum.at(first, log.case, log.ready.astype(np.int64))
    np.maximum.at(last, log.case, log.completed.astype(np.int64))
    times = np.concatenate([first, last])
    steps = np.repeat([1, -1], log.cases)
    order = np.argsort(times, kind="stable")
    lasts = np.diff(times[order])
    number = np.cumsum(steps[order])[:-1]
    window = (times[order][:-1] >= first[RUN_IN]) & (times[order][1:] <= first.max())
    share = lasts[window] / lasts[window].sum()
    mean = float((number[window] * share).sum())
    return mean, float(((number[window] - mean) ** 2 * share).sum())
