"""Whose activity is which step: names in a log against the definitions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
import polars as pl

from integrations.logs.codes import kinds
from models.base import Text
from models.errors import DocumentError
from models.event import LoggedStep
from models.plan.departments import DEPARTMENTS
from models.process import Process
from models.said import said

MOST_ACTIVITIES = 10_000


@dataclass(frozen=True)
class Named:
    """A table whose rows have an ``entry`` (place in ``steps``); the activities no step bears."""

    table: pl.DataFrame
    steps: tuple[LoggedStep, ...]
    unknown: tuple[str, ...]


def named(table: pl.DataFrame, processes: Sequence[Process], file: str) -> Named:
    """Find each row's step by its slug or its name in Chinese or English.

    The first steps are those of the definitions, in order; behind them come activities that no
    step bears, and steps performed by another than their owner. Rows of other processes are left
    out. DocumentError if the log names several processes' steps without saying whose, or none.
    """
    table = _of_processes(table, processes, file)
    keys = [key for key in ("process", "activity", "owner") if key in table.columns]
    number, known_kinds = kinds(table.select(keys))
    if known_kinds.height > MOST_ACTIVITIES:
        raise DocumentError(
            said(
                f"{file}：有{known_kinds.height:,}种环节，这一列恐怕不是环节；"
                "请用 --columns activity=列名 指明",
                f"{file}: there are {known_kinds.height:,} different activities; that column is "
                "probably another; name the right one with --columns activity=NAME",
            )
        )
    steps = [LoggedStep.of(p.slug, step) for p in processes for step in p.steps]
    numbers = {(s.process, s.step, s.owner): n for n, s in enumerate(steps)}
    known = {p.slug: _names({step.slug: step.name for step in p.steps}) for p in processes}
    unknown: dict[str, None] = {}
    places: list[int] = []
    for row in known_kinds.iter_rows(named=True):
        process = row.get("process") or processes[0].slug
        slug = known[process].get(_plain(row["activity"]))
        if slug is None:
            unknown.setdefault(row["activity"])
        own = _entry(steps, process, slug, row["activity"], row.get("owner"))
        key = (own.process, own.step, own.owner)
        if key not in numbers:
            numbers[key] = len(steps)
            steps.append(own)
        places.append(numbers[key])
    entry = np.array(places, np.int64)[number]
    return Named(table.with_columns(entry=pl.Series(entry)), tuple(steps), tuple(unknown))


def _of_processes(table: pl.DataFrame, processes: Sequence[Process], file: str) -> pl.DataFrame:
    if "process" not in table.columns:
        if len(processes) > 1:
            raise DocumentError(
                said(
                    f"{file}：没有写明流程的列，请只给一个流程，或用 --columns process=列名 指明",
                    f"{file}: no column names the process; give one process only, or name the "
                    "column with --columns process=NAME",
                )
            )
        return table
    known = _names({p.slug: p.name for p in processes})
    there = table["process"].unique(maintain_order=True).drop_nulls()[:MOST_ACTIVITIES]
    slugs = {name: known[_plain(name)] for name in there if _plain(name) in known}
    found = pl.col("process").replace_strict(slugs, default=None, return_dtype=pl.String)
    kept = table.with_columns(found).filter(pl.col("process").is_not_null())
    if kept.is_empty():
        names = ", ".join(there.head(5).to_list())
        wanted = ", ".join(p.slug for p in processes[:5])
        raise DocumentError(
            said(
                f"{file}：没有流程 {wanted} 的办件；日志中的流程是 {names}",
                f"{file}: no case of {wanted}; the log's processes are {names}",
            )
        )
    return kept


def _entry(
    steps: Sequence[LoggedStep], process: str, slug: str | None, activity: str, owner: str | None
) -> LoggedStep:
    unit = None if owner is None else _units().get(_plain(owner), owner)
    if slug is None:
        return LoggedStep(process, activity, unit or "", None, "work", counts=True)
    own = next(s for s in steps if s.process == process and s.step == slug)
    if unit is None or unit == own.owner:
        return own
    return LoggedStep(process, slug, unit, own.pool, own.kind, own.counts)


def _names(names: Mapping[str, Text]) -> dict[str, str]:
    """Slugs by slug and by name; a name that two bear finds neither."""
    found: dict[str, str] = {}
    twice: set[str] = set()
    for slug, name in names.items():
        for spelled in {_plain(name.zh), _plain(name.en)}:
            if spelled in found:
                twice.add(spelled)
            found[spelled] = slug
    return {k: v for k, v in found.items() if k not in twice} | {slug: slug for slug in names}


@lru_cache(maxsize=1)
def _units() -> dict[str, str]:
    """Departments by slug, name and alias, with and without the county before the name."""
    found: dict[str, str] = {}
    for unit in DEPARTMENTS:
        own = (unit.slug, unit.name.zh, unit.name.en, *unit.aliases)
        found |= {_plain(name): unit.slug for name in own}
    for unit in DEPARTMENTS:
        bare = unit.name.zh.removeprefix("县")
        for name in (bare, f"罗源{unit.name.zh}", f"罗源县{bare}"):
            found.setdefault(_plain(name), unit.slug)
    return found


def _plain(name: str) -> str:
    return " ".join(name.split()).casefold()
