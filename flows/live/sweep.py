"""The sweep: no open case is forgotten, whatever became of its flow run.

A case that waits for a department is suspended; when one of the departments has answered, its run
is resumed. A case whose run crashed, was cancelled, or vanished with its worker gets a new run.
Starting a case twice does no harm: what it has done is in the store, and departments do nothing
twice for one key.
"""

from __future__ import annotations

from collections import Counter
from typing import Literal

from prefect import flow, get_client, get_run_logger
from prefect.client.orchestration import PrefectClient
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterName
from prefect.client.schemas.objects import FlowRun
from prefect.client.schemas.sorting import FlowRunSort
from prefect.deployments import arun_deployment

from flows.live.case_run import request_key
from flows.live.flow import case_run_name, surroundings
from flows.live.surroundings import Surroundings
from integrations.departments.contract import APPLICANT, application_id
from integrations.departments.in_process import CLIENT
from integrations.departments.job import Purpose
from integrations.store.records import StoredCase, StoredVisit
from models.errors import DepartmentError

Action = Literal["resumed", "started", "left"]
UNDER_WAY = {"SCHEDULED", "PENDING", "RUNNING"}
APPLICANTS: tuple[Purpose, ...] = ("attend", "correct")
LIVE = "live"
"""The name of each process's deployment: ``company-opening/live``."""


async def sweep_once(world: Surroundings) -> dict[Action, int]:
    """Look after every open case once; how many were resumed, started anew, left alone."""
    done: Counter[Action] = Counter()
    async with get_client() as client:
        for case in world.store.open_cases():
            done[await _look_after(world, client, case)] += 1
    return dict(done)


async def _look_after(world: Surroundings, client: PrefectClient, case: StoredCase) -> Action:
    last = await _last_run(client, case)
    state = None if last is None or last.state is None else last.state.type.value
    if last is not None and state == "PAUSED":
        if not await _answered(world, case):
            return "left"
        await client.resume_flow_run(last.id)
        return "resumed"
    if state in UNDER_WAY and world.store.is_leased(case.id):
        return "left"
    if state in {"SCHEDULED", "PENDING"}:
        return "left"
    await start_case(case.process, case.id)
    return "started"


async def _last_run(client: PrefectClient, case: StoredCase) -> FlowRun | None:
    name = case_run_name(case.process, case.id)
    runs = await client.read_flow_runs(
        flow_run_filter=FlowRunFilter(name=FlowRunFilterName(any_=[name])),
        sort=FlowRunSort.EXPECTED_START_TIME_DESC,
        limit=1,
    )
    return runs[0] if runs else None


async def _answered(world: Surroundings, case: StoredCase) -> bool:
    """Whether a department, or the applicant, is done with something that the case waits for."""
    for visit in world.store.history(case.id).in_flight:
        for owner, application in _asked(visit):
            try:
                state = await world.counter.status(owner, application)
            except DepartmentError:  # not asked yet, or away: the next sweep looks again
                continue
            if state.over:
                return True
    return False


def _asked(visit: StoredVisit) -> list[tuple[str, str]]:
    """The applications that a visit in flight may wait for, each with its owner."""
    if visit.application is not None:
        return [(visit.owner, visit.application)]
    keys = (request_key(visit.case, visit.step, visit.visit, p) for p in APPLICANTS)
    return [(APPLICANT, application_id(CLIENT, APPLICANT, key)) for key in keys]


async def start_case(process: str, case_id: str) -> None:
    """Let a worker bring the case forward."""
    await arun_deployment(
        f"{process}/{LIVE}",
        parameters={"case_id": case_id},
        flow_run_name=case_run_name(process, case_id),
        timeout=0,
        as_subflow=False,
    )


@flow(name="sweep", persist_result=False)
async def sweep() -> dict[str, int]:
    """Look after every open case once."""
    done = await sweep_once(surroundings())
    get_run_logger().info("%s", done)
    return {str(action): count for action, count in done.items()}
