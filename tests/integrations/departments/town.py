"""A small town for tests: tax sends each case back once, court issues a certificate.

The clock stands still until a test moves it; day 0 is Tuesday, 2 January 2024.
"""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, TypeVar

import httpx
from starlette.types import ASGIApp

from integrations.departments.app import application
from integrations.departments.circuit import Patience
from integrations.departments.client import DepartmentClient
from integrations.departments.contract import Application
from integrations.departments.credentials import Keyring
from integrations.departments.faults import Fault, FaultPlan, Faults, close
from integrations.departments.ledger import Ledger
from integrations.departments.offices import Offices
from integrations.departments.operator import OPERATOR
from integrations.departments.service import Service
from models.base import text
from models.distributions import Fixed
from models.pool import Pool, Shift
from models.process import Process
from models.source import assumed
from models.step import Rework, Step
from models.step_time import Work, minutes
from models.working_time import official_calendar

T = TypeVar("T")
Act = Callable[[DepartmentClient], Coroutine[Any, Any, T]]
SOURCE = assumed("test")
NAME = text("测试", "Test")
CERTIFICATE = text("证书", "certificate")
HOUR = 3_600
NINE = 9 * HOUR
CALENDAR = official_calendar(date(2024, 1, 2), date(2024, 2, 29))
DEPARTMENTS = ("tax", "court", "applicant")
URL = "http://departments"
KEYS = Keyring(
    keys=(
        *Keyring.fresh("county", DEPARTMENTS).keys,
        *Keyring.fresh("city", DEPARTMENTS).keys,
        *Keyring.fresh(OPERATOR, [OPERATOR]).keys,
    )
)

CHECK = Step(
    slug="check",
    name=NAME,
    owner="tax",
    time=Work(duration=minutes(Fixed(value=60), SOURCE)),
    rework=Rework(
        to="check", chance=1.0, applicant=minutes(Fixed(value=30), SOURCE), source=SOURCE
    ),
    source=SOURCE,
)
ISSUE = Step(
    slug="issue",
    name=NAME,
    owner="court",
    time=Work(duration=minutes(Fixed(value=10), SOURCE)),
    after=("check",),
    produces=(CERTIFICATE,),
    source=SOURCE,
)
PROCESS = Process(slug="permit", name=NAME, family="test", lead="tax", steps=(CHECK, ISSUE))


def pool(slug: str) -> Pool:
    """One person of a department."""
    return Pool(slug=slug, name=NAME, department=slug, shifts=(Shift(count=1),), source=SOURCE)


def asking(case: str = "C-1", **values: Any) -> Application:
    """The application of a case at the court; fields as given."""
    fields = {"case": case, "number": 0, "process": "permit", "step": "issue", **values}
    return Application.model_validate(fields)


@dataclass
class HandClock:
    """Official time as a test sets it."""

    epoch: datetime = CALENDAR.epoch
    time: int = NINE

    def now(self) -> int:
        """Official time."""
        return self.time


@dataclass
class Town:
    """Departments in this process, with their ledger and clock."""

    url: str = "sqlite://"
    faults: tuple[Fault, ...] = ()
    keys: Keyring = KEYS
    clock: HandClock = field(default_factory=HandClock)

    def __post_init__(self) -> None:
        self.ledger = Ledger(self.url)
        self.in_force = Faults(FaultPlan(faults=self.faults), self.ledger)
        self.service = self.open()
        self.app: ASGIApp = application(self.service, lambda: self.keys, faults=self.in_force)

    def open(self) -> Service:
        """The departments as they start, from the ledger."""

        def offices() -> Offices:
            pools = (pool("tax"), pool("court"))
            return close(Offices([PROCESS], pools, CALENDAR), self.in_force)

        return Service(offices, self.ledger, self.clock, DEPARTMENTS)

    def go_to(self, time: int) -> None:
        """Let official time pass."""
        self.clock.time = time
        self.service.advance(time)

    def client(self, name: str = "county", **options: Any) -> DepartmentClient:
        """A client that calls without a network and does not wait between tries."""
        transport = httpx.ASGITransport(app=self.app)
        patience = Patience(attempts=4, rest=0)
        values = {"transport": transport, "sleep": at_once, "patience": patience, **options}
        return DepartmentClient(name, URL, lambda: self.keys, **values)

    def call(
        self, act: Callable[[DepartmentClient], Coroutine[Any, Any, T]], name: str = "county"
    ) -> T:
        """What a client gets."""

        async def calling() -> T:
            async with self.client(name) as client:
                return await act(client)

        return asyncio.run(calling())

    def send(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
    ) -> httpx.Response:
        """The answer to a request as it stands."""
        return self.send_all(httpx.Request(method, URL + path, content=body, headers=headers))[0]

    def send_all(self, *requests: httpx.Request) -> list[httpx.Response]:
        """The answers to requests one after another."""

        async def sending() -> list[httpx.Response]:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport) as http:
                return [await http.send(request) for request in requests]

        return asyncio.run(sending())

    def signed(
        self,
        method: str,
        path: str,
        body: bytes = b"",
        headers: Mapping[str, str] | None = None,
        name: str = "county",
    ) -> httpx.Request:
        """A request signed by the client's key for the department of the path."""
        client = self.client(name)
        request = httpx.Request(method, URL + path, content=body, headers=headers)
        return client.signed(request, path.split("/")[1], body)


async def at_once(_: float) -> None:
    """No wait."""
