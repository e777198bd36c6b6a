"""Process cycle efficiency: how much of the time of a case was work that had to take that long.

The theoretical time of a case is what it would take if nobody ever waited: its work (by staff or
systems) along the process, of parallel branches the longest (theoretical cycle time; Dumas,
La Rosa, Mendling, Reijers, Fundamentals of Business Process Management, 2nd ed., ch. 7).
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.event import EventLog
from models.process import Process

Floats = npt.NDArray[np.float64]
HOUR = 3_600


@dataclass(frozen=True)
class Efficiency:
    """Means per case, in hours.

    ``work`` of all steps together; ``theoretical`` of the longest branch; ``cycle`` from the first
    arrival to the last completion by the calendar.
    """

    cases: int
    work: float
    theoretical: float
    cycle: float

    @property
    def share(self) -> float:
        """Theoretical over actual cycle time."""
        return self.theoretical / self.cycle if self.cycle else 0.0


def efficiency(log: EventLog, process: Process) -> Efficiency:
    """The cycle efficiency of a process's cases in a log.

    All visits of a step count, repeats after a correction too; a step that a case skips takes
    nothing, and its followers come after its predecessors.
    """
    places = {entry.step: n for n, entry in enumerate(log.steps) if entry.process == process.slug}
    own = log.where(entry.process == process.slug for entry in log.steps)
    cases = np.unique(log.case[own])
    if not len(cases):
        return Efficiency(0, 0.0, 0.0, 0.0)
    number = np.zeros(log.cases, np.int64)
    number[cases] = np.arange(len(cases))
    ends: dict[str, Floats] = {}
    total = np.zeros(len(cases))
    for slug in process.order:
        work = _work(log, places.get(slug), number, len(cases))
        before = [ends[name] for name in process.after[slug]]
        ends[slug] = work + (np.maximum.reduce(before) if before else 0.0)
        total += work
    longest = np.maximum.reduce(list(ends.values()))
    start = np.full(len(cases), np.inf)
    end = np.zeros(len(cases))
    np.minimum.at(start, number[log.case[own]], log.ready[own])
    np.maximum.at(end, number[log.case[own]], log.completed[own])
    return Efficiency(
        cases=len(cases),
        work=float(total.mean()) / HOUR,
        theoretical=float(longest.mean()) / HOUR,
        cycle=float((end - start).mean()) / HOUR,
    )


def _work(log: EventLog, place: int | None, number: npt.NDArray[np.int64], cases: int) -> Floats:
    """Seconds of work at one step, by case."""
    if place is None or log.steps[place].kind in {"wait", "applicant"}:
        return np.zeros(cases)
    rows = log.rows_of_step[place]
    seconds = log.work[rows]
    if log.steps[place].kind == "automatic":
        seconds = log.completed[rows] - log.started[rows]
    return np.bincount(number[log.case[rows]], seconds, cases).astype(np.float64)
