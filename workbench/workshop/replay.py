"""Cases of a finding to look at one by one: which, and how they moved."""

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from models.breakdown import CAUSES, breakdown
from models.event import EventLog
from reports.pictures.case_log import one_case, typical_case
from workbench.workshop.findings import Half

SLOWEST = 5


@dataclass(frozen=True)
class Seen:
    """A case worth looking at: its days, and the step and cause that took most of them."""

    case: int
    days: float
    step: str
    cause: str


@lru_cache(maxsize=8)
def notable(half: Half) -> list[Seen]:
    """The median case, then the slowest ones, slowest first; empty if there is no case."""
    log = half.subject.log
    typical = typical_case(log, half.process.slug)
    if typical is None:
        return []
    start, end = _spans(log)
    order = np.argsort(start - end, kind="stable")[:SLOWEST]
    cases = [typical, *(int(case) for case in order if case != typical)]
    return [_seen(log, case) for case in cases]


def _spans(log: EventLog) -> tuple[np.ndarray[tuple[int], np.dtype[np.int64]], ...]:
    start = np.full(log.cases, np.iinfo(np.int64).max)
    end = np.zeros(log.cases, np.int64)
    np.minimum.at(start, log.case, log.ready.astype(np.int64))
    np.maximum.at(end, log.case, log.completed.astype(np.int64))
    return np.minimum(start, end), end


def _seen(log: EventLog, case: int) -> Seen:
    alone = one_case(log, case)
    parts = breakdown(alone)
    seconds = np.where(parts.critical, parts.seconds, 0)
    cause, row = np.unravel_index(int(np.argmax(seconds)), seconds.shape)
    days = (int(alone.completed.max()) - int(alone.ready.min())) / 86_400
    return Seen(case, days, alone.steps[int(alone.step[row])].step, CAUSES[int(cause)])


def movements(half: Half, case: int) -> dict[str, object]:
    """How a case moved, for the page's animation: times in seconds since the first visit.

    ``epoch`` is the local time of second 0 in milliseconds as if it were UTC, ``visits`` have a
    step and the four moments of a visit.
    """
    alone = one_case(half.subject.log, case)
    first = int(alone.ready.min())
    visits = [
        {
            "step": alone.steps[int(alone.step[row])].step,
            **{
                name: int(getattr(alone, name)[row]) - first
                for name in ("ready", "enabled", "started", "completed")
            },
        }
        for row in range(len(alone))
    ]
    epoch = alone.epoch.timestamp() + first + 8 * 3_600
    return {
        "epoch": int(epoch * 1_000),
        "end": int(alone.completed.max()) - first,
        "visits": visits,
    }
