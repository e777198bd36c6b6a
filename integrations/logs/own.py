"""Our own logs, read back as they were."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime

import numpy as np
import numpy.typing as npt
import polars as pl

from integrations.logs.codes import coded, kinds, places
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
KEYS = ("process", "step", "owner")


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
    if not kept.any():
        raise DocumentError(
            said(
                f"{file}：没有流程 {', '.join(sorted(wanted))} 的办件",
                f"{file}: there is no case of {', '.join(sorted(wanted))}",
            )
        )
    table = table if kept.all() else table.filter(kept)
    number, there = kinds(table.select(KEYS))
    known = _Legend.of(legend, table, there, processes)
    try:
        log = known.log(table, number, there)
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
        there: pl.DataFrame,
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
        for process, step, owner in there.iter_rows():
            own = bare.get((process, step))
            steps.setdefault(
                (process, step, owner or ""),
                LoggedStep(process, step, owner or "", own.pool, own.kind, own.counts)
                if own
                else LoggedStep(process, step, owner or "", None, "work", counts=True),
            )
        names = table["resource"].unique().drop_nulls().sort()
        return cls(epoch, tuple(steps.values()), tuple(names))

    def log(self, table: pl.DataFrame, number: Ints, there: pl.DataFrame) -> EventLog:
        """The log of a table whose rows are of these kinds of KEYS."""
        start = int(self.epoch.timestamp())
        case, ids = _cases(table["case"], [number for number, _, _ in self.unvisited])
        known = {(s.process, s.step, s.owner): n for n, s in enumerate(self.steps)}
        of_kind = [known.get((p, s, owner or ""), -2) for p, s, owner in there.iter_rows()]
        columns: dict[str, Ints] = {
            "case": case,
            "step": _known("step", np.array(of_kind, np.int64)[number], 0),
            "server": _known("resource", places(table["resource"], self.resources), -1),
            "outcome": _known("outcome", places(table["outcome"], OUTCOMES), 0),
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
    return column.cast(pl.Int64).to_numpy()


def _known(name: str, numbers: Ints, least: int) -> Ints:
    """Numbers of names that the legend has; InvalidOperationError if one is below ``least``."""
    if len(numbers) and numbers.min() < least:
        raise pl.exceptions.InvalidOperationError(name)
    return numbers


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
    return coded(column)


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
