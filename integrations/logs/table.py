"""A log as a table with one row a visit, checked row by row: what every format is read into."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from integrations.logs.roles import TIMES, Roles
from integrations.logs.times import moments
from models.errors import DocumentError
from models.said import Said, said

FEW = 5
"""So many bad rows are shown; all are counted."""

TEXTS = ("case", "activity", "process", "owner", "resource", "lifecycle", "instance", "outcome")
NUMBERS = ("visit", "work", "batch", "queue", "priority", "previous")
LONGEST_NAME = 1_000

CORRECTIONS = ("correction", "corrected", "rework", "补正", "退回", "退件", "补正退回")
"""Outcomes, by any name, that mean that the case went back to the applicant."""


@dataclass(frozen=True)
class Place:
    """Where a table comes from: the file, and the number of its first row in it."""

    file: str
    first_row: int


@dataclass(frozen=True)
class _Fault:
    row: int
    column: str
    why: Said


def checked_table(raw: pl.DataFrame, roles: Roles, place: Place, zone: str) -> pl.DataFrame:
    """The columns by role, texts as text and times as moments in UTC.

    Raises DocumentError that counts all bad rows and shows the first few, each with its column.
    """
    columns: dict[str, pl.Series] = {}
    faults: list[_Faults] = []
    for role, column in roles.items():
        given = raw[column]
        if role in TIMES:
            columns[role] = moments(given, zone).alias(role)
            faults += _lost(given, columns[role], column, _NO_TIME)
        elif role in TEXTS:
            columns[role] = _bare(given).alias(role)
            if (columns[role].str.len_bytes() > LONGEST_NAME).any():
                faults.append((columns[role].str.len_chars() > LONGEST_NAME, column, _TOO_LONG))
        else:
            columns[role] = given.cast(pl.Int64, strict=False).alias(role)
            faults += _lost(given, columns[role], column, _NO_NUMBER)
    faults += [
        (~_filled(raw[roles[role]]), roles[role], _EMPTY)
        for role in ("case", "activity", "time", "completed")
        if role in roles and columns[role].null_count()
    ]
    faults += _backwards(columns, roles)
    _refuse(raw, faults, place)
    return pl.DataFrame(list(columns.values()))


_Faults = tuple[pl.Series, str, Said]
"""Which rows are bad, in which column, and why."""


def _lost(given: pl.Series, read: pl.Series, column: str, why: Said) -> list[_Faults]:
    """The rows that held something which could not be read."""
    if read.null_count() == given.null_count():
        return []
    return [(read.is_null() & _filled(given), column, why)]


_NO_TIME = said(
    "不是日期加时刻；请写成 2024-03-01 09:30:00",
    "is no date with a time; write 2024-03-01 09:30:00",
)
_NO_NUMBER = said("不是整数", "is no whole number")
_TOO_LONG = said(f"超过{LONGEST_NAME}个字符", f"is longer than {LONGEST_NAME} characters")
_EMPTY = said("没有内容，但这一列必须填写", "is empty, but must be filled in")
_BACKWARDS = said("早于开始或待办的时间", "is earlier than the time before it")


def _bare(column: pl.Series) -> pl.Series:
    """The text without white space around it; null where nothing is left."""
    text = column.cast(pl.String).str.strip_chars()
    none = text.str.len_bytes() == 0
    return text.set(none, None) if none.any() else text


def _filled(column: pl.Series) -> pl.Series:
    if column.dtype != pl.String:
        return column.is_not_null()
    return column.str.strip_chars().str.len_bytes().fill_null(0) > 0


def _backwards(columns: dict[str, pl.Series], roles: Roles) -> list[_Faults]:
    order = [role for role in ("ready", "enabled", "started", "completed") if role in columns]
    return [
        ((columns[late] < columns[early]).fill_null(value=False), roles[late], _BACKWARDS)
        for early, late in pairwise(order)
    ]


def _refuse(raw: pl.DataFrame, faults: Sequence[_Faults], place: Place) -> None:
    bad = pl.Series([False]).new_from_index(0, raw.height)
    shown: list[_Fault] = []
    for mask, column, why in faults:
        rows = mask.fill_null(value=False)
        bad |= rows
        shown += [_Fault(int(row), column, why) for row in rows.arg_true().head(FEW)]
    count = int(bad.sum())
    if not count:
        return
    first = sorted(shown, key=lambda fault: fault.row)[:FEW]
    parts = [
        (f.row + place.first_row, f.column, _quoted(raw[f.column][f.row]), f.why) for f in first
    ]
    chinese = "；".join(
        f"第{row}行“{column}”列 {value} {why.zh}" for row, column, value, why in parts
    )
    english = "; ".join(
        f"row {row}, column {column!r}: {value} {why}" for row, column, value, why in parts
    )
    more = count > len({fault.row for fault in first})
    raise DocumentError(
        said(
            f"{place.file}：{raw.height:,}行中有{count:,}行读不通：{chinese}"
            f"{'……' if more else ''}；请改正后再读",
            f"{place.file}: {count:,} of {raw.height:,} rows cannot be read: {english}"
            f"{' ...' if more else ''}; correct them and read the file again",
        )
    )


def _quoted(value: object) -> str:
    text = "" if value is None else str(value)
    return repr(text if len(text) <= 40 else text[:40] + "…")  # noqa: PLR2004 - one line of a terminal
