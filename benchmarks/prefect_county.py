"""Prefect's server and a worker beside the departments of a durability campaign.

Import it only when the environment is as it shall be: it imports Prefect.
"""

import asyncio
import os
import subprocess
import time
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from benchmarks.county import County
from flows.live.deployments import deployments, register
from flows.live.surroundings import Surroundings, from_environment
from flows.live.sweep import sweep_once
from models.working_time import official_calendar
from workbench.children import Children
from workbench.serve import WORKER

LOOK = 0.2
SWEEP = 2.0
"""Real seconds between two sweeps while a worker brings cases to their end."""
LONGEST = 300.0
AT_ONCE = timedelta(0)


@dataclass
class Workers:
    """Workers that come and go; the server runs as long as ``children``."""

    county: County
    children: Children
    started: int = 0
    worker: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def world(self) -> Surroundings:
        """Store, departments and clock, as a worker has them."""
        return from_environment()

    def register(self, process: str) -> None:
        """Tell the server how cases of a process are run."""
        calendar = official_calendar(self.world.clock.epoch.date())
        only = deployments([process], {}, calendar, SWEEP, self.county.folder)[:1]
        asyncio.run(register(only, {}))

    def start(self) -> None:
        """Start a worker."""
        self.started += 1
        name = f"worker-{self.started}"
        self.children.start(name, WORKER, {})
        self.worker = self.children.running.pop(name)

    def sweep(self) -> None:
        """Look after all open cases; those whose worker is gone get a new run at once."""
        asyncio.run(sweep_once(self.world, given_up=AT_ONCE))

    def held(self) -> int:
        """How many open cases a worker holds."""
        store = self.world.store
        return sum(store.is_leased(case.id) for case in store.open_cases())

    def wait(self) -> bool:
        """Wait until a worker holds a case; False if all cases are over."""
        deadline = time.monotonic() + LONGEST
        while not self.held():
            if not self.world.store.open_cases():
                return False
            if time.monotonic() > deadline:
                raise TimeoutError("no worker took a case")
            time.sleep(LOOK)
        return True

    def kill(self, moment: float) -> bool:
        """Let a worker bring cases forward and kill it after so many seconds.

        No case may be held before. Whether it was hit: alive, with a case in its hands.
        """
        self.start()
        self.sweep()
        there = self.wait()
        time.sleep(moment)
        worker = self.worker
        hit = there and worker is not None and worker.poll() is None and self.held() > 0
        self.end()
        return hit

    def finish(self) -> None:
        """Let a worker bring all cases to their end; TimeoutError if it does not."""
        if not self.world.store.open_cases():
            return
        deadline = time.monotonic() + LONGEST
        self.start()
        while self.world.store.open_cases():
            if time.monotonic() > deadline:
                raise TimeoutError("a worker did not bring the cases to their end")
            self.sweep()
            time.sleep(SWEEP)
        self.end()

    def end(self) -> None:
        """Kill the worker."""
        if self.worker is not None:
            self.worker.kill()
            self.worker.wait()
            self.worker = None


def server(children: Children, port: int, database: str | None, folder: Path) -> None:
    """Start Prefect's server and wait until it is up."""
    own = {"PREFECT_HOME": str(folder / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    if database:
        own["PREFECT_API_DATABASE_CONNECTION_URL"] = database
    arguments = ("-m", "prefect", "server", "start", "--host", "127.0.0.1", "--port", str(port))
    children.start("prefect-server", arguments, own)
    children.wait_until_up("prefect-server", f"{os.environ['PREFECT_API_URL']}/health", LONGEST)
