"""The event log: one immutable record a visit of a step, the same for live and simulated runs."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, fields
from datetime import datetime, timedelta
from functools import cached_property
from typing import Literal

import numpy as np
import numpy.typing as npt
import polars as pl

from models.base import Model
from models.step import Step

Ints = npt.NDArray[np.signedinteger]
Outcome = Literal["done", "correction"]
OUTCOMES: tuple[Outcome, ...] = ("done", "correction")


class StepEvent(Model):
    """One visit of one step by one case.

    ``ready``: the case has come so far; ``enabled``: the step waits for the department (from ready
    to enabled is the applicant's time); ``started`` and ``completed``: the work. ``batch``,
    ``queue`` and ``priority`` are the seconds waited for these reasons between enabled and started,
    the rest of that time the office was closed; ``work`` is the net seconds of work.
    """

    case: int
    process: str
    step: str
    visit: int
    owner: str
    resource: str | None
    ready: datetime
    enabled: datetime
    started: datetime
    completed: datetime
    outcome: Outcome
    work: int
    batch: int = 0
    queue: int = 0
    priority: int = 0
    previous: int | None = None
    """Place in the log of the visit whose completion made this one ready."""


@dataclass(frozen=True)
class LoggedStep:
    """What the log has to know of a step: who owns it, who does it, whether the clock runs."""

    process: str
    step: str
    owner: str
    pool: str | None
    kind: Literal["work", "automatic", "wait", "applicant"]
    counts: bool

    @classmethod
    def of(cls, process: str, step: Step) -> "LoggedStep":
        """The entry of a process's step."""
        return cls(process, step.slug, step.owner, step.pool, step.time.kind, step.counts)


@dataclass(frozen=True, eq=False)
class Arrived:
    """When each case came (s since the epoch) and with which of ``processes``, by case number.

    A log needs it to know of cases that skipped every step, for they leave no visit.
    """

    processes: tuple[str, ...]
    process: Ints
    time: Ints


@dataclass(frozen=True, eq=False)
class EventLog:
    """Visits in columns, in the order in which they became ready.

    Times are seconds since ``epoch`` (local midnight). ``step`` indexes ``steps``, ``server``
    indexes ``resources`` (-1: none), ``outcome`` indexes OUTCOMES, ``previous`` is a row (-1: the
    arrival). Cases are numbered from 0 without gaps; ``case_ids`` names by number the cases
    that have names of their own. ``known`` says what is known of the cases besides their visits;
    without it there are the cases of the visits only.
    """

    epoch: datetime
    steps: tuple[LoggedStep, ...]
    resources: tuple[str, ...]
    case: Ints
    step: Ints
    visit: Ints
    outcome: Ints
    server: Ints
    previous: Ints
    ready: Ints
    enabled: Ints
    started: Ints
    completed: Ints
    work: Ints
    queue: Ints
    priority: Ints
    batch: Ints
    case_ids: pl.Series | None = None
    known: Arrived | None = None

    def __len__(self) -> int:
        """How many visits there are."""
        return len(self.case)

    @cached_property
    def cases(self) -> int:
        """How many cases there are."""
        if self.known is not None:
            return len(self.known.time)
        return int(self.case.max()) + 1 if len(self) else 0

    @cached_property
    def arrived(self) -> Arrived:
        """When each case came and with which process."""
        if self.known is not None:
            return self.known
        processes = tuple(dict.fromkeys(entry.process for entry in self.steps))
        of_step = np.array([processes.index(entry.process) for entry in self.steps], np.int64)
        process = np.full(self.cases, -1)
        process[self.case] = of_step[self.step]
        time = np.full(self.cases, np.iinfo(np.int64).max)
        np.minimum.at(time, self.case, self.ready.astype(np.int64))
        return Arrived(processes, process, time)

    @cached_property
    def closed(self) -> Ints:
        """Seconds between enabled and started in which the office was closed."""
        return self.started - self.enabled - self.queue - self.priority - self.batch

    @cached_property
    def rows_of_step(self) -> list[Ints]:
        """For each entry of ``steps`` the rows of its visits, ascending."""
        order = np.argsort(self.step.astype(np.int16), kind="stable")
        counts = np.bincount(self.step, minlength=len(self.steps))
        return np.split(order, np.cumsum(counts)[:-1])

    def rows(self, entries: Collection[LoggedStep]) -> Ints:
        """The rows of visits of these steps, step by step."""
        chosen = zip(self.steps, self.rows_of_step, strict=True)
        parts = [rows for entry, rows in chosen if entry in entries]
        return np.concatenate(parts) if parts else np.zeros(0, np.int64)

    def case_id(self, number: int) -> str:
        """The name of a case: its own, or its number."""
        return str(number) if self.case_ids is None else str(self.case_ids[number])

    def moment(self, second: int) -> datetime:
        """The local time so many seconds after the epoch."""
        return self.epoch + timedelta(seconds=second)

    def where(self, test: Iterable[bool]) -> npt.NDArray[np.bool_]:
        """Rows whose step passes a test given per entry of ``steps``."""
        return np.fromiter(test, np.bool_, len(self.steps))[self.step]

    def frame(self) -> pl.DataFrame:
        """The log as a polars frame with names, local times and waits in seconds."""
        legend = {
            "process": [entry.process for entry in self.steps],
            "step": [entry.step for entry in self.steps],
            "owner": [entry.owner for entry in self.steps],
        }
        names = {name: pl.Series(name, values).gather(self.step) for name, values in legend.items()}
        resources = pl.Series("resource", [*self.resources, None], dtype=pl.String)
        server = np.where(self.server < 0, len(self.resources), self.server)
        return pl.DataFrame(
            {
                "case": self.case if self.case_ids is None else self.case_ids.gather(self.case),
                **names,
                "visit": self.visit,
                "resource": resources.gather(server),
                **{name: self.local_times(name) for name in MOMENTS},
                "outcome": pl.Series(OUTCOMES).gather(self.outcome),
                "work": self.work,
                "batch": self.batch,
                "queue": self.queue,
                "priority": self.priority,
                "closed": self.closed,
                "previous": self.previous,
            }
        )

    def local_times(self, column: str) -> pl.Series:
        """One of the MOMENTS as local times."""
        seconds = pl.Series(column, getattr(self, column), dtype=pl.Int64)
        zone = "Asia/Shanghai"
        start = int(self.epoch.timestamp())
        return (
            ((seconds + start) * 1_000_000)
            .cast(pl.Datetime("us", "UTC"))
            .dt.convert_time_zone(zone)
        )

    def events(self) -> Iterator[StepEvent]:
        """The visits as records, in log order."""
        columns = {name: getattr(self, name).tolist() for name in COLUMNS}
        for row in zip(*columns.values(), strict=True):
            value = dict(zip(columns, row, strict=True))
            entry = self.steps[value.pop("step")]
            server = value.pop("server")
            moments = {name: self.epoch + timedelta(seconds=value.pop(name)) for name in MOMENTS}
            outcome, previous = OUTCOMES[value.pop("outcome")], value.pop("previous")
            yield StepEvent(
                process=entry.process,
                step=entry.step,
                owner=entry.owner,
                resource=self.resources[server] if server >= 0 else None,
                outcome=outcome,
                previous=previous if previous >= 0 else None,
                **moments,
                **value,
            )

    @classmethod
    def of(
        cls, events: Iterable[StepEvent], steps: tuple[LoggedStep, ...], epoch: datetime
    ) -> "EventLog":
        """The log of these records; their steps must be among ``steps``."""
        records = list(events)
        places = {(entry.process, entry.step): n for n, entry in enumerate(steps)}
        resources = tuple(sorted({r.resource for r in records if r.resource is not None}))
        rows = [
            {
                **{name: getattr(r, name) for name in PLAIN},
                **{name: round((getattr(r, name) - epoch).total_seconds()) for name in MOMENTS},
                "step": places[r.process, r.step],
                "server": -1 if r.resource is None else resources.index(r.resource),
                "outcome": OUTCOMES.index(r.outcome),
                "previous": -1 if r.previous is None else r.previous,
            }
            for r in records
        ]
        columns = {name: np.array([row[name] for row in rows], np.int64) for name in COLUMNS}
        return cls(
            **columns, epoch=epoch, steps=steps, resources=resources, case_ids=None, known=None
        )


MOMENTS = ("ready", "enabled", "started", "completed")
PLAIN = ("case", "visit", "work", "queue", "priority", "batch")
COLUMNS = tuple(
    field.name
    for field in fields(EventLog)
    if field.name not in {"epoch", "steps", "resources", "case_ids", "known"}
)
