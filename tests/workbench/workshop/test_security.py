"""The gate: who comes in, who does not, and how often one may try."""

import asyncio
from typing import Any

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from models.errors import DocumentError
from workbench.workshop.security import (
    COOKIE,
    FAILURES,
    LARGEST_BODY,
    WINDOW,
    Gate,
    Guard,
    checked_secret,
    host_name,
    is_loopback,
)

SECRET = "correct horse"  # noqa: S105 - of the tests


async def inside(scope: Scope, receive: Receive, send: Send) -> None:
    """What the gate guards: tells the participant's token."""
    await PlainTextResponse(scope.get("participant", "nobody"))(scope, receive, send)


def get(guard: Guard, path: str = "/", host: str = "127.0.0.1", **headers: str) -> httpx.Response:
    async def ask() -> httpx.Response:
        transport = httpx.ASGITransport(Gate(inside, guard))
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}:80") as client:
            return await client.get(path, headers=headers)

    return asyncio.run(ask())


def socket(guard: Guard, headers: dict[str, str]) -> list[dict[str, Any]]:
    """What the gate answers a web socket itself; empty if it lets it in."""
    sent: list[dict[str, Any]] = []

    async def ask() -> None:
        async def send(message: Any) -> None:
            sent.append(dict(message))

        async def receive() -> Any:
            return {"type": "websocket.connect"}

        async def within(_scope: Scope, _receive: Receive, _send: Send) -> None:
            return

        scope = {
            "type": "websocket",
            "path": "/_nicegui_ws/socket.io/",
            "scheme": "ws",
            "headers": [(name.encode(), value.encode()) for name, value in headers.items()],
        }
        await Gate(within, guard)(scope, receive, send)

    asyncio.run(ask())
    return sent


@pytest.mark.parametrize(
    ("host", "loopback"),
    [
        *[(host, True) for host in ("127.0.0.1", "127.9.9.9", "::1", "localhost")],
        *[(host, False) for host in ("0.0.0.0", "::", "192.168.1.5", "example.com")],  # noqa: S104
    ],
)
def test_the_network_needs_a_secret(host: str, *, loopback: bool) -> None:
    assert is_loopback(host) is loopback
    if loopback:
        assert checked_secret(host, None) is None
    else:
        with pytest.raises(DocumentError, match="ONETHING_WORKSHOP_SECRET"):
            checked_secret(host, None)
    assert checked_secret(host, SECRET) == SECRET


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(DocumentError, match="8"):
        checked_secret("127.0.0.1", "short")


def test_on_loopback_everybody_gets_a_token_of_their_own() -> None:
    guard = Guard()
    first, second = get(guard), get(guard)
    assert first.text != second.text
    cookie = first.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie
    again = get(guard, cookie=f"{COOKIE}={first.text}")
    assert again.text == first.text
    assert "set-cookie" not in again.headers


def test_on_loopback_a_foreign_name_is_refused() -> None:
    assert get(Guard(), host="rebound.example").status_code == 403
    assert get(Guard(), origin="http://evil.example").status_code == 403
    assert get(Guard(), origin="http://127.0.0.1").status_code == 200


@pytest.mark.parametrize("length", [str(LARGEST_BODY + 1), "many", "-1"])
def test_a_body_that_is_too_long_is_not_read(length: str) -> None:
    headers = {"content-length": length}
    assert get(Guard(), **headers).status_code == 413
    assert get(Guard(), **{"transfer-encoding": "chunked"}).status_code == 413


def test_with_a_secret_nothing_is_open_but_the_login() -> None:
    guard = Guard(SECRET)
    assert get(guard).status_code == 401
    assert get(guard, accept="text/html").headers["location"] == "/login?next=/"
    assert get(guard, "/login").status_code == 200
    assert get(guard, cookie=f"{COOKIE}=guess").status_code == 401
    token = guard.enter("a", SECRET, "张三")
    assert get(guard, cookie=f"{COOKIE}={token}").text == token


def test_sockets_pass_the_same_gate() -> None:
    guard = Guard(SECRET)
    host = {"host": "10.0.0.1:8765"}
    assert socket(guard, host)[0]["type"] == "websocket.close"
    cookie = {"cookie": f"{COOKIE}={guard.enter('a', SECRET)}"}
    assert socket(guard, host | cookie) == []
    foreign = {"origin": "http://evil.example"}
    assert socket(guard, host | cookie | foreign)[0]["type"] == "websocket.close"


def test_wrong_secrets_are_counted_and_forgotten() -> None:
    now = [0.0]
    guard = Guard(SECRET, clock=lambda: now[0])
    for _ in range(FAILURES):
        assert guard.enter("a", "wrong") is None
    assert guard.enter("a", SECRET) is None
    assert guard.blocked("a")
    assert guard.enter("b", SECRET) is not None
    now[0] = WINDOW + 1
    assert guard.enter("a", SECRET) is not None


def test_the_secret_is_not_shown() -> None:
    assert SECRET not in repr(Guard(SECRET))


def test_answers_forbid_framing_and_foreign_content() -> None:
    headers = get(Guard()).headers
    assert "default-src 'self'" in headers["content-security-policy"]
    assert headers["x-frame-options"] == "DENY"


def test_names_are_short_and_never_empty() -> None:
    guard = Guard()
    token = guard.token("  ")
    assert guard.names[token]
    assert guard.rename(token, "x" * 100) == "x" * 40
    assert guard.rename("unknown", "x") == ""


@pytest.mark.parametrize(
    ("host", "name"), [("[::1]:80", "::1"), ("localhost:1", "localhost"), ("a", "a")]
)
def test_host_names_without_ports(host: str, name: str) -> None:
    assert host_name(host) == name
