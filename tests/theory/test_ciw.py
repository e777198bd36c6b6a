"""Customer by customer against Ciw 3.2.7: the same arrivals and services, the same times.

Ciw interrupts service when its servers leave and resumes it when they return
(``Schedule(preemption="resume")``), which is work in office hours. The draws are made here and
handed to both.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import ciw
import numpy as np
import numpy.typing as npt
import pytest

from models.pool import OfficeHours
from models.working_time import official_calendar
from simulations.compile import compile_scenario
from simulations.kernel.tables import Int32, Int64
from simulations.replication import Buffers, columns, gather, schedule
from simulations.sampling import sample_load
from tests.builders import (
    ALWAYS,
    HOUR,
    MONDAY,
    OFFICE,
    a_load,
    a_pool,
    a_process,
    a_scenario,
    a_step,
    chance,
    fixed,
)
from tests.simulations.hours import together

OFFICIAL = official_calendar(MONDAY)
EARLY = OfficeHours(spans=("07:30-11:00", "12:00-14:30"))
END = 150 * 24 * HOUR
CLOSE = 1e-6

Times = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Station:
    """So many people with these hours."""

    people: int
    hours: OfficeHours = OFFICE

    def shifts(self) -> Any:
        """Ciw's schedule of the station: nobody, everybody, nobody, ..."""
        if self.hours is ALWAYS:
            return self.people
        intervals = together(frozenset((self.hours,)), OFFICIAL).intervals
        ends = [float(time) for interval in intervals for time in interval]
        numbers = [0, self.people] * len(intervals)
        return ciw.Schedule(numbers_of_servers=numbers, shift_end_dates=ends, preemption="resume")


@dataclass(frozen=True)
class Customers:
    """Arrivals and one column of whole seconds of service a station; class 0 goes first."""

    arrival: Int64
    service: Int32
    rank: Int64


class Given(ciw.dists.Distribution):  # type: ignore[misc] # Ciw has no types
    """Each customer's own service time."""

    def __init__(self, service: Int32) -> None:
        self.service = service.tolist()

    def sample(self, t: object = None, ind: Any = None) -> float:  # noqa: ARG002 - Ciw's own signature
        """Service time of the individual; Ciw numbers them from 1."""
        return float(self.service[ind.id_number - 1])


def drawn(count: int, gap: float, means: Sequence[float], urgent: float = 0) -> Customers:
    """So many customers, some of whom come at night."""
    draws = np.random.default_rng(20230120)
    arrival = 9 * HOUR + np.cumsum(1 + draws.exponential(gap, count).astype(np.int64))
    work = draws.gamma(2, np.array(means) / 2, (count, len(means)))
    rank = np.where(draws.random(count) < urgent, 0, 1)
    return Customers(arrival, 1 + work.astype(np.int32), rank)


def kernel_times(stations: Sequence[Station], customers: Customers) -> tuple[Times, Times]:
    """Start and end of each customer (row) at each station (column)."""
    steps = [
        a_step(f"s{n}", fixed(1), pool=f"p{n}", after=() if n == 0 else (f"s{n - 1}",))
        for n in range(len(stations))
    ]
    load = a_load(a_process(*steps), len(customers.arrival), urgent=chance(0))
    pools = [a_pool(s.people, s.hours, slug=f"p{n}") for n, s in enumerate(stations)]
    scenario = a_scenario(load, pools=pools)
    compiled = compile_scenario(scenario, OFFICIAL)
    sample = replace(
        sample_load(scenario, load, 0, OFFICIAL),
        arrival=customers.arrival,
        priority=customers.rank.astype(np.int8),
        draws=customers.service,
    )
    cases, capacity = gather(scenario, compiled.network, [sample])
    log = columns(schedule(compiled.network, cases, capacity, Buffers(), OFFICIAL))
    start, end = np.zeros(customers.service.shape), np.zeros(customers.service.shape)
    start[log["case"], log["step"]] = log["started"]
    end[log["case"], log["step"]] = log["completed"]
    return start, end


def ciw_times(stations: Sequence[Station], customers: Customers) -> tuple[Times, Times]:
    """The same from Ciw's records; an interrupted service has several."""
    start = np.full(customers.service.shape, np.inf)
    end = np.zeros(customers.service.shape)
    for record in ciw_records(stations, customers):
        place = record.id_number - 1, record.node - 1
        start[place] = min(start[place], record.service_start_date)
        if record.record_type == "service":
            end[place] = record.service_end_date
    return start, end


def ciw_records(stations: Sequence[Station], customers: Customers) -> list[Any]:
    """Run Ciw until everybody has left."""
    ciw.seed(0)
    ranks = {f"class {rank}": rank for rank in np.unique(customers.rank).tolist()}
    nodes = range(len(stations))
    onward = [[float(to == node + 1) for to in nodes] for node in nodes]
    services = [Given(customers.service[:, node]) for node in nodes]
    none = [None] * (len(stations) - 1)
    network = ciw.create_network(
        arrival_distributions={
            name: [gaps(customers.arrival[customers.rank == rank]), *none]
            for name, rank in ranks.items()
        },
        service_distributions=dict.fromkeys(ranks, services),
        priority_classes=ranks if len(ranks) > 1 else dict.fromkeys(ranks, 0),
        number_of_servers=[station.shifts() for station in stations],
        routing=dict.fromkeys(ranks, onward),
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(END)
    return list(simulation.get_all_records())


def gaps(arrival: Int64) -> Any:
    """Ciw's arrivals: the times between, and then no more."""
    return ciw.dists.Sequential([*np.diff(arrival, prepend=0).tolist(), float("inf")])


def assert_same_times(stations: Sequence[Station], customers: Customers) -> None:
    ours, theirs = kernel_times(stations, customers), ciw_times(stations, customers)
    assert ours[1].max() < END
    np.testing.assert_allclose(ours[0], theirs[0], rtol=0, atol=CLOSE)
    np.testing.assert_allclose(ours[1], theirs[1], rtol=0, atol=CLOSE)
    assert_busy(stations, customers, *ours)


def assert_busy(
    stations: Sequence[Station], customers: Customers, start: Times, end: Times
) -> None:
    """Most customers wait at the first station, and closing hours interrupt many a service."""
    assert (start[:, 0] > customers.arrival).mean() > 0.5
    if any(station.hours is not ALWAYS for station in stations):
        assert (end - start > customers.service).mean() > 0.05


@pytest.mark.parametrize("people", [1, 3])
def test_work_in_office_hours(people: int) -> None:
    customers = drawn(600, 3 * HOUR / people, [0.41 * HOUR])
    assert_same_times([Station(people)], customers)


def test_stations_in_a_row_with_hours_of_their_own() -> None:
    customers = drawn(500, 1.6 * HOUR, [0.35 * HOUR, 0.9 * HOUR, 0.3 * HOUR])
    assert_same_times([Station(2), Station(3, EARLY), Station(1, ALWAYS)], customers)


@pytest.mark.parametrize("people", [1, 3])
@pytest.mark.parametrize("hours", [ALWAYS, OFFICE], ids=["always", "office"])
def test_urgent_customers_first(people: int, hours: OfficeHours) -> None:
    gap = 3 * HOUR if hours is OFFICE else 0.47 * HOUR
    customers = drawn(600, gap / people, [0.41 * HOUR], urgent=0.3)
    assert_same_times([Station(people, hours)], customers)
