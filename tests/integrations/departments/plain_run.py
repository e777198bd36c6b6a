"""Cases run on the skipping clock straight at the mock departments: no HTTP, no store."""

import asyncio
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

import numpy as np

from integrations.departments.clock import SkippingClock
from integrations.departments.job import Job, Order
from integrations.departments.offices import Offices
from models.case_draws import Stream, attribute_values
from models.event import EventLog, LoggedStep, StepEvent
from models.process import Process
from models.routing import Ready, Routing, Visit
from models.working_time import official_calendar
from simulations.sampling import sample_load
from simulations.scenario import Scenario


@dataclass
class PlainRun:
    """All cases of a scenario with one load; the log afterwards in ``log``."""

    scenario: Scenario
    events: dict[int, StepEvent] = field(default_factory=dict)
    """Visits by ticket, that is in the order in which they became ready."""
    tickets: dict[tuple[int, str, int], int] = field(default_factory=dict)
    before: dict[int, tuple[int, Visit] | None] = field(default_factory=dict)

    def __post_init__(self) -> None:
        (load,) = self.scenario.loads
        self.process: Process = load.process
        self.calendar = official_calendar(self.scenario.start)
        self.sample = sample_load(self.scenario, load, 0, self.calendar)
        count = len(self.sample.arrival)
        stream = Stream(self.scenario.seed, 0, self.process.slug)
        self.values = attribute_values(self.process, stream, count)
        self.clock = SkippingClock(self.calendar.epoch)
        self.offices = Offices(
            [self.process], self.scenario.pools, self.calendar, seed=self.scenario.seed
        )
        self.clock.works = self.offices
        self.serial = 0

    def log(self) -> EventLog:
        """Run all cases; their log in order of becoming ready."""
        arrivals = [
            (int(time), partial(self._case, case)) for case, time in enumerate(self.sample.arrival)
        ]
        asyncio.run(self.clock.drive(arrivals))
        places = {ticket: place for place, ticket in enumerate(sorted(self.events))}
        records = []
        for ticket in sorted(self.events):
            case_before = self.before[ticket]
            place = None
            if case_before is not None:
                case, (step, visit) = case_before
                place = places[self.tickets[case, step, visit]]
            records.append(self.events[ticket].changed(previous=place))
        steps = tuple(LoggedStep.of(self.process.slug, step) for step in self.process.steps)
        return EventLog.of(records, steps, self.calendar.epoch)

    async def _case(self, case: int, arrival: int) -> None:
        values = {name: np.asarray(column)[case] for name, column in self.values.items()}
        routing = Routing(self.process, values)
        async with asyncio.TaskGroup() as group:
            self._launch(case, routing, routing.begin(), group)
            self.clock.end(arrival)

    def _launch(
        self, case: int, routing: Routing, ready: list[Ready], group: asyncio.TaskGroup
    ) -> None:
        for entry, ticket in zip(ready, self.clock.begin(len(ready)), strict=True):
            self.tickets[case, *entry.key] = ticket
            self.before[ticket] = None if entry.previous is None else (case, entry.previous)
            group.create_task(self._visit(case, routing, entry, ticket, group))

    async def _visit(
        self, case: int, routing: Routing, entry: Ready, ticket: int, group: asyncio.TaskGroup
    ) -> None:
        await self.clock.turn(ticket)
        ready = self.moment(self.clock.now())
        rank = int(self.sample.priority[case])
        order = Order(self.process.slug, entry.step.slug, case, entry.visit, rank)
        if entry.correction:
            own = Order(*order_of(order), purpose="correct", corrects=entry.previous)
            await self._done(own, ticket)
        elif entry.step.visit is not None:
            await self._done(Order(*order_of(order), purpose="attend"), ticket)
        job = await self._done(order, ticket)
        assert job.started is not None
        assert job.completed is not None
        self.events[ticket] = StepEvent(
            case=case,
            process=self.process.slug,
            step=entry.step.slug,
            visit=entry.visit,
            owner=entry.step.owner,
            resource=job.resource,
            ready=ready,
            enabled=self.moment(job.enabled),
            started=self.moment(job.started),
            completed=self.moment(job.completed),
            outcome="correction" if job.correction else "done",
            work=job.work,
            batch=job.batch,
            queue=job.queue,
            priority=job.priority,
        )
        following = routing.ended(*entry.key, correction=job.correction)
        self._launch(case, routing, following, group)
        self.clock.end(ticket)

    async def _done(self, order: Order, ticket: int) -> Job:
        self.serial += 1
        job = self.offices.job(str(self.serial), order)
        self.offices.submit(job, self.clock.now())
        if not (order.purpose != "perform" and job.is_done(self.clock.now())):
            await self.clock.pause(ticket, job.key)
        return job

    def moment(self, seconds: int) -> datetime:
        """An official second as a moment."""
        return self.calendar.epoch + timedelta(seconds=seconds)


def order_of(order: Order) -> tuple[str, str, int, int, int]:
    """The plain fields of an order."""
    return order.process, order.step, order.case, order.visit, order.rank
