"""The gate before the departments: sizes and types of bodies, and who may call.

Every call but ``GET /{department}/health`` and ``GET /openapi.json`` must bear a signature by a
valid key for the department (see ``signatures``), made within the last ``WINDOW`` seconds, after
this gate was opened, and not seen before. So a request that somebody recorded is refused for ever.
"""

import logging
import time
from collections import OrderedDict
from collections.abc import Callable
from datetime import UTC, datetime

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from integrations.departments.credentials import Key, Keyring
from integrations.departments.problems import RefusedError, unauthorized
from integrations.departments.signatures import (
    SignatureError,
    Signed,
    content_digest,
    covered,
    is_genuine,
    read,
    values_of,
)
from models.said import said

WINDOW = 60
"""Seconds by which the clocks of caller and department may differ."""

LARGEST_BODY = 65_536
"""Bytes."""

BODIES = frozenset({"POST", "PUT", "PATCH"})
LOG = logging.getLogger("onething.departments")

WRONG = unauthorized(
    said("签名不正确，或密钥不适用于该部门", "the signature is wrong, or its key not valid here")
)


class Gate:
    """ASGI middleware; the caller's name is left in ``request.state.client``, the body beside it.

    ``keys`` gives the keys at any time (they may be changed while the gate is open); ``wall`` the
    time in seconds since 1970.
    """

    def __init__(
        self, app: ASGIApp, keys: Callable[[], Keyring], wall: Callable[[], float] = time.time
    ) -> None:
        self.app = app
        self.keys = keys
        self.wall = wall
        self.opened = int(wall())
        self.seen: OrderedDict[tuple[str, str], float] = OrderedDict()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what may pass."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        try:
            headers = _headers(scope)
            body = await _body(headers, receive)
            if scope["method"] in BODIES:
                _check_type(headers)
            state = scope.setdefault("state", {})
            state["body"] = body
            if not _is_open(scope):
                state["client"] = self._caller(scope, headers, body)
        except RefusedError as refused:
            LOG.info("%s %s: %s", scope["method"], scope["path"], refused.kind)
            await refused.response(scope["path"])(scope, receive, send)
            return
        await self.app(scope, again(body, receive), send)

    def _caller(self, scope: Scope, headers: dict[str, str], body: bytes) -> str:
        try:
            signed = read(headers)
        except SignatureError as fault:
            raise unauthorized(
                said(f"请求没有有效签名（{fault}）", f"the request is not signed properly: {fault}")
            ) from None
        key = self._key(signed, scope["path"])
        path = (scope.get("raw_path") or scope["path"].encode()).decode("latin-1")
        values = values_of(scope["method"], path, scope["query_string"].decode("latin-1"), headers)
        if missing := set(covered(scope["method"], headers)) - set(signed.components):
            names = ", ".join(sorted(missing))
            raise unauthorized(said(f"签名须覆盖：{names}", f"the signature must cover: {names}"))
        if not is_genuine(signed, key.bytes, values):
            raise WRONG
        if headers.get("content-digest", content_digest(body)) != content_digest(body):
            raise unauthorized(
                said("正文与 Content-Digest 不符", "the body is not what Content-Digest says")
            )
        self._check_fresh(signed)
        return key.client

    def _key(self, signed: Signed, path: str) -> Key:
        department = path.lstrip("/").partition("/")[0]
        now = datetime.fromtimestamp(self.wall(), UTC)
        key = self.keys().find(signed.key, department, now)
        if key is None:
            raise WRONG
        return key

    def _check_fresh(self, signed: Signed) -> None:
        now = self.wall()
        if abs(now - signed.created) > WINDOW + 1 or signed.created < self.opened:
            raise unauthorized(
                said(
                    f"签名时间须在{WINDOW}秒之内、且晚于服务启动；请重新签名",
                    f"the signature must be at most {WINDOW} seconds old and younger than the "
                    "server; sign again",
                ),
                "stale-signature",
            )
        mark = (signed.key, signed.nonce)
        if mark in self.seen:
            raise unauthorized(
                said("该签名已用过", "this signature has been used before"), "replayed-signature"
            )
        self.seen[mark] = now + 2 * WINDOW + 2
        while self.seen and next(iter(self.seen.values())) < now:
            self.seen.popitem(last=False)


def _headers(scope: Scope) -> dict[str, str]:
    """Headers by lower-case name; repeated ones are joined, as RFC 9421, 2.1 says."""
    headers: dict[str, str] = {}
    for raw, value in scope["headers"]:
        name, text = raw.decode("latin-1").lower(), value.decode("latin-1").strip()
        headers[name] = f"{headers[name]}, {text}" if name in headers else text
    return headers


async def _body(headers: dict[str, str], receive: Receive) -> bytes:
    length = headers.get("content-length", "0")
    if not length.isascii() or not length.isdigit() or int(length[:12]) > LARGEST_BODY:
        raise _too_large()
    body = b""
    more = True
    while more:
        message = await receive()
        if message["type"] == "http.disconnect":
            break
        body += message.get("body", b"")
        more = message.get("more_body", False)
        if len(body) > LARGEST_BODY:
            raise _too_large()
    return body


def _too_large() -> RefusedError:
    return RefusedError(
        413,
        "too-large",
        said(f"正文不得超过{LARGEST_BODY}字节", f"a body may have {LARGEST_BODY} bytes at most"),
    )


def _check_type(headers: dict[str, str]) -> None:
    kind, _, options = headers.get("content-type", "").partition(";")
    charset = options.strip().lower().removeprefix("charset=").strip('"')
    if kind.strip().lower() != "application/json" or charset not in {"", "utf-8"}:
        raise RefusedError(
            415,
            "unsupported-media-type",
            said(
                "正文须为UTF-8编码的 application/json", "the body must be application/json in UTF-8"
            ),
        )


def _is_open(scope: Scope) -> bool:
    path: str = scope["path"]
    is_health = path.count("/") == 2 and path.endswith("/health")  # noqa: PLR2004 - two parts
    is_get: bool = scope["method"] == "GET"
    return is_get and (is_health or path == "/openapi.json")


def again(body: bytes, receive: Receive) -> Receive:
    """A ``receive`` that gives the body once, then whatever comes."""
    given = False

    async def receiver() -> Message:
        nonlocal given
        if given:
            return await receive()
        given = True
        return {"type": "http.request", "body": body, "more_body": False}

    return receiver
