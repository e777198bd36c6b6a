"""Short forms for the benchmarks' own processes, and the calendar they run in."""

from datetime import date, timedelta
from math import log, sqrt
from statistics import NormalDist

from models.arrivals import Arrivals
from models.base import text
from models.distributions import Distribution, Empirical, Fixed, Gamma, Lognormal
from models.pool import OfficeHours, Pool, Shift
from models.process import Process
from models.source import assumed
from models.step import Rework, Step
from models.step_time import Work, seconds
from models.working_time import HolidayNotice, OfficialCalendar, official_calendar
from simulations.scenario import Load, Scenario

BENCHMARK = assumed("基准测试所设 (set for the benchmark)")
START = date(2024, 1, 1)
"""A Monday."""
LAST_YEAR = 2070
"""The kernel counts seconds in 32 bits, which last 68 years."""
WEEK, WEEKDAYS = 7, range(5)
OFFICE = OfficeHours()
AROUND_THE_CLOCK = OfficeHours(spans=("00:00-24:00",), days="every")
DAY = 86_400
POINTS = 1_000


def plain_years() -> tuple[HolidayNotice, ...]:
    """Years without holidays: Monday to Friday are working days, as in the peers' calendars."""
    years = range(START.year, LAST_YEAR + 1)
    return tuple(HolidayNotice(year=year, days_off=(), source=BENCHMARK) for year in years)


def plain_calendar(scenario: Scenario) -> OfficialCalendar:
    """Every Monday to Friday from START on, somewhat longer than the cases take to come."""
    load = scenario.loads[0]
    days = (load.cases or 0) / load.arrivals.per_working_day
    if load.arrivals.hours.days == "working":
        days *= WEEK / len(WEEKDAYS)
    return official_calendar(START, START + timedelta(days=1.1 * days + 366), scenario.holidays)


def gamma(mean: float, variance: float) -> Gamma:
    """Gamma by mean and variance."""
    return Gamma(mean=mean, shape=mean**2 / variance)


def lognormal(mean: float, variance: float) -> Lognormal:
    """Lognormal by mean and variance."""
    spread = 1 + variance / mean**2
    return Lognormal(median=mean / sqrt(spread), sigma=sqrt(log(spread)))


def truncated_normal(mean: float, deviation: float, low: float, high: float) -> Empirical:
    """Normal cut at both ends, as equally likely quantiles."""
    shape = NormalDist(mean, deviation)
    first, last = shape.cdf(low), shape.cdf(high)
    places = [first + (last - first) * (n + 0.5) / POINTS for n in range(POINTS)]
    return Empirical(values=tuple(shape.inv_cdf(place) for place in places))


def work(
    slug: str, pool: str, duration: Distribution, after: tuple[str, ...] = (), **more: object
) -> Step:
    """A step done by staff of ``pool``, its duration in seconds."""
    return Step.model_validate(
        {
            "slug": slug,
            "name": text(slug, slug),
            "owner": pool,
            "time": Work(duration=seconds(duration, BENCHMARK)),
            "after": after,
            "source": BENCHMARK,
            **more,
        }
    )


def loop(to: str, chance: float) -> Rework:
    """The peers' backward branch: no time passes on the way back, at most ten times a case."""
    at_once = seconds(Fixed(value=0), BENCHMARK)
    return Rework(to=to, chance=chance, most=10, applicant=at_once, source=BENCHMARK)


def process(slug: str, *steps: Step, **more: object) -> Process:
    """A process of these steps."""
    return Process.model_validate(
        {
            "slug": slug,
            "name": text(slug, slug),
            "family": "benchmark",
            "lead": steps[0].owner,
            "steps": steps,
            **more,
        }
    )


def pool(slug: str, count: int, hours: OfficeHours = OFFICE) -> Pool:
    """So many people with these hours."""
    shift = Shift(count=count, hours=hours)
    return Pool(
        slug=slug, name=text(slug, slug), department=slug, shifts=(shift,), source=BENCHMARK
    )


def scenario(process: Process, arrivals: Arrivals, cases: int, pools: tuple[Pool, ...]) -> Scenario:
    """So many cases of one process."""
    return Scenario(
        name=process.slug,
        loads=(Load(process=process, arrivals=arrivals, cases=cases),),
        pools=pools,
        start=START,
        holidays=plain_years(),
    )
