"""The workshop in a real browser: how soon a page is usable, how soon a change is seen, memory.

Run ``python -m benchmarks.workshop [--changes 500]``; it needs Chromium.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from benchmarks.chromium import Browser, Page, chromium

CODE = "from workbench.cli import main; main()"
READY = "document.querySelector('.lanes.now svg') && document.querySelector('.q-spinner.hidden')"
SLIDER = '.q-slider[aria-label*="Tax"] [tabindex]'
OBSERVE = """(() => {
  window.seen = 0;
  new MutationObserver(news => {
    if (window.seen) return;
    for (const record of news) for (const added of record.addedNodes)
      if (added.nodeType === 1 && (added.matches('.pools') || added.querySelector('.pools')))
        requestAnimationFrame(() => { if (!window.seen) window.seen = Date.now(); });
  }).observe(document.querySelector('.results'), { childList: true, subtree: true });
})()"""
VIEWERS, ROUNDS = 8, 15


def usable(browser: Browser, address: str) -> float:
    """Milliseconds from asking for a room until its findings are there and it can be worked on."""
    page = browser.page()
    begun = time.perf_counter()
    page.call("Page.navigate", url=address)
    page.wait("document.querySelector('.lanes.now svg') && document.querySelector('.q-toggle')")
    page.call("Page.close")
    return (time.perf_counter() - begun) * 1_000


def change(pages: list[Page], key: str) -> list[float]:
    """Milliseconds from moving the slider in the first page to the new picture in each."""
    for page in pages:
        page.evaluate("window.seen = 0")
    first = pages[0]
    first.evaluate(f"document.querySelector('{SLIDER}').focus()")
    begun = float(first.evaluate("Date.now()"))
    first.press(key)
    for page in pages:
        page.wait("window.seen")
    taken = [float(page.evaluate("window.seen")) - begun for page in pages]
    for page in pages:
        page.wait("document.querySelector('.q-spinner.hidden')")
    return taken


def delays(pages: list[Page]) -> list[list[float]]:
    """The delays of several changes, back and forth."""
    return [change(pages, ("ArrowRight", "ArrowLeft")[n % 2]) for n in range(ROUNDS)]


def watched(page: Page) -> Page:
    """A page that notes when its pictures change."""
    page.wait(READY)
    page.evaluate(OBSERVE)
    return page


def megabytes(process: int) -> float:
    """Resident memory of a process."""
    status = Path(f"/proc/{process}/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) / 1_024 if found else 0.0


def tell(words: str, values: list[float]) -> None:
    """One line of figures."""
    print(f"{words}: median {median(values):.0f} ms, worst {max(values):.0f} ms ({len(values)})")


def measure(browser: Browser, address: str, server: int, changes: int) -> None:
    """Everything, printed."""
    home = browser.page(f"{address}/?lang=en")
    home.click('[data-process="company-opening"]')
    home.wait(READY)
    room = str(home.evaluate("location.href"))
    home.evaluate(
        "[...document.querySelectorAll('.q-tab')].find(t => t.innerText === 'Staff').click()"
    )
    home.wait(f"document.querySelector('{SLIDER}')")
    tell("page usable", [usable(browser, room) for _ in range(5)])
    first = watched(home)
    tell("slider to picture, one viewer", [taken[0] for taken in delays([first])])
    others = [watched(browser.page(room)) for _ in range(VIEWERS - 1)]
    rounds = delays([first, *others])
    tell("slider to picture, eight viewers, the slowest of them", [max(taken) for taken in rounds])
    for page in others:
        page.call("Page.close")
    flat(first, server, changes)


def flat(page: Page, server: int, changes: int) -> None:
    """Memory of server and page before and after many changes."""
    script = "performance.memory.usedJSHeapSize / 1048576"
    for n in range(changes + 1):
        if n % max(changes // 5, 1) == 0:
            page.call("HeapProfiler.collectGarbage")
            heap = float(page.evaluate(script))
            print(f"after {n} changes: server {megabytes(server):.0f} MB, page {heap:.0f} MB")
        change([page], ("ArrowRight", "ArrowLeft")[n % 2])


def main() -> None:
    """Serve, measure, stop."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--changes", type=int, default=500)
    given = options.parse_args()
    found = shutil.which("chromium")
    if found is None:
        sys.exit("chromium is not installed")
    with tempfile.TemporaryDirectory() as folder:
        store = f"sqlite:///{folder}/store.db"
        command = [sys.executable, "-c", CODE, "workshop", "--port", "0", "--store", store]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)  # noqa: S603 - ours
        try:
            port = re.search(r":(\d+)/", server.stdout.readline() if server.stdout else "")
            address = f"http://127.0.0.1:{port[1] if port else 0}"
            with chromium(found, Path(folder) / "profile") as browser:
                measure(browser, address, server.pid, given.changes)
        finally:
            server.terminate()
            server.wait(timeout=20)


if __name__ == "__main__":
    main()
