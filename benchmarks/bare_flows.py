"""Bare Prefect flows of the same shape as our cases, with nothing to do."""

import asyncio
from typing import Any

from prefect import State, flow, task
from prefect.cache_policies import NO_CACHE

from models.event import EventLog, StepEvent

Shape = list[tuple[int, int | None]]
"""Visits by number, each with the one that made it ready (None: the arrival)."""


@task(cache_policy=NO_CACHE, persist_result=False)
async def bare_task(visit: int) -> int:
    """A visit with nothing to do."""
    return visit


@flow(name="bare", flow_run_name="bare/{number}", persist_result=False)
async def bare_flow(number: int, visits: Shape) -> None:  # noqa: ARG001 - its name
    """The tasks of one case, each after the one that made it ready."""
    done: dict[int, asyncio.Task[State[int]]] = {}

    async def perform(visit: int, previous: int | None) -> State[int]:
        before = [] if previous is None else [await done[previous]]
        call: Any = bare_task  # Prefect's types do not know that an async task's state is awaited
        state: State[int] = await call(visit, return_state=True, wait_for=before)
        return state

    for visit, previous in visits:
        done[visit] = asyncio.ensure_future(perform(visit, previous))
    await asyncio.gather(*done.values())


def shapes(log: EventLog) -> list[Shape]:
    """Each case's visits with their predecessors, in the order in which they became ready."""
    events: list[StepEvent] = list(log.events())
    found: list[Shape] = [[] for _ in range(log.cases)]
    for place, event in enumerate(events):
        found[event.case].append((place, event.previous))
    return found
