"""What a result says, in a few plain sentences."""

from models.breakdown import CAUSES
from models.process import Process
from models.result import ProcessResult
from reports.subject import Subject
from reports.tables import standing_counts
from reports.wording import Wording
from reports.wording.numbers import decimal, given_share, percent
from reports.wording.values import people

_HOURS_A_DAY = 24
_DEPARTMENTS = tuple(cause for cause in CAUSES if cause not in {"work", "applicant"})


def findings(subject: Subject, process: Process, result: ProcessResult, w: Wording) -> list[str]:
    """Limits, time, the largest wait and the bottleneck of one process, and its busiest staff."""
    found = [_limits(subject, result, w), _time(result, w)]
    share = max(step.critical_share for step in result.steps)
    if share:
        step = process.step(result.bottleneck)
        owner = w.of(subject.name(step.owner))
        found.append(
            w("finding_bottleneck", step=w.of(step.name), owner=owner, share=percent(share))
        )
    own = {step.pool for step in process.steps}
    pools = [pool for pool in subject.result.pools if pool.pool in own]
    if pools:
        busiest = max(pools, key=lambda pool: pool.utilisation.value)
        found.append(
            w(
                "finding_staff",
                pool=w.of(busiest.name),
                people=people(busiest.people, w),
                share=percent(busiest.utilisation.value),
            )
        )
    return found


def _limits(subject: Subject, result: ProcessResult, w: Wording) -> str:
    if not result.verdicts:
        return w("no_limits")
    return w(
        "finding_limits",
        n=len(result.verdicts),
        counts=standing_counts(result.verdicts, w),
        target=given_share(subject.result.target),
    )


def _time(result: ProcessResult, w: Wording) -> str:
    spent, total = result.critical, result.critical.total or 1.0
    hours = result.reductions.hours.value
    words = w(
        "finding_time",
        days=decimal(hours / _HOURS_A_DAY),
        hours=decimal(hours),
        applicant=percent(spent.applicant / total),
        work=percent(spent.work / total),
    )
    cause = max(_DEPARTMENTS, key=lambda name: float(getattr(spent, name)))
    largest = float(getattr(spent, cause))
    if not largest:
        return words + w("finding_no_wait")
    wait = w("finding_wait", cause=w(f"{cause}_long"), share=percent(largest / total))
    return f"{words}{wait}"
