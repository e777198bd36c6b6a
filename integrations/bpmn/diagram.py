"""A BPMN diagram as plain values: what is drawn and what is read."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from models.condition import When

NodeKind = Literal[
    "start",
    "end",
    "timer",
    "user",
    "service",
    "manual",
    "exclusive",
    "parallel",
    "subprocess",
]
TASKS: frozenset[NodeKind] = frozenset({"user", "service", "manual", "subprocess"})
GATEWAYS: frozenset[NodeKind] = frozenset({"exclusive", "parallel"})


@dataclass(frozen=True)
class Node:
    """An event, task or gateway in the lane of an owner; ``step`` is the step it belongs to."""

    id: str
    kind: NodeKind
    name: str
    owner: str
    step: str | None = None


@dataclass(frozen=True)
class Flow:
    """A sequence flow. ``when`` is its condition, ``share`` the share of cases that take it."""

    source: str
    target: str
    name: str = ""
    when: When | None = None
    default: bool = False
    share: float | None = None

    @property
    def id(self) -> str:
        """Its identifier; there is at most one flow between two nodes."""
        return f"flow_{self.source}__{self.target}"


@dataclass(frozen=True)
class Block:
    """The nodes of one step, left to right; ``below`` is its correction, right to left."""

    slug: str
    owner: str
    row: tuple[Node, ...]
    below: tuple[Node, ...] = ()

    def node(self, role: str) -> Node | None:
        """The node of that role, if the step has it."""
        wanted = f"{role}_{self.slug}"
        return next((node for node in (*self.row, *self.below) if node.id == wanted), None)


@dataclass(frozen=True)
class Fragment:
    """Blocks with the flows within and between them.

    ``inside`` are the fragments of sub-processes by the identifier of their node; ``arrows`` are
    the pairs of blocks that a flow leads between, ``back`` those that a correction leads between.
    """

    blocks: tuple[Block, ...]
    flows: tuple[Flow, ...]
    arrows: tuple[tuple[str, str], ...]
    back: tuple[tuple[str, str], ...] = ()
    inside: dict[str, "Fragment"] = field(default_factory=dict)

    @property
    def nodes(self) -> tuple[Node, ...]:
        """All nodes, without those inside sub-processes."""
        return tuple(node for block in self.blocks for node in (*block.row, *block.below))

    def every_node(self) -> Iterator[Node]:
        """All nodes, those inside sub-processes too."""
        yield from self.nodes
        for fragment in self.inside.values():
            yield from fragment.every_node()

    def every_flow(self) -> Iterator[Flow]:
        """All flows, those inside sub-processes too."""
        yield from self.flows
        for fragment in self.inside.values():
            yield from fragment.every_flow()
