"""The slowest cases of a log, and what each of them waited for."""

from dataclasses import dataclass

import numpy as np

from models.breakdown import CAUSES, breakdown
from models.process import Process
from models.timing import measure
from reports.pictures.case_log import one_case
from reports.subject import Subject
from reports.wording import Wording
from reports.wording.numbers import decimal

SLOWEST = 3
REASONS = 3
DAY, HOUR = 86_400, 3_600


@dataclass(frozen=True)
class SlowCase:
    """One case: its number in the log, a heading, and sentences that explain it."""

    case: int
    title: str
    sentences: tuple[str, ...]


def slowest(subject: Subject, process: Process, w: Wording) -> list[SlowCase]:
    """The slowest cases of a process by calendar time from arrival to the last completion."""
    log = subject.log
    own = log.where(entry.process == process.slug for entry in log.steps)
    start = np.full(log.cases, np.iinfo(np.int64).max)
    end = np.full(log.cases, -1)
    np.minimum.at(start, log.case[own], log.ready[own].astype(np.int64))
    np.maximum.at(end, log.case[own], log.completed[own].astype(np.int64))
    there = np.flatnonzero(end >= 0)
    order = there[np.argsort(-(end[there] - start[there]), kind="stable")][:SLOWEST]
    return [_explained(subject, process, int(case), w) for case in order]


def _explained(subject: Subject, process: Process, case: int, w: Wording) -> SlowCase:
    alone = one_case(subject.log, case)
    days = (int(alone.completed.max()) - int(alone.ready.min())) / DAY
    late = [
        w.of(use.limit.name) for use in measure(alone, process, subject.ruler) if use.late.any()
    ]
    standing = w("slow_late", limits=w.listed(late)) if late else w("slow_on_time")
    return SlowCase(
        case,
        w("slow_title", number=case + 1, days=decimal(days)),
        (_reasons(subject, process, case, w), standing),
    )


def _reasons(subject: Subject, process: Process, case: int, w: Wording) -> str:
    """The largest parts of the case's critical path, as step and cause."""
    alone = one_case(subject.log, case)
    parts = breakdown(alone)
    found: dict[tuple[int, int], float] = {}
    for row in np.flatnonzero(parts.critical):
        for cause in np.flatnonzero(parts.seconds[:, row] > 0):
            key = int(alone.step[row]), int(cause)
            found[key] = found.get(key, 0.0) + float(parts.seconds[cause, row])
    largest = sorted(found.items(), key=lambda pair: -pair[1])[:REASONS]
    words = []
    for (place, number), seconds in largest:
        step = process.step(alone.steps[place].step)
        words.append(
            w(
                "slow_reason",
                step=w.of(step.name),
                owner=w.of(subject.name(step.owner)),
                cause=w(f"{CAUSES[number]}_long"),
                hours=decimal(seconds / HOUR),
            )
        )
    return w("slow_reasons", reasons=w("semicolon").join(words))
