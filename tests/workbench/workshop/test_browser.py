"""The workshop in a real browser: two people in one session, keyboard, phone, nothing foreign."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from benchmarks.chromium import Browser, Page, chromium
from workbench.filled import write_template

ROOT = Path(__file__).parents[3]
CODE = "from workbench.cli import main; main()"
SECRET = "open sesame"  # noqa: S105 - of the tests
ROOM_READY = (
    "document.querySelector('.lanes.now svg') && document.querySelector('.q-spinner.hidden')"
)


def executable() -> str:
    """Where Chromium is; without it the tests are skipped, or fail where services are required."""
    found = shutil.which("chromium")
    if found is None:
        if os.environ.get("ONETHING_REQUIRE_SERVICES") == "1":
            pytest.fail("chromium is required (ONETHING_REQUIRE_SERVICES=1) but not installed")
        pytest.skip("chromium is not installed")
    return found


def serve(folder: Path, **environment: str) -> tuple[subprocess.Popen[str], str]:
    """The command in a process of its own, and its address."""
    command = [
        sys.executable,
        "-c",
        CODE,
        "workshop",
        "--port",
        "0",
        "--store",
        f"sqlite:///{folder / 'store.db'}",
    ]
    if "ONETHING_WORKSHOP_SECRET" in environment:
        command += ["--host", "0.0.0.0"]  # noqa: S104 - what is tested
    started = subprocess.Popen(  # noqa: S603 - our own interpreter and code
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, **environment}
    )
    assert started.stdout is not None
    port = re.search(r":(\d+)/", started.stdout.readline())
    assert port is not None
    return started, f"http://127.0.0.1:{port[1]}"


def stop(started: subprocess.Popen[str]) -> None:
    started.send_signal(signal.SIGINT)
    started.wait(timeout=20)
    if started.stdout is not None:
        started.stdout.close()


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    executable()
    started, found = serve(tmp_path_factory.mktemp("scenarios"))
    yield found
    stop(started)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(executable(), tmp_path_factory.mktemp("profile")) as found:
        yield found


def room(browser: Browser, address: str, lang: str = "zh") -> Page:
    """A page in a new session on company opening."""
    page = browser.page(f"{address}/?lang={lang}")
    page.click('[data-process="company-opening"]')
    page.wait(ROOM_READY)
    return page


def clean(page: Page, address: str) -> None:
    """Nothing was complained of, nothing fetched from elsewhere."""
    assert page.complaints == []
    foreign = [
        url for url in page.fetched if not url.startswith((address, "data:", "blob:", "ws:"))
    ]
    assert foreign == []


def test_two_people_see_each_others_changes(browser: Browser, address: str) -> None:
    first = room(browser, address)
    second = browser.page(str(first.evaluate("location.href")).replace("lang=zh", "lang=en"))
    second.wait(ROOM_READY)
    second.wait("document.querySelectorAll('.people span').length === 2")
    cards = second.evaluate("document.querySelector('.cards').innerText")
    first.click(".q-toggle")
    second.sees("with the reforms of plan items 7, 8")
    second.wait(f"document.querySelector('.cards').innerText !== {cards!r}")
    first.wait("[...document.querySelectorAll('button')].some(b => b.innerText === '撤销')")
    first.press("z", 2)
    second.sees("with the reforms of plan items 5, 7, 8")
    for page in (first, second):
        clean(page, address)


def test_a_step_is_chosen_dragged_and_undone(browser: Browser, address: str) -> None:
    page = room(browser, address)
    page.click('g[data-step="registration"]')
    page.sees("前置环节")
    page.wait("document.querySelector('g[data-step=registration].selected')")
    page.drag('g[data-step="registration"]', 'g[data-step="seal-engraving"]')
    page.sees("“设立登记”排在“公章刻制”之后")
    page.evaluate(
        "[...document.querySelectorAll('.q-dialog button')]"
        ".find(b => b.innerText.includes('排在')).click()"
    )
    page.wait("document.querySelectorAll('.q-dialog').length === 0")
    page.wait(ROOM_READY)
    clean(page, address)


def test_the_keyboard_reaches_limits_and_steps(browser: Browser, address: str) -> None:
    page = room(browser, address)
    page.evaluate("document.querySelector('[data-limit=\"registration-act\"]').focus()")
    page.press("Enter")
    page.wait("document.querySelector('[data-limit=\"registration-act\"].chosen')")
    page.wait("document.activeElement.dataset.limit === 'registration-act'")
    page.evaluate("document.querySelector('g[data-step=\"approval\"]').focus()")
    page.press("Enter")
    page.sees("前置环节")
    reached = page.evaluate(
        "[...document.querySelectorAll('button, input, a, [role=button]')]"
        ".filter(e => e.offsetParent && e.tabIndex < 0 && !e.disabled"
        " && !e.closest('.q-tab, .q-field, .q-uploader')).length"
    )
    assert reached == 0
    clean(page, address)


def replayed(page: Page) -> None:
    """Play the case that the page shows."""
    page.wait(r"/^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(document.querySelector('.clock').textContent)")
    clock = page.evaluate("document.querySelector('.clock').textContent")
    page.click(".replaybar button")
    page.wait(f"document.querySelector('.clock').textContent !== {clock!r}")
    page.wait("document.querySelector('circle.token')")


def test_a_case_is_replayed(browser: Browser, address: str) -> None:
    page = room(browser, address)
    replayed(page)
    clean(page, address)


def test_whoever_joins_when_all_is_simulated_can_replay_too(browser: Browser, address: str) -> None:
    first = room(browser, address)
    second = browser.page(str(first.evaluate("location.href")))
    second.wait(ROOM_READY)
    replayed(second)
    clean(second, address)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize(("width", "height"), [(390, 844), (1366, 768), (1920, 1080)])
def test_nothing_sticks_out(
    browser: Browser, address: str, width: int, height: int, lang: str
) -> None:
    page = browser.page(width=width, height=height)
    page.size(width, height, phone=width < 500)
    page.open(f"{address}/?lang={lang}")
    page.wait("document.querySelector('[data-process]')")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.click('[data-process="fire-venue"], [data-process="company-opening"]')
    page.wait(ROOM_READY)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.documentElement.lang") == {"zh": "zh-CN", "en": "en"}[lang]


def test_a_filled_in_form_is_dropped_in(browser: Browser, address: str, tmp_path: Path) -> None:
    form = write_template("company-opening", tmp_path / "填报.xlsx", "zh", as_is=True)
    page = browser.page(f"{address}/?lang=zh")
    page.wait("document.querySelector('input[type=file]')")
    root = page.call("DOM.getDocument")["root"]["nodeId"]
    box = page.call("DOM.querySelector", nodeId=root, selector="input[type=file]")["nodeId"]
    page.call("DOM.setFileInputFiles", nodeId=box, files=[str(form)])
    page.wait("location.pathname.startsWith('/r/')")
    page.wait(ROOM_READY)
    page.wait("document.querySelectorAll('.tile-change.same').length === 4")
    clean(page, address)


def test_links_are_copied(browser: Browser, address: str) -> None:
    page = room(browser, address)
    for words in ("分享", "复制"):
        page.wait(f"[...document.querySelectorAll('button')].some(b => b.innerText === '{words}')")
        page.evaluate(
            f"[...document.querySelectorAll('button')].find(b => b.innerText === '{words}').click()"
        )
    page.sees("已复制")
    page.wait("document.activeElement.value === location.href")
    clean(page, address)


def test_before_and_now_stand_side_by_side(browser: Browser, address: str) -> None:
    page = room(browser, address)
    page.size(1920, 1080)
    page.evaluate(
        "[...document.querySelectorAll('button')].find(b => b.innerText === '前后对照').click()"
    )
    page.wait("document.querySelector('.sides .lanes:not(.now) svg')")
    before, now = page.evaluate(
        "[...document.querySelectorAll('.sides > div')]"
        ".map(part => part.getBoundingClientRect().toJSON())"
    )
    assert before["right"] <= now["left"]
    assert before["top"] == now["top"]


def test_the_network_asks_for_the_secret(tmp_path: Path, browser: Browser) -> None:
    started, address = serve(tmp_path, ONETHING_WORKSHOP_SECRET=SECRET)
    try:
        patient = httpx.HTTPTransport(retries=8)  # the port is named before it is listened on
        with httpx.Client(base_url=address, transport=patient) as client:
            assert client.get("/").status_code == 401
            assert client.get("/_nicegui_ws/socket.io/?transport=polling").status_code == 401
            assert client.post("/login", data={"secret": "wrong word"}).status_code == 403
        page = browser.page(f"{address}/")
        page.sees("口令")
        page.evaluate("document.querySelector('[name=name]').value = '李四'")
        page.evaluate(f"document.querySelector('[name=secret]').value = '{SECRET}'")
        page.click("button")
        page.wait("document.querySelector('[data-process]')")
        page.click('[data-process="company-opening"]')
        page.wait(ROOM_READY)
        page.sees("李四")
        assert page.evaluate("document.cookie") == ""
    finally:
        stop(started)
