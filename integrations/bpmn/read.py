"""BPMN files read: our own come back as they were, others as a process or a token net."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from lxml import etree

from integrations.bpmn.document import parse, read_bytes
from integrations.bpmn.elements import ACTIVITIES, Drawn, Element, File, elements_of
from integrations.bpmn.flatten import Flat, flatten
from integrations.bpmn.guards import NotAProcessError
from integrations.bpmn.net import NO_DURATION, USUAL, times, token_net
from integrations.bpmn.own import contracted, differences, own_definition
from integrations.bpmn.qbp_read import Resource, Simulation, people_of, simulation_of
from integrations.bpmn.to_process import Conversion, Names, same
from models.base import Text
from models.distributions import Distribution
from models.errors import UnknownNameError
from models.plan.catalogue import department, department_named
from models.pool import Pool
from models.process import Process
from models.said import Said, in_chinese, said
from models.source import Source
from models.step import Step
from models.step_time import StepTime
from models.token_net import TokenNet

UNASSIGNED = "unassigned"
"""The owner of nodes that no lane, pool or resource names."""


@dataclass(frozen=True)
class Imported:
    """What a BPMN file says, and in ``notes`` what of it could not be kept.

    ``process`` is there if the diagram says exactly what one of our processes can say; ``net``
    always. ``times`` and ``owners`` are by node of the net, ``names`` by owner. ``pools`` and
    ``between_arrivals`` (seconds) come from the file's simulation data, as does ``people``: how
    many an unchanged diagram of ours states, by pool.
    """

    process: Process | None
    net: TokenNet | None
    notes: tuple[Said, ...] = ()
    times: Mapping[str, StepTime] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, Text] = field(default_factory=dict)
    pools: tuple[Pool, ...] = ()
    between_arrivals: Distribution | None = None
    people: Mapping[str, int] = field(default_factory=dict)


def read_bpmn(path: Path) -> Imported:
    """The model in a BPMN file; DocumentError or DefinitionError if there is none in it."""
    return from_bpmn(read_bytes(path), str(path))


def from_bpmn(data: bytes, where: str) -> Imported:
    """The model in the content of a BPMN file that comes from ``where``."""
    root = parse(data, where)
    file = elements_of(root, where)
    drawn, notes = chosen(file)
    own = own_definition(root, where)
    if own is None:
        return _Reading(root, file, drawn, notes, where).imported()
    process, language = own
    changed = differences(process, language, drawn)
    if not changed:
        return Imported(process=process, net=None, people=people_of(root))
    names = "；".join(in_chinese(one) for one in changed[:8]), "; ".join(changed[:8])
    notes.append(
        said(
            f"流程图在导出后被修改过（{names[0]}），按现在的图读取；时限和改革项不再适用，已略去",
            f"the diagram was changed after its export ({names[1]}) and is read as it stands; "
            "its limits and reforms no longer apply and are left out",
        )
    )
    drawn, known = contracted(process, language, drawn)
    return _Reading(root, file, drawn, notes, where, process, known).imported()


def chosen(file: File) -> tuple[Drawn, list[Said]]:
    """The process with the most activities; the others are named."""

    def weight(drawn: Drawn) -> int:
        return sum(element.kind in ACTIVITIES for element in drawn.elements.values())

    chosen = max(file.processes, key=lambda one: (weight(one), len(one.elements)))
    notes = []
    for other in file.processes:
        if other is not chosen:
            name = file.pools.get(other.id) or other.name or other.id
            notes.append(
                said(f"另一个流程“{name}”未读", f"another process of the file, {name!r}: not read")
            )
    if file.messages:
        notes.append(
            said(
                f"{file.messages}条消息流未读：各参与方之间不互相等待",
                f"message flows not read: {file.messages}; participants do not wait for each other",
            )
        )
    notes += [
        said(f"{count}个 {kind} 与用时无关，未读", f"no bearing on time, not read: {count} {kind}")
        for kind, count in sorted(file.ignored.items())
    ]
    return chosen, notes


class _Reading:
    """One process of a file on its way to a model."""

    def __init__(
        self,
        root: etree._Element,
        file: File,
        drawn: Drawn,
        notes: list[Said],
        where: str,
        definition: Process | None = None,
        known: Mapping[str, Step] | None = None,
    ) -> None:
        self.drawn = drawn
        self.notes = notes
        self.definition = definition
        self.known = known or {}
        stem = Path(where).stem or "model"
        self.name = file.pools.get(drawn.id) or drawn.name or stem
        self.slug = definition.slug if definition else Names().slug(stem, "imported")
        self.source = Source(kind="data", note=f"BPMN: {Path(where).name or where}"[:200])
        self.flat: Flat = flatten(drawn)
        self.simulation: Simulation = simulation_of(root)
        if definition is not None:  # what our own files say there, the steps know better
            self.simulation = replace(self.simulation, resources={}, staff={})
        self.net = token_net(self.flat, drawn.id, self.simulation, where)
        self.units = _Units()
        self.fallback = file.pools.get(drawn.id) or ""

    def imported(self) -> Imported:
        """The model with everything that belongs to it."""
        resources = self.simulation.resources
        slugs = {name: self.units.slug(one.name) for name, one in resources.items()}
        staff = {task: slugs[name] for task, name in self.simulation.staff.items() if name in slugs}
        owners = {e.id: self._owner(e, staff) for e in self.flat.elements.values()}
        found = times(self.flat, self.simulation, self.source, staff)
        found |= {node: step.time for node, step in self.known.items()}
        assumed_tasks = sum(
            time.duration.source == NO_DURATION and self.flat.elements[node].kind in ACTIVITIES
            for node, time in found.items()
        )
        if assumed_tasks:
            self.flat.note(
                f"{assumed_tasks}个环节没有写明用时，"
                f"按{USUAL.mean_seconds / 60:.0f}分钟左右估计（假设）",
                f"tasks that state no duration: {assumed_tasks}; about "
                f"{USUAL.mean_seconds / 60:.0f} minutes assumed",
            )
        process = self._process(found, owners)
        return Imported(
            process=process,
            net=self.net,
            notes=(*self.notes, *self.simulation.notes, *self.flat.notes),
            times=found,
            owners=owners,
            names=self.units.names,
            pools=tuple(_pool(slugs[name], one, self.source) for name, one in resources.items()),
            between_arrivals=self.simulation.between_arrivals,
        )

    def _owner(self, element: Element, staff: Mapping[str, str]) -> str:
        if element.id in self.known and not element.lane:
            return self.known[element.id].owner
        name = element.lane or self.fallback
        if name:
            return self.units.slug(name)
        return staff.get(element.id, UNASSIGNED)

    def _process(self, found: Mapping[str, StepTime], owners: Mapping[str, str]) -> Process | None:
        attributes = self.definition.attributes if self.definition else ()
        try:
            conversion = Conversion(self.net, found, owners.__getitem__, self.source, self.known)
            return conversion.process(self.slug, self.name, attributes)
        except NotAProcessError as error:
            self.flat.note(
                f"不能写成一件事流程（{in_chinese(error.reason)}），按通用流程图运行",
                f"it cannot be written as a process of steps ({error.reason}) and is kept as a "
                "general diagram",
            )
            return None


class _Units:
    """Owners by name: departments of the plan where they are meant, else new ones."""

    def __init__(self) -> None:
        self.names: dict[str, Text] = {UNASSIGNED: Text(zh="未指定", en="Unassigned")}
        self._slugs: dict[str, str] = {}
        self._fresh = Names([UNASSIGNED])

    def slug(self, name: str) -> str:
        """The slug of the unit of that name."""
        if name not in self._slugs:
            self._slugs[name] = self._found(name)
        return self._slugs[name]

    def _found(self, name: str) -> str:
        for look_up in (department_named, department):
            try:
                known = look_up(name)
            except UnknownNameError:
                continue
            self.names[known.slug] = known.name
            return known.slug
        slug = self._fresh.slug(name, "unit")
        self.names[slug] = same(name)
        return slug


def _pool(slug: str, resource: Resource, source: Source) -> Pool:
    return Pool(
        slug=slug,
        name=same(resource.name),
        department=slug,
        shifts=(resource.shift,),
        source=source,
    )
