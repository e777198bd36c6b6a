"""Working in a room without a browser: every control changes the shared design."""

from pathlib import Path
from threading import get_ident

import pytest

from models.condition import Chance
from models.limit import Limit, Moment
from tests.workbench.workshop.rooms import opening
from tests.workbench.workshop.visits import Visit, visit
from workbench.workshop import files
from workbench.workshop.design import Design
from workbench.workshop.shelf import Shelf


def items(there: Visit) -> tuple[int, ...]:
    return there.session.design.items


async def choose(there: Visit, slug: str) -> None:
    """Click a step in the picture."""
    with there.user:
        there.user.find(marker="lanes").trigger("click", {"step": slug})
    await there.settle()


def test_items_are_switched_for_everybody(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        other = await there.another(f"/r/{there.session.key}?lang=en")
        await there.set("item-7", False)
        assert items(there) == (5, 8)
        await other.should_see("with the reforms of plan items 5, 8", retries=20)
        assert there.session.history.now.author.startswith("访客 Guest")
        await there.click("all-off")
        assert items(there) == ()
        await there.click("undo")
        await there.click("undo")
        assert items(there) == (5, 7, 8)
        await there.click("redo")
        assert items(there) == (5, 8)

    visit(tmp_path, work)


def test_findings_are_shown_and_follow_the_design(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        cards, lanes = there.shown("cards"), there.shown("lanes")
        assert "按时办结率" in cards
        assert 'data-step="registration"' in lanes
        assert "10,468 件" in there.shown("state")
        await there.click("all-off")
        assert there.shown("cards") != cards
        assert there.shown("lanes") != lanes
        assert "改革前" in there.shown("four")
        with there.user:
            there.user.find(marker="cards").trigger("click", {"limit": "registration-act"})
            there.user.find(marker="cases").trigger("click", {"case": "999999"})
        assert "设立登记（法定）" in there.shown("spread")
        await there.set("side", "both")
        assert "<svg" in there.shown("lanes-before")

    visit(tmp_path, work)


def test_people_move_by_slider_and_by_button(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        def people(pool: str) -> int:
            return there.session.design.pool(pool).count

        await there.set("people-tax", 3)
        assert people("tax") == 3
        with there.user:
            there.user.find(marker="move-from").elements.copy().pop().set_value("tax")  # type: ignore[attr-defined]
            there.user.find(marker="move-to").elements.copy().pop().set_value("hrss")  # type: ignore[attr-defined]
        await there.click("move")
        assert (people("tax"), people("hrss")) == (2, 2)
        await there.set("move-count", 2)
        await there.click("move")
        assert people("tax") == 2
        await there.user.should_see("至少要留1人")

    visit(tmp_path, work)


def test_hours_and_batches(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.set("whose-hours", "tax")
        await there.set("spans", "08:00-20:00")
        await there.set("batch-times", "09:00，14:00")
        await there.set("batch-days", [1, 3])
        await there.click("apply-hours")
        pool = there.session.design.pool("tax")
        assert pool.hours[0].spans == ("08:00-20:00",)
        assert pool.batch is not None
        assert (pool.batch.times, pool.batch.weekdays) == (("09:00", "14:00"), (1, 3))
        await there.set("spans", "late")
        await there.click("apply-hours")
        await there.user.should_see("不是 09:00-12:00 这样的时段")

    visit(tmp_path, work)


def test_arrivals_and_limits(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.set("arrivals", 9)
        assert there.session.design.rate == 9
        await there.set("limit-registration-act", 1)
        limits = {
            limit.slug: limit for limit in there.session.design.scenario.loads[0].process.limits
        }
        assert limits["registration-act"].most == 1
        assert limits["registration-act"].source.assumed
        await there.click("add-limit")
        await there.set("limit-most", 2)
        await there.click("apply-limit")
        assert "workshop-limit-1" in there.shown("cards")

    visit(tmp_path, work)


def test_a_limit_over_chosen_steps(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        def limits() -> dict[str, Limit]:
            return {limit.slug: limit for limit in there.session.design.process.limits}

        await there.click("add-limit")
        await there.set("limit-name", "发照后税务")
        await there.set("limit-first", "licence")
        await there.set("limit-last", "invoices")
        await there.set("limit-start", "registration")
        await there.set("limit-edge", "completed")
        await there.click("apply-limit")
        made = limits()["workshop-limit-1"]
        assert made.over == ("licence", "tax-assessment", "invoices")
        assert made.starts == Moment(step="registration", edge="completed")
        assert made.source.assumed
        assert "发照后税务" in there.shown("cards")
        assert "发照后税务" in there.session.history.now.text.zh
        await choose(there, "tax-assessment")
        await there.click("remove-step")
        assert limits()["workshop-limit-1"].over == ("licence", "invoices")
        await there.click("edit-workshop-limit-1")
        await there.set("limit-over", ["handover"])
        await there.set("limit-most", 2.5)
        await there.click("apply-limit")
        await there.user.should_see("以日计的时限须为整数")
        assert limits()["workshop-limit-1"].over == ("licence", "invoices")
        await there.set("limit-most", 2)
        await there.click("apply-limit")
        assert limits()["workshop-limit-1"].over == ("handover",)
        await there.click("edit-workshop-limit-1")
        await there.click("drop-limit")
        assert "workshop-limit-1" not in limits()
        await there.click("undo")
        assert "workshop-limit-1" in limits()

    visit(tmp_path, work)


def test_a_step_is_changed_in_every_way(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await choose(there, "seal-record")
        await there.set("owner-is", "justice")
        await there.set("time-mode", 30)
        await there.set("time-high", 60)
        await there.click("apply-time")
        await there.set("condition", "share")
        await there.set("condition-percent", 40)
        await there.click("apply-condition")
        await there.set("rework-percent", 10)
        await there.click("apply-rework")
        await there.set("visit", True)
        await there.set("new-paper", "委托书")
        await there.click("add-paper")
        await there.set("after", ["registration"])
        step = there.session.design.process.step("seal-record")
        assert step.owner == "justice"
        assert isinstance(step.when, Chance)
        assert step.when.share == 0.4
        assert step.time.duration.mean_seconds > 20 * 60
        assert step.rework is not None
        assert step.visit is not None
        assert step.channel == "window"
        assert [paper.name["zh"] for paper in step.materials] == ["委托书"]
        assert step.after == ("registration",)
        await there.click(f"drop-{step.materials[0].slug}")
        await there.set("channel", "online")
        now = there.session.design.process.step("seal-record")
        assert (now.materials, now.visit, now.channel) == ((), None, "online")

    visit(tmp_path, work)


def test_steps_are_added_merged_removed_and_reordered(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await choose(there, "registration")
        await there.set("new-step", "复核")
        await there.click("add-step")
        process = there.session.design.process
        assert process.step("workshop-step-1").name["zh"] == "复核"
        assert process.step("approval").after == ("workshop-step-1",)
        await there.set("parallel-with", "seal-engraving")
        await there.set("merge", "workshop-step-1")
        assert "workshop-step-1" not in there.session.design.process.after
        with there.user:
            dropped = {"from": "invoices", "to": "tax-assessment"}
            there.user.find(marker="lanes").trigger("pointerup", dropped)
        await there.settle()
        await there.click("drag_parallel")
        now = there.session.design.process
        assert now.step("invoices").after == now.step("tax-assessment").after
        await choose(there, "approval")
        await there.click("remove-step")
        assert "approval" not in there.session.design.process.after

    visit(tmp_path, work)


def test_what_contradicts_itself_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        before = there.session.design
        await choose(there, "intake")
        await there.set("after", ["handover"])
        await there.user.should_see("成环")
        await there.set("time-low", 99_999)
        await there.click("apply-time")
        await there.user.should_see("须依次增大")
        assert there.session.design is before

    visit(tmp_path, work)


def test_scenarios_are_kept_opened_and_compared(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.set("keep-as", "今天")
        await there.click("keep")
        await there.until(lambda: "今天" in there.session.kept)
        await there.click("all-off")
        await there.click("compare")
        await there.user.should_see(marker="comparison", retries=50)
        assert "今天" in there.shown("comparison")
        await there.click("close-comparison")
        await there.click("open-今天")
        assert items(there) == (5, 7, 8)
        assert there.server.shelf.names == ("今天",)
        await there.click("drop-今天")
        await there.set("stored", "今天")
        await there.until(lambda: list(there.session.kept) == ["今天"])

    visit(tmp_path, work)


def test_the_store_is_never_asked_on_the_event_loop(tmp_path: Path) -> None:
    """A slow or lost store must not stop the pages of others."""

    class Watched(Shelf):
        def look(self) -> None:
            threads.append(get_ident())
            super().look()

        def fetch(self, name: str) -> Design:
            threads.append(get_ident())
            return super().fetch(name)

    threads: list[int] = []

    async def work(there: Visit) -> None:
        there.server.shelf = Watched(there.server.shelf.store)
        await there.user.open(f"/r/{there.session.key}?lang=zh")
        await there.set("keep-as", "今天")
        await there.click("keep")
        await there.until(lambda: "今天" in there.session.kept)
        await there.click("drop-今天")
        await there.set("stored", "今天")
        await there.until(lambda: "今天" in there.session.kept)
        assert len(threads) >= 3
        assert get_ident() not in threads

    visit(tmp_path, work)


def test_a_lost_store_is_one_sentence(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        there.server.shelf.store.close()
        (tmp_path / "store.db").unlink()
        (tmp_path / "store.db").mkdir()
        await there.set("keep-as", "今天")
        await there.click("keep")
        await there.user.should_see("无法", retries=100)
        await there.user.should_see("今天", retries=100)  # the name is not lost
        assert there.session.kept == {}

    visit(tmp_path, work)


def test_a_file_is_dropped_on_the_room(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.upload("plan.yaml", files.scenario_yaml(opening(7)).content)
        await there.until(lambda: items(there) == (7,))
        assert "plan.yaml" in there.session.history.now.text.zh
        await there.upload("plan.xlsx", b"PK no workbook")
        await there.user.should_see("不是能读的 xlsx 文件", retries=100)
        assert items(there) == (7,)
        await there.click("undo")
        assert items(there) == (5, 7, 8)

    visit(tmp_path, work)


def test_a_file_dropped_on_the_catalogue_begins_a_session(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.user.open("/?lang=zh")
        known = set(there.server.sessions.by_key)
        await there.upload("plan.yaml", files.scenario_yaml(opening(8)).content)
        await there.until(lambda: len(there.server.sessions.by_key) > len(known))
        (key,) = set(there.server.sessions.by_key) - known
        assert there.server.sessions.by_key[key].design.items == (8,)

    visit(tmp_path, work)


@pytest.mark.parametrize("marker", ["export_yaml", "export_process", "export_bpmn", "export_html"])
def test_exports_are_handed_out(tmp_path: Path, marker: str) -> None:
    async def work(there: Visit) -> None:
        there.user.find(marker=marker).click()
        response = await there.user.download.next()
        assert "company-opening" in response.text

    visit(tmp_path, work)


def test_an_unknown_session_says_so(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.user.open("/r/nonsense?lang=en")
        await there.user.should_see("no such session")
        await there.user.open("/w/nonsense")
        await there.user.should_see("没有这个会话")

    visit(tmp_path, work)


def test_the_wall_follows_and_has_no_controls(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        wall = await there.another(f"/w/{there.session.wall}")
        await there.set("people-tax", 4)
        await wall.should_see(marker="latest", retries=20)
        assert "4人" in there.shown("latest", wall)
        await wall.should_not_see(marker="undo")
        await wall.should_not_see(marker="people-tax")

    visit(tmp_path, work)


def test_names_are_shown_and_hostile_ones_are_only_words(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.set("name", "<img src=x onerror=alert(1)>")
        await there.set("people-tax", 4)
        assert "&lt;img" in there.shown("people")
        assert "<img" not in there.shown("people")
        await choose(there, "registration")
        await there.set("new-step", "<script>alert(1)</script>")
        await there.click("add-step")
        assert "<script" not in there.shown("lanes")

    visit(tmp_path, work)


def test_a_process_is_found_and_begun(tmp_path: Path) -> None:
    async def work(there: Visit) -> None:
        await there.user.open("/?lang=zh")
        await there.set("search", "联合验收")
        assert "joint-acceptance" in there.shown("processes")
        assert "company-opening" not in there.shown("processes")
        known = set(there.server.sessions.by_key)
        with there.user:
            there.user.find(marker="processes").trigger("click", {"process": "joint-acceptance"})
        (key,) = set(there.server.sessions.by_key) - known
        assert there.server.sessions.by_key[key].design.base.slug == "joint-acceptance"

    visit(tmp_path, work)
