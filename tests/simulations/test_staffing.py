"""Expected work by hand, and the people it takes."""

import pytest

from models.base import text
from models.condition import Chance
from models.distributions import Fixed
from models.pool import OfficeHours, Pool, Shift
from models.process import Process
from models.source import assumed
from models.step import Rework, Step
from models.step_time import Duration, Work, days, minutes
from simulations.staffing import daily_work, expected_work, sized

TEST = assumed("test")
NONE: Duration = days(Fixed(value=0), TEST)


def step(slug: str, length: float, *after: str, **values: object) -> Step:
    work = Work(duration=minutes(Fixed(value=length), TEST), pool="desk")
    base = Step(slug=slug, name=text(slug, slug), owner="desk", after=after, time=work, source=TEST)
    return base.changed(**values)


def process(*steps: Step) -> Process:
    return Process(slug="p", name=text("p", "p"), family="test", lead="desk", steps=steps)


def test_plain_steps_add_up() -> None:
    assert expected_work(process(step("a", 10), step("b", 20, "a"))) == {"desk": 30}


def test_corrections_repeat_their_region() -> None:
    """0.5 + 0.25 extra passes over both steps."""
    rework = Rework(to="a", chance=0.5, most=2, applicant=NONE, source=TEST)
    found = expected_work(process(step("a", 10), step("b", 20, "a", rework=rework)))
    assert found["desk"] == pytest.approx(30 * 1.75)


def test_conditional_steps_count_by_their_share() -> None:
    chance = Chance(share=0.25, source=TEST)
    found = expected_work(process(step("a", 10), step("b", 20, "a", when=chance)))
    assert found["desk"] == pytest.approx(10 + 5, abs=0.7)  # 2,000 cases drawn


def test_steps_without_staff_do_not_count() -> None:
    waiting = step("b", 20, "a").changed(time={"kind": "wait", "duration": NONE})
    assert expected_work(process(step("a", 10), waiting)) == {"desk": 10}


def test_daily_work_over_processes() -> None:
    one = process(step("a", 10), step("b", 20, "a"))
    other = one.changed(slug="q")
    assert daily_work([(one, 2), (other, 1)]) == {"desk": 90}


def pool(count: int, hours: OfficeHours | None = None) -> Pool:
    return Pool(
        slug="desk",
        name=text("desk", "desk"),
        department="desk",
        shifts=(Shift(count=count, hours=hours or OfficeHours()),),
        source=TEST,
    )


@pytest.mark.parametrize(
    ("work", "people"), [(0.1, 1), (312, 1), (312.5, 2), (624, 2), (3_120, 10)]
)
def test_the_fewest_people_within_the_utilisation(work: float, people: int) -> None:
    """390 office minutes a day at 80 % are 312."""
    (found,) = sized([pool(7)], {"desk": work}, 0.8)
    assert found.count == people


def test_longer_hours_need_fewer_people() -> None:
    (found,) = sized([pool(1, OfficeHours(spans=("08:00-20:00",)))], {"desk": 700}, 1.0)
    assert found.count == 1


def test_pools_without_work_are_left_out() -> None:
    assert sized([pool(3)], {}, 0.8) == ()
