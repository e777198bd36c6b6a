"""What the time was spent on, and on which steps a case really waited (its critical path)."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from models.event import EventLog

Flags = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

CAUSES = ("work", "queue", "priority", "closed", "batch", "external", "applicant")
"""Work (by staff or systems), waiting for staff, being overtaken, office closed (before or during
the work), waiting for the batch day, outside bodies and publicity periods, the applicant."""


@dataclass(frozen=True, eq=False)
class Breakdown:
    """Seconds by cause for each visit of a log (``causes`` x visits); they sum to its span.

    A visit's span runs from ready to completed.
    """

    log: EventLog
    seconds: Floats
    critical: Flags

    @cached_property
    def span(self) -> Floats:
        """Seconds from ready to completed of each visit."""
        return (self.log.completed - self.log.ready).astype(np.float64)

    def by_step(self, rows: Flags) -> Floats:
        """Seconds by step (index into ``log.steps``) and cause, summed over the chosen visits."""
        chosen = np.flatnonzero(rows)
        steps = self.log.step[chosen]
        size = len(self.log.steps)
        columns = [
            np.bincount(steps, part[chosen], size) if part.any() else np.zeros(size)
            for part in self.seconds
        ]
        return np.stack(columns, axis=1)


def breakdown(log: EventLog) -> Breakdown:
    """Split every visit's span by cause and mark the critical path of every case."""
    kinds = {
        kind: log.where(entry.kind == kind for entry in log.steps)
        for kind in ("work", "automatic", "wait", "applicant")
    }
    doing = (log.completed - log.started).astype(np.float64)
    waiting = (log.enabled - log.ready).astype(np.float64)
    seconds = {
        "work": np.where(kinds["work"], log.work, 0) + np.where(kinds["automatic"], doing, 0),
        "queue": log.queue,
        "priority": log.priority,
        "closed": log.closed + np.where(kinds["work"], doing - log.work, 0),
        "batch": log.batch,
        "external": np.where(kinds["wait"], doing, 0),
        "applicant": waiting + np.where(kinds["applicant"], doing, 0),
    }
    table = np.stack([np.asarray(seconds[cause], np.float64) for cause in CAUSES])
    return Breakdown(log, table, critical_path(log))


def critical_path(log: EventLog) -> Flags:
    """Visits on the critical path of their case: from the last completed back to the arrival.

    Each visit's predecessor is the one whose completion made it ready, so the spans of a case's
    critical visits add up exactly to its cycle time.
    """
    end = np.zeros(log.cases, np.int64)
    np.maximum.at(end, log.case, log.completed.astype(np.int64))
    last = np.full(log.cases, -1)
    final = np.flatnonzero(log.completed == end[log.case])
    last[log.case[final]] = final
    marked = np.zeros(len(log), np.bool_)
    here = last[last >= 0]
    while len(here):
        marked[here] = True
        here = log.previous[here]
        here = here[here >= 0]
    return marked
