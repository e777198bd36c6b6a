"""The cases of a run as a log knows them: when each came, with which process, under which name."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import numpy as np
import polars as pl
from sqlalchemy import ColumnElement, Connection, Select, select

from integrations.store.database import to_seconds
from integrations.store.rows import read_rows, write_rows
from integrations.store.tables import CASE_ARRIVALS, CASES, STEP_EVENTS
from models.event import Arrived, EventLog, Ints

Period = tuple[datetime | None, datetime | None]
"""From, and up to but without; None where there is no bound."""


@dataclass(frozen=True)
class Wanted:
    """Which cases a log is made of.

    ``rows`` gives (number, process, arrival, name) by number; ``process`` is a place in
    ``processes`` or, of a live case, a slug. ``known`` is whether the log says when they came,
    ``every`` whether these are all cases of the run.
    """

    run: int
    rows: Select[Any]
    processes: tuple[str, ...]
    known: bool
    every: bool

    def load(self, connection: Connection, start: int) -> tuple[Ints, Arrived, pl.Series | None]:
        """Numbers in the store, arrivals in seconds after ``start``, and names if there are any."""
        number, process, time, name = read_rows(connection, self.rows).get_columns()
        if process.dtype == pl.String:
            places = {slug: place for place, slug in enumerate(self.processes)}
            process = process.replace_strict(places, return_dtype=pl.Int64)
        arrived = Arrived(self.processes, process.to_numpy(), time.to_numpy() - start)
        named = None if name.null_count() == len(name) else name.alias("case")
        return number.to_numpy(), arrived, named

    def visits(self) -> list[ColumnElement[bool]]:
        """The conditions on ``step_events`` for the visits of these cases."""
        own = [STEP_EVENTS.c.run == self.run]
        if self.every:
            return own
        numbers = self.rows.order_by(None).with_only_columns(self.rows.selected_columns[0])
        return [*own, STEP_EVENTS.c.case_number.in_(numbers)]


def known_processes(log: EventLog) -> str | None:
    """The processes of the arrivals that a log knows of, as JSON; None if it knows of none."""
    return None if log.known is None else json.dumps(log.known.processes)


def write_arrivals(connection: Connection, run: int, log: EventLog) -> None:
    """Write when each case of a simulated run came."""
    arrived = log.arrived
    names = log.case_ids if log.case_ids is not None else pl.Series([None] * log.cases)
    rows = pl.DataFrame(
        {
            "run": np.full(log.cases, run, np.int64),
            "number": np.arange(log.cases, dtype=np.int64),
            "process": arrived.process.astype(np.int64),
            "arrival": arrived.time.astype(np.int64) + to_seconds(log.epoch),
            "name": names.cast(pl.String),
        }
    )
    write_rows(connection, CASE_ARRIVALS, rows)


def simulated_arrivals(run: int, processes: str | None, period: Period) -> Wanted:
    """The cases of a simulated run that came in a period."""
    table = CASE_ARRIVALS.c
    rows: Select[Any] = select(table.number, table.process, table.arrival, table.name).where(
        table.run == run
    )
    rows = _within(rows, table.arrival, period).order_by(table.number)
    slugs: Sequence[str] = [] if processes is None else json.loads(processes)
    return Wanted(run, rows, tuple(slugs), processes is not None, period == (None, None))


def live_arrivals(
    run: int, processes: tuple[str, ...], period: Period, *, unfinished: bool
) -> Wanted:
    """The cases of a live run that came in a period and are done, or with ``unfinished`` all."""
    table = CASES.c
    rows: Select[Any] = select(table.number, table.process, table.arrival, table.id).where(
        table.run == run
    )
    if not unfinished:
        rows = rows.where(table.status == "done")
    rows = _within(rows, table.arrival, period).order_by(table.number)
    return Wanted(run, rows, processes, known=True, every=False)


def _within(rows: Select[Any], arrival: Any, period: Period) -> Select[Any]:
    since, until = period
    if since is not None:
        rows = rows.where(arrival >= to_seconds(since))
    if until is not None:
        rows = rows.where(arrival < to_seconds(until))
    return rows
