"""The least that plain Python can do: one M/M/1 queue on ``heapq``, nothing but the loop."""

import random
from collections import deque
from dataclasses import dataclass
from heapq import heappop, heappush

from benchmarks.measure import Run, Stopwatch
from benchmarks.networks import GAP, service_mean
from benchmarks.simpy_side import Record, run_of

ARRIVAL, COMPLETION = 0, 1


@dataclass
class Queue:
    """An M/M/1 queue for so many customers."""

    customers: int

    def __call__(self, number: int) -> Run:
        """Simulate until the last customer has left."""
        draws = random.Random(number)  # noqa: S311 - no secret
        watch = Stopwatch()
        records = one_server(draws, self.customers)
        return run_of(records, self.customers, watch.read())


def one_server(draws: random.Random, customers: int) -> list[Record]:
    """The visits of an M/M/1 queue in order of completion."""
    exponential = draws.expovariate
    arriving, serving = 1 / GAP, 1 / service_mean(1)
    heap = [(exponential(arriving), ARRIVAL)]
    waiting: deque[float] = deque()
    records: list[Record] = []
    enabled = started = 0.0
    busy, left = False, customers
    while heap:
        now, kind = heappop(heap)
        if kind == ARRIVAL:
            waiting.append(now)
            left -= 1
            if left:
                heappush(heap, (now + exponential(arriving), ARRIVAL))
        else:
            records.append((enabled, started, now))
            busy = False
        if waiting and not busy:
            enabled, started, busy = waiting.popleft(), now, True
            heappush(heap, (now + exponential(serving), COMPLETION))
    return records
