"""A report as a sequence of parts, from which page, spreadsheet, document and data are made."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from markupsafe import Markup

from models.base import Language
from models.efficiency import efficiency
from models.process import Process
from models.result import ProcessResult
from models.statistics import Estimate
from models.week import Week, weeks
from reports.appendix import assumptions_table, conditions_table, evidence_table, limits_table
from reports.change_tables import DAY_HOURS, compare_table, items_table
from reports.findings import findings
from reports.pictures.case_log import typical_case
from reports.pictures.curve import curve
from reports.pictures.distribution import distribution
from reports.pictures.gantt import gantt
from reports.pictures.spent import spent
from reports.pictures.swimlane import swimlane
from reports.pictures.waterfall import Stage, waterfall
from reports.pictures.week_load import week_load
from reports.rate_tables import (
    distribution_table,
    efficiency_table,
    late_table,
    owners_table,
    rates_table,
    week_table,
)
from reports.slow_cases import slowest
from reports.sources import assumed_numbers, cite
from reports.subject import Subject
from reports.table import Table
from reports.tables import (
    bottleneck_table,
    head,
    pools_table,
    reductions_table,
    spent_table,
    steps_table,
    verdict_table,
)
from reports.typeset import clean
from reports.wording import Wording
from simulations.comparison import Comparison

Layout = Literal["chart", "long", "wide"]
BUSIEST = 2
"""So many pools' weeks are drawn; the table has all of them."""


@dataclass(frozen=True)
class Picture:
    """A picture with what it is called; ``layout`` says how much room it wants."""

    title: str
    svg: Markup
    layout: Layout
    source: str = ""


@dataclass(frozen=True)
class Words:
    """Sentences, as a list or as paragraphs."""

    sentences: tuple[str, ...]
    is_list: bool = False


@dataclass(frozen=True)
class Heading:
    """The head of what follows."""

    title: str


Part = Table | Picture | Words | Heading


@dataclass(frozen=True)
class Section:
    """A chapter; ``key`` names it for machines and in links.

    ``behind`` are the figures behind its pictures, for spreadsheets and data files only.
    """

    key: str
    title: str
    parts: tuple[Part, ...]
    behind: tuple[Table, ...] = ()


@dataclass(frozen=True)
class Document:
    """A whole report."""

    title: str
    language: Language
    head: tuple[tuple[str, str], ...]
    notice_title: str
    notice: tuple[str, ...]
    sections: tuple[Section, ...]
    method: tuple[str, ...]

    def tables(self) -> list[tuple[str, Table]]:
        """Every table with rows, with a key that no other has."""
        several = sum(not section.key.startswith("_") for section in self.sections) > 1
        found = []
        for section in self.sections:
            for part in (*section.parts, *section.behind):
                if isinstance(part, Table) and part.rows:
                    own = not section.key.startswith("_")
                    key = f"{section.key}.{part.key}" if several and own else part.key
                    found.append((key, part))
        return found


@dataclass(frozen=True)
class Extras:
    """What a report may show besides the result: comparisons by process, tables of checks.

    ``fourth`` is the measure that stands for the fourth reduction: trips or fees.
    """

    comparisons: Sequence[Comparison] = ()
    checks: dict[str, tuple[Table, ...]] = field(default_factory=dict)
    fourth: Literal["trips", "fees"] = "trips"


def document(subject: Subject, language: Language, extras: Extras | None = None) -> Document:
    """The report of a subject in ``zh`` or ``en``: a section a process, then what they share."""
    w = Wording(language)
    extras = extras or Extras()
    names = w.listed([clean(w.of(process.name)) for process in subject.processes])
    is_simulated = subject.result.origin == "simulated"
    n = assumed_numbers(subject)
    replace_them = w("notice_replace", slug=subject.processes[0].slug)
    notice = (w("notice", n=n), replace_them) if is_simulated else (w("measured_notice", n=n),)
    found = weeks(subject.log, subject.pools, subject.ruler)
    sections = [_section(subject, *pair, extras, w) for pair in subject.pairs()]
    return Document(
        title=w("title" if is_simulated else "measured_title", name=names),
        language=w.language,
        head=tuple(head(subject, w)),
        notice_title=w("notice_title" if is_simulated else "measured_notice_title"),
        notice=notice,
        sections=(*sections, _staff(subject, found, w), _assumed(subject, w)),
        method=(w("method"), w("method_time")) if is_simulated else (w("method_time"),),
    )


