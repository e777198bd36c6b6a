"""Simulates designs off the event loop: a first picture from few cases, then all of them.

One design at a time is simulated for a session; changes that come meanwhile are coalesced, and a
refinement that nobody waits for any more is given up. Variants meet the same cases.
"""

import asyncio
from collections import OrderedDict
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field

from models.base import text
from models.errors import OneThingError, SimulationError
from models.said import in_chinese, said
from simulations.experiment import Progress, run_experiment
from simulations.scenario import Scenario
from workbench.workshop.design import Design
from workbench.workshop.findings import Findings, Half
from workbench.workshop.session import Session

FEW_CASES = 300
"""Cases of the first picture."""

MOST_HELD = 8


class OvertakenError(Exception):
    """Internal: a newer design makes this simulation useless."""


@dataclass(eq=False)
class Simulator:
    """Simulates for all sessions of a server, on a few threads."""

    threads: ThreadPoolExecutor = field(
        default_factory=lambda: ThreadPoolExecutor(2, "workshop-simulation")
    )
    held: "OrderedDict[str, Half]" = field(default_factory=OrderedDict)
    running: dict[str, "asyncio.Task[None]"] = field(default_factory=dict)

    def request(self, session: Session) -> None:
        """Simulate the session's current design soon; calls while it runs are coalesced."""
        task = self.running.get(session.key)
        if task is None or task.done():
            loop = asyncio.get_running_loop()
            self.running[session.key] = loop.create_task(self._follow(session))

    async def settled(self, session: Session) -> None:
        """Wait until the session's design is fully simulated."""
        task = self.running.get(session.key)
        if task is not None:
            await task

    async def full(self, design: Design) -> Findings:
        """All cases of a design, for comparison."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self.threads, self.findings, design, True, None)

    def close(self) -> None:
        """Finish what runs and take nothing more."""
        self.threads.shutdown(wait=True, cancel_futures=True)

    async def _follow(self, session: Session) -> None:
        """Simulate until the newest design has been."""
        try:
            seen = -1
            while seen != session.version:
                seen = session.version
                session.busy = True
                await self._stage(session, full=False)
                if seen == session.version:
                    await self._stage(session, full=True)
        finally:
            session.busy = False
            self.running.pop(session.key, None)
            session.tell()

    async def _stage(self, session: Session, *, full: bool) -> None:
        wanted = session.version

        def stop_if_overtaken(_done: int) -> None:
            if session.version != wanted:
                raise OvertakenError

        loop = asyncio.get_running_loop()
        design = session.design
        try:
            found = await loop.run_in_executor(
                self.threads, self.findings, design, full, stop_if_overtaken
            )
        except OvertakenError:
            return
        except OneThingError as error:
            session.trouble = text(in_chinese(error.message), str(error))
            session.tell()
            return
        if session.version == wanted:
            session.findings, session.trouble = found, None
            session.tell()

    def findings(self, design: Design, full: bool, tell: Progress | None) -> Findings:
        """Simulate a design and the process as it was (which is held for the next time)."""
        before, now = design.before, design.scenario
        if not full:
            before, now = few(before), few(now)
        key = before.model_dump_json()
        held = self.held.pop(key, None) or _half(before, tell)
        self.held[key] = held
        while len(self.held) > MOST_HELD:
            self.held.popitem(last=False)
        return Findings(design, held, _half(now, tell), full)


def few(scenario: Scenario) -> Scenario:
    """The scenario with one replication of few cases, the first of those it has anyhow."""
    loads = tuple(load.changed(cases=FEW_CASES, working_days=None) for load in scenario.loads)
    rate = scenario.loads[0].arrivals.per_working_day
    days = scenario.loads[0].working_days
    if days is not None and rate * days < FEW_CASES:
        return scenario.changed(replications=1)
    return scenario.changed(loads=loads, replications=1)


def _half(scenario: Scenario, tell: Progress | None) -> Half:
    found = run_experiment(scenario, tell)
    if not found.result.effort.cases:
        raise SimulationError(said("没有办件到达；请增加到件量", "no case arrived; let more come"))
    return Half.of(scenario, found)
