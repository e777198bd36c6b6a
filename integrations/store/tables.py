"""The store's tables. Moments are whole seconds since 1970 (UTC): ``to_timestamp(ready)``.

The same tables hold live and simulated runs. ``serial`` orders the visits of a run as they became
ready: the place in the log of a simulated run, a running number in a live one. ``migrations``
makes these tables; a test compares the two.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

METADATA = MetaData()

LONG: TypeEngine[int] = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits everywhere; SQLite counts up only what is called INTEGER."""

RUNS = Table(
    "runs",
    METADATA,
    Column("id", LONG, primary_key=True),
    Column("name", String(200), nullable=False, unique=True),
    Column("kind", String(10), nullable=False),
    Column("variant", Text, nullable=False),
    Column("epoch", BigInteger, nullable=False),
    Column("scenario", Text),
    Column("resources", Text, nullable=False),
    Column("arrived", Text),
    Column("cases", BigInteger, nullable=False),
    Column("visits", BigInteger, nullable=False),
    Column("created", BigInteger, nullable=False),
)
"""``cases`` and ``visits`` count a simulated run; a live one is counted when it is listed.
``arrived`` lists the processes that ``case_arrivals`` counts, if the log knew of its arrivals."""

RUN_PROCESSES = Table(
    "run_processes",
    METADATA,
    Column("run", LONG, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("slug", String(80), nullable=False),
    Column("definition", Text, nullable=False),
    UniqueConstraint("run", "slug"),
)

RUN_STEPS = Table(
    "run_steps",
    METADATA,
    Column("run", LONG, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("process", String(80), nullable=False),
    Column("step", String(80), nullable=False),
    Column("owner", String(80), nullable=False),
    Column("pool", String(80)),
    Column("kind", String(10), nullable=False),
    Column("counts", Boolean, nullable=False),
    UniqueConstraint("run", "process", "step"),
)

CASE_ARRIVALS = Table(
    "case_arrivals",
    METADATA,
    Column("run", LONG, ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
    Column("number", BigInteger, primary_key=True),
    Column("process", Integer, nullable=False),
    Column("arrival", BigInteger, nullable=False),
    Column("name", String(200)),
    sqlite_with_rowid=False,
)
"""Cases of simulated runs; ``name`` only where a case has one of its own."""

CASES = Table(
    "cases",
    METADATA,
    Column("id", String(200), primary_key=True),
    Column("run", LONG, ForeignKey("runs.id", ondelete="CASCADE"), nullable=False),
    Column("number", BigInteger, nullable=False),
    Column("process", String(80), nullable=False),
    Column("attributes", Text, nullable=False),
    Column("rank", Integer, nullable=False),
    Column("arrival", BigInteger, nullable=False),
    Column("status", String(10), nullable=False),
    Column("opened", BigInteger, nullable=False),
    Column("closed", BigInteger),
    UniqueConstraint("run", "number"),
    Index("cases_status", "status"),
)

CASE_VISITS = Table(
    "case_visits",
    METADATA,
    Column("serial", LONG, primary_key=True),
    Column("case_id", String(200), ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("step", String(80), nullable=False),
    Column("visit", Integer, nullable=False),
    Column("owner", String(80), nullable=False),
    Column("state", String(10), nullable=False),
    Column("previous_step", String(80)),
    Column("previous_visit", Integer),
    Column("ready", BigInteger, nullable=False),
    Column("enabled", BigInteger),
    Column("application", String(200)),
    UniqueConstraint("case_id", "step", "visit"),
    Index("case_visits_state", "state"),
)

STEP_EVENTS = Table(
    "step_events",
    METADATA,
    Column("run", LONG, primary_key=True),
    Column("case_number", BigInteger, primary_key=True),
    Column("step", Integer, primary_key=True),
    Column("visit", Integer, primary_key=True),
    Column("serial", BigInteger, nullable=False),
    Column("previous", BigInteger),
    Column("resource", String(200)),
    Column("outcome", Integer, nullable=False),
    Column("ready", BigInteger, nullable=False),
    Column("enabled", BigInteger, nullable=False),
    Column("started", BigInteger, nullable=False),
    Column("completed", BigInteger, nullable=False),
    Column("work", BigInteger, nullable=False),
    Column("batch", BigInteger, nullable=False),
    Column("queue", BigInteger, nullable=False),
    Column("priority", BigInteger, nullable=False),
    ForeignKeyConstraint(["run", "step"], ["run_steps.run", "run_steps.place"], ondelete="CASCADE"),
    sqlite_with_rowid=False,
)
"""One row a finished visit. ``step`` is a place in ``run_steps``, ``outcome`` one in
``models.event.OUTCOMES``, ``previous`` the serial of the visit that made this one ready."""

CASE_DOCUMENTS = Table(
    "case_documents",
    METADATA,
    Column("number", String(200), primary_key=True),
    Column("case_id", String(200), ForeignKey("cases.id", ondelete="CASCADE"), nullable=False),
    Column("step", String(80), nullable=False),
    Column("kind", String(200), nullable=False),
    Column("owner", String(80), nullable=False),
    Column("issued", BigInteger, nullable=False),
    Column("digest", String(200), nullable=False),
    Index("case_documents_case", "case_id"),
)

LIMIT_MARKS = Table(
    "limit_marks",
    METADATA,
    Column("case_id", String(200), ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("limit_slug", String(80), primary_key=True),
    Column("kind", String(10), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("claim", String(40), nullable=False),
)
"""``claim`` is the call that made the mark, so that a call repeated after a lost connection still
knows that it was the first."""

SCENARIOS = Table(
    "scenarios",
    METADATA,
    Column("name", String(200), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content", Text, nullable=False),
    Column("author", String(200), nullable=False),
    Column("created", BigInteger, nullable=False),
)

CASE_LEASES = Table(
    "case_leases",
    METADATA,
    Column("case_id", String(200), ForeignKey("cases.id", ondelete="CASCADE"), primary_key=True),
    Column("holder", String(100), nullable=False),
    Column("until", BigInteger, nullable=False),
)
"""Who brings a case forward, ``until`` the wall's time (whole seconds since 1970)."""
