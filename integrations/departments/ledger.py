"""The departments' durable memory: applications, work done, documents issued.

SQLite by default, PostgreSQL by URL. What was answered once is here: after a sudden end the
departments take up from the ledger what was open, and nothing is done or issued twice.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Row,
    bindparam,
    create_engine,
    event,
    func,
    insert,
    select,
    update,
)
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import StaticPool

from integrations.departments.contract import Document
from integrations.departments.job import Job
from integrations.departments.ledger_tables import (
    APPLICATIONS,
    CORRECTIONS,
    DEEDS,
    DOCUMENTS,
    SETTINGS,
    TABLES,
)
from models.errors import DocumentError
from models.said import said

Record = Row[Any]
Deed = tuple[str, str, str, int, str]
"""Case, process, step, visit, purpose."""
Ended = tuple[Job, str, str, Sequence[tuple[str, Document]]]
"""A job that is over: it, its client and case id, the documents it issues, each with its kind."""

# Statements of every call are built once: building them costs more than running them.
ONE = select(APPLICATIONS).where(APPLICATIONS.c.id == bindparam("this"))
FIRST_CLIENT = (
    select(APPLICATIONS.c.client)
    .where(APPLICATIONS.c.case_id == bindparam("case"))
    .order_by(APPLICATIONS.c.serial)
    .limit(1)
)
NEW = insert(APPLICATIONS)
GOING_ON = update(APPLICATIONS).where(APPLICATIONS.c.id == bindparam("this"))
NEW_DEED = insert(DEEDS)
DOCUMENT = select(DOCUMENTS.c.client, DOCUMENTS.c.content).where(
    DOCUMENTS.c.number == bindparam("this")
)
NEW_DOCUMENT = insert(DOCUMENTS)
OF_STEP = (
    select(DOCUMENTS.c.content)
    .where(*(DOCUMENTS.c[name] == bindparam(name) for name in ("client", "case_id")))
    .where(*(DOCUMENTS.c[name] == bindparam(name) for name in ("process", "step")))
    .order_by(DOCUMENTS.c.kind)
)

PRAGMAS = ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=5000", "foreign_keys=ON")


def engine_for(url: str) -> Engine:
    """The engine of a ledger at a database URL; ``sqlite://`` is in memory.

    Raises DocumentError for a URL that no driver is there for.
    """
    try:
        if make_url(url).get_backend_name() != "sqlite":
            return create_engine(url, pool_pre_ping=True)
        memory = (
            {"poolclass": StaticPool} if make_url(url).database in {None, "", ":memory:"} else {}
        )
        engine = create_engine(url, connect_args={"check_same_thread": False}, **memory)
    except (ArgumentError, NoSuchModuleError, ModuleNotFoundError) as error:
        raise DocumentError(
            said(
                f"台账地址无法使用（{error}）；例如 sqlite:///ledger.db 或 postgresql+psycopg://主机/库名",
                f"the ledger's address cannot be used ({error}); write for instance "
                "sqlite:///ledger.db or postgresql+psycopg://host/database",
            )
        ) from None
    event.listen(engine, "connect", _set_pragmas)
    return engine


def _set_pragmas(connection: Any, _: object) -> None:
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


class Ledger:
    """The ledger at a database URL; its tables are made if they are not there.

    Every method that writes does so in one transaction and raises SQLAlchemyError if the database
    cannot be reached; nothing of the transaction is then there.
    """

    def __init__(self, url: str) -> None:
        """Open it. DocumentError if the database cannot be reached."""
        self.engine = engine_for(url)
        try:
            TABLES.create_all(self.engine)
        except SQLAlchemyError as error:
            raise DocumentError(
                said(
                    f"无法打开台账数据库（{_reason(error)}）；请检查 --ledger 的地址和目录",
                    f"the ledger's database cannot be opened ({_reason(error)}); check the address "
                    "and the folder given by --ledger",
                )
            ) from None

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()

    def setting(self, name: str) -> Any:
        """What was kept under that name, or None."""
        with self.engine.begin() as connection:
            return connection.scalar(select(SETTINGS.c.value).where(SETTINGS.c.name == name))

    def keep(self, name: str, value: object) -> None:
        """Keep a JSON value under a name."""
        with self.engine.begin() as connection:
            done = connection.execute(
                update(SETTINGS).where(SETTINGS.c.name == name).values(value=value)
            )
            if not done.rowcount:
                connection.execute(insert(SETTINGS).values(name=name, value=value))

    def application(self, identity: str) -> Record | None:
        """The application of that id."""
        with self.engine.begin() as connection:
            return connection.execute(ONE, {"this": identity}).one_or_none()

    def known(self, identity: str, case: str) -> tuple[Record | None, str | None]:
        """The application of that id, and whose case it is: the client that applied first."""
        with self.engine.begin() as connection:
            record = connection.execute(ONE, {"this": identity}).one_or_none()
            return record, connection.scalar(FIRST_CLIENT, {"case": case})

    def take_in(self, values: Mapping[str, object], ended: Sequence[Ended] = ()) -> Record:
        """A new application as it then is; ``ended``, if its work was over when it came."""
        with self.engine.begin() as connection:
            connection.execute(NEW, values)
            _end(connection, ended)
            return connection.execute(ONE, {"this": values["id"]}).one()

    def begun(self, jobs: Iterable[Job]) -> None:
        """Work on these has begun."""
        with self.engine.begin() as connection:
            for job in jobs:
                connection.execute(GOING_ON, {"this": job.key, **course(job)})

    def done(self, ended: Sequence[Ended]) -> None:
        """Work on these is over. A document that is there already stays as it was issued."""
        with self.engine.begin() as connection:
            _end(connection, ended)

    def open_applications(self, departments: Collection[str]) -> Sequence[Record]:
        """What these departments are not done with, in the order in which it came in."""
        with self.engine.begin() as connection:
            query = select(APPLICATIONS).where(
                APPLICATIONS.c.done.is_(False), APPLICATIONS.c.department.in_(departments)
            )
            return connection.execute(query.order_by(APPLICATIONS.c.serial)).all()

    def open_counts(self, department: str) -> tuple[int, int]:
        """How many applications a department has before it that are not begun, and begun."""
        query = select(func.count(), func.count(APPLICATIONS.c.started)).where(
            APPLICATIONS.c.done.is_(False), APPLICATIONS.c.department == department
        )
        with self.engine.begin() as connection:
            everything, begun = connection.execute(query).one()
        return everything - begun, begun

    def last_moment(self) -> int:
        """Official time of the last thing that is written here; 0 for an empty ledger."""
        columns = (APPLICATIONS.c.enabled, APPLICATIONS.c.started, DEEDS.c.completed)
        with self.engine.begin() as connection:
            times = [connection.scalar(select(func.max(column))) for column in columns]
        return max((time for time in times if time is not None), default=0)

    def correction(self, application: str) -> Record | None:
        """The applicant's answer to the correction that an application ended with."""
        with self.engine.begin() as connection:
            query = select(CORRECTIONS).where(CORRECTIONS.c.application == application)
            return connection.execute(query).one_or_none()

    def correct(self, values: Mapping[str, object]) -> None:
        """The applicant's answer to a correction came in."""
        with self.engine.begin() as connection:
            connection.execute(insert(CORRECTIONS).values(values))
            where = APPLICATIONS.c.id == values["application"]
            connection.execute(
                update(APPLICATIONS).where(where).values(corrected=values["received"])
            )

    def document(self, number: str) -> tuple[str, Document] | None:
        """The client that a document belongs to, and the document."""
        with self.engine.begin() as connection:
            row = connection.execute(DOCUMENT, {"this": number}).one_or_none()
        return None if row is None else (row.client, Document.model_validate(row.content))

    def documents_of(self, record: Record) -> tuple[Document, ...]:
        """The documents of the application's case and step, in order of their kinds."""
        asked = {name: record.content[name] for name in ("process", "step")}
        of_case = {"client": record.client, "case_id": record.case_id}
        with self.engine.begin() as connection:
            found = connection.scalars(OF_STEP, {**of_case, **asked}).all()
        return tuple(Document.model_validate(content) for content in found)

    def times_done(self) -> dict[Deed, int]:
        """How many times the work of each visit was really done."""
        columns = (DEEDS.c.case_id, DEEDS.c.process, DEEDS.c.step, DEEDS.c.visit, DEEDS.c.purpose)
        with self.engine.begin() as connection:
            rows = connection.execute(select(*columns, func.count()).group_by(*columns)).all()
        return {(row[0], row[1], row[2], row[3], row[4]): row[5] for row in rows}

    def documents_issued(self) -> tuple[Document, ...]:
        """All documents, in the order of their numbers."""
        with self.engine.begin() as connection:
            found = connection.scalars(select(DOCUMENTS.c.content).order_by(DOCUMENTS.c.number))
            return tuple(Document.model_validate(content) for content in found)


