"""Columns of text as numbers, so that millions of rows are compared once and not name by name."""

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
import polars as pl

Ints = npt.NDArray[np.int64]


def coded(column: pl.Series) -> tuple[Ints, pl.Series]:
    """The number of each row's name in order of appearance, -1 where there is none; the names."""
    names = column.drop_nulls().unique(maintain_order=True).alias("name")
    legend = names.to_frame().with_columns(number=pl.Series(np.arange(len(names))))
    joined = column.to_frame("name").join(legend, on="name", how="left", maintain_order="left")
    return joined["number"].fill_null(-1).to_numpy(), names


def kinds(table: pl.DataFrame) -> tuple[Ints, pl.DataFrame]:
    """The number of each row's kind in order of appearance, and the kinds: the distinct rows."""
    numbers = np.zeros(table.height, np.int64)
    size = 1
    for column in table.get_columns():
        own, names = coded(column)
        numbers, size = _without_gaps(numbers * (len(names) + 1) + own + 1, size * (len(names) + 1))
    first = np.empty(size, np.int64)
    first[numbers[::-1]] = np.arange(table.height - 1, -1, -1)
    order = np.argsort(first)
    place = np.empty(size, np.int64)
    place[order] = np.arange(size)
    return place[numbers], table[first[order]]


def _without_gaps(numbers: Ints, size: int) -> tuple[Ints, int]:
    """Numbers below ``size`` as numbers without gaps, and how many there are."""
    if size > len(numbers) + 1_000_000:  # a table of all of them would be larger than the column
        known, found = np.unique(numbers, return_inverse=True)
        return found.astype(np.int64), len(known)
    there = np.zeros(size, np.bool_)
    there[numbers] = True
    place = np.cumsum(there) - 1
    return place[numbers], int(there.sum())


def places(column: pl.Series, names: Sequence[str]) -> Ints:
    """The place of each row's name among ``names``; -1 where there is none, -2 for other names."""
    known = {name: number for number, name in enumerate(names)}
    own, there = coded(column)
    legend = np.array([*(known.get(name, -2) for name in there), -1], np.int64)
    return legend[own]
