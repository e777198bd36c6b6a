"""The client: what it tries again, for how long it waits, when it leaves a department alone."""

import asyncio
import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from integrations.departments.circuit import Circuit, Patience, retry_after
from integrations.departments.client import DepartmentClient
from integrations.departments.contract import ApplicationState
from integrations.departments.credentials import Keyring
from models.errors import DepartmentError, DepartmentUnavailableError, UnknownNameError
from tests.integrations.departments.town import KEYS, NINE, URL, Town, asking
from tests.model_builders import FEW

Answer = httpx.Response | Exception


class Script(httpx.AsyncBaseTransport):
    """A department that answers as told, then as the town does."""

    def __init__(self, answers: Iterable[Answer], town: Town) -> None:
        self.answers = list(answers)
        self.town = httpx.ASGITransport(app=town.app)
        self.keys: list[str | None] = []
        self.signatures: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.keys.append(request.headers.get("idempotency-key"))
        self.signatures.append(request.headers["signature"])
        if not self.answers:
            return await self.town.handle_async_request(request)
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer


class Slept:
    """Sleeps in no time and remembers for how long."""

    def __init__(self) -> None:
        self.times: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.times.append(seconds)


def talk(
    *answers: Answer, attempts: int = 4, failures: int = 99
) -> tuple[ApplicationState, Script, Slept]:
    """Apply at a department that first gives these answers."""
    script, slept = Script(answers, Town()), Slept()
    patience = Patience(attempts=attempts, failures=failures)

    async def talking() -> ApplicationState:
        client = DepartmentClient(
            "county",
            URL,
            lambda: KEYS,
            patience=patience,
            transport=script,
            sleep=slept,
            chance=random.Random(1),
        )
        async with client:
            return await client.apply("court", "k1", asking())

    return asyncio.run(talking()), script, slept


@pytest.mark.parametrize(
    "failure",
    [
        httpx.ConnectError("refused"),
        httpx.ReadTimeout("late"),
        httpx.RemoteProtocolError("cut off"),
        *(httpx.Response(code) for code in (429, 500, 502, 503, 504)),
    ],
)
def test_failures_are_tried_again_with_the_same_key_and_a_new_signature(failure: Answer) -> None:
    state, script, slept = talk(failure, failure)
    assert state.status == "accepted"
    assert script.keys == ["k1"] * 3
    assert len(set(script.signatures)) == 3
    assert len(slept.times) == 2


def test_a_refusal_is_not_tried_again() -> None:
    with pytest.raises(DepartmentError, match=r"court refused \(HTTP 404\)") as caught:
        talk(httpx.Response(404), httpx.Response(404))
    assert caught.value.status == 404
    assert not isinstance(caught.value, DepartmentUnavailableError)


def test_after_so_many_tries_it_says_that_there_was_no_answer() -> None:
    failures = [httpx.ConnectError("refused")] * 4
    with pytest.raises(DepartmentUnavailableError, match="4 tries: connection failed") as caught:
        talk(*failures)
    assert "没有答复" in caught.value.sentence("zh")


def test_it_waits_as_long_as_it_is_asked_to() -> None:
    _, _, slept = talk(httpx.Response(503, headers={"retry-after": "7"}))
    assert slept.times == [7.0]
    _, _, slept = talk(httpx.Response(503, headers={"retry-after": "7000"}))
    assert slept.times == [60.0]


def test_retry_after_is_read_as_seconds_or_a_date() -> None:
    now = datetime(2026, 3, 2, 8, 0, 0, tzinfo=UTC)
    assert retry_after("Mon, 02 Mar 2026 08:00:30 GMT", now) == 30.0
    assert retry_after("Mon, 02 Mar 2026 07:00:00 GMT", now) == 0.0
    assert (retry_after("12"), retry_after("soon"), retry_after(None)) == (12.0, None, None)


@FEW
@given(st.integers(1, 40), st.integers(0, 99))
def test_backoff_is_full_jitter_below_a_doubling_bound(repetition: int, seed: int) -> None:
    patience = Patience(first=0.5, longest=8.0)
    pause = patience.pause(repetition, None, random.Random(seed))
    assert 0 <= pause <= min(8.0, 0.5 * 2 ** (repetition - 1))


def test_a_department_that_keeps_failing_is_left_alone_then_tried_by_one_call() -> None:
    circuit = Circuit(Patience(failures=3, rest=5.0))
    for now in (0.0, 1.0, 2.0):
        assert circuit.enter(now) == 0.0
        circuit.broke(now)
    assert circuit.enter(3.0) == 4.0
    assert circuit.enter(7.0) == 0.0  # half-open: this call tries it
    assert circuit.enter(7.0) == 5.0  # and no other
    circuit.broke(8.0)
    assert circuit.enter(9.0) == 4.0
    assert circuit.enter(13.0) == 0.0
    circuit.succeeded()
    assert circuit.enter(13.0) == circuit.enter(13.0) == 0.0


