"""Terminal tables of what plan items are worth."""

from rich.console import Console
from rich.table import Table

from models.base import Language, Text, text
from models.statistics import Estimate
from simulations.comparison import Change, Comparison
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
    console.print(_before_after(found, language))
    console.print(_effects(found, language))
    console.print(_on_time(found, language))
    note = COMMON[language].format(found.replications, f"{found.cases:,}")
    console.print(note, highlight=False)


def _before_after(found: Comparison, language: Language) -> Table:
    table = Table(title=f"{found.name[language]} · {BEFORE_AFTER[language]}")
    table.add_column("")
    for column in (BEFORE, AFTER, DIFFERENCE):
        table.add_column(column[language], justify="right")
    for name, label, scale, digits in MEASURES:
        before, after = found.before[name] / scale, found.after[name] / scale
        changed = _scaled(getattr(found.together, name), scale)
        table.add_row(
            label[language], f"{before:.{digits}f}", f"{after:.{digits}f}", _signed(changed, digits)
        )
    return table


def _effects(found: Comparison, language: Language) -> Table:
    table = Table(title=EACH[language])
    table.add_column(ITEM[language], overflow="fold")
    table.add_column("")
    for _, label, _, _ in MEASURES:
        table.add_column(label[language], justify="right", overflow="fold")
    for effect in found.items:
        name = f"{effect.item} {effect.text[language]}"
        if effect.with_items:
            needed = ", ".join(map(str, effect.with_items))
            name += f" ({NEEDS[language].format(needed)})"
        table.add_row(name, ALONE[language], *_cells(effect.own))
        table.add_row("", LAST[language], *_cells(effect.marginal), end_section=True)
    table.add_row(TOGETHER[language], "", *_cells(found.together))
    return table


def _cells(change: Change) -> list[str]:
    return [
        _signed(_scaled(getattr(change, name), scale), digits)
        for name, _, scale, digits in MEASURES
    ]


def _on_time(found: Comparison, language: Language) -> Table:
    limits = list(found.together.on_time)
    table = Table(title=ON_TIME[language])
    table.add_column(ITEM[language])
    table.add_column("")
    for limit in limits:
        table.add_column(found.limits[limit][language], justify="right", overflow="fold")
    rows = [(str(e.item), p, c) for e in found.items for p, c in _parts(e.own, e.marginal)]
    for item, part, change in [*rows, ("", TOGETHER, found.together)]:
        points = [_signed(_scaled(change.on_time[limit], 0.01), 1) for limit in limits]
        table.add_row(item, part[language], *points)
    return table


def _parts(own: Change, marginal: Change) -> list[tuple[Text, Change]]:
    return [(ALONE, own), (LAST, marginal)]


def print_county_comparison(console: Console, found: CountyComparison, language: Language) -> None:
    """Print what each plan item is worth to the whole county."""
    table = Table(title=COUNTY_TITLE[language])
    table.add_column(ITEM[language])
    table.add_column("")
    for _, label in COUNTY_MEASURES:
        table.add_column(label[language], justify="right", overflow="fold")
    for effect in found.items:
        table.add_row(str(effect.item), ALONE[language], *_county_cells(effect.own))
        cells = _county_cells(effect.marginal)
        table.add_row("", LAST[language], *cells, end_section=True)
    table.add_row(TOGETHER[language], "", *_county_cells(found.together))
    console.print(table)
    cases = round(found.cases / max(found.replications, 1))
    days = found.working_days or "-"
    note = COUNTY_NOTE[language].format(days, f"{cases:,}", found.replications)
    console.print(note, highlight=False)


def _county_cells(change: CountyChange) -> list[str]:
    return [_signed(getattr(change, name), 0) for name, _ in COUNTY_MEASURES]


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
