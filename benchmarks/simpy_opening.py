"""SimPy's side of company opening: the same cases and durations, work in office hours only.

The cases are drawn by our own sampling, all at once, and that is timed on both sides. A server
holds its visit from when its turn comes, waits for the office to open and works through the open
hours in a single timeout: the quickest way in SimPy that keeps our meaning.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import Any

import simpy

from benchmarks.building import plain_calendar
from benchmarks.measure import Run, Stopwatch
from benchmarks.simpy_side import Events, Record, run_of
from models import graph
from models.working_time import OpenTime
from simulations.columns import StepColumns, layout
from simulations.compile import compile_scenario
from simulations.kernel.tables import SKIPPED
from simulations.sampling import sample_load
from simulations.scenario import Scenario


class Office:
    """A pool: its servers and its open hours."""

    def __init__(self, env: Any, count: int, hours: OpenTime) -> None:
        self.servers = simpy.Resource(env, count)
        self.start: list[int] = hours.start.tolist()
        self.end: list[int] = hours.end.tolist()
        self.before: list[int] = hours.before.tolist()

    def opening(self, time: int) -> int:
        """The first open moment at or after ``time``."""
        return max(time, self.start[bisect_right(self.end, time)])

    def done(self, begin: int, work: int) -> int:
        """When work begun in an open moment is done; work ending at closing ends at closing."""
        place = bisect_right(self.end, begin)
        opened = self.before[place] + begin - self.start[place] + work
        place = max(place, bisect_left(self.before, opened) - 1)
        return self.start[place] + opened - self.before[place]


class Opening:
    """The case's way through the steps; corrections go back to the step itself."""

    def __init__(self, env: Any, scenario: Scenario, offices: dict[str, Office]) -> None:
        process = scenario.loads[0].process
        self.env = env
        self.offices = offices
        self.steps = layout(process).steps
        place = {slug: number for number, slug in enumerate(process.after)}
        forward = graph.followers(process.after)
        self.after = [[place[name] for name in forward[slug]] for slug in process.after]
        self.pending = [len(before) for before in process.after.values()]
        self.records: list[Record] = []

    def arrivals(self, times: list[int], draws: list[list[int]]) -> Events:
        """Let the cases come."""
        for time, case in zip(times, draws, strict=True):
            yield self.env.timeout(time - self.env.now)
            self.env.process(self.walk(0, case, list(self.pending)))

    def walk(self, step: int, case: list[int], left: list[int]) -> Events:
        """Do the step and go on; a further branch becomes a process of its own."""
        while True:
            if case[self.steps[step].work] != SKIPPED:
                yield from self.visits(self.steps[step], case)
            ready = self.released(step, left)
            if not ready:
                return
            for other in ready[1:]:
                self.env.process(self.walk(other, case, left))
            step = ready[0]

    def released(self, step: int, left: list[int]) -> list[int]:
        """The steps for which nothing is left to wait for."""
        ready = []
        for after in self.after[step]:
            left[after] -= 1
            if left[after] == 0:
                ready.append(after)
        return ready

    def visits(self, columns: StepColumns, case: list[int]) -> Events:
        """Visit the step until nothing is to be corrected."""
        env = self.env
        delay = case[columns.delay] if columns.delay >= 0 else 0
        office = self.offices.get(columns.step.pool or "")
        for visit in range(columns.visits):
            ready = env.now + delay
            if office and columns.step.visit is not None:
                ready = office.opening(ready)
            if ready > env.now:
                yield env.timeout(ready - env.now)
            yield from self.work(office, case[columns.work + visit])
            if visit >= columns.most or case[columns.correction + visit] == SKIPPED:
                return
            delay = case[columns.correction + visit]

    def work(self, office: Office | None, work: int) -> Events:
        """One visit: without an office at once, else in turn and in open hours."""
        env = self.env
        enabled = started = env.now
        if office is None:
            yield env.timeout(work)
        else:
            with office.servers.request() as request:
                yield request
                started = office.opening(env.now)
                yield env.timeout(office.done(started, work) - env.now)
        self.records.append((enabled, started, env.now))


@dataclass
class OpeningRun:
    """Replications of company opening in SimPy."""

    scenario: Scenario

    def __call__(self, number: int) -> Run:
        """Simulate until the last case is done."""
        calendar = plain_calendar(self.scenario)
        hours = compile_scenario(self.scenario, calendar).open_times
        env = simpy.Environment()
        offices = {p.slug: Office(env, p.count, hours[p.slug]) for p in self.scenario.pools}
        network = Opening(env, self.scenario, offices)
        watch = Stopwatch()
        sample = sample_load(self.scenario, self.scenario.loads[0], number, calendar)
        env.process(network.arrivals(sample.arrival.tolist(), sample.draws.tolist()))
        env.run()
        return run_of(network.records, len(sample.arrival), watch.read())
