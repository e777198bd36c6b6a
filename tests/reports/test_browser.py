"""The page in a browser: it loads without a complaint, and nothing sticks out or collides."""

import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from models.base import Language
from reports import html as pages
from reports.document import document
from tests.reports.subjects import hostile, opening

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--enable-logging=stderr",
)
SCREEN, PHONE = 1366, 500
POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy"[^>]*>')
PROBE = """<pre id="probe"></pre><script>
const found = [];
for (const svg of document.querySelectorAll("figure svg[role=img]")) {
  const edge = svg.getBoundingClientRect();
  const boxes = [];
  for (const text of svg.querySelectorAll("text")) {
    const name = [...text.childNodes].filter(n => n.nodeType === 3).map(n => n.data).join("");
    const r = text.getBoundingClientRect();
    if (!r.width || !name.trim()) continue;
    const scale = edge.width / svg.viewBox.baseVal.width;
    const half = 0.4 * Number(text.getAttribute("font-size")) * scale;
    const middle = (r.top + r.bottom) / 2;
    boxes.push({name, left: r.left, right: r.right, top: middle - half, bottom: middle + half});
    if (r.left < edge.left - 1 || r.right > edge.right + 1 || middle - half < edge.top - 1
        || middle + half > edge.bottom + 1) found.push("outside: " + name);
  }
  boxes.forEach((a, n) => boxes.slice(n + 1).forEach(b => {
    if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
        && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1)
      found.push("collide: " + a.name + " | " + b.name);
  }));
  for (const step of svg.querySelectorAll("g:has(> title)")) {
    const r = step.querySelector("rect").getBoundingClientRect();
    for (const text of step.querySelectorAll("text")) {
      const t = text.getBoundingClientRect();
      if (t.left < r.left - 1 || t.right > r.right + 1)
        found.push("out of its box: " + text.textContent);
    }
  }
}
const wide = document.documentElement.scrollWidth - window.innerWidth;
if (wide > 0) found.push("the page is " + wide + " px too wide");
found.push("texts: " + document.querySelectorAll("svg text").length);
document.getElementById("probe").textContent = JSON.stringify(found);
</script></body>"""


@pytest.fixture(scope="module")
def chromium() -> str:
    """The browser; without one these tests are skipped, or fail where services are required."""
    found = shutil.which("chromium")
    if found is None:
        if os.environ.get("ONETHING_REQUIRE_SERVICES") == "1":
            pytest.fail("chromium is required (ONETHING_REQUIRE_SERVICES=1) but not installed")
        pytest.skip("chromium is not installed")
    return found


def browse(chromium: str, page: Path, width: int, *arguments: str) -> tuple[str, list[str]]:
    """What the browser prints for the page, and the messages on its console."""
    profile = page.parent / "profile"
    shutil.rmtree(profile, ignore_errors=True)
    done = subprocess.run(  # noqa: S603 - the browser on our own page
        [
            chromium,
            *FLAGS,
            f"--user-data-dir={profile}",
            f"--window-size={width},900",
            *arguments,
            page.as_uri(),
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout, [line for line in done.stderr.splitlines() if "CONSOLE" in line]


def probed(chromium: str, folder: Path, page: str, width: int) -> list[str]:
    """The page's faults as the browser sees them, and the number of texts at the end."""
    path = folder / "probe.html"
    path.write_text(POLICY.sub("", page).replace("</body>", PROBE), encoding="utf-8")
    shown, _ = browse(chromium, path, width, "--dump-dom")
    match = re.search(r'<pre id="probe">(.*?)</pre>', shown, re.DOTALL)
    assert match is not None
    found: list[str] = json.loads(html.unescape(match[1]))
    return found


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("to_be", [False, True])
def test_words_stay_in_their_pictures_and_boxes(
    chromium: str, tmp_path: Path, language: Language, *, to_be: bool
) -> None:
    page = pages.page(document(opening(to_be=to_be), language))
    for width in (SCREEN, PHONE):
        *faults, number = probed(chromium, tmp_path, page, width)
        assert faults == []
        assert int(number.removeprefix("texts: ")) > 100


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_page_loads_and_prints_without_a_complaint(
    chromium: str, tmp_path: Path, language: Language
) -> None:
    path = tmp_path / "report.html"
    path.write_text(pages.page(document(opening(to_be=True), language)), encoding="utf-8")
    target = tmp_path / "report.pdf"
    _, messages = browse(chromium, path, SCREEN, f"--print-to-pdf={target}")
    assert messages == []
    assert target.read_bytes().startswith(b"%PDF")


def test_hostile_names_change_nothing(chromium: str, tmp_path: Path) -> None:
    page = pages.page(document(hostile(), "zh"))
    *faults, _ = probed(chromium, tmp_path, page, SCREEN)
    assert faults == []
    path = tmp_path / "report.html"
    path.write_text(page, encoding="utf-8")
    _, messages = browse(chromium, path, SCREEN, "--dump-dom")
    assert messages == []
