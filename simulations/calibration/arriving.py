"""The arrival process of a log: how many cases, in which hours of the week, how regularly."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from scipy import stats

from models.arrivals import Arrivals
from models.distributions import Distribution, Exponential
from models.pool import OfficeHours
from models.source import Source
from models.working_time import DAY, OfficialCalendar
from simulations.arrival_clock import ArrivalClock
from simulations.calibration.fits import CRITICAL, NEAR, fitted, rounded
from simulations.calibration.office import observed_hours

Times = npt.NDArray[np.int64]
HOUR = 3_600
WEEK = 7
SURE = 0.001
"""The week is taken to be uneven if chance gives so uneven a one less often than this."""

EXPECTED = 5
"""Cases expected in an hour of the week for it to be tested."""


@dataclass(frozen=True)
class Arriving:
    """Arrivals, how many cases and working days they rest on, KS distance of the spread."""

    arrivals: Arrivals
    cases: int
    days: int
    distance: float


def observed_arrivals(
    times: Times, calendar: OfficialCalendar, known: OfficeHours, source: Source
) -> Arriving:
    """The arrivals of cases that came at these seconds; ``known`` hours if too few say."""
    hours = observed_hours(times, calendar) or known
    first, last = int(times.min()) // DAY, int(times.max()) // DAY
    days = calendar.open_time(hours).start // DAY
    counted = len(np.unique(days[(days >= first) & (days <= last)]))
    plain = Arrivals(
        per_working_day=rounded(len(times) / max(1, counted)), hours=hours, source=source
    )
    weekly = plain.changed(week=_week(times, plain, calendar))
    clock = ArrivalClock.of(weekly if weekly.week else _even(weekly), calendar)
    spread, distance = _spread(np.diff(clock.read(np.sort(times))))
    return Arriving(weekly.changed(spread=spread), len(times), counted, distance)


def _even(arrivals: Arrivals) -> Arrivals:
    return arrivals.changed(week=dict.fromkeys(range(1, WEEK + 1), (1.0,) * 24))


def _week(
    times: Times, arrivals: Arrivals, calendar: OfficialCalendar
) -> dict[int, tuple[float, ...]]:
    """Cases an open hour by weekday and hour (as their product), or nothing if evenly spread."""
    cells = _open_hours(times, arrivals, calendar)
    shift = calendar.first.weekday()
    came = np.zeros((WEEK, 24))
    np.add.at(came, ((times // DAY + shift) % WEEK, times % DAY // HOUR), 1)
    came[cells == 0] = 0
    expected = cells * came.sum() / max(cells.sum(), 1e-9)
    tested = expected >= EXPECTED
    if tested.sum() < 2:  # noqa: PLR2004 - one hour cannot be uneven
        return {}
    seen, even = came[tested], expected[tested]
    even = even * seen.sum() / even.sum()
    if stats.chisquare(seen, even).pvalue >= SURE:
        return {}
    by_day = came.sum(axis=1) / np.maximum(cells.sum(axis=1), 1e-9)
    by_hour = came.sum(axis=0) / np.maximum(cells.sum(axis=0), 1e-9)
    mean = came.sum() / cells.sum()
    open_days = np.flatnonzero(cells.sum(axis=1) > 0)
    return {
        int(day) + 1: tuple(rounded(float(by_day[day] * rate / mean**2)) for rate in by_hour)
        for day in open_days
        if _ordinary(int(day), arrivals)
    }


def _ordinary(day: int, arrivals: Arrivals) -> bool:
    """Whether a weekday is open in an ordinary week; make-up days are too few to tell."""
    return arrivals.hours.days == "every" or day < WEEK - 2


def _open_hours(
    times: Times, arrivals: Arrivals, calendar: OfficialCalendar
) -> npt.NDArray[np.float64]:
    """Open hours by weekday and hour of the day between the first and the last arrival's day."""
    clock = ArrivalClock.of(_even(arrivals), calendar)
    day = clock.start // DAY
    within = (day >= int(times.min()) // DAY) & (day <= int(times.max()) // DAY)
    start, end = clock.start[within], clock.end[within]
    cells = np.zeros((WEEK, 24))
    weekday = (start // DAY + calendar.first.weekday()) % WEEK
    np.add.at(cells, (weekday, start % DAY // HOUR), (end - start) / HOUR)
    return cells


def _spread(gaps: npt.NDArray[np.float64]) -> tuple[Distribution, float]:
    """The shape of the times between arrivals, mean 1; a Poisson stream if it comes near one."""
    if len(gaps) < 2 or gaps.mean() <= 0:  # noqa: PLR2004 - no shape in one gap
        return Exponential(mean=1), 0.0
    scaled = gaps / gaps.mean()
    poisson = float(stats.kstest(scaled, "expon").statistic)
    if poisson <= NEAR + CRITICAL / np.sqrt(len(scaled)):
        return Exponential(mean=1), poisson
    best = fitted(scaled)
    return (Exponential(mean=1), poisson) if best is None else (best.distribution, best.distance)
