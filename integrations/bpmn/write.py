"""BPMN files of our processes, with lanes, coordinates, simulation data and the definition."""

import json

from lxml import etree

from integrations.bpmn.diagram import Flow, Fragment, Node, NodeKind
from integrations.bpmn.draw import draw
from integrations.bpmn.expressions import feel
from integrations.bpmn.layout import Box, Layout, layout
from integrations.bpmn.names import FEEL, PREFIXES, tag
from integrations.bpmn.qbp_write import process_duration, simulation_info
from integrations.bpmn.staffing import Staffing
from models.base import Language
from models.process import Process

VERSION = "1"
ELEMENTS: dict[NodeKind, str] = {
    "start": "startEvent",
    "end": "endEvent",
    "timer": "intermediateCatchEvent",
    "user": "userTask",
    "service": "serviceTask",
    "manual": "manualTask",
    "exclusive": "exclusiveGateway",
    "parallel": "parallelGateway",
    "subprocess": "subProcess",
}


def to_bpmn(process: Process, staffing: Staffing, language: Language = "zh") -> bytes:
    """The process as a BPMN 2.0 file (UTF-8).

    Names and labels are in ``language``. The whole definition is kept in our own namespace, so
    that reading the file gives the same process; durations, staff and arrivals are given in the
    qbp namespace too.
    """
    return _Writer(process, staffing, language).file()


class _Writer:
    def __init__(self, process: Process, staffing: Staffing, language: Language) -> None:
        self.process = process
        self.staffing = staffing
        self.language = language
        self.drawn = draw(process, language)
        self.places = layout(self.drawn)
        self.id = f"process_{process.slug}"

    def file(self) -> bytes:
        """All of it."""
        root = etree.Element(
            tag("bpmn", "definitions"),
            nsmap=PREFIXES,
            id=f"definitions_{self.process.slug}",
            name=self.process.name[self.language],
            targetNamespace=PREFIXES["onething"],
            expressionLanguage=FEEL,
            exporter="onething",
            exporterVersion=VERSION,
        )
        collaboration = _add(root, "bpmn", "collaboration", id=f"collaboration_{self.process.slug}")
        _add(
            collaboration,
            "bpmn",
            "participant",
            id=f"pool_{self.process.slug}",
            name=self.process.name[self.language],
            processRef=self.id,
        )
        self._process(root)
        self._diagram(root, collaboration.get("id"))
        etree.indent(root)
        return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))

    def _process(self, root: etree._Element) -> None:
        element = _add(
            root,
            "bpmn",
            "process",
            id=self.id,
            name=self.process.name[self.language],
            isExecutable="false",
        )
        if self.process.notes is not None:
            _add(element, "bpmn", "documentation").text = self.process.notes[self.language]
        extension = _add(element, "bpmn", "extensionElements")
        extension.append(simulation_info(self.process, self.drawn, self.staffing, self.language))
        own = _add(extension, "onething", "definition", version=VERSION, language=self.language)
        own.text = json.dumps(self.process.model_dump(mode="json"), ensure_ascii=False)
        lanes = _add(element, "bpmn", "laneSet", id=f"lanes_{self.process.slug}")
        for owner in self.places.lanes:
            name = self.staffing.name(owner)[self.language]
            lane = _add(lanes, "bpmn", "lane", id=f"lane_{owner}", name=name)
            for node in self.drawn.nodes:
                if node.owner == owner:
                    _add(lane, "bpmn", "flowNodeRef").text = node.id
        self._content(element, self.drawn)

    def _content(self, parent: etree._Element, fragment: Fragment) -> None:
        for node in fragment.nodes:
            self._node(parent, node, fragment)
        for flow in fragment.flows:
            self._flow(parent, flow)

    def _node(self, parent: etree._Element, node: Node, fragment: Fragment) -> None:
        element = _add(parent, "bpmn", ELEMENTS[node.kind], id=node.id)
        if node.name:
            element.set("name", node.name)
        arriving = [flow for flow in fragment.flows if flow.target == node.id]
        leaving = [flow for flow in fragment.flows if flow.source == node.id]
        if node.kind in {"exclusive", "parallel"}:
            element.set("gatewayDirection", "Diverging" if len(leaving) > 1 else "Converging")
        for flow in leaving:
            if flow.default:
                element.set("default", flow.id)
        for name, flows in (("incoming", arriving), ("outgoing", leaving)):
            for flow in flows:
                _add(element, "bpmn", name).text = flow.id
        if node.kind == "timer":
            self._timer(element, node)
        if node.kind == "subprocess":
            self._content(element, fragment.inside[node.id])

    def _timer(self, element: etree._Element, node: Node) -> None:
        timer = _add(element, "bpmn", "timerEventDefinition", id=f"timer_{node.id}")
        duration = process_duration(self.process, node)
        if duration is not None:
            written = _add(timer, "bpmn", "timeDuration", id=f"duration_{node.id}")
            written.set(tag("xsi", "type"), "bpmn:tFormalExpression")
            written.text = f"PT{max(1, round(duration.mean_seconds))}S"

    def _flow(self, parent: etree._Element, flow: Flow) -> None:
        element = _add(
            parent,
            "bpmn",
            "sequenceFlow",
            id=flow.id,
            sourceRef=flow.source,
            targetRef=flow.target,
        )
        if flow.name:
            element.set("name", flow.name)
        expression = feel(flow.when) if flow.when is not None else ""
        if expression:
            condition = _add(element, "bpmn", "conditionExpression")
            condition.set(tag("xsi", "type"), "bpmn:tFormalExpression")
            condition.text = expression

    def _diagram(self, root: etree._Element, plane_of: str | None) -> None:
        slug = self.process.slug
        diagram = _add(root, "bpmndi", "BPMNDiagram", id=f"diagram_{slug}")
        plane = _add(
            diagram, "bpmndi", "BPMNPlane", id=f"plane_{slug}", bpmnElement=plane_of or self.id
        )
        _shape(plane, f"pool_{slug}", self.places.pool, isHorizontal="true")
        for owner, lane in self.places.lanes.items():
            _shape(plane, f"lane_{owner}", lane, isHorizontal="true")
        for node in self.drawn.nodes:
            more = {"isMarkerVisible": "true"} if node.kind == "exclusive" else {}
            more |= {"isExpanded": "false"} if node.kind == "subprocess" else {}
            shape = _shape(plane, node.id, self.places.shapes[node.id], **more)
            _label(shape, self.places, node.id)
        for flow in self.drawn.flows:
            edge = _add(plane, "bpmndi", "BPMNEdge", id=f"{flow.id}_di", bpmnElement=flow.id)
            for x, y in self.places.lines[flow.id]:
                _add(edge, "di", "waypoint", x=f"{x:g}", y=f"{y:g}")
            _label(edge, self.places, flow.id)


def _add(parent: etree._Element, prefix: str, name: str, /, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, tag(prefix, name), attributes)


def _shape(plane: etree._Element, of: str, box: Box, **attributes: str) -> etree._Element:
    shape = _add(plane, "bpmndi", "BPMNShape", id=f"{of}_di", bpmnElement=of, **attributes)
    _bounds(shape, box)
    return shape


def _bounds(parent: etree._Element, box: Box) -> None:
    sizes = {"x": box.x, "y": box.y, "width": box.width, "height": box.height}
    _add(parent, "dc", "Bounds", **{name: f"{value:g}" for name, value in sizes.items()})


def _label(parent: etree._Element, places: Layout, of: str) -> None:
    if of in places.labels:
        _bounds(_add(parent, "bpmndi", "BPMNLabel"), places.labels[of])
