"""The worker: brings many cases forward side by side in one process.

Prefect's own process worker starts an interpreter a flow run; a case that is suspended and resumed
ten times would start ten. This one runs flows as tasks of its event loop, so a resumed case costs
no more than reading its history. Several workers, on several machines, share the work pool.
"""

from __future__ import annotations

import asyncio
from typing import Any

import anyio
import anyio.abc
from prefect.client.schemas.objects import FlowRun
from prefect.exceptions import Abort, InfrastructureNotFound, Pause
from prefect.flow_engine import run_flow
from prefect.flows import Flow, load_flow_from_flow_run
from prefect.settings import PREFECT_FLOWS_HEARTBEAT_FREQUENCY, temporary_settings
from prefect.workers.base import (
    BaseJobConfiguration,
    BaseVariables,
    BaseWorker,
    BaseWorkerResult,
)

from flows.live.flow import shared_clients

POOL = "onething"
"""The work pool that workers join."""
STARTING = 16
"""Flow runs that a worker brings to their start at a time.

Hundreds at once starve each other of the client's few connections until starts fail.
"""


class CaseWorkerResult(BaseWorkerResult):
    """The end of a flow run here; ``status_code`` 0 also for one that was suspended."""


class CaseWorker(BaseWorker[BaseJobConfiguration, BaseVariables, CaseWorkerResult]):
    """Runs flow runs of the pool in its own event loop.

    Its ``limit`` holds for flow runs that are being started, not for those under way: a case that
    waits for a department costs next to nothing.
    """

    type = "onething"
    job_configuration = BaseJobConfiguration
    _description = "Runs cases side by side in one process."

    def __init__(self, **options: Any) -> None:
        """Options are those of any Prefect worker, such as ``work_pool_name`` and ``limit``."""
        super().__init__(**{"limit": STARTING, **options})
        self.scopes: dict[str, anyio.CancelScope] = {}

    async def get_and_submit_flow_runs(self) -> list[FlowRun]:
        """Ask for work, unless as much is being started as may be."""
        if self.limiter.available_tokens < 1:
            return []
        return await super().get_and_submit_flow_runs()

    async def run(
        self,
        flow_run: FlowRun,
        configuration: BaseJobConfiguration,  # noqa: ARG002 - nothing is configured
        task_status: anyio.abc.TaskStatus[Any] | None = None,
    ) -> CaseWorkerResult:
        """Run a flow run to its end or to its suspension."""
        name = str(flow_run.id)
        with anyio.CancelScope() as scope:
            self.scopes[name] = scope
            if task_status is not None:
                task_status.started(name)
            try:
                code = await self._code(flow_run)
            finally:
                del self.scopes[name]
            return CaseWorkerResult(status_code=code, identifier=name)
        return CaseWorkerResult(status_code=1, identifier=name)

    async def _code(self, flow_run: FlowRun) -> int:
        flow: Flow[..., Any] = await load_flow_from_flow_run(flow_run)
        self.limiter.release_on_behalf_of(flow_run.id)
        try:
            if flow.isasync:
                running: Any = run_flow(flow, flow_run=flow_run, return_type="state")
                state = await running
            else:
                state = await asyncio.to_thread(
                    run_flow, flow, flow_run=flow_run, return_type="state"
                )
        except (Abort, Pause):  # taken by another worker, or suspended
            return 0
        return 0 if state.is_completed() else 1

    async def kill_infrastructure(
        self,
        infrastructure_pid: str,
        configuration: BaseJobConfiguration,  # noqa: ARG002 - of all kinds of workers
        grace_seconds: int = 30,  # noqa: ARG002 - a task is cancelled at once
    ) -> None:
        """Cancel a flow run that is under way here."""
        if infrastructure_pid not in self.scopes:
            raise InfrastructureNotFound(infrastructure_pid)
        self.scopes[infrastructure_pid].cancel()


def main() -> None:
    """Work until told to stop.

    Without Prefect's heartbeats: each is a thread of its own, and that a run is gone shows by the
    lease of its case.
    """
    with temporary_settings({PREFECT_FLOWS_HEARTBEAT_FREQUENCY: None}):
        anyio.run(_work)


async def _work() -> None:
    async with shared_clients():
        await CaseWorker(work_pool_name=POOL).start()


if __name__ == "__main__":
    main()
