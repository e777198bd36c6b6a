"""The deadline watch: marks open cases before and at the breach of a limit, and says so.

Each mark is kept in the event store once and raised as a Prefect event,
``onething.limit.warned`` or ``onething.limit.breached``, to which automations can be tied.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from prefect import flow, get_run_logger
from prefect.events import emit_event

from flows.live.flow import surroundings
from flows.live.surroundings import Surroundings
from integrations.store.patience import patiently
from integrations.store.records import Mark
from models.standing import Flight, Standing, standings


@dataclass(frozen=True)
class Marked:
    """A mark that is new, and how the case of this process stood when it was made."""

    process: str
    mark: Mark
    standing: Standing


async def watch(world: Surroundings) -> list[Marked]:
    """Mark every open case by its limits; the marks that are new."""
    now = world.clock.epoch + timedelta(seconds=world.clock.now())
    store = world.store
    found: list[Marked] = []
    for stored in await patiently(store, store.open_cases):
        for standing in await patiently(store, partial(case_standings, world, stored.id, now)):
            if standing.state == "running":
                continue
            mark = Mark(case=stored.id, limit=standing.limit.slug, kind=standing.state, at=now)
            noted = partial(store.mark, mark.case, mark.limit, mark.kind, mark.at)
            if await patiently(store, noted):
                found.append(Marked(stored.process, mark, standing))
    return found


def case_standings(world: Surroundings, case_id: str, now: datetime) -> list[Standing]:
    """How an open case stands against each of its limits."""
    history = world.store.history(case_id)
    process = world.process(history.case.run, history.case.process)
    flights = [
        Flight(visit.step, visit.visit, visit.ready, visit.enabled) for visit in history.in_flight
    ]
    return list(
        standings(process, history.case.attributes, history.events, flights, now, world.ruler)
    )


def _say(found: Marked) -> None:
    mark, standing = found.mark, found.standing
    emit_event(
        event=f"onething.limit.{mark.kind}",
        resource={
            "prefect.resource.id": f"onething.case.{mark.case}",
            "prefect.resource.name": mark.case,
            "onething.process": found.process,
        },
        payload={
            "limit": mark.limit,
            "used": standing.used,
            "most": standing.limit.most,
            "unit": standing.limit.unit,
            "official_time": mark.at.isoformat(),
        },
    )


@flow(name="deadline-watch", persist_result=False)
async def deadline_watch() -> int:
    """Look at all open cases once, raise an event for each new mark; how many there are."""
    marks = await watch(surroundings())
    for found in marks:
        _say(found)
        mark = found.mark
        get_run_logger().warning("%s: %s %s", mark.case, mark.limit, mark.kind)
    return len(marks)
