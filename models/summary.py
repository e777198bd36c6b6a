"""From the figures of replications, or of live periods, to results."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from models.breakdown import CAUSES
from models.figures import PoolFigures, ProcessFigures
from models.pool import Pool
from models.process import Process
from models.result import PoolResult, ProcessResult, Reductions, Spent, StepResult
from models.statistics import Estimate, Hits, mean, share
from models.verdict import verdict

Floats = npt.NDArray[np.float64]

HOUR = 3_600
WORK, APPLICANT = CAUSES.index("work"), CAUSES.index("applicant")


def process_result(
    process: Process, parts: Sequence[ProcessFigures], target: float
) -> ProcessResult:
    """Combine the runs of one process."""
    cases = sum(part.cases for part in parts)
    critical = _per_case(parts, "critical", cases)
    visits = _per_case(parts, "visits", cases)
    own_time = critical.sum(axis=1) - critical[:, APPLICANT]
    return ProcessResult(
        process=process.slug,
        name=process.name,
        applied=process.applied,
        cases=cases,
        visits=round(float(visits.sum() * cases)),
        on_time=_every_limit(parts) if process.limits else None,
        verdicts=tuple(
            verdict(limit, [part.uses[n] for part in parts], target)
            for n, limit in enumerate(process.limits)
        ),
        critical=_hours(critical.sum(axis=0)),
        steps=_steps(process, parts, cases),
        reductions=_reductions(process, parts, cases),
        bottleneck=process.steps[int(np.argmax(own_time))].slug,
    )


def _per_case(parts: Sequence[ProcessFigures], name: str, cases: int) -> Floats:
    total: Floats = np.sum([getattr(part, name) for part in parts], axis=0)
    return total / max(cases, 1)


def _every_limit(parts: Sequence[ProcessFigures]) -> Estimate:
    """The share of measured cases that kept all limits that they came to."""
    found = []
    for part in parts:
        size = 1 + max(int(use.case.max(initial=-1)) for use in part.uses)
        measured, late = np.zeros(size, np.bool_), np.zeros(size, np.bool_)
        for use in part.uses:
            measured[use.case] = True
            late[use.case] |= use.late
        found.append(Hits(int((measured & ~late).sum()), int(measured.sum())))
    return share(found)


def _steps(process: Process, parts: Sequence[ProcessFigures], cases: int) -> tuple[StepResult, ...]:
    spent, critical, performed, visits, corrections = (
        _per_case(parts, name, cases)
        for name in ("spent", "critical", "performed", "visits", "corrections")
    )
    own_time = critical.sum(axis=1) - critical[:, APPLICANT]
    share = own_time / max(float(own_time.sum()), 1e-9)
    return tuple(
        StepResult(
            step=step.slug,
            name=step.name,
            owner=step.owner,
            performed=float(performed[n]),
            visits=float(visits[n]),
            corrections=float(corrections[n]),
            spent=_hours(spent[n]),
            critical=_hours(critical[n]),
            critical_share=float(share[n]),
        )
        for n, step in enumerate(process.steps)
    )


def _reductions(process: Process, parts: Sequence[ProcessFigures], cases: int) -> Reductions:
    applicant = _per_case(parts, "critical", cases)[:, APPLICANT].sum()
    each = [measures(process, part) for part in parts if part.cases]

    def average(name: str) -> float:
        return sum(part[name] * part["cases"] for part in each) / max(cases, 1)

    return Reductions(
        hours=mean([part["hours"] for part in each]),
        applicant_hours=float(applicant) / HOUR,
        steps=average("steps"),
        materials=average("materials"),
        trips=average("trips"),
        fees=average("fees") if any(step.fees for step in process.steps) else None,
    )


def measures(process: Process, part: ProcessFigures) -> dict[str, float]:
    """One replication's measures per case, by name.

    ``cases``; ``hours`` of calendar time on the critical path and ``department_hours`` of them
    without the applicant's; ``staff_minutes`` of net work by people; ``steps`` the applicant meets,
    ``materials`` handed in (once a step), ``trips`` made and ``fees`` paid in yuan (repeats count);
    and for each limit its
    on-time share as ``on-time:<limit>`` (NaN if no case was measured).
    """
    cases = max(part.cases, 1)
    met = np.array([step.channel != "internal" for step in process.steps])
    staffed = np.array([step.pool is not None for step in process.steps])
    papers = np.array([len(step.materials) for step in process.steps])
    in_person = np.array([step.visit is not None for step in process.steps])
    fees = np.array([sum(fee.yuan for fee in step.fees) for step in process.steps])
    on_time = {
        f"on-time:{use.limit.slug}": float((~use.late).mean()) if len(use.late) else float("nan")
        for use in part.uses
    }
    return {
        "cases": float(part.cases),
        "hours": part.hours,
        "department_hours": part.hours - float(part.critical[:, APPLICANT].sum()) / cases / HOUR,
        "staff_minutes": float(part.spent[staffed, WORK].sum()) / cases / 60,
        "steps": float(part.performed[met].sum()) / cases,
        "materials": float((part.performed * papers).sum()) / cases,
        "trips": float(part.visits[in_person].sum()) / cases,
        "fees": float((part.visits * fees).sum()) / cases,
        **on_time,
    }


def _hours(seconds: Floats) -> Spent:
    return Spent(**{cause: float(seconds[n]) / HOUR for n, cause in enumerate(CAUSES)})


def pool_result(pool: Pool, parts: Sequence[PoolFigures]) -> PoolResult:
    """Combine the replications of one pool."""
    capacity = sum(part.capacity for part in parts)
    visits = sum(part.visits for part in parts)
    shares = [sum(part.busy.values()) / part.capacity for part in parts if part.capacity]
    return PoolResult(
        pool=pool.slug,
        name=pool.name,
        department=pool.department,
        people=pool.count,
        utilisation=mean(shares),
        visits=visits,
        queue_hours=sum(part.waited for part in parts) / max(visits, 1) / HOUR,
        by_process={
            slug: sum(part.busy[slug] for part in parts) / max(capacity, 1e-9)
            for slug in parts[0].busy
        },
    )
