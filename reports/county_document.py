"""The county's report as a document: league table of processes, staff, plan items, the week."""

from models.base import Language
from models.week import weeks
from reports.appendix import assumptions_table
from reports.county_tables import items_table, league_rows, league_table, staff_table
from reports.document import BUSIEST, Document, Picture, Section
from reports.pictures.league import Rate, league
from reports.pictures.week_load import week_load
from reports.rate_tables import week_table
from reports.subject import Subject
from reports.wording import Wording
from reports.wording.numbers import count


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
    ranked, staff = league_table(subject, w), staff_table(subject, w)
    items = items_table(subject, w)
    return Document(
        title=w("county_title"),
        language=w.language,
        head=((w("scenario"), county_head(subject, w)),),
        notice_title=w("notice_title"),
        notice=(w("county_assumed"),),
        sections=(
            Section("_league", ranked.title, (_league_picture(subject, w), ranked)),
            Section("_staff", staff.title, (staff, *drawn), (week_table(subject, own, w),)),
            Section("_plan-items", items.title, (items,)),
            Section("_assumptions", assumed.title, (assumed,)),
        ),
        method=(w("method"), w("method_time")),
    )


def county_head(subject: Subject, w: Wording) -> str:
    """One line: how much was simulated."""
    result = subject.result
    return w(
        "county_head",
        processes=len(result.processes),
        cases=count(result.effort.cases / result.replications),
        replications=result.replications,
        start=result.start.isoformat(),
    )


def _league_picture(subject: Subject, w: Wording) -> Picture:
    rates = [
        Rate(w.of(row.name), row.tightest.on_time, row.tightest.standing)
        for row in league_rows(subject)
        if row.tightest
    ]
    return Picture("", league(rates, subject.result.target, w, "league"), "long")
