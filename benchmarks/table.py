"""The tables that are printed, and the targets beside each figure."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.table import Table

from benchmarks.measure import Comparison, Spread


@dataclass(frozen=True)
class Figure:
    """One figure of ours with its unit and target; ``most``: the target is not to be exceeded."""

    name: str
    value: Spread
    unit: str
    target: float | None = None
    most: bool = True
    note: str = ""

    @property
    def held(self) -> bool | None:
        """Whether the target is met; None without one."""
        if self.target is None:
            return None
        if self.most:
            return self.value.middle < self.target
        return self.value.middle >= self.target


def comparison_table(rows: Sequence[Comparison]) -> Table:
    """Our speed beside the peers'."""
    table = Table(title="Step visits a second, one core, log kept in arrays unless written")
    for name in ("network", "peer"):
        table.add_column(name)
    for name in ("cases", "ours M/s", "kernel M/s", "peer k/s", "ratio", "kernel ratio", "target"):
        table.add_column(name, justify="right")
    table.add_column("held")
    for row in rows:
        table.add_row(*_comparison_cells(row))
    return table


def _comparison_cells(row: Comparison) -> tuple[str, ...]:
    return (
        row.name,
        row.peer,
        " / ".join(f"{count:,}" for count in dict.fromkeys(row.cases)),
        f"{row.ours.middle / 1e6:.2f}",
        f"{row.kernel.middle / 1e6:.2f}",
        f"{row.theirs.middle / 1e3:,.1f}",
        f"{row.ratio.middle:,.0f} ({row.ratio.low:,.0f}-{row.ratio.high:,.0f})",
        f"{row.kernel_ratio.middle:,.0f}",
        "" if row.target is None else f">= {row.target:,.0f}",
        verdict(row.held),
    )


def agreement_table(rows: Sequence[Comparison]) -> Table:
    """That both sides simulate the same."""
    table = Table(title="What was simulated on both sides")
    for name in ("network", "peer"):
        table.add_column(name)
    for name in ("visits a case, ours / peer", "mean wait in s, ours / peer", "core"):
        table.add_column(name, justify="right")
    for row in rows:
        visits, waits = row.visits_a_case, row.waiting
        table.add_row(
            row.name,
            row.peer,
            f"{visits[0]:.2f} / {visits[1]:.2f}",
            f"{waits[0]:,.1f} / {waits[1]:,.1f}",
            f"{row.undisturbed:.0%}",
        )
    return table


def differences(rows: Sequence[Comparison]) -> list[str]:
    """Where the sides are not the same, each said once."""
    said = {row.differs: f"{row.name}, {row.peer} - {row.differs}" for row in reversed(rows)}
    return [said[text] for text in reversed(said) if text]


def figure_table(rows: Sequence[Figure]) -> Table:
    """Our own figures."""
    table = Table(title="Size, memory and flatness: company opening after all reforms")
    table.add_column("figure")
    for name in ("median", "spread", "unit", "target"):
        table.add_column(name, justify="right")
    for name in ("held", "note"):
        table.add_column(name)
    for row in rows:
        table.add_row(*_figure_cells(row))
    return table


def _figure_cells(row: Figure) -> tuple[str, ...]:
    spread = f"{number(row.value.low)}-{number(row.value.high)}"
    held = verdict(row.held)
    return row.name, number(row.value.middle), spread, row.unit, _aim(row), held, row.note


def _aim(row: Figure) -> str:
    if row.target is None:
        return ""
    return f"{'<' if row.most else '>='} {number(row.target)}"


def number(value: float) -> str:
    """Three significant digits, no exponent."""
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2  # noqa: PLR2004 - digits
    return f"{value:,.{digits}f}"


def verdict(held: bool | None) -> str:
    """``yes``, ``no``, or nothing without a target."""
    return "" if held is None else "yes" if held else "no"
