"""The intake on the last days of the official calendar."""

from datetime import timedelta

from flows.live.intake import closed_for_good
from flows.live.surroundings import CLOSING
from integrations.departments.clock import RunningClock
from tests.flows.live.worlds import CALENDAR


def before_the_end(days: float) -> RunningClock:
    """A clock so many days before the calendar ends."""
    left = len(CALENDAR.working) - days
    return RunningClock.starting(CALENDAR.epoch, int(left * 86_400), 1)


def test_cases_are_taken_in_while_they_can_be_finished_within_the_calendar() -> None:
    assert closed_for_good(before_the_end(CLOSING / timedelta(days=1) + 2), CALENDAR) is None


def test_towards_its_end_the_intake_says_why_it_takes_in_no_more() -> None:
    reason = closed_for_good(before_the_end(10), CALENDAR)
    assert reason is not None
    assert str(CALENDAR.last) in reason
    assert "--holidays" in reason
