"""The form that an office fills in: which sheets and columns it has, and what stands in them now.

Writing and reading it as a workbook is done elsewhere; here are the questions and the answers.
"""

from dataclasses import dataclass
from typing import Literal

from models.base import Text, text
from models.distributions import Pert, Triangular
from models.process import Process
from models.step import Step
from models.step_time import ApplicantTime, Wait
from simulations.scenario import Scenario

Value = str | float | None
Row = dict[str, Value]
Kind = Literal["fixed", "text", "number", "whole", "choice", "mean"]

KINDS = ("data", "promise", "assumption")
UNITS = ("seconds", "minutes", "hours", "days")
YES, NO = "yes", "no"
SPARE_ROWS = 12
"""Empty rows for papers that the definition does not have yet."""


@dataclass(frozen=True)
class Question:
    """A column: ``fixed`` cannot be changed, ``mean`` is computed by the spreadsheet."""

    key: str
    head: Text
    kind: Kind
    choices: tuple[str, ...] = ()
    note: Text | None = None
    width: float = 14


@dataclass(frozen=True)
class Form:
    """A sheet: what it asks for, and how to fill it in."""

    key: str
    title: Text
    hint: Text
    questions: tuple[Question, ...]


_SOURCE = (
    Question(
        "source",
        text("依据类别", "Kind of source"),
        "choice",
        KINDS,
        text(
            "data 实测或台账；promise 承诺；assumption 估计。改动了数字就须填写。",
            "data: measured or on record; promise; assumption: a guess. Needed where you change "
            "anything.",
        ),
    ),
    Question(
        "note",
        text("依据说明", "What it rests on"),
        "text",
        note=text("例如：2024年窗口台账抽样", "for example: counter records of 2024, a sample"),
        width=44,
    ),
)
_STEP = (
    Question("step", text("环节代号", "Step"), "fixed", width=24),
    Question("name", text("环节名称", "Name"), "fixed", width=34),
)

FORMS = (
    Form(
        "steps",
        text("环节用时", "Steps"),
        text(
            "每个环节由谁办、要多久（经办的净时间，不含等待）。三个数都填才算改动；单位可选。",
            "Who does each step and how long it takes (net time, no waiting). A change needs all "
            "three numbers.",
        ),
        (
            *_STEP,
            Question("owner", text("责任部门代号", "Owner"), "choice", width=24),
            Question("kind", text("时间种类", "Kind of time"), "fixed"),
            Question("unit", text("单位", "Unit"), "choice", UNITS),
            Question("low", text("最少", "Least"), "number"),
            Question("mode", text("最可能", "Most likely"), "number"),
            Question("high", text("最多", "Most"), "number"),
            Question("mean", text("平均（自动）", "Mean (computed)"), "mean"),
            *_SOURCE,
        ),
    ),
    Form(
        "staff",
        text("人员", "Staff"),
        text(
            "每组经办人员几人、何时办公，时段写成 09:00-12:00,13:30-17:00。",
            "How many people each pool has, and their office hours as 09:00-12:00,13:30-17:00.",
        ),
        (
            Question("pool", text("人员组代号", "Pool"), "fixed", width=24),
            Question("name", text("名称", "Name"), "fixed", width=34),
            Question("people", text("人数", "People"), "whole"),
            Question("hours", text("办公时间", "Office hours"), "text", width=28),
            *_SOURCE,
        ),
    ),
    Form(
        "arrivals",
        text("办件量", "Arrivals"),
        text("平均每个工作日来多少件。", "Cases a working day, on average."),
        (
            Question("process", text("流程代号", "Process"), "fixed", width=24),
            Question("name", text("名称", "Name"), "fixed", width=34),
            Question("per_day", text("件/工作日", "Cases a working day"), "number"),
            *_SOURCE,
        ),
    ),
    Form(
        "materials",
        text("材料", "Papers"),
        text(
            "申请人在各环节交的每一份材料占一行；不再收的删去该行，新增的填在下方空行。",
            "One row for each paper the applicant hands in. Clear a row to drop a paper, add new "
            "ones below.",
        ),
        (
            Question("step", text("环节代号", "Step"), "choice", width=24),
            Question("material", text("材料代号", "Paper"), "text", width=24),
            Question("zh", text("材料名称（中文）", "Name in Chinese"), "text", width=30),
            Question("en", text("材料名称（英文）", "Name in English"), "text", width=30),
            *_SOURCE,
        ),
    ),
    Form(
        "visits",
        text("跑动和收费", "Trips and fees"),
        text(
            "申请人是否须到场（yes/no），到场一次收费多少元。",
            "Whether the applicant comes in person (yes/no), and the fee in yuan a visit.",
        ),
        (
            *_STEP,
            Question("in_person", text("须到场", "In person"), "choice", (YES, NO)),
            Question("fee", text("收费（元）", "Fee (yuan)"), "number"),
            *_SOURCE,
        ),
    ),
)


def form(key: str) -> Form:
    """The sheet of that key."""
    return next(each for each in FORMS if each.key == key)


def answers(scenario: Scenario, language: str) -> dict[str, list[Row]]:
    """What stands in the form for the scenario's first process, its staff and arrivals."""
    load = scenario.loads[0]
    process = load.process
    used = {step.pool for step in process.steps}
    name = process.name[language]
    arrivals: Row = {"process": process.slug, "name": name}
    arrivals["per_day"] = load.arrivals.per_working_day
    return {
        "steps": [_step(step, language) for step in _ordered(process)],
        "staff": [
            {
                "pool": pool.slug,
                "name": pool.name[language],
                "people": float(pool.count),
                "hours": ",".join(pool.shifts[0].hours.spans),
                **_source(pool.source.kind, pool.source.cite(language)),
            }
            for pool in scenario.pools
            if pool.slug in used
        ],
        "arrivals": [
            {**arrivals, **_source(load.arrivals.source.kind, load.arrivals.source.cite(language))}
        ],
        "materials": [
            {
                "step": step.slug,
                "material": paper.slug,
                "zh": paper.name.zh,
                "en": paper.name.en,
                **_source(paper.source.kind, paper.source.cite(language)),
            }
            for step in _ordered(process)
            for paper in step.materials
        ],
        "visits": [_visit(step, language) for step in _ordered(process)],
    }


def _ordered(process: Process) -> list[Step]:
    return [process.step(slug) for slug in process.order]


def _source(kind: str, cite: str) -> Row:
    """A source as the form shows it; a plan item or statute is named in the note alone."""
    return {"source": kind if kind in KINDS else None, "note": cite}


def _step(step: Step, language: str) -> Row:
    given = step.time.duration
    row: Row = {
        "step": step.slug,
        "name": step.name[language],
        "owner": step.owner,
        "kind": step.time.kind,
        "unit": given.unit,
        "low": None,
        "mode": None,
        "high": None,
    }
    if isinstance(step.time, Wait | ApplicantTime):
        row["kind"] = f"{step.time.kind} ({step.time.basis})"
    spread = given.distribution
    if isinstance(spread, Triangular | Pert):
        row |= {"low": spread.low, "mode": spread.mode, "high": spread.high}
    return row | _source(given.source.kind, given.source.cite(language))


def _visit(step: Step, language: str) -> Row:
    row: Row = {
        "step": step.slug,
        "name": step.name[language],
        "in_person": YES if step.visit else NO,
        "fee": sum(fee.yuan for fee in step.fees) if step.fees else None,
    }
    sources = [part.source for part in (step.visit, *step.fees) if part]
    if sources:
        row |= _source(sources[0].kind, sources[0].cite(language))
    return row
