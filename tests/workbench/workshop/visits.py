"""Simulated visitors of the workshop's pages, without a browser."""

import asyncio
import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
from nicegui import core, ui
from nicegui.elements.upload_files import SmallFileUpload
from nicegui.testing import User
from nicegui.testing.user_simulation import user_simulation

from flows.catalogue import process
from integrations.store.store import Store
from tests.workbench.workshop.rooms import OPENING
from workbench.workshop.pages.frame import Server
from workbench.workshop.pages.routes import install
from workbench.workshop.security import Guard
from workbench.workshop.session import Session, Sessions
from workbench.workshop.shelf import Shelf
from workbench.workshop.simulator import Simulator


class Visit:
    """A server, one session on it, and a visitor in the session."""

    def __init__(self, server: Server, user: User, session: Session) -> None:
        self.server = server
        self.user = user
        self.session = session

    async def another(self, path: str) -> User:
        """A second visitor, at this address."""
        transport = httpx.ASGITransport(core.app)
        other = User(httpx.AsyncClient(transport=transport, base_url="http://test"))
        await other.open(path)
        return other

    async def settle(self) -> None:
        """Wait until everything is simulated and shown."""
        await asyncio.sleep(0)
        await self.server.simulator.settled(self.session)
        await asyncio.sleep(0.02)

    async def click(self, marker: str) -> None:
        """Click what bears this marker, once it is there, and wait for what comes of it."""
        await self.user.should_see(marker=marker, retries=100)
        self.user.find(marker=marker).click()
        await self.settle()

    async def set(self, marker: str, value: object) -> None:
        """Give a control this value, and wait for what comes of it."""
        with self.user:
            for element in self.user.find(marker=marker).elements:
                element.set_value(value)  # type: ignore[attr-defined]  # every control has it
        await self.settle()

    async def until(self, what: Callable[[], bool]) -> None:
        """Wait for something that is done off the event loop."""
        for _ in range(400):
            if what():
                return
            await asyncio.sleep(0.025)
        raise AssertionError("in vain")

    async def upload(self, name: str, content: bytes) -> None:
        """Drop a file on the page."""
        (box,) = self.user.find(kind=ui.upload).elements
        with self.user:
            await box.handle_uploads([SmallFileUpload(name, "application/octet-stream", content)])

    def shown(self, marker: str, user: User | None = None) -> str:
        """The HTML or the text of what bears this marker."""
        (element,) = (user or self.user).find(marker=marker).elements
        return str(getattr(element, "content", None) or getattr(element, "text", ""))


@asynccontextmanager
async def visited(folder: Path, slug: str, lang: str) -> AsyncIterator[Visit]:
    """A visitor in a new session on this process."""
    async with user_simulation(root=lambda: None) as user:
        store = Store.open(f"sqlite:///{folder / 'store.db'}")
        server = Server(Sessions(), Simulator(), Guard(), Shelf(store))
        install(server)
        session = server.sessions.begin(process(slug), "张三")
        await user.open(f"/r/{session.key}?lang={lang}")
        visit = Visit(server, user, session)
        await visit.settle()
        yield visit
        await visit.settle()
        server.simulator.close()
        store.close()


def visit(
    folder: Path,
    work: Callable[[Visit], Awaitable[None]],
    slug: str = OPENING,
    lang: str = "zh",
) -> None:
    """Let a visitor work in a session; the modules stay as they were loaded."""

    async def within() -> None:
        async with visited(folder, slug, lang) as there:
            await work(there)

    loaded = dict(sys.modules)
    try:
        asyncio.run(within())
    finally:
        sys.modules.update(loaded)
