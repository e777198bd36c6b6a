"""How many cases come in, and the limits they are measured against."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from integrations.documents import checked
from models.base import text
from models.limit import Limit
from reports.wording.numbers import unit_name
from workbench.workshop import changes
from workbench.workshop.changes import Change
from workbench.workshop.design import SOURCE, Design
from workbench.workshop.pages.panel import Panel
from workbench.workshop.words import WORKSHOP

TARGET = "workshop-target"


class Demand(Panel):
    """The arrival rate as a slider, limits as numbers."""

    def signature(self) -> object:
        """Which limits there are; values are set in place."""
        design = self.session.design
        return (
            design.base.slug,
            tuple(limit.slug for limit in design.scenario.loads[0].process.limits),
        )

    def _limits(self) -> tuple[Limit, ...]:
        return self.session.design.scenario.loads[0].process.limits

    def build(self) -> None:
        """The slider and the numbers."""
        rate = self.session.design.rate
        with ui.element("div").classes("narrow"):
            ui.label(self.w("arrivals"))
            self.rate = ui.number(value=rate, min=0.01, max=5_000, on_change=self._came)
            self.rate.props("dense debounce=600").style("flex: 0 0 6em").mark("arrivals")
        self.slider = ui.slider(min=-1, max=1, step=0.02, value=0, on_change=self._slid)
        self.slider.props(f'aria-label="{self.w("arrivals")}"').mark("arrivals-slider")
        self.usual = rate
        self.fields: dict[str, ui.number] = {}
        with ui.element("div").classes("group"):
            ui.label(self.w("limits")).classes("text-weight-bold")
            for limit in self._limits():
                self._limit(limit)
        with ui.element("div").classes("group narrow"):
            self.most = ui.number(self.w("new_limit"), value=3, min=1, precision=0)
            self.most.props("dense").mark("new-limit")
            ui.button(self.w("add"), on_click=self._add).props("dense").style(
                "flex: 0 0 auto"
            ).mark("add-limit")

    def _limit(self, limit: Limit) -> None:
        unit = unit_name(limit.most, limit.unit, self.w)
        field = ui.number(
            f"{self.w.of(limit.name)}（{unit}）",
            value=limit.most,
            min=1,
            on_change=self._limited(limit.slug),
        )
        field.props("dense debounce=600").classes("w-full").mark(f"limit-{limit.slug}")
        self.fields[limit.slug] = field

    def update(self) -> None:
        """Set the numbers to what is true."""
        rate = self.session.design.rate
        if self.rate.value != rate:
            self.rate.set_value(rate)
        for limit in self._limits():
            if self.fields[limit.slug].value != limit.most:
                self.fields[limit.slug].set_value(limit.most)

    def _came(self, event: ValueChangeEventArguments[Any]) -> None:
        if event.value and float(event.value) != self.session.design.rate:
            self.change(changes.set_arrivals, float(event.value))

    def _slid(self, event: ValueChangeEventArguments[Any]) -> None:
        rate = float(f"{self.usual * 10 ** float(event.value or 0):.3g}")
        if event.value is not None and rate != self.session.design.rate:
            self.change(changes.set_arrivals, rate)

    def _limited(self, slug: str) -> Callable[[ValueChangeEventArguments[Any]], None]:
        def limited(event: ValueChangeEventArguments[Any]) -> None:
            known = next(limit for limit in self._limits() if limit.slug == slug)
            if event.value is not None and float(event.value) != known.most:
                self.change(_with_most, known, float(event.value))

        return limited

    def _add(self) -> None:
        self.change(_with_target, self.most.value)


def _with_most(design: Design, limit: Limit, most: float) -> Change:
    """Another value for a limit; its source is then the workshop, no longer the plan."""
    values = {name: getattr(limit, name) for name in type(limit).model_fields}
    values |= {"most": most, "source": SOURCE, "reading": None}
    return changes.set_limit(design, checked(values, Limit, limit.name.zh))


def _with_target(design: Design, most: float | None) -> Change:
    values = {
        "slug": TARGET,
        "name": text(WORKSHOP["new_limit_name"].zh, WORKSHOP["new_limit_name"].en),
        "most": most,
        "unit": "working_days",
        "source": SOURCE,
    }
    return changes.set_limit(design, checked(values, Limit, WORKSHOP["limits"].zh))
