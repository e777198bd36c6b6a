"""The figures of a result as tables of words, for the terminal and the page alike."""

from collections.abc import Iterable, Sequence

from models.breakdown import CAUSES
from models.limit import Limit
from models.process import Process
from models.result import ProcessResult, Spent, Standing, Verdict
from reports.sources import cite
from reports.subject import Subject
from reports.table import Row, Table, column
from reports.wording import Wording
from reports.wording.numbers import (
    NONE,
    Figure,
    amount,
    count,
    decimal,
    given_share,
    hours_interval,
    interval,
    percent,
    used,
)

TOP_STEPS = 5
SIGNS: dict[Standing, str] = {"held": "✓", "missed": "✗", "uncertain": "?"}


def head(subject: Subject, w: Wording) -> list[tuple[str, str]]:
    """What was simulated."""
    result = subject.result
    names = [f"{w.of(process.name)} ({process.slug})" for process in subject.processes]
    warm_up = w("warm_up_days", n=count(result.warm_up_days)) if result.warm_up_days else w("none")
    is_simulated = result.origin == "simulated"
    cases = count(result.effort.cases)
    start = [
        (w("process"), w.listed(names)),
        (w("scenario" if is_simulated else "period"), result.scenario),
        (w("variant"), variant(subject.processes, w)),
    ]
    if not is_simulated:
        return [
            *start,
            (w("origin"), w(f"origin_{result.origin}")),
            (w("cases"), cases),
            (w("step_visits"), count(result.effort.visits)),
            (w("target"), w("target_share", share=given_share(result.target))),
        ]
    return [
        *start,
        (w("cases"), w("cases_of_runs", n=cases, runs=result.replications)),
        (w("step_visits"), count(result.effort.visits)),
        (w("start"), result.start.isoformat()),
        (w("warm_up"), warm_up),
        *([] if result.seed is None else [(w("seed"), str(result.seed))]),
        (w("target"), w("target_share", share=given_share(result.target))),
    ]


def variant(processes: Iterable[Process], w: Wording) -> str:
    """Which reforms have been applied."""
    items = sorted({item for process in processes for item in process.applied})
    if not items:
        return w("as_is")
    key = "to_be_one" if len(items) == 1 else "to_be"
    return w(key, items=w.listed([str(item) for item in items]))


def verdict_table(subject: Subject, result: ProcessResult, w: Wording) -> Table:
    """Every limit with its verdict; time used is in the limit's own unit."""
    words = ("limit", "at_most", "on_time_rate", "interval", "verdict")
    numbers = ("median", "p90", "p95", "most", "late_by", "cases", "source")
    texts = {"limit", "at_most", "verdict", "source"}
    columns = tuple(
        column(name, w, numeric=name not in texts, verdict=name == "verdict")
        for name in words + numbers
    )
    rows = tuple(
        Row(_verdict_cells(verdict, w), standing=verdict.standing) for verdict in result.verdicts
    )
    note = w("verdict_note", target=given_share(subject.result.target))
    return Table(w("verdict_table"), columns, rows, note if rows else w("no_limits"), "verdicts")


def _verdict_cells(verdict: Verdict, w: Wording) -> tuple[str, ...]:
    limit, rate, spent = verdict.limit, verdict.on_time, verdict.used
    start = (w.of(limit.name), amount(limit.most, limit.unit, w))
    source = cite(limit.source, w)
    if not verdict.cases:
        return (*start, NONE, NONE, w("unmeasured"), *[NONE] * 5, count(0), source)
    late = verdict.late_by
    return (
        *start,
        percent(rate.value),
        interval(rate),
        f"{SIGNS[verdict.standing]} {w(verdict.standing)}",
        *(used(value, limit.unit) for value in (spent.median, spent.p90, spent.p95, spent.most)),
        amount(late.mean, limit.unit, w) if late else NONE,
        count(verdict.cases),
        source,
    )


def standing_counts(verdicts: Iterable[Verdict], w: Wording) -> str:
    """How many limits are held, missed, uncertain, and if any, how many no case came to."""
    standings = [verdict.standing if verdict.cases else "unmeasured" for verdict in verdicts]
    numbers = {name: standings.count(name) for name in ("held", "missed", "uncertain")}
    unmeasured = standings.count("unmeasured")
    words = w("standing_counts", **numbers)
    return words + (w("unmeasured_counts", n=unmeasured) if unmeasured else "")


def spent_table(hours: Spent, w: Wording) -> Table:
    """Hours per case on the critical path, by cause."""
    total = hours.total or 1.0
    rows = [
        Row((w(f"{cause}_long"), decimal(value), percent(value / total)))
        for cause in CAUSES
        if (value := float(getattr(hours, cause))) > 0 or cause not in {"priority", "batch"}
    ]
    return Table(
        w("spent_table"),
        (column("cause", w, numeric=False), column("hours_per_case", w), column("share", w)),
        (*rows, Row((w("total"), decimal(hours.total), percent(1.0)), strong=True)),
        key="spent",
    )


