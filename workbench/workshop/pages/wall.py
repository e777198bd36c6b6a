"""The wall: the findings for everybody in the room, to look at only."""

import asyncio

from markupsafe import Markup
from nicegui import Client, ui

from workbench.workshop.pages.frame import Server, Viewer, dress, markup, show
from workbench.workshop.pages.results import Results
from workbench.workshop.session import Session

SHOWN = 3


class Wall:
    """A page that follows a session and changes nothing."""

    def __init__(self, server: Server, session: Session, who: Viewer) -> None:
        self.server = server
        self.session = session
        self.w = who.words
        self.client: Client = ui.context.client
        self.loop = asyncio.get_running_loop()
        self.waiting = False
        dress(who, self.w("wall"), "wall")
        with ui.element("header").classes("topbar"):
            self.title = markup()
            self.latest = markup().mark("latest")
        with ui.element("main").classes("workroom"):
            self.results = Results(session, who)
        ui.label(self.w("assumed")).classes("footnote")

    def enter(self) -> None:
        """Follow the session."""
        self.session.listeners.append(self.told)
        self.server.simulator.request(self.session)
        self.refresh()

    def leave(self) -> None:
        """Follow no longer."""
        if self.told in self.session.listeners:
            self.session.listeners.remove(self.told)

    def told(self) -> None:
        """Something is new."""
        if not self.waiting:
            self.waiting = True
            self.loop.call_soon(self._later)

    def _later(self) -> None:
        self.waiting = False
        if not self.client.is_deleted:
            with self.client:
                self.refresh()

    def refresh(self) -> None:
        """Show the session as it is now."""
        name = self.w.of(self.session.design.base.name)
        show(self.title, Markup("<h1>{}</h1>").format(name))
        lines = [
            Markup("<div>{} <span class='soft'>{}</span></div>").format(
                self.w.of(entry.text), entry.author
            )
            for entry in self.session.history.recent(SHOWN)
        ]
        show(self.latest, Markup().join(lines))
        self.results.refresh()
