"""What a Prefect server is told: a deployment a process, and the flows that look after them.

Every process has the deployment ``<slug>/live`` that workers run case by case. The intake of a
process and its timing report are scheduled on official working days; the sweep and the deadline
watch run all the time.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from prefect import Flow, get_client
from prefect.client.schemas.actions import WorkPoolCreate
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectAlreadyExists
from prefect.schedules import Interval, RRule, Schedule
from prefect.types.entrypoint import EntrypointType

from flows.catalogue import process
from flows.live.case_worker import POOL, CaseWorker
from flows.live.flow import live_flow
from flows.live.intake import intake
from flows.live.schedules import ZONE, working_day_rule
from flows.live.sweep import LIVE, sweep
from flows.live.timing_report import timing_report
from flows.live.watch import deadline_watch
from models.working_time import OfficialCalendar

INTAKE_HOUR, REPORT_HOUR = 9, 18
"""Local hours of the intake, when the counters open, and of the report, when they are shut."""


def deployments(
    slugs: Iterable[str],
    intakes: Mapping[str, int],
    calendar: OfficialCalendar,
    every: float,
    reports: Path,
) -> list[RunnerDeployment]:
    """The deployments of these processes.

    ``intakes`` says how many cases each process takes in on a working day of ``calendar``, after
    which its timing report is written below ``reports``; ``every`` is the real time between two
    sweeps, and two looks at the deadlines, in seconds.
    """
    found = [_of(live_flow(slug), LIVE, tags=_tags(slug)) for slug in slugs]
    opening = RRule(working_day_rule(calendar, INTAKE_HOUR), timezone=ZONE)
    evening = RRule(working_day_rule(calendar, REPORT_HOUR), timezone=ZONE)
    for slug, cases in intakes.items():
        asked = {"process": slug, "folder": str(reports)}
        found.append(_of(intake, slug, opening, {"process": slug, "cases": cases}))
        found.append(_of(timing_report, slug, evening, asked))
    regular = Interval(every)
    return [*found, _of(sweep, "regular", regular), _of(deadline_watch, "regular", regular)]


def _tags(slug: str) -> list[str]:
    """What cases of a process are found by: its family and the department that leads it."""
    found = process(slug)
    return [f"family:{found.family}", f"lead:{found.lead}"]


def _of(
    flow: Flow[..., Any],
    name: str,
    schedule: Schedule | None = None,
    parameters: dict[str, Any] | None = None,
    tags: list[str] | None = None,
) -> RunnerDeployment:
    return RunnerDeployment.from_flow(
        flow,
        name=name,
        schedule=schedule,
        parameters=parameters,
        tags=tags,
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
