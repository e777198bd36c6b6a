"""From the elements of a file to a flat control flow; what cannot be kept is named.

Sub-processes are opened up, boundary events and event sub-processes left out, implicit starts,
ends and splits made explicit. Every departure from the file is a sentence in ``notes``.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from integrations.bpmn.elements import ACTIVITIES, CONTAINERS, Arrow, Drawn, Element
from models.said import Said, said

LOOPS = {
    "standardLoopCharacteristics": said("循环标记", "loop marker"),
    "multiInstanceLoopCharacteristics": said("多实例标记", "multi-instance marker"),
}


@dataclass
class Flat:
    """A flat diagram while it is being made."""

    elements: dict[str, Element]
    arrows: list[Arrow]
    notes: list[Said] = field(default_factory=list)

    def entering(self, name: str) -> list[Arrow]:
        """The arrows that lead to a node."""
        return [arrow for arrow in self.arrows if arrow.target == name]

    def leaving(self, name: str) -> list[Arrow]:
        """The arrows that lead from a node."""
        return [arrow for arrow in self.arrows if arrow.source == name]

    def join(self, source: str, target: str) -> None:
        """A new arrow."""
        self.arrows.append(Arrow(f"{source}..{target}", source, target))

    def drop(self, names: Iterable[str]) -> None:
        """Remove nodes with their arrows."""
        gone = set(names)
        self.elements = {n: e for n, e in self.elements.items() if n not in gone}
        self.arrows = [a for a in self.arrows if a.source not in gone and a.target not in gone]

    def note(self, chinese: str, english: str) -> None:
        """Say what is lost or read in a special way."""
        self.notes.append(said(chinese, english))


def flatten(drawn: Drawn) -> Flat:
    """The flat control flow of one process."""
    flat = Flat(dict(drawn.elements), list(drawn.arrows))
    flat.elements.pop("", None)
    _drop_dangling(flat)
    _drop_event_scopes(flat)
    for element in list(flat.elements.values()):
        if element.repeats:
            marker = LOOPS.get(element.repeats, said("重复标记", "repetition marker"))
            flat.note(
                f"“{element.label}”的{marker.zh}：只办理一次",
                f"{element.label!r}: {marker} read as once",
            )
    _open_containers(flat)
    _join_links(flat)
    _explicit_starts(flat)
    _tidy_edges(flat)
    _prune(flat)
    _explicit_ends(flat)
    _conditional_tasks(flat)
    return flat


def _drop_dangling(flat: Flat) -> None:
    for arrow in list(flat.arrows):
        missing = [n for n in (arrow.source, arrow.target) if n not in flat.elements]
        if missing:
            flat.arrows.remove(arrow)
            flat.note(
                f"连线“{arrow.id}”指向不存在的“{missing[0]}”，已忽略",
                f"flow {arrow.id!r} names {missing[0]!r}, which is not there; left out",
            )


def _drop_event_scopes(flat: Flat) -> None:
    for element in list(flat.elements.values()):
        if element.kind == "boundaryEvent":
            trigger = element.definition or "none"
            flat.note(
                f"边界事件“{element.label}”（{trigger}）及其后续不能表示，已略去",
                f"boundary event {element.label!r} ({trigger}) and what only it leads to: left out",
            )
            flat.drop([element.id])
        elif element.by_event and element.id in flat.elements:
            flat.note(
                f"事件子流程“{element.label}”不能表示，已略去",
                f"event sub-process {element.label!r}: left out",
            )
            flat.drop([element.id, *_inside(flat, element.id)])


def _inside(flat: Flat, container: str) -> set[str]:
    found, waiting = set[str](), [container]
    while waiting:
        name = waiting.pop()
        children = [e.id for e in flat.elements.values() if e.parent == name and e.id not in found]
        found.update(children)
        waiting += children
    return found


def _open_containers(flat: Flat) -> None:
    for container in [e for e in flat.elements.values() if e.kind in CONTAINERS]:
        children = [e for e in flat.elements.values() if e.parent == container.id]
        if not children:
            flat.elements[container.id] = replace(container, kind="task")
            continue
        if container.kind == "adHocSubProcess":
            flat.note(
                f"即席子流程“{container.label}”按其中的连线办理",
                f"ad-hoc sub-process {container.label!r}: read in the order of its flows",
            )
        _open(flat, container, children)


def _open(flat: Flat, container: Element, children: list[Element]) -> None:
    """Put a gateway where the sub-process begins and one where it ends."""
    starts = [c.id for c in children if not flat.entering(c.id)]
    ends = [c.id for c in children if not flat.leaving(c.id)]
    events = all(flat.elements[name].kind == "startEvent" for name in starts)
    exit_name = f"{container.id}..end"
    flat.arrows = [
        replace(arrow, source=exit_name) if arrow.source == container.id else arrow
        for arrow in flat.arrows
    ]
    flat.elements[container.id] = replace(
        container, kind="exclusiveGateway" if events else "parallelGateway", repeats=""
    )
    kind = "exclusiveGateway" if len(ends) < 2 else "inclusiveGateway"  # noqa: PLR2004 - one end or several
    flat.elements[exit_name] = Element(exit_name, kind, "", container.parent, container.lane)
    for name in starts:
        flat.join(container.id, name)
    for name in ends:
        flat.join(name, exit_name)
    for child in children:
        quiet = child.kind in {"startEvent", "endEvent"}
        kind = "intermediateThrowEvent" if quiet else child.kind
        lane = child.lane or container.lane
        flat.elements[child.id] = replace(
            child,
            kind=kind,
            definition="" if quiet else child.definition,
            parent=container.parent,
            lane=lane,
        )
        if quiet and child.definition:
            flat.note(
                f"子流程中事件“{child.label}”（{child.definition}）按普通事件处理",
                f"event {child.label!r} ({child.definition}) of a sub-process: read as a plain one",
            )


def _join_links(flat: Flat) -> None:
    links = [e for e in flat.elements.values() if e.definition == "link"]
    for throw in (e for e in links if e.kind == "intermediateThrowEvent"):
        for catch in (e for e in links if e.kind == "intermediateCatchEvent"):
            if catch.name == throw.name:
                flat.join(throw.id, catch.id)


def _explicit_starts(flat: Flat) -> None:
    starts = [e for e in flat.elements.values() if e.kind == "startEvent"]
    if len(starts) == 1:
        return
    sources = starts or [e for e in flat.elements.values() if not flat.entering(e.id)]
    flat.elements["..start"] = Element("..start", "startEvent", "", "")
    if starts:
        names = ", ".join(e.label for e in starts)
        flat.note(
            f"有{len(starts)}个开始事件（{names}），按机会均等的不同入口处理",
            f"{len(starts)} start events ({names}): read as entries of equal chance",
        )
        flat.elements["..entry"] = Element("..entry", "exclusiveGateway", "entry", "")
        flat.join("..start", "..entry")
    for source in sources:
        if starts:
            kind = "intermediateThrowEvent"
            flat.elements[source.id] = replace(source, kind=kind, definition="")
        flat.join("..entry" if starts else "..start", source.id)


def _tidy_edges(flat: Flat) -> None:
    """Nothing comes into the start and nothing leaves an end."""
    start = next(e for e in flat.elements.values() if e.kind == "startEvent")
    if flat.entering(start.id):
        flat.elements["..again"] = Element("..again", "exclusiveGateway", "", "", start.lane)
        flat.arrows = [
            replace(
                arrow,
                source="..again" if arrow.source == start.id else arrow.source,
                target="..again" if arrow.target == start.id else arrow.target,
            )
            for arrow in flat.arrows
        ]
        flat.join(start.id, "..again")
    for end in [e for e in flat.elements.values() if e.kind == "endEvent"]:
        for arrow in flat.leaving(end.id):
            flat.arrows.remove(arrow)
            flat.note(
                f"连线“{arrow.id}”从结束事件引出，已忽略",
                f"flow {arrow.id!r} leaves an end event; left out",
            )


def _prune(flat: Flat) -> None:
    start = next(e.id for e in flat.elements.values() if e.kind == "startEvent")
    following: dict[str, list[str]] = {name: [] for name in flat.elements}
    for arrow in flat.arrows:
        following[arrow.source].append(arrow.target)
    seen, waiting = {start}, [start]
    while waiting:
        new = set(following[waiting.pop()]) - seen
        seen |= new
        waiting += new
    lost = [e for e in flat.elements.values() if e.id not in seen]
    for element in lost:
        flat.note(
            f"从开始事件到不了“{element.label}”，已略去",
            f"no way leads from the start to {element.label!r}; left out",
        )
    flat.drop(e.id for e in lost)


def _explicit_ends(flat: Flat) -> None:
    leaving = {arrow.source for arrow in flat.arrows}
    for element in list(flat.elements.values()):
        if element.kind != "endEvent" and element.id not in leaving:
            name = f"{element.id}..end"
            flat.elements[name] = Element(name, "endEvent", "", "", element.lane)
            flat.join(element.id, name)


def _conditional_tasks(flat: Flat) -> None:
    """Conditions on flows that leave a task say the same as an inclusive gateway after it."""
    for element in list(flat.elements.values()):
        own = flat.leaving(element.id)
        if element.kind in ACTIVITIES and len(own) > 1 and any(a.condition for a in own):
            name = f"{element.id}..split"
            flat.elements[name] = Element(
                name, "inclusiveGateway", "", "", element.lane, default=element.default
            )
            flat.arrows = [
                replace(a, source=name) if a.source == element.id else a for a in flat.arrows
            ]
            flat.join(element.id, name)
