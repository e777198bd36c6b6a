"""Cycle efficiency by hand: of parallel branches the longest."""

from datetime import date

import pytest

from models.efficiency import efficiency
from models.working_time import official_calendar
from tests.log_builder import log_of, visit
from tests.model_builders import a_process, a_step

CALENDAR = official_calendar(date(2023, 2, 1), date(2023, 3, 31))
DIAMOND = a_process(a_step("a"), a_step("b", "a"), a_step("c", "a"), a_step("d", "b", "c"))


def test_parallel_branches_count_by_the_longest() -> None:
    """a 1 h; b 2 h beside c 0.5 h and again 0.5 h; d 1 h: 4 h in theory, 5 h of work, of 24 h."""
    events = [
        visit(DIAMOND, "a", ("2023-02-06 09:00", "2023-02-06 09:00", "2023-02-06 10:00")),
        visit(DIAMOND, "b", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 12:00")),
        visit(DIAMOND, "c", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 10:30")),
        visit(DIAMOND, "c", ("2023-02-06 11:00", "2023-02-06 11:00", "2023-02-06 11:30"), number=1),
        visit(DIAMOND, "d", ("2023-02-06 12:00", "2023-02-07 08:00", "2023-02-07 09:00")),
    ]
    found = efficiency(log_of(DIAMOND, events, CALENDAR), DIAMOND)
    assert (found.cases, found.work, found.theoretical, found.cycle) == (1, 5, 4, 24)
    assert found.share == pytest.approx(4 / 24)


def test_a_skipped_step_takes_nothing() -> None:
    events = [
        visit(DIAMOND, "a", ("2023-02-06 09:00", "2023-02-06 09:00", "2023-02-06 10:00")),
        visit(DIAMOND, "d", ("2023-02-06 10:00", "2023-02-06 10:00", "2023-02-06 11:00")),
    ]
    found = efficiency(log_of(DIAMOND, events, CALENDAR), DIAMOND)
    assert (found.theoretical, found.cycle, found.share) == (2, 2, 1)
