"""What was found, as pictures and figures: in the room and, to look at only, on the wall."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup
from nicegui import Client, ui
from nicegui.events import GenericEventArguments, ValueChangeEventArguments
from nicegui.json import dumps

from models.base import whole_number
from workbench.workshop import views
from workbench.workshop.findings import Findings
from workbench.workshop.pages.frame import Viewer, chosen_from, markup, show
from workbench.workshop.replay import movements, notable
from workbench.workshop.session import Session

SIDES = ("now", "before", "both")
DROPPED = "(event) => { const found = workshop.drop(event); if (found) emit(found); }"

Pick = Callable[[str], None]
Drop = Callable[[str, str], None]


class Results:
    """The right side of the room, or the whole wall."""

    def __init__(
        self, session: Session, who: Viewer, pick: Pick | None = None, drop: Drop | None = None
    ) -> None:
        self.session = session
        self.who = who
        self.w = who.words
        self.client: Client = ui.context.client
        self.shown: Findings | None = None
        self.limit = ""
        self.case: int | None = None
        self.side = "now"
        self.selected = ""
        self.unsaid: list[str] = []
        self.client.on_connect(self._connected)
        with ui.element("div").classes("results"):
            self._build_head()
            self._build_lanes(pick, drop)
            self._build_figures()
            self._build_cases()

    def _build_head(self) -> None:
        with ui.element("section").classes("panel whole"):
            with ui.element("div").classes("stateline"):
                self.state = ui.label().classes("soft").mark("state").props('role="status"')
                self.spinner = ui.spinner(size="1.2em")
            self.trouble = ui.label().classes("trouble").mark("trouble").props('role="alert"')
            self.four = markup().mark("four")
            self.cards = markup().mark("cards")
            chosen_from(self.cards, ("limit",), self._choose)

    def _build_lanes(self, pick: Pick | None, drop: Drop | None) -> None:
        with ui.element("section").classes("panel whole process"):
            with ui.element("div").classes("stateline"):
                markup(Markup("<h2>{}</h2>").format(self.w("lanes")))
                options = {side: self.w(side) for side in SIDES}
                ui.toggle(options, value="now", on_change=self._turn).mark("side").props(
                    "dense no-caps unelevated"
                )
                if pick is not None:
                    ui.label(self.w("pick_step")).classes("soft")
            with ui.element("div").classes("sides"):
                with ui.element("div") as self.before_side:
                    self.before_title = ui.label(self.w("before")).classes("soft")
                    self.lanes_before = markup("", "picture lanes").mark("lanes-before")
                with ui.element("div") as self.now_side:
                    self.now_title = ui.label(self.w("now")).classes("soft")
                    self.lanes = markup("", "picture lanes now").mark("lanes")
        if pick is not None and drop is not None:
            self._let_edit(pick, drop)
        self._turned()

    def _let_edit(self, pick: Pick, drop: Drop) -> None:
        def chosen(parts: Mapping[str, str]) -> None:
            pick(parts["step"])

        def dropped(event: GenericEventArguments) -> None:
            drop(event.args["from"], event.args["to"])

        chosen_from(self.lanes, ("step",), chosen)
        self.lanes.on("pointerdown", js_handler="(event) => workshop.press(event)")
        self.lanes.on("pointermove", js_handler="(event) => workshop.over(event)")
        self.lanes.on("pointerup", dropped, js_handler=DROPPED)

    def _build_figures(self) -> None:
        with ui.element("section").classes("panel whole used"):
            markup(Markup("<h2>{}</h2>").format(self.w("distribution")))
            with ui.element("div").classes("two"):
                with ui.element("div"):
                    ui.label(self.w("before")).classes("soft")
                    self.spread_before = markup("", "picture spread").mark("spread-before")
                with ui.element("div"):
                    ui.label(self.w("now")).classes("soft")
                    self.spread = markup("", "picture spread").mark("spread")
        self.split = self._panel("split")
        self.busy = self._panel("busy")

    def _panel(self, name: str) -> ui.html:
        with ui.element("section").classes("panel"):
            markup(Markup("<h2>{}</h2>").format(self.w(name)))
            return markup("", "scroll").mark(name)

    def _build_cases(self) -> None:
        with ui.element("section").classes("panel whole cased"):
            markup(Markup("<h2>{} · {}</h2>").format(self.w("cases"), self.w("slowest")))
            self.cases = markup().mark("cases")
            chosen_from(self.cases, ("case",), self._choose)
            markup(views.fragment("replay", w=self.w))
            self.gantt = markup("", "picture gantt").mark("gantt")

    def refresh(self) -> None:
        """Show what is new in the session."""
        found = self.session.findings
        self.state.set_text(views.state(found, self.w))
        self.spinner.set_visibility(self.session.busy)
        trouble = self.session.trouble
        self.trouble.set_text(self.w.of(trouble) if trouble else "")
        self.trouble.set_visibility(trouble is not None)
        if found is None or found is self.shown:
            return
        another = self.shown is None or self.shown.design.process != found.design.process
        self.shown = found
        slugs = [verdict.limit.slug for verdict in found.now.result.verdicts]
        if self.limit not in slugs:
            self.limit = slugs[0] if slugs else ""
        self._show_limit()
        for name, element in (("split", self.split), ("busy", self.busy), ("four", self.four)):
            show(element, views.figures(found, name, self.w))
        self._show_lanes()
        if found.full or another:
            self._show_cases()

    def select(self, step: str) -> None:
        """Mark the chosen step in the picture."""
        self.selected = step
        self._javascript(f"workshop.select({dumps(step)})")

    def _choose(self, parts: Mapping[str, str]) -> None:
        found = self.shown
        if found is None:
            return
        if "limit" in parts and any(
            v.limit.slug == parts["limit"] for v in found.now.result.verdicts
        ):
            self.limit = parts["limit"]
            self._show_limit()
        wanted = whole_number(parts.get("case", ""))
        if wanted in [seen.case for seen in notable(found.now)]:
            self.case = wanted
            self._show_case(play=True)

    def _show_limit(self) -> None:
        found = self.shown
        if found is None:
            return
        show(self.cards, views.cards(found, self.limit, self.w))
        none = Markup('<p class="soft">{}</p>').format(self.w("not_before"))
        now = views.spread(found, found.now, "now", self.limit, self.w)
        before = views.spread(found, found.before, "before", self.limit, self.w)
        show(self.spread, now or Markup())
        show(self.spread_before, before or none)

    def _turn(self, event: ValueChangeEventArguments[Any]) -> None:
        self.side = str(event.value)
        self._turned()
        self._show_lanes()

    def _turned(self) -> None:
        self.now_side.set_visibility(self.side != "before")
        self.before_side.set_visibility(self.side != "now")
        for title in (self.now_title, self.before_title):
            title.set_visibility(self.side == "both")

    def _show_lanes(self) -> None:
        found = self.shown
        if found is None:
            return
        if self.side != "before":
            show(self.lanes, views.lanes(found, found.now, "now", self.w))
        if self.side != "now":
            show(self.lanes_before, views.lanes(found, found.before, "before", self.w))
        if self.selected:
            self.select(self.selected)

    def _show_cases(self) -> None:
        found = self.shown
        if found is None:
            return
        known = [seen.case for seen in notable(found.now)]
        if known:
            if self.case not in known:
                self.case = known[0]
            self._show_case(play=False)

    def _show_case(self, *, play: bool) -> None:
        found, case = self.shown, self.case
        if found is None or case is None:
            return
        show(self.cases, views.cases(found, case, self.w))
        show(self.gantt, views.case_picture(found, case, self.w))
        movement = dumps(movements(found.now, case))
        self._javascript(f"workshop.load({movement}, {dumps(play)})")

    def _javascript(self, code: str) -> None:
        """Let the browser do something; a page that is not connected yet does it once it is."""
        if self.client.has_socket_connection:
            self.client.run_javascript(code)
        else:
            self.unsaid.append(code)

    def _connected(self) -> None:
        unsaid, self.unsaid = self.unsaid, []
        for code in unsaid:
            self.client.run_javascript(code)
