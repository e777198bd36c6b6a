"""The store's room for runs: what was run, with which processes, and its event log."""

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

import numpy as np
from sqlalchemy import Connection, delete, func, insert, select

from integrations.store.arrivals import (
    Period,
    known_processes,
    live_arrivals,
    simulated_arrivals,
    write_arrivals,
)
from integrations.store.bulk import read_log, write_log
from integrations.store.database import (
    Database,
    insert_once,
    this_moment,
    to_moment,
    to_seconds,
)
from integrations.store.records import RunKind, StoredRun
from integrations.store.tables import CASES, RUN_PROCESSES, RUN_STEPS, RUNS, STEP_EVENTS
from models.errors import StoreError, UnknownNameError
from models.event import COLUMNS as LOG_COLUMNS
from models.event import EventLog, LoggedStep
from models.process import Process
from models.said import said

RUN_COLUMNS = ("id", "name", "kind", "variant", "epoch", "created")


class Runs(Database):
    """Runs in the store."""

    def runs(self) -> list[StoredRun]:
        """All runs, the oldest first."""
        return self.read(lambda connection: _listed(connection, None))

    def run(self, name: str) -> StoredRun:
        """The run of that name; UnknownNameError if there is none."""
        found = self.read(lambda connection: _listed(connection, name))
        if found:
            return found[0]
        names = self.read(
            lambda connection: connection.execute(select(RUNS.c.name)).scalars().all()
        )
        raise UnknownNameError(said("运行记录", "run"), name, names)

    def begin_run(
        self,
        name: str,
        kind: RunKind,
        processes: Sequence[Process],
        epoch: datetime,
        *,
        scenario: str | None = None,
        variant: str = "",
    ) -> int:
        """Open a run for cases to come; its number.

        A run of that name that is there already is gone on with if it has the same processes, or
        else StoreError. ``scenario`` is JSON, kept as it is.
        """
        steps = tuple(LoggedStep.of(p.slug, step) for p in processes for step in p.steps)
        values = _values(name, kind, variant, epoch, scenario)

        def begin(connection: Connection) -> int:
            if insert_once(connection, RUNS, values):
                run = _number(connection, name)
                _add_definitions(connection, run, processes, steps)
                return run
            run = _number(connection, name)
            if _definitions(connection, run) != _dumped(processes):
                raise _taken(name)
            return run

        return self.write(begin)

    def keep(
        self,
        name: str,
        processes: Sequence[Process],
        log: EventLog,
        *,
        scenario: str | None = None,
        variant: str = "",
    ) -> int:
        """Keep a simulated run whole or not at all; its number.

        StoreError if another run has that name; the same run may be kept again.
        """
        resources = json.dumps(log.resources, ensure_ascii=False)
        values = _values(name, "simulated", variant, log.epoch, scenario) | {
            "resources": resources,
            "arrived": known_processes(log),
            "cases": log.cases,
            "visits": len(log),
        }

        def keep(connection: Connection) -> int:
            if not insert_once(connection, RUNS, values):
                run = _number(connection, name)
                if not _is_kept(connection, run, processes, log):
                    raise _taken(name)
                return run
            run = _number(connection, name)
            _add_definitions(connection, run, processes, log.steps)
            write_arrivals(connection, run, log)
            write_log(connection, run, log)
            return run

        return self.write(keep)

    def forget(self, name: str) -> None:
        """Remove a run with all that belongs to it; UnknownNameError if there is none."""
        number = self.run(name).id

        def remove(connection: Connection) -> None:
            connection.execute(delete(RUNS).where(RUNS.c.id == number))

        self.write(remove)

    def processes(self, run: int) -> tuple[Process, ...]:
        """The processes as they were run, complete."""
        texts = self.read(lambda connection: _definitions(connection, run))
        return tuple(Process.model_validate_json(text) for text in texts)

    def run_scenario(self, run: int) -> str | None:
        """The scenario of the run, as JSON; None if none was kept."""
        wanted = select(RUNS.c.scenario).where(RUNS.c.id == run)
        return self.read(lambda connection: connection.execute(wanted).scalar())

    def log(
        self,
        run: int,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        unfinished: bool = False,
    ) -> EventLog:
        """The visits of the run's cases that arrived in ``[since, until)``, whole cases only.

        A simulated log is the one that was kept. Of a live run these are the cases that are done,
        with ``unfinished`` all visits that are over. Cases are numbered without gaps.
        """

        def load(connection: Connection) -> EventLog:
            return _log(connection, run, (since, until), unfinished=unfinished)

        return self.read(load)


