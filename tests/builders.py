"""Small scenarios for the tests of the simulator: steps, pools, loads, and the logs they give."""

from collections.abc import Sequence
from datetime import date

from models.arrivals import Arrivals
from models.base import text
from models.condition import Attribute, Chance, When
from models.distributions import Distribution, Exponential, Fixed
from models.event import EventLog
from models.pool import Batch, OfficeHours, Pool, Shift
from models.process import Process
from models.source import assumed
from models.step import Rework, Step, Visit
from models.step_time import Automatic, Duration, StepTime, Work, seconds
from models.working_time import OfficialCalendar, official_calendar
from simulations.compile import compile_scenario
from simulations.replication import Buffers, replicate
from simulations.scenario import Load, Scenario

SOURCE = assumed("test")
NAME = text("测试", "Test")
MONDAY = date(2026, 3, 2)
"""A Monday; no holiday comes near for a month."""

ALWAYS = OfficeHours(spans=("00:00-24:00",), days="every")
OFFICE = OfficeHours()
HOUR = 3_600
DAY = 86_400


def fixed(amount: float) -> Duration:
    """Exactly so many seconds."""
    return seconds(Fixed(value=amount), SOURCE)


def exponential(mean: float) -> Duration:
    """Exponential, in seconds."""
    return seconds(Exponential(mean=mean), SOURCE)


def in_seconds(distribution: Distribution) -> Duration:
    """A duration in seconds."""
    return seconds(distribution, SOURCE)


def chance(share: float) -> Chance:
    """So many of the cases."""
    return Chance(share=share, source=SOURCE)


def a_correction(to: str, share: float, most: int = 1, applicant: float = 0) -> Rework:
    """A correction back to ``to``; the applicant takes a fixed number of seconds."""
    return Rework(to=to, chance=share, most=most, applicant=fixed(applicant), source=SOURCE)


def a_visit(delay: Duration | None = None) -> Visit:
    """The applicant comes in person."""
    return Visit(delay=delay, source=SOURCE)


def a_step(
    slug: str,
    duration: Duration,
    *,
    pool: str = "desk",
    after: Sequence[str] = (),
    when: When | None = None,
    rework: Rework | None = None,
    visit: Visit | None = None,
) -> Step:
    """A step done by one person of a pool."""
    return a_timed_step(
        slug, Work(duration=duration, pool=pool), after, when=when, rework=rework, visit=visit
    )


def a_timed_step(
    slug: str,
    time: StepTime,
    after: Sequence[str] = (),
    *,
    when: When | None = None,
    rework: Rework | None = None,
    visit: Visit | None = None,
) -> Step:
    """A step of any kind of time."""
    return Step(
        slug=slug,
        name=NAME,
        owner="desk",
        time=time,
        after=tuple(after),
        when=when,
        rework=rework,
        visit=visit,
        source=SOURCE,
    )


def automatic(slug: str, duration: Duration, *after: str) -> Step:
    """A step done by a system."""
    return a_timed_step(slug, Automatic(duration=duration), after)


def a_process(
    *steps: Step, slug: str = "process", attributes: tuple[Attribute, ...] = ()
) -> Process:
    """A process of these steps."""
    return Process(
        slug=slug, name=NAME, family="test", lead="desk", steps=steps, attributes=attributes
    )


def a_pool(
    count: int = 1, hours: OfficeHours = OFFICE, slug: str = "desk", batch: Batch | None = None
) -> Pool:
    """People with the same hours."""
    return a_mixed_pool(Shift(count=count, hours=hours), slug=slug, batch=batch)


def a_mixed_pool(*shifts: Shift, slug: str = "desk", batch: Batch | None = None) -> Pool:
    """People with several kinds of hours."""
    return Pool(slug=slug, name=NAME, department=slug, shifts=shifts, batch=batch, source=SOURCE)


def arrivals(
    per_day: float, hours: OfficeHours = OFFICE, spread: Distribution | None = None
) -> Arrivals:
    """So many cases a day, by default as a Poisson stream in office hours."""
    spread = spread or Exponential(mean=1)
    return Arrivals(per_working_day=per_day, hours=hours, spread=spread, source=SOURCE)


def a_load(
    process: Process,
    cases: int,
    per_day: float = 100,
    *,
    urgent: When | None = None,
    rank: int = 1,
) -> Load:
    """Cases of a process in office hours."""
    return Load(process=process, arrivals=arrivals(per_day), cases=cases, urgent=urgent, rank=rank)


def a_scenario(
    *loads: Load, pools: Sequence[Pool], start: date = MONDAY, seed: int = 1
) -> Scenario:
    """A scenario of these loads and pools."""
    return Scenario(name="test", loads=loads, pools=tuple(pools), start=start, seed=seed)


def simulated(
    scenario: Scenario,
    number: int = 0,
    official: OfficialCalendar | None = None,
    buffers: Buffers | None = None,
) -> EventLog:
    """The log of one replication, compiled afresh."""
    official = official or official_calendar(scenario.start)
    compiled = compile_scenario(scenario, official)
    return replicate(scenario, compiled, official, number, buffers).log
