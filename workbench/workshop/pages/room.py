"""The room: controls on the left, findings on the right, the same for everybody."""

import asyncio
from collections.abc import Callable
from typing import Any

from markupsafe import Markup
from nicegui import Client, ui
from nicegui.events import ValueChangeEventArguments

from models.base import Text
from workbench.workshop import changes, step_edits
from workbench.workshop.history import Entry
from workbench.workshop.pages.demand import Demand
from workbench.workshop.pages.frame import Server, Viewer, dress, markup, show
from workbench.workshop.pages.panel import Panel
from workbench.workshop.pages.record import Record
from workbench.workshop.pages.reforms import Reforms
from workbench.workshop.pages.results import Results
from workbench.workshop.pages.scenarios import Scenarios
from workbench.workshop.pages.staff import Staff
from workbench.workshop.pages.step import StepPanel
from workbench.workshop.session import Session

BUTTON = "outline dense color=white"
TABS = ("reforms", "step_tab", "staff", "demand", "scenarios", "record")


class Room:
    """One viewer's page of a session."""

    def __init__(self, server: Server, session: Session, who: Viewer) -> None:
        self.server = server
        self.session = session
        self.who = who
        self.w = who.words
        self.client: Client = ui.context.client
        self.loop = asyncio.get_running_loop()
        self.waiting = False
        self.seen = -1
        dress(who, f"{self.w.of(session.design.base.name)} · {self.w('brand')}")
        self._build_top()
        with ui.element("main").classes("workroom"):
            with ui.element("section").classes("panel controls"):
                self._build_controls()
            self.results = Results(session, who, self.pick, self.drop)
        ui.label(self.w("assumed")).classes("footnote")
        ui.keyboard(on_key=self._key, ignore=["input", "select", "textarea"])

    def author(self) -> str:
        """The viewer's name, as it is now."""
        return self.server.guard.names.get(self.who.token, self.who.name)

    def _build_top(self) -> None:
        with ui.element("header").classes("topbar"):
            self.title = markup()
            self.undo = self._button("undo", self._undo)
            self.redo = self._button("redo", self._redo)
            self._button("reset", self._reset)
            self._button("share", self._share)
            name = ui.input(self.w("name"), value=self.author(), on_change=self._rename)
            name.props("dense dark maxlength=40 debounce=500").style("width: 9em").mark("name")
            self.people = markup("", "people").mark("people")
            other = "en" if self.who.language == "zh" else "zh"
            link = f"/r/{self.session.key}?lang={other}"
            ui.link("English" if other == "en" else "中文", link).mark("language")
            ui.link(self.w("choose"), f"/?lang={self.who.language}")

    def _button(self, key: str, do: Callable[[], None]) -> ui.button:
        button = ui.button(self.w(key), on_click=do).props(BUTTON).mark(key)
        return button.tooltip(self.w(f"{key}_tip"))

    def _build_controls(self) -> None:
        with ui.tabs().props("dense outside-arrows mobile-arrows").classes("w-full") as tabs:
            self.tabs = {key: ui.tab(key, self.w(key)) for key in TABS}
        self.tab = tabs
        arguments = (self.session, self.who, self.author)
        with ui.tab_panels(tabs, value="reforms", keep_alive=True).classes("w-full"):
            panels: dict[str, Panel] = {}
            for key, kind in (
                ("reforms", Reforms),
                ("step_tab", StepPanel),
                ("staff", Staff),
                ("demand", Demand),
                ("record", Record),
            ):
                with ui.tab_panel(key):
                    panels[key] = kind(*arguments)
            with ui.tab_panel("scenarios"):
                panels["scenarios"] = Scenarios(
                    *arguments, self.server.simulator, self.server.shelf
                )
        self.panels = panels
        step = panels["step_tab"]
        if isinstance(step, StepPanel):
            self.step = step
            step.tell = self._marked

    def enter(self) -> None:
        """Take part: show what there is, and listen."""
        self.session.listeners.append(self.told)
        self.session.join(self.who.token, self.author())
        self.server.simulator.request(self.session)
        self.refresh()

    def leave(self) -> None:
        """Listen no longer."""
        if self.told in self.session.listeners:
            self.session.listeners.remove(self.told)
            self.session.leave(self.who.token)

    def told(self) -> None:
        """Something is new; several news in a row are shown at once."""
        if self.session.version != self.seen:
            self.seen = self.session.version
            self.server.simulator.request(self.session)
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
        base = self.session.design.base
        title = Markup("<h1>{} <span class='soft'>{}</span></h1>")
        items = self.w.listed([str(item) for item in self.session.design.items])
        known = self.w("to_be", items=items) if items else self.w("as_is")
        show(self.title, title.format(self.w.of(base.name), known))
        self.undo.set_enabled(self.session.history.can_undo)
        self.redo.set_enabled(self.session.history.can_redo)
        names = sorted(self.session.participants.values())
        people = Markup().join(Markup("<span>{}</span>").format(name) for name in names)
        show(self.people, people)
        for panel in self.panels.values():
            panel.refresh()
        self.results.refresh()

    def pick(self, step: str) -> None:
        """Show a step that was chosen in the picture."""
        if step in self.session.design.process.after:
            self.tab.set_value("step_tab")
            self.step.select(step)

    def _marked(self, step: str) -> None:
        self.results.select(step)

    def drop(self, moved: str, onto: str) -> None:
        """A step was dragged onto another: ask what is meant."""
        process = self.session.design.process
        if moved not in process.after or onto not in process.after or moved == onto:
            return
        names = {"a": self.w.of(process.step(moved).name), "b": self.w.of(process.step(onto).name)}
        choices = {
            "drag_parallel": step_edits.run_parallel,
            "drag_after": step_edits.put_after,
            "drag_merge": step_edits.merge_step,
        }
        with self.client, ui.dialog(value=True) as dialog, ui.card():
            ui.label(self.w("drag_title", **names)).classes("text-weight-bold")
            for key, how in choices.items():

                def do(how: step_edits.OfTwo = how) -> None:
                    dialog.close()
                    self.step.change(how, moved, onto)

                ui.button(self.w(key, **names), on_click=do).props("outline").mark(key)
            ui.button(self.w("close"), on_click=dialog.close).props("flat")
        dialog.on("hide", dialog.delete)

    def _undo(self) -> None:
        self._say("undone", self.session.undo())

    def _redo(self) -> None:
        self._say("redone", self.session.redo())

    def _say(self, key: str, entry: Entry | None) -> None:
        if entry is not None:
            what: Text = entry.text
            ui.notify(self.w(key, who=self.author(), what=self.w.of(what)))

    def _reset(self) -> None:
        self.step.change(changes.reset)

    def _rename(self, event: ValueChangeEventArguments[Any]) -> None:
        name = self.server.guard.rename(self.who.token, str(event.value or ""))
        self.session.join(self.who.token, name or self.author())

    def _key(self, event: Any) -> None:
        if event.action.keydown and event.modifiers.ctrl and event.key == "z":
            self._undo()
        elif event.action.keydown and event.modifiers.ctrl and event.key == "y":
            self._redo()

    def _share(self) -> None:
        base = str(ui.context.client.request.base_url).rstrip("/")
        lang = f"?lang={self.who.language}"
        links = {
            "share_work": f"{base}/r/{self.session.key}{lang}",
            "share_wall": f"{base}/w/{self.session.wall}{lang}",
        }
        with ui.dialog(value=True) as dialog, ui.card().classes("form"):
            ui.label(self.w("share_title")).classes("text-weight-bold")
            for key, link in links.items():
                self._link(key, link)
            ui.button(self.w("close"), on_click=dialog.close)
        dialog.on("hide", dialog.delete)

    def _link(self, key: str, link: str) -> None:
        with ui.element("div").classes("narrow"):
            field = ui.input(self.w(key), value=link).props("readonly dense").mark(key)
            copy = ui.button(self.w("copy")).props("dense outline").style("flex: 0 0 auto")
            copy.on(
                "click",
                lambda: ui.notify(self.w("copied"), type="positive"),
                js_handler=f"() => {{ workshop.copy({field.id}); emit(); }}",
            )