def _values(
    name: str, kind: RunKind, variant: str, epoch: datetime, scenario: str | None
) -> dict[str, Any]:
    return {
        "name": name,
        "kind": kind,
        "variant": variant,
        "epoch": to_seconds(epoch),
        "scenario": scenario,
        "resources": "[]",
        "arrived": None,
        "cases": 0,
        "visits": 0,
        "created": this_moment(),
    }


def _taken(name: str) -> StoreError:
    return StoreError(
        said(
            f"事件库中已有名为“{name}”的运行记录，内容不同；请换一个名称，"
            f"或先运行 onething runs --remove {name}",
            f"another run in the store is called {name!r}; take another name, or first run "
            f"onething runs --remove {name}",
        )
    )


def _number(connection: Connection, name: str) -> int:
    return int(connection.execute(select(RUNS.c.id).where(RUNS.c.name == name)).scalar_one())


def _dumped(processes: Iterable[Process]) -> list[str]:
    return [process.model_dump_json() for process in processes]


def _definitions(connection: Connection, run: int) -> list[str]:
    wanted = select(RUN_PROCESSES.c.definition).where(RUN_PROCESSES.c.run == run)
    return list(connection.execute(wanted.order_by(RUN_PROCESSES.c.place)).scalars())


def _add_definitions(
    connection: Connection, run: int, processes: Sequence[Process], steps: Sequence[LoggedStep]
) -> None:
    texts = zip(processes, _dumped(processes), strict=True)
    connection.execute(
        insert(RUN_PROCESSES),
        [
            {"run": run, "place": n, "slug": process.slug, "definition": text}
            for n, (process, text) in enumerate(texts)
        ],
    )
    connection.execute(
        insert(RUN_STEPS),
        [{"run": run, "place": n, **vars(entry)} for n, entry in enumerate(steps)],
    )


def logged_steps(connection: Connection, run: int) -> tuple[LoggedStep, ...]:
    """The run's steps in the order that ``step_events.step`` counts."""
    columns = [RUN_STEPS.c[name] for name in LoggedStep.__dataclass_fields__]
    wanted = select(*columns).where(RUN_STEPS.c.run == run).order_by(RUN_STEPS.c.place)
    return tuple(LoggedStep(*row) for row in connection.execute(wanted))


def _listed(connection: Connection, name: str | None) -> list[StoredRun]:
    wanted = select(RUNS).order_by(RUNS.c.id)
    if name is not None:
        wanted = wanted.where(RUNS.c.name == name)
    found = []
    for row in connection.execute(wanted).mappings():
        values = {column: row[column] for column in RUN_COLUMNS}
        values |= {name: to_moment(row[name]) for name in ("epoch", "created")}
        counts = {"cases": row["cases"], "visits": row["visits"], "open_cases": 0}
        if row["kind"] == "live":
            counts = _counted(connection, row["id"])
        found.append(StoredRun(**values, **counts))
    return found


def _counted(connection: Connection, run: int) -> dict[str, int]:
    by_status = select(CASES.c.status, func.count()).where(CASES.c.run == run)
    cases = {row[0]: row[1] for row in connection.execute(by_status.group_by(CASES.c.status))}
    events = select(func.count()).select_from(STEP_EVENTS).where(STEP_EVENTS.c.run == run)
    return {
        "cases": sum(cases.values()),
        "open_cases": cases.get("open", 0),
        "visits": connection.execute(events).scalar_one(),
    }


def _log(
    connection: Connection, run: int, period: Period = (None, None), *, unfinished: bool = False
) -> EventLog:
    row = connection.execute(select(RUNS).where(RUNS.c.id == run)).mappings().first()
    if row is None:
        numbers = connection.execute(select(RUNS.c.id)).scalars()
        raise UnknownNameError(said("运行记录", "run"), str(run), map(str, numbers))
    if row["kind"] == "live":
        slugs = select(RUN_PROCESSES.c.slug).where(RUN_PROCESSES.c.run == run)
        processes = connection.execute(slugs.order_by(RUN_PROCESSES.c.place)).scalars()
        cases = live_arrivals(run, tuple(processes), period, unfinished=unfinished)
    else:
        cases = simulated_arrivals(run, row["arrived"], period)
    return read_log(
        connection,
        cases,
        steps=logged_steps(connection, run),
        resources=json.loads(row["resources"]),
        epoch=to_moment(row["epoch"]),
    )


def _is_kept(connection: Connection, run: int, processes: Sequence[Process], log: EventLog) -> bool:
    """Whether the run has these processes and this log."""
    if _definitions(connection, run) != _dumped(processes):
        return False
    held = _log(connection, run)
    legends = ("epoch", "steps", "resources")
    return all(getattr(held, name) == getattr(log, name) for name in legends) and all(
        np.array_equal(getattr(held, name), getattr(log, name)) for name in LOG_COLUMNS
    )
