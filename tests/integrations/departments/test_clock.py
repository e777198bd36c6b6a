import asyncio
from datetime import datetime

import pytest

from integrations.departments.clock import RunningClock, SkippingClock
from integrations.departments.job import Job
from models.errors import SimulationError
from models.working_time import CHINA

EPOCH = datetime(2024, 1, 2, tzinfo=CHINA)


class Nothing:
    """Departments in which nothing ever happens."""

    def happen(self, now: int) -> list[Job]:  # noqa: ARG002
        return []

    def give_out(self, now: int) -> list[Job]:  # noqa: ARG002
        return []

    def next_time(self, now: int) -> int | None:  # noqa: ARG002
        return None


def test_visits_act_one_at_a_time_in_the_order_of_their_tickets() -> None:
    clock = SkippingClock(EPOCH, Nothing())
    acted: list[int] = []

    async def act(ticket: int) -> None:
        await clock.turn(ticket)
        acted.append(ticket)
        await asyncio.sleep(0)
        acted.append(ticket)
        clock.end(ticket)

    async def case(arrival: int) -> None:
        tickets = clock.begin(3)
        async with asyncio.TaskGroup() as group:
            for ticket in reversed(tickets):
                group.create_task(act(ticket))
            clock.end(arrival)

    asyncio.run(clock.drive([(5, case)]))
    assert acted == [1, 1, 2, 2, 3, 3]
    assert clock.now() == 5


def test_a_case_that_fails_ends_the_run_with_its_error() -> None:
    clock = SkippingClock(EPOCH, Nothing())

    async def fails(ticket: int) -> None:  # noqa: ARG001
        raise RuntimeError("broken")

    async def waits(ticket: int) -> None:
        await clock.pause(ticket, "never")

    with pytest.raises(RuntimeError, match="broken"):
        asyncio.run(clock.drive([(0, waits), (1, fails)]))


def test_waiting_for_what_never_happens_is_said() -> None:
    clock = SkippingClock(EPOCH, Nothing())

    async def waits(ticket: int) -> None:
        await clock.pause(ticket, "never")

    with pytest.raises(SimulationError, match="1 applications are never done"):
        asyncio.run(clock.drive([(0, waits)]))


def test_the_running_clock_runs_so_much_faster_than_the_wall() -> None:
    clock = RunningClock(EPOCH, 3_600, origin=1_000.0, speed=8_640)
    assert clock.real_seconds(86_400) == 10
    later = RunningClock(EPOCH, 3_600, origin=990.0, speed=8_640)
    assert abs(later.now() - clock.now() - 86_400) <= 8_640  # one second between two looks
    assert RunningClock.real(EPOCH).now() == pytest.approx(
        datetime.now(CHINA).timestamp() - EPOCH.timestamp(), abs=5
    )