def pools_table(subject: Subject, w: Wording) -> Table:
    """How busy each pool is, the busiest first."""
    rows = [
        Row(
            (
                w.of(pool.name),
                count(pool.people),
                percent(pool.utilisation.value),
                interval(pool.utilisation),
                decimal(pool.queue_hours),
            )
        )
        for pool in sorted(subject.result.pools, key=lambda pool: -pool.utilisation.value)
    ]
    names = ("people", "utilisation", "interval", "mean_wait")
    columns = (column("pool", w, numeric=False), *(column(name, w) for name in names))
    return Table(w("pools_table"), columns, tuple(rows), w("pools_note"), "pools")


def waiting(spent: Spent) -> float:
    """Hours waited for the departments: queue, urgent cases, closed office, batch."""
    return spent.queue + spent.priority + spent.closed + spent.batch


def bottleneck_table(subject: Subject, result: ProcessResult, w: Wording) -> Table:
    """The steps with the largest part of the critical path."""
    steps = sorted(result.steps, key=lambda step: -step.critical_share)[:TOP_STEPS]
    rows = [
        Row(
            (
                count(n + 1),
                w.of(step.name),
                w.of(subject.name(step.owner)),
                percent(step.critical_share),
                decimal(step.critical.departments),
                decimal(waiting(step.critical)),
            ),
            strong=n == 0,
        )
        for n, step in enumerate(steps)
        if step.critical_share > 0
    ]
    return Table(
        w("bottleneck_table"),
        (
            column("rank", w),
            column("step", w, numeric=False),
            column("owner", w, numeric=False),
            column("critical_share", w),
            column("critical_hours", w),
            column("critical_waiting", w),
        ),
        tuple(rows),
        w("bottleneck_note"),
        "bottlenecks",
    )


def reductions_table(result: ProcessResult, w: Wording, fourth: str = "trips") -> Table:
    """Time, steps, papers and, as the ``fourth``, trips or fees per case."""
    found = result.reductions
    hours = w("with_interval", value=decimal(found.hours.value), interval=_hours_interval(result))
    rows = (
        (w("time"), hours),
        (w("time_applicant"), decimal(found.applicant_hours)),
        (w("steps_met"), decimal(found.steps)),
        (w("materials"), decimal(found.materials)),
        (w(fourth), _fourth(result, fourth, w)),
    )
    return Table(
        w("reductions_table"),
        (column("measure", w, numeric=False), column("per_case", w)),
        tuple(Row(cells) for cells in rows),
        key="reductions",
    )


def _fourth(result: ProcessResult, fourth: str, w: Wording) -> str:
    found = result.reductions
    if fourth == "trips":
        return decimal(found.trips)
    return w("no_fees") if found.fees is None else decimal(found.fees)


def _hours_interval(result: ProcessResult) -> str:
    return hours_interval(result.reductions.hours)


def steps_table(subject: Subject, process: Process, result: ProcessResult, w: Wording) -> Table:
    """Every step: how often, and what its hours go to."""
    order = {slug: n + 1 for n, slug in enumerate(process.order)}
    causes = [c for c in CAUSES if c != "priority" or _occurs(result, c)]
    rows = []
    for step in sorted(result.steps, key=lambda step: order[step.step]):
        hours = [decimal(float(getattr(step.spent, cause))) for cause in causes]
        per_visit = decimal(step.spent.total / step.visits) if step.visits else NONE
        cells = (
            count(order[step.step]),
            w.of(step.name),
            w.of(subject.name(step.owner)),
            percent(step.performed),
            Figure(f"{step.visits:.2f}", step.visits, "decimal"),
            Figure(f"{step.corrections:.2f}", step.corrections, "decimal"),
            *hours,
            decimal(step.spent.total),
            per_visit,
            percent(step.critical_share),
        )
        rows.append(Row(cells, strong=step.step == result.bottleneck))
    numbers = [
        "performed",
        "visits",
        "corrections",
        *causes,
        "total",
        "per_visit",
        "critical_share",
    ]
    columns = (
        column("rank", w),
        column("step", w, numeric=False),
        column("owner", w, numeric=False),
        *(column(name, w) for name in numbers),
    )
    return Table(w("steps_table"), columns, tuple(rows), w("steps_note"), "steps")


def _occurs(result: ProcessResult, cause: str) -> bool:
    return any(getattr(step.spent, cause) > 0 for step in result.steps)


def measured_over(process: Process, limit: Limit, w: Wording) -> str:
    """From which moment to which, over which steps, a limit is measured."""
    names = {step.slug: w.of(step.name) for step in process.steps}
    over: Sequence[str] = limit.over or process.order
    if limit.unit == "office_minutes":
        return w("over_minutes", steps=w.listed([names[slug] for slug in over]))
    if limit.starts is None:
        start = w("from_first")
    else:
        start = w(f"from_{limit.starts.edge}", step=names[limit.starts.step])
    if not limit.over:
        return w("over_all", start=start)
    return w("over_some", start=start, steps=w.listed([names[slug] for slug in over]))
