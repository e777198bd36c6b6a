"""One limit: how long, over which steps, from when on."""

from collections.abc import Iterable
from typing import Any, get_args

from nicegui import ui

from integrations.documents import checked
from models import graph
from models.base import Slug, text
from models.limit import Edge, Limit, LimitUnit, Moment
from workbench.workshop import changes
from workbench.workshop.changes import Change
from workbench.workshop.design import SOURCE, Design
from workbench.workshop.pages.panel import Panel
from workbench.workshop.words import WORKSHOP, Words

NEW = Limit(
    slug="workshop-limit",
    name=WORKSHOP["new_limit_name"],
    most=3,
    unit="working_days",
    source=SOURCE,
)
"""What a new limit is before anybody says more: three working days for the whole process."""
LISTED = 3
"""So many steps of a limit are listed; of more, the first and the last."""


class LimitForm:
    """A dialog about a limit that there is, or a new one."""

    def __init__(self, panel: Panel, limit: Limit | None) -> None:
        self.panel = panel
        self.w = panel.w
        self.limit = limit
        self.names = self.w.steps(panel.session.design.process)
        with panel.client, ui.dialog(value=True) as self.dialog, ui.card().classes("form"):
            title = self.w("limit_of") if limit else self.w("new_limit")
            ui.label(title).classes("text-weight-bold")
            self._build(limit or NEW)
        self.dialog.on("hide", self.dialog.delete)

    def _build(self, limit: Limit) -> None:
        self.name = ui.input(self.w("limit_name"), value=self.w.of(limit.name))
        self.name.props("dense maxlength=60").classes("w-full").mark("limit-name")
        with ui.element("div").classes("narrow"):
            self.most = ui.number(self.w("limit_most"), value=limit.most, min=1)
            self.most.props("dense").mark("limit-most")
            units = {unit: self.w(unit) for unit in get_args(LimitUnit)}
            self.unit = ui.select(units, value=limit.unit, label=self.w("unit")).props("dense")
            self.unit.mark("limit-unit")
        self._build_over(limit)
        self._build_start(limit)
        with ui.element("div").classes("narrow"):
            ui.button(self.w("apply"), on_click=self._apply).mark("apply-limit")
            if self.limit is not None:
                ui.button(self.w("drop_limit"), on_click=self._drop).props("outline").mark(
                    "drop-limit"
                )
            ui.button(self.w("close"), on_click=self.dialog.close).props("flat")

    def _build_over(self, limit: Limit) -> None:
        ui.label(self.w("limit_over")).classes("soft")
        with ui.element("div").classes("narrow"):
            self.first = self._step("limit_first", "limit-first")
            self.last = self._step("limit_last", "limit-last")
        self.over = ui.select(
            self.names, multiple=True, value=list(limit.over), label=self.w("limit_steps")
        )
        self.over.props("dense use-chips").classes("w-full").mark("limit-over")

    def _step(self, key: str, mark: str) -> ui.select:
        select = ui.select(self.names, label=self.w(key), on_change=self._spanned)
        return select.props("dense clearable").mark(mark)

    def _build_start(self, limit: Limit) -> None:
        start = limit.starts
        with ui.element("div").classes("narrow"):
            options = {"": self.w("limit_first_ready"), **self.names}
            self.start = ui.select(
                options, value=start.step if start else "", label=self.w("limit_start")
            )
            self.start.props("dense").mark("limit-start")
            edges = {edge: self.w(f"edge_{edge}") for edge in get_args(Edge)}
            self.edge = ui.select(edges, value=start.edge if start else "enabled")
            self.edge.props("dense").mark("limit-edge")
            self.edge.bind_visibility_from(self.start, "value", backward=bool)

    def _spanned(self) -> None:
        """Both ends chosen: every step on the way between them."""
        if self.first.value and self.last.value:
            after = self.panel.session.design.process.after
            found = graph.between(after, self.first.value, self.last.value)
            if not found:
                ui.notify(self.w("no_way"), type="warning")
            self.over.set_value([slug for slug in after if slug in found])

    def _values(self) -> dict[str, Any]:
        starts = {"step": self.start.value, "edge": self.edge.value} if self.start.value else None
        return {
            "name": str(self.name.value or ""),
            "most": self.most.value,
            "unit": self.unit.value,
            "over": tuple(self.over.value),
            "starts": starts,
        }

    def _apply(self) -> None:
        if self.panel.change(with_limit, self.limit, self._values()):
            self.dialog.delete()

    def _drop(self) -> None:
        if self.limit is not None and self.panel.change(changes.drop_limit, self.limit):
            self.dialog.delete()


def with_limit(design: Design, limit: Limit | None, values: dict[str, Any]) -> Change:
    """A limit with these values; its source is then the workshop, no longer the plan."""
    old = limit or NEW.changed(slug=_free(design.process.limits))
    given = values.get("name", "").strip()[:60]
    name = old.name if given in {"", old.name.zh, old.name.en} else text(given, given)
    known = {field: getattr(old, field) for field in type(old).model_fields}
    changed = {**known, **values, "name": name, "source": SOURCE, "reading": None}
    made = checked(changed, Limit, name.zh)
    return changes.set_limit(design, made)


def covered(limit: Limit, names: dict[Slug, str], w: Words) -> str:
    """Which steps a limit is over, and from when on, in words."""
    over = [name for slug, name in names.items() if slug in limit.over]
    if len(over) > LISTED:
        words = w("covers_many", n=len(over), first=over[0], last=over[-1])
    else:
        words = w("covers", steps=w.listed(over)) if over else w("covers_all")
    return words + _from(limit.starts, names, w)


def _from(start: Moment | None, names: dict[Slug, str], w: Words) -> str:
    if start is None or start.step not in names:
        return ""
    return w("counts_from", step=names[start.step], edge=w(f"edge_{start.edge}"))


def _free(limits: Iterable[Limit]) -> Slug:
    taken = {limit.slug for limit in limits}
    return next(slug for n in range(1, 10_000) if (slug := f"{NEW.slug}-{n}") not in taken)
