"""SimPy's side: one process a customer, a Resource a pool, every visit recorded."""

import random
from collections.abc import Generator
from dataclasses import dataclass
from typing import Any

import simpy

from benchmarks.measure import Elapsed, Run, Stopwatch
from benchmarks.networks import GAP, service_mean

Events = Generator[Any, Any, None]
Record = tuple[float, float, float]
"""Enabled, started, completed."""


@dataclass
class Stations:
    """So many M/M/c stations in a row."""

    count: int
    servers: int
    customers: int

    def __call__(self, number: int) -> Run:
        """Simulate until the last customer has left."""
        draws = random.Random(number)  # noqa: S311 - no secret
        env = simpy.Environment()
        stations = [simpy.Resource(env, self.servers) for _ in range(self.count)]
        records: list[Record] = []
        env.process(self._source(env, stations, draws, records))
        watch = Stopwatch()
        env.run()
        return run_of(records, self.customers, watch.read())

    def _source(
        self, env: Any, stations: list[Any], draws: random.Random, records: list[Record]
    ) -> Events:
        for _ in range(self.customers):
            yield env.timeout(draws.expovariate(1 / GAP))
            env.process(self._customer(env, stations, draws, records))

    def _customer(
        self, env: Any, stations: list[Any], draws: random.Random, records: list[Record]
    ) -> Events:
        rate = 1 / service_mean(self.servers)
        for station in stations:
            enabled = env.now
            with station.request() as request:
                yield request
                started = env.now
                yield env.timeout(draws.expovariate(rate))
            records.append((enabled, started, env.now))


def run_of(records: list[Record], cases: int, elapsed: Elapsed) -> Run:
    """The records of one run, counted."""
    waiting = sum(started - enabled for enabled, started, _ in records) / len(records)
    return Run(cases, len(records), elapsed, waiting)
