"""Who may come in: a gate before every page, file and socket of the workshop.

On a loopback address the gate lets everybody on this machine in, and refuses foreign host names (so
that a page elsewhere cannot reach it by rebinding a name). Otherwise a shared secret is asked for.
"""

import hashlib
import secrets
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from time import monotonic

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse, RedirectResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integrations.documents import LARGEST
from models.base import whole_number
from models.errors import DocumentError
from models.said import said
from workbench.workshop.words import WORKSHOP

COOKIE = "onething_workshop"
OPEN_PATHS = frozenset({"/login"})
FAILURES, WINDOW = 5, 60.0
"""So many wrong secrets from one address in so many seconds, then it has to wait."""

LARGEST_BODY = LARGEST + 100_000
"""Bytes of a request: a file, and what an upload wraps it in."""

SHORTEST = 8
MOST_PEOPLE = 1_000
POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self' ws: wss:; frame-ancestors 'none'; form-action 'self'; base-uri 'self'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
}


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach a server bound to that address."""
    if host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def checked_secret(host: str, secret: str | None) -> str | None:
    """The secret that a server on this host asks for; DocumentError if it lacks one."""
    if secret is not None and len(secret) < SHORTEST:
        raise DocumentError(
            said(
                f"workshop：口令至少{SHORTEST}个字符",
                f"workshop: the secret must have at least {SHORTEST} characters",
            )
        )
    if secret is None and not is_loopback(host):
        raise DocumentError(
            said(
                f"workshop：对网络开放（--host {host}）须有口令；请设 ONETHING_WORKSHOP_SECRET，"
                "或用 --secret-file 给出",
                f"workshop: opening it to the network (--host {host}) needs a secret; set "
                "ONETHING_WORKSHOP_SECRET or give --secret-file",
            )
        )
    return secret


@dataclass(eq=False)
class Guard:
    """Who has come in, by token, and who has tried too often."""

    secret: str | None = field(default=None, repr=False)
    clock: Callable[[], float] = monotonic
    names: dict[str, str] = field(default_factory=dict, repr=False)
    failures: dict[str, deque[float]] = field(default_factory=dict, repr=False)
    count: int = 0

    def blocked(self, address: str) -> bool:
        """Whether an address has given too many wrong secrets lately."""
        tries = self.failures.get(address)
        if tries is None:
            return False
        while tries and tries[0] < self.clock() - WINDOW:
            tries.popleft()
        if not tries:
            del self.failures[address]
        return len(tries) >= FAILURES

    def enter(self, address: str, secret: str, name: str = "") -> str | None:
        """A new token for somebody who knows the secret, else None; failures are counted."""
        if self.blocked(address):
            return None
        if self.secret is not None and not _same(self.secret, secret):
            self.failures.setdefault(address, deque()).append(self.clock())
            return None
        return self.token(name)

    def token(self, name: str = "") -> str:
        """A new token, with a name that is made up if none is given."""
        self.count += 1
        token = secrets.token_urlsafe(24)
        self.names[token] = name.strip()[:40] or WORKSHOP["participant"].zh.format(n=self.count)
        while len(self.names) > MOST_PEOPLE:
            del self.names[next(iter(self.names))]
        return token

    def rename(self, token: str, name: str) -> str:
        """Give somebody another name; the name they bear now."""
        if token in self.names and name.strip():
            self.names[token] = name.strip()[:40]
        return self.names.get(token, "")


def _same(one: str, other: str) -> bool:
    """Equal, in a time that does not tell where they differ or how long they are."""
    digests = [hashlib.sha256(text.encode()).digest() for text in (one, other)]
    return secrets.compare_digest(*digests)


@dataclass(eq=False)
class Gate:
    """ASGI middleware that lets nobody past who has not come in."""

    app: ASGIApp
    guard: Guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on with ``scope['participant']`` set to the token, or answer ourselves."""
        if scope["type"] not in {"http", "websocket"}:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if not self._honest(headers):
            await _refuse(scope, receive, send, 403)
            return
        if not _modest(headers):
            await _refuse(scope, receive, send, 413)
            return
        token = token_of(headers)
        known = token in self.guard.names
        if not known and self.guard.secret is None and scope["type"] == "http":
            token, fresh = self.guard.token(), True
        else:
            fresh = False
        if known or fresh:
            scope["participant"] = token
        elif scope["type"] == "websocket" or scope["path"] not in OPEN_PATHS:
            await _refuse(scope, receive, send, 401)
            return
        await self.app(scope, receive, _with_headers(send, scope, token if fresh else None))

    def _honest(self, headers: Headers) -> bool:
        """Our own host name on loopback, and no call from a foreign page."""
        host = headers.get("host", "")
        if self.guard.secret is None and not is_loopback(host_name(host)):
            return False
        origin = headers.get("origin")
        return origin is None or origin == "null" or origin.partition("://")[2] == host


def _modest(headers: Headers) -> bool:
    """A body that says how long it is, and is not too long."""
    if "transfer-encoding" in headers:
        return False
    length = whole_number(headers.get("content-length", "0"))
    return length is not None and length <= LARGEST_BODY


def host_name(host: str) -> str:
    """A Host header without its port."""
    if host.startswith("["):
        return host[1:].partition("]")[0]
    return host.partition(":")[0]


def token_of(headers: Headers) -> str:
    """The token in the cookie; empty if there is none."""
    try:
        found = SimpleCookie(headers.get("cookie", "")).get(COOKIE)
    except CookieError:
        return ""
    return found.value if found else ""


def cookie(token: str, *, secure: bool) -> str:
    """The value of a Set-Cookie header; scripts cannot read it, other sites cannot send it."""
    flags = "; Secure" if secure else ""
    return f"{COOKIE}={token}; Path=/; HttpOnly; SameSite=Lax{flags}"


def _with_headers(send: Send, scope: Scope, token: str | None) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers[name] = value
            if token is not None:
                headers.append("Set-Cookie", cookie(token, secure=scope["scheme"] == "https"))
        await send(message)

    return sending


async def _refuse(scope: Scope, receive: Receive, send: Send, status: int) -> None:
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": 4401})
        return
    accepts = "text/html" in Headers(scope=scope).get("accept", "")
    if status == 401 and scope["method"] == "GET" and accepts:  # noqa: PLR2004 - HTTP
        await RedirectResponse(f"/login?next={scope['path']}", 303)(scope, receive, send)
        return
    await PlainTextResponse("not allowed", status)(scope, receive, send)
