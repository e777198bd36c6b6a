"""Tables of rates as the administration counts them, of lateness, owners, weeks, efficiency."""

from collections.abc import Sequence

import numpy as np

from models.breakdown import CAUSES
from models.efficiency import Efficiency
from models.process import Process
from models.result import ProcessResult, Spent, StepResult, Verdict
from models.statistics import Estimate
from models.week import HOURS, Week
from reports.subject import Subject
from reports.table import Column, Row, Table, column
from reports.wording import Wording
from reports.wording.numbers import NONE, amount, count, decimal, interval, percent, used


def rates_table(result: ProcessResult, w: Wording) -> Table:
    """On-time, early and immediate rates of each limit, and of all limits together."""
    heads = ["on_time_rate", "interval", "early_rate", "early_interval"]
    heads += ["same_day_rate", "same_day_interval", "cases"]
    rows = [
        Row(
            (
                w.of(verdict.limit.name),
                *_rate(verdict.on_time, verdict),
                *_rate(verdict.early, verdict),
                *_rate(verdict.same_day, verdict),
                count(verdict.cases),
            )
        )
        for verdict in result.verdicts
    ]
    if result.on_time is not None and rows:
        total = (w("all_limits"), percent(result.on_time.value), interval(result.on_time))
        rows.append(Row((*total, *[NONE] * 4, count(result.cases)), strong=True))
    columns = (column("limit", w, numeric=False), *(column(head, w) for head in heads))
    return Table(w("rates_table"), columns, tuple(rows), w("rates_note"), "rates")


def _rate(rate: Estimate | None, verdict: Verdict) -> tuple[str, str]:
    if rate is None or not verdict.cases:
        return NONE, NONE
    return percent(rate.value), interval(rate)


def late_table(result: ProcessResult, w: Wording) -> Table:
    """How likely a breach is, and how late the late ones are."""
    heads = ("breach", "breach_interval", "late_cases", "late_by", "late_p90", "late_most")
    rows = [
        Row(
            (
                w.of(verdict.limit.name),
                amount(verdict.limit.most, verdict.limit.unit, w),
                *_lateness(verdict),
            ),
            standing=verdict.standing,
        )
        for verdict in result.verdicts
        if verdict.cases
    ]
    columns = [column(name, w, numeric=False) for name in ("limit", "at_most")]
    columns += [column(head, w) for head in heads]
    return Table(w("late_table"), tuple(columns), tuple(rows), w("late_note"), "lateness")


def _lateness(verdict: Verdict) -> tuple[str, ...]:
    rate, over = verdict.on_time, verdict.late_by
    ends = (None if end is None else 1 - end for end in (rate.high, rate.low))
    low, high = ends
    breach = Estimate(value=1 - rate.value, low=low, high=high)
    late = sum(part.late for part in verdict.distribution)
    unit = verdict.limit.unit
    amounts = (over.mean, over.p90, over.most) if over else ()
    shown: list[str] = [used(value, unit) for value in amounts] or [NONE] * 3
    return percent(breach.value), interval(breach), count(late), *shown


def owners_table(subject: Subject, result: ProcessResult, w: Wording) -> Table:
    """The time of each owner by cause, the longest on the critical path first."""
    groups: dict[str, list[StepResult]] = {}
    for step in result.steps:
        groups.setdefault(step.owner, []).append(step)
    shares = {owner: sum(step.critical_share for step in own) for owner, own in groups.items()}
    rows = []
    for owner in sorted(groups, key=lambda name: -shares[name]):
        spent = _sum([step.spent for step in groups[owner]])
        rows.append(
            Row(
                (
                    w.of(subject.name(owner)),
                    count(len(groups[owner])),
                    *(decimal(float(getattr(spent, cause))) for cause in CAUSES),
                    decimal(spent.total),
                    percent(shares[owner]),
                )
            )
        )
    heads = ("steps_owned", *CAUSES, "total", "critical_share")
    columns = (column("owner", w, numeric=False), *(column(head, w) for head in heads))
    return Table(w("owners_table"), columns, tuple(rows), w("owners_note"), "owners")


def _sum(parts: Sequence[Spent]) -> Spent:
    return Spent(**{cause: sum(getattr(part, cause) for part in parts) for cause in CAUSES})


def efficiency_table(found: Efficiency, process: Process, w: Wording) -> Table:
    """Work, theoretical and actual time of a process, and their quotient."""
    heads = ("cases", "work_hours", "theoretical_hours", "cycle_hours", "efficiency")
    cells = (
        w.of(process.name),
        count(found.cases),
        decimal(found.work),
        decimal(found.theoretical),
        decimal(found.cycle),
        percent(found.share),
    )
    columns = (column("process", w, numeric=False), *(column(head, w) for head in heads))
    note = w("efficiency_note")
    return Table(w("efficiency_table"), columns, (Row(cells),), note, "efficiency")


def week_table(subject: Subject, found: Sequence[Week], w: Wording) -> Table:
    """Utilisation by pool, weekday and hour; hours in which no pool is open are left out."""
    names = {pool.slug: w.of(pool.name) for pool in subject.pools}
    is_open = np.any([week.available.any(axis=0) for week in found], axis=0)
    hours = [hour for hour in range(HOURS) if len(found) and is_open[hour]]
    days = w("weekdays").split()
    rows = []
    for week in found:
        share = week.utilisation
        for day in np.flatnonzero(week.available.any(axis=1)):
            cells = [
                NONE if np.isnan(share[day, hour]) else percent(float(share[day, hour]))
                for hour in hours
            ]
            rows.append(Row((names[week.pool], days[day], *cells)))
    columns = (
        *(column(name, w, numeric=False) for name in ("pool", "weekday")),
        *(
            Column(f"{hour}–{hour + 1}", key=f"hour_{hour}", unit="share", basis="office")
            for hour in hours
        ),
    )
    return Table(w("week_table"), columns, tuple(rows), w("week_note"), "week")


def distribution_table(verdict: Verdict, w: Wording) -> Table:
    """The figures behind the pictures of one limit: cases, late ones and the share up to there."""
    limit = verdict.limit
    wide = 0.0 if limit.unit != "office_minutes" else 1.0
    rows = [
        Row(
            (
                used(part.value + wide * part.width, limit.unit),
                count(part.cases),
                percent(part.cases / verdict.cases),
                count(part.late),
                percent(part.up_to.value),
                interval(part.up_to),
            )
        )
        for part in verdict.distribution
    ]
    heads = ("used_up", "cases", "share", "late_cases", "cumulative", "cumulative_interval")
    title = w("distribution_table", name=w.of(limit.name), unit=w(f"axis_{limit.unit}"))
    columns = tuple(column(head, w) for head in heads)
    return Table(title, columns, tuple(rows), key=f"distribution-{limit.slug}")
