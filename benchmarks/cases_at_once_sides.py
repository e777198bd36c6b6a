"""The two sides of ``benchmarks.cases_at_once``: our cases and bare flows, on the same workers."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from prefect import get_client
from prefect.client.schemas.filters import (
    FlowRunFilter,
    FlowRunFilterName,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import StateType
from prefect.deployments.runner import RunnerDeployment
from prefect.types.entrypoint import EntrypointType

from benchmarks.bare_flows import bare_flow, shapes
from flows.live.case_worker import POOL
from flows.live.intake import intake_cases, live_run
from flows.live.surroundings import from_environment
from flows.live.sweep import STARTS
from models.event import EventLog
from models.process import Process
from workbench.children import Children

LOOK, TELL = 1.0, 30.0
"""Real seconds between two looks at how far it is, and between two lines about it."""
OVER = [StateType.COMPLETED, StateType.FAILED, StateType.CRASHED, StateType.CANCELLED]


def runs(name: str, states: list[StateType]) -> FlowRunFilter:
    """Flow runs whose names contain ``name``, in these states."""
    state = FlowRunFilterState(type=FlowRunFilterStateType(any_=states))
    return FlowRunFilter(name=FlowRunFilterName(like_=name), state=state)


async def failed_runs() -> list[str]:
    """Every flow run that failed or crashed, whatever its flow."""
    failed = FlowRunFilterStateType(any_=[StateType.FAILED, StateType.CRASHED])
    async with get_client() as client:
        found = await client.read_flow_runs(
            flow_run_filter=FlowRunFilter(state=FlowRunFilterState(type=failed))
        )
    return [f"flow run {run.name}: {run.state}" for run in found]


async def until(
    left: Callable[[], Awaitable[int]], what: str, minutes: float, children: Children
) -> None:
    """Return when nothing is left; TimeoutError, or ServiceError if a program has ended."""
    begun = told = time.monotonic()
    while count := await left():
        children.check()
        now = time.monotonic()
        if now - begun > 60 * minutes:
            raise TimeoutError(f"{count} {what} are not over after {minutes:g} minutes")
        if now - told > TELL:
            told = now
            print(f"{now - begun:5.0f} s: {count} {what} left", flush=True)
        await asyncio.sleep(LOOK)


async def our_side(
    process: Process, cases: int, minutes: float, children: Children
) -> tuple[str, list[str], float]:
    """Open the cases and wait for their end; their run, their names, seconds."""
    world = from_environment()
    begun = time.monotonic()
    names = await intake_cases(world, process.slug, cases)

    async def left() -> int:
        return len(world.store.open_cases())

    await until(left, "cases", minutes, children)
    seconds = time.monotonic() - begun
    async with get_client() as client:

        async def under_way() -> int:
            states = [state for state in StateType if state not in OVER]
            named = runs(f"{process.slug}/", states)
            return await client.count_flow_runs(flow_run_filter=named)

        await until(under_way, "flow runs of cases", 1, children)
    return live_run(world, process).name, names, seconds


async def bare_side(log: EventLog, minutes: float, children: Children) -> float:
    """As many bare flows of the same shapes; seconds until all are over."""
    deployment = RunnerDeployment.from_flow(
        bare_flow,
        name="crowd",
        work_pool_name=POOL,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )
    await deployment.aapply()
    found = shapes(log)
    begun = time.monotonic()
    async with get_client() as client:
        deployed = (await client.read_deployment_by_name("bare/crowd")).id
        places = asyncio.Semaphore(STARTS)

        async def start(number: int) -> None:
            asked = {"number": number, "visits": found[number]}
            async with places:
                await client.create_flow_run_from_deployment(deployed, parameters=asked)

        await asyncio.gather(*(start(number) for number in range(len(found))))

        async def left() -> int:
            over = await client.count_flow_runs(flow_run_filter=runs("bare/", OVER))
            return len(found) - over

        await until(left, "bare flows", minutes, children)
    return time.monotonic() - begun
