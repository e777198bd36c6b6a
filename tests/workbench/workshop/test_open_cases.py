"""Open cases of the store: days used and left counted by hand, who holds them, breaches first."""

import asyncio
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from integrations.store.store import Store
from models.base import text
from models.limit import Limit
from models.process import Process
from models.working_time import CHINA
from tests.builders import MONDAY, SOURCE
from tests.model_builders import a_process, a_step
from tests.workbench.workshop.visits import Visit, visit
from workbench.workshop import views
from workbench.workshop.open_cases import open_cases, prefect_address
from workbench.workshop.words import Words

EPOCH = datetime(MONDAY.year, MONDAY.month, MONDAY.day, tzinfo=CHINA)


def at(day: int, hour: int) -> datetime:
    """So many days after the Monday, at that hour."""
    return EPOCH + timedelta(days=day, hours=hour)


def process() -> Process:
    limit = Limit(
        slug="limit", name=text("时限", "limit"), most=3, unit="working_days", source=SOURCE
    )
    return a_process(
        a_step("accept", owner="tax"), a_step("decide", "accept", owner="hrss"), limits=(limit,)
    )


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'store.db'}") as opened:
        yield opened


def begin(store: Store, case: str, arrival: datetime, *, asked: bool) -> None:
    """A case whose first step is in flight: at the department, or at the applicant."""
    run = store.begin_run("live", "live", [process()], EPOCH)
    store.open_case(run, case, "process", {}, arrival)
    store.visit_ready(case, "accept", 0, owner="tax", ready=arrival)
    if asked:
        store.visit_enabled(case, "accept", 0, enabled=arrival, application=f"{case}/1")


def test_an_empty_store_has_none(store: Store) -> None:
    assert open_cases(store, EPOCH) == ([], 0)
    assert "没有在办" in views.live([], 0, Words("zh"))


def test_days_used_and_left_and_the_holder(store: Store) -> None:
    """From Monday to Wednesday are two working days, the day of acceptance not counted."""
    begin(store, "a", at(0, 9), asked=True)
    (case,), total = open_cases(store, at(2, 10))
    assert total == 1
    (standing,) = case.standings
    assert (standing.used, standing.left, standing.state) == (2, 1, "running")
    (holder,) = case.holders
    assert (holder.owner, holder.since) == ("tax", at(0, 9))


def test_breached_cases_come_first(store: Store) -> None:
    begin(store, "late", at(0, 9), asked=True)
    begin(store, "fresh", at(4, 9), asked=True)
    begin(store, "later", at(4, 10), asked=True)
    found, _ = open_cases(store, at(4, 11))
    assert [case.case for case in found] == ["late", "fresh", "later"]
    assert [case.severity for case in found] == [0, 2, 2]
    shown = views.live(found, 3, Words("en"))
    assert "limit: 4 working days used, over by 1 working day" in shown


def test_a_case_that_waits_for_the_applicant_is_in_their_hands(store: Store) -> None:
    begin(store, "a", at(0, 9), asked=False)
    (case,), _ = open_cases(store, at(1, 9))
    assert [holder.owner for holder in case.holders] == [None]
    assert "申请人" in views.live([case], 1, Words("zh"))


@pytest.mark.parametrize(
    ("true_now", "now"),
    [
        (at(2, 9), at(2, 9)),
        (at(-1, 9), at(0, 9)),
        (at(30, 9), at(0, 9)),
    ],
)
def test_now_is_the_true_time_only_of_runs_that_keep_it(
    store: Store, true_now: datetime, now: datetime
) -> None:
    begin(store, "a", at(0, 9), asked=True)
    assert open_cases(store, true_now)[0][0].now == now


def test_a_closed_case_is_gone(store: Store) -> None:
    begin(store, "a", at(0, 9), asked=True)
    store.close_case("a", "withdrawn", at(1, 9))
    assert open_cases(store, at(2, 9)) == ([], 0)


def test_hostile_names_are_only_words(store: Store) -> None:
    begin(store, "<script>alert(1)</script>", at(0, 9), asked=True)
    shown = views.live(open_cases(store, at(1, 9))[0], 1, Words("zh"))
    assert "<script" not in shown


@pytest.mark.parametrize(
    ("environment", "address"),
    [
        ({"PREFECT_UI_URL": "http://h:4200"}, "http://h:4200"),
        ({"PREFECT_API_URL": "https://h:4200/api"}, "https://h:4200"),
        ({"PREFECT_API_URL": "javascript:alert(1)"}, None),
        ({}, None),
    ],
)
def test_the_address_of_prefect(environment: dict[str, str], address: str | None) -> None:
    assert prefect_address(environment) == address


def test_the_page_shows_them(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        begin(there.server.shelf.store, "a-case", at(0, 9), asked=True)
        await there.user.open("/live?lang=en")
        await there.user.should_see("a-case", retries=30)
        for _ in range(100):
            if "a-case" in there.shown("open-cases"):
                break
            await asyncio.sleep(0.05)
        assert "Under way in the event store: 1." in there.shown("open-cases")

    visit(tmp_path, work)
