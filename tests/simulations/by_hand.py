"""Cases that come at stated times with stated luck, and their story in words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

import numpy as np

from models.condition import Chance
from models.event import OUTCOMES, EventLog
from models.pool import Pool
from models.process import Process
from models.step import Rework, Step
from models.working_time import CHINA, official_calendar
from simulations.columns import layout
from simulations.compile import compile_scenario
from simulations.replication import Buffers, columns, gather, schedule
from simulations.sampling import sample_load
from tests.builders import HOUR, MONDAY, a_load, a_process, a_scenario, a_step, chance, fixed

NO = -1
"""In place of the applicant's time: no correction."""


def hour(
    slug: str,
    *after: str,
    rework: Rework | None = None,
    when: Chance | None = None,
) -> Step:
    """A step of one hour."""
    return a_step(slug, fixed(HOUR), after=after, rework=rework, when=when)


def chain(*slugs: str, **changes: Rework | Chance) -> Process:
    """Steps one after another; ``changes`` gives some of them a correction or a condition."""
    steps = []
    for slug, before in zip(slugs, (None, *slugs), strict=False):
        change = changes.get(slug)
        steps.append(
            hour(
                slug,
                *(() if before is None else (before,)),
                rework=change if isinstance(change, Rework) else None,
                when=change if isinstance(change, Chance) else None,
            )
        )
    return a_process(*steps)


def run_by_hand(
    process: Process,
    pools: Sequence[Pool],
    times: Sequence[str],
    *,
    start: date = MONDAY,
    urgent: Sequence[int] = (),
    corrections: Mapping[str, Sequence[int]] | None = None,
) -> EventLog:
    """The log of cases that come at these times (``MM-DD HH:MM`` of the start's year).

    ``urgent`` are the numbers of urgent cases; ``corrections`` gives the applicant's seconds for
    the first, second, ... visit of a step, of every case.
    """
    load = a_load(process, len(times))
    load = load if not urgent else load.changed(urgent=chance(0))
    scenario = a_scenario(load, pools=pools, start=start)
    official = official_calendar(start)
    compiled = compile_scenario(scenario, official)
    sample = sample_load(scenario, load, 0, official)
    arrival = np.array([seconds(time, official.epoch) for time in times], np.int64)
    priority = np.array([0 if case in urgent else 1 for case in range(len(times))], np.int8)
    draws = sample.draws.copy()
    for entry in layout(process).steps:
        for visit, applicant in enumerate((corrections or {}).get(entry.step.slug, ())):
            draws[:, entry.correction + visit] = applicant
    given = replace(sample, arrival=arrival, priority=priority, draws=draws)
    cases, capacity = gather(scenario, compiled.network, [given])
    table = schedule(compiled.network, cases, capacity, Buffers(), official)
    return EventLog(
        epoch=official.epoch,
        steps=compiled.steps,
        resources=compiled.resources,
        case_ids=None,
        **columns(table),
        known=None,
    )


def seconds(time: str, epoch: datetime) -> int:
    """Seconds from the epoch to a time such as ``01-20 16:00``."""
    moment = datetime.fromisoformat(f"{epoch.year}-{time}").replace(tzinfo=CHINA)
    return round((moment - epoch).total_seconds())


def clock(log: EventLog, time: int) -> str:
    """The time as in the tests: ``MM-DD HH:MM``, with seconds if there are any."""
    moment = log.epoch + timedelta(seconds=time)
    return f"{moment:%m-%d %H:%M:%S}".removesuffix(":00")


def story(log: EventLog) -> list[str]:
    """Each visit in words: case, step, start, end, and whether it was sent back."""
    return [
        f"{log.case[row]} {log.steps[log.step[row]].step} "
        f"{clock(log, int(log.started[row]))} - {clock(log, int(log.completed[row]))}"
        + (f" {OUTCOMES[1]}" if log.outcome[row] else "")
        for row in range(len(log))
    ]


def order(log: EventLog) -> list[str]:
    """The steps visited, in order; ``*`` marks a visit that was sent back."""
    return [
        log.steps[step].step + "*" * outcome
        for step, outcome in zip(log.step.tolist(), log.outcome.tolist(), strict=True)
    ]


def waits(log: EventLog, row: int) -> dict[str, int]:
    """Minutes waited by a visit for each reason, those that are not zero."""
    causes = ("batch", "queue", "priority", "closed")
    minutes = {name: int(getattr(log, name)[row]) // 60 for name in causes}
    return {name: amount for name, amount in minutes.items() if amount}
