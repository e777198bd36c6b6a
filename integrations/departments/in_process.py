"""Departments and their client in this process: the same API, signed and all, without a socket."""

from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from integrations.departments.app import application, working
from integrations.departments.client import DepartmentClient
from integrations.departments.clock import RunningClock, SkippingClock
from integrations.departments.contract import APPLICANT
from integrations.departments.credentials import Keyring
from integrations.departments.ledger import Ledger
from integrations.departments.offices import Offices
from integrations.departments.service import Service
from models.pool import Pool
from models.process import Process
from models.working_time import OfficialCalendar

CLIENT = "county"
"""The client as which the county's own runs call the departments."""
HERE = "http://departments"


@dataclass(frozen=True)
class Departments:
    """The client, and who does the work behind the API."""

    client: DepartmentClient
    works: Service


@asynccontextmanager
async def departments_in_process(
    processes: Sequence[Process],
    pools: Sequence[Pool],
    calendar: OfficialCalendar,
    clock: RunningClock | SkippingClock,
    *,
    seed: int = 1,
    ledger: str | None = None,
) -> AsyncIterator[Departments]:
    """The departments of these processes on this staff, while the context lasts.

    The ledger is a database URL, by default a file that is gone afterwards. On a running clock the
    work goes on by itself; a skipping clock drives it (``clock.works``).
    """
    owners = [APPLICANT, *{owner for process in processes for owner in process.owners}]
    keys = Keyring.fresh(CLIENT, dict.fromkeys(owners))
    with TemporaryDirectory(prefix="onething-") as folder:
        book = Ledger(ledger or f"sqlite:///{Path(folder) / 'ledger.db'}")
        service = Service(
            lambda: Offices(processes, pools, calendar, seed=seed), book, clock, owners
        )
        transport = httpx.ASGITransport(application(service, lambda: keys))
        async with DepartmentClient(CLIENT, HERE, lambda: keys, transport=transport) as client:
            try:
                if isinstance(clock, RunningClock):
                    async with working(service, clock.real_seconds)(None):
                        yield Departments(client, service)
                else:
                    yield Departments(client, service)
            finally:
                book.close()
