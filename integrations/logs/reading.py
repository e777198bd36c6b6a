"""A log in a file, whoever wrote it, as an EventLog that can be measured like our own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import numpy.typing as npt
import polars as pl

from integrations.logs import roles as role_names
from integrations.logs.codes import coded
from integrations.logs.lifecycle import visits
from integrations.logs.names import named
from integrations.logs.own import OWN, own_log
from integrations.logs.plain_files import own_legend, read_csv, read_parquet
from integrations.logs.rebuild import UNKNOWN, Observed, rebuilt
from integrations.logs.roles import Roles
from integrations.logs.table import CORRECTIONS, Place, checked_table
from integrations.logs.times import checked_zone
from integrations.logs.xes_reading import read_xes
from models.errors import DocumentError
from models.event import EventLog
from models.pool import OfficeHours
from models.process import Process
from models.said import said
from models.working_time import CHINA, HolidayNotice, official_calendar

ZONE = "Asia/Shanghai"
SUFFIXES = (".csv", ".tsv", ".txt", ".parquet", ".xes", ".xes.gz")

Ints = npt.NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Reading:
    """A log and how it was understood.

    ``roles`` says which column was taken for what (empty for our own format); ``unknown`` are the
    activities that no step of the processes bears, as the log names them.
    """

    log: EventLog
    roles: Roles
    unknown: tuple[str, ...]


def read_log(
    path: Path,
    processes: Sequence[Process],
    columns: Roles | None = None,
    zone: str = ZONE,
    notices: tuple[HolidayNotice, ...] = (),
) -> EventLog:
    """The visits of these processes in a log file: CSV, Parquet or XES, ours or anybody's.

    ``processes`` are the definitions (in the variant in force) that activities are matched with,
    by slug or name; ``columns`` overrides the guessed columns (see ``roles``); times without a
    zone are in ``zone``. The epoch is the local midnight of the first day, so measure it with a
    calendar from ``log.epoch.date()`` on. Activities that no step bears, and owners other than the
    definition's, are entries of ``log.steps`` behind those of the definitions: hold the log against
    ``models.conformance``, and cut it with ``models.published.as_published`` before
    ``models.figures``. DocumentError in one sentence for whatever cannot be read; CalendarError for
    years whose holidays nobody announced (``notices`` adds them).
    """
    return read_with_roles(path, processes, columns, zone, notices).log


def read_with_roles(
    path: Path,
    processes: Sequence[Process],
    columns: Roles | None = None,
    zone: str = ZONE,
    notices: tuple[HolidayNotice, ...] = (),
) -> Reading:
    """As ``read_log``, with what is worth showing about how the file was understood."""
    zone = checked_zone(zone)
    raw, place, roles = _raw(path, columns)
    table = checked_table(raw, roles, place, zone)
    names = set(raw.columns)
    del raw  # gigabytes, if the file has them
    if columns is None and set(OWN) <= names:
        legend = own_legend(path) if path.suffix == ".parquet" else None
        return Reading(own_log(table, processes, legend, place.file), {}, ())
    found = named(visits(table), processes, place.file)
    if found.table.is_empty():
        raise DocumentError(
            said(f"{path}：没有办结的环节", f"{path}: no step in this log was completed")
        )
    epoch = _midnight(found.table)
    office = official_calendar(epoch.date(), notices=notices).open_time(OfficeHours())
    case, ids = coded(found.table["case"])
    server, resources = _servers(found.table)
    seen = Observed(
        case=case,
        step=found.table["entry"].to_numpy().astype(np.int64),
        server=server,
        outcome=_outcomes(found.table),
        waits=_waits(found.table),
        **{name: _seconds(found.table, name, epoch) for name in ("ready", "enabled", "started")},
        completed=_seconds(found.table, "completed", epoch),
    )
    log = EventLog(
        epoch=epoch,
        steps=found.steps,
        resources=resources,
        case_ids=ids,
        known=None,
        **rebuilt(seen, found.steps, processes, office),
    )
    return Reading(log, roles, found.unknown)


def _raw(path: Path, columns: Roles | None) -> tuple[pl.DataFrame, Place, Roles]:
    """The table of a file, where it stands in it, and the roles of its columns."""
    name = path.name.lower()
    if name.endswith((".xes", ".xes.gz")):
        table, place = read_xes(path)
        return table, place, role_names.chosen(str(path), table.columns, columns)
    if not name.endswith(SUFFIXES):
        raise DocumentError(
            said(
                f"{path}：不认识的日志格式；可读 {' '.join(SUFFIXES)}",
                f"{path}: this is no known log format; known are {' '.join(SUFFIXES)}",
            )
        )
    roles: dict[str, str] = {}

    def choose(names: list[str]) -> list[str]:
        roles.update(role_names.chosen(str(path), names, columns))
        return list(dict.fromkeys(roles.values()))

    reader = read_parquet if name.endswith(".parquet") else read_csv
    table, place = reader(path, choose)
    if table.is_empty():
        raise DocumentError(said(f"{path}：没有任何一行", f"{path}: there are no rows"))
    return table, place, {role: column.strip() for role, column in roles.items()}


def _midnight(table: pl.DataFrame) -> datetime:
    """Local midnight of the first day that the log names."""
    names = [name for name in ("ready", "enabled", "started", "completed") if name in table.columns]
    first = min(
        int(v) for v in table.select(pl.col(names).min().cast(pl.Int64)).row(0) if v is not None
    )
    moment = datetime.fromtimestamp(first // 1_000_000, CHINA)
    return datetime(moment.year, moment.month, moment.day, tzinfo=CHINA)


def _seconds(table: pl.DataFrame, name: str, epoch: datetime) -> Ints:
    if name not in table.columns:
        return np.full(table.height, UNKNOWN)
    start = (epoch - datetime(1970, 1, 1, tzinfo=CHINA) - timedelta(hours=8)) // timedelta(
        seconds=1
    )
    seconds = table[name].cast(pl.Int64) // 1_000_000 - start
    return seconds.fill_null(UNKNOWN).to_numpy().astype(np.int64)


def _servers(table: pl.DataFrame) -> tuple[Ints, tuple[str, ...]]:
    if "resource" not in table.columns:
        return np.full(table.height, -1), ()
    number, names = coded(table["resource"])
    order = names.arg_sort().to_numpy()
    rank = np.append(np.argsort(order), -1)
    return rank[number], tuple(names.sort())


def _outcomes(table: pl.DataFrame) -> Ints:
    if "outcome" not in table.columns:
        return np.full(table.height, UNKNOWN)
    given = table["outcome"].str.to_lowercase()
    corrected = given.is_in(list(CORRECTIONS)).cast(pl.Int64)
    return corrected.fill_null(UNKNOWN).to_numpy().astype(np.int64)


def _waits(table: pl.DataFrame) -> dict[str, Ints]:
    """Net work and waits, if the log has all of them in every row (ours in XES has)."""
    names = ("work", "queue", "priority", "batch")
    if not set(names) <= set(table.columns) or table.select(names).null_count().sum_horizontal()[0]:
        return {}
    return {name: table[name].to_numpy().astype(np.int64) for name in names}
