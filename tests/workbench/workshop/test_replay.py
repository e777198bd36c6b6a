"""Cases to look at: the slowest are the slowest, and movements are those of the log."""

from datetime import UTC, datetime, timedelta

import numpy as np

from tests.workbench.workshop.rooms import opening
from workbench.workshop.replay import SLOWEST, movements, notable
from workbench.workshop.simulator import Simulator


def test_the_median_case_then_the_slowest() -> None:
    simulator = Simulator()
    half = simulator.findings(opening(), full=False, tell=None).now
    log = half.subject.log
    days = {
        case: (log.completed[log.case == case].max() - log.ready[log.case == case].min()) / 86_400
        for case in range(log.cases)
    }
    found = notable(half)
    assert found[0].days == sorted(days.values())[len(days) // 2]
    slowest = sorted(days.values(), reverse=True)[:SLOWEST]
    assert np.allclose([seen.days for seen in found[1:]], slowest)
    simulator.close()


def test_movements_begin_at_the_arrival_in_local_time() -> None:
    simulator = Simulator()
    half = simulator.findings(opening(), full=False, tell=None).now
    moved = movements(half, 3)
    events = [event for event in half.subject.log.events() if event.case == 3]
    first = min(event.ready for event in events)
    shown = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=int(str(moved["epoch"])))
    assert shown.replace(tzinfo=None) == first.replace(tzinfo=None)
    assert moved["end"] == (max(event.completed for event in events) - first).total_seconds()
    visits = moved["visits"]
    assert isinstance(visits, list)
    assert sorted(visit["step"] for visit in visits) == sorted(event.step for event in events)
    simulator.close()
