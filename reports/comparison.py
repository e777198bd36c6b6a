"""Terminal tables of what plan items are worth."""

from collections.abc import Iterable, Sequence

from rich.console import Console

from models.base import Language, Text, text
from models.statistics import Estimate
from reports.table import Table
from reports.terminal_tables import paragraph, plain_table, show
from simulations.comparison import Change, Comparison, ItemEffect
from simulations.county_comparison import CountyChange, CountyComparison

MEASURES: tuple[tuple[str, Text, float, int], ...] = (
    ("hours", text("办理时长（自然日）", "Cycle time (calendar days)"), 24, 1),
    (
        "department_hours",
        text("其中部门用时（自然日）", "Departments (calendar days)"),
        24,
        1,
    ),
    ("staff_minutes", text("经办工作（分钟）", "Staff work (minutes)"), 1, 0),
    ("steps", text("环节（个）", "Steps met (number)"), 1, 1),
    ("materials", text("材料（份）", "Materials (number)"), 1, 1),
    ("trips", text("跑动（次）", "Trips (number)"), 1, 1),
)
COUNTY_MEASURES: tuple[tuple[str, Text], ...] = (
    ("waiting_days", text("办理时长合计（自然日）", "Cycle time, total (calendar days)")),
    ("staff_hours", text("经办工作（小时）", "Staff work (hours)")),
    ("steps", text("环节（个）", "Steps met (number)")),
    ("materials", text("材料（份）", "Materials (number)")),
    ("trips", text("跑动（次）", "Trips (number)")),
)
ITEM = text("改革项", "Item")
MEASURE = text("指标", "Measure")
LIMIT = text("时限", "Limit")
ALONE = text("单独实施", "alone")
LAST = text("最后实施", "as the last")
TOGETHER = text("全部实施", "all together")
BEFORE_AFTER = text("四减：每件平均，改革前与全部实施后", "Per case, before and after all reforms")
BEFORE, AFTER, DIFFERENCE = (
    text("改革前", "Before"),
    text("改革后", "After"),
    text("变化", "Change"),
)
EACH = text("各改革项的作用：每件平均变化（95%区间）", "Each item: change per case (95 % interval)")
ON_TIME = text("各改革项对按时办结率的作用（百分点）", "Each item: on-time rates (points)")
NEEDS = text("须与{}项同时实施", "needs item {}")
COMMON = text(
    "各方案使用相同办件和随机数（公共随机数），{}次重复仿真，共{}件；用时为假设值。",
    "All variants meet the same cases (common random numbers): {} replications, {} cases. "
    "Durations are assumptions.",
)
COUNTY_TITLE = text("各改革项对全县的作用（合计变化，95%区间）", "Each item: county totals (95 %)")
COUNTY_NOTE = text(
    "模拟{}个工作日、每次仿真约{}件、{}次重复仿真；负数为减少。",
    "{} working days of arrivals, about {} cases and {} replications; minus is less.",
)


def print_comparison(console: Console, found: Comparison, language: Language) -> None:
    """Print a process's measures before and after, and each item's effects."""
    for table in (_before_after(found, language), _effects(found, language)):
        show(console, table)
        console.print()
    show(console, _on_time(found, language))
    note = COMMON[language].format(found.replications, f"{found.cases:,}")
    console.print(paragraph(note, console.width))


def _before_after(found: Comparison, language: Language) -> Table:
    rows = []
    for name, label, scale, digits in MEASURES:
        before, after = found.before[name] / scale, found.after[name] / scale
        changed = _scaled(getattr(found.together, name), scale)
        figures = (f"{before:.{digits}f}", f"{after:.{digits}f}", _signed(changed, digits))
        rows.append((label[language], *figures))
    heads = (BEFORE, AFTER, DIFFERENCE)
    return _table(
        f"{found.name[language]} · {BEFORE_AFTER[language]}", MEASURE, heads, rows, language
    )


def _effects(found: Comparison, language: Language) -> Table:
    rows = _three_rows(
        [(effect.item, _cells(effect.own), _cells(effect.marginal)) for effect in found.items],
        _cells(found.together),
        language,
    )
    labels = [label for _, label, _, _ in MEASURES]
    meaning = "\n".join(_meaning(effect, language) for effect in found.items)
    return _table(EACH[language], ITEM, labels, rows, language, meaning)


def _meaning(effect: ItemEffect, language: Language) -> str:
    said = f"{effect.item} {effect.text[language]}"
    if effect.with_items:
        needed = ", ".join(map(str, effect.with_items))
        said += f" ({NEEDS[language].format(needed)})"
    return said


def _cells(change: Change) -> list[str]:
    return [
        _signed(_scaled(getattr(change, name), scale), digits)
        for name, _, scale, digits in MEASURES
    ]


def _on_time(found: Comparison, language: Language) -> Table:
    """A row a limit and item: as many columns as limits would fit no terminal."""
    rows: list[tuple[str, ...]] = []
    for limit in found.together.on_time:
        for place, effect in enumerate(found.items):
            name = "" if place else found.limits[limit][language]
            gains = (_points(effect.own, limit), _points(effect.marginal, limit))
            rows.append((name, str(effect.item), *gains))
        rows.append(("", TOGETHER[language], _points(found.together, limit), ""))
    heads = [(LIMIT[language], False), (ITEM[language], False)]
    heads += [(ALONE[language], True), (LAST[language], True)]
    return plain_table(ON_TIME[language], heads, rows)


def _points(change: Change, limit: str) -> str:
    return _signed(_scaled(change.on_time[limit], 0.01), 1)


def print_county_comparison(console: Console, found: CountyComparison, language: Language) -> None:
    """Print what each plan item is worth to the whole county."""
    rows = _three_rows(
        [(e.item, _county_cells(e.own), _county_cells(e.marginal)) for e in found.items],
        _county_cells(found.together),
        language,
    )
    cases = round(found.cases / max(found.replications, 1))
    days = found.working_days or "-"
    note = COUNTY_NOTE[language].format(days, f"{cases:,}", found.replications)
    labels = [label for _, label in COUNTY_MEASURES]
    show(console, _table(COUNTY_TITLE[language], ITEM, labels, rows, language, note))


def _county_cells(change: CountyChange) -> list[str]:
    return [_signed(getattr(change, name), 0) for name, _ in COUNTY_MEASURES]


Cells = list[str]


def _three_rows(
    items: Iterable[tuple[int, Cells, Cells]], together: Cells, language: Language
) -> list[tuple[str, ...]]:
    """Each item alone and as the last, then all together."""
    rows: list[tuple[str, ...]] = []
    for item, own, marginal in items:
        rows.append((f"{item} {ALONE[language]}", *own))
        rows.append((f"{item} {LAST[language]}", *marginal))
    return [*rows, (TOGETHER[language], *together)]


def _table(
    title: str,
    first: Text,
    labels: Iterable[Text],
    rows: Iterable[Sequence[str]],
    language: Language,
    note: str = "",
) -> Table:
    heads = [(first[language], False), *((label[language], True) for label in labels)]
    return plain_table(title, heads, rows, note)


def _scaled(estimate: Estimate, scale: float) -> Estimate:
    ends = (None if end is None else end / scale for end in (estimate.low, estimate.high))
    low, high = ends
    return Estimate(value=estimate.value / scale, low=low, high=high)


def _signed(estimate: Estimate, digits: int) -> str:
    value = f"{estimate.value:+,.{digits}f}"
    if estimate.low is None or estimate.high is None:
        return value
    half = (estimate.high - estimate.low) / 2
    return f"{value} ±{half:,.{digits}f}"
