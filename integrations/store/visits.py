"""The store's room for visits of live cases: ready, enabled at a department, over.

This journal is what a killed runner is replaced from: ``history`` tells a case's visits that are
over, and with which application those in flight wait at their departments.
"""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, select, update

from integrations.store.cases import case_of
from integrations.store.database import (
    Database,
    keep_once,
    require_same,
    to_moment,
    to_seconds,
)
from integrations.store.records import History, StoredCase, StoredVisit
from integrations.store.tables import CASE_VISITS, CASES, RUN_STEPS, STEP_EVENTS
from models.errors import StoreError, UnknownNameError
from models.event import MOMENTS, OUTCOMES, StepEvent
from models.said import Said, said

VISIT = CASE_VISITS.c
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
        values = {
            "owner": owner,
            "previous_step": before[0],
            "previous_visit": before[1],
            "ready": to_seconds(ready),
        }
        what = _named(case, step, visit)

        def note(connection: Connection) -> None:
            case_of(connection, case)
            keep_once(connection, CASE_VISITS, key, values, what, new={"state": "ready"})

        self.write(note)

    def visit_enabled(
        self, case: str, step: str, visit: int, *, enabled: datetime, application: str
    ) -> None:
        """The department was asked; ``application`` is its name for that."""
        told = {"enabled": to_seconds(enabled), "application": application}

        def note(connection: Connection) -> None:
            row = _row(connection, case, step, visit)
            if row["enabled"] is None:
                change = update(CASE_VISITS).where(VISIT.serial == row["serial"])
                connection.execute(change.values(**told, state="enabled"))
            else:
                require_same(dict(row), told, _named(case, step, visit))

        self.write(note)

    def record(self, case: str, event: StepEvent) -> None:
        """The visit is over. ``event.previous`` is not looked at: ``visit_ready`` told it."""

        def note(connection: Connection) -> None:
            held = case_of(connection, case)
            row = _row(connection, case, event.step, event.visit)
            what = _named(case, event.step, event.visit)
            described = {"case": held.number, "process": held.process, "owner": row["owner"]}
            require_same(described, {name: getattr(event, name) for name in described}, what)
            key, values = _event_row(connection, held, row, event)
            keep_once(connection, STEP_EVENTS, key, values, what)
            change = update(CASE_VISITS).where(VISIT.serial == row["serial"])
            connection.execute(change.values(state="done"))

        self.write(note)

    def history(self, case: str) -> History:
        """The case as far as it has come; UnknownNameError if there is no such case."""

        def load(connection: Connection) -> History:
            held = case_of(connection, case)
            wanted = _in_flight().where(VISIT.case_id == case)
            waiting = connection.execute(wanted).mappings()
            return History(
                case=held,
                events=_events(connection, held),
                in_flight=tuple(map(_stored, waiting)),
            )

        return self.read(load)

    def in_flight(self, run: int | None = None) -> list[StoredVisit]:
        """Visits of open cases that are not over, in the order in which they became ready."""
        wanted = _in_flight().join(CASES).where(CASES.c.status == "open")
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


def _row(connection: Connection, case: str, step: str, visit: int) -> RowMapping:
    """The visit's row; UnknownNameError if nobody said that it was ready."""
    wanted = select(CASE_VISITS).where(VISIT.case_id == case)
    this = wanted.where(VISIT.step == step, VISIT.visit == visit)
    row = connection.execute(this).mappings().first()
    if row is None:
        known = [f"{r['step']}/{r['visit']}" for r in connection.execute(wanted).mappings()]
        raise UnknownNameError(
            said(f"办件 {case} 的环节办理", f"visit of case {case}"), f"{step}/{visit}", known
        )
    return row


def _event_row(
    connection: Connection, case: StoredCase, row: RowMapping, event: StepEvent
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Key and values of the event's row."""
    place = select(RUN_STEPS.c.place).filter_by(run=case.run, process=case.process, step=event.step)
    step = connection.execute(place).scalar()
    if step is None:
        raise StoreError(
            said(
                f"环节 {event.step} 不在该运行的流程 {case.process} 中",
                f"step {event.step} is not in process {case.process} of the run",
            )
        )
    previous = None
    if row["previous_step"] is not None:
        before = _row(connection, case.id, row["previous_step"], row["previous_visit"])
        previous = before["serial"]
    key = {"run": case.run, "case_number": case.number, "step": step, "visit": event.visit}
    values = {
        "serial": row["serial"],
        "previous": previous,
        "resource": event.resource,
        "outcome": OUTCOMES.index(event.outcome),
        **{name: to_seconds(getattr(event, name)) for name in MOMENTS},
        **{name: getattr(event, name) for name in COUNTS[1:]},
    }
    return key, values


def _events(connection: Connection, case: StoredCase) -> tuple[StepEvent, ...]:
    """A case's visits that are over. Serials grow along every path, so their order will do."""
    joined = (RUN_STEPS.c.run == STEP_EVENTS.c.run) & (RUN_STEPS.c.place == STEP_EVENTS.c.step)
    names = RUN_STEPS.c.step.label("slug"), RUN_STEPS.c.owner
    wanted = (
        select(STEP_EVENTS, *names)
        .join(RUN_STEPS, joined)
        .where(STEP_EVENTS.c.run == case.run, STEP_EVENTS.c.case_number == case.number)
        .order_by(STEP_EVENTS.c.serial)
    )
    rows = connection.execute(wanted).mappings().all()
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


def _in_flight() -> Select[Any]:
    return select(CASE_VISITS).where(VISIT.state != "done").order_by(VISIT.serial)


def _stored(row: RowMapping) -> StoredVisit:
    came = row["previous_step"], row["previous_visit"]
    return StoredVisit(
        case=row["case_id"],
        **{name: row[name] for name in ("step", "visit", "owner", "application")},
        ready=to_moment(row["ready"]),
        previous=None if came[0] is None else came,
        enabled=None if row["enabled"] is None else to_moment(row["enabled"]),
    )
