"""CSV and Parquet files as raw tables. What people hand in is hostile until parsed safely."""

import csv
import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from itertools import islice
from pathlib import Path

import polars as pl

from integrations.logs.table import Place
from models.errors import DocumentError
from models.said import said

HEAD = 1_000_000
SEPARATORS = (",", ";", "\t", "|")
MOST_COLUMNS = 2_000
KEY = "onething"
"""The key under which our Parquet files keep what their rows do not say."""

DAMAGED = (pl.exceptions.PolarsError, pl.exceptions.PanicException)
"""How polars ends at damaged Parquet files; a panic is no Exception, but stays in the reader."""

Choose = Callable[[list[str]], list[str]]
"""Given all columns, those to read."""


def read_csv(path: Path, choose: Choose) -> tuple[pl.DataFrame, Place]:
    """The chosen columns of a CSV file as text; DocumentError if it is none.

    The first line names the columns; commas, semicolons, tabs or bars separate them. UTF-8, or
    GB 18030 as older office software writes it.
    """
    place = Place(str(path), first_row=2)
    with readable(path):
        with path.open("rb") as file:
            head = file.read(HEAD)
        if not head.strip():
            raise DocumentError(said(f"{path}：文件是空的", f"{path}: the file is empty"))
        text, source = _decoded(path, head)
        first = text.split("\n", 1)[0].rstrip("\r").removeprefix("\ufeff")
        separator = max(SEPARATORS, key=first.count)
        names = _names(first, separator)
        _usable(path, names)
        try:
            table = pl.read_csv(
                source,
                separator=separator,
                infer_schema=False,
                columns=[names.index(name) for name in choose(names)],
            )
        except pl.exceptions.PolarsError as error:
            raise DocumentError(_not_csv(path, text, separator, len(names), error)) from None
    return table.rename({old: old.strip() for old in table.columns}), place


def _names(line: str, separator: str) -> list[str]:
    """The names in the first line; none if it is no line of a CSV file."""
    try:
        return next(csv.reader([line], delimiter=separator), [])
    except csv.Error:
        return []


def _decoded(path: Path, head: bytes) -> tuple[str, Path | BytesIO]:
    """The beginning as text, and what to parse: the file, or its content recoded."""
    cut = head[: head.rfind(b"\n") + 1] or head
    try:
        return cut.decode("utf-8"), path
    except UnicodeDecodeError:
        text = path.read_bytes().decode("gb18030")
        return text[:HEAD], BytesIO(text.encode())


def _usable(path: Path, names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})[:5] if names else []
    if not any(names) or len(names) > MOST_COLUMNS or twice:
        raise DocumentError(
            said(
                f"{path}：第1行应是各列的名称，互不相同，不超过{MOST_COLUMNS}列"
                + (f"（{'、'.join(twice)} 重复）" if twice else ""),
                f"{path}: line 1 should name the columns, all different, at most {MOST_COLUMNS}"
                + (f" ({', '.join(twice)} appears twice)" if twice else ""),
            )
        )


def _not_csv(
    path: Path, text: str, separator: str, width: int, error: pl.exceptions.PolarsError
) -> str:
    lines = csv.reader(islice(text.splitlines(), 100_000), delimiter=separator)
    try:
        for number, cells in enumerate(lines, 1):
            if len(cells) > width:
                return said(
                    f"{path} 第{number}行：有{len(cells)}列，而第1行有{width}列；"
                    "含分隔符的内容请加引号",
                    f"{path} line {number}: {len(cells)} columns, but line 1 has {width}; "
                    "put quotes around text with separators in it",
                )
    except csv.Error:
        pass
    why = str(error).split("\n", 1)[0][:200]
    return said(f"{path}：不是CSV（{why}）", f"{path}: this is not CSV ({why})")


def read_parquet(path: Path, choose: Choose) -> tuple[pl.DataFrame, Place]:
    """The chosen columns of a Parquet file; DocumentError if it is none."""
    with readable(path):
        try:
            names = list(pl.read_parquet_schema(path))
            _usable(path, names)
            return pl.read_parquet(path, columns=choose(names)), Place(str(path), first_row=1)
        except DAMAGED as error:
            why = str(error).split("\n", 1)[0][:200]
            raise DocumentError(
                said(f"{path}：不是Parquet（{why}）", f"{path}: this is not Parquet ({why})")
            ) from None


def own_legend(path: Path) -> dict[str, object] | None:
    """What our Parquet files say beside their rows, or None for a file of somebody else."""
    with readable(path):
        try:
            text = pl.read_parquet_metadata(path).get(KEY)
        except DAMAGED:
            return None
    if text is None:
        return None
    try:
        legend = json.loads(text)
    except (ValueError, RecursionError):
        return None
    return legend if isinstance(legend, dict) else None


@contextmanager
def readable(path: Path) -> Iterator[None]:
    """Turns what the system or the encoding says against a file into one sentence."""
    try:
        yield
    except (OSError, UnicodeDecodeError, MemoryError) as error:
        why = getattr(error, "strerror", None) or type(error).__name__
        raise DocumentError(
            said(f"{path}：无法读取（{why}）", f"{path}: cannot be read ({why})")
        ) from None
