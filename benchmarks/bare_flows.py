"""Bare Prefect flows of the same shape as our cases: they wait where ours do, and do nothing."""

import asyncio
from collections.abc import Coroutine, Mapping
from functools import lru_cache
from typing import Any

from prefect import State, Task, flow, task
from prefect.cache_policies import NO_CACHE

from models.event import EventLog, StepEvent
from models.routing import Visit

Shape = list[tuple[str, str, int | None, float]]
"""Visits: owner, step, the number of the visit that made it ready (None: the arrival), and the real
seconds for which it waits."""
Waits = Mapping[tuple[int, Visit], float]
"""Real seconds that a visit of a case waited for the official clock, by the case's number."""


@lru_cache(maxsize=512)
def bare_task(owner: str, step: str) -> Task[..., Coroutine[Any, Any, int]]:
    """A visit with nothing to do but wait, named and tagged as ours is."""

    @task(
        name=f"{owner}/{step}",
        task_run_name=f"{owner}/{step} #{{visit}}",
        tags=[f"department:{owner}", "family:bare"],
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    async def perform(visit: int, wait: float) -> int:
        if wait:
            await asyncio.sleep(wait)
        return visit

    return perform


@flow(name="bare", flow_run_name="bare/{number}", persist_result=False)
async def bare_flow(number: int, visits: Shape) -> None:  # noqa: ARG001 - its name
    """The tasks of one case, each after the one that made it ready."""
    done: list[asyncio.Task[State[int]]] = []

    async def perform(
        number: int, owner: str, step: str, previous: int | None, wait: float
    ) -> State[int]:
        before = [] if previous is None else [await done[previous]]
        call: Any = bare_task(owner, step)  # Prefect's types do not know that a state is awaited
        state: State[int] = await call(number, wait, return_state=True, wait_for=before)
        return state

    for place, visit in enumerate(visits):
        done.append(asyncio.ensure_future(perform(place, *visit)))
    await asyncio.gather(*done)


def shapes(log: EventLog, waits: Waits | None = None) -> list[Shape]:
    """Each case's visits with their predecessors, in the order in which they became ready."""
    events: list[StepEvent] = list(log.events())
    found: list[Shape] = [[] for _ in range(log.cases)]
    places: list[int] = []
    for event in events:
        case = found[event.case]
        places.append(len(case))
        previous = None if event.previous is None else places[event.previous]
        wait = (waits or {}).get((event.case, (event.step, event.visit)), 0.0)
        case.append((event.owner, event.step, previous, wait))
    return found
