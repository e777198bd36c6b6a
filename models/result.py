"""Results as plain data: what a run found, per process, per limit, per step, per pool."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from models.base import Model, Slug, Text
from models.breakdown import CAUSES
from models.limit import Limit
from models.statistics import Estimate

Standing = Literal["held", "missed", "uncertain"]
Origin = Literal["simulated", "live", "log"]
Seconds = Annotated[float, Field(ge=0)]


class Quantiles(Model):
    """Mean, quantiles and extreme of a quantity over cases."""

    mean: float
    median: float
    p90: float
    p95: float
    most: float


class Bin(Model):
    """How many cases fall on a value (days) or into ``(value, value + width]`` (minutes).

    ``late`` of them broke the limit; ``up_to`` is the share of all cases that used no more than
    this value (days) or than the bin's end (minutes). The first bin of minutes contains 0.
    """

    value: float
    width: float
    cases: int
    late: int
    up_to: Estimate


class Verdict(Model):
    """One limit: how many cases were measured and on time, and how much they used.

    ``used`` is in the limit's unit. ``standing`` compares the interval of the on-time rate with
    the target: held (all of it at or above), missed (all below), else uncertain. ``office_hours``
    and ``calendar_hours`` are the mean elapsed time of the same period. ``early`` is the share of
    cases done before the last day of a limit in days (提前办结), ``same_day`` the share done on the
    day on which the clock started (即办).
    """

    limit: Limit
    cases: int
    on_time: Estimate
    early: Estimate | None
    same_day: Estimate
    standing: Standing
    used: Quantiles
    late_by: Quantiles | None
    office_hours: float
    calendar_hours: float
    distribution: tuple[Bin, ...]


class Spent(Model):
    """Hours by cause (see ``models.breakdown.CAUSES``)."""

    work: float = 0
    queue: float = 0
    priority: float = 0
    closed: float = 0
    batch: float = 0
    external: float = 0
    applicant: float = 0

    @property
    def total(self) -> float:
        """All causes together, in hours."""
        return float(sum(getattr(self, cause) for cause in CAUSES))

    @property
    def departments(self) -> float:
        """All but the applicant's own time, in hours."""
        return self.total - self.applicant


class StepResult(Model):
    """One step: how often it is performed and what its time goes to, per case of the process.

    ``performed`` is the share of cases that come to it at all, ``visits`` counts repeats too.
    ``critical`` is the part of it on the critical path of the cases, ``critical_share`` that
    part's share of the critical path without the applicant's own time.
    """

    step: Slug
    name: Text
    owner: Slug
    performed: float
    visits: float
    corrections: float
    spent: Spent
    critical: Spent
    critical_share: float


class Reductions(Model):
    """The four measures of 四减, per case: time (calendar and net hours), steps, papers, trips.

    ``steps`` are those the applicant meets; ``hours`` is from arrival to the last completion, of
    which ``applicant_hours`` are the applicant's own. ``fees`` in yuan may stand for the fourth;
    None if no step of the process states any.
    """

    hours: Estimate
    applicant_hours: float
    steps: float
    materials: float
    trips: float
    fees: float | None


class ProcessResult(Model):
    """What a run found about one process.

    ``on_time`` is the share of measured cases that kept every limit; None without limits.
    """

    process: Slug
    name: Text
    applied: tuple[int, ...]
    cases: int
    visits: int
    on_time: Estimate | None
    verdicts: tuple[Verdict, ...]
    critical: Spent
    steps: tuple[StepResult, ...]
    reductions: Reductions
    bottleneck: Slug


class PoolResult(Model):
    """One pool: people, utilisation of their office hours, mean wait for them in office hours.

    ``by_process`` splits the utilisation by the process that caused it.
    """

    pool: Slug
    name: Text
    department: Slug
    people: int
    utilisation: Estimate
    visits: int
    queue_hours: float
    by_process: dict[Slug, float]


class Effort(Model):
    """How much was simulated, and the seconds it took."""

    cases: int
    visits: int
    sampling_seconds: Seconds
    kernel_seconds: Seconds
    timing_seconds: Seconds


class Result(Model):
    """What one scenario gave, or one log of a period.

    ``origin`` says which; a log has no seed.
    """

    scenario: str
    origin: Origin = "simulated"
    start: date
    seed: int | None
    replications: int
    warm_up_days: float
    target: float
    processes: tuple[ProcessResult, ...]
    pools: tuple[PoolResult, ...]
    effort: Effort
