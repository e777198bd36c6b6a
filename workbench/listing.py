"""``onething processes`` and ``onething plan``: the catalogue and the plan as tables or JSON."""

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from rich.console import Console
from rich.table import Table

from flows.catalogue import families, processes
from integrations.documents import to_json, to_yaml
from models.base import Language, Text, text
from models.errors import UnknownNameError
from models.limit import Limit
from models.plan.catalogue import department, department_named, item, items
from models.plan.item import KIND_NAMES, PlanItem
from models.process import Process
from models.said import said
from models.step import Step
from reports.terminal_tables import plain_table, show
from workbench.names import named_process, unit_name

Row = Mapping[str, object]

PROCESS_TITLE = text("流程目录", "Catalogue of processes")
PROCESS_COLUMNS = (
    text("流程", "Process"),
    text("改革项", "Items"),
    text("环节（个）", "Steps (number)"),
    text("时限（个）", "Limits (number)"),
    text("责任部门", "Owners"),
)
ITEM_TITLE = text("罗政综〔2023〕10号改革项", "Items of the plan")
ITEM_COLUMNS = (
    text("编号", "No."),
    text("指标", "Indicator"),
    text("改革事项", "Reform"),
    text("牵头", "Lead"),
    text("完成时限", "Deadline"),
    text("性质", "Kind"),
)
AS_IS = text("改革前", "before the reforms")
TO_BE = text("改革后", "after the reforms")
STEP_COLUMNS = (
    text("环节", "Step"),
    text("责任部门", "Owner"),
    text("前置环节", "After"),
    text("方式", "Kind"),
    text("平均用时（分钟）", "Mean time (minutes)"),
    text("依据", "Sources"),
)
SOURCES = (text("环节：{}", "step: {}"), text("用时：{}", "time: {}"))
NUMERIC = {PROCESS_COLUMNS[2], PROCESS_COLUMNS[3], ITEM_COLUMNS[0], STEP_COLUMNS[4]}
STEP_KINDS = {
    "work": text("经办", "staff"),
    "automatic": text("系统", "system"),
    "wait": text("等待", "wait"),
    "applicant": text("申请人", "applicant"),
}
CONTINUOUS = text("持续推进", "continuous")
LOST = text("原文缺失", "missing in the source")


def list_processes(family: str | None, language: Language, *, as_json: bool) -> None:
    """Print the catalogue, or one family of it."""
    if family is not None and family not in families():
        raise UnknownNameError(said("类别", "family"), family, families())
    chosen = [p for p in processes().values() if family in {None, p.family}]
    if as_json:
        _print_json([process_row(process) for process in chosen])
        return
    rows = [
        (
            f"{process.slug}\n{process.name[language]}",
            ", ".join(map(str, process.items)) or process.body,
            f"{len(process.steps)} → {len(process.reformed().steps)}",
            str(len(process.limits)),
            _names(process.owners, language),
        )
        for process in chosen
    ]
    _print_table(PROCESS_TITLE, PROCESS_COLUMNS, rows, language)


def show_process(slug: str, language: Language, *, as_yaml: bool, as_json: bool) -> None:
    """Print one process: its steps before and after the reforms, or the whole definition."""
    found = named_process(slug)
    if as_yaml or as_json:
        sys.stdout.write(to_yaml(found) if as_yaml else to_json(found) + "\n")
        return
    variants = [(AS_IS, found)] + ([(TO_BE, found.reformed())] if found.reforms else [])
    for title, process in variants:
        name = text(f"{found.name.zh} · {title.zh}", f"{found.name.en} · {title.en}")
        rows = [
            (
                f"{step.slug}\n{step.name[language]}",
                unit_name(step.owner)[language],
                ", ".join(step.after),
                STEP_KINDS[step.time.kind][language],
                f"{step.time.duration.mean_seconds / 60:,.0f}",
                "\n".join(_sources(step, language)),
            )
            for step in process.steps
        ]
        _print_table(name, STEP_COLUMNS, rows, language)


