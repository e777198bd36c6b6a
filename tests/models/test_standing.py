"""Open cases against limits, counted by hand around the Spring Festival of 2023."""

from datetime import date, datetime

import pytest

from models.base import text
from models.condition import Chance, chance_key
from models.limit import Limit, Moment
from models.pool import OfficeHours
from models.process import Process
from models.source import plan
from models.standing import Flight, Standing, standings
from models.timing import Ruler
from models.working_time import CHINA, official_calendar
from tests.log_builder import visit
from tests.model_builders import SOURCE, a_step

CALENDAR = official_calendar(date(2023, 1, 3), date(2023, 3, 31))
RULER = Ruler(CALENDAR, {"owner": CALENDAR.open_time(OfficeHours())})


def at(moment: str) -> datetime:
    return datetime.fromisoformat(moment).replace(tzinfo=CHINA)


def process(*over: str, starts: Moment | None = None, chance: bool = False) -> Process:
    limit = Limit(
        slug="limit",
        name=text("时限", "limit"),
        most=3,
        unit="working_days",
        over=over,
        starts=starts,
        source=plan(7),
    )
    when = Chance(share=0.5, source=SOURCE) if chance else None
    return Process(
        slug="p",
        name=text("流程", "process"),
        family="test",
        lead="owner",
        steps=(a_step("accept"), a_step("decide", "accept", when=when)),
        limits=(limit,),
    )


ACCEPTED = ("2023-01-19 10:00", "2023-01-19 10:00", "2023-01-19 10:10")


def stand(p: Process, now: str, *flights: Flight, **values: bool) -> list[Standing]:
    finished = [visit(p, "accept", ACCEPTED)] if flights else []
    named = {chance_key(name): value for name, value in values.items()}
    return standings(p, named, finished, flights, at(now), RULER)


DECIDING = Flight("decide", 0, at("2023-01-19 10:10"), at("2023-01-19 10:10"))


@pytest.mark.parametrize(
    ("now", "used", "state"),
    [
        ("2023-01-19 17:00", 0, "running"),
        ("2023-01-20 09:00", 1, "running"),
        ("2023-01-27 23:00", 1, "running"),  # the festival
        ("2023-01-28 08:00", 2, "running"),  # a make-up Saturday
        ("2023-01-29 08:00", 3, "warned"),  # the third and last day
        ("2023-01-30 00:00", 4, "breached"),
    ],
)
def test_days_go_by_while_the_decision_is_out(now: str, used: float, state: str) -> None:
    (standing,) = stand(process(), now, DECIDING)
    assert (standing.used, standing.state) == (used, state)
    assert standing.left == 3 - used


def test_the_clock_stands_while_the_applicant_has_yet_to_come() -> None:
    coming = Flight("decide", 0, at("2023-01-19 10:10"), None)
    (standing,) = stand(process(), "2023-01-30 09:00", coming)
    assert (standing.used, standing.state) == (0, "running")


def test_a_limit_that_has_not_begun_is_not_shown() -> None:
    p = process("decide")
    accepting = Flight("accept", 0, at("2023-01-19 10:00"), at("2023-01-19 10:00"))
    assert standings(p, {}, [], [accepting], at("2023-01-30 09:00"), RULER) == []


def test_a_step_still_to_come_lets_its_limit_run_on() -> None:
    p = process("decide", starts=Moment(step="accept", edge="started"))
    accepting = Flight("accept", 0, at("2023-01-19 10:00"), at("2023-01-19 10:00"))
    (standing,) = standings(p, {}, [], [accepting], at("2023-01-29 09:00"), RULER)
    assert (standing.used, standing.state) == (3, "warned")


def test_a_step_that_the_case_passes_by_does_not() -> None:
    p = process("decide", starts=Moment(step="accept", edge="started"), chance=True)
    accepting = Flight("accept", 0, at("2023-01-19 10:00"), at("2023-01-19 10:00"))
    values = {chance_key("decide"): False}
    assert standings(p, values, [], [accepting], at("2023-01-29 09:00"), RULER) == []
