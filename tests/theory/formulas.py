"""Formulas of queueing theory, with their sources in docs/theory.md.

``rate`` is the arrival rate (customers a second), times are seconds, ``people`` the servers.
"""

from collections.abc import Sequence
from math import exp, factorial

from scipy.optimize import brentq


def erlang_c(rate: float, service: float, people: int) -> float:
    """The share of customers that wait in M/M/c."""
    offered = rate * service
    busy = offered**people / factorial(people) / (1 - offered / people)
    idle = sum(offered**n / factorial(n) for n in range(people))
    return busy / (idle + busy)


def mmc_wait(rate: float, service: float, people: int) -> float:
    """Mean wait in M/M/c."""
    return erlang_c(rate, service, people) * service / (people - rate * service)


def mm1_variance_of_wait(rate: float, service: float) -> float:
    """Variance of the wait in M/M/1."""
    load = rate * service
    return load * (2 - load) / (1 - load) ** 2 * service**2


def pollaczek_khinchine(rate: float, mean: float, second_moment: float) -> float:
    """Mean wait in M/G/1."""
    return rate * second_moment / (2 * (1 - rate * mean))


def cobham(
    rates: Sequence[float], means: Sequence[float], second_moments: Sequence[float]
) -> list[float]:
    """Mean wait of each class in M/G/1 with non-pre-emptive priorities, best class first."""
    rest = sum(r * m for r, m in zip(rates, second_moments, strict=True)) / 2
    waits: list[float] = []
    above = 0.0
    for rate, mean in zip(rates, means, strict=True):
        upto = above + rate * mean
        waits.append(rest / ((1 - above) * (1 - upto)))
        above = upto
    return waits


def cobham_many(rates: Sequence[float], service: float, people: int) -> list[float]:
    """The same for c servers and one exponential service for all classes."""
    total = sum(rates)
    rest = mmc_wait(total, service, people) * (1 - total * service / people)
    waits: list[float] = []
    above = 0.0
    for rate in rates:
        upto = above + rate * service / people
        waits.append(rest / ((1 - above) * (1 - upto)))
        above = upto
    return waits


def dm1_wait(gap: float, service: float) -> float:
    """Mean wait in D/M/1: the root of s = exp(-(1 - s) gap / service)."""
    root = brentq(lambda s: s - exp(-(1 - s) * gap / service), 1e-12, 1 - 1e-9)
    return float(root * service / (1 - root))


def mean_visits(again: float, most: int) -> float:
    """Visits if each is followed by another with this chance, at most ``most`` times."""
    return sum(again**n for n in range(most + 1))


def feedback_sojourn(rate: float, service: float, visits: float) -> float:
    """Time in an exponential station, all visits of a customer together."""
    return visits * service / (1 - rate * visits * service)


def fork_join_two(rate: float, service: float) -> float:
    """Mean time from the fork to the join of two exponential queues."""
    load = rate * service
    return (12 - load) / 8 * service / (1 - load)
