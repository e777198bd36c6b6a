"""The intake: new cases of a process, as drawn, handed to the workers.

In a county that runs on the system the portal opens cases; against mock departments this flow
does, on the working days of its schedule.
"""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

import numpy as np
from prefect import flow, get_client, get_run_logger

from flows.catalogue import process as named_process
from flows.live.flow import surroundings
from flows.live.surroundings import CLOSING, Surroundings
from flows.live.sweep import start_cases
from integrations.departments.clock import OfficialClock
from integrations.store.records import StoredRun
from models.case_draws import Stream, attribute_values
from models.process import Process
from models.said import Said, in_chinese, said
from models.working_time import OfficialCalendar


def case_id(run: int, process: str, number: int) -> str:
    """The name of a run's case, for instance ``3-company-opening-00012``."""
    return f"{run}-{process}-{number:05}"


def live_run(world: Surroundings, process: Process) -> StoredRun:
    """The run that new cases of this definition belong to; a changed definition gets another."""
    digest = sha256(process.model_dump_json().encode()).hexdigest()[:8]
    name = f"live-{process.slug}-{digest}"
    world.store.begin_run(name, "live", [process], world.clock.epoch, variant="to-be")
    return world.store.run(name)


def open_cases(world: Surroundings, process: Process, count: int, *, seed: int = 1) -> list[str]:
    """Open ``count`` more cases in the process's live run; their names."""
    run = live_run(world, process)
    numbers = range(run.cases, run.cases + count)
    values = attribute_values(process, Stream(seed, 0, process.slug), run.cases + count)
    plain = {name: np.asarray(column).tolist() for name, column in values.items()}
    arrival = world.clock.epoch + timedelta(seconds=world.clock.now())
    for number in numbers:
        world.store.open_case(
            run.id,
            case_id(run.id, process.slug, number),
            process.slug,
            {name: column[number] for name, column in plain.items()},
            arrival,
            number=number,
        )
    return [case_id(run.id, process.slug, number) for number in numbers]


async def intake_cases(world: Surroundings, process: str, cases: int) -> list[str]:
    """Open so many cases of a process, after all its reforms, and start them."""
    names = open_cases(world, named_process(process).reformed(), cases)
    async with get_client() as client:
        await start_cases(client, process, dict.fromkeys(names))
    return names


def closed_for_good(clock: OfficialClock, calendar: OfficialCalendar) -> Said | None:
    """Why no more cases are taken in, if the official calendar is about to end."""
    today = (clock.epoch + timedelta(seconds=clock.now())).date()
    last = calendar.last
    if today + CLOSING <= last:
        return None
    return said(
        f"官方日历到 {last} 为止，今天是 {today}，不再收件；用 --holidays 给出下一年的放假安排",
        f"the official calendar ends on {last} and today is {today}: no more cases are taken in; "
        "give the next year's holidays with --holidays",
    )


@flow(name="intake", flow_run_name="intake/{process}", persist_result=False)
async def intake(process: str, cases: int) -> list[str]:
    """The day's new cases of a process; none once the official calendar is about to end."""
    world = surroundings()
    if reason := closed_for_good(world.clock, world.ruler.calendar):
        get_run_logger().warning("%s %s", in_chinese(reason), reason)
        return []
    names = await intake_cases(world, process, cases)
    get_run_logger().info("%s: %s", process, names)
    return names
