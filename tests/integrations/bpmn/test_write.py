"""Every process as BPMN: sound structure, everything in its lane, and back again unchanged."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from lxml import etree

from flows.catalogue import processes
from integrations.bpmn.read import from_bpmn
from integrations.bpmn.staffing import Staffing
from integrations.bpmn.write import to_bpmn
from models.base import Language
from models.process import Process
from tests.integrations.bpmn.shapes import NS, boxes, labels, lines, parsed
from tests.simulations.strategies import processes as random_processes

NOBODY = Staffing()
ORDER = ["documentation", "extensionElements", "laneSet"]
FLOW_NODE = ["extensionElements", "incoming", "outgoing"]


def checked_picture(root: etree._Element) -> None:
    """Shapes in their lanes and apart, lines from shape to shape and through none."""
    shapes = boxes(root)
    lanes = {lane.get("id"): lane for lane in root.iter(f"{{{NS['bpmn']}}}lane")}
    placed: dict[str, str] = {}
    for name, lane in lanes.items():
        for reference in lane.iterfind("bpmn:flowNodeRef", NS):
            placed[reference.text] = name
    nodes = {name: box for name, box in shapes.items() if name in placed}
    assert set(shapes) - set(nodes) - set(lanes) == {root.find(".//bpmn:participant", NS).get("id")}
    for name, box in nodes.items():
        assert shapes[placed[name]].holds(box), name
    for first, second in combinations(nodes, 2):
        assert not nodes[first].overlaps(nodes[second]), (first, second)
    for first, second in combinations(lanes, 2):
        assert not shapes[first].overlaps(shapes[second])
    drawn = lines(root)
    for flow in root.iterfind("bpmn:process/bpmn:sequenceFlow", NS):
        way = drawn[flow.get("id")]
        ends = flow.get("sourceRef"), flow.get("targetRef")
        assert nodes[ends[0]].borders(way[0], 9.5), flow.get("id")
        assert nodes[ends[1]].borders(way[-1], 0), flow.get("id")
        for begin, end in pairwise(way):
            assert begin[0] == end[0] or begin[1] == end[1], flow.get("id")
            for name, box in nodes.items():
                assert name in ends or not box.crossed_by(begin, end), (flow.get("id"), name)


def checked_structure(root: etree._Element) -> None:
    """Identifiers once, references that lead somewhere, children in the schema's order."""
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert len(ids) == len(set(ids))
    assert [child.tag.rpartition("}")[2] for child in root] == [
        "collaboration",
        "process",
        "BPMNDiagram",
    ]
    process = root.find("bpmn:process", NS)
    head = [child.tag.rpartition("}")[2] for child in process][:3]
    assert [name for name in head if name in ORDER] == [n for n in ORDER if n in head]
    flows = {f.get("id"): f for f in root.iter(f"{{{NS['bpmn']}}}sequenceFlow")}
    for element in root.iter():
        children = [child.tag.rpartition("}")[2] for child in element]
        if "incoming" in children or "outgoing" in children:
            known = [FLOW_NODE.index(name) for name in children if name in FLOW_NODE]
            assert known == sorted(known)
            assert children.index("incoming" if "incoming" in children else "outgoing") == 0
        for name, side in (("incoming", "targetRef"), ("outgoing", "sourceRef")):
            for reference in element.iterfind(f"bpmn:{name}", NS):
                assert flows[reference.text].get(side) == element.get("id")
    referenced = {e.get("bpmnElement") for e in root.iter() if e.get("bpmnElement")}
    assert referenced <= set(ids)
    for entry in root.iter(f"{{{NS['qbp']}}}element", f"{{{NS['qbp']}}}sequenceFlow"):
        assert entry.get("elementId") in ids


@pytest.mark.parametrize("slug", processes())
def test_every_process_comes_back_as_it_went(slug: str) -> None:
    for variant in (processes()[slug], processes()[slug].reformed()):
        data = to_bpmn(variant, NOBODY)
        back = from_bpmn(data, "file.bpmn")
        assert back.process == variant
        assert back.notes == ()
        root = parsed(data)
        checked_structure(root)
        checked_picture(root)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_names_are_in_the_language_asked_for(language: Language) -> None:
    variant = processes()["company-opening"].reformed()
    data = to_bpmn(variant, NOBODY, language)
    tasks = {task.get("name") for task in parsed(data).iter(f"{{{NS['bpmn']}}}userTask")}
    assert {
        variant.step("invoices").name[language],
        variant.step("licence").name[language],
    } <= tasks
    assert from_bpmn(data, "file.bpmn").process == variant


@pytest.mark.parametrize("slug", ["company-opening", "joint-acceptance", "tax-incentive-match"])
def test_labels_of_nodes_cover_no_shape(slug: str) -> None:
    root = parsed(to_bpmn(processes()[slug], NOBODY))
    shapes = boxes(root)
    holders = {
        e.get("id") for e in root.iter(f"{{{NS['bpmn']}}}lane", f"{{{NS['bpmn']}}}participant")
    }
    for label, box in labels(root).items():
        for name, shape in shapes.items():
            assert name in holders or not box.overlaps(shape), (label, name)


@settings(max_examples=40, deadline=None)
@given(random_processes())
def test_any_process_comes_back_as_it_went(process: Process) -> None:
    data = to_bpmn(process, NOBODY)
    assert from_bpmn(data, "file.bpmn").process == process
    root = parsed(data)
    checked_structure(root)
    checked_picture(root)
