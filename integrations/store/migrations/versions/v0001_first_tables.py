"""The first tables."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them."""
    _runs()
    _cases()
    _of_cases()
    _visits()
    _events()
    _scenarios()


def _runs() -> None:
    op.create_table(
        "runs",
        sa.Column("id", LONG, primary_key=True),
        sa.Column("name", sa.String(200), nullable=False, unique=True),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("variant", sa.Text, nullable=False),
        sa.Column("epoch", sa.BigInteger, nullable=False),
        sa.Column("scenario", sa.Text),
        sa.Column("resources", sa.Text, nullable=False),
        sa.Column("arrived", sa.Text),
        sa.Column("cases", sa.BigInteger, nullable=False),
        sa.Column("visits", sa.BigInteger, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "run_processes",
        sa.Column("run", LONG, sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("slug", sa.String(80), nullable=False),
        sa.Column("definition", sa.Text, nullable=False),
        sa.UniqueConstraint("run", "slug"),
    )
    op.create_table(
        "run_steps",
        sa.Column("run", LONG, sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("place", sa.Integer, primary_key=True),
        sa.Column("process", sa.String(80), nullable=False),
        sa.Column("step", sa.String(80), nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("pool", sa.String(80)),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("counts", sa.Boolean, nullable=False),
        sa.UniqueConstraint("run", "process", "step"),
    )


def _cases() -> None:
    op.create_table(
        "case_arrivals",
        sa.Column("run", LONG, sa.ForeignKey("runs.id", ondelete="CASCADE"), primary_key=True),
        sa.Column("number", sa.BigInteger, primary_key=True),
        sa.Column("process", sa.Integer, nullable=False),
        sa.Column("arrival", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(200)),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "cases",
        sa.Column("id", sa.String(200), primary_key=True),
        sa.Column("run", LONG, sa.ForeignKey("runs.id", ondelete="CASCADE"), nullable=False),
        sa.Column("number", sa.BigInteger, nullable=False),
        sa.Column("process", sa.String(80), nullable=False),
        sa.Column("attributes", sa.Text, nullable=False),
        sa.Column("rank", sa.Integer, nullable=False),
        sa.Column("arrival", sa.BigInteger, nullable=False),
        sa.Column("status", sa.String(10), nullable=False),
        sa.Column("opened", sa.BigInteger, nullable=False),
        sa.Column("closed", sa.BigInteger),
        sa.UniqueConstraint("run", "number"),
    )
    op.create_index("cases_status", "cases", ["status"])


def _of_cases() -> None:
    op.create_table(
        "case_documents",
        sa.Column("number", sa.String(200), primary_key=True),
        sa.Column(
            "case_id", sa.String(200), sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("step", sa.String(80), nullable=False),
        sa.Column("kind", sa.String(200), nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("issued", sa.BigInteger, nullable=False),
        sa.Column("digest", sa.String(200), nullable=False),
    )
    op.create_index("case_documents_case", "case_documents", ["case_id"])
    op.create_table(
        "limit_marks",
        sa.Column(
            "case_id",
            sa.String(200),
            sa.ForeignKey("cases.id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("limit_slug", sa.String(80), primary_key=True),
        sa.Column("kind", sa.String(10), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("claim", sa.String(40), nullable=False),
    )


def _visits() -> None:
    op.create_table(
        "case_visits",
        sa.Column("serial", LONG, primary_key=True),
        sa.Column(
            "case_id", sa.String(200), sa.ForeignKey("cases.id", ondelete="CASCADE"), nullable=False
        ),
        sa.Column("step", sa.String(80), nullable=False),
        sa.Column("visit", sa.Integer, nullable=False),
        sa.Column("owner", sa.String(80), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("previous_step", sa.String(80)),
        sa.Column("previous_visit", sa.Integer),
        sa.Column("ready", sa.BigInteger, nullable=False),
        sa.Column("enabled", sa.BigInteger),
        sa.Column("application", sa.String(200)),
        sa.UniqueConstraint("case_id", "step", "visit"),
    )
    op.create_index("case_visits_state", "case_visits", ["state"])


def _events() -> None:
    op.create_table(
        "step_events",
        sa.Column("run", LONG, primary_key=True),
        sa.Column("case_number", sa.BigInteger, primary_key=True),
        sa.Column("step", sa.Integer, primary_key=True),
        sa.Column("visit", sa.Integer, primary_key=True),
        sa.Column("serial", sa.BigInteger, nullable=False),
        sa.Column("previous", sa.BigInteger),
        sa.Column("resource", sa.String(200)),
        sa.Column("outcome", sa.Integer, nullable=False),
        sa.Column("ready", sa.BigInteger, nullable=False),
        sa.Column("enabled", sa.BigInteger, nullable=False),
        sa.Column("started", sa.BigInteger, nullable=False),
        sa.Column("completed", sa.BigInteger, nullable=False),
        sa.Column("work", sa.BigInteger, nullable=False),
        sa.Column("batch", sa.BigInteger, nullable=False),
        sa.Column("queue", sa.BigInteger, nullable=False),
        sa.Column("priority", sa.BigInteger, nullable=False),
        sa.ForeignKeyConstraint(
            ["run", "step"], ["run_steps.run", "run_steps.place"], ondelete="CASCADE"
        ),
        sqlite_with_rowid=False,
    )


def _scenarios() -> None:
    op.create_table(
        "scenarios",
        sa.Column("name", sa.String(200), primary_key=True),
        sa.Column("version", sa.Integer, primary_key=True),
        sa.Column("content", sa.Text, nullable=False),
        sa.Column("author", sa.String(200), nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
    )
