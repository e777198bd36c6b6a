"""One station against its formulas: M/M/c, M/G/1, D/M/1, M/G/infinity."""

from collections.abc import Iterator
from math import exp

import numpy as np
import pytest

from models.distributions import Distribution, Exponential, Fixed, Gamma, Lognormal, Uniform
from models.event import EventLog
from tests.builders import a_process, a_step, automatic, in_seconds
from tests.theory.formulas import (
    dm1_wait,
    erlang_c,
    mm1_variance_of_wait,
    mmc_wait,
    pollaczek_khinchine,
)
from tests.theory.intervals import assert_agrees
from tests.theory.stations import (
    SERVICE,
    desks,
    number_in_system,
    poisson,
    replications,
    use,
    waits,
)

MEMORYLESS = Exponential(mean=SERVICE)
COUNT = 60


def logs_of(service: Distribution, load: float, people: int = 1) -> Iterator[EventLog]:
    """Replications of a Poisson stream to one station."""
    process = a_process(a_step("service", in_seconds(service)))
    cases = poisson(process, load * people / service.mean, 35_000 if people == 1 else 60_000)
    return replications([cases], [desks(people)], COUNT)


@pytest.mark.parametrize(("load", "within"), [(0.5, 0.02), (0.7, 0.03)])
def test_mm1_mean_and_variance_of_the_wait(load: float, within: float) -> None:
    logs = logs_of(MEMORYLESS, load)
    moments = np.array([(w.mean(), w.var(), (w == 0).mean()) for w in map(waits, logs)])
    rate = load / SERVICE
    assert_agrees(moments[:, 0], mmc_wait(rate, SERVICE, 1), within)
    assert_agrees(moments[:, 1], mm1_variance_of_wait(rate, SERVICE), 3 * within)
    assert_agrees(moments[:, 2], 1 - load, 0.01)


@pytest.mark.parametrize("load", [0.6, 0.8])
def test_mm3_wait_and_share_that_waits(load: float) -> None:
    rate = 3 * load / SERVICE
    logs = logs_of(MEMORYLESS, load, 3)
    found = np.array([(w.mean(), (w > 0).mean(), (w > SERVICE).mean()) for w in map(waits, logs)])
    share = erlang_c(rate, SERVICE, 3)
    assert_agrees(found[:, 0], mmc_wait(rate, SERVICE, 3), 0.04)
    assert_agrees(found[:, 1], share, 0.02)
    assert_agrees(found[:, 2], share * exp(-3 * (1 - load)), 0.04)


SIGMA = 0.8
SHAPES = [
    (Fixed(value=SERVICE), 1.0),
    (Uniform(low=0, high=2 * SERVICE), 4 / 3),
    (Gamma(mean=SERVICE, shape=2), 1.5),
    (Lognormal(median=SERVICE / exp(SIGMA**2 / 2), sigma=SIGMA), exp(SIGMA**2)),
]
"""Service times and their second moment over the square of their mean."""


@pytest.mark.parametrize(("shape", "ratio"), SHAPES, ids=["fixed", "uniform", "gamma", "lognormal"])
def test_mg1_wait(shape: Distribution, ratio: float) -> None:
    rate = 0.7 / SERVICE
    found = [waits(log).mean() for log in logs_of(shape, 0.7)]
    assert_agrees(found, pollaczek_khinchine(rate, SERVICE, ratio * SERVICE**2), 0.03)


def test_dm1_wait() -> None:
    process = a_process(a_step("service", in_seconds(MEMORYLESS)))
    load = poisson(process, 0.7 / SERVICE, 40_000, Fixed(value=1))
    found = [waits(log).mean() for log in replications([load], [desks(1)], COUNT)]
    assert_agrees(found, dm1_wait(SERVICE / 0.7, SERVICE), 0.03)


@pytest.mark.parametrize("people", [1, 3])
def test_people_are_busy_for_rate_times_work(people: int) -> None:
    logs = logs_of(MEMORYLESS, 0.7, people)
    assert_agrees([use(log, people) for log in logs], 0.7, 0.01)


def test_steps_without_staff_hold_a_poisson_number_of_cases() -> None:
    """M/G/infinity: mean and variance are the rate times the mean time, whatever its shape."""
    process = a_process(automatic("system", in_seconds(Uniform(low=0, high=2 * SERVICE))))
    logs = replications([poisson(process, 5 / SERVICE, 40_000)], [], COUNT)
    moments = np.array([number_in_system(log) for log in logs])
    assert_agrees(moments[:, 0], 5, 0.01)
    assert_agrees(moments[:, 1], 5, 0.03)
