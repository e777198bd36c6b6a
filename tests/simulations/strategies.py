"""Random processes, pools and scenarios for hypothesis: small, but with every feature."""

from dataclasses import dataclass
from datetime import date

from hypothesis import settings
from hypothesis import strategies as st

from models import graph
from models.condition import (
    AnyOf,
    Attribute,
    ChoiceAttribute,
    Compare,
    FlagAttribute,
    Is,
    Not,
    NumberAttribute,
    When,
)
from models.distributions import Distribution, Exponential, Fixed, Uniform
from models.pool import Batch, OfficeHours, Shift
from models.process import Process
from models.process_check import process_faults
from models.step import Rework, Step
from models.step_time import ApplicantTime, Automatic, Duration, StepTime, Wait, Work, days
from models.working_time import OfficialCalendar, official_calendar
from simulations.scenario import Load, Scenario
from tests.builders import (
    ALWAYS,
    HOUR,
    NAME,
    OFFICE,
    SOURCE,
    a_mixed_pool,
    a_process,
    a_timed_step,
    a_visit,
    arrivals,
    chance,
    fixed,
    in_seconds,
)

FEW = settings(max_examples=25, deadline=None)
SOME = settings(max_examples=80, deadline=None)
MANY = settings(max_examples=100, deadline=None)

POOLS = ("desk", "window", "site")

HOURS = (
    OFFICE,
    ALWAYS,
    OfficeHours(spans=("09:00-12:00",)),
    OfficeHours(spans=("13:30-17:00",)),
    OfficeHours(spans=("10:00-16:00",), days="every", weekdays=(6, 7)),
    OfficeHours(spans=("09:00-17:00",), weekdays=(2, 4)),
    OfficeHours(spans=("09:00-09:10", "09:20-09:30", "09:40-10:00", "23:00-24:00")),
)
"""Overlapping, disjoint, rare, and open for minutes only."""

ROUND = tuple(fixed(amount) for amount in (60, 600, 1_800, HOUR, 3 * HOUR, 6.5 * HOUR))
"""Durations that end exactly at closings and make things happen at the same instant."""

ODD = (
    in_seconds(Uniform(low=1, high=2 * HOUR)),
    in_seconds(Exponential(mean=HOUR)),
    in_seconds(Uniform(low=HOUR, high=10 * HOUR)),
)
TAKES_TIME = (*ROUND, *ODD)
ANY = (*TAKES_TIME, fixed(0))

SPREADS: tuple[Distribution, ...] = (Exponential(mean=1), Fixed(value=1))
START_DAYS = (date(2023, 1, 16), date(2023, 9, 22), date(2023, 3, 6))
"""Before the Spring Festival and the National Day of 2023, and an ordinary Monday."""

ATTRIBUTES: tuple[Attribute, ...] = (
    FlagAttribute(slug="large", name=NAME, share=0.5, source=SOURCE),
    NumberAttribute(
        slug="budget",
        name=NAME,
        unit=NAME,
        distribution=Uniform(low=0, high=100),
        source=SOURCE,
    ),
    ChoiceAttribute(slug="trade", name=NAME, options={"food": 1, "books": 2}, source=SOURCE),
)
LARGE = Is(attribute="large")
DEAR = Compare(attribute="budget", operator=">", value=60, source=SOURCE)
WHENS: tuple[When | None, ...] = (
    *(None,) * 8,
    LARGE,
    DEAR,
    Not(condition=LARGE),
    AnyOf(conditions=(DEAR, Is(attribute="trade", value="food"))),
    chance(0.4),
)


@dataclass(frozen=True)
class World:
    """A scenario and the calendar to run it in."""

    scenario: Scenario
    official: OfficialCalendar


# Strategies are made once: making them anew in every draw took most of the time of a test.
KIND = st.sampled_from(("work", "work", "work", "automatic", "wait", "days", "applicant"))
BASIS = st.sampled_from(("calendar", "working", "office"))
WHOLE_BASIS = st.sampled_from(("calendar", "working"))
POOL = st.sampled_from(POOLS)
WORK = {durations: st.sampled_from(durations) for durations in (ANY, TAKES_TIME)}
DURATION = WORK[ANY]
WHEN = st.sampled_from(WHENS)
DAYS = st.integers(1, 5)
SHARE = st.sampled_from((0.3, 0.7, 1.0))
MOST = st.integers(1, 3)
PLACE = st.integers(0, 63)
BEFORE = [st.integers(-1, number - 1) for number in range(10)]
STEPS = {most: st.integers(2, most) for most in (4, 5, 7)}
VISIT = st.none() | st.none() | st.sampled_from((None, *ROUND, *ODD)).map(a_visit)
ORDER = st.sampled_from((1, -1))
FEW_PLACES = st.lists(st.integers(0, 7), unique=True, max_size=4)


