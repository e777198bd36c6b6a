"""Plan items, each switched on or off."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from models.reform import Reform
from workbench.workshop import changes
from workbench.workshop.pages.panel import Panel


class Reforms(Panel):
    """The reforms of the process."""

    def signature(self) -> object:
        """Which process it is; the switches are set in place."""
        return self.session.design.base

    def build(self) -> None:
        """A switch an item."""
        self.switches: dict[int, ui.switch] = {}
        base = self.session.design.base
        if not base.reforms:
            ui.label(self.w("no_reforms")).classes("soft")
            return
        with ui.row():
            ui.button(self.w("all_on"), on_click=self._all).props("outline dense").mark("all-on")
            ui.button(self.w("all_off"), on_click=self._none).props("outline dense").mark("all-off")
        for reform in base.reforms:
            self._switch(reform)

    def _switch(self, reform: Reform) -> None:
        title = f"{self.w('item', n=reform.item)} {self.w.of(reform.text)}"
        on = reform.item in self.session.design.items
        switch = ui.switch(title, value=on, on_change=self._switched(reform.item))
        self.switches[reform.item] = switch.mark(f"item-{reform.item}")
        if reform.requires:
            needed = self.w.listed([str(item) for item in reform.requires])
            ui.label(self.w("needs", items=needed)).classes("soft")

    def update(self) -> None:
        """Set the switches to the current items."""
        for item, switch in self.switches.items():
            switch.set_value(item in self.session.design.items)

    def _switched(self, item: int) -> Callable[[ValueChangeEventArguments[Any]], None]:
        def switched(event: ValueChangeEventArguments[Any]) -> None:
            if bool(event.value) != (item in self.session.design.items):
                self.change(changes.switch_item, item, on=bool(event.value))

        return switched

    def _all(self) -> None:
        items = [reform.item for reform in self.session.design.base.reforms]
        self.change(changes.choose_items, items)

    def _none(self) -> None:
        self.change(changes.choose_items, ())
