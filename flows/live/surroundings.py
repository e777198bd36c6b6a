"""What a live case needs around it: event store, departments, clock, and the ruler.

In process they are handed over as objects; a worker on any machine builds them from the
environment: ``ONETHING_STORE`` (database URL), ``ONETHING_DEPARTMENTS`` (base URL of their
API), ``ONETHING_SECRETS`` (file of the keys by which calls to them are signed), ``ONETHING_CLOCK``
(official clock, see ``clock_from``), ``ONETHING_PATIENCE`` (real seconds after which a waiting
case gives its worker back) and ``ONETHING_HOLIDAYS`` (file of years not yet announced).
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from pathlib import Path
from weakref import WeakKeyDictionary

from flows.county.staff import POOLS
from flows.live.case_run import Counter, LiveCase
from integrations.departments.client import DepartmentClient
from integrations.departments.clock import OfficialClock, RunningClock
from integrations.departments.contract import Application, ApplicationState
from integrations.departments.credentials import KeyFile, Keyring
from integrations.departments.in_process import CLIENT
from integrations.documents import read
from integrations.store.store import Store
from models.errors import DocumentError
from models.process import Process
from models.said import said
from models.timing import Ruler
from models.working_time import (
    CHINA,
    HolidayFile,
    HolidayNotice,
    official_calendar,
)

CLOCK, PATIENCE = "ONETHING_CLOCK", "ONETHING_PATIENCE"
DEPARTMENTS, SECRETS = "ONETHING_DEPARTMENTS", "ONETHING_SECRETS"
HOLIDAYS = "ONETHING_HOLIDAYS"
SOME_PATIENCE = 20.0
CLOSING = timedelta(days=60)
"""No case is taken in so shortly before the calendar ends: two months see nearly all cases out."""
A_MONTH = 30 * 86_400


class ClientByLoop:
    """The departments' client for programs with one event loop after another.

    A worker runs each flow in an event loop of its own, to which connections belong.
    """

    def __init__(self, url: str, keys: Callable[[], Keyring]) -> None:
        """Nothing is opened yet."""
        self.url, self.keys = url, keys
        self.clients: WeakKeyDictionary[asyncio.AbstractEventLoop, DepartmentClient] = (
            WeakKeyDictionary()
        )

    def _client(self) -> DepartmentClient:
        loop = asyncio.get_running_loop()
        if loop not in self.clients:
            self.clients[loop] = DepartmentClient(CLIENT, self.url, self.keys)
        return self.clients[loop]

    async def apply(
        self, department: str, key: str, application: Application, wait: float = 0
    ) -> ApplicationState:
        """See ``DepartmentClient.apply``."""
        return await self._client().apply(department, key, application, wait)

    async def status(self, department: str, identity: str, wait: float = 0) -> ApplicationState:
        """See ``DepartmentClient.status``."""
        return await self._client().status(department, identity, wait)


@dataclass(frozen=True, eq=False)
class Surroundings:
    """Everything around the cases of one program.

    ``patience``: real seconds to wait for departments before a run is suspended (None: for ever);
    ``suspended_for``: real seconds after which Prefect fails a suspended run that nobody resumed;
    ``capacities``: how many cases at once a department takes that has no queue of its own, kept by
    Prefect's concurrency limit ``department:<slug>``.
    """

    store: Store
    counter: Counter
    clock: OfficialClock
    ruler: Ruler
    patience: float | None = None
    suspended_for: int = A_MONTH
    capacities: Mapping[str, int] = field(default_factory=dict)

    def case(self, case_id: str) -> LiveCase:
        """The case of that name; UnknownNameError if the store does not have it."""
        stored = self.store.case(case_id)
        return LiveCase(
            id=stored.id,
            run=stored.run,
            number=stored.number,
            process=self.process(stored.run, stored.process),
            values=stored.attributes,
            rank=stored.rank,
        )

    def process(self, run: int, slug: str) -> Process:
        """The definition under which a run's cases go their way."""
        return _definitions(self.store, run)[slug]


@lru_cache(maxsize=64)
def _definitions(store: Store, run: int) -> dict[str, Process]:
    return {process.slug: process for process in store.processes(run)}


@lru_cache(maxsize=1)
def from_environment() -> Surroundings:
    """What the environment describes; DocumentError names a variable that is missing or wrong."""
    clock = clock_from(os.environ.get(CLOCK))
    patience = os.environ.get(PATIENCE)
    calendar = official_calendar(clock.epoch.date(), notices=notices_from(os.environ.get(HOLIDAYS)))
    return Surroundings(
        store=Store.open(),
        counter=client_from_environment(),
        clock=clock,
        ruler=Ruler.of(calendar, POOLS),
        patience=_seconds(patience) if patience else SOME_PATIENCE,
    )


def notices_from(path: str | None) -> tuple[HolidayNotice, ...]:
    """The years that a file of holidays gives; none without a file."""
    return read(Path(path), HolidayFile).holidays if path else ()


def client_from_environment() -> Counter:
    """A client of the departments, opened anew in each event loop that calls them."""
    url, keys = os.environ.get(DEPARTMENTS), os.environ.get(SECRETS)
    if not url or not keys:
        missing = DEPARTMENTS if not url else SECRETS
        raise DocumentError(said(f"缺少环境变量 {missing}", f"{missing} is not set"))
    return ClientByLoop(url, KeyFile(Path(keys)))


def _seconds(given: str) -> float:
    try:
        value = float(given)
    except ValueError:
        value = -1.0
    if value <= 0:
        raise DocumentError(
            said(
                f"{PATIENCE}：{given!r} 不是正的秒数",
                f"{PATIENCE}: {given!r} is not a positive number of seconds",
            )
        )
    return value


def clock_from(given: str | None) -> RunningClock:
    """The clock described as ``<official time>@<seconds since 1970>x<speed>``; the wall's without.

    For instance ``2024-01-02T08:30@1767000000x2880``: that official time was then, and official
    time runs 2,880 times as fast. Programs that are given the same text agree on the time.
    """
    if not given:
        today = datetime.now(CHINA).replace(hour=0, minute=0, second=0, microsecond=0)
        return RunningClock.real(today.replace(month=1, day=1))
    try:
        official, _, rest = given.partition("@")
        origin, _, speed = rest.partition("x")
        start = datetime.fromisoformat(official).replace(tzinfo=CHINA)
        epoch = start.replace(hour=0, minute=0, second=0, microsecond=0)
        started = int((start - epoch).total_seconds())
        return RunningClock(epoch, started, float(origin), float(speed or 1))
    except ValueError:
        raise DocumentError(
            said(
                f"{CLOCK}：{given!r} 看不懂；请写成 2024-01-02T08:30@1767000000x2880",
                f"{CLOCK}: {given!r} is not understood; write for instance "
                "2024-01-02T08:30@1767000000x2880",
            )
        ) from None


def clock_text(clock: RunningClock) -> str:
    """The clock as other programs are told of it."""
    start = clock.epoch.timestamp() + clock.started
    official = datetime.fromtimestamp(start, CHINA).replace(tzinfo=None)
    return f"{official.isoformat()}@{clock.origin!r}x{clock.speed!r}"
