"""A case without Prefect: patience, and going on where another run left off."""

import asyncio
from pathlib import Path

from flows.live.case_run import CaseRun
from tests.flows.live.worlds import SCENARIO, open_store, world

SLOW = 60.0
"""Official time passes so slowly that no department is done within a test."""
FAST = 500_000.0


def test_a_case_that_only_waits_gives_up_its_place_and_is_taken_up_again(tmp_path: Path) -> None:
    async def go() -> tuple[bool, set[tuple[str, int]], int, bool]:
        with open_store(tmp_path) as store:
            async with world(store, speed=SLOW, patience=0.3) as (found, name):
                first = CaseRun(found.case(name), store, found.counter, found.clock, found.patience)
                over = await first.run(first.visit)
                waiting = set(first.waiting)
                in_flight = len(store.history(name).in_flight)
            async with world(store, speed=FAST, name=name) as (found, name):
                second = CaseRun(found.case(name), store, found.counter, found.clock)
                finished = await second.run(second.visit)
            assert store.case(name).status == "done"
        return over, waiting, in_flight, finished

    over, waiting, in_flight, finished = asyncio.run(go())
    assert not over
    assert waiting
    assert in_flight == len(waiting)
    assert finished


def test_a_case_keeps_its_times_when_it_is_gone_on_with(tmp_path: Path) -> None:
    """When a visit became ready is written once; a later run does not move it."""

    async def go() -> None:
        with open_store(tmp_path) as store:
            async with world(store, speed=SLOW, patience=0.3) as (found, name):
                for _ in range(2):
                    run = CaseRun(
                        found.case(name), store, found.counter, found.clock, found.patience
                    )
                    await run.run(run.visit)
                    seen = store.history(name).in_flight
                    times = {(v.step, v.visit): (v.ready, v.enabled) for v in seen}
                    if _ == 0:
                        before = times
            assert times == before

    asyncio.run(go())


def test_documents_are_in_the_store_with_their_department(tmp_path: Path) -> None:
    async def go() -> None:
        with open_store(tmp_path) as store:
            async with world(store, speed=FAST) as (found, name):
                run = CaseRun(found.case(name), store, found.counter, found.clock)
                await run.run(run.visit)
            issued = store.documents(name)
            process = SCENARIO.loads[0].process
            kinds = {kind.zh for step in process.steps for kind in step.produces}
            assert issued
            assert {document.kind for document in issued} <= kinds
            assert {document.owner for document in issued} <= set(process.owners)

    asyncio.run(go())