def test_an_open_circuit_sends_nothing() -> None:
    failures = [httpx.ConnectError("refused")] * 2
    with pytest.raises(DepartmentUnavailableError, match="left alone"):
        talk(*failures, attempts=4, failures=2)


def test_an_answer_outside_the_contract_is_said_so() -> None:
    with pytest.raises(DepartmentError, match="not in the contract"):
        talk(httpx.Response(202, json={"id": "x"}))


def test_a_stale_signature_is_made_anew() -> None:
    problem = {
        "type": "urn:onething:problem:stale-signature",
        "title": "Unauthorized",
        "status": 401,
        "detail": "sign again",
        "detail_zh": "请重新签名",
    }
    kind = {"content-type": "application/problem+json"}
    state, script, _ = talk(httpx.Response(401, json=problem, headers=kind))
    assert state.status == "accepted"
    assert len(set(script.signatures)) == 2


def test_waiting_parks_between_two_looks_until_the_department_is_done() -> None:
    town = Town()
    looks: list[str] = []

    async def pause(identity: str) -> None:
        looks.append(identity)
        town.go_to(NINE + 300 * len(looks))

    async def case(client: DepartmentClient) -> ApplicationState:
        state = await client.apply("court", "k1", asking())
        return await client.wait("court", state.id, pause)

    state = town.call(case)
    assert state.status == "approved"
    assert looks == [state.id] * 2  # ten minutes of work, a look every five


def test_a_long_poll_is_answered_as_soon_as_the_application_is_over() -> None:
    town = Town()

    async def case(client: DepartmentClient) -> ApplicationState:
        state = await client.apply("court", "k1", asking())
        waiting = asyncio.create_task(client.wait("court", state.id))
        while state.id not in town.service.waits:
            await asyncio.sleep(0)
        town.go_to(NINE)
        town.go_to(NINE + 600)
        return await waiting

    assert town.call(case).status == "approved"


def test_an_application_may_wait_for_its_end() -> None:
    town = Town()

    async def case(client: DepartmentClient) -> ApplicationState:
        asked = asyncio.create_task(client.apply("court", "k1", asking(), wait=1))
        while not town.service.waits:
            await asyncio.sleep(0)
        town.go_to(NINE)
        town.go_to(NINE + 600)
        return await asked

    state = town.call(case)
    assert state.status == "approved"
    assert len(state.documents) == 1


def test_an_application_that_is_not_over_in_time_is_answered_as_it_is() -> None:
    town = Town()
    state = town.call(lambda c: c.apply("court", "k1", asking(), wait=0.01))
    assert state.status == "accepted"
    town.go_to(NINE)
    town.go_to(NINE + 600)
    again = town.call(lambda c: c.apply("court", "k1", asking(), wait=1))
    assert (again.id, again.status) == (state.id, "approved")


def test_a_department_gets_so_many_calls_at_a_time() -> None:
    open_calls: list[int] = []
    now_open = 0

    async def slowly(_: httpx.Request) -> httpx.Response:
        nonlocal now_open
        now_open += 1
        open_calls.append(now_open)
        await asyncio.sleep(0)
        now_open -= 1
        return httpx.Response(404)

    async def calling() -> None:
        transport = httpx.MockTransport(slowly)
        client = DepartmentClient(
            "county", URL, lambda: KEYS, transport=transport, capacity={"court": 2}
        )
        async with client:
            calls = (client.document("court", f"court-{n:016x}") for n in range(8))
            await asyncio.gather(*calls, return_exceptions=True)

    asyncio.run(calling())
    assert len(open_calls) == 8
    assert max(open_calls) == 2


@pytest.mark.parametrize(
    ("urls", "keys", "error"),
    [
        ({"tax": URL}, KEYS, UnknownNameError),
        (URL, Keyring(keys=()), DepartmentError),
    ],
)
def test_without_an_address_or_a_key_nothing_is_called(
    urls: Any, keys: Keyring, error: type[Exception]
) -> None:
    async def calling() -> None:
        async with DepartmentClient("county", urls, lambda: keys) as client:
            await client.health("court")

    with pytest.raises(error):
        asyncio.run(calling())


def test_it_signs_with_the_newest_valid_key() -> None:
    now = datetime.now(UTC)
    rotated = KEYS.rotated(now, timedelta(hours=1))
    old, new = (keys.signing("county", "court", now) for keys in (KEYS, rotated))
    assert old is not None
    assert new is not None
    assert old.id != new.id
    assert rotated.find(old.id, "court", now) is not None
    assert rotated.find(old.id, "court", now + timedelta(hours=2)) is None
    assert rotated.find(old.id, "tax", now) is None
