"""People, their hours and batch times, department by department."""

from collections.abc import Callable
from typing import Any

from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from integrations.documents import checked
from models.pool import Batch, OfficeHours, Pool
from workbench.workshop import changes
from workbench.workshop.changes import Change
from workbench.workshop.design import SOURCE, Design
from workbench.workshop.pages.panel import Panel

ROOM = 3
"""A slider reaches so many times the people there are now."""


class Staff(Panel):
    """Sliders for people; moving people; office hours and batch times of one pool."""

    def signature(self) -> object:
        """Which pools the process needs; the sliders are set in place."""
        return tuple(pool.slug for pool in self._pools())

    def _pools(self) -> list[Pool]:
        used = {step.pool for step in self.session.design.process.steps}
        return [pool for pool in self.session.design.scenario.pools if pool.slug in used]

    def build(self) -> None:
        """A slider a pool, and below what is set for one pool at a time."""
        pools = self._pools()
        self.sliders: dict[str, tuple[ui.slider, ui.label]] = {}
        self.total = ui.label().classes("soft").mark("total-people")
        for pool in pools:
            self._slider(pool)
        self.names = {pool.slug: self.w.of(pool.name) for pool in pools}
        if len(pools) > 1:
            self._build_move()
        if pools:
            self._build_hours(pools[0].slug)

    def _slider(self, pool: Pool) -> None:
        name = self.w("people_of", name=self.w.of(pool.name))
        with ui.element("div").classes("narrow"):
            ui.label(name)
            shown = ui.label(str(pool.count)).style("text-align: right; flex: 0 0 3em")
        slider = ui.slider(
            min=1, max=_reach(pool), step=1, value=pool.count, on_change=self._slid(pool.slug)
        )
        slider.props("label").mark(f"people-{pool.slug}").props["aria-label"] = name
        self.sliders[pool.slug] = (slider, shown)

    def update(self) -> None:
        """Set sliders and the total to what is true."""
        design = self.session.design
        pools = {pool.slug: pool for pool in design.scenario.pools}
        original = {pool.slug: pool.count for pool in design.pools}
        for slug, (slider, shown) in self.sliders.items():
            slider.props(f"max={max(_reach(pools[slug]), int(slider.props['max']))}")
            slider.set_value(pools[slug].count)
            shown.set_text(str(pools[slug].count))
        now = sum(pools[slug].count for slug in self.sliders)
        before = sum(original[slug] for slug in self.sliders)
        self.total.set_text(self.w("total_people", n=now, before=before))

    def _slid(self, pool: str) -> Callable[[ValueChangeEventArguments[Any]], None]:
        def slid(event: ValueChangeEventArguments[Any]) -> None:
            if event.value is not None and int(event.value) != self.session.design.pool(pool).count:
                self.change(changes.set_people, pool, int(event.value))

        return slid

    def _build_move(self) -> None:
        first, second = list(self.names)[:2]
        with ui.element("div").classes("group"):
            ui.label(self.w("move")).classes("text-weight-bold")
            self.move_from = ui.select(self.names, value=first, label=self.w("move_from"))
            self.move_to = ui.select(self.names, value=second, label=self.w("move_to"))
            self.move_from.props("dense").classes("w-full").mark("move-from")
            self.move_to.props("dense").classes("w-full").mark("move-to")
            with ui.element("div").classes("narrow"):
                self.moved = ui.number(self.w("move_count"), value=1, min=1, precision=0)
                self.moved.props("dense").mark("move-count")
                ui.button(self.w("move"), on_click=self._move).props("dense").mark("move")

    def _move(self) -> None:
        count = int(self.moved.value or 0)
        self.change(changes.move_people, self.move_from.value, self.move_to.value, count)

    def _build_hours(self, first: str) -> None:
        with ui.element("div").classes("group"):
            ui.label(self.w("office_hours")).classes("text-weight-bold")
            self.whose = ui.select(
                self.names, value=first, label=self.w("pool_is"), on_change=self._show_hours
            )
            self.whose.props("dense").classes("w-full").mark("whose-hours")
            self.spans = ui.input(self.w("spans")).props("dense").classes("w-full").mark("spans")
            self.every = ui.checkbox(self.w("every_day")).mark("every-day")
            self.times = ui.input(self.w("batch_times")).props("dense").classes("w-full")
            self.times.mark("batch-times")
            days = dict(enumerate(self.w("weekdays").split(), start=1))
            self.days = ui.select(days, multiple=True, value=[], label=self.w("batch_days"))
            self.days.props("dense use-chips").classes("w-full").mark("batch-days")
            ui.button(self.w("apply"), on_click=self._open).props("dense").mark("apply-hours")
        self._show_hours()

    def _show_hours(self) -> None:
        pool = self.session.design.pool(str(self.whose.value))
        hours = pool.hours[0]
        self.spans.set_value(", ".join(hours.spans))
        self.every.set_value(hours.days == "every")
        self.times.set_value(", ".join(pool.batch.times) if pool.batch else "")
        self.days.set_value(list(pool.batch.weekdays) if pool.batch else [])

    def _open(self) -> None:
        self.change(_with_hours, str(self.whose.value), self._hours(), self._batch())

    def _hours(self) -> dict[str, object]:
        days = "every" if self.every.value else "working"
        return {"spans": _parts(str(self.spans.value)), "days": days}

    def _batch(self) -> dict[str, object] | None:
        times = _parts(str(self.times.value or ""))
        return {"times": times, "weekdays": tuple(sorted(self.days.value))} if times else None


def _reach(pool: Pool) -> int:
    return max(10, ROOM * pool.count)


def _parts(written: str) -> tuple[str, ...]:
    """Parts divided by commas of either script."""
    return tuple(p.strip() for p in written.replace("，", ",").split(",") if p.strip())


def _with_hours(
    design: Design, pool: str, hours: dict[str, object], batch: dict[str, object] | None
) -> Change:
    """Hours and batch times in one change, as far as they differ."""
    known = design.pool(pool)
    opened = checked(hours, OfficeHours, "办公时间 / office hours")
    found = checked({**batch, "source": SOURCE}, Batch, "集中办理 / batch") if batch else None
    change = Change(design, known.name)
    if any(opened != held for held in known.hours):
        change = changes.set_hours(design, pool, opened)
    if _same(found) != _same(known.batch):
        change = changes.set_batch(change.design, pool, found)
    return change


def _same(batch: Batch | None) -> object:
    return (batch.times, batch.weekdays) if batch else None
