"""Forms in Excel: ``onething template`` writes one, ``--scenario filled.xlsx`` reads it."""

from pathlib import Path

from rich.console import Console

from integrations.documents import write_bytes
from integrations.workbook import FilledSheet, read_workbook
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
    sheets = read_workbook(path)
    items = _checked_form(path, sheets, base)
    source = assumed(f"填报表 {path.name} (the form {path.name})")
    found = changes(sheets, _scenario(base, items), source, str(path))
    return found.changed(reforms=items)


def _scenario(base: Process, items: tuple[int, ...] | None) -> Scenario:
    process = defaults.variant(base, items)
    return defaults.scenario(base.slug, [process], defaults.own_staff([base]))


def _checked_form(path: Path, sheets: dict[str, FilledSheet], base: Process) -> tuple[int, ...]:
    """The plan items that the form was written with; refuses another process's form."""
    about = list(sheets["about"].letters) if "about" in sheets else []
    slug, items = (*about[1:3], "", "")[:2]
    if slug != base.slug:
        raise DocumentError(
            said(
                f"{path}：这不是 {base.slug} 的填报表；请用 onething template {base.slug} 重新生成",
                f"{path}: this is no form for {base.slug}; make one by onething template "
                f"{base.slug}",
            )
        )
    numbers = [whole_number(item) for item in items.split(",") if item.strip()]
    known = {reform.item for reform in base.reforms}
    if set(numbers) - known:
        raise DocumentError(
            said(
                f"{path}：首页隐藏的第3行写有 {base.slug} 没有的改革项；"
                f"请用 onething template {base.slug} 重新生成",
                f"{path}: the hidden row 3 of the first sheet names plan items that {base.slug} "
                f"does not have; make a form by onething template {base.slug}",
            )
        )
    return tuple(n for n in numbers if n is not None)
