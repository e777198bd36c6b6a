"""``onething bpmn``: a process as a BPMN 2.0 diagram."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from workbench.options import Lang, Language


def bpmn(
    process: Annotated[str, typer.Argument(help="流程代号或定义文件 / process or file")],
    *,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", help="写到此文件 / file to write")
    ] = None,
    as_is: Annotated[
        bool, typer.Option("--as-is/--to-be", help="改革前/改革后 / before or after the reforms")
    ] = False,
    reforms: Annotated[
        str | None, typer.Option(help="只实施这些改革项 / apply these plan items only, e.g. 5,7")
    ] = None,
    cases: Annotated[
        int, typer.Option(min=1, help="仿真数据中的办件数 / cases in the simulation data")
    ] = 1_000,
    lang: Language = Lang.ZH,
) -> None:
    """导出BPMN 2.0流程图 / Write a process as a BPMN 2.0 diagram."""
    from integrations.bpmn.staffing import Staffing
    from integrations.bpmn.write import to_bpmn
    from integrations.documents import write_bytes
    from workbench import defaults
    from workbench.names import item_numbers, named_process, unit_name

    named = named_process(process)
    items = item_numbers("--reforms", reforms) if reforms is not None else () if as_is else None
    variant = defaults.variant(named, items)
    used = {step.pool for step in variant.steps}
    staffing = Staffing(
        pools=tuple(pool for pool in defaults.own_staff([named]) if pool.slug in used),
        arrivals=defaults.arrivals(variant),
        cases=cases,
        start=f"{defaults.START}T09:00:00.000+08:00",
        names={owner: unit_name(owner) for owner in variant.owners},
    )
    data = to_bpmn(variant, staffing, lang.value)
    if output is None:
        sys.stdout.write(data.decode("utf-8"))
        return
    write_bytes(output, data)
    written = "流程图已写入" if lang is Lang.ZH else "Diagram written to"
    sys.stderr.write(f"{written} {output}\n")
