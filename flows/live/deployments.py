"""What a Prefect server is told: a deployment a process, and the flows that look after them.

Every process has the deployment ``<slug>/live`` that workers run case by case. The intake of a
process is scheduled on official working days; the sweep and the deadline watch run all the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress

from prefect import get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectAlreadyExists
from prefect.schedules import Interval, RRule
from prefect.types.entrypoint import EntrypointType

from flows.live.case_worker import POOL, CaseWorker
from flows.live.flow import live_flow
from flows.live.intake import intake
from flows.live.schedules import ZONE, working_day_rule
from flows.live.sweep import LIVE, sweep
from flows.live.watch import deadline_watch
from models.working_time import OfficialCalendar

INTAKE_HOUR = 9
"""Local hour of the day's intake: when the counters open."""


def deployments(
    slugs: Iterable[str],
    intakes: Mapping[str, int],
    calendar: OfficialCalendar,
    every: float,
) -> list[RunnerDeployment]:
    """The deployments of these processes.

    ``intakes`` says how many cases each process takes in on a working day of ``calendar``;
    ``every`` is the real time between two sweeps, and two looks at the deadlines, in seconds.
    """
    found = [_of(live_flow(slug), LIVE) for slug in slugs]
    rule = working_day_rule(calendar, INTAKE_HOUR)
    found += [
        RunnerDeployment.from_flow(
            intake,
            name=slug,
            parameters={"process": slug, "cases": cases},
            schedule=RRule(rule, timezone=ZONE),
            work_pool_name=POOL,
            entrypoint_type=EntrypointType.MODULE_PATH,
        )
        for slug, cases in intakes.items()
    ]
    regular = Interval(every)
    return [*found, _of(sweep, "regular", regular), _of(deadline_watch, "regular", regular)]


def _of(flow: object, name: str, schedule: object = None) -> RunnerDeployment:
    return RunnerDeployment.from_flow(
        flow,  # type: ignore[arg-type]
        name=name,
        schedule=schedule,  # type: ignore[arg-type]
        concurrency_limit=None if schedule is None else 1,
        work_pool_name=POOL,
        entrypoint_type=EntrypointType.MODULE_PATH,
    )


async def register(found: Iterable[RunnerDeployment], capacities: Mapping[str, int]) -> None:
    """Tell the server of the work pool, the deployments and the departments' capacities."""
    template = CaseWorker.get_default_base_job_template()
    pool = WorkPoolCreate(name=POOL, type=CaseWorker.type, base_job_template=template)
    async with get_client() as client:
        with suppress(ObjectAlreadyExists):
            await client.create_work_pool(pool)
        for department, capacity in capacities.items():
            await client.upsert_global_concurrency_limit_by_name(
                f"department:{department}", capacity
            )
    for deployment in found:
        await deployment.aapply()
