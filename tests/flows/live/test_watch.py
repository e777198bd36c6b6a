"""The deadline watch marks a case before and at breach, each once."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from flows.live.case_run import CaseRun
from flows.live.watch import case_standings, watch
from models.limit import Limit
from models.process import Process
from models.source import plan
from tests.flows.live.worlds import CALENDAR, SCENARIO, open_store, world
from tests.model_builders import NAME, a_step
from workbench.defaults import pools_for

LIMIT = Limit(slug="three-days", name=NAME, most=3, unit="working_days", source=plan(7))
SLOW_OFFICE = Process(
    slug="slow",
    name=NAME,
    family="test",
    lead="tax",
    steps=(a_step("decide", owner="tax"),),
    limits=(LIMIT,),
)


SLOW = SCENARIO.changed(
    loads=(SCENARIO.loads[0].changed(process=SLOW_OFFICE, cases=1),),
    pools=pools_for([SLOW_OFFICE]),
)
"""One case that the tax office has in hand for a long time."""


def test_marks_are_made_once_as_days_go_by(tmp_path: Path) -> None:
    async def go() -> list[tuple[int, set[tuple[str, str]]]]:
        found: list[tuple[int, set[tuple[str, str]]]] = []
        with open_store(tmp_path) as store:
            async with world(store, speed=60.0, scenario=SLOW, patience=0.3) as (around, name):
                run = CaseRun(
                    around.case(name), store, around.counter, around.clock, around.patience
                )
                await run.run(run.visit)
                assert store.history(name).in_flight
                for days in (0, 0, 3, 30, 30):
                    clock = around.clock
                    later = replace(clock, started=clock.now() + days * 86_400)  # type: ignore[type-var]
                    marks = await watch(replace(around, clock=later))
                    found.append((days, {(new.mark.limit, new.mark.kind) for new in marks}))
        return found

    found = asyncio.run(go())
    # From a Tuesday: three working days later, Friday, is the last day; 30 days are too many.
    assert found == [
        (0, set()),
        (0, set()),
        (3, {("three-days", "warned")}),
        (30, {("three-days", "breached")}),
        (30, set()),
    ]


def test_an_open_case_stands_against_its_limits(tmp_path: Path) -> None:
    async def go() -> None:
        with open_store(tmp_path) as store:
            async with world(store, speed=60.0, scenario=SLOW, patience=0.3) as (around, name):
                run = CaseRun(
                    around.case(name), store, around.counter, around.clock, around.patience
                )
                await run.run(run.visit)
                now = CALENDAR.epoch + timedelta(seconds=around.clock.now())
                standings = {s.limit.slug: s for s in case_standings(around, name, now)}
                assert standings
                assert all(standing.state == "running" for standing in standings.values())

    asyncio.run(go())
