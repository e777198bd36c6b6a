"""Every process runs as a Prefect flow, on the skipping clock, and is the simulation's twin."""

import asyncio
from collections.abc import Iterator

import pytest
from prefect import get_client
from prefect.client.schemas.filters import (
    ArtifactFilter,
    ArtifactFilterKey,
    FlowRunFilter,
    FlowRunFilterName,
)
from prefect.client.schemas.objects import StateType, TaskRun

from flows.catalogue import processes
from integrations.store.store import Store
from models.log_difference import log_difference
from simulations.experiment import run_experiment
from workbench.live_cases import one_process
from workbench.live_run import LiveRun, run_live


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    folder = tmp_path_factory.mktemp("flows")
    with Store.open(f"sqlite:///{folder / 'store.db'}") as opened:
        yield opened


@pytest.mark.parametrize("slug", sorted(processes()))
def test_each_process_runs_live_as_a_flow(slug: str, store: Store) -> None:
    scenario = one_process(slug, 1, 1, None, as_is=False)
    live = run_live(LiveRun(scenario, f"flow-{slug}"), store)
    found = log_difference(live, run_experiment(scenario).log)
    assert found.is_equal, found
    assert {case.status for case in store.cases(store.run(f"flow-{slug}").id)} == {"done"}


def test_the_server_knows_the_case_its_steps_and_its_timing(store: Store) -> None:
    scenario = one_process("company-opening", 1, 5, None, as_is=False)
    live = run_live(LiveRun(scenario, "names"), store)
    run = store.run("names").id
    case = f"{run}-company-opening-00000"

    async def seen() -> tuple[list[str], set[str], str]:
        named = FlowRunFilter(name=FlowRunFilterName(any_=[f"company-opening/{case}"]))
        async with get_client() as client:
            (flow_run,) = await client.read_flow_runs(flow_run_filter=named)
            # The server makes task runs of events, a moment after the tasks are over.
            tasks: list[TaskRun] = []
            while sum(task.state_type == StateType.COMPLETED for task in tasks) < len(live):
                await asyncio.sleep(0.05)
                tasks = await client.read_task_runs(flow_run_filter=named)
            keyed = ArtifactFilter(key=ArtifactFilterKey(any_=[f"timing-{case}"]))
            (artifact,) = await client.read_artifacts(artifact_filter=keyed)
        assert flow_run.state is not None
        assert flow_run.state.is_completed()
        tags = {tag for task in tasks for tag in task.tags}
        return [task.name for task in tasks], tags, str(artifact.data)

    names, tags, markdown = asyncio.run(seen())
    assert len(names) == len(live)
    owners = {
        scenario.loads[0].process.step(name.split("/")[1].split(" ")[0]).owner for name in names
    }
    assert {f"department:{owner}" for owner in owners} | {"family:company"} == tags
    assert case in markdown
    assert markdown.count("\n| ") >= len(live)
