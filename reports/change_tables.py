"""Tables of what reforms change: before against after, and what each plan item is worth."""

from models.statistics import Estimate
from reports.table import Row, Table, column
from reports.wording import Wording
from reports.wording.numbers import (
    Figure,
    Form,
    change_interval,
    count,
    decimal,
    percent,
    signed,
)
from simulations.comparison import Comparison

DAY_HOURS = 24.0
MEASURES: dict[str, tuple[float, Form]] = {
    "hours": (DAY_HOURS, "decimal"),
    "department_hours": (DAY_HOURS, "decimal"),
    "staff_minutes": (1.0, "count"),
    "steps": (1.0, "decimal"),
    "materials": (1.0, "decimal"),
    "trips": (1.0, "decimal"),
    "fees": (1.0, "decimal"),
}
"""Each measure of ``Change`` with the scale and form in which it is shown."""

PRINTED = {"count": count, "decimal": decimal, "percent": percent}


def compare_table(found: Comparison, fourth: str, w: Wording) -> Table:
    """As-is against to-be, per case, with paired intervals; ``fourth`` is trips or fees."""
    rows = []
    for name, (scale, form) in MEASURES.items():
        if name in {"trips", "fees"} and name != fourth:
            continue
        before, after = found.before[name] / scale, found.after[name] / scale
        change: Estimate = getattr(found.together, name)
        rows.append(_row(w(f"m_{name}"), before, after, change, form, scale))
    for limit, change in found.together.on_time.items():
        key = f"on-time:{limit}"
        words = w("m_on_time", name=w.of(found.limits[limit]))
        if key in found.before and key in found.after:
            before, after = found.before[key], found.after[key]
            rows.append(_row(words, before, after, change, "percent", 1.0))
    columns = (
        column("measure", w, numeric=False),
        *(column(head, w) for head in ("before", "after", "change", "change_interval")),
    )
    note = w("compare_note", n=found.replications)
    return Table(w("compare_table"), columns, tuple(rows), note, "before-after")


def _row(name: str, before: float, after: float, change: Estimate, form: Form, scale: float) -> Row:
    cells = (
        name,
        PRINTED[form](before),
        PRINTED[form](after),
        signed(change, form, scale),
        change_interval(change, form, scale),
    )
    return Row(cells)


def items_table(found: Comparison, w: Wording) -> Table:
    """Calendar days per case that each item saves: alone, as the last, and in turn."""
    in_turn = {stage.item: stage.change.hours for stage in found.stages}
    rows = []
    for effect in found.items:
        changes = (effect.own.hours, effect.marginal.hours, in_turn[effect.item])
        cells = [cell for change in changes for cell in _days(change)]
        rows.append(Row((count(effect.item), w.of(effect.text), *cells)))
    heads = ("alone", "alone_interval", "as_last", "last_interval", "in_turn", "turn_interval")
    columns = (
        column("item", w),
        column("item_title", w, numeric=False),
        *(column(head, w) for head in heads),
    )
    return Table(w("items_table"), columns, tuple(rows), w("items_note"), "items")


def _days(change: Estimate) -> tuple[Figure, str]:
    return signed(change, "decimal", DAY_HOURS), change_interval(change, "decimal", DAY_HOURS)
