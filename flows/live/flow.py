"""Any process as a Prefect flow: a case a run, a visit a task.

The flow run of a case is named ``company-opening/<case id>``, a task run after the step's owner and
the step. ``after`` shows as the tasks' dependencies; followers start when the rules of
``models.routing`` say so. What the flow needs (event store, departments, clock) is handed over in
the context ``SURROUNDINGS``; a worker builds it from its environment.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine, Mapping
from contextlib import asynccontextmanager, nullcontext
from contextvars import ContextVar
from functools import lru_cache
from typing import Any
from uuid import uuid4

from prefect import Flow, State, Task, flow, get_run_logger, task
from prefect.artifacts import acreate_markdown_artifact
from prefect.cache_policies import NO_CACHE
from prefect.concurrency.asyncio import concurrency
from prefect.context import AsyncClientContext, SyncClientContext
from prefect.flow_runs import asuspend_flow_run
from prefect.runtime import flow_run
from prefect.settings import get_current_settings

from flows.catalogue import process as named_process
from flows.live.case_report import case_markdown
from flows.live.case_run import CaseRun, LiveCase
from flows.live.surroundings import Surroundings, from_environment
from integrations.store.patience import patiently
from models.event import StepEvent
from models.routing import Ready, Visit

SURROUNDINGS: ContextVar[Surroundings | None] = ContextVar("surroundings", default=None)
ARRIVAL: ContextVar[int] = ContextVar("arrival", default=-1)
"""The clock's ticket for the case that arrives."""
LEASE_SECONDS = 30
"""Real seconds after which a run that is gone no longer holds its case."""
RUN: ContextVar[CaseRun] = ContextVar("run")
READY: ContextVar[Ready] = ContextVar("ready")


@asynccontextmanager
async def shared_clients() -> AsyncIterator[None]:
    """Flow runs inside share Prefect's clients.

    Each would otherwise open three, and read all root certificates for every one of them.
    """
    with SyncClientContext.get_or_create():
        async with AsyncClientContext.get_or_create():
            yield


def surroundings() -> Surroundings:
    """What was handed over, or what the environment describes."""
    return SURROUNDINGS.get() or from_environment()


@lru_cache(maxsize=512)
def _task(owner: str, step: str, family: str) -> Task[..., Coroutine[Any, Any, str]]:
    """The task of a step. Its tags are what Prefect's own limits and filters go by.

    It returns a word only: Prefect searches whole results for the states of other tasks.
    """

    @task(
        name=f"{owner}/{step}",
        task_run_name=f"{owner}/{step} #{{visit}}",
        tags=[f"department:{owner}", f"family:{family}"],
        cache_policy=NO_CACHE,
        persist_result=False,
    )
    async def perform(case: str, visit: int) -> str:  # noqa: ARG001 - seen in the UI
        run, ready = RUN.get(), READY.get()
        event = await run.visit(ready)
        if event is None:
            return "waiting"
        run.finished[ready.key] = event
        return event.outcome

    return perform


class _Tasks:
    """Performs visits as tasks of one flow run, each after the task that made it ready."""

    def __init__(self, run: CaseRun, capacities: Mapping[str, int]) -> None:
        self.run = run
        self.capacities = capacities
        self.states: dict[Visit, State[Any]] = {}

    async def __call__(self, ready: Ready) -> StepEvent | None:
        """Perform one visit."""
        READY.set(ready)
        owner, process = ready.step.owner, self.run.case.process
        before = [
            state for slug in ready.step.after for state in (self._last(slug),) if state is not None
        ]
        limited = owner in self.capacities
        slot = concurrency(f"department:{owner}", occupy=1) if limited else nullcontext()
        async with slot:
            state = await _task(owner, ready.step.slug, process.family)(
                self.run.case.id, ready.visit + 1, return_state=True, wait_for=before
            )
        self.states[ready.key] = state
        if not state.is_completed():
            await state.result()  # raises what the visit raised
        return self.run.finished.get(ready.key)

    def _last(self, slug: str) -> State[Any] | None:
        visits = [visit for step, visit in self.states if step == slug]
        return self.states[slug, max(visits)] if visits else None


