"""How many cases come in, and the limits they are measured against."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from models.limit import Limit
from reports.wording.numbers import unit_name
from workbench.workshop import changes
from workbench.workshop.design import SOURCE
from workbench.workshop.pages.limits import LimitForm, covered, with_limit
from workbench.workshop.pages.panel import Panel


class Demand(Panel):
    """The arrival rate as a slider, limits as numbers, each with a form for the rest."""

    def signature(self) -> object:
        """Which limits there are and what they are over; their values are set in place."""
        design = self.session.design
        limits = tuple(limit.changed(most=1, source=SOURCE) for limit in self._limits())
        return (design.base.slug, design.process.order, limits)

    def _limits(self) -> tuple[Limit, ...]:
        return self.session.design.process.limits

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
            add = ui.button(self.w("add_limit"), on_click=lambda: LimitForm(self, None) and None)
            add.props("dense outline").mark("add-limit")

    def _limit(self, limit: Limit) -> None:
        unit = unit_name(limit.most, limit.unit, self.w)
        with ui.element("div").classes("narrow"):
            field = ui.number(
                f"{self.w.of(limit.name)}（{unit}）",
                value=limit.most,
                min=1,
                on_change=self._limited(limit.slug),
            )
            field.props("dense debounce=600").mark(f"limit-{limit.slug}")
            more = ui.button(self.w("edit"), on_click=lambda: self._edit(limit.slug))
            more.props("dense flat").style("flex: 0 0 auto").mark(f"edit-{limit.slug}")
            more.props["aria-label"] = f"{self.w('limit_of')} {self.w.of(limit.name)}"
        names = self.w.steps(self.session.design.process)
        ui.label(covered(limit, names, self.w)).classes("soft")
        self.fields[limit.slug] = field

    def _edit(self, slug: str) -> None:
        LimitForm(self, self._known(slug))

    def _known(self, slug: str) -> Limit:
        return next(limit for limit in self._limits() if limit.slug == slug)

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
            known = self._known(slug)
            if event.value is not None and float(event.value) != known.most:
                self.change(with_limit, known, {"most": float(event.value)})

        return limited
