"""The sweep: no open case is forgotten, whatever became of its flow run.

A case that waits for a department is suspended; when one of the departments has answered, or one
that was away is there again, its run is resumed. A case whose run crashed, was cancelled, or
vanished with its worker gets a new run. Starting a case twice does no harm: what it has done is in
the store, and departments do nothing twice for one key.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Literal
from uuid import UUID

from prefect import flow, get_client, get_run_logger
from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterName
from prefect.client.schemas.objects import FlowRun, State, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.states import Crashed

from flows.live.case_run import request_key
from flows.live.flow import case_run_name, surroundings
from flows.live.surroundings import Surroundings
from integrations.departments.contract import APPLICANT, ApplicationState, application_id
from integrations.departments.in_process import CLIENT
from integrations.departments.job import Purpose
from integrations.store.patience import patiently
from integrations.store.records import StoredCase, StoredVisit
from models.errors import DepartmentError, DepartmentUnavailableError

Action = Literal["resumed", "started", "left"]
APPLICANTS: tuple[Purpose, ...] = ("attend", "correct")
LIVE = "live"
"""The name of each process's deployment: ``company-opening/live``."""
GIVEN_UP = timedelta(minutes=2)
"""Without a lease for so long, a run that was begun has lost its worker."""
CASES, RUNS = 50, 200
"""How many cases' runs are asked for at a time, and the most that the server tells of."""
STARTS = 8
"""Flow runs that are asked for side by side."""


async def sweep_once(world: Surroundings, *, given_up: timedelta = GIVEN_UP) -> dict[Action, int]:
    """Look after every open case once; how many were resumed, started anew, left alone."""
    done: Counter[Action] = Counter()
    store, asking = world.store, _Asking(world)
    async with get_client() as client:
        cases = await patiently(store, store.open_cases)
        alone = await patiently(
            store, lambda: [case for case in cases if not store.is_leased(case.id)]
        )
        done["left"] = len(cases) - len(alone)
        for part in range(0, len(alone), CASES):
            some = alone[part : part + CASES]
            runs = await _last_runs(client, [case_run_name(c.process, c.id) for c in some])
            for case in some:
                last = runs.get(case_run_name(case.process, case.id))
                done[await _look_after(asking, client, case, last, given_up)] += 1
    return {action: count for action, count in done.items() if count}


async def _look_after(
    asking: _Asking,
    client: PrefectClient,
    case: StoredCase,
    last: FlowRun | None,
    given_up: timedelta,
) -> Action:
    """What a case needs that nobody holds, given its last run."""
    if last is not None and last.state is not None:
        kind = last.state.type
        if kind == StateType.PAUSED:
            if not await asking.has_answered(case):
                return "left"
            await client.resume_flow_run(last.id)
            return "resumed"
        if kind == StateType.SCHEDULED:
            return "left"
        if kind in {StateType.PENDING, StateType.RUNNING, StateType.CANCELLING}:
            if datetime.now(UTC) - last.state.timestamp < given_up:
                return "left"
            gone: State[object] = Crashed(
                message="nobody holds the case: the worker of this run is gone"
            )
            await client.set_flow_run_state(last.id, gone, force=True)
    await start_cases(client, case.process, {case.id: None if last is None else last.id})
    return "started"


async def _last_runs(client: PrefectClient, names: list[str]) -> dict[str, FlowRun]:
    """The newest flow run of each name that has one."""
    found: dict[str, FlowRun] = {}
    while names:
        runs = await client.read_flow_runs(
            flow_run_filter=FlowRunFilter(name=FlowRunFilterName(any_=names)),
            sort=FlowRunSort.EXPECTED_START_TIME_DESC,
            limit=RUNS,
        )
        for run in runs:
            found.setdefault(run.name, run)
        names = [] if len(runs) < RUNS else [name for name in names if name not in found]
    return found


@dataclass
class _Asking:
    """What departments say in one sweep; one that is away is not asked again."""

    world: Surroundings
    away: set[str] = field(default_factory=set)

    async def has_answered(self, case: StoredCase) -> bool:
        """Whether anything that the case waits for is over, or can now be asked for."""
        store = self.world.store
        history = await patiently(store, lambda: store.history(case.id))
        for visit in history.in_flight:
            if await self._goes_on(visit):
                return True
        return False

    async def _goes_on(self, visit: StoredVisit) -> bool:
        if visit.application is not None:
            state = await self._state(visit.owner, visit.application)
            return state is not None and state.over
        states = [await self._asked(APPLICANT, visit, purpose) for purpose in APPLICANTS]
        known = [state for state in states if state is not None]
        if known:
            return any(state.over for state in known)
        # Nothing was asked for as yet: somebody was away. Are they there again?
        await self._asked(visit.owner, visit, "perform")
        return not self.away & {visit.owner, APPLICANT}

    async def _asked(
        self, owner: str, visit: StoredVisit, purpose: Purpose
    ) -> ApplicationState | None:
        key = request_key(visit.case, visit.step, visit.visit, purpose)
        return await self._state(owner, application_id(CLIENT, owner, key))

    async def _state(self, owner: str, application: str) -> ApplicationState | None:
        """The application's state; None if the department does not know it, or is away."""
        if owner in self.away:
            return None
        try:
            return await self.world.counter.status(owner, application)
        except DepartmentUnavailableError:
            self.away.add(owner)
        except DepartmentError:  # not asked for
            pass
        return None


async def start_cases(
    client: PrefectClient, process: str, cases: Mapping[str, UUID | None]
) -> None:
    """Let workers bring cases of a process forward; each with its last run, if it had one.

    Told twice, a case gets one run: the server knows the request by the case and its last run.
    """
    deployment = await client.read_deployment_by_name(f"{process}/{LIVE}")
    places = asyncio.Semaphore(STARTS)

    async def start(case_id: str, last: UUID | None) -> None:
        name = case_run_name(process, case_id)
        async with places:
            await client.create_flow_run_from_deployment(
                deployment.id,
                parameters={"case_id": case_id},
                name=name,
                idempotency_key=f"{name}/{last or 'first'}",
            )

    async with asyncio.TaskGroup() as starts:
        for case_id, last in cases.items():
            starts.create_task(start(case_id, last))


@flow(name="sweep", persist_result=False)
async def sweep() -> dict[str, int]:
    """Look after every open case once."""
    done = await sweep_once(surroundings())
    get_run_logger().info("%s", done)
    return {str(action): count for action, count in done.items()}