def _section(
    subject: Subject, process: Process, result: ProcessResult, extras: Extras, w: Wording
) -> Section:
    slug = process.slug
    compared = next((each for each in extras.comparisons if each.process == slug), None)
    parts: list[Part] = [
        Words(tuple(findings(subject, process, result, w)), is_list=True),
        verdict_table(subject, result, w),
        *_limit_pictures(subject, result, w),
        rates_table(result, w),
        late_table(result, w),
        spent_table(result.critical, w),
        Picture("", spent(result.critical, w, f"{slug}-spent"), "long"),
        owners_table(subject, result, w),
        bottleneck_table(subject, result, w),
        efficiency_table(efficiency(subject.log, process), process, w),
        reductions_table(result, w, extras.fourth),
        *(_changes(compared, extras, w) if compared else ()),
        Heading(w("swimlane_heading")),
        Picture("", swimlane(process, result, subject.names, w, f"{slug}-lanes"), "wide"),
        steps_table(subject, process, result, w),
        conditions_table(process, w),
        *_cases(subject, process, w),
        *extras.checks.get(slug, ()),
        limits_table(process, result, w),
    ]
    kept = tuple(part for part in parts if not isinstance(part, Table) or part.rows or part.note)
    behind = tuple(distribution_table(verdict, w) for verdict in result.verdicts)
    return Section(slug, w.of(process.name), kept, behind)


def _limit_pictures(subject: Subject, result: ProcessResult, w: Wording) -> list[Picture]:
    target = subject.result.target
    found = []
    for verdict in result.verdicts:
        name, source = w.of(verdict.limit.name), cite(verdict.limit.source, w)
        identity = f"{result.process}-{verdict.limit.slug}"
        found.append(Picture(name, distribution(verdict, target, w, identity), "chart", source))
        if verdict.cases:
            drawn = curve(verdict, target, w, f"{identity}-curve")
            title = w("curve_title", name=name)
            found.append(Picture(title, drawn, "chart"))
    return found


def _changes(found: Comparison, extras: Extras, w: Wording) -> tuple[Part, ...]:
    """Before against after; what each plan item adds, where that was asked for."""
    compared = compare_table(found, extras.fourth, w)
    if not found.stages:
        return (compared,)
    stages = [
        Stage(f"{stage.item} {w.of(stage.text)}", _in_days(stage.change.hours))
        for stage in found.stages
    ]
    before = found.before["hours"] / DAY_HOURS
    drawn = waterfall(before, stages, w("waterfall_unit"), w, f"{found.process}-waterfall")
    return (
        compared,
        Picture(w("waterfall_title"), drawn, "long"),
        items_table(found, w),
    )


def _in_days(change: Estimate) -> Estimate:
    ends = (None if end is None else end / DAY_HOURS for end in (change.low, change.high))
    low, high = ends
    return Estimate(value=change.value / DAY_HOURS, low=low, high=high)


def _cases(subject: Subject, process: Process, w: Wording) -> list[Part]:
    case = typical_case(subject.log, process.slug)
    if case is None:
        return []
    slug = process.slug
    parts: list[Part] = [
        Heading(w("gantt_heading")),
        Picture("", gantt(subject, process, case, w, f"{slug}-case"), "wide"),
        Heading(w("slow_heading")),
    ]
    for n, slow in enumerate(slowest(subject, process, w)):
        parts.append(Words(slow.sentences))
        drawn = gantt(subject, process, slow.case, w, f"{slug}-slow-{n + 1}")
        parts.append(Picture(slow.title, drawn, "wide"))
    return parts


def _staff(subject: Subject, found: list[Week], w: Wording) -> Section:
    used = {pool.pool for pool in subject.result.pools}
    own = [week for week in found if week.pool in used]
    pools = pools_table(subject, w)
    names = {pool.slug: w.of(pool.name) for pool in subject.pools}
    shares = {pool.pool: pool.utilisation.value for pool in subject.result.pools}
    busiest = sorted(own, key=lambda week: -shares[week.pool])[:BUSIEST]
    drawn = [
        Picture(
            w("week_title", name=names[week.pool]),
            week_load(week, names[week.pool], w, f"{week.pool}-week"),
            "chart",
        )
        for week in busiest
    ]
    return Section("_staff", pools.title, (pools, *drawn, week_table(subject, own, w)))


def _assumed(subject: Subject, w: Wording) -> Section:
    """What the numbers rest on; assumptions stand last."""
    known, table = evidence_table(subject, w), assumptions_table(subject, w)
    return Section("_assumptions", table.title, (*([known] if known.rows else []), table))
