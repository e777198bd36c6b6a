"""Several stations: tandem (Burke, Jackson), feedback (Kelly), fork and join (Flatto and Hahn)."""

import numpy as np

from models.event import EventLog
from tests.builders import a_correction, a_process, a_step, automatic, exponential, fixed
from tests.theory.formulas import (
    feedback_sojourn,
    fork_join_two,
    mean_visits,
    mmc_wait,
)
from tests.theory.intervals import assert_agrees
from tests.theory.stations import (
    RUN_IN,
    SERVICE,
    Floats,
    desks,
    poisson,
    replications,
    sojourns,
    waits,
)

COUNT = 60
RATE = 0.7 / SERVICE


def test_stations_in_a_row_wait_as_if_each_were_alone() -> None:
    """M/M/3, then M/M/1, then M/M/2: what leaves one is a Poisson stream to the next."""
    process = a_process(
        a_step("first", exponential(3 * SERVICE), pool="three"),
        a_step("second", exponential(SERVICE), pool="one", after=("first",)),
        a_step("third", exponential(2 * SERVICE), pool="two", after=("second",)),
    )
    pools = [desks(3, "three"), desks(1, "one"), desks(2, "two")]
    logs = replications([poisson(process, RATE, 40_000)], pools, COUNT)
    found = np.array([[waits(log, step).mean() for step in range(3)] for log in logs])
    for step, (people, service) in enumerate(((3, 3), (1, 1), (2, 2))):
        assert_agrees(found[:, step], mmc_wait(RATE, service * SERVICE, people), 0.03)


def test_what_leaves_a_station_is_a_poisson_stream() -> None:
    """Burke: gaps between departures are exponential and do not depend on each other."""
    process = a_process(a_step("only", exponential(SERVICE)))
    logs = replications([poisson(process, RATE, 40_000)], [desks(1)], COUNT)
    found = np.array([gap_figures(log) for log in logs])
    assert_agrees(found[:, 0], 1 / RATE, 0.01)
    assert_agrees(found[:, 1], 1, 0.01)
    assert_agrees(1 + found[:, 2], 1, 0.01)


def gap_figures(log: EventLog) -> tuple[float, float, float]:
    """Mean, coefficient of variation and serial correlation of the gaps between departures."""
    gaps = np.diff(np.sort(log.completed)[RUN_IN:-RUN_IN]).astype(np.float64)
    correlation = np.corrcoef(gaps[:-1], gaps[1:])[0, 1]
    return float(gaps.mean()), float(gaps.std() / gaps.mean()), float(correlation)


def test_times_in_two_stations_in_a_row_are_independent() -> None:
    """Reich: the sojourns of a customer in two M/M/1 queues in a row are independent."""
    process = a_process(
        a_step("first", exponential(SERVICE), pool="one"),
        a_step("second", exponential(SERVICE), pool="two", after=("first",)),
    )
    pools = [desks(1, "one"), desks(1, "two")]
    logs = replications([poisson(process, RATE, 40_000)], pools, COUNT)
    found = [float(np.corrcoef(*two_sojourns(log))[0, 1]) for log in logs]
    assert_agrees([1 + value for value in found], 1, 0.02)


def two_sojourns(log: EventLog) -> Floats:
    """Time in the first and the second station of the cases that count."""
    spent = np.zeros((2, log.cases))
    spent[log.step, log.case] = log.completed - log.enabled
    return spent[:, RUN_IN:]


def test_feedback_to_the_same_desk() -> None:
    """At most ten returns, each with chance a half; visits and total time of a case.

    A customer's class is how often he will still return. Classes share one exponential service,
    so the station is a quasi-reversible (Kelly) station with the load of all visits together.
    """
    again, most = 0.5, 10
    visits = mean_visits(again, most)
    rate = 0.7 / (visits * SERVICE)
    step = a_step("desk", exponential(SERVICE), rework=a_correction("desk", again, most))
    load = poisson(a_process(step), rate, 20_000)
    logs = replications([load], [desks(1)], COUNT)
    found = np.array([(len(log) / log.cases, sojourns(log).mean()) for log in logs])
    assert_agrees(found[:, 0], visits, 0.005)
    assert_agrees(found[:, 1], feedback_sojourn(rate, SERVICE, visits), 0.03)


def test_feedback_through_another_station() -> None:
    """Office, then check; one in four goes back to the office, at most twice."""
    again, most = 0.25, 2
    visits = mean_visits(again, most)
    process = a_process(
        a_step("office", exponential(SERVICE), pool="office"),
        a_step(
            "check",
            exponential(SERVICE),
            pool="check",
            after=("office",),
            rework=a_correction("office", again, most),
        ),
    )
    rate = 0.7 / (visits * SERVICE)
    pools = [desks(1, "office"), desks(1, "check")]
    logs = replications([poisson(process, rate, 25_000)], pools, COUNT)
    expected = 2 * feedback_sojourn(rate, SERVICE, visits)
    assert_agrees([sojourns(log).mean() for log in logs], expected, 0.03)


def test_two_branches_and_their_join() -> None:
    process = a_process(
        a_step("left", exponential(SERVICE), pool="left"),
        a_step("right", exponential(SERVICE), pool="right"),
        automatic("join", fixed(0), "left", "right"),
    )
    pools = [desks(1, "left"), desks(1, "right")]
    logs = replications([poisson(process, RATE, 40_000)], pools, COUNT)
    found = np.array([(sojourns(log).mean(), waits(log, 0).mean()) for log in logs])
    assert_agrees(found[:, 0], fork_join_two(RATE, SERVICE), 0.02)
    assert_agrees(found[:, 1], mmc_wait(RATE, SERVICE, 1), 0.03)
