"""The luck of a case: what it is like, how long each visit takes, what is sent back.

Every number is drawn by (seed, replication, process, step, purpose, visit, case) and by nothing
else. So two variants of a process, or two staffings, meet the same cases with the same luck
(common random numbers), and a simulated department does the same to a case as the kernel.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from models.condition import Attribute, Chance, chance_key
from models.draws import uniforms
from models.process import Process
from models.quantiles import Floats, quantile
from models.step import Step
from models.step_time import UNIT_SECONDS, Duration

if TYPE_CHECKING:
    from models.condition import Column, Values

LONGEST = 2**30
"""No single draw is longer than this many seconds (34 years)."""

Int32 = npt.NDArray[np.int32]


@dataclass(frozen=True)
class Stream:
    """The key of one process's draws in one replication."""

    seed: int
    replication: int
    process: str

    def uniforms(self, count: int, *purpose: str | int) -> Floats:
        """Uniform numbers for the first ``count`` cases."""
        return uniforms(count, self.seed, self.replication, self.process, *purpose)


def whole_seconds(duration: Duration, drawn: Floats) -> Int32:
    """Durations at the given uniforms, rounded to whole seconds."""
    seconds = quantile(duration.distribution, drawn) * UNIT_SECONDS[duration.unit]
    return np.rint(np.minimum(seconds, LONGEST)).astype(np.int32)


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


@dataclass
class VisitDraws:
    """The same draws one visit at a time, for whoever does the work while the case runs.

    Cases are numbered from 0; visits of a step too. Columns of a stream are kept and grow.
    """

    stream: Stream
    columns: dict[tuple[str | int, ...], Floats] = field(default_factory=dict)

    def work(self, step: Step, case: int, visit: int) -> int:
        """Net seconds of the visit's work or wait."""
        return self._seconds(step.time.duration, case, step.slug, "work", visit)

    def delay(self, step: Step, case: int, visit: int) -> int:
        """Seconds the applicant takes before coming to the visit; 0 where nothing is said."""
        if step.visit is None or step.visit.delay is None:
            return 0
        return self._seconds(step.visit.delay, case, step.slug, "delay", visit)

    def correction(self, step: Step, case: int, visit: int) -> int | None:
        """The applicant's seconds for the correction after this visit; None if there is none."""
        rework = step.rework
        if rework is None or visit >= rework.most:
            return None
        if not self._uniform(case, step.slug, "correction", visit) < rework.chance:
            return None
        return self._seconds(rework.applicant, case, step.slug, "applicant", visit)

    def _seconds(self, duration: Duration, case: int, *purpose: str | int) -> int:
        drawn = np.array([self._uniform(case, *purpose)])
        return int(whole_seconds(duration, drawn)[0])

    def _uniform(self, case: int, *purpose: str | int) -> float:
        column = self.columns.get(purpose)
        if column is None or case >= len(column):
            column = self.stream.uniforms(max(64, 2 * case), *purpose)
            self.columns[purpose] = column
        return float(column[case])
