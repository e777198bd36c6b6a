"""Two logs of the same cases side by side: a live run and its simulated twin."""

import polars as pl

from models.base import Model
from models.event import EventLog

KEYS = ("process", "case", "step", "visit")
COMPARED = (
    "owner",
    "resource",
    "ready",
    "enabled",
    "started",
    "completed",
    "outcome",
    "work",
    "batch",
    "queue",
    "priority",
    "closed",
)


class Difference(Model):
    """Where a column of one visit differs; values as text, None where the visit is missing."""

    process: str
    case: int
    step: str
    visit: int
    column: str
    first: str | None
    second: str | None


class LogDifference(Model):
    """How two logs differ, matched by process, case, step and visit.

    ``only_first`` and ``only_second`` count visits that the other lacks, ``differing`` the common
    visits of which a column differs, by column; ``lag`` the greatest difference of each time, in
    seconds; ``disordered`` the visits whose predecessor is another. ``examples`` are the first few.
    """

    visits: int
    only_first: int
    only_second: int
    differing: dict[str, int]
    lag: dict[str, float]
    disordered: int
    examples: tuple[Difference, ...]

    @property
    def is_equal(self) -> bool:
        """Whether the logs are the same, visit by visit and second by second."""
        found = self.only_first + self.only_second + self.disordered
        return found == 0 and not any(self.differing.values())


def log_difference(first: EventLog, second: EventLog, *, examples: int = 5) -> LogDifference:
    """Compare two logs; their order of rows does not matter, only what each visit says."""
    joined = _frame(first).join(
        _frame(second), on=KEYS, how="full", suffix="_2", coalesce=True, maintain_order="left"
    )
    missing_2, missing_1 = pl.col("row_2").is_null(), pl.col("row").is_null()
    both = joined.filter(~missing_1 & ~missing_2)
    unequal = {name: both.filter(_differs(name)) for name in COMPARED}
    times = ("ready", "enabled", "started", "completed")
    return LogDifference(
        visits=both.height,
        only_first=joined.filter(missing_2).height,
        only_second=joined.filter(missing_1).height,
        differing={name: frame.height for name, frame in unequal.items()},
        lag={name: _lag(both, name) for name in times},
        disordered=both.filter(_differs("before")).height,
        examples=tuple(
            Difference(
                **{key: row[key] for key in KEYS},
                column=name,
                first=_text(row[name]),
                second=_text(row[f"{name}_2"]),
            )
            for name, frame in unequal.items()
            for row in frame.head(examples).to_dicts()
        )[:examples],
    )


def _frame(log: EventLog) -> pl.DataFrame:
    """The log with its row, cases by number, and the visit before each one by name."""
    frame = log.frame().with_columns(case=pl.Series(log.case)).with_row_index("row")
    names = pl.concat_str([pl.col("step"), pl.col("visit")], separator=" #")
    before = frame.select(pl.col("row").alias("previous"), names.alias("before"))
    return frame.with_columns(pl.col("previous").cast(pl.Int64)).join(
        before.with_columns(pl.col("previous").cast(pl.Int64)), on="previous", how="left"
    )


def _differs(name: str) -> pl.Expr:
    return ~pl.col(name).eq_missing(pl.col(f"{name}_2"))


def _lag(both: pl.DataFrame, name: str) -> float:
    gap = (pl.col(name) - pl.col(f"{name}_2")).dt.total_seconds().abs().max()
    found = both.select(gap).item()
    return float(found or 0)


def _text(value: object) -> str | None:
    return None if value is None else str(value)