async def run_case(case_id: str) -> str:
    """Bring one case forward; ``done``, or ``waiting`` when it was suspended.

    A suspended run gives its worker back; ``flows.live.sweep`` resumes it when a department has
    answered.
    """
    world = surroundings()
    case = await patiently(world.store, lambda: world.case(case_id))
    holder = flow_run.get_id() or uuid4().hex
    async with _lease(world, case_id, holder) as free:
        if not free:
            get_run_logger().warning("%s is being brought forward by another run", case_id)
            return "elsewhere"
        done = await _forward(world, case)
    if done:
        return "done"
    await asuspend_flow_run(timeout=world.suspended_for, key=uuid4().hex)
    return "waiting"


async def _forward(world: Surroundings, case: LiveCase) -> bool:
    """Bring the case as far as it goes; whether it is over."""
    store = world.store
    run = await patiently(
        store, lambda: CaseRun(case, store, world.counter, world.clock, world.patience)
    )
    RUN.set(run)
    if not await run.run(_Tasks(run, world.capacities), ARRIVAL.get()):
        get_run_logger().info("%s waits for: %s", case.id, sorted(s for s, _ in run.waiting))
        return False
    events = (await patiently(store, lambda: store.history(case.id))).events
    markdown = case_markdown(case.id, case.process, events, world.ruler)
    name = case.process.name
    described = f"{name.zh} {name.en} {case.id}"
    await acreate_markdown_artifact(markdown, key=artifact_key(case.id), description=described)
    return True


@asynccontextmanager
async def _lease(world: Surroundings, case_id: str, holder: str) -> AsyncIterator[bool]:
    """Whether the case is ours; renewed as long as the context lasts."""

    async def renew() -> None:
        while True:
            await asyncio.sleep(LEASE_SECONDS / 3)
            await held()

    async def held() -> bool:
        return await patiently(
            world.store, lambda: world.store.lease(case_id, holder, LEASE_SECONDS)
        )

    if not await held():
        yield False
        return
    renewing = asyncio.create_task(renew())
    try:
        yield True
    finally:
        renewing.cancel()
        await patiently(world.store, lambda: world.store.release(case_id, holder))


def artifact_key(case_id: str) -> str:
    """The key of a case's timing artifact: small letters, digits and dashes."""
    return "timing-" + "".join(c if c.isalnum() else "-" for c in case_id.lower())


@lru_cache(maxsize=256)
def live_flow(slug: str) -> Flow[[str], Coroutine[Any, Any, str]]:
    """The flow of a process. Raises UnknownNameError if the catalogue does not have it."""
    name = named_process(slug).name
    return flow(
        name=slug,
        flow_run_name=case_run_name(slug, "{case_id}"),
        description=f"{name.zh} / {name.en}",
        persist_result=False,
        # Nothing is kept there; unless it is named every flow run asks the server for it, twice.
        result_storage=get_current_settings().results.local_storage_path,
        validate_parameters=True,
    )(_entry(slug))


def case_run_name(process: str, case_id: str) -> str:
    """The name of a case's flow run."""
    return f"{process}/{case_id}"


def _entry(slug: str) -> Callable[[str], Coroutine[Any, Any, str]]:
    async def case(case_id: str) -> str:
        return await run_case(case_id)

    # A deployment finds its flow again by module and name; see __getattr__.
    case.__name__ = case.__qualname__ = slug.replace("-", "_")
    return case


def __getattr__(name: str) -> Flow[[str], Coroutine[Any, Any, str]]:
    """Flows by module attribute, ``flows.live.company_opening``: a deployment's entry point."""
    if name.startswith("_"):
        raise AttributeError(name)
    return live_flow(name.replace("_", "-"))
