"""The departments' API as a web application (ASGI)."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Annotated, Any

from fastapi import APIRouter, FastAPI, Header, Path, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import SQLAlchemyError
from starlette.exceptions import HTTPException
from starlette.types import ASGIApp

from integrations.advice import advice
from integrations.departments import problems
from integrations.departments.contract import (
    LONGEST_WAIT,
    LONGEST_WAIT_AT_ONCE,
    Application,
    ApplicationId,
    ApplicationState,
    Correction,
    Document,
    DocumentNumber,
    Health,
    IdempotencyKey,
    Problem,
    Verification,
    Verified,
)
from integrations.departments.credentials import Keyring
from integrations.departments.faults import Faults, FaultyDepartments
from integrations.departments.gate import Gate
from integrations.departments.operator import OPERATING
from integrations.departments.problems import REFUSALS, RefusedError
from integrations.departments.service import Service
from models.base import Slug
from models.errors import CalendarError
from models.said import said

LOG = logging.getLogger("onething.departments")

Lifespan = Callable[[Any], AbstractAsyncContextManager[None]]
Department = Annotated[Slug, Path(description="责任部门代号 / the owner's slug, e.g. tax")]
Key = Annotated[IdempotencyKey, Header(alias="Idempotency-Key")]
Identity = Annotated[ApplicationId, Path(alias="id")]
Number = Annotated[DocumentNumber, Path()]
Wait = Annotated[
    float, Query(ge=0, le=LONGEST_WAIT, description="最多等待的秒数 / seconds to wait until over")
]
AtOnce = Annotated[
    float,
    Query(
        ge=0,
        le=LONGEST_WAIT_AT_ONCE,
        description="立等可取时最多等待的秒数 / seconds to wait, in case it is over at once",
    ),
]


def application(
    service: Service,
    keys: Callable[[], Keyring],
    *,
    faults: Faults | None = None,
    lifespan: Lifespan | None = None,
    wall: Callable[[], float] = time.time,
) -> ASGIApp:
    """The application: the gate, the faults on demand, the calls.

    ``keys`` gives the valid keys at any time. ``faults`` are those that the operator's calls
    change; the desks of ``service`` must be closed by the same. ``lifespan`` runs beside it, as
    ``working`` does.
    """
    api = _DepartmentsApi(
        title="一件事 · 部门接口 / Departments",
        version="1",
        description=__doc__ or "",
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        # Routes as they stand: included routers are built anew with each application's first call.
        routes=[*OPERATING.routes, *CALLS.routes],
        lifespan=lifespan,
    )
    api.state.service = service
    api.state.faults = faults = faults or Faults()
    for kind, handler in HANDLERS.items():
        api.add_exception_handler(kind, handler)
    return Gate(FaultyDepartments(api, faults, service.restore), keys, wall)


class _DepartmentsApi(FastAPI):
    def openapi(self) -> dict[str, Any]:
        """See ``_described``."""
        return _described(super().openapi())


CALLS = APIRouter(responses=REFUSALS)


def _service(request: Request) -> Service:
    service: Service = request.app.state.service
    return service


def _client(request: Request) -> str:
    client: str = request.state.client
    return client


@CALLS.post("/{department}/applications", status_code=202, summary="申请 / Apply")
async def apply(
    request: Request, department: Department, key: Key, content: Application, wait: AtOnce = 0
) -> ApplicationState:
    """Ask for one visit of one step. The same key gives the same application, done once."""
    service, client = _service(request), _client(request)
    state = service.submit(client, department, key, content)
    if not wait or state.over:
        return state
    await service.over(client, department, state.id, wait)
    return service.state(client, department, state.id)


@CALLS.get("/{department}/applications/{id}", summary="办理状态 / Status")
async def status(
    request: Request, department: Department, identity: Identity, wait: Wait = 0
) -> ApplicationState:
    """How far an application is; with ``wait``, answered as soon as it is over."""
    service, client = _service(request), _client(request)
    if wait:
        await service.over(client, department, identity, wait)
    return service.state(client, department, identity)


@CALLS.post(
    "/{department}/applications/{id}/corrections", status_code=202, summary="补正 / Correct"
)
async def correct(
    request: Request, department: Department, identity: Identity, key: Key, content: Correction
) -> ApplicationState:
    """Hand in what the department asked for; the next visit may then be applied for."""
    return _service(request).correct(_client(request), department, identity, key, content)


@CALLS.post("/{department}/documents/verify", summary="核验文书 / Verify a document")
async def verify(request: Request, department: Department, content: Verification) -> Verified:
    """Whether the department issued a document of that number and digest."""
    return _service(request).verify(department, content)


@CALLS.get("/{department}/documents/{number}", summary="取得文书 / Fetch a document")
async def document(request: Request, department: Department, number: Number) -> Document:
    """A document that the department issued in a case of the caller."""
    return _service(request).document(_client(request), department, number)


@CALLS.get("/{department}/health", summary="部门状态 / Health")
async def health(request: Request, department: Department) -> Health:
    """Open or closed, how much waits, and the official time. Needs no signature."""
    return _service(request).health(department)


async def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, RefusedError)  # noqa: S101 - registered for this class
    return error.response(request.url.path)


async def _invalid(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)  # noqa: S101 - registered for this class
    faults = error.errors()
    places = [f"{'.'.join(map(str, fault['loc']))}: {advice(dict(fault))}" for fault in faults]
    chinese = "；".join(f"{'.'.join(map(str, f['loc']))}：{advice(dict(f)).zh}" for f in faults)
    detail = said(f"内容不对：{chinese}", f"not valid: {'; '.join(places)}")
    return problems.invalid(detail, places).response(request.url.path)


async def _http(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)  # noqa: S101 - registered for this class
    detail = said(
        f"不能以 {request.method} 访问此路径",
        f"{request.method} {request.url.path}: {error.detail}",
    )
    kinds = {404: "not-found", 405: "method-not-allowed"}
    kind = kinds.get(error.status_code, "bad-request")
    refused = RefusedError(error.status_code, kind, detail, headers=error.headers)
    return refused.response(request.url.path)


async def _away(request: Request, error: Exception) -> Response:
    LOG.warning("ledger: %s", type(error).__name__)
    return problems.unavailable(problems.LEDGER_AWAY).response(request.url.path)


async def _calendar(request: Request, error: Exception) -> Response:
    assert isinstance(error, CalendarError)  # noqa: S101 - registered for this class
    detail = said(error.sentence("zh"), error.sentence("en"))
    return problems.unavailable(detail, 3_600, "calendar").response(request.url.path)


HANDLERS: dict[type[Exception], Callable[[Request, Exception], Any]] = {
    RefusedError: _refused,
    RequestValidationError: _invalid,
    HTTPException: _http,
    SQLAlchemyError: _away,
    CalendarError: _calendar,
}


def _described(schema: dict[str, Any]) -> dict[str, Any]:
    """The OpenAPI description with problem documents as errors, and how calls are signed."""
    parts = schema.setdefault("components", {})
    parts.setdefault("schemas", {})["Problem"] = Problem.model_json_schema()
    parts["securitySchemes"] = {
        "signature": {
            "type": "apiKey",
            "in": "header",
            "name": "Signature",
            "description": "RFC 9421, HMAC-SHA256; with Signature-Input and Content-Digest",
        }
    }
    content = {problems.MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}}
    for path, calls in schema["paths"].items():
        for call in calls.values():
            call["security"] = [] if path.endswith("/health") else [{"signature": []}]
            for code, answer in call["responses"].items():
                if code >= "4":
                    answer["content"] = content
    return schema


def working(service: Service, real_seconds: Callable[[float], float]) -> Lifespan:
    """What runs beside the application on a running clock: the work goes on by itself.

    ``real_seconds`` tells how long official seconds take.
    """

    @asynccontextmanager
    async def lifespan(_: Any) -> AsyncIterator[None]:
        task = asyncio.create_task(_work(service, real_seconds))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.gather(task, return_exceptions=True)

    return lifespan


SHORTEST_PAUSE, LONGEST_PAUSE = 0.001, 1.0


async def _work(service: Service, real_seconds: Callable[[float], float]) -> None:
    told = ""
    while True:
        service.news.clear()
        pause = LONGEST_PAUSE
        try:
            now = service.clock.now()
            service.advance(now)
            later = service.next_time(now)
            if later is not None:
                pause = min(pause, real_seconds(later - now))
        except (SQLAlchemyError, CalendarError) as error:
            if told != str(error):
                told = str(error)
                LOG.warning("work stands still: %s", error)
        try:
            await asyncio.wait_for(service.news.wait(), max(pause, SHORTEST_PAUSE))
        except TimeoutError:
            continue
