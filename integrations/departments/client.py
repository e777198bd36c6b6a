"""The one client of the departments' API.

Every call may be repeated safely: questions change nothing, and what does carries an
idempotency key. So whatever fails on the way, or by the department's own fault, is tried again.
"""

import asyncio
import random
import secrets
import time
from collections.abc import Awaitable, Callable, Mapping
from contextlib import nullcontext
from datetime import UTC, datetime
from types import TracebackType
from typing import Self, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from integrations.departments import signatures
from integrations.departments.circuit import Circuit, Patience, retry_after
from integrations.departments.contract import (
    LONGEST_WAIT,
    Application,
    ApplicationState,
    Correction,
    Document,
    Health,
    Problem,
    Verification,
    Verified,
)
from integrations.departments.credentials import Keyring
from integrations.departments.problems import PREFIX
from models.errors import DepartmentError, DepartmentUnavailableError, UnknownNameError
from models.said import Said, said

M = TypeVar("M", bound=BaseModel)
Pause = Callable[[str], Awaitable[None]]
CONNECTIONS = httpx.Limits(max_connections=2_000, max_keepalive_connections=100)
"""A question that a department keeps holds a connection, and a worker has many cases."""
AGAIN = frozenset({429, 500, 502, 503, 504})
STALE = f"{PREFIX}stale-signature"


