"""The networks that are simulated: queues, company opening, and the peer's company net."""

from benchmarks.building import (
    AROUND_THE_CLOCK,
    BENCHMARK,
    DAY,
    gamma,
    lognormal,
    loop,
    pool,
    process,
    scenario,
    work,
)
from flows.company.opening import PROCESS
from models.arrivals import Arrivals
from models.distributions import Exponential
from simulations.scenario import Scenario

GAP = 1_000
"""Mean seconds between two arrivals at the queues."""
LOAD = 0.8
"""Utilisation of the queues."""
TANDEM = 5
"""Stations of the tandem."""

OPENING_STAFF = {
    "market-regulation": 5,
    "public-security": 1,
    "seal-shop": 4,
    "tax": 3,
    "hrss": 2,
    "medical-insurance": 2,
    "housing-fund": 2,
    "service-center": 2,
}
OPENING_A_DAY = 12


def company(cases: int) -> Scenario:
    """The peer's company net, by hand from its files, which are not part of the project.

    The peer's exponential gap of 900 s runs on the wall clock, and whoever would come while the
    office is closed comes at the next opening, which makes 28 arrivals a day.
    """
    again = loop("accept", 0.15)
    steps = (
        work("accept", "counter", gamma(1_200, 360_000)),
        work("review", "reviewer", lognormal(1_800, 1_440_000), ("accept",), rework=again),
        work("seal", "seal-shop", Exponential(mean=900), ("review",)),
        work("tax", "tax", lognormal(1_200, 810_000), ("review",)),
        work("social", "social", gamma(1_080, 518_400), ("review",)),
        work("issue", "counter", Exponential(mean=300), ("seal", "tax", "social")),
    )
    staff = {"counter": 4, "reviewer": 3, "seal-shop": 2, "tax": 2, "social": 2}
    return scenario(
        process("company", *steps),
        Arrivals(per_working_day=28, source=BENCHMARK),
        cases,
        tuple(pool(slug, count) for slug, count in staff.items()),
    )


def stations(count: int, servers: int, cases: int) -> Scenario:
    """So many M/M/c stations in a row, open around the clock."""
    slugs = [f"station-{number + 1}" for number in range(count)]
    service = Exponential(mean=service_mean(servers))
    steps = [
        work(slug, slug, service, (before,) if before else ())
        for before, slug in zip(["", *slugs], slugs, strict=False)
    ]
    return scenario(
        process("stations", *steps),
        Arrivals(per_working_day=DAY / GAP, hours=AROUND_THE_CLOCK, source=BENCHMARK),
        cases,
        tuple(pool(slug, servers, AROUND_THE_CLOCK) for slug in slugs),
    )


def service_mean(servers: int) -> float:
    """Mean service time at LOAD."""
    return LOAD * servers * GAP


def waiting_mean(servers: int) -> float:
    """Mean wait of an M/M/c queue at LOAD, in seconds (Erlang C)."""
    offered = LOAD * servers
    blocked = 1.0
    for server in range(1, servers + 1):
        blocked = offered * blocked / (server + offered * blocked)
    delayed = blocked / (1 - LOAD * (1 - blocked))
    return delayed * service_mean(servers) / (servers * (1 - LOAD))


def opening(cases: int, scale: int = 1) -> Scenario:
    """Company opening after all reforms, with ``scale`` times the staff and arrivals."""
    return scenario(
        PROCESS.reformed(),
        Arrivals(per_working_day=OPENING_A_DAY * scale, source=BENCHMARK),
        cases,
        tuple(pool(slug, count * scale) for slug, count in OPENING_STAFF.items()),
    )
