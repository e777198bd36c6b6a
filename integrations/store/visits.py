"""The store's room for visits of live cases: ready, enabled at a department, over.

This journal is what a killed runner is replaced from: ``history`` tells a case's visits that are
over, and with which application those in flight wait at their departments.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping

from integrations.store import journal
from integrations.store.cases import case_of, note_document
from integrations.store.database import (
    Database,
    keep_once,
    require_same,
    to_moment,
    to_seconds,
)
from integrations.store.records import Document, History, StoredCase, StoredVisit
from integrations.store.tables import CASES, STEP_EVENTS
from models.errors import StoreError, UnknownNameError
from models.event import MOMENTS, OUTCOMES, StepEvent
from models.said import Said, said

COUNTS = ("visit", "work", "batch", "queue", "priority")


class Visits(Database):
    """The journal of live cases' visits."""

    def visit_ready(
        self,
        case: str,
        step: str,
        visit: int,
        *,
        owner: str,
        ready: datetime,
        previous: tuple[str, int] | None = None,
    ) -> None:
        """The case has come to this visit; ``previous`` is the visit whose end brought it there.

        Tell visits in the order in which they become ready: the log keeps it.
        """
        before = previous or (None, None)
        key = {"case_id": case, "step": step, "visit": visit}
        values: dict[str, Any] = {
            "owner": owner,
            "previous_step": before[0],
            "previous_visit": before[1],
            "ready": to_seconds(ready),
        }
        told = {"case": case, **{f"new_{name}": v for name, v in (key | values).items()}}

        def note(connection: Connection) -> None:
            adding = journal.readying(connection.dialect.name)
            if connection.execute(adding, told).rowcount == 0:
                case_of(connection, case)
                held = dict(_row(connection, case, step, visit))
                require_same(held, values, _named(case, step, visit))

        self.write(note)

    def visit_enabled(
        self, case: str, step: str, visit: int, *, enabled: datetime, application: str
    ) -> None:
        """The department was asked; ``application`` is its name for that."""
        told = {"enabled": to_seconds(enabled), "application": application}

        def note(connection: Connection) -> None:
            change = {**_this(case, step, visit), **told, "state": "enabled"}
            if connection.execute(journal.ENABLING, change).rowcount == 0:
                row = _row(connection, case, step, visit)
                require_same(dict(row), told, _named(case, step, visit))

        self.write(note)

    def record(
        self,
        case: str,
        event: StepEvent,
        *,
        application: str | None = None,
        documents: Sequence[Document] = (),
    ) -> None:
        """The visit is over, and these documents were issued: noted together or not at all.

        ``application`` is the department's name for what it was asked. ``event.previous`` is not
        looked at: ``visit_ready`` told it.
        """

        def note(connection: Connection) -> None:
            row = _ended(connection, case, event)
            what = _named(case, event.step, event.visit)
            described = {"case": row["number"], "process": row["process"], "owner": row["owner"]}
            require_same(described, {name: getattr(event, name) for name in described}, what)
            key, values = _event_row(row, event)
            keep_once(connection, STEP_EVENTS, key, values, what)
            for document in documents:
                note_document(connection, document)
            asked = {"application": application, "enabled": values["enabled"]}
            told = {} if application is None else asked
            connection.execute(journal.ENDING, {"this": row["serial"], **told})

        self.write(note)

    def history(self, case: str) -> History:
        """The case as far as it has come; UnknownNameError if there is no such case."""

        def load(connection: Connection) -> History:
            held = case_of(connection, case)
            waiting = connection.execute(journal.IN_FLIGHT_OF_CASE, {"case": case}).mappings()
            return History(
                case=held,
                events=_events(connection, held),
                in_flight=tuple(map(_stored, waiting)),
            )

        return self.read(load)

    def in_flight(self, run: int | None = None) -> list[StoredVisit]:
        """Visits of open cases that are not over, in the order in which they became ready."""
        wanted = journal.IN_FLIGHT.join(CASES).where(CASES.c.status == "open")
        if run is not None:
            wanted = wanted.where(CASES.c.run == run)
        return self.read(
            lambda connection: [_stored(row) for row in connection.execute(wanted).mappings()]
        )


def _named(case: str, step: str, visit: int) -> Said:
    return said(
        f"办件 {case} 环节 {step} 第{visit + 1}次办理",
        f"visit {visit + 1} of step {step} of case {case}",
    )


def _this(case: str, step: str, visit: int) -> dict[str, Any]:
    """The visit, as the journal's statements ask for it."""
    return {"case": case, "at_step": step, "at_visit": visit}


def _row(connection: Connection, case: str, step: str, visit: int) -> RowMapping:
    """The visit's row; UnknownNameError if nobody said that it was ready."""
    row = connection.execute(journal.ONE, _this(case, step, visit)).mappings().first()
    if row is None:
        raise _unknown(connection, case, step, visit)
    return row


def _unknown(connection: Connection, case: str, step: str, visit: int) -> UnknownNameError:
    """That nobody said that the visit was ready; raised itself if there is no such case."""
    case_of(connection, case)
    others = connection.execute(journal.VISITS, {"case": case}).mappings()
    known = [f"{other['step']}/{other['visit']}" for other in others]
    kind = said(f"办件 {case} 的环节办理", f"visit of case {case}")
    return UnknownNameError(kind, f"{step}/{visit}", known)


def _ended(connection: Connection, case: str, event: StepEvent) -> RowMapping:
    """What the event's row takes from elsewhere; see ``journal.ENDED``."""
    this = _this(case, event.step, event.visit)
    row = connection.execute(journal.ENDED, this).mappings().first()
    if row is None:
        raise _unknown(connection, case, event.step, event.visit)
    if row["place"] is None:
        raise StoreError(
            said(
                f"环节 {event.step} 不在该运行的流程 {row['process']} 中",
                f"step {event.step} is not in process {row['process']} of the run",
            )
        )
    return row


def _event_row(row: RowMapping, event: StepEvent) -> tuple[dict[str, Any], dict[str, Any]]:
    """Key and values of the event's row."""
    key = {
        "run": row["run"],
        "case_number": row["number"],
        "step": row["place"],
        "visit": event.visit,
    }
    values = {
        "serial": row["serial"],
        "previous": row["previous"],
        "resource": event.resource,
        "outcome": OUTCOMES.index(event.outcome),
        **{name: to_seconds(getattr(event, name)) for name in MOMENTS},
        **{name: getattr(event, name) for name in COUNTS[1:]},
    }
    return key, values


def _events(connection: Connection, case: StoredCase) -> tuple[StepEvent, ...]:
    """A case's visits that are over. Serials grow along every path, so their order will do."""
    told = {"of_run": case.run, "of_case": case.number}
    rows = connection.execute(journal.EVENTS, told).mappings().all()
    places = {row["serial"]: n for n, row in enumerate(rows)}
    return tuple(
        StepEvent(
            case=case.number,
            process=case.process,
            step=row["slug"],
            owner=row["owner"],
            resource=row["resource"],
            outcome=OUTCOMES[row["outcome"]],
            previous=places.get(row["previous"]),
            **{name: to_moment(row[name]) for name in MOMENTS},
            **{name: row[name] for name in COUNTS},
        )
        for row in rows
    )


def _stored(row: RowMapping) -> StoredVisit:
    came = row["previous_step"], row["previous_visit"]
    return StoredVisit(
        case=row["case_id"],
        **{name: row[name] for name in ("step", "visit", "owner", "application")},
        ready=to_moment(row["ready"]),
        previous=None if came[0] is None else came,
        enabled=None if row["enabled"] is None else to_moment(row["enabled"]),
    )
