"""One step: everything about it that can be changed."""

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from nicegui import ui
from nicegui.events import ValueChangeEventArguments

from models.condition import (
    COMPARISONS,
    Attribute,
    Chance,
    ChoiceAttribute,
    Compare,
    FlagAttribute,
    Is,
    Not,
    NumberAttribute,
)
from models.distributions import Distribution
from models.process import Process
from models.quantiles import quantile
from models.step import Step
from reports.wording.values import condition
from workbench.names import unit_name
from workbench.workshop import step_edits
from workbench.workshop.pages.panel import Panel
from workbench.workshop.search import departments
from workbench.workshop.words import Words

CHANNELS = ("window", "online", "post", "internal")
PERCENTILES = (0.05, 0.5, 0.95)
UNITS = ("seconds", "minutes", "hours", "days")
Select = Callable[[str], None]


class StepPanel(Panel):
    """The chosen step's owner, order, time, condition, correction, papers, channel."""

    step = ""
    tell: Select | None = None

    def signature(self) -> object:
        """The step itself, and the others it can be put after."""
        process = self.session.design.process
        return (self.step, process.order, self._step(process))

    def _step(self, process: Process) -> Step | None:
        return next((step for step in process.steps if step.slug == self.step), None)

    def select(self, slug: str) -> None:
        """Show another step."""
        self.step = slug
        if self.tell:
            self.tell(slug)
        self.refresh()

    def _chosen(self, event: ValueChangeEventArguments[Any]) -> None:
        if event.value is not None and event.value != self.step:
            self.select(str(event.value))

    def build(self) -> None:
        """The controls of the chosen step."""
        process = self.session.design.process
        step = self._step(process)
        chosen = ui.select(
            self.w.steps(process),
            value=step.slug if step else None,
            label=self.w("choose_step"),
            on_change=self._chosen,
        )
        chosen.props("dense outlined").classes("w-full").mark("choose-step")
        if step is None:
            ui.label(self.w("pick_step")).classes("soft")
            return
        others = {slug: name for slug, name in self.w.steps(process).items() if slug != step.slug}
        self._owner(step)
        self._order(step, others)
        self._time(step)
        self._condition(process, step)
        self._rework(step, process)
        self._meets(step)
        self._papers(step)
        self._whole(step, others)

    def _select(
        self, mark: str, options: dict[str, str], value: str | None, choose: Callable[[str], object]
    ) -> ui.select:
        def chosen(event: ValueChangeEventArguments[Any]) -> None:
            if event.value is not None and event.value != value:
                choose(str(event.value))

        label = self.w(mark.replace("-", "_"))
        select = ui.select(options, value=value, label=label, on_change=chosen)
        return select.props("dense").classes("w-full").mark(mark)

    def _group(self, key: str) -> ui.element:
        group = ui.element("div").classes("group")
        with group:
            ui.label(self.w(key)).classes("text-weight-bold")
        return group

    def _owner(self, step: Step) -> None:
        known = sorted({step.owner, *departments()})
        names = {slug: self.w.of(unit_name(slug)) for slug in known}
        select = self._select(
            "owner-is",
            names,
            step.owner,
            lambda owner: self.change(step_edits.set_owner, step.slug, owner),
        )
        select.props("use-input input-debounce=0")

    def _order(self, step: Step, others: dict[str, str]) -> None:
        with self._group("order"):
            after = ui.select(
                others,
                multiple=True,
                value=list(step.after),
                label=self.w("after"),
                on_change=lambda event: (
                    set(event.value) == set(step.after)
                    or self.change(step_edits.set_after, step.slug, tuple(event.value))
                ),
            )
            after.props("dense use-chips").classes("w-full").mark("after")
            self._select(
                "parallel-with",
                others,
                None,
                lambda other: self.change(step_edits.run_parallel, step.slug, other),
            )
            self._select(
                "directly-after",
                others,
                None,
                lambda other: self.change(step_edits.put_after, step.slug, other),
            )

    def _time(self, step: Step) -> None:
        with self._group("time_kind"):
            kinds = {kind: self.w(f"kind_{kind}") for kind in step_edits.KINDS}
            kind = ui.select(kinds, value=step.time.kind).props("dense").classes("w-full")
            kind.mark("time-kind")
            duration = step.time.duration
            with ui.element("div").classes("narrow"):
                points = [
                    ui.number(self.w(name), value=value, min=0).props("dense").mark(f"time-{name}")
                    for name, value in zip(
                        ("low", "mode", "high"), points_of(duration.distribution), strict=True
                    )
                ]
            units = {name: self.w(name) for name in UNITS}
            with ui.element("div").classes("narrow"):
                unit = ui.select(units, value=duration.unit, label=self.w("unit")).props("dense")
                unit.mark("time-unit")
                self._button(
                    "apply",
                    "apply-time",
                    lambda: self.change(
                        step_edits.set_time,
                        step.slug,
                        str(kind.value),
                        [point.value for point in points],
                        str(unit.value),
                    ),
                )

    def _button(self, key: str, mark: str, do: Callable[[], object]) -> None:
        button = ui.button(self.w(key), on_click=lambda: do() and None)
        button.props("dense outline").style("flex: 0 0 auto").mark(mark)

    def _condition(self, process: Process, step: Step) -> None:
        options = {"always": self.w("always"), "share": self.w("share_of_cases")}
        for attribute in process.attributes:
            options |= attribute_choices(attribute, self.w)
        value = condition_choice(step)
        if value not in options:
            what = condition(step.when, process, self.w) if step.when else ""
            options[value] = self.w("as_now", what=what)
        with self._group("condition"):
            choice = ui.select(options, value=value).props("dense").classes("w-full")
            choice.mark("condition")
            now = step.when.share * 100 if isinstance(step.when, Chance) else 50
            with ui.element("div").classes("narrow"):
                percent = ui.number(self.w("percent_cases"), value=now, min=0, max=100)
                percent.props("dense").mark("condition-percent")
                percent.bind_visibility_from(choice, "value", value="share")
                known = step.when.value if isinstance(step.when, Compare) else None
                threshold = ui.number(self.w("threshold"), value=known)
                threshold.props("dense").mark("condition-threshold")
                threshold.bind_visibility_from(
                    choice, "value", backward=lambda chosen: str(chosen).startswith("compare:")
                )
                self._button(
                    "apply",
                    "apply-condition",
                    lambda: (
                        choice.value == "other"
                        or self.change(
                            step_edits.set_condition,
                            step.slug,
                            str(choice.value),
                            percent.value if choice.value == "share" else threshold.value,
                        )
                    ),
                )

    def _rework(self, step: Step, process: Process) -> None:
        rework = step.rework
        with self._group("correction"):
            back = ui.select(
                self.w.steps(process),
                value=rework.to if rework else step.slug,
                label=self.w("rework_to"),
            )
            back.props("dense").classes("w-full").mark("rework-to")
            with ui.element("div").classes("narrow"):
                percent = ui.number(
                    self.w("rework_percent"), value=rework.chance * 100 if rework else 0, min=0
                )
                percent.props("dense").mark("rework-percent")
                most = ui.number(
                    self.w("rework_most"), value=rework.most if rework else 1, min=1, precision=0
                )
                most.props("dense").mark("rework-most")
                self._button(
                    "apply",
                    "apply-rework",
                    lambda: self.change(
                        step_edits.set_rework, step.slug, str(back.value), percent.value, most.value
                    ),
                )

    def _meets(self, step: Step) -> None:
        def set_to(channel: str, *, trip: bool) -> None:
            if (channel, trip) != (step.channel, step.visit is not None):
                self.change(step_edits.set_channel, step.slug, channel, trip=trip)

        trip = step.visit is not None
        with self._group("meets"):
            channels = {channel: self.w(f"channel_{channel}") for channel in CHANNELS}
            self._select(
                "channel",
                channels,
                step.channel,
                lambda channel: set_to(channel, trip=trip and channel == "window"),
            )
            ui.checkbox(
                self.w("visit"),
                value=trip,
                on_change=lambda event: set_to(
                    "window" if event.value else step.channel, trip=bool(event.value)
                ),
            ).mark("visit")

    def _papers(self, step: Step) -> None:
        with self._group("papers"):
            for paper in step.materials:
                with ui.element("div").classes("narrow"):
                    ui.label(self.w.of(paper.name))
                    self._button(
                        "drop_paper",
                        f"drop-{paper.slug}",
                        partial(self.change, step_edits.drop_material, step.slug, paper.slug),
                    )
            with ui.element("div").classes("narrow"):
                name = ui.input(self.w("add_paper")).props("dense maxlength=60").mark("new-paper")
                self._button(
                    "add",
                    "add-paper",
                    lambda: self.change(step_edits.add_material, step.slug, str(name.value or "")),
                )

    def _whole(self, step: Step, others: dict[str, str]) -> None:
        with self._group("change_steps"):
            with ui.element("div").classes("narrow"):
                name = ui.input(self.w("new_step_name")).props("dense maxlength=60")
                name.mark("new-step")
                self._button(
                    "add",
                    "add-step",
                    lambda: self.change(step_edits.add_step, step.slug, str(name.value or "")),
                )
            self._select(
                "merge",
                others,
                None,
                lambda other: self.change(step_edits.merge_step, other, step.slug),
            )
            self._button(
                "remove_step",
                "remove-step",
                lambda: self.change(step_edits.remove_step, step.slug),
            )


