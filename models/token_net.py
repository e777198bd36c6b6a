"""A token net: the control flow of a BPMN 2.0 diagram, with loops and all gateways.

A token is born at the start and moves along flows. A task or event takes one token and gives one to
each outgoing flow when it is done. An exclusive gateway passes each token on to one flow, a
parallel gateway waits for a token on every incoming flow and gives one to every outgoing flow, an
event gateway waits for the first of its events. An inclusive gateway gives a token to every flow
that is chosen, and as a join waits as long as a token that is elsewhere can still come to one of
its empty incoming flows (BPMN 2.0.2, section 13.4.3: such a token does not count if it can as well
come to an incoming flow that already has one). A case is over when it has no tokens left.

Loops are bounded: see ``TokenNet.most_visits``.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Model
from models.errors import DefinitionError, UnknownNameError
from models.said import said

NodeKind = Literal[
    "start", "end", "terminate", "task", "event", "exclusive", "parallel", "inclusive", "events"
]
"""``terminate`` ends the whole case, ``end`` one token; ``event`` is an intermediate event such as
a timer; ``events`` is the event-based gateway."""

GATEWAYS: frozenset[NodeKind] = frozenset({"exclusive", "parallel", "inclusive", "events"})
ENDS: frozenset[NodeKind] = frozenset({"end", "terminate"})

Identifier = Annotated[str, Field(min_length=1, max_length=256)]
"""An id as foreign diagrams bear it, e.g. ``Activity_0x1``."""


class Node(Model):
    """A node of the net; ``owner`` is the lane (empty: none).

    ``lasts``: seconds that the diagram itself says of an event (None: it does not).
    """

    id: Identifier
    kind: NodeKind
    name: str = ""
    owner: str = ""
    lasts: Annotated[float, Field(ge=0)] | None = None

    @property
    def label(self) -> str:
        """What people call it: its name, or the id of a node without one."""
        return self.name or self.id


class Flow(Model):
    """A sequence flow.

    ``share`` is its part among the flows of an exclusive split, or its own chance at an inclusive
    one (None: not stated). ``condition`` keeps the diagram's expression as it stands. ``default``
    is taken if no other flow is.
    """

    id: Identifier
    source: Identifier
    target: Identifier
    name: str = ""
    share: Annotated[float, Field(ge=0, le=1)] | None = None
    condition: str = ""
    default: bool = False


class TokenNet(Model):
    """A control flow of nodes and flows.

    A case that comes to one node more than ``most_visits`` times is an error, told in words.
    Raises DefinitionError with every fault at once if the net cannot be walked.
    """

    id: Identifier
    name: str = ""
    nodes: tuple[Node, ...]
    flows: tuple[Flow, ...]
    most_visits: Annotated[int, Field(ge=1, le=30_000)] = 1_000

    @model_validator(mode="after")
    def _walkable(self) -> Self:
        faults = list(net_faults(self.nodes, self.flows))
        if faults:
            raise DefinitionError(said(f"流程图 {self.id}", f"diagram {self.id}"), faults)
        return self

    @cached_property
    def outgoing(self) -> dict[str, tuple[Flow, ...]]:
        """The flows that leave each node, in the order of the net."""
        return _by_node(self.nodes, self.flows, "source")

    @cached_property
    def incoming(self) -> dict[str, tuple[Flow, ...]]:
        """The flows that come to each node, in the order of the net."""
        return _by_node(self.nodes, self.flows, "target")

    @property
    def start(self) -> Node:
        """Where cases begin."""
        return next(node for node in self.nodes if node.kind == "start")

    @property
    def tasks(self) -> tuple[Node, ...]:
        """The tasks, in the order of the net."""
        return tuple(node for node in self.nodes if node.kind == "task")

    def node(self, name: str) -> Node:
        """The node of that id; UnknownNameError if there is none."""
        for node in self.nodes:
            if node.id == name:
                return node
        raise UnknownNameError(said("节点", "node"), name, (node.id for node in self.nodes))


def _by_node(
    nodes: Iterable[Node], flows: Iterable[Flow], side: Literal["source", "target"]
) -> dict[str, tuple[Flow, ...]]:
    found: dict[str, list[Flow]] = {node.id: [] for node in nodes}
    for flow in flows:
        found.setdefault(getattr(flow, side), []).append(flow)
    return {name: tuple(own) for name, own in found.items()}


def net_faults(nodes: tuple[Node, ...], flows: tuple[Flow, ...]) -> Iterator[str]:
    """All faults of a net, in plain words."""
    known = {node.id for node in nodes}
    yield from _twice("节点", "nodes", [node.id for node in nodes])
    yield from _twice("连线", "flows", [flow.id for flow in flows])
    for flow in flows:
        for name in (flow.source, flow.target):
            if name not in known:
                yield said(
                    f"连线“{flow.id}”指向不存在的节点“{name}”",
                    f"flow {flow.id!r} names {name!r}, which is not a node",
                )
    starts = [node.id for node in nodes if node.kind == "start"]
    if len(starts) != 1:
        yield said(
            f"须恰有一个开始事件，现有{len(starts)}个",
            f"there must be exactly one start event, not {len(starts)}",
        )
    if not any(node.kind in ENDS for node in nodes):
        yield said("没有结束事件，请添加", "there is no end event; add one")
    incoming, outgoing = _by_node(nodes, flows, "target"), _by_node(nodes, flows, "source")
    for node in nodes:
        yield from _node_faults(node, incoming[node.id], outgoing[node.id])
    yield from _event_gateway_faults(nodes, outgoing)
    yield from _unreachable(nodes, starts, incoming, outgoing)


def _twice(chinese: str, english: str, names: list[str]) -> Iterator[str]:
    for name in dict.fromkeys(names):
        if names.count(name) > 1:
            yield said(f"有两个{chinese}的 id 是“{name}”", f"two {english} have the id {name!r}")


def _node_faults(
    node: Node, incoming: tuple[Flow, ...], outgoing: tuple[Flow, ...]
) -> Iterator[str]:
    if node.kind == "start" and incoming:
        yield said(f"开始事件“{node.id}”有流入的连线", f"flows come into the start {node.id!r}")
    if node.kind in ENDS and outgoing:
        yield said(f"结束事件“{node.id}”有流出的连线", f"flows leave the end {node.id!r}")
    if node.kind == "exclusive" and len(outgoing) > 1:
        total = sum(flow.share or 0 for flow in outgoing)
        if all(flow.share is not None for flow in outgoing) and abs(total - 1) > 1e-6:  # noqa: PLR2004 - rounding
            yield said(
                f"网关“{node.id}”各分支的概率之和是 {total:g}，应为1",
                f"the shares of gateway {node.id!r} sum to {total:g}, not 1",
            )
    if sum(flow.default for flow in outgoing) > 1:
        yield said(f"节点“{node.id}”有多条默认连线", f"node {node.id!r} has several default flows")


def _event_gateway_faults(
    nodes: tuple[Node, ...], outgoing: Mapping[str, tuple[Flow, ...]]
) -> Iterator[str]:
    kinds = {node.id: node.kind for node in nodes}
    for node in nodes:
        for flow in outgoing[node.id] if node.kind == "events" else ():
            if kinds.get(flow.target, "event") != "event":
                yield said(
                    f"事件网关“{node.id}”之后的“{flow.target}”不是中间事件",
                    f"{flow.target!r} follows the event gateway {node.id!r} but is not an event",
                )


def _unreachable(
    nodes: tuple[Node, ...],
    starts: list[str],
    incoming: Mapping[str, tuple[Flow, ...]],
    outgoing: Mapping[str, tuple[Flow, ...]],
) -> Iterator[str]:
    from_start = _closure(starts, {n: [flow.target for flow in own] for n, own in outgoing.items()})
    ends = [node.id for node in nodes if node.kind in ENDS]
    to_end = _closure(ends, {n: [flow.source for flow in own] for n, own in incoming.items()})
    for node in nodes:
        if starts and node.id not in from_start:
            yield said(
                f"从开始事件到不了“{node.id}”", f"no way leads from the start to {node.id!r}"
            )
        if ends and node.id not in to_end:
            yield said(f"从“{node.id}”到不了结束事件", f"no way leads from {node.id!r} to an end")


def _closure(first: Iterable[str], following: Mapping[str, list[str]]) -> set[str]:
    seen = set(first)
    todo = list(seen)
    while todo:
        new = set(following.get(todo.pop(), ())) - seen
        seen |= new
        todo += new
    return seen


def flows_reached(net: TokenNet, first: Flow, without: str) -> frozenset[str]:
    """The flows on some way that begins with ``first`` and does not pass the node ``without``."""
    seen = {first.id}
    todo = [first]
    while todo:
        target = todo.pop().target
        if target != without:
            new = [flow for flow in net.outgoing[target] if flow.id not in seen]
            seen.update(flow.id for flow in new)
            todo = list(chain(todo, new))
    return frozenset(seen)
