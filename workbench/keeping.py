"""How a simulated run is kept in the event store."""

from collections.abc import Sequence

from models.base import text
from models.event import EventLog
from models.process import Process
from simulations.scenario import Scenario
from workbench.running import open_store

KEPT = text("已存入事件库，名称", "Kept in the event store as")
AS_IS = "as-is"


def keep_run(url: str | None, name: str, scenario: Scenario, log: EventLog) -> None:
    """Keep the first replication's log with its processes and scenario."""
    processes = [load.process for load in scenario.loads]
    with open_store(url) as store:
        store.keep(
            name,
            processes,
            log,
            scenario=scenario.model_dump_json(),
            variant=variant_of(processes),
        )


def variant_of(processes: Sequence[Process]) -> str:
    """The plan items applied to the processes, ``5,7,8``; ``as-is`` for none."""
    applied = sorted({item for process in processes for item in process.applied})
    return ",".join(map(str, applied)) or AS_IS
