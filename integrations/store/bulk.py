"""Event logs as rows of the store, many at once."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

import numpy as np
import polars as pl
from sqlalchemy import Connection, select

from integrations.store.arrivals import Wanted
from integrations.store.database import to_seconds
from integrations.store.rows import read_rows, write_rows
from integrations.store.tables import STEP_EVENTS
from models.event import MOMENTS, EventLog, Ints, LoggedStep

CHUNK = 100_000
"""Rows handed over at a time."""

COLUMNS = tuple(column.name for column in STEP_EVENTS.columns)
PLAIN = ("step", "visit", "outcome", "work", "batch", "queue", "priority")


def write_log(connection: Connection, run: int, log: EventLog) -> None:
    """Write all visits of a log; ``serial`` is the place in it."""
    for first in range(0, len(log), CHUNK):
        write_rows(connection, STEP_EVENTS, _rows(run, log, slice(first, first + CHUNK)))


def _rows(run: int, log: EventLog, part: slice) -> pl.DataFrame:
    """A part of the log as rows of the table, in the order of its columns."""
    start = to_seconds(log.epoch)
    serial = np.arange(len(log), dtype=np.int64)[part]
    names = pl.Series("resource", [*log.resources, None], dtype=pl.String)
    server = log.server[part]
    previous = pl.Series("previous", log.previous[part], dtype=pl.Int64)
    values: dict[str, Any] = {
        "run": np.full(len(serial), run, np.int64),
        "case_number": log.case[part],
        "serial": serial,
        "previous": previous.set(previous < 0, None),
        "resource": names.gather(np.where(server < 0, len(log.resources), server)),
        **{name: getattr(log, name)[part] for name in PLAIN},
        **{name: getattr(log, name)[part].astype(np.int64) + start for name in MOMENTS},
    }
    return pl.DataFrame({name: values[name] for name in COLUMNS})


def read_log(
    connection: Connection,
    cases: Wanted,
    *,
    steps: tuple[LoggedStep, ...],
    resources: Sequence[str],
    epoch: datetime,
) -> EventLog:
    """The log of these cases, in the order in which their visits became ready.

    Cases are numbered anew, from 0 without gaps and in their order. ``resources`` are names known
    beforehand; others that occur come after them.
    """
    start = to_seconds(epoch)
    kept, arrived, names = cases.load(connection, start)
    wanted = select(*(STEP_EVENTS.c[name] for name in COLUMNS[1:])).where(*cases.visits())
    rows = read_rows(connection, wanted).sort("ready", "serial")
    others = rows["resource"].drop_nulls().unique().to_list()
    legend = (*resources, *sorted(set(others) - set(resources)))
    places = {name: place for place, name in enumerate(legend)}
    server = rows["resource"].replace_strict(places, default=-1, return_dtype=pl.Int64)
    serial = rows["serial"].to_numpy()
    columns = {name: rows[name].to_numpy() for name in PLAIN}
    columns |= {name: rows[name].to_numpy() - start for name in MOMENTS}
    columns["case"] = np.searchsorted(kept, rows["case_number"].to_numpy())
    columns["previous"] = _places(serial, rows["previous"].fill_null(-1).to_numpy())
    return EventLog(
        **columns,
        epoch=epoch,
        steps=steps,
        resources=legend,
        server=server.to_numpy(),
        case_ids=names,
        known=arrived if cases.known else None,
    )


def _places(serial: Ints, wanted: Ints) -> Ints:
    """Where in ``serial`` each wanted one is, -1 where it is not."""
    if not len(serial):
        return wanted
    order = np.argsort(serial)
    place = np.minimum(np.searchsorted(serial, wanted, sorter=order), len(serial) - 1)
    return np.where(serial[order[place]] == wanted, order[place], -1)
