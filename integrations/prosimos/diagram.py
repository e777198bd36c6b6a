"""The control flow of a BPMN file as Prosimos understands it, as a token net."""

from pathlib import Path

from lxml import etree

from integrations.documents import checked
from models.errors import DocumentError
from models.said import said
from models.token_net import NodeKind, TokenNet

LARGEST = 20_000_000
KINDS: dict[str, NodeKind] = {
    "startEvent": "start",
    "endEvent": "end",
    "task": "task",
    "userTask": "task",
    "manualTask": "task",
    "serviceTask": "task",
    "scriptTask": "task",
    "sendTask": "task",
    "receiveTask": "task",
    "businessRuleTask": "task",
    "exclusiveGateway": "exclusive",
    "parallelGateway": "parallel",
    "inclusiveGateway": "inclusive",
    "eventBasedGateway": "events",
    "intermediateCatchEvent": "event",
    "intermediateThrowEvent": "event",
}
MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
IGNORED = frozenset(
    {
        "sequenceFlow",
        "laneSet",
        "extensionElements",
        "documentation",
        "dataObject",
        "ioSpecification",
    }
    | {"dataObjectReference", "dataStoreReference", "textAnnotation", "association", "group"}
    | {"property", "incoming", "outgoing", "auditing", "monitoring"}
)


def read_diagram(path: Path) -> TokenNet:
    """The net of a BPMN file. Raises DocumentError, or DefinitionError if it cannot be walked."""
    try:
        if path.stat().st_size > LARGEST:
            raise DocumentError(
                said(f"{path}：文件过大，不是流程图", f"{path}: too large to be a diagram")
            )
        data = path.read_bytes()
    except OSError as error:
        raise DocumentError(
            said(f"{path}：无法读取（{error}）", f"{path}: cannot be read ({error})")
        ) from None
    return parse_diagram(data, str(path))


def parse_diagram(data: bytes, where: str) -> TokenNet:
    """The net in a BPMN text, as ``read_diagram``."""
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise DocumentError(
            said(f"{where}：不接受 DTD 和实体", f"{where}: DTDs and entities are not accepted")
        )
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise DocumentError(
            said(f"{where}：不是XML（{error}）", f"{where}: this is not XML ({error})")
        ) from None
    found = [process for process in root.iter(f"{MODEL}process") if len(process)]
    if len(found) != 1:
        raise DocumentError(
            said(
                f"{where}：须恰有一个流程，现有{len(found)}个",
                f"{where}: there must be one process, not {len(found)}",
            )
        )
    return _net(found[0], where)


def _net(process: etree._Element, where: str) -> TokenNet:
    strange = [
        f"{str(element.tag).removeprefix(MODEL)} {element.get('id')}"
        for element in process
        if isinstance(element.tag, str)
        and str(element.tag).removeprefix(MODEL) not in {*KINDS, *IGNORED}
    ]
    if strange:
        raise DocumentError(
            said(
                f"{where}：尚不能仿真 {', '.join(strange)}",
                f"{where}: these cannot be run: {', '.join(strange)}",
            )
        )
    name = process.get("id") or "process"
    values = {"id": name, "nodes": _nodes(process), "flows": _flows(process)}
    return checked(values, TokenNet, where)


def _nodes(process: etree._Element) -> list[dict[str, object]]:
    lanes = {
        (reference.text or "").strip(): lane.get("name") or lane.get("id") or ""
        for lane in process.iter(f"{MODEL}lane")
        for reference in lane.iter(f"{MODEL}flowNodeRef")
    }
    nodes: list[dict[str, object]] = []
    for element in process:
        kind = str(element.tag).removeprefix(MODEL)
        if kind in KINDS:
            ends = element.find(f"{MODEL}terminateEventDefinition") is not None
            nodes.append(
                {
                    "id": element.get("id"),
                    "kind": "terminate" if kind == "endEvent" and ends else KINDS[kind],
                    "name": element.get("name") or "",
                    "owner": lanes.get(element.get("id") or "", ""),
                }
            )
    return nodes


def _flows(process: etree._Element) -> list[dict[str, object]]:
    defaults = {element.get("default") for element in process}
    return [
        {
            "id": flow.get("id"),
            "source": flow.get("sourceRef"),
            "target": flow.get("targetRef"),
            "name": flow.get("name") or "",
            "default": flow.get("id") in defaults,
        }
        for flow in process.iter(f"{MODEL}sequenceFlow")
    ]
