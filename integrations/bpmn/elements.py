"""The elements of a BPMN file as they stand, before anything is made of them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from integrations.bpmn.names import BPMN, tag
from models.errors import DocumentError
from models.said import said

ACTIVITIES = frozenset(
    [
        "task",
        "userTask",
        "serviceTask",
        "manualTask",
        "scriptTask",
        "businessRuleTask",
        "sendTask",
        "receiveTask",
        "callActivity",
    ]
)
CONTAINERS = frozenset({"subProcess", "transaction", "adHocSubProcess"})
GATEWAYS = frozenset(
    [
        "exclusiveGateway",
        "parallelGateway",
        "inclusiveGateway",
        "eventBasedGateway",
        "complexGateway",
    ]
)
EVENTS = frozenset(
    ["startEvent", "endEvent", "intermediateCatchEvent", "intermediateThrowEvent", "boundaryEvent"]
)
FLOW_NODES = ACTIVITIES | CONTAINERS | GATEWAYS | EVENTS
WITHOUT_TIME = frozenset(
    [
        "dataObject",
        "dataObjectReference",
        "dataStoreReference",
        "association",
        "textAnnotation",
        "group",
        "dataInputAssociation",
        "dataOutputAssociation",
    ]
)
LONGEST = 400
"""Characters of a name; what is longer is cut."""


@dataclass(frozen=True)
class Element:
    """A flow node: its kind is the local name of its tag."""

    id: str
    kind: str
    name: str
    parent: str
    lane: str = ""
    definition: str = ""
    """What triggers an event: ``timer``, ``message``, ``link``, ``terminate``, ..."""
    timer: str = ""
    attached: str = ""
    default: str = ""
    repeats: str = ""
    """``standardLoopCharacteristics`` or ``multiInstanceLoopCharacteristics``."""
    by_event: bool = False

    @property
    def label(self) -> str:
        """What people call it."""
        return self.name or self.id


@dataclass(frozen=True)
class Arrow:
    """A sequence flow."""

    id: str
    source: str
    target: str
    name: str = ""
    condition: str = ""


@dataclass(frozen=True)
class Drawn:
    """One process of a file."""

    id: str
    name: str
    elements: dict[str, Element]
    arrows: tuple[Arrow, ...]


@dataclass(frozen=True)
class File:
    """What a file holds.

    ``pools`` are names of participants by process, ``messages`` a count, and ``ignored`` counts
    what has no bearing on time, by tag.
    """

    processes: tuple[Drawn, ...]
    pools: dict[str, str]
    messages: int
    ignored: dict[str, int] = field(default_factory=dict)


def elements_of(root: etree._Element, where: str) -> File:
    """All processes of a file; DocumentError without any, or with ids missing or used twice."""
    _refuse_nameless(root, where)
    found = tuple(_process(element) for element in root.findall(tag("bpmn", "process")))
    identifiers = [name for one in found for name in one.elements]
    ids = [name for one in found for name in _ids(root, one.id)]
    twice = (
        sorted({name for name in ids if ids.count(name) > 1}) if len(ids) != len(set(ids)) else []
    )
    if twice:
        names = ", ".join(twice[:5])
        raise DocumentError(
            said(
                f"{where}：重复的 id：{names}，请改正",
                f"{where}: ids appear twice: {names}; rename",
            )
        )
    if not identifiers:
        raise DocumentError(
            said(
                f"{where}：没有流程（process），或其中没有任何环节",
                f"{where}: it holds no process, or an empty one",
            )
        )
    participants = root.iterfind(f"{tag('bpmn', 'collaboration')}/{tag('bpmn', 'participant')}")
    pools = {_local(p.get("processRef") or ""): _text(p.get("name")) for p in participants}
    messages = sum(1 for _ in root.iter(tag("bpmn", "messageFlow")))
    ignored = Counter(name for name in map(_name, root.iter()) if name in WITHOUT_TIME)
    return File(found, pools, messages, dict(ignored))


def _refuse_nameless(root: etree._Element, where: str) -> None:
    """No flow can lead to an element without an id: it would be lost without a word."""
    found = [
        f"{_name(element)} {_text(element.get('name'))}".rstrip()
        for element in root.iter()
        if _name(element) in FLOW_NODES and not element.get("id")
    ]
    if found:
        names = ", ".join(found[:5])
        raise DocumentError(
            said(
                f"{where}：没有 id 的元素：{names}；连线无法指向它们，请补上 id",
                f"{where}: elements without an id: {names}; no flow can lead to them, give them "
                "one",
            )
        )


def _ids(root: etree._Element, process: str) -> Iterator[str]:
    for element in root.findall(tag("bpmn", "process")):
        if (element.get("id") or "") == process:
            for inner in element.iter():
                if _name(inner) in FLOW_NODES | {"sequenceFlow"} and inner.get("id"):
                    yield inner.get("id") or ""


def _process(process: etree._Element) -> Drawn:
    elements: dict[str, Element] = {}
    arrows: list[Arrow] = []
    for element, parent in _walk(process, ""):
        name = _name(element)
        if name in FLOW_NODES:
            one = _element(element, name, parent)
            elements[one.id] = one
        elif name == "sequenceFlow":
            arrows.append(_arrow(element, f"flow-{len(arrows) + 1}"))
    for reference, lane in _lanes(process):
        if reference in elements:
            elements[reference] = replace(elements[reference], lane=lane)
    return Drawn(process.get("id") or "", _text(process.get("name")), elements, tuple(arrows))


def _walk(parent: etree._Element, inside: str) -> Iterator[tuple[etree._Element, str]]:
    """The elements of a process and the sub-process that each is in, outermost first."""
    waiting = [(parent, inside)]
    while waiting:
        container, place = waiting.pop()
        for element in container:
            yield element, place
            if _name(element) in CONTAINERS:
                waiting.append((element, element.get("id") or ""))


def _lanes(process: etree._Element) -> Iterator[tuple[str, str]]:
    """Flow nodes and the name of the innermost lane that holds them."""
    for lane in process.iter(tag("bpmn", "lane")):
        name = _text(lane.get("name")) or lane.get("id") or ""
        for reference in lane.findall(tag("bpmn", "flowNodeRef")):
            yield _local((reference.text or "").strip()), name


def _element(element: etree._Element, kind: str, parent: str) -> Element:
    children = [_name(child) for child in element]
    definitions = [name for name in children if name.endswith("EventDefinition")]
    repeats = [name for name in children if name.endswith("LoopCharacteristics")]
    timer = element.find(tag("bpmn", "timerEventDefinition"))
    written = "" if timer is None else "".join(str(text) for text in timer.itertext()).strip()
    return Element(
        id=element.get("id") or "",
        kind=kind,
        name=_text(element.get("name")),
        parent=parent,
        definition=definitions[0].removesuffix("EventDefinition") if definitions else "",
        timer=written[:LONGEST],
        attached=_local(element.get("attachedToRef") or ""),
        default=_local(element.get("default") or ""),
        repeats=repeats[0] if repeats else "",
        by_event=element.get("triggeredByEvent") in {"true", "1"},
    )


def _arrow(element: etree._Element, fallback: str) -> Arrow:
    condition = element.find(tag("bpmn", "conditionExpression"))
    return Arrow(
        id=element.get("id") or fallback,
        source=_local(element.get("sourceRef") or ""),
        target=_local(element.get("targetRef") or ""),
        name=_text(element.get("name")),
        condition="" if condition is None else (condition.text or "").strip()[:LONGEST],
    )


def _name(element: etree._Element) -> str:
    """The local name of a BPMN element; empty for elements of other namespaces."""
    full = element.tag
    if not isinstance(full, str) or not full.startswith(f"{{{BPMN}}}"):
        return ""
    return full.rpartition("}")[2]


def _local(reference: str) -> str:
    """A reference without its prefix: some tools write ``tns:Task_1``."""
    return reference.rpartition(":")[2]


def _text(name: str | None) -> str:
    return " ".join((name or "").split())[:LONGEST]
