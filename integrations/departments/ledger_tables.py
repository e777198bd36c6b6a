"""Tables of the departments' ledger. Times are official seconds since the calendar's epoch."""

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    UniqueConstraint,
)

SERIAL = BigInteger().with_variant(Integer, "sqlite")
"""SQLite numbers only a column of type INTEGER by itself."""

TABLES = MetaData()

APPLICATIONS = Table(
    "department_applications",
    TABLES,
    Column("serial", SERIAL, primary_key=True, autoincrement=True),
    Column("id", String(32), nullable=False, unique=True),
    Column("client", String(80), nullable=False),
    Column("department", String(80), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("content", JSON, nullable=False),
    Column("case_id", String(100), nullable=False),
    Column("enabled", BigInteger, nullable=False),
    Column("started", BigInteger),
    Column("completed", BigInteger),
    Column("resource", String(120)),
    Column("work", BigInteger, nullable=False),
    Column("batch", BigInteger, nullable=False, default=0),
    Column("queue", BigInteger, nullable=False, default=0),
    Column("priority", BigInteger, nullable=False, default=0),
    Column("correction", Boolean, nullable=False),
    Column("done", Boolean, nullable=False, default=False),
    Column("reason", JSON),
    Column("corrected", BigInteger),
    Index("department_applications_open", "done"),
    Index("department_applications_case", "case_id"),
)
"""Applications in the order in which they came in; ``content`` is what was sent."""

DEEDS = Table(
    "department_deeds",
    TABLES,
    Column("serial", SERIAL, primary_key=True, autoincrement=True),
    Column("application", String(32), ForeignKey(APPLICATIONS.c.id), nullable=False),
    Column("client", String(80), nullable=False),
    Column("case_id", String(100), nullable=False),
    Column("process", String(80), nullable=False),
    Column("step", String(80), nullable=False),
    Column("visit", Integer, nullable=False),
    Column("purpose", String(20), nullable=False),
    Column("completed", BigInteger, nullable=False),
)
"""One row each time that work was really done. Nothing here forbids a second one: it is counted."""

CORRECTIONS = Table(
    "department_corrections",
    TABLES,
    Column("id", String(32), primary_key=True),
    Column("application", String(32), ForeignKey(APPLICATIONS.c.id), nullable=False, unique=True),
    Column("digest", String(64), nullable=False),
    Column("content", JSON, nullable=False),
    Column("received", BigInteger, nullable=False),
)
"""The applicant's answers to corrections, one an application."""

DOCUMENTS = Table(
    "department_documents",
    TABLES,
    Column("number", String(100), primary_key=True),
    Column("application", String(32), ForeignKey(APPLICATIONS.c.id), nullable=False, index=True),
    Column("client", String(80), nullable=False),
    Column("department", String(80), nullable=False),
    Column("case_id", String(100), nullable=False),
    Column("process", String(80), nullable=False),
    Column("step", String(80), nullable=False),
    Column("kind", String(200), nullable=False),
    Column("content", JSON, nullable=False),
    UniqueConstraint("client", "case_id", "process", "step", "kind"),
)
"""Documents issued, once per case, step and kind; ``content`` is the whole document."""

SETTINGS = Table(
    "department_settings",
    TABLES,
    Column("name", String(80), primary_key=True),
    Column("value", JSON, nullable=False),
)
"""What must be the same after a restart: the calendar, the clock, the seed."""
