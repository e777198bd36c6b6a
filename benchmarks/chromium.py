"""A headless Chromium driven over its own DevTools protocol: pages, clicks, keys, pictures."""

import base64
import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from websockets.sync.client import connect
from websockets.sync.connection import Connection

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--remote-debugging-port=0",
)
PATIENCE = 60.0
"""Seconds after which something that has not come is given up."""
KEYS = {
    "Enter": (13, "\r"),
    "Tab": (9, ""),
    "z": (90, "z"),
    "ArrowRight": (39, ""),
    "ArrowLeft": (37, ""),
}


class Page:
    """One tab; what it logs as errors and fetches is remembered."""

    def __init__(self, socket: Connection, target: str, session: str) -> None:
        self.socket = socket
        self.target = target
        self.session = session
        self.number = 0
        self.complaints: list[str] = []
        self.fetched: list[str] = []
        self.loaded = False
        for domain in ("Page", "Runtime", "Network", "Log"):
            self.call(f"{domain}.enable")

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the browser something and wait for the answer."""
        self.number += 1
        asked = {
            "id": self.number,
            "method": method,
            "params": parameters,
            "sessionId": self.session,
        }
        self.socket.send(json.dumps(asked))
        while True:
            answer = json.loads(self.socket.recv(timeout=PATIENCE))
            if answer.get("sessionId") != self.session:
                continue
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise AssertionError(answer["error"])
                result: dict[str, Any] = answer["result"]
                return result
            self._remember(answer)

    def _remember(self, event: dict[str, Any]) -> None:
        name, values = event.get("method"), event.get("params", {})
        if name == "Runtime.exceptionThrown":
            self.complaints.append(json.dumps(values["exceptionDetails"])[:500])
        elif name == "Log.entryAdded" and values["entry"]["level"] == "error":
            self.complaints.append(f"{values['entry']['text']} {values['entry'].get('url', '')}")
        elif name == "Network.requestWillBeSent":
            self.fetched.append(values["request"]["url"])

    def size(self, width: int, height: int, *, phone: bool = False) -> None:
        """Set the window's size."""
        self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=phone,
        )

    def open(self, address: str) -> None:
        """Go to an address and wait until the page is loaded."""
        self.call("Page.navigate", url=address)
        self.wait("document.readyState === 'complete' && location.href !== 'about:blank'")

    def evaluate(self, expression: str) -> Any:
        """The value of a JavaScript expression."""
        answer = self.call(
            "Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def wait(self, expression: str, patience: float = PATIENCE) -> None:
        """Wait until a JavaScript expression is true."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            try:
                found = self.evaluate(f"Boolean({expression})")
            except AssertionError:
                found = None
            if found:
                return
            time.sleep(0.02)
        raise AssertionError(f"in vain: {expression}; complaints: {self.complaints}")

    def sees(self, words: str) -> None:
        """Wait until the page shows these words."""
        self.wait(f"document.body.innerText.includes({json.dumps(words)})")

    def place(self, selector: str) -> tuple[float, float]:
        """The middle of an element, scrolled into view."""
        found = json.dumps(selector)
        self.wait(f"document.querySelector({found})")
        self.evaluate(
            f"document.querySelector({found}).scrollIntoView({{block: 'center', inline: 'center'}})"
        )
        x, y = self.evaluate(
            f"(() => {{ const r = document.querySelector({found}).getBoundingClientRect();"
            " return [r.left + r.width / 2, r.top + r.height / 2]; })()"
        )
        return float(x), float(y)

    def mouse(self, kind: str, x: float, y: float) -> None:
        """Move, press or release the mouse."""
        self.call(
            "Input.dispatchMouseEvent", type=kind, x=x, y=y, button="left", clickCount=1, buttons=1
        )

    def click(self, selector: str) -> None:
        """Click the middle of an element."""
        x, y = self.place(selector)
        for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
            self.mouse(kind, x, y)

    def drag(self, source: str, target: str) -> None:
        """Drag one element onto another; both must be in view together."""
        x, y = self.place(source)
        there = json.dumps(target)
        to_x, to_y = self.evaluate(
            f"(() => {{ const r = document.querySelector({there}).getBoundingClientRect();"
            " return [r.left + r.width / 2, r.top + r.height / 2]; })()"
        )
        self.mouse("mouseMoved", x, y)
        self.mouse("mousePressed", x, y)
        self.mouse("mouseMoved", (x + to_x) / 2, (y + to_y) / 2)
        self.mouse("mouseMoved", to_x, to_y)
        self.mouse("mouseReleased", to_x, to_y)

    def press(self, key: str, modifiers: int = 0) -> None:
        """Press and release a key; modifier 2 is Control, 8 is Shift."""
        code, text = KEYS[key]
        named = {"key": key, "windowsVirtualKeyCode": code, "modifiers": modifiers}
        self.call("Input.dispatchKeyEvent", type="keyDown", text="" if modifiers else text, **named)
        self.call("Input.dispatchKeyEvent", type="keyUp", **named)

    def type(self, words: str) -> None:
        """Type words where the focus is."""
        self.call("Input.insertText", text=words)

    def picture(self, path: Path, *, whole: bool = False) -> None:
        """Take a picture of the window, or of the whole page."""
        answer = self.call("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(answer["data"]))


class Browser:
    """A running Chromium; pages of one browser share nothing but the machine."""

    def __init__(self, socket: Connection) -> None:
        self.socket = socket
        self.number = 0

    def call(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Ask the browser itself."""
        self.number -= 1
        self.socket.send(json.dumps({"id": self.number, "method": method, "params": parameters}))
        while True:
            answer = json.loads(self.socket.recv(timeout=PATIENCE))
            if answer.get("id") == self.number:
                result: dict[str, Any] = answer["result"]
                return result

    def page(self, address: str = "", width: int = 1366, height: int = 768) -> Page:
        """A tab with cookies of its own, as in a browser of its own."""
        context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=context)
        session = self.call("Target.attachToTarget", targetId=target["targetId"], flatten=True)
        page = Page(self.socket, target["targetId"], session["sessionId"])
        page.size(width, height)
        if address:
            page.open(address)
        return page


@contextmanager
def chromium(executable: str, profile: Path) -> Iterator[Browser]:
    """Chromium, ended afterwards."""
    command = [executable, *FLAGS, f"--user-data-dir={profile}", "about:blank"]
    process = subprocess.Popen(  # noqa: S603 - our own command
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        port = _port(profile / "DevToolsActivePort")
        with connect(port, max_size=None, open_timeout=PATIENCE) as socket:
            yield Browser(socket)
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _port(file: Path) -> str:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        lines = file.read_text().splitlines() if file.exists() else []
        if len(lines) > 1:
            return f"ws://127.0.0.1:{lines[0]}{lines[1]}"
        time.sleep(0.05)
    raise AssertionError("chromium did not start")