class DepartmentClient:
    """Calls departments as the client ``name``; belongs to one event loop, used ``async with``.

    ``urls`` is the address below which every department has its path, or one such address a
    department. ``capacity`` limits how many calls a department gets at a time.
    """

    def __init__(
        self,
        name: str,
        urls: str | Mapping[str, str],
        keys: Callable[[], Keyring],
        *,
        patience: Patience | None = None,
        transport: httpx.AsyncBaseTransport | None = None,
        capacity: Mapping[str, int] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
        chance: random.Random | None = None,
    ) -> None:
        """Nothing is called yet. ``keys`` gives the keys at any time, so that they may change."""
        self.name = name
        self.urls = urls
        self.keys = keys
        self.patience = patience or Patience()
        self.sleep = sleep
        self.chance = chance or random.Random()  # noqa: S311 - jitter, not a secret
        self.circuits: dict[str, Circuit] = {}
        self.places = {slug: asyncio.Semaphore(most) for slug, most in (capacity or {}).items()}
        self.http = httpx.AsyncClient(
            transport=transport, timeout=self.patience.timeout, limits=CONNECTIONS
        )

    async def __aenter__(self) -> Self:
        """Open connections."""
        await self.http.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close them."""
        await self.http.__aexit__(kind, error, trace)

    async def apply(
        self, department: str, key: str, application: Application, wait: float = 0
    ) -> ApplicationState:
        """Ask for one visit of one step; with the same key it is asked for once.

        Waits so many seconds in case it is over at once. Raises DepartmentError if the department
        refuses, DepartmentUnavailableError if it gave no answer however often it was called; so do
        all calls.
        """
        return await self._post(
            department, "applications", application, ApplicationState, key, wait
        )

    async def status(self, department: str, identity: str, wait: float = 0) -> ApplicationState:
        """How far an application is; waits so many seconds until it is over."""
        path = f"applications/{identity}"
        return await self._call("GET", department, path, ApplicationState, wait=wait)

    async def wait(
        self, department: str, identity: str, pause: Pause | None = None
    ) -> ApplicationState:
        """The application once the department is done with it.

        Between two looks ``pause`` is awaited with the application's id; by default the department
        is asked to keep the question until it is over.
        """
        while True:
            state = await self.status(department, identity, 0 if pause else LONGEST_WAIT)
            if state.over:
                return state
            if pause is not None:
                await pause(identity)

    async def correct(
        self, department: str, identity: str, key: str, correction: Correction
    ) -> ApplicationState:
        """Hand in what the department asked for."""
        path = f"applications/{identity}/corrections"
        return await self._post(department, path, correction, ApplicationState, key)

    async def document(self, department: str, number: str) -> Document:
        """A document of one of the client's cases."""
        return await self._call("GET", department, f"documents/{number}", Document)

    async def verify(self, department: str, number: str, digest: str) -> bool:
        """Whether the department issued a document of that number and digest."""
        question = Verification(number=number, digest=digest)
        return (await self._post(department, "documents/verify", question, Verified)).genuine

    async def health(self, department: str) -> Health:
        """How the department is."""
        return await self._call("GET", department, "health", Health)

    async def _post(
        self,
        department: str,
        path: str,
        content: BaseModel,
        kind: type[M],
        key: str | None = None,
        wait: float = 0,
    ) -> M:
        headers = {"content-type": "application/json"}
        if key is not None:
            headers["idempotency-key"] = key
        body = content.model_dump_json().encode()
        return await self._call(
            "POST", department, path, kind, headers=headers, body=body, wait=wait
        )

    async def _call(
        self,
        method: str,
        department: str,
        path: str,
        kind: type[M],
        *,
        headers: Mapping[str, str] | None = None,
        body: bytes = b"",
        wait: float = 0,
    ) -> M:
        url = f"{self._url(department)}/{department}/{path}"

        def request() -> httpx.Request:
            """The request, signed anew each time that it is sent."""
            plain = self.http.build_request(
                method,
                url,
                params={"wait": f"{wait:g}"} if wait else None,
                headers=headers,
                content=body,
                timeout=self.patience.timeout + wait,
            )
            return self.signed(plain, department, body)

        place = self.places.get(department) if not wait else None
        async with place or nullcontext():
            answer = await self._answer(department, request)
        return _content(department, answer, kind)

    def _url(self, department: str) -> str:
        if isinstance(self.urls, str):
            return self.urls.rstrip("/")
        if department not in self.urls:
            raise UnknownNameError(
                said("部门接口地址", "department's address"), department, self.urls
            )
        return self.urls[department].rstrip("/")

    def signed(self, request: httpx.Request, department: str, body: bytes) -> httpx.Request:
        """The request with its signature; DepartmentError without a valid key."""
        key = self.keys().signing(self.name, department, datetime.now(UTC))
        if key is None:
            raise DepartmentError(
                said(
                    f"没有用于 {department} 的有效密钥；请更新密钥文件",
                    f"there is no valid key for {department}; renew the file of keys",
                )
            )
        if request.method == "POST":
            request.headers["content-digest"] = signatures.content_digest(body)
        names = signatures.covered(request.method, request.headers)
        path, _, query = request.url.raw_path.decode().partition("?")
        values = signatures.values_of(request.method, path, query, request.headers)
        made = signatures.headers_for(
            key.bytes, key.id, int(time.time()), secrets.token_urlsafe(16), names, values
        )
        request.headers.update(made)
        return request

    async def _answer(
        self, department: str, request: Callable[[], httpx.Request]
    ) -> httpx.Response:
        """The first answer that is not a failure of the way or of the department."""
        last: Said | None = None
        for attempt in range(1, self.patience.attempts + 1):
            answer, asked = await self._try(department, request)
            if isinstance(answer, httpx.Response):
                return answer
            last = answer
            if attempt < self.patience.attempts:
                await self.sleep(self.patience.pause(attempt, asked, self.chance))
        known, tries = last or said("没有答复", "no answer"), self.patience.attempts
        raise DepartmentUnavailableError(
            said(
                f"部门 {department} 没有答复（试了{tries}次：{known.zh}）；请稍后重试",
                f"{department} gave no answer ({tries} tries: {known}); try again later",
            )
        )

    async def _try(
        self, department: str, request: Callable[[], httpx.Request]
    ) -> tuple[httpx.Response | Said, float | None]:
        """The answer, or why there was none and for how long to wait."""
        circuit = self.circuits.setdefault(department, Circuit(self.patience))
        if rest := circuit.enter(time.monotonic()):
            return said("部门接口暂停调用", "it failed too often and is left alone"), rest
        try:
            answer = await self.http.send(request())
        except httpx.TransportError as error:
            circuit.broke(time.monotonic())
            name = type(error).__name__
            return said(f"连接失败（{name}）", f"connection failed: {name}"), None
        except BaseException:
            circuit.given_up()
            raise
        if answer.status_code >= httpx.codes.INTERNAL_SERVER_ERROR:
            circuit.broke(time.monotonic())
        else:
            circuit.succeeded()
        if answer.status_code in AGAIN or _problem(answer).type == STALE:
            problem = _problem(answer)
            reason = said(
                f"HTTP {answer.status_code} {problem.detail_zh}".strip(),
                f"HTTP {answer.status_code} {problem.detail}".strip(),
            )
            return reason, retry_after(answer.headers.get("retry-after"))
        return answer, None


NONE = Problem(type="about:blank", title="", status=500, detail="", detail_zh="")


def _problem(answer: httpx.Response) -> Problem:
    """The problem that an answer tells of; an empty one if it is none."""
    if answer.is_success or "problem+json" not in answer.headers.get("content-type", ""):
        return NONE
    try:
        return Problem.model_validate_json(answer.content)
    except ValidationError:
        return NONE


def _content(department: str, answer: httpx.Response, kind: type[M]) -> M:
    if not answer.is_success:
        problem = _problem(answer)
        raise DepartmentError(
            said(
                f"部门 {department} 拒绝（HTTP {answer.status_code}）：{problem.detail_zh}",
                f"{department} refused (HTTP {answer.status_code}): {problem.detail}",
            ),
            answer.status_code,
            problem.type.removeprefix(PREFIX),
        )
    try:
        return kind.model_validate_json(answer.content)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"]))
        raise DepartmentError(
            said(
                f"部门 {department} 的答复不符合接口约定（{place}）",
                f"{department} answered what is not in the contract (at {place or 'all'})",
            ),
            answer.status_code,
        ) from None
