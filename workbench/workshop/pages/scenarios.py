"""Named scenarios: kept, opened again, compared, exported; files that come in."""

import asyncio
from collections.abc import Callable
from functools import partial

from nicegui import ui

from models.base import text
from models.errors import OneThingError, SimulationError
from models.said import said
from workbench.workshop import files, views
from workbench.workshop.design import Design
from workbench.workshop.files import File
from workbench.workshop.pages.frame import Viewer, markup
from workbench.workshop.pages.panel import Author, Panel
from workbench.workshop.pages.uploads import upload
from workbench.workshop.session import MOST_COMPARED, Session
from workbench.workshop.shelf import Shelf
from workbench.workshop.simulator import Simulator
from workbench.workshop.words import WORKSHOP

EVERY = 10.0
"""Seconds from one look at the kept names to the next."""


class Scenarios(Panel):
    """Keeping, opening, comparing and exporting scenarios."""

    def __init__(
        self, session: Session, who: Viewer, author: Author, simulator: Simulator, shelf: Shelf
    ) -> None:
        super().__init__(session, who, author)
        self.simulator = simulator
        self.shelf = shelf
        self.wanted = ""
        ui.timer(EVERY, self.look, immediate=True)

    def signature(self) -> object:
        """Which scenarios are kept."""
        return (tuple(self.session.kept), self.shelf.names)

    async def look(self) -> None:
        """See what the store keeps by now, others' workshops included."""
        try:
            await asyncio.to_thread(self.shelf.look)
        except OneThingError:  # the store is told of when somebody uses it
            return
        if not self.client.is_deleted:
            with self.client:
                self.refresh()

    def build(self) -> None:
        """The name to keep under, the list, and the exports."""
        with ui.element("div").classes("narrow"):
            self.name = ui.input(self.w("keep_as"), value=self.wanted)
            self.name.props("dense maxlength=60").mark("keep-as")
            keep = ui.button(self.w("keep"), on_click=self._keep).props("dense")
            keep.style("flex: 0 0 auto").mark("keep")
        for name in self.session.kept:
            self._row(name)
        self._stored()
        if self.session.kept:
            ui.button(self.w("compare"), on_click=self._compare).props("outline").mark("compare")
        self._exports()
        upload(self.who, self._begin)

    def _row(self, name: str) -> None:
        with ui.element("div").classes("narrow"):
            ui.label(name)
            opened = ui.button(self.w("load"), on_click=lambda: self._open(self.session.kept[name]))
            opened.props("dense flat").style("flex: 0 0 auto").mark(f"open-{name}")
            dropped = ui.button(self.w("drop"), on_click=lambda: self._drop(name))
            dropped.props("dense flat").style("flex: 0 0 auto").mark(f"drop-{name}")

    def _stored(self) -> None:
        """Scenarios that earlier workshops kept."""
        names = [name for name in self.shelf.names if name not in self.session.kept]
        if names:
            chosen = ui.select(
                names, label=self.w("stored"), on_change=lambda event: self._fetch(str(event.value))
            )
            chosen.props("dense").classes("w-full").mark("stored")

    async def _keep(self) -> None:
        name = str(self.name.value or "").strip()[:60]
        if not name:
            ui.notify(self.w("keep_as"), type="warning")
            return
        design, author = self.session.design, self.author()
        self.wanted = name  # stays in the box if the store refuses it

        def keep() -> bool:
            self.shelf.keep(name, design, author)
            return True

        if await self.away(keep):
            self.wanted = ""
            self.session.keep(name, design)
            self.say("kept", name)

    async def _fetch(self, name: str) -> None:
        design = await self.away(lambda: self.shelf.fetch(name))
        if design is not None:
            self.session.kept[name] = design
            self._open(design)

    def say(self, key: str, name: str) -> None:
        """Say that something was done with what bears a name, to whoever still looks."""
        if not self.client.is_deleted:
            with self.client:
                ui.notify(self.w(key, name=name), type="positive")

    def _open(self, design: Design) -> None:
        self._begin(design, design.file.name or self.w.of(design.base.name))

    def _begin(self, design: Design, name: str) -> None:
        zh, en = (WORKSHOP["opened"][lang].format(name=name) for lang in ("zh", "en"))
        try:
            self.session.begin(design, text(zh, en), self.author())
        except OneThingError as error:
            self.refuse(error)

    def _drop(self, name: str) -> None:
        self.session.kept.pop(name, None)
        self.session.compared.pop(name, None)
        self.session.tell()

    def _exports(self) -> None:
        with ui.element("div").classes("group"):
            ui.label(self.w("export")).classes("text-weight-bold")
            self._export("export_yaml", lambda: files.scenario_yaml(self.session.design))
            self._export("export_process", lambda: files.process_yaml(self.session.design))
            self._export("export_bpmn", lambda: files.bpmn(self.session.design, self.who.language))
            for key, make in files.reports(self.who.language).items():
                self._export(key, partial(self._report, make))

    def _export(self, key: str, make: Callable[[], File]) -> None:
        async def hand_out() -> None:
            file = await self.away(make)
            if file is not None and not self.client.is_deleted:
                with self.client:
                    ui.download.content(file.content, file.name, file.media)

        ui.button(self.w(key), on_click=hand_out).props("dense flat align=left").mark(key)

    def _report(self, make: files.Report) -> File:
        found = self.session.findings
        if found is None or not found.full:
            raise SimulationError(
                said("正在仿真，请稍后再导出", "still simulating; export again in a moment")
            )
        return make(found)

    async def _compare(self) -> None:
        """Simulate the kept scenarios and the current one, and show them side by side."""
        ui.notify(self.w("comparing"))
        named = list(self.session.kept.items())[: MOST_COMPARED - 1]
        designs = [*named, (self.w("now"), self.session.design)]
        try:
            found = await asyncio.gather(*(self.simulator.full(design) for _, design in designs))
        except OneThingError as error:
            self.refuse(error)
            return
        table = views.compared([name for name, _ in designs], found, self.w)
        if self.client.is_deleted:
            return
        with self.client, ui.dialog(value=True) as dialog, ui.card().classes("comparison"):
            markup(table, "scroll").mark("comparison")
            ui.button(self.w("close"), on_click=dialog.close).mark("close-comparison")
        dialog.on("hide", dialog.delete)
