"""Our own definition in a BPMN file, and whether the diagram still is the one drawn from it."""

import json
from dataclasses import replace

from lxml import etree

from integrations.bpmn.diagram import Block, Fragment
from integrations.bpmn.draw import draw
from integrations.bpmn.elements import Arrow, Drawn
from integrations.bpmn.names import tag
from integrations.bpmn.write import ELEMENTS, VERSION
from integrations.documents import checked
from models.errors import DocumentError
from models.process import Process
from models.said import Said, said
from models.step import Step

EDGES = frozenset({"start", "end"})


def own_definition(root: etree._Element, where: str) -> tuple[Process, str] | None:
    """The process that the file keeps in our namespace, and its language; None without one.

    Raises DocumentError if it is damaged or of a later version.
    """
    element = next(root.iter(tag("onething", "definition")), None)
    if element is None:
        return None
    if element.get("version") != VERSION:
        raise DocumentError(
            said(
                f"{where}：流程定义是第{element.get('version')}版，本程序只认第{VERSION}版；请升级",
                f"{where}: its definition is of version {element.get('version')}, and this "
                f"program reads version {VERSION}; update it",
            )
        )
    try:
        values = json.loads(element.text or "")
    except (ValueError, RecursionError):
        values = None
    if not isinstance(values, dict):
        raise DocumentError(
            said(
                f"{where}：onething:definition 已损坏，请删除它或重新导出",
                f"{where}: onething:definition is damaged; remove it or export the file again",
            )
        )
    process = checked(values, Process, f"{where} onething:definition")
    return process, "en" if element.get("language") == "en" else "zh"


def differences(process: Process, language: str, drawn: Drawn) -> list[Said]:
    """What has been changed in the diagram since it was drawn; empty if nothing."""
    fragment = draw(process, language)
    then = {
        node.id: (ELEMENTS[node.kind], " ".join(node.name.split()))
        for node in fragment.every_node()
    }
    now = {one.id: (one.kind, one.name) for one in drawn.elements.values()}
    changed: list[Said] = []
    for name in sorted(then.keys() | now.keys()):
        if then.get(name) != now.get(name):
            label = (now.get(name) or then[name])[1] or name
            what = _change(name in then, name in now)
            changed.append(said(f"“{label}”{what.zh}", f"{label!r} {what}"))
    flows = {(flow.source, flow.target) for flow in fragment.every_flow()}
    arrows = {(arrow.source, arrow.target) for arrow in drawn.arrows}
    if flows != arrows:
        count = len(flows ^ arrows)
        changed.append(said(f"{count}条连线不同", f"{count} flows differ"))
    lanes = {
        (node.owner, drawn.elements[node.id].lane) for node in fragment.nodes if node.id in now
    }
    owners, found = {owner for owner, _ in lanes}, {lane for _, lane in lanes}
    if not len(lanes) == len(owners) == len(found):
        changed.append(said("有环节换了泳道", "nodes stand in other lanes"))
    return changed


def _change(was: bool, is_now: bool) -> Said:
    if not is_now:
        return said("已删除", "was removed")
    return said("已修改", "was changed") if was else said("是新增的", "is new")


def contracted(process: Process, language: str, drawn: Drawn) -> tuple[Drawn, dict[str, Step]]:
    """The diagram with each untouched block as one task, and the steps of these tasks.

    Gateways, timers and loops of a block say what the step's condition, visit and correction say;
    where the block is as it was drawn, the step is read in their place.
    """
    fragment = draw(process, language)
    arrows = {(arrow.source, arrow.target) for arrow in drawn.arrows}
    loops = {(f"correction_{first}", f"merge_{last}") for first, last in fragment.back}
    whole = {b.slug: b for b in fragment.blocks if _untouched(b, fragment, drawn, arrows, loops)}
    steps = {f"step_{slug}": process.step(slug) for slug in whole if slug in process.after}
    first = {block.row[0].id: block for block in whole.values()}
    last = {block.row[-1].id: block for block in whole.values()}
    place = {node.id: block for block in whole.values() for node in (*block.row, *block.below)}
    kept: list[Arrow] = []
    for arrow in drawn.arrows:
        begin, end = place.get(arrow.source), place.get(arrow.target)
        if (arrow.source, arrow.target) in loops and begin and end:
            continue
        if begin is not None and begin is end and arrow.source not in last:
            continue
        source = _stand_in(last[arrow.source]) if arrow.source in last else arrow.source
        target = _stand_in(first[arrow.target]) if arrow.target in first else arrow.target
        kept.append(replace(arrow, source=source, target=target))
    gone = place.keys() - {_stand_in(block) for block in whole.values()}
    gone |= {e.id for e in drawn.elements.values() if e.parent in gone}
    elements = {
        e.id: replace(e, kind="task", definition="") if e.id in steps else e
        for e in drawn.elements.values()
        if e.id not in gone
    }
    kept = [a for a in kept if a.source in elements and a.target in elements]
    return replace(drawn, elements=elements, arrows=tuple(kept)), steps


def _stand_in(block: Block) -> str:
    """The node that stands for the whole block."""
    node = block.node("step")
    return node.id if node is not None else next(n.id for n in block.row if n.kind in EDGES)


def _untouched(
    block: Block,
    fragment: Fragment,
    drawn: Drawn,
    arrows: set[tuple[str, str]],
    loops: set[tuple[str, str]],
) -> bool:
    """Whether all nodes and flows of the block are there and no other flow leads into it."""
    own = {node.id for node in (*block.row, *block.below)}
    if not own <= drawn.elements.keys():
        return False
    inner = {(f.source, f.target) for f in fragment.flows if {f.source, f.target} <= own}
    looping = {pair for pair in loops if own & set(pair)}
    first, last = block.row[0].id, block.row[-1].id
    entering = {pair for pair in arrows if pair[1] in own - {first} and pair[0] not in own}
    leaving = {pair for pair in arrows if pair[0] in own - {last} and pair[1] not in own}
    within = {pair for pair in arrows if set(pair) <= own}
    return within == inner and entering | leaving <= looping <= arrows
