"""The gate: who may call, and what is too large or of the wrong kind."""

import asyncio
import logging
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx
import pytest
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from integrations.departments.credentials import Keyring
from integrations.departments.gate import LARGEST_BODY, WINDOW, Gate
from tests.integrations.departments.test_api import assert_problem
from tests.integrations.departments.town import KEYS, URL, Town, asking

PATH = "/court/applications/" + "0" * 32
JSON = {"content-type": "application/json"}


def test_a_signature_is_good_once() -> None:
    town = Town()
    request = town.signed("GET", PATH)
    first, second = town.send_all(request, request)
    assert_problem(first, 404, "not-found")
    assert_problem(second, 401, "replayed-signature")


def test_a_signature_for_one_call_is_not_good_for_another() -> None:
    town = Town()
    request = town.signed("GET", PATH)
    for path in (PATH + "?wait=1", PATH.replace("court", "tax"), PATH[:-1] + "1"):
        moved = httpx.Request("GET", URL + path, headers=request.headers)
        assert_problem(town.send_all(moved)[0], 401, "unauthorized")


def test_another_body_than_the_one_signed_is_refused() -> None:
    town = Town()
    headers = {**JSON, "idempotency-key": "k1"}
    request = town.signed("POST", "/court/applications", b'{"a": 1}', headers)
    changed = httpx.Request("POST", request.url, content=b'{"a": 2}', headers=request.headers)
    assert_problem(town.send_all(changed)[0], 401, "unauthorized")


@pytest.mark.parametrize("name", ["idempotency-key", "content-type", "content-digest"])
def test_a_header_that_counts_must_be_signed(name: str) -> None:
    town = Town()
    headers = {**JSON, "idempotency-key": "k1"}
    request = town.signed("POST", "/court/applications", b"{}", headers)
    named = request.headers["signature-input"].replace(f' "{name}"', "")
    request.headers["signature-input"] = named
    assert_problem(town.send_all(request)[0], 401, "unauthorized")


def test_a_wrong_key_is_refused_like_an_unknown_one() -> None:
    town = Town()
    pairs = zip(KEYS.keys, reversed(KEYS.keys), strict=True)
    swapped = Keyring(keys=tuple(key.changed(secret=other.secret) for key, other in pairs))
    stranger = Keyring.fresh("county", ["court"])
    answers = []
    for keys in (swapped, stranger):
        request = Town(keys=keys).signed("GET", PATH)
        answers.append(town.send_all(request)[0])
    for answer in answers:
        assert_problem(answer, 401, "unauthorized")
    assert answers[0].content == answers[1].content


def test_an_unsigned_call_is_refused() -> None:
    assert_problem(Town().send("GET", PATH), 401, "unauthorized")
    assert_problem(Town().send("GET", "/nothing"), 401, "unauthorized")


def test_a_body_that_is_too_large_is_refused_with_and_without_its_length() -> None:
    town = Town()
    body = b" " * (LARGEST_BODY + 1)
    assert_problem(town.send("POST", "/court/applications", body, JSON), 413, "too-large")

    async def chunks() -> AsyncIterator[bytes]:
        for _ in range(LARGEST_BODY // 1_024 + 1):
            yield b" " * 1_024

    request = httpx.Request("POST", f"{URL}/court/applications", content=chunks(), headers=JSON)
    assert "content-length" not in request.headers
    assert_problem(town.send_all(request)[0], 413, "too-large")


@pytest.mark.parametrize(
    "kind",
    ["", "text/plain", "application/xml", "application/json; charset=gbk", "multipart/form-data"],
)
def test_a_body_of_another_kind_is_refused(kind: str) -> None:
    headers = {"content-type": kind} if kind else {}
    answer = Town().send("POST", "/court/applications", b"{}", headers)
    assert_problem(answer, 415, "unsupported-media-type")


def test_keys_change_while_both_are_valid_for_a_while() -> None:
    town = Town()
    now = datetime.now(UTC)
    before = Town(keys=KEYS)
    town.keys = KEYS.rotated(now, timedelta(hours=1))
    with_old, with_new = before.signed("GET", PATH), town.signed("GET", PATH)
    assert with_old.headers["signature-input"] != with_new.headers["signature-input"]
    for answer in town.send_all(with_old, with_new):
        assert answer.status_code == 404
    town.keys = KEYS.rotated(now, timedelta(0))
    (answer,) = town.send_all(before.signed("GET", PATH))
    assert_problem(answer, 401, "unauthorized")


@dataclass
class Wall:
    """The time of day as a test sets it."""

    time: float

    def __call__(self) -> float:
        return self.time


async def echo(scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the caller's name."""
    await PlainTextResponse(scope["state"]["client"])(scope, receive, send)


@pytest.mark.parametrize(
    ("late", "status"), [(0, 200), (WINDOW - 1, 200), (WINDOW + 5, 401), (-WINDOW - 5, 401)]
)
def test_a_signature_is_good_for_a_minute(late: float, status: int) -> None:
    now = datetime.now(UTC).timestamp()
    gate = Gate(echo, lambda: KEYS, Wall(now - 1_000))
    gate.wall = Wall(now + late)
    answer = asyncio.run(sent(gate, Town().signed("GET", PATH)))
    assert answer.status_code == status
    assert (answer.text == "county") == (status == 200)


def test_a_signature_from_before_the_start_is_refused_so_that_no_restart_forgets() -> None:
    gate = Gate(echo, lambda: KEYS, Wall(datetime.now(UTC).timestamp() + 5))
    assert_problem(asyncio.run(sent(gate, Town().signed("GET", PATH))), 401, "stale-signature")


async def sent(app: Gate, request: httpx.Request) -> httpx.Response:
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app)) as http:
        return await http.send(request)


def test_no_secret_is_shown_or_logged(caplog: pytest.LogCaptureFixture) -> None:
    secrets = [key.secret.get_secret_value() for key in KEYS.keys]
    town = Town()
    with caplog.at_level(logging.DEBUG):
        town.call(lambda c: c.apply("court", "k1", asking()))
        town.send("GET", PATH)
    assert "unauthorized" in caplog.text
    assert not [secret for secret in secrets if secret in caplog.text + repr(KEYS) + str(KEYS)]
