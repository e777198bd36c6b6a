"""Non-pre-emptive priorities against Cobham (1954), and Kleinrock's conservation law."""

from collections.abc import Iterator, Sequence

import numpy as np
import pytest

from models.distributions import Distribution, Exponential, Fixed, Uniform
from models.event import EventLog
from models.pool import Pool
from models.process import Process
from models.working_time import official_calendar
from simulations.sampling import sample_load
from simulations.scenario import Load
from tests.builders import a_process, a_scenario, a_step, chance, in_seconds
from tests.theory.formulas import cobham, cobham_many, pollaczek_khinchine
from tests.theory.intervals import assert_agrees
from tests.theory.stations import (
    RUN_IN,
    SERVICE,
    START,
    Floats,
    desks,
    poisson,
    replications,
)

COUNT = 60
URGENT = 0.3


def class_waits(loads: Sequence[Load], pools: Sequence[Pool], count: int) -> Iterator[list[float]]:
    """Mean wait of each class, best first, in each replication."""
    scenario = a_scenario(*loads, pools=pools, start=START)
    official = official_calendar(START)
    for number, log in enumerate(replications(loads, pools, count)):
        samples = [sample_load(scenario, load, number, official) for load in loads]
        order = np.argsort(np.concatenate([s.arrival for s in samples]), kind="stable")
        ranks = np.concatenate([s.priority for s in samples])[order]
        yield [wait_of(log, ranks == rank).mean() for rank in np.unique(ranks)]


def wait_of(log: EventLog, chosen: np.ndarray) -> Floats:
    rows = chosen[log.case] & (log.case >= RUN_IN)
    return (log.started - log.enabled)[rows].astype(np.float64)


@pytest.mark.parametrize("people", [1, 3])
def test_some_urgent_cases_of_one_process(people: int) -> None:
    rate = 0.7 * people / SERVICE
    process = a_process(a_step("service", in_seconds(Exponential(mean=SERVICE))))
    load = poisson(process, rate, 40_000).changed(urgent=chance(URGENT))
    found = np.array(list(class_waits([load], [desks(people)], COUNT)))
    rates = [rate * URGENT, rate * (1 - URGENT)]
    first, second = cobham_many(rates, SERVICE, people)
    assert_agrees(found[:, 0], first, 0.02)
    assert_agrees(found[:, 1], second, 0.03)


KINDS: list[tuple[Distribution, float]] = [
    (Uniform(low=0, high=SERVICE), SERVICE**2 / 3),
    (Exponential(mean=1.5 * SERVICE), 2 * (1.5 * SERVICE) ** 2),
    (Fixed(value=SERVICE), SERVICE**2),
]
"""Service of three processes and its second moment."""


def test_three_processes_ranked_one_after_another() -> None:
    shares = (0.2, 0.3, 0.2)
    means = [shape.mean for shape, _ in KINDS]
    rates = [share / mean for share, mean in zip(shares, means, strict=True)]
    loads = [
        poisson(process_of(name, shape), rate, round(1.2e8 * rate)).changed(rank=rank)
        for rank, name, (shape, _), rate in zip((1, 2, 4), "abc", KINDS, rates, strict=True)
    ]
    found = np.array(list(class_waits(loads, [desks(1)], COUNT)))
    moments = [moment for _, moment in KINDS]
    for place, expected in enumerate(cobham(rates, means, moments)):
        assert_agrees(found[:, place], expected, 0.03)
    assert_conserved(found, rates, means, moments)


def process_of(name: str, shape: Distribution) -> Process:
    return a_process(a_step("service", in_seconds(shape)), slug=name)


def assert_conserved(
    found: Floats, rates: Sequence[float], means: Sequence[float], moments: Sequence[float]
) -> None:
    """Waits weighted by the work they delay are what they would be first come, first served."""
    weights = np.array(rates) * np.array(means)
    total = sum(rates)
    second = sum(r * m for r, m in zip(rates, moments, strict=True)) / total
    fifo = pollaczek_khinchine(total, float(weights.sum()) / total, second)
    assert_agrees(found @ weights, fifo * float(weights.sum()), 0.03)
