"""How far two logs are apart: distances of event logs, and means with Welch's z.

The distances are those of Chapela-Campos, Benchekroun, Baron, Dumas, Krass and Senderovich (2023),
Can I trust my simulation model?, as earth mover's distances in hours without binning. They miss a
wrong staff count as long as the queue stays short, so means are compared besides.
"""

from collections.abc import Sequence
from typing import Literal

import numpy as np
import numpy.typing as npt
from scipy import stats

from models.event import EventLog
from models.working_time import DAY

Floats = npt.NDArray[np.float64]
Measure = Literal["cycle_time", "relative_event", "absolute_event", "circadian_event"]
Mean = Literal["cycle_hours", "visits", "work_hours", "waiting_hours", "corrections"]
MEASURES: tuple[Measure, ...] = (
    "cycle_time",
    "relative_event",
    "absolute_event",
    "circadian_event",
)
MEANS: tuple[Mean, ...] = ("cycle_hours", "visits", "work_hours", "waiting_hours", "corrections")

HOUR = 3_600
WEEK = 7
BATCHES = 20
"""Batches of consecutive cases whose means are taken as independent."""


def distances(one: EventLog, other: EventLog) -> dict[Measure, float]:
    """Earth mover's distances in hours between the cases of two logs with the same epoch.

    Of cycle times; of starts and completions since their case's arrival; of the same in absolute
    time; and of the same within the day, weekday by weekday, weighted by the events of ``one``.
    """
    return {
        "cycle_time": _between(per_case(one)["cycle_hours"], per_case(other)["cycle_hours"]),
        "relative_event": _between(_relative(one), _relative(other)),
        "absolute_event": _between(_moments(one) / HOUR, _moments(other) / HOUR),
        "circadian_event": _circadian(one, other),
    }


def _between(one: Floats, other: Floats) -> float:
    if not len(one) or not len(other):
        return 0.0 if len(one) == len(other) else float("inf")
    return float(stats.wasserstein_distance(one, other))


def _moments(log: EventLog) -> Floats:
    return np.concatenate([log.started, log.completed]).astype(np.float64)


def _relative(log: EventLog) -> Floats:
    return (_moments(log) - np.tile(log.arrived.time[log.case], 2)) / HOUR


def _circadian(one: EventLog, other: EventLog) -> float:
    """Both logs have the same epoch, so that the weekday is the day's number modulo 7."""
    first, second = _moments(one), _moments(other)
    total = 0.0
    for weekday in range(WEEK):
        here, there = (part[part // DAY % WEEK == weekday] % DAY / HOUR for part in (first, second))
        if len(here):
            total += len(here) * (_between(here, there) if len(there) else DAY / HOUR)
    return total / max(1, len(first))


def per_case(log: EventLog) -> dict[Mean, Floats]:
    """Figures of each case: hours from arrival to the end, visits, corrections.

    Work and waiting are the hours of visits with staff.
    """
    staffed = log.where(entry.pool is not None for entry in log.steps)
    end = np.zeros(log.cases, np.int64)
    np.maximum.at(end, log.case, log.completed.astype(np.int64))
    waited = np.where(staffed, log.started - log.enabled, 0)

    def summed(weights: npt.NDArray[np.generic] | None = None) -> Floats:
        return np.bincount(log.case, weights, log.cases).astype(np.float64)

    return {
        "cycle_hours": np.maximum(end - log.arrived.time, 0) / HOUR,
        "visits": summed(),
        "work_hours": summed(np.where(staffed, log.work, 0)) / HOUR,
        "waiting_hours": summed(waited) / HOUR,
        "corrections": summed(log.outcome),
    }


def batch_means(log: EventLog, mean: Mean) -> Floats:
    """Means of a figure over batches of cases in order of arrival."""
    ordered = per_case(log)[mean][np.argsort(log.arrived.time, kind="stable")]
    parts = np.array_split(ordered, min(BATCHES, max(1, len(ordered))))
    return np.array([part.mean() for part in parts if len(part)])


def welch(one: Sequence[float] | Floats, other: Sequence[float] | Floats) -> float:
    """Welch's z of two means: their difference in standard errors (0 if they are equal)."""
    a, b = np.asarray(one, np.float64), np.asarray(other, np.float64)
    gap = float(a.mean() - b.mean())
    spread = [float(x.var(ddof=1)) / len(x) if len(x) > 1 else 0.0 for x in (a, b)]
    error = float(np.sqrt(sum(spread)))
    if error > 0:
        return gap / error
    return 0.0 if abs(gap) < 1e-12 else float(np.copysign(np.inf, gap))  # noqa: PLR2004 - rounding
