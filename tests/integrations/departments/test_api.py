"""The API against its own OpenAPI description, by schemathesis; signed and unsigned calls."""

from datetime import UTC, datetime
from itertools import count
from typing import Any

import httpx
import pytest
import requests
import schemathesis
from hypothesis import HealthCheck, settings
from pydantic import TypeAdapter, ValidationError
from requests.auth import AuthBase
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import positive_data_acceptance, unsupported_method

from integrations.departments import signatures
from integrations.departments.contract import ApplicationId, DocumentNumber
from models.base import Slug
from tests.integrations.departments.town import NINE, Town, asking

load_all_checks()
TOWN = Town()
DONE = TOWN.call(lambda c: c.apply("court", "k1", asking()))
TOWN.go_to(NINE + 3_600)
(DOCUMENT,) = TOWN.call(lambda c: c.status("court", DONE.id)).documents
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", TOWN.app)
NONCES = count()


class Signing(AuthBase):
    """Signs what schemathesis sends, by the county's key for the court.

    A request from which it left the signature out, to see what happens, stays unsigned.
    """

    def __call__(self, r: requests.PreparedRequest) -> requests.PreparedRequest:
        if "signature" not in r.headers:
            return r
        key = TOWN.keys.signing("county", "court", datetime.now(UTC))
        assert key is not None
        body = r.body.encode() if isinstance(r.body, str) else r.body or b""
        assert isinstance(body, bytes)
        method = r.method or ""
        if method in {"POST", "PUT", "PATCH"}:
            r.headers["content-digest"] = signatures.content_digest(body)
        headers = {name.lower(): text(value) for name, value in r.headers.items()}
        names = signatures.covered(method, headers)
        path, _, query = r.path_url.partition("?")
        values = signatures.values_of(method, path, query, headers)
        now = int(datetime.now(UTC).timestamp())
        nonce = f"n{next(NONCES)}"
        r.headers.update(signatures.headers_for(key.bytes, key.id, now, nonce, names, values))
        return r


def text(value: str | bytes) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else value


def aimed(case: schemathesis.Case[Any]) -> schemathesis.Case[Any]:
    """The case aimed at what is there, so that it gets past the first look; wrong names stay."""
    there = {"department": "court", "id": DONE.id, "number": DOCUMENT.number}
    asked = {"process": "permit", "step": "issue"}
    for given, known in ((case.path_parameters, there), (case.body, asked)):
        if isinstance(given, dict):
            valid = {name: known[name] for name in known if is_valid(name, given.get(name))}
            given.update(valid)
    return case


def is_valid(name: str, value: object) -> bool:
    """Whether the contract allows the name."""
    kinds: dict[str, Any] = {"id": ApplicationId, "number": DocumentNumber}
    try:
        TypeAdapter(kinds.get(name, Slug)).validate_python(value)
    except ValidationError:
        return False
    return True


@SCHEMA.parametrize()
@settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_signed_calls_are_answered_as_the_description_says(case: schemathesis.Case[Any]) -> None:
    """No 5xx, no answer outside the description, no call that succeeds without its signature.

    Left out: what is valid by the schema may name a step that nobody has (422), and a method that
    is not served is refused by the gate, unsigned as schemathesis sends it, before it is a 405.
    """
    aimed(case).call_and_validate(
        auth=Signing(), excluded_checks=[positive_data_acceptance, unsupported_method]
    )


@SCHEMA.parametrize()
@settings(max_examples=10, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_unsigned_call_is_accepted(case: schemathesis.Case[Any]) -> None:
    answer = aimed(case).call()
    if case.path.endswith("/health") and case.method == "GET":
        assert answer.status_code in {200, 404, 422}
    else:
        assert 400 <= answer.status_code < 500


@pytest.mark.parametrize(
    ("method", "path", "status", "kind"),
    [
        ("GET", "/court/nothing", 404, "not-found"),
        ("DELETE", "/court/applications/" + "0" * 32, 405, "method-not-allowed"),
        ("GET", "/court/applications/" + "0" * 32, 404, "not-found"),
        ("GET", "/court/applications/short", 422, "invalid"),
        ("GET", "/court/documents/court-" + "0" * 16, 404, "not-found"),
        ("GET", f"/court/applications/{DONE.id}?wait=31", 422, "invalid"),
    ],
)
def test_what_is_not_there_is_a_problem_document(
    method: str, path: str, status: int, kind: str
) -> None:
    (answer,) = TOWN.send_all(TOWN.signed(method, path))
    assert_problem(answer, status, kind)


def test_a_department_that_is_not_there_is_a_problem_document() -> None:
    assert_problem(TOWN.send("GET", "/nobody/health"), 404, "not-found")


def test_a_body_that_is_not_valid_is_named_by_its_place() -> None:
    body = b'{"case": "C-9", "number": -1, "process": "permit", "step": "issue"}'
    headers = {"content-type": "application/json", "idempotency-key": "k9"}
    (answer,) = TOWN.send_all(TOWN.signed("POST", "/court/applications", body, headers))
    assert_problem(answer, 422, "invalid")
    assert [error.partition(":")[0] for error in answer.json()["errors"]] == ["body.number"]


def assert_problem(answer: httpx.Response, status: int, kind: str) -> None:
    """The answer is a problem document of that status and kind, in both languages."""
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    problem = answer.json()
    assert (problem["status"], problem["type"]) == (status, f"urn:onething:problem:{kind}")
    assert problem["detail"] != problem["detail_zh"]
