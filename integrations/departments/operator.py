"""The operator's calls: faults that come and go while the departments run.

They are signed like all calls, by a key of the client ``operator`` for a department of that name
that no other client has.
"""

from collections.abc import Callable

import httpx
from fastapi import APIRouter, Request

from integrations.departments.circuit import Patience
from integrations.departments.client import DepartmentClient
from integrations.departments.credentials import Keyring
from integrations.departments.faults import Fault, Faults, StandingFault
from integrations.departments.problems import REFUSALS, invalid, unknown
from integrations.departments.service import Service
from models.base import Model
from models.errors import CalendarError
from models.said import Said, said

OPERATOR = "operator"
"""The client, and the place below which its calls are."""


class StandingFaults(Model):
    """All faults in force."""

    faults: tuple[StandingFault, ...]


OPERATING = APIRouter(prefix=f"/{OPERATOR}", responses=REFUSALS)


def _faults(request: Request) -> Faults:
    faults: Faults = request.app.state.faults
    return faults


def _rebuild(request: Request, fault: Fault) -> None:
    """Days on which a department is closed are built into its desks."""
    if fault.kind == "closed":
        request.app.state.service.restore()


@OPERATING.get("/faults", summary="现有故障 / Faults in force")
async def list_faults(request: Request) -> StandingFaults:
    """The faults in force, and how often each has struck."""
    return StandingFaults(faults=tuple(_faults(request).standing.values()))


@OPERATING.post("/faults", status_code=201, summary="添加故障 / Add a fault")
async def add_fault(request: Request, content: Fault) -> StandingFault:
    """Put a fault in force until it is ended or has struck `times` times; a restart keeps it."""
    _check(request.app.state.service, content)
    standing = _faults(request).add(content)
    _rebuild(request, content)
    return standing


@OPERATING.delete("/faults/{number}", summary="结束故障 / End a fault")
async def end_fault(request: Request, number: int) -> StandingFault:
    """Take a fault out of force; how often it had struck."""
    ended = _faults(request).end(number)
    if ended is None:
        raise unknown(said(f"没有故障 {number}", f"there is no fault {number}"))
    _rebuild(request, ended.fault)
    return ended


def _check(service: Service, fault: Fault) -> None:
    """RefusedError if there is no such department here, or no such day."""
    if fault.department is not None and fault.department not in service.served:
        raise _wrong(
            "department",
            said(f"没有部门 {fault.department}", f"there is no department {fault.department}"),
        )
    if fault.day is not None:
        try:
            service.offices.calendar.place(fault.day)
        except CalendarError as error:
            raise _wrong("day", said(error.sentence("zh"), error.sentence("en"))) from None


def _wrong(place: str, detail: Said) -> Exception:
    return invalid(detail, [f"body.{place}: {detail}"])


class OperatorClient(DepartmentClient):
    """The operator's calls, each made once: a fault asked for twice would be there twice."""

    def __init__(
        self,
        url: str,
        keys: Callable[[], Keyring],
        transport: httpx.AsyncBaseTransport | None = None,
    ) -> None:
        """``url`` and ``keys`` as of every client."""
        once = Patience(attempts=1)
        super().__init__(OPERATOR, url, keys, patience=once, transport=transport)

    async def faults(self) -> tuple[StandingFault, ...]:
        """The faults in force."""
        return (await self._call("GET", OPERATOR, "faults", StandingFaults)).faults

    async def add(self, fault: Fault) -> StandingFault:
        """Put a fault in force."""
        return await self._post(OPERATOR, "faults", fault, StandingFault)

    async def end(self, number: int) -> StandingFault:
        """Take a fault out of force."""
        return await self._call("DELETE", OPERATOR, f"faults/{number}", StandingFault)