def points_of(distribution: Distribution) -> tuple[float, float, float]:
    """Least, likely and most: of a three-point distribution its own, else 5, 50, 95 % points."""
    known = distribution.model_dump()
    if {"low", "mode", "high"} <= set(known):
        return known["low"], known["mode"], known["high"]
    low, middle, high = (
        float(f"{value:.3g}") for value in quantile(distribution, np.array(PERCENTILES))
    )
    return low, middle, high


def attribute_choices(attribute: Attribute, w: Words) -> dict[str, str]:
    """The conditions on an attribute that can be chosen, with their words."""
    name = w.of(attribute.name)
    match attribute:
        case FlagAttribute():
            values = {attribute.slug: name}
        case ChoiceAttribute():
            values = {f"{attribute.slug}:{one}": f"{name} = {one}" for one in attribute.options}
        case NumberAttribute():
            unit = w.of(attribute.unit)
            return {
                f"compare:{attribute.slug}:{sign}": f"{name} {sign} … ({unit})"
                for sign in COMPARISONS
            }
    found: dict[str, str] = {}
    for key, what in values.items():
        found[f"is:{key}"] = w("if_attribute", what=what)
        found[f"not:{key}"] = w("if_not", what=what)
    return found


def condition_choice(step: Step) -> str:
    """The step's condition as one of the choices; ``other`` for what they cannot express."""
    when = step.when
    if when is None:
        return "always"
    if isinstance(when, Chance):
        return "share"
    if isinstance(when, Compare):
        return f"compare:{when.attribute}:{when.operator}"
    inner = when.condition if isinstance(when, Not) else when
    if not isinstance(inner, Is) or inner.value is False:
        return "other"
    key = "is" if inner is when else "not"
    return f"{key}:{inner.attribute}" + ("" if inner.value is True else f":{inner.value}")