@st.composite
def step_times(draw: st.DrawFn, work: tuple[Duration, ...]) -> StepTime:
    """Mostly work by one of the pools."""
    match draw(KIND):
        case "work":
            return Work(duration=draw(WORK[work]), pool=draw(POOL))
        case "automatic":
            return Automatic(duration=draw(DURATION))
        case "wait":
            return Wait(duration=draw(DURATION), basis=draw(BASIS))
        case "applicant":
            return ApplicantTime(duration=draw(DURATION), basis=draw(BASIS))
        case _:
            whole = days(Fixed(value=draw(DAYS)), SOURCE)
            return Wait(duration=whole, basis=draw(WHOLE_BASIS), whole_days=True)


TIMES = {work: step_times(work) for work in WORK}


@st.composite
def dags(draw: st.DrawFn, most: int) -> dict[str, tuple[str, ...]]:
    """Acyclic predecessors of two steps or more, none of them an orphan, in either order."""
    names = [f"s{n}" for n in range(draw(STEPS[most]))]
    after: dict[str, tuple[str, ...]] = {}
    for number, name in enumerate(names):
        picks = {draw(BEFORE[number]) for _ in range(3)} if number else set()
        after[name] = tuple(names[pick] for pick in sorted(picks) if pick >= 0)
    used = {name for before in after.values() for name in before}
    alone = tuple(name for name in names if not after[name] and name not in used)
    last = {"end": alone} if alone else {}
    return {**{name: after[name] for name in names[:: draw(ORDER)]}, **last}


@st.composite
def processes(
    draw: st.DrawFn, slug: str = "process", most: int = 7, work: tuple[Duration, ...] = ANY
) -> Process:
    """Any process that the model accepts."""
    steps = [
        a_timed_step(name, draw(TIMES[work]), before, when=draw(WHEN), visit=draw(VISIT))
        for name, before in draw(dags(most)).items()
    ]
    for number in draw(FEW_PLACES):
        if number < len(steps):
            steps = draw(corrected(steps, number))
    return a_process(*steps, slug=slug, attributes=ATTRIBUTES)


@st.composite
def corrected(draw: st.DrawFn, steps: list[Step], number: int) -> list[Step]:
    """The same steps, one of them with a correction if the model accepts it."""
    after = {step.slug: step.after for step in steps}
    before = sorted(graph.ancestors(after, [steps[number].slug]))
    rework = Rework(
        to=before[draw(PLACE) % len(before)],
        chance=draw(SHARE),
        most=draw(MOST),
        applicant=draw(DURATION),
        source=SOURCE,
    )
    trial = list(steps)
    trial[number] = steps[number].changed(rework=rework)
    return steps if process_faults(tuple(trial), ATTRIBUTES, ()) else trial


SHIFTS = st.lists(
    st.builds(Shift, count=st.integers(1, 2), hours=st.sampled_from(HOURS)), min_size=1, max_size=3
)
BATCH = st.builds(
    Batch,
    times=st.sampled_from((("09:00",), ("09:30", "14:00"))),
    weekdays=st.sampled_from(((), (2,), (1, 4))),
    source=st.just(SOURCE),
)


def _can_come(staff: tuple[list[Shift], Batch | None]) -> bool:
    """Whether the batches come on days on which somebody is there."""
    shifts, batch = staff
    open_on = {day for shift in shifts for day in shift.hours.weekdays or range(1, 8)}
    return batch is None or not batch.weekdays or not open_on.isdisjoint(batch.weekdays)


STAFF = st.tuples(SHIFTS, st.none() | st.none() | BATCH).filter(_can_come)
"""One to six people with up to three kinds of hours, sometimes with batches."""

STREAM = st.builds(
    arrivals,
    st.sampled_from((2, 13, 78, 390, 3_900)),
    st.sampled_from((OFFICE, ALWAYS)),
    st.sampled_from(SPREADS),
)
"""Few or many cases a day, at once or apart."""

CASES = st.integers(1, 15)
URGENT = st.sampled_from((None, LARGE, chance(0.3)))
RANK = st.integers(1, 3)
LOADS = st.integers(1, 2)
START = st.sampled_from(START_DAYS)
SEED = st.integers(0, 1_000)


@st.composite
def worlds(
    draw: st.DrawFn, *, fifo: bool = False, work: tuple[Duration, ...] = ANY, most: int = 7
) -> World:
    """One or two processes that share three pools; with ``fifo`` one priority class."""
    loads = tuple(
        Load(
            process=draw(processes(slug, most, work)),
            arrivals=draw(STREAM),
            cases=draw(CASES),
            urgent=None if fifo else draw(URGENT),
            rank=1 if fifo else draw(RANK),
        )
        for slug in ("one", "two")[: draw(LOADS)]
    )
    staff = [(slug, *draw(STAFF)) for slug in POOLS]
    start = draw(START)
    scenario = Scenario(
        name="random",
        loads=loads,
        pools=tuple(a_mixed_pool(*shifts, slug=slug, batch=batch) for slug, shifts, batch in staff),
        start=start,
        seed=draw(SEED),
    )
    return World(scenario, official_calendar(start))
