"""Ciw's side: its own network of nodes, its own records."""

from dataclasses import dataclass

import ciw

from benchmarks.measure import Run, Stopwatch
from benchmarks.networks import GAP, service_mean


@dataclass
class Stations:
    """So many M/M/c stations in a row."""

    count: int
    servers: int
    customers: int

    def __call__(self, number: int) -> Run:
        """Simulate until so many customers have left, and collect the records."""
        ciw.seed(number)
        idle = [None] * (self.count - 1)
        onward = [[float(to == node + 1) for to in range(self.count)] for node in range(self.count)]
        service = ciw.dists.Exponential(rate=1 / service_mean(self.servers))
        network = ciw.create_network(
            arrival_distributions=[ciw.dists.Exponential(rate=1 / GAP), *idle],
            service_distributions=[service] * self.count,
            number_of_servers=[self.servers] * self.count,
            routing=onward,
        )
        simulation = ciw.Simulation(network)
        watch = Stopwatch()
        simulation.simulate_until_max_customers(self.customers)
        records = simulation.get_all_records()
        elapsed = watch.read()
        waiting = sum(record.waiting_time for record in records) / len(records)
        return Run(self.customers, len(records), elapsed, waiting)
