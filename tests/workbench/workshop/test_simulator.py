"""Simulating off the loop: first few cases, then all; newer designs overtake older ones."""

import asyncio

import pytest

from simulations.experiment import run_experiment
from tests.workbench.workshop.rooms import opening, session
from workbench.workshop.changes import choose_items, set_people
from workbench.workshop.session import Session
from workbench.workshop.simulator import FEW_CASES, Simulator


def followed(shared: Session) -> list[tuple[int, bool]]:
    """Cases and fullness of the findings in the order in which the session was told of them."""
    seen: list[tuple[int, bool]] = []

    def told() -> None:
        found = shared.findings
        if found is not None and (not seen or seen[-1][1] != found.full):
            seen.append((found.now.result.cases, found.full))

    shared.listeners.append(told)
    return seen


def test_a_first_picture_then_the_full_one() -> None:
    async def work() -> None:
        simulator, shared = Simulator(), session()
        seen = followed(shared)
        simulator.request(shared)
        await simulator.settled(shared)
        assert seen[0] == (FEW_CASES, False)
        assert seen[1][1]
        assert seen[1][0] > 9_000
        assert not shared.busy
        simulator.close()

    asyncio.run(work())


def test_findings_are_those_of_a_plain_experiment_and_differences_are_paired() -> None:
    simulator = Simulator()
    design = opening(5, 7, 8)
    found = simulator.findings(design, full=True, tell=None)
    assert found.now.result == run_experiment(design.scenario).result.processes[0]
    assert found.before.result == run_experiment(design.before).result.processes[0]
    hours = found.comparison.together.hours
    assert hours.low is not None
    assert hours.high is not None
    assert hours.low < hours.value < hours.high < 0
    simulator.close()


def test_the_same_design_differs_from_itself_by_nothing() -> None:
    simulator = Simulator()
    found = simulator.findings(opening(), full=False, tell=None)
    assert found.comparison.together.hours.value == 0
    assert found.now.measures == found.before.measures
    simulator.close()


def test_only_the_newest_of_many_changes_is_refined() -> None:
    async def work() -> None:
        simulator, shared = Simulator(), session()
        for people in range(2, 12):
            shared.change(set_people(shared.design, "tax", people), "张三")
            simulator.request(shared)
            await asyncio.sleep(0)
        await simulator.settled(shared)
        assert shared.findings is not None
        assert shared.findings.full
        assert shared.findings.design is shared.design
        simulator.close()

    asyncio.run(work())


def test_a_change_during_the_refinement_is_simulated_too() -> None:
    async def work() -> None:
        simulator, shared = Simulator(), session()
        changed: list[bool] = []

        def told() -> None:
            if shared.findings is not None and not changed:
                changed.append(True)
                shared.change(choose_items(shared.design, ()), "张三")

        shared.listeners.append(told)
        simulator.request(shared)
        await simulator.settled(shared)
        assert shared.findings is not None
        assert shared.findings.design is shared.design
        assert shared.findings.full
        simulator.close()

    asyncio.run(work())


def test_what_cannot_be_simulated_is_said(caplog: pytest.LogCaptureFixture) -> None:
    async def work() -> None:
        simulator, shared = Simulator(), session()
        late = shared.design.with_file(start="2026-12-30")
        shared.begin(late, shared.design.base.name, "张三")
        simulator.request(shared)
        await simulator.settled(shared)
        assert shared.trouble is not None
        assert "工作日" in shared.trouble["zh"]
        assert not shared.busy
        simulator.close()

    asyncio.run(work())
    assert not caplog.records
