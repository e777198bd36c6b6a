"""The operator's calls: faults that come and go; who else calls them is refused."""

import asyncio
from collections.abc import Callable, Coroutine
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import load_all_checks

from integrations.departments.faults import Fault, StandingFault
from integrations.departments.operator import OperatorClient
from models.errors import DepartmentError, DepartmentUnavailableError
from tests.integrations.departments.town import HOUR, NINE, URL, Town, asking

T = TypeVar("T")
ERROR = Fault(kind="error", department="court", times=3, seconds=0)
load_all_checks()
SCHEMA = schemathesis.openapi.from_asgi("/openapi.json", Town().app).include(
    path_regex="^/operator"
)


def operate(town: Town, act: Callable[[OperatorClient], Coroutine[Any, Any, T]]) -> T:
    async def operating() -> T:
        transport = httpx.ASGITransport(app=town.app)
        async with OperatorClient(URL, lambda: town.keys, transport) as client:
            return await act(client)

    return asyncio.run(operating())


def in_force(town: Town) -> tuple[StandingFault, ...]:
    return operate(town, lambda client: client.faults())


def test_a_fault_strikes_from_when_it_is_added_until_it_is_ended() -> None:
    town = Town()
    town.call(lambda c: c.apply("court", "k1", asking()))
    added = operate(town, lambda client: client.add(ERROR.changed(times=None)))
    with pytest.raises(DepartmentUnavailableError, match="fault on demand"):
        town.call(lambda c: c.apply("court", "k2", asking("C-2")))
    ended = operate(town, lambda client: client.end(added.id))
    assert ended.hits == 4  # the client's tries
    town.call(lambda c: c.apply("court", "k2", asking("C-2")))
    assert in_force(town) == ()


def test_faults_of_the_plan_are_listed_and_numbers_are_not_given_twice() -> None:
    town = Town(faults=(ERROR,))
    assert [f.fault for f in in_force(town)] == [ERROR]
    first = operate(town, lambda client: client.add(Fault(kind="slow", seconds=0)))
    operate(town, lambda client: client.end(first.id))
    second = operate(town, lambda client: client.add(Fault(kind="duplicate")))
    assert [f.id for f in in_force(town)] == [0, second.id]
    assert second.id > first.id


def test_added_faults_outlast_a_restart_with_how_often_they_struck(tmp_path: Path) -> None:
    where = f"sqlite:///{tmp_path / 'ledger.db'}"
    town = Town(where)
    ended = operate(town, lambda client: client.add(Fault(kind="duplicate")))
    added = operate(town, lambda client: client.add(ERROR.changed(times=5)))
    operate(town, lambda client: client.end(ended.id))
    with pytest.raises(DepartmentUnavailableError, match="fault on demand"):
        town.call(lambda c: c.apply("court", "k1", asking()))
    again = Town(where)
    assert in_force(again) == (added.changed(hits=4),)  # the client's tries
    again.call(lambda c: c.apply("court", "k1", asking()))
    assert in_force(Town(where)) == (added.changed(hits=5),)
    newer = operate(again, lambda client: client.add(Fault(kind="duplicate")))
    assert newer.id not in {ended.id, added.id}


def test_a_day_closed_on_demand_is_closed_after_a_restart(tmp_path: Path) -> None:
    where = f"sqlite:///{tmp_path / 'ledger.db'}"
    fault = Fault(kind="closed", department="court", day=date(2024, 1, 2))
    operate(Town(where), lambda client: client.add(fault))
    town = Town(where)
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    town.go_to(NINE + HOUR)
    assert town.call(lambda c: c.status("court", state.id)).status == "accepted"


def test_a_plan_that_has_grown_leaves_the_added_faults_in_force(tmp_path: Path) -> None:
    where = f"sqlite:///{tmp_path / 'ledger.db'}"
    slow = Fault(kind="slow", seconds=0)
    operate(Town(where), lambda client: client.add(slow))
    town = Town(where, faults=(ERROR, ERROR))
    assert [f.fault for f in in_force(town)] == [ERROR, ERROR, slow]
    assert [f.id for f in in_force(town)] == [0, 1, 2]


def test_a_department_closed_on_demand_takes_up_its_work_when_that_is_ended() -> None:
    town = Town()
    day = date(2024, 1, 2)
    fault = Fault(kind="closed", department="court", day=day)
    closed = operate(town, lambda client: client.add(fault))
    state = town.call(lambda c: c.apply("court", "k1", asking()))
    town.go_to(NINE + HOUR)
    assert town.call(lambda c: c.status("court", state.id)).status == "accepted"
    operate(town, lambda client: client.end(closed.id))
    town.go_to(NINE + 2 * HOUR)
    town.go_to(NINE + 3 * HOUR)
    assert town.call(lambda c: c.status("court", state.id)).status == "approved"


@pytest.mark.parametrize(
    ("fault", "place"),
    [
        (Fault(kind="error", department="nobody"), "department"),
        (Fault(kind="closed", day=date(2031, 1, 2)), "day"),
    ],
)
def test_whom_or_when_it_cannot_strike_is_refused(fault: Fault, place: str) -> None:
    town = Town()
    with pytest.raises(DepartmentError) as refused:
        operate(town, lambda client: client.add(fault))
    assert refused.value.status == 422
    assert in_force(town) == ()
    body = fault.model_dump_json().encode()
    answer = signed(town, "POST", "/operator/faults", body)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["errors"][0].startswith(f"body.{place}: ")


def test_a_fault_that_is_not_there_cannot_be_ended() -> None:
    with pytest.raises(DepartmentError, match="no fault 7") as refused:
        operate(Town(), lambda client: client.end(7))
    assert refused.value.status == 404


CALLS = [
    ("GET", "/operator/faults"),
    ("POST", "/operator/faults"),
    ("DELETE", "/operator/faults/0"),
]


@pytest.mark.parametrize(("method", "path"), CALLS)
def test_nobody_else_operates(method: str, path: str) -> None:
    town = Town(faults=(ERROR,))
    body = b'{"kind": "slow"}' if method == "POST" else b""
    headers = {"content-type": "application/json"}
    unsigned = town.send(method, path, body, headers)
    county = town.client("county")
    request = httpx.Request(method, URL + path, content=body, headers=headers)
    (foreign,) = town.send_all(county.signed(request, "court", body))
    for answer in (unsigned, foreign):
        assert answer.status_code == 401
        assert answer.headers["content-type"] == "application/problem+json"
    assert [f.fault for f in in_force(town)] == [ERROR]


def test_the_operator_is_no_client_of_the_departments() -> None:
    town = Town()
    operator = town.client("operator")
    request = httpx.Request("GET", f"{URL}/court/applications/{'0' * 32}")
    (answer,) = town.send_all(operator.signed(request, "operator", b""))
    assert answer.status_code == 401


def signed(town: Town, method: str, path: str, body: bytes) -> httpx.Response:
    headers = {"content-type": "application/json"}
    return town.send_all(town.signed(method, path, body, headers, name="operator"))[0]


@SCHEMA.parametrize()
@settings(max_examples=20, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck))
def test_no_unsigned_call_is_accepted(case: schemathesis.Case[Any]) -> None:
    assert 400 <= case.call().status_code < 500
