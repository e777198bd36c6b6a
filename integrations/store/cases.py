"""The store's room for live cases: what a case needs so that it survives its runner.

Everything may be told twice: what is told again must be what was told before.
"""

import json
import uuid
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, RowMapping, bindparam, func, select, update

from integrations.store.database import (
    Database,
    Row,
    insert_once,
    keep_once,
    this_moment,
    to_moment,
    to_seconds,
)
from integrations.store.records import (
    CaseStatus,
    Document,
    Mark,
    MarkKind,
    StoredCase,
)
from integrations.store.tables import CASE_DOCUMENTS, CASES, LIMIT_MARKS, RUNS
from models.errors import FEW, StoreError, UnknownNameError
from models.said import said

# Statements of every case are built once: building them costs more than running them.
CASE = select(CASES).where(CASES.c.id == bindparam("case"))
CLOSING = update(CASES).where(CASES.c.id == bindparam("case"))


class Cases(Database):
    """Live cases, their documents and the marks of their limits."""

    def open_case(
        self,
        run: int,
        case: str,
        process: str,
        attributes: Mapping[str, bool | float | str],
        arrival: datetime,
        *,
        number: int | None = None,
        rank: int = 1,
    ) -> StoredCase:
        """Open a case, or find it open; the case as the store has it.

        ``number`` is by default the next free one of the run. A case that is there already keeps
        its arrival and number; StoreError if it belongs to another run or process or has other
        attributes.
        """
        values = {
            "run": run,
            "process": process,
            "attributes": json.dumps(dict(attributes), ensure_ascii=False, sort_keys=True),
            "rank": rank,
        }
        moment = to_seconds(arrival)
        begun: Row = {"arrival": moment, "opened": this_moment(), "status": "open"}

        def opening(connection: Connection) -> StoredCase:
            told = values
            if number is not None:
                told = {**values, "number": number}
            else:
                held = _case_row(connection, case)
                begun["number"] = held["number"] if held else _next_number(connection, run)
            what = said(f"办件 {case} ", f"case {case}")
            keep_once(connection, CASES, {"id": case}, told, what, new=begun)
            return case_of(connection, case)

        return self.write(opening)

    def case(self, case: str) -> StoredCase:
        """The case of that name; UnknownNameError if there is none."""
        return self.read(lambda connection: case_of(connection, case))

    def cases(self, run: int | None = None, status: CaseStatus | None = None) -> list[StoredCase]:
        """Cases of a run or of all, of a status or of any, by run and number."""
        wanted = select(CASES).order_by(CASES.c.run, CASES.c.number)
        if run is not None:
            wanted = wanted.where(CASES.c.run == run)
        if status is not None:
            wanted = wanted.where(CASES.c.status == status)
        return self.read(
            lambda connection: [stored_case(row) for row in connection.execute(wanted).mappings()]
        )

    def open_cases(self, run: int | None = None) -> list[StoredCase]:
        """Cases that are under way."""
        return self.cases(run, "open")

    def close_case(self, case: str, status: CaseStatus, at: datetime) -> None:
        """The case is over; StoreError if it ended otherwise before."""

        def closing(connection: Connection) -> None:
            held = case_of(connection, case)
            if held.status == "open":
                change = {"status": status, "closed": to_seconds(at)}
                connection.execute(CLOSING, {"case": case, **change})
            elif held.status != status:
                raise StoreError(
                    said(
                        f"办件 {case} 已以“{held.status}”结束，不能改为“{status}”",
                        f"case {case} ended as {held.status!r}; it cannot end as {status!r}",
                    )
                )

        self.write(closing)

    def documents(self, case: str) -> list[Document]:
        """The documents of a case, in the order of issue."""
        wanted = select(CASE_DOCUMENTS).where(CASE_DOCUMENTS.c.case_id == case)
        wanted = wanted.order_by(CASE_DOCUMENTS.c.issued, CASE_DOCUMENTS.c.number)

        def load(connection: Connection) -> list[Document]:
            return [
                Document(
                    **{name: row[name] for name in ("number", "step", "kind", "owner", "digest")},
                    case=row["case_id"],
                    issued=to_moment(row["issued"]),
                )
                for row in connection.execute(wanted).mappings()
            ]

        return self.read(load)

    def mark(self, case: str, limit: str, kind: MarkKind, at: datetime) -> bool:
        """Mark a limit of a case as about to be breached or breached; whether it is the first time.

        Of several callers exactly one is the first; a later ``at`` changes nothing.
        """
        claim = uuid.uuid4().hex
        key = {"case_id": case, "limit_slug": limit, "kind": kind}

        def note(connection: Connection) -> bool:
            case_of(connection, case)
            insert_once(connection, LIMIT_MARKS, {**key, "at": to_seconds(at), "claim": claim})
            mine = select(LIMIT_MARKS.c.claim).filter_by(**key)
            return bool(connection.execute(mine).scalar_one() == claim)

        return self.write(note)

    def marks(self, case: str | None = None) -> list[Mark]:
        """Marks of a case or of all, in the order of time."""
        table = LIMIT_MARKS.c
        wanted = select(LIMIT_MARKS).order_by(table.at, table.case_id, table.limit_slug, table.kind)
        if case is not None:
            wanted = wanted.where(table.case_id == case)
        return self.read(
            lambda connection: [
                Mark(
                    case=row["case_id"],
                    limit=row["limit_slug"],
                    kind=row["kind"],
                    at=to_moment(row["at"]),
                )
                for row in connection.execute(wanted).mappings()
            ]
        )


def note_document(connection: Connection, document: Document) -> None:
    """Note a document of a case that is there; StoreError if another one has its number."""
    values = document.model_dump() | {"issued": to_seconds(document.issued)}
    key = {"number": values.pop("number")}
    values["case_id"] = values.pop("case")
    what = said(f"文书 {document.number} ", f"document {document.number}")
    keep_once(connection, CASE_DOCUMENTS, key, values, what)


def case_of(connection: Connection, case: str) -> StoredCase:
    """The case of that name; UnknownNameError if there is none."""
    found = _case_row(connection, case)
    if found is None:
        open_ones = select(CASES.c.id).where(CASES.c.status == "open").limit(FEW)
        known = connection.execute(open_ones).scalars()
        raise UnknownNameError(said("办件", "case"), case, known)
    return stored_case(found)


def stored_case(row: RowMapping) -> StoredCase:
    """A row of ``cases`` as a value."""
    names = ("id", "run", "number", "process", "rank", "status")
    return StoredCase(
        **{name: row[name] for name in names},
        attributes=json.loads(row["attributes"]),
        arrival=to_moment(row["arrival"]),
        closed=None if row["closed"] is None else to_moment(row["closed"]),
    )


def _case_row(connection: Connection, case: str) -> RowMapping | None:
    return connection.execute(CASE, {"case": case}).mappings().first()


def _next_number(connection: Connection, run: int) -> int:
    # Whoever opens a case of the run at the same time waits for this row.
    connection.execute(select(RUNS.c.id).where(RUNS.c.id == run).with_for_update())
    last = connection.execute(select(func.max(CASES.c.number)).where(CASES.c.run == run)).scalar()
    return 0 if last is None else last + 1
