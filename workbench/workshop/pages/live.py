"""Live cases: what is under way in the event store, and whose hands it is in."""

import asyncio
from datetime import UTC, datetime

from markupsafe import Markup
from nicegui import ui

from models.errors import OneThingError
from workbench.workshop import views
from workbench.workshop.open_cases import open_cases, prefect_address
from workbench.workshop.pages.frame import Server, Viewer, dress, markup, show

EVERY = 10.0
"""Seconds from one look into the store to the next."""


class Live:
    """The table of open cases, kept up to date while somebody looks."""

    def __init__(self, server: Server, who: Viewer) -> None:
        self.server = server
        self.who = who
        self.w = who.words
        dress(who, self.w("live"))
        other = "en" if who.language == "zh" else "zh"
        with ui.element("header").classes("topbar"):
            markup(Markup("<h1>{}</h1>").format(self.w("live")))
            ui.link(self.w("choose"), f"/?lang={who.language}")
            address = prefect_address()
            if address:
                ui.link(self.w("prefect"), address, new_tab=True).mark("prefect")
            ui.link("English" if other == "en" else "中文", f"/live?lang={other}")
        with ui.element("main").classes("catalogue"):
            self.trouble = ui.label().classes("trouble").props('role="alert"')
            self.trouble.set_visibility(False)
            with ui.element("section").classes("panel"):
                self.table = markup("", "scroll").mark("open-cases")
        ui.timer(EVERY, self.look, immediate=True)

    async def look(self) -> None:
        """Show what the store has now, or why it cannot be seen."""
        try:
            now = datetime.now(UTC)
            found, total = await asyncio.to_thread(open_cases, self.server.shelf.store, now)
        except OneThingError as error:
            self.trouble.set_text(error.sentence(self.who.language))
            self.trouble.set_visibility(True)
            return
        self.trouble.set_visibility(False)
        show(self.table, views.live(found, total, self.w))
