"""The catalogue: find a process and begin a session with it."""

from collections.abc import Mapping

from fastapi import Request
from markupsafe import Markup
from nicegui import Client, ui

from flows.catalogue import families, process
from models.base import text
from models.process import Process
from workbench.names import unit_name
from workbench.workshop import views
from workbench.workshop.design import Design
from workbench.workshop.pages.frame import (
    Server,
    Viewer,
    chosen_from,
    dress,
    markup,
    refusals,
    show,
    viewer,
)
from workbench.workshop.pages.uploads import upload
from workbench.workshop.search import departments, search
from workbench.workshop.session import Session
from workbench.workshop.words import WORKSHOP


class Home:
    """The search, the list, and a file of one's own."""

    def __init__(self, server: Server, who: Viewer, request: Request) -> None:
        self.server = server
        self.who = who
        self.w = who.words
        self.client: Client = ui.context.client
        self.request = request
        dress(who, self.w("brand"))
        self._build_top()
        with ui.element("main").classes("catalogue"):
            markup(
                Markup("<h2>{}</h2><p class='soft'>{}</p>").format(
                    self.w("choose"), self.w("choose_note")
                )
            )
            self._build_filters()
            self.list = markup().mark("processes")
            chosen_from(self.list, ("process",), self._chosen)
            upload(self.who, self._opened)
        self._search()

    def _build_top(self) -> None:
        other = "en" if self.who.language == "zh" else "zh"
        with ui.element("header").classes("topbar"):
            markup(Markup("<h1>{}</h1>").format(self.w("brand")))
            ui.link(self.w("live"), f"/live?lang={self.who.language}").mark("to-live")
            ui.link("English" if other == "en" else "中文", f"/?lang={other}").mark("language")

    def _build_filters(self) -> None:
        kinds = {
            "": self.w("all_families"),
            **{name: self.w(f"family_{name}") for name in families()},
        }
        units = {"": self.w("all_departments")}
        units |= {slug: self.w.of(unit_name(slug)) for slug in departments()}
        with ui.element("div").classes("filters"):
            self.words = ui.input(self.w("search"), on_change=self._search)
            self.words.props("outlined dense clearable autofocus debounce=200").mark("search")
            self.family = ui.select(kinds, value="", label=self.w("family"), on_change=self._search)
            self.family.props("outlined dense").mark("family")
            self.unit = ui.select(
                units, value="", label=self.w("department"), on_change=self._search
            )
            self.unit.props("outlined dense use-input input-debounce=0").mark("department")

    def _search(self) -> None:
        found = search(
            str(self.words.value or ""), str(self.family.value or ""), str(self.unit.value or "")
        )
        rows = [
            (
                known.slug,
                self.w.of(known.name),
                self.w.of(unit_name(known.lead)),
                self.w.listed([str(item) for item in known.items]),
                len(known.steps),
            )
            for known in found
        ]
        show(self.list, views.fragment("processes", rows=rows, w=self.w))

    def _chosen(self, parts: Mapping[str, str]) -> None:
        with refusals(self.who, self.client):
            self._begin(process(parts["process"]))

    def _author(self) -> str:
        return self.server.guard.names.get(self.who.token, self.who.name)

    def _begin(self, chosen: Process) -> Session:
        session = self.server.sessions.begin(chosen, self._author())
        ui.navigate.to(f"/r/{session.key}?lang={self.who.language}")
        return session

    def _opened(self, design: Design, name: str) -> None:
        """A session that goes on from the design in a file."""
        session = self._begin(design.base)
        zh, en = (WORKSHOP["opened"][lang].format(name=name) for lang in ("zh", "en"))
        session.begin(design, text(zh, en), self._author())


def home(server: Server, request: Request, lang: str) -> Home:
    """The catalogue for whoever asks."""
    return Home(server, viewer(server, request, lang), request)
