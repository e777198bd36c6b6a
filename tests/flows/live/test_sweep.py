"""The sweep against a real Prefect server: cases without a run, scheduled, waiting, answered."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID

import pytest
from prefect import State, get_client
from prefect.client.schemas.filters import FlowRunFilter, FlowRunFilterName
from prefect.client.schemas.sorting import FlowRunSort
from prefect.states import Crashed, Pending, Running, Suspended

from flows.live.case_run import CaseRun, Counter
from flows.live.deployments import deployments, register
from flows.live.surroundings import Surroundings
from flows.live.sweep import start_cases, sweep_once
from integrations.departments.contract import Application, ApplicationState
from integrations.store.store import Store
from models.errors import DepartmentUnavailableError
from models.said import said
from tests.flows.live.worlds import CALENDAR, open_store, world

SLUG = "company-opening"


async def last_run(case: str) -> tuple[UUID, str]:
    named = FlowRunFilter(name=FlowRunFilterName(any_=[f"{SLUG}/{case}"]))
    async with get_client() as client:
        runs = await client.read_flow_runs(
            flow_run_filter=named, sort=FlowRunSort.EXPECTED_START_TIME_DESC
        )
    assert runs[0].state is not None
    return runs[0].id, str(runs[0].state.name)


async def force(run: UUID, state: object) -> None:
    async with get_client() as client:
        await client.set_flow_run_state(run, state, force=True)  # type: ignore[arg-type]


async def wait_at_a_department(around: Surroundings, name: str) -> None:
    run = CaseRun(around.case(name), around.store, around.counter, around.clock, 0.3)
    await run.run(run.visit)


async def looked_after(store: Store) -> list[dict[str, int]]:
    """What each sweep did, from a case that nobody runs to one that waits for its department."""
    found: list[dict[str, int]] = []

    async def sweep(around: Surroundings) -> None:
        found.append({str(action): count for action, count in (await sweep_once(around)).items()})

    async with world(store, speed=60.0) as (around, name):
        await sweep(around)  # nobody runs it: started
        await sweep(around)  # a worker will: left
        run, state = await last_run(name)
        assert state == "Scheduled"
        await wait_at_a_department(around, name)
        await force(run, Suspended(timeout_seconds=3_600))
        await sweep(around)  # no answer yet: left
    return found


def test_no_open_case_is_forgotten(tmp_path: Path) -> None:
    async def go() -> list[dict[str, int]]:
        await register(deployments([SLUG], {SLUG: 2}, CALENDAR, 30, tmp_path), {"tax": 3})
        with open_store(tmp_path) as store:
            return await looked_after(store)

    found = asyncio.run(go())
    assert found == [{"started": 1}, {"left": 1}, {"left": 1}]


def test_a_case_whose_run_crashed_gets_another(tmp_path: Path) -> None:
    async def go() -> tuple[dict[str, int], bool]:
        await register(deployments([SLUG], {}, CALENDAR, 30, tmp_path), {})
        with open_store(tmp_path) as store:
            async with world(store, speed=60.0) as (around, name):
                await sweep_once(around)
                first, _ = await last_run(name)
                await force(first, Crashed())
                done = await sweep_once(around)
                second, _ = await last_run(name)
        return {str(action): count for action, count in done.items()}, first != second

    done, is_new = asyncio.run(go())
    assert done == {"started": 1}
    assert is_new


def test_a_case_that_is_started_twice_gets_one_run(tmp_path: Path) -> None:
    async def go() -> int:
        await register(deployments([SLUG], {}, CALENDAR, 30, tmp_path), {})
        with open_store(tmp_path) as store:
            async with world(store, speed=60.0) as (around, name), get_client() as client:
                await start_cases(client, SLUG, {name: None})
                await sweep_once(around)
                await start_cases(client, SLUG, {name: None})
                named = FlowRunFilter(name=FlowRunFilterName(any_=[f"{SLUG}/{name}"]))
                return len(await client.read_flow_runs(flow_run_filter=named))

    assert asyncio.run(go()) == 1


@pytest.mark.parametrize("state", [Pending, Running])
def test_a_run_whose_worker_is_gone_is_given_up(
    tmp_path: Path, state: Callable[[], State[object]]
) -> None:
    async def go() -> tuple[list[dict[str, int]], str, bool]:
        await register(deployments([SLUG], {}, CALENDAR, 30, tmp_path), {})
        with open_store(tmp_path) as store:
            async with world(store, speed=60.0) as (around, name):
                await sweep_once(around)
                first, _ = await last_run(name)
                await force(first, state())
                store.lease(name, "a worker", 30)
                held = await sweep_once(around, given_up=timedelta(0))
                store.release(name, "a worker")
                fresh = await sweep_once(around)
                late = await sweep_once(around, given_up=timedelta(0))
                second, _ = await last_run(name)
            async with get_client() as client:
                left = (await client.read_flow_run(first)).state
        done = [{str(a): count for a, count in each.items()} for each in (held, fresh, late)]
        return done, "" if left is None else left.name or "", first != second

    done, left, is_new = asyncio.run(go())
    assert done == [{"left": 1}, {"left": 1}, {"started": 1}]
    assert left == "Crashed"
    assert is_new


def test_an_answered_case_is_resumed(tmp_path: Path) -> None:
    async def go() -> tuple[dict[str, int], str]:
        await register(deployments([SLUG], {}, CALENDAR, 30, tmp_path), {})
        with open_store(tmp_path) as store:
            async with world(store, speed=20_000.0) as (around, name):
                await sweep_once(around)
                run, _ = await last_run(name)
                await wait_at_a_department(around, name)
                await force(run, Suspended(timeout_seconds=3_600))
                done: dict[str, int] = {}
                while "resumed" not in done and store.open_cases():
                    await asyncio.sleep(0.2)
                    done = {str(a): count for a, count in (await sweep_once(around)).items()}
                _, state = await last_run(name)
        return done, state

    done, state = asyncio.run(go())
    assert done == {"resumed": 1}
    assert state != "Suspended"


@dataclass
class Away:
    """Departments that give no answer until they are there again."""

    there: Counter
    away: bool = True
    calls: int = 0

    async def apply(
        self, department: str, key: str, application: Application, wait: float = 0
    ) -> ApplicationState:
        """See ``Counter``."""
        self._check()
        return await self.there.apply(department, key, application, wait)

    async def status(self, department: str, identity: str, wait: float = 0) -> ApplicationState:
        """See ``Counter``."""
        self._check()
        return await self.there.status(department, identity, wait)

    def _check(self) -> None:
        self.calls += 1
        if self.away:
            raise DepartmentUnavailableError(said("不在", "away"))


def test_a_case_waits_for_a_department_that_is_away_and_goes_on_when_it_is_back(
    tmp_path: Path,
) -> None:
    async def go() -> tuple[dict[str, int], int, dict[str, int], int]:
        await register(deployments([SLUG], {}, CALENDAR, 30, tmp_path), {})
        with open_store(tmp_path) as store:
            async with world(store, speed=60.0) as (inner, name):
                doors = Away(inner.counter)
                around = replace(inner, counter=doors)
                await sweep_once(around)
                first, _ = await last_run(name)
                await wait_at_a_department(around, name)
                assert store.history(name).in_flight
                await force(first, Suspended(timeout_seconds=3_600))
                doors.calls = 0
                shut = await sweep_once(around)
                tries = doors.calls
                doors.away = False
                back = await sweep_once(around)
                same = int((await last_run(name))[0] == first)
        plain = [{str(a): n for a, n in done.items()} for done in (shut, back)]
        return plain[0], tries, plain[1], same

    shut, tries, back, same = asyncio.run(go())
    assert shut == {"left": 1}
    assert tries <= 2  # a department that is away is asked once a sweep
    assert (back, same) == ({"resumed": 1}, 1)