def _sources(step: Step, language: Language) -> tuple[str, str]:
    of_step, of_time = step.source.cite(language), step.time.duration.source.cite(language)
    return SOURCES[0][language].format(of_step), SOURCES[1][language].format(of_time)


def process_row(process: Process) -> Row:
    """One process for the JSON listing."""
    return {
        "slug": process.slug,
        "name": process.name.model_dump(),
        "family": process.family,
        "items": list(process.items),
        "body": process.body,
        "lead": process.lead,
        "owners": list(process.owners),
        "steps": [step.slug for step in process.steps],
        "steps_to_be": [step.slug for step in process.reformed().steps],
        "limits": [limit_row(limit) for limit in process.limits],
    }


def limit_row(limit: Limit) -> Row:
    """One limit for the JSON listing."""
    return {
        "slug": limit.slug,
        "name": limit.name.model_dump(),
        "most": limit.most,
        "unit": limit.unit,
        "source": limit.source.cite("zh"),
        "assumed": limit.source.assumed,
    }


def list_items(
    indicator: str | None,
    unit: str | None,
    overdue_at: date | None,
    language: Language,
    *,
    as_json: bool,
) -> None:
    """Print the plan's items that meet the conditions."""
    chosen = items(indicator, _unit_slug(unit), overdue_at)
    if as_json:
        _print_json([entry.model_dump(mode="json") for entry in chosen])
        return
    rows = [
        (
            str(entry.number),
            entry.indicator[language],
            entry.reform[language],
            _names(entry.lead, language),
            _deadline(entry, language),
            KIND_NAMES[entry.kind][language],
        )
        for entry in chosen
    ]
    _print_table(ITEM_TITLE, ITEM_COLUMNS, rows, language)


def show_item(number: int, language: Language, *, as_json: bool) -> None:
    """Print one item with the processes and reforms that realise it."""
    entry = item(number)
    realised = [p for p in processes().values() if number in p.items]
    if as_json:
        own = {p.slug: _reform_text(p, number).model_dump() for p in realised}
        _print_json({**entry.model_dump(mode="json"), "processes": own})
        return
    table = Table(title=f"{number} {entry.reform[language]}", show_header=False, expand=False)
    table.add_row(ITEM_COLUMNS[1][language], entry.indicator[language])
    table.add_row(text("内容", "Summary")[language], entry.summary[language])
    table.add_row(ITEM_COLUMNS[3][language], _names(entry.lead, language))
    table.add_row(text("责任单位", "Responsible")[language], _names(entry.responsible, language))
    table.add_row(ITEM_COLUMNS[4][language], _deadline(entry, language))
    table.add_row(ITEM_COLUMNS[5][language], KIND_NAMES[entry.kind][language])
    if entry.irregularity:
        table.add_row(text("原文疑点", "Irregularity")[language], entry.irregularity[language])
    for process in realised:
        name = f"{process.slug} {process.name[language]}"
        table.add_row(name, _reform_text(process, number)[language])
    Console().print(table)


def _reform_text(process: Process, number: int) -> Text:
    return next(reform.text for reform in process.reforms if reform.item == number)


def _unit_slug(unit: str | None) -> str | None:
    """A department by its slug or by any of its Chinese names."""
    if unit is None or unit.isascii():
        return unit
    return department_named(unit).slug


def _deadline(entry: PlanItem, language: Language) -> str:
    if entry.continuous:
        return CONTINUOUS[language]
    return entry.deadline.isoformat() if entry.deadline else LOST[language]


def _names(slugs: Iterable[str], language: Language) -> str:
    separator = "、" if language == "zh" else ", "
    return separator.join(department(slug).name[language] for slug in slugs)


def _print_table(
    title: Text, columns: Iterable[Text], rows: Iterable[Sequence[str]], language: Language
) -> None:
    heads = [(column[language], column in NUMERIC) for column in columns]
    console = Console()
    show(console, plain_table(title[language], heads, rows))
    console.print()


def _print_json(value: object) -> None:
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
