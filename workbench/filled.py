"""Forms in Excel: ``onething template`` writes one, ``--scenario filled.xlsx`` reads it."""

from pathlib import Path

from rich.console import Console

from flows.catalogue import process
from integrations.documents import write_bytes
from integrations.workbook import FilledSheet, read_sheets, read_workbook
from models.base import whole_number
from models.errors import DocumentError
from models.plan.departments import DEPARTMENTS
from models.process import Process
from models.said import said
from models.source import assumed
from reports.template import template
from simulations.scenario import Scenario
from simulations.scenario_answers import changes
from simulations.scenario_file import ScenarioFile
from workbench import defaults
from workbench.names import named_process

SUFFIX = ".xlsx"
LONGEST = 80
"""A name in a form is never longer; what strangers wrote beyond it is not repeated to people."""


def write_template(name: str, out: Path | None, language: str, *, as_is: bool) -> Path:
    """Write the form for a process, before or after its reforms; its path."""
    base = named_process(name)
    path = out or Path("out") / f"{base.slug}-template.xlsx"
    scenario = _scenario(base, () if as_is else None)
    write_bytes(path, template(scenario, sorted(unit.slug for unit in DEPARTMENTS), language))
    Console().print(str(path), highlight=False, soft_wrap=True)
    return path


def read_filled(path: Path, base: Process) -> ScenarioFile:
    """The changes in a filled-in form; DocumentError naming each wrong cell."""
    return _filled(read_workbook(path), base, path.name, str(path))


def read_form(content: bytes, name: str) -> tuple[Process, ScenarioFile]:
    """The process that an uploaded form was written for, and the changes in it."""
    sheets = read_sheets(content, name)
    slug, _ = _about(sheets)
    if not slug:
        raise DocumentError(
            said(
                f"{name}：不是填报表；请用 onething template 生成",
                f"{name}: this is no form; make one by onething template",
            )
        )
    base = process(slug[:LONGEST])
    return base, _filled(sheets, base, name, name)


def _filled(sheets: dict[str, FilledSheet], base: Process, name: str, where: str) -> ScenarioFile:
    items = _checked_form(where, sheets, base)
    source = assumed(f"填报表 {name} (the form {name})")
    found = changes(sheets, _scenario(base, items), source, where)
    return found.changed(reforms=items)


def _scenario(base: Process, items: tuple[int, ...] | None) -> Scenario:
    variant = defaults.variant(base, items)
    return defaults.scenario(base.slug, [variant], defaults.own_staff([base]))


def _about(sheets: dict[str, FilledSheet]) -> tuple[str, str]:
    """The process that a form says it is for, and its plan items; empty if it does not say."""
    about = list(sheets["about"].letters) if "about" in sheets else []
    slug, items = (*about[1:3], "", "")[:2]
    return slug, items


def _checked_form(where: str, sheets: dict[str, FilledSheet], base: Process) -> tuple[int, ...]:
    """The plan items that the form was written with; refuses another process's form."""
    slug, items = _about(sheets)
    if slug != base.slug:
        raise DocumentError(
            said(
                f"{where}：这不是 {base.slug} 的填报表；"
                f"请用 onething template {base.slug} 重新生成",
                f"{where}: this is no form for {base.slug}; make one by onething template "
                f"{base.slug}",
            )
        )
    numbers = [whole_number(item) for item in items.split(",") if item.strip()]
    known = {reform.item for reform in base.reforms}
    if set(numbers) - known:
        raise DocumentError(
            said(
                f"{where}：首页隐藏的第3行写有 {base.slug} 没有的改革项；"
                f"请用 onething template {base.slug} 重新生成",
                f"{where}: the hidden row 3 of the first sheet names plan items that {base.slug} "
                f"does not have; make a form by onething template {base.slug}",
            )
        )
    return tuple(n for n in numbers if n is not None)
