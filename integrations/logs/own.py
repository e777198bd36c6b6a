"""Our own logs, read back as they were."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
import numpy.typing as npt
import polars as pl

from integrations.logs.rebuild import in_order
from models.errors import DocumentError
from models.event import COLUMNS, MOMENTS, OUTCOMES, Arrived, EventLog, LoggedStep
from models.process import Process
from models.said import said
from models.working_time import CHINA

Ints = npt.NDArray[np.int64]

OWN = (
    "case", "process", "step", "owner", "visit", "resource", *MOMENTS, "outcome", "work", "batch",
    "queue", "priority", "previous",
)  # fmt: skip
"""Columns of ``EventLog.frame`` that make it up."""


def legend_of(log: EventLog) -> str:
    """What the rows of a log do not say, as JSON."""
    return json.dumps(
        {
            "epoch": log.epoch.isoformat(),
            "resources": log.resources,
            "steps": [vars(entry) for entry in log.steps],
            "unvisited": _unvisited(log),
        },
        ensure_ascii=False,
    )


def _unvisited(log: EventLog) -> list[tuple[int, str, int]]:
    """Number, process and arrival of the cases that no visit tells of."""
    lacking = np.setdiff1d(np.arange(log.cases), log.case)
    known = log.arrived
    return [(int(n), known.processes[int(known.process[n])], int(known.time[n])) for n in lacking]


def own_log(
    table: pl.DataFrame,
    processes: Sequence[Process],
    legend: Mapping[str, object] | None,
    file: str,
) -> EventLog:
    """The log of a table in our own columns, cut to these processes.

    With the legend (Parquet) it equals the one that was written; without it (CSV) resources that
    never worked are unknown and steps are those of the processes.
    """
    wanted = {process.slug for process in processes}
    table = table.rename({"activity": "step"})
    kept = table["process"].is_in(list(wanted))
    known = _Legend.of(legend, table.filter(kept), processes)
    if not kept.any():
        raise DocumentError(
            said(
                f"{file}：没有流程 {', '.join(sorted(wanted))} 的办件",
                f"{file}: there is no case of {', '.join(sorted(wanted))}",
            )
        )
    try:
        log = known.log(table.filter(kept) if not kept.all() else table)
    except (pl.exceptions.PolarsError, OverflowError) as error:
        raise DocumentError(_damaged(file, str(error))) from None
    return _with_places(log, kept.to_numpy(), file)


class _Legend:
    def __init__(
        self,
        epoch: datetime,
        steps: tuple[LoggedStep, ...],
        resources: tuple[str, ...],
        unvisited: Sequence[tuple[int, str, int]] = (),
    ) -> None:
        self.epoch = epoch
        self.steps = steps
        self.resources = resources
        self.unvisited = unvisited

    @classmethod
    def of(
        cls,
        legend: Mapping[str, object] | None,
        table: pl.DataFrame,
        processes: Sequence[Process],
    ) -> "_Legend":
        if legend is not None:
            try:
                return cls(
                    datetime.fromisoformat(str(legend["epoch"])),
                    tuple(_entry(entry) for entry in _listed(legend["steps"])),
                    tuple(str(name) for name in _listed(legend["resources"])),
                    [_case(entry) for entry in _listed(legend["unvisited"])],
                )
            except (KeyError, TypeError, ValueError):
                pass  # a legend that somebody has changed: the rows alone must do
        first = table["ready"].min()
        moment = first.astimezone(CHINA) if isinstance(first, datetime) else datetime.now(CHINA)
        epoch = datetime(moment.year, moment.month, moment.day, tzinfo=CHINA)
        steps = {
            (s.process, s.step, s.owner): s
            for p in processes
            for s in (LoggedStep.of(p.slug, step) for step in p.steps)
        }
        bare = {(s.process, s.step): s for s in steps.values()}
        for process, step, owner in (
            table.select("process", "step", "owner").unique(maintain_order=True).iter_rows()
        ):
            own = bare.get((process, step))
            steps.setdefault(
                (process, step, owner or ""),
                LoggedStep(process, step, owner or "", own.pool, own.kind, own.counts)
                if own
                else LoggedStep(process, step, owner or "", None, "work", counts=True),
            )
        names = table["resource"].unique().drop_nulls().sort()
        return cls(epoch, tuple(steps.values()), tuple(names))

    def log(self, table: pl.DataFrame) -> EventLog:
        start = int(self.epoch.timestamp())
        case, ids = _cases(table["case"], [number for number, _, _ in self.unvisited])
        entries = pl.DataFrame(
            {
                "process": [s.process for s in self.steps],
                "step": [s.step for s in self.steps],
                "owner": [s.owner for s in self.steps],
                "entry": np.arange(len(self.steps)),
            }
        )
        keys = ["process", "step", "owner"]
        step = (
            table.select(keys)
            .with_columns(pl.col("owner").fill_null(""))
            .join(entries, on=keys, how="left", maintain_order="left")["entry"]
        )
        columns: dict[str, Ints] = {
            "case": case,
            "step": _whole(step),
            "server": _whole(_places(table["resource"], self.resources)),
            "outcome": _whole(_places(table["outcome"], OUTCOMES)),
            **{name: _whole(table[name].cast(pl.Int64) // 1_000_000 - start) for name in MOMENTS},
        }
        columns |= {name: _whole(table[name]) for name in COLUMNS if name not in columns}
        log = EventLog(
            epoch=self.epoch,
            steps=self.steps,
            resources=self.resources,
            case_ids=ids,
            known=None,
            **columns,
        )
        return log if ids is not None or not self.unvisited else self._with_unvisited(log)

    def _with_unvisited(self, log: EventLog) -> EventLog:
        seen = log.arrived
        processes = tuple(dict.fromkeys((*seen.processes, *(p for _, p, _ in self.unvisited))))
        size = max(len(seen.time), 1 + max(number for number, _, _ in self.unvisited))
        process, time = np.full(size, -1), np.zeros(size, np.int64)
        process[: len(seen.time)], time[: len(seen.time)] = seen.process, seen.time
        for number, slug, second in self.unvisited:
            process[number], time[number] = processes.index(slug), second
        return replace(log, known=Arrived(processes, process, time))


def _entry(fields: object) -> LoggedStep:
    if not isinstance(fields, dict):
        raise TypeError
    return LoggedStep(**fields)


def _case(entry: object) -> tuple[int, str, int]:
    number, process, time = _listed(entry)
    if not (isinstance(number, int) and isinstance(time, int)):
        raise TypeError
    return number, str(process), time


def _listed(value: object) -> Sequence[object]:
    if not isinstance(value, list):
        raise TypeError
    return value


def _whole(column: pl.Series) -> Ints:
    if column.null_count():
        raise pl.exceptions.InvalidOperationError(column.name)
    return column.cast(pl.Int64).to_numpy().astype(np.int64)


def _places(column: pl.Series, names: Sequence[str]) -> pl.Series:
    places = dict(zip(names, range(len(names)), strict=True))
    found = column.replace_strict(places, default=-2, return_dtype=pl.Int64)
    known = found.set(column.is_null(), -1)
    if (known == -2).any():  # noqa: PLR2004 - a name that is not in the legend
        raise pl.exceptions.InvalidOperationError(column.name)
    return known


def _cases(column: pl.Series, unvisited: Sequence[int]) -> tuple[Ints, pl.Series | None]:
    """Case numbers as written if they and ``unvisited`` run from 0 without gaps, else new ones."""
    numbers = column.cast(pl.Int64, strict=False)
    if not numbers.null_count():
        values = numbers.to_numpy()
        most = len(values) + len(unvisited)
        present = np.zeros(most + 1, np.bool_)
        present[np.clip(np.append(values, unvisited).astype(np.int64), 0, most)] = True
        top = int(values.max(initial=-1))
        if values.min(initial=0) >= 0 and top < most and present[: top + 1].all():
            return values.astype(np.int64), None
    ids = column.unique(maintain_order=True)
    legend = pl.DataFrame({"case": ids, "number": np.arange(len(ids))})
    joined = column.to_frame("case").join(legend, on="case", how="left", maintain_order="left")
    return joined["number"].to_numpy().astype(np.int64), ids


def _with_places(log: EventLog, kept: npt.NDArray[np.bool_], file: str) -> EventLog:
    """``previous`` as rows of the kept table; DocumentError if it points nowhere."""
    previous = log.previous
    if len(previous) and (previous.min() < -1 or previous.max() >= len(kept)):
        raise DocumentError(_damaged(file, "previous"))
    if kept.all():
        return log
    row = np.append(np.cumsum(kept) - 1, -1)
    row[:-1][~kept] = -1
    columns = {name: getattr(log, name) for name in COLUMNS} | {"previous": row[previous]}
    return EventLog(
        epoch=log.epoch,
        steps=log.steps,
        resources=log.resources,
        case_ids=log.case_ids,
        known=None,
        **in_order(columns, np.arange(len(log))),
    )


def _damaged(file: str, why: str) -> str:
    return said(
        f"{file}：像是本工具写出的日志，但已被改动（{why[:80]}）；请用 --columns 写明各列后再读",
        f"{file}: looks like a log of ours that was changed ({why[:80]}); name its columns with "
        "--columns to read it all the same",
    )
