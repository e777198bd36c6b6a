"""The county's report as a document: league table of processes, staff, plan items, the week."""

from models.base import Language
from models.week import weeks
from reports.appendix import assumptions_table
from reports.county import (
    ITEM_HEADS,
    POOL_HEADS,
    PROCESS_HEADS,
    head,
    item_cells,
    pool_cells,
    process_cells,
)
from reports.county_rows import ProcessRow, item_rows, pool_rows, process_rows
from reports.document import BUSIEST, Document, Picture, Section
from reports.pictures.week_load import week_load
from reports.rate_tables import week_table
from reports.subject import Subject
from reports.table import Column, Row, Table, column
from reports.wording import Wording
from reports.wording.numbers import count

WORDS = frozenset({"process", "tightest", "verdict", "pool", "pool_load", "item_title"})
MORE_WORDS = frozenset({"realised_by", "item_state", "worst_verdict", "on_time_interval"})


def county_document(subject: Subject, language: Language) -> Document:
    """The report of several processes on shared staff."""
    w = Wording(language)
    found = weeks(subject.log, subject.pools, subject.ruler)
    used = {pool.pool for pool in subject.result.pools}
    own = [week for week in found if week.pool in used]
    names = {pool.slug: w.of(pool.name) for pool in subject.pools}
    shares = {pool.pool: pool.utilisation.value for pool in subject.result.pools}
    busiest = sorted(own, key=lambda week: -shares[week.pool])[:BUSIEST]
    drawn = tuple(
        Picture(
            w("week_title", name=names[week.pool]),
            week_load(week, names[week.pool], w, f"{week.pool}-week"),
            "chart",
        )
        for week in busiest
    )
    assumed = assumptions_table(subject, w)
    tables = (_league(subject, w), _pools(subject, w), _items(subject, w))
    return Document(
        title=w("county_title"),
        language=w.language,
        head=((w("scenario"), head(subject, w)),),
        notice_title=w("notice_title"),
        notice=(w("county_assumed"),),
        sections=(
            *(Section(f"_{table.key}", table.title, (table,)) for table in tables),
            Section("_week", w("week_table"), (*drawn, week_table(subject, own, w))),
            Section("_assumptions", assumed.title, (assumed,)),
        ),
        method=(w("method"), w("method_time")),
    )


def _columns(heads: tuple[str, ...], w: Wording) -> tuple[Column, ...]:
    return tuple(
        column(name, w, numeric=name not in WORDS | MORE_WORDS, verdict=name == "verdict")
        for name in heads
    )


def _league(subject: Subject, w: Wording) -> Table:
    """Processes by the on-time rate of their tightest limit, the lowest first."""
    rows = []
    for n, row in enumerate(sorted(process_rows(subject), key=_rate)):
        standing = row.tightest.standing if row.tightest else "uncertain"
        rows.append(Row((count(n + 1), *process_cells(row, w)), standing=standing))
    columns = (column("rank", w), *_columns(PROCESS_HEADS, w))
    return Table(w("league_table"), columns, tuple(rows), w("league_note"), "league")


def _rate(row: ProcessRow) -> tuple[float, float]:
    """Processes without a limit come last, the slowest of them first."""
    return (row.tightest.on_time.value if row.tightest else 2.0, -row.days)


def _pools(subject: Subject, w: Wording) -> Table:
    rows = tuple(Row(tuple(pool_cells(row, w))) for row in pool_rows(subject))
    return Table(w("by_pool"), _columns(POOL_HEADS, w), rows, key="staff")


def _items(subject: Subject, w: Wording) -> Table:
    rows = tuple(Row(tuple(item_cells(row, w))) for row in item_rows(subject))
    return Table(w("by_item"), _columns(ITEM_HEADS, w), rows, key="plan-items")
