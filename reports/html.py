"""A result as one self-contained page: no script, no request, prints on A4."""

from dataclasses import dataclass
from functools import lru_cache

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from models.base import Language
from models.process import Process
from models.result import ProcessResult
from reports.appendix import assumptions_table, conditions_table, limits_table
from reports.findings import findings
from reports.pictures.case_log import typical_case
from reports.pictures.distribution import distribution
from reports.pictures.gantt import gantt
from reports.pictures.spent import spent
from reports.pictures.swimlane import swimlane
from reports.sources import assumed_numbers, cite
from reports.subject import Subject
from reports.svg import LANGUAGE_TAGS
from reports.tables import (
    Table,
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


@dataclass(frozen=True)
class Section:
    """One process in full."""

    identity: str
    name: str
    findings: list[str]
    verdicts: Table
    distributions: list[tuple[str, str, Markup]]
    spent: Markup
    swimlane: Markup
    gantt: Markup | None
    spent_table: Table
    bottleneck: Table
    steps: Table
    conditions: Table
    reductions: Table
    limits: Table


def render(subject: Subject, language: Language) -> str:
    """The page of a subject in ``zh`` or ``en``: a section a process."""
    w = Wording(language)
    names = w.listed([clean(w.of(process.name)) for process in subject.processes])
    return (
        _environment()
        .get_template("report.html")
        .render(
            w=w,
            tag=LANGUAGE_TAGS[w.language],
            title=w("title", name=names),
            head=head(subject, w),
            assumed=assumed_numbers(subject),
            slug=subject.processes[0].slug,
            sections=[_section(subject, *pair, w) for pair in subject.pairs()],
            pools=pools_table(subject, w),
            assumptions=assumptions_table(subject, w),
        )
    )


@lru_cache(maxsize=1)
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["clean"] = clean
    return environment


def _section(subject: Subject, process: Process, result: ProcessResult, w: Wording) -> Section:
    slug = process.slug
    return Section(
        identity=slug,
        name=w.of(process.name),
        findings=findings(subject, process, result, w),
        verdicts=verdict_table(subject, result, w),
        distributions=[
            (
                w.of(verdict.limit.name),
                cite(verdict.limit.source, w),
                distribution(verdict, subject.result.target, w, f"{slug}-{verdict.limit.slug}"),
            )
            for verdict in result.verdicts
        ],
        spent=spent(result.critical, w, f"{slug}-spent"),
        swimlane=swimlane(process, result, subject.names, w, f"{slug}-lanes"),
        gantt=_gantt(subject, process, w),
        spent_table=spent_table(result.critical, w),
        bottleneck=bottleneck_table(subject, result, w),
        steps=steps_table(subject, process, result, w),
        conditions=conditions_table(process, w),
        reductions=reductions_table(result, w),
        limits=limits_table(process, result, w),
    )


def _gantt(subject: Subject, process: Process, w: Wording) -> Markup | None:
    case = typical_case(subject.log, process.slug)
    if case is None:
        return None
    return gantt(subject, process, case, w, f"{process.slug}-case")