def _end(connection: Connection, ended: Sequence[Ended]) -> None:
    """Write down that work is over, with the documents that are not there yet."""
    for job, client, case, documents in ended:
        connection.execute(GOING_ON, {"this": job.key, **course(job), "done": True})
        connection.execute(NEW_DEED, _deed(job, client, case))
        for kind, document in documents:
            if connection.execute(DOCUMENT, {"this": document.number}).one_or_none() is None:
                connection.execute(NEW_DOCUMENT, _document_row(job.key, client, kind, document))


def course(job: Job) -> dict[str, object]:
    """The columns that tell how a job goes on."""
    names = ("enabled", "started", "completed", "resource", "batch", "queue", "priority")
    return {name: getattr(job, name) for name in names}


def _deed(job: Job, client: str, case: str) -> dict[str, object]:
    order = job.order
    return {
        "application": job.key,
        "client": client,
        "case_id": case,
        "process": order.process,
        "step": order.step,
        "visit": order.visit,
        "purpose": order.purpose,
        "completed": job.completed,
    }


def _document_row(job: str, client: str, kind: str, document: Document) -> dict[str, object]:
    return {
        "number": document.number,
        "application": job,
        "client": client,
        "department": document.department,
        "case_id": document.case,
        "process": document.process,
        "step": document.step,
        "kind": kind,
        "content": document.model_dump(mode="json"),
    }


def _reason(error: SQLAlchemyError) -> str:
    cause = getattr(error, "orig", None) or error
    return str(cause).strip().partition("\n")[0]
