"""Little's law, not in the mean but as an identity of the log, over complete busy cycles.

The area under the number waiting is added up from the moments at which it changes; the waits are
added up visit by visit. Between two moments at which nobody waits the two are the same number.
"""

from fractions import Fraction
from itertools import accumulate, pairwise

import pytest

from models.event import EventLog
from models.pool import OfficeHours
from tests.builders import (
    ALWAYS,
    OFFICE,
    a_correction,
    a_load,
    a_pool,
    a_process,
    a_scenario,
    a_step,
    chance,
    exponential,
    simulated,
)


def station_log(hours: OfficeHours) -> EventLog:
    """Two people, urgent cases, corrections."""
    step = a_step("desk", exponential(500), rework=a_correction("desk", 0.2, most=3))
    load = a_load(a_process(step), 2_000, 40, urgent=chance(0.2))
    return simulated(a_scenario(load, pools=[a_pool(2, hours)]))


def changes(log: EventLog) -> list[tuple[int, int]]:
    """When the number waiting changes, and by how much."""
    joined = [(time, 1) for time in log.enabled.tolist()]
    left = [(time, -1) for time in log.started.tolist()]
    return sorted(joined + left, key=lambda change: change[0])


def nobody_waits(log: EventLog) -> list[int]:
    """The moments after which nobody waits, till the next visit is enabled."""
    moments = changes(log)
    number = list(accumulate(change for _, change in moments))
    rests = zip(pairwise(moments), number, strict=False)
    return [now[0] for (now, later), left in rests if left == 0 and later[0] > now[0]]


def average_waiting(log: EventLog, first: int, last: int) -> Fraction:
    """Time average of the number waiting."""
    moments = changes(log)
    number = accumulate(change for _, change in moments)
    area = sum(
        waiting * (later[0] - now[0])
        for (now, later), waiting in zip(pairwise(moments), number, strict=False)
        if first <= now[0] < last
    )
    return Fraction(area, last - first)


@pytest.mark.parametrize("hours", [ALWAYS, OFFICE], ids=["always", "office"])
def test_number_waiting_is_rate_times_wait(hours: OfficeHours) -> None:
    log = station_log(hours)
    rests = nobody_waits(log)
    assert len(rests) > 50
    for first, last in ((rests[0], rests[-1]), (rests[10], rests[40]), (rests[25], rests[26])):
        within = (log.enabled >= first) & (log.started <= last) & (log.enabled < last)
        count = int(within.sum())
        mean_wait = Fraction(int((log.started - log.enabled)[within].sum()), max(count, 1))
        rate = Fraction(count, last - first)
        assert average_waiting(log, first, last) == rate * mean_wait
