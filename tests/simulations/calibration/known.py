"""A scenario whose every parameter is known, and the calibration of the log it gives."""

from functools import lru_cache

from models.arrivals import Arrivals
from models.condition import ChoiceAttribute, FlagAttribute, Is, Not
from models.distributions import Exponential, Gamma, Lognormal, Pert
from models.event import EventLog
from models.pool import OfficeHours, Pool
from models.process import Process
from models.source import Source
from models.working_time import official_calendar
from simulations.calibration.evaluate import calibrated
from simulations.calibration.model import Calibration
from simulations.scenario import Load, Scenario
from tests.builders import (
    MONDAY,
    NAME,
    SOURCE,
    a_correction,
    a_pool,
    a_process,
    a_step,
    automatic,
    chance,
    fixed,
    in_seconds,
    simulated,
)

LOG = Source(kind="data", note="a log of the tests")
HOURS = OfficeHours(spans=("08:30-11:30", "14:30-18:00"))
WEEK = {
    day: tuple(0.0 if hour < 8 else rate * (2.0 if hour < 12 else 1.0) for hour in range(24))
    for day, rate in ((1, 1.6), (2, 1.0), (3, 1.0), (4, 1.0), (5, 0.4))
}
"""Twice as many in the morning, most of them on Mondays."""

CHECK = Gamma(mean=900, shape=2.5)
DECIDE = Pert(low=300, mode=900, high=2_400)
SURVEY = Lognormal(median=1_200, sigma=0.5)
FILE = Exponential(mean=400)

FIRM = ChoiceAttribute(
    slug="firm", name=NAME, options={"small": 5, "middle": 3, "large": 2}, source=SOURCE
)
LOCAL = FlagAttribute(slug="local", name=NAME, share=0.35, source=SOURCE)

PROCESS: Process = a_process(
    a_step("file", in_seconds(FILE), pool="window"),
    a_step("check", in_seconds(CHECK), after=["file"], rework=a_correction("file", 0.2, 2, 30_000)),
    a_step("survey", in_seconds(SURVEY), pool="site", after=["check"], when=chance(0.3)),
    a_step("local", fixed(300), after=["check"], when=Is(attribute="local")),
    a_step("large", fixed(600), after=["check"], when=Is(attribute="firm", value="large")),
    a_step(
        "simple",
        fixed(200),
        after=["check"],
        when=Not(condition=Is(attribute="firm", value="small")),
    ),
    a_step("decide", in_seconds(DECIDE), after=["survey", "local", "large", "simple"]),
    automatic("publish", fixed(20), "decide"),
    attributes=(LOCAL, FIRM),
)
POOLS: tuple[Pool, ...] = (
    a_pool(2, HOURS, "window"),
    a_pool(5, HOURS, "desk"),
    a_pool(1, HOURS, "site"),
)
ARRIVALS = Arrivals(per_working_day=40, hours=HOURS, week=WEEK, source=SOURCE)


def scenario(arrivals: Arrivals = ARRIVALS, cases: int = 4_000) -> Scenario:
    """Cases of the known process on the known staff."""
    load = Load(process=PROCESS, arrivals=arrivals, cases=cases)
    return Scenario(name="known", loads=(load,), pools=POOLS, start=MONDAY, seed=5)


def assumed() -> Scenario:
    """What somebody would assume who knows the steps and nothing else."""
    blind = PROCESS.changed(
        steps=tuple(
            step.changed(
                time=step.time.changed(duration=fixed(3_600)),
                when=chance(0.5) if step.slug == "survey" else step.when,
                rework=a_correction("file", 0.5, 2, 60) if step.rework else None,
            )
            for step in PROCESS.steps
        ),
        attributes=(
            LOCAL.changed(share=0.5),
            FIRM.changed(options={"small": 1, "middle": 1, "large": 1}),
        ),
    )
    load = Load(
        process=blind, arrivals=Arrivals(per_working_day=10, source=SOURCE), working_days=20
    )
    pools = tuple(a_pool(1, slug=pool.slug) for pool in POOLS)
    return Scenario(name="blind", loads=(load,), pools=pools, start=MONDAY)


@lru_cache(maxsize=1)
def log() -> EventLog:
    """The log of the known scenario."""
    return simulated(scenario(), official=official_calendar(MONDAY))


@lru_cache(maxsize=1)
def calibration() -> Calibration:
    """The calibration of that log by somebody who knows the steps only."""
    return calibrated(log(), assumed(), LOG)
