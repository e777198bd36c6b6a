"""From a log to a scenario file whose every number rests on the log."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from models.arrivals import Arrivals
from models.base import Text, text
from models.condition import Chance
from models.deviation_wording import step_name, unit
from models.distributions import Distribution, Empirical, Fixed
from models.event import EventLog
from models.pool import OfficeHours, Pool
from models.process import Process
from models.published import as_published
from models.source import Source
from models.step import Rework, Step, Visit
from models.step_time import UNIT_SECONDS, Duration, Unit, Wait
from models.working_time import DAY, OfficialCalendar, OpenTime
from simulations.calibration.arriving import observed_arrivals
from simulations.calibration.fits import FEWEST, Fit, empirical, fitted
from simulations.calibration.model import Calibration, Evidence
from simulations.calibration.shares import (
    attribute_shares,
    chances,
    correction_share,
    most_corrections,
    performed_by_case,
)
from simulations.calibration.staff import Staffed, observed_pools, unexplained
from simulations.scenario_file import ArrivalsChange, PoolChange, ScenarioFile, StepChange

Floats = npt.NDArray[np.float64]
Rows = npt.NDArray[np.signedinteger]

SMALL_DELAY = 60
"""Mean seconds of unexplained waiting below which no delay is put before a step."""

FEW = text("观测不足，沿用原值或仅用观测值", "few observations: as assumed, or as observed")


@dataclass
class _Found:
    """What has been found so far."""

    source: Source
    steps: dict[str, dict[str, object]] = field(default_factory=dict)
    staff: dict[str, PoolChange] = field(default_factory=dict)
    delays: dict[str, Duration] = field(default_factory=dict)
    evidence: list[Evidence] = field(default_factory=list)


def calibrate(
    log: EventLog,
    process: Process,
    pools: Sequence[Pool],
    calendar: OfficialCalendar,
    source: Source,
) -> Calibration:
    """Calibrate a process's scenario from its cases in a log.

    ``process`` is the variant in force, ``pools`` the staff assumed so far (for hours and batches
    where the log says too little), ``calendar`` begins at the log's epoch. Not to be seen in a log
    and therefore left as assumed: the applicant's delay before a trip, batch times, numbers among
    the attributes, priorities.
    """
    own = as_published(log, process)
    known = {pool.slug: pool for pool in pools}
    staffed = observed_pools(own, known, calendar)
    found = _Found(source)
    arriving = observed_arrivals(own.arrived.time, calendar, _first_hours(process, known), source)
    _tell_arrivals(found, arriving.arrivals.per_working_day, arriving.cases, arriving.distance)
    for slug, pool in staffed.items():
        _pool(found, slug, pool, known[slug])
    office = calendar.open_time(OfficeHours())
    for step in process.steps:
        rows = own.rows({entry for entry in own.steps if entry.step == step.slug})
        _step(found, own, step, rows, staffed, calendar)
        pool_seen = staffed.get(step.pool or "")
        if pool_seen is not None:
            _delay(found, own, step, pool_seen, known[step.pool or ""], office)
    shares = _shares(found, own, process)
    scenario = ScenarioFile(
        name=f"{process.slug}-calibrated",
        process=process.slug,
        source=source,
        reforms=process.applied,
        cases=own.cases,
        start=own.epoch.date(),
        arrivals={process.slug: _arrivals(arriving.arrivals)},
        staff=dict(found.staff),
        steps={slug: StepChange.model_validate(values) for slug, values in found.steps.items()},
        attributes=shares,
        delays=found.delays,
    )
    return Calibration(scenario=scenario, evidence=tuple(found.evidence))


def _shares(found: _Found, log: EventLog, process: Process) -> dict[str, float | dict[str, float]]:
    """Shares of branches, told and put into the steps, and those of attributes."""
    did = performed_by_case(log, process)
    for slug, share in chances(process, did).items():
        when = Chance(share=round(share.value, 4), source=found.source)
        found.steps.setdefault(slug, {})["when"] = when
        _tell(found, "share", step_name(process, slug), _percent(share.value), share.of)
    shares = attribute_shares(process, did)
    for slug, value in shares.items():
        name = next(a.name for a in process.attributes if a.slug == slug)
        _tell(found, "share", name, _shown_share(value), log.cases)
    return shares


def _arrivals(arrivals: Arrivals) -> ArrivalsChange:
    names = ("per_working_day", "hours", "spread", "week")
    return ArrivalsChange(**{name: getattr(arrivals, name) for name in names})


def _first_hours(process: Process, pools: Mapping[str, Pool]) -> OfficeHours:
    """The hours in which cases are assumed to come: those of the first step with staff."""
    slugs = [step.pool for step in process.steps if step.pool is not None and not step.after]
    return pools[slugs[0]].shifts[0].hours if slugs else OfficeHours()


def _tell(
    found: _Found,
    kind: str,
    about: Text,
    value: Text,
    observations: int,
    distance: float | None = None,
) -> None:
    note = FEW if observations < FEWEST else None
    found.evidence.append(
        Evidence.model_validate(
            {
                "kind": kind,
                "about": about,
                "value": value,
                "observations": observations,
                "distance": distance,
                "note": note,
            }
        )
    )


def _tell_arrivals(found: _Found, rate: float, cases: int, distance: float) -> None:
    value = text(f"每工作日{rate:.4g}件", f"{rate:.4g} a working day")
    _tell(found, "arrivals", text("到件", "Arrivals"), value, cases, distance)


def _percent(share: float) -> Text:
    return text(f"{share:.1%}", f"{share:.1%}")


def _shown_share(share: float | dict[str, float]) -> Text:
    if isinstance(share, float):
        return _percent(share)
    total = sum(share.values())
    shown = ", ".join(f"{name} {weight / total:.1%}" for name, weight in share.items())
    return text(shown, shown)


def _pool(found: _Found, slug: str, pool: Staffed, known: Pool) -> None:
    """People, and hours where they are others than those assumed so far."""
    same = set(known.hours) == {pool.hours}
    found.staff[slug] = PoolChange(people=pool.people, hours=None if same else pool.hours)
    note = "" if pool.named else "（至少）"
    least = "" if pool.named else " at least"
    value = text(f"{pool.people}人{note}", f"{pool.people} people{least}")
    _tell(found, "people", unit(slug), value, len(pool.rows))
    if pool.hours is not None:
        spans = "、".join(pool.hours.spans)
        days = {"working": ("工作日", "working days"), "every": ("每天", "every day")}
        chinese, english = days[pool.hours.days]
        shown = text(f"{chinese} {spans}", f"{english} {', '.join(pool.hours.spans)}")
        _tell(found, "hours", unit(slug), shown, 2 * len(pool.rows))


def _step(
    found: _Found,
    log: EventLog,
    step: Step,
    rows: Rows,
    staffed: Mapping[str, Staffed],
    calendar: OfficialCalendar,
) -> None:
    changes = found.steps.setdefault(step.slug, {})
    seconds = spent_seconds(log, step, rows, staffed, calendar)
    duration = _duration(step.time.duration, seconds, found.source, _whole(step))
    if duration is not None:
        made, fit = duration
        changes["time"] = step.time.changed(duration=made)
        _tell(found, "duration", step.name, _shown(made), fit.observations, fit.distance)
    waits = step.visit is not None and step.visit.delay is not None and len(rows)
    if waits and not (log.enabled[rows] > log.ready[rows]).any():
        changes["visit"] = Visit(delay=None, source=found.source)
    if step.rework is not None and len(rows):
        changes["rework"] = _rework(found, log, step, rows)
    if not changes:
        del found.steps[step.slug]


def _whole(step: Step) -> bool:
    return isinstance(step.time, Wait) and step.time.whole_days


def spent_seconds(
    log: EventLog,
    step: Step,
    rows: Rows,
    staffed: Mapping[str, Staffed],
    calendar: OfficialCalendar,
) -> Floats:
    """Seconds of each visit on the clock by which the step's duration runs."""
    if step.pool is not None:
        pool = staffed.get(step.pool)
        if pool is None or pool.hours is None or pool.hours == OfficeHours():
            return log.work[rows].astype(np.float64)
        worked = pool.opened.clock(log.completed[rows]) - pool.opened.clock(log.started[rows])
        return np.where(worked > 0, worked, log.work[rows]).astype(np.float64)
    began, ended = log.started[rows], log.completed[rows]
    if isinstance(step.time, Wait) and step.time.whole_days:
        days = (
            calendar.counted if step.time.basis == "working" else np.arange(len(calendar.working))
        )
        return (days[ended // DAY] - days[began // DAY]).astype(np.float64) * DAY
    opened = _basis(step, calendar)
    if opened is None:
        return (ended - began).astype(np.float64)
    return (opened.clock(ended) - opened.clock(began)).astype(np.float64)


def _basis(step: Step, calendar: OfficialCalendar) -> OpenTime | None:
    basis = step.time.basis if step.time.kind in {"wait", "applicant"} else "calendar"
    if basis == "working":
        return calendar.whole_working_days()
    return calendar.open_time(OfficeHours()) if basis == "office" else None


def _duration(
    assumed: Duration, seconds: Floats, source: Source, whole: bool
) -> tuple[Duration, Fit] | None:
    """The distribution of these seconds in the unit assumed so far; whole days stay whole."""
    if not len(seconds):
        return None
    amounts = seconds / UNIT_SECONDS[assumed.unit]
    fit = _days(amounts) if whole else fitted(amounts)
    if fit is None:
        return None
    made = Duration(distribution=fit.distribution, unit=assumed.unit, source=source)
    return made, fit


def _days(amounts: Floats) -> Fit:
    values, counts = np.unique(amounts, return_counts=True)
    if len(values) == 1:
        return Fit(Fixed(value=float(values[0])), 0.0, len(amounts))
    weights = tuple(float(count) for count in counts)
    distribution = Empirical(values=tuple(float(v) for v in values), weights=weights)
    return Fit(distribution, 0.0, len(amounts))


def _rework(found: _Found, log: EventLog, step: Step, rows: Rows) -> Rework:
    rework = step.rework
    if rework is None:
        raise ValueError(step.slug)
    most = min(10, max(rework.most, most_corrections(log, rows)))
    share = correction_share(log, step.changed(rework=rework.changed(most=most)), rows)
    sent = np.flatnonzero((log.previous >= 0) & (log.outcome[log.previous] == 1))
    sent = sent[np.isin(log.previous[sent], rows)]
    away = (log.enabled[sent] - log.ready[sent]).astype(np.float64)
    applicant = _duration(rework.applicant, away, found.source, whole=False)
    _tell(found, "correction", step.name, _percent(share.value), share.of)
    if applicant is not None:
        name = text(f"{step.name.zh}：申请人补正", f"{step.name.en}: the applicant's correction")
        made, fit = applicant
        _tell(found, "duration", name, _shown(made), fit.observations, fit.distance)
    return rework.changed(
        chance=round(share.value, 4),
        most=most,
        applicant=applicant[0] if applicant else rework.applicant,
        source=found.source,
    )


def _delay(
    found: _Found, log: EventLog, step: Step, pool: Staffed, known: Pool, office: OpenTime
) -> None:
    """Put a delay before the step if its visits wait though somebody is free."""
    if isinstance(step.when, Chance):
        return
    own = np.array([entry.step == step.slug for entry in log.steps])[log.step[pool.rows]]
    waited = unexplained(log, pool, known, office)[own].astype(np.float64)
    if len(waited) < FEWEST or waited.mean() < SMALL_DELAY:
        return
    minutes: Unit = "minutes"
    shape: Distribution = empirical(waited / UNIT_SECONDS[minutes])
    found.delays[step.slug] = Duration(distribution=shape, unit=minutes, source=found.source)
    mean = waited.mean() / 60
    value = text(f"平均{mean:.4g}分钟（办公时间）", f"mean {mean:.4g} minutes (office time)")
    _tell(found, "delay", step.name, value, len(waited))


UNIT_NAMES: dict[Unit, Text] = {
    "seconds": text("秒", "seconds"),
    "minutes": text("分钟", "minutes"),
    "hours": text("小时", "hours"),
    "days": text("日", "days"),
}
LAW_NAMES: dict[str, Text] = {
    "fixed": text("定值", "fixed"),
    "uniform": text("均匀", "uniform"),
    "triangular": text("三角", "triangular"),
    "pert": text("PERT", "PERT"),
    "exponential": text("指数", "exponential"),
    "lognormal": text("对数正态", "lognormal"),
    "gamma": text("伽马", "gamma"),
    "empirical": text("经验", "empirical"),
}


def _shown(duration: Duration) -> Text:
    law, unit_name = LAW_NAMES[duration.distribution.kind], UNIT_NAMES[duration.unit]
    mean = duration.distribution.mean
    if duration.distribution.kind == "fixed":
        return text(f"定值，{mean:.4g}{unit_name.zh}", f"always {mean:.4g} {unit_name.en}")
    return text(
        f"{law.zh}分布，平均{mean:.4g}{unit_name.zh}", f"{law.en}, mean {mean:.4g} {unit_name.en}"
    )
