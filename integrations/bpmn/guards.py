"""When a node of an acyclic net is reached: the outcomes of exclusive splits that lead to it.

A term is a set of outcomes that must all have come out; a guard is a set of terms of which one
must hold. The empty term holds always, the empty guard never.
"""

from collections.abc import Iterable, Mapping
from itertools import combinations

from models import graph
from models.said import Said, said
from models.token_net import Flow, Node, TokenNet

Outcome = tuple[str, str]
"""An exclusive split and the flow taken."""
Term = frozenset[Outcome]
Guard = frozenset[Term]

ALWAYS: Guard = frozenset({frozenset()})
MOST_TERMS = 64


class NotAProcessError(Exception):
    """Internal: the net has no equal among processes; carries the reason."""

    def __init__(self, reason: Said) -> None:
        self.reason = reason
        super().__init__(reason)


def order(net: TokenNet) -> list[str]:
    """The nodes in topological order; NotAProcessError for a loop."""
    before = {node.id: tuple(flow.source for flow in net.incoming[node.id]) for node in net.nodes}
    found = graph.topological_order(before)
    if len(found) < len(net.nodes):
        circular = next(n.label for n in net.nodes if n.id in graph.ancestors(before, before[n.id]))
        raise NotAProcessError(said(f"“{circular}”在循环中", f"{circular!r} is part of a loop"))
    return found


def guards(net: TokenNet) -> dict[str, Guard]:
    """The guard of every node; NotAProcessError where steps and conditions cannot say the same."""
    found: dict[str, Guard] = {}
    for name in order(net):
        node = net.node(name)
        _check(node, net)
        coming = [_of_flow(net, flow, found) for flow in net.incoming[name]]
        found[name] = _joined(node, coming, net)
    return found


def _check(node: Node, net: TokenNet) -> None:
    splits = len(net.outgoing[node.id]) > 1
    several = any(len(net.outgoing[n.id]) > 1 and n.kind != "exclusive" for n in net.nodes)
    if node.kind in {"inclusive", "events"} and splits:
        raise NotAProcessError(
            said(
                f"“{node.label}”是包容或事件分支", f"{node.label!r} is an inclusive or event split"
            )
        )
    if node.kind == "terminate" and several:
        raise NotAProcessError(
            said(f"“{node.label}”会终止并行分支", f"{node.label!r} ends parallel branches")
        )


def _of_flow(net: TokenNet, flow: Flow, known: Mapping[str, Guard]) -> Guard:
    source = net.node(flow.source)
    if source.kind != "exclusive" or len(net.outgoing[source.id]) < 2:  # noqa: PLR2004 - no split
        return known[source.id]
    if flow.share == 0:
        return frozenset()
    return frozenset(term | {(source.id, flow.id)} for term in known[source.id])


def _joined(node: Node, coming: list[Guard], net: TokenNet) -> Guard:
    if not coming:
        return ALWAYS
    if node.kind == "parallel":
        if len(set(coming)) > 1:
            raise NotAProcessError(
                said(
                    f"“{node.label}”等待的分支不一定都来",
                    f"{node.label!r} waits for branches that do not always come",
                )
            )
        return coming[0]
    for first, second in combinations(coming, 2):
        if node.kind != "inclusive" and not _exclusive(first, second):
            raise NotAProcessError(
                said(f"“{node.label}”会被办理多次", f"{node.label!r} is visited once a branch")
            )
    return simplified(frozenset().union(*coming), net)


def _exclusive(first: Guard, second: Guard) -> bool:
    return all(_conflict(a, b) for a in first for b in second)


def _conflict(first: Term, second: Term) -> bool:
    chosen = dict(first)
    return any(chosen.get(split, flow) != flow for split, flow in second)


def simplified(guard: Guard, net: TokenNet) -> Guard:
    """The same guard without splits all of whose outcomes lead here."""
    if len(guard) > MOST_TERMS:
        raise NotAProcessError(said("分支组合太多", "its branches come together in too many ways"))
    for term in guard:
        for split, flow in term:
            rest = term - {(split, flow)}
            others = [f.id for f in net.outgoing[split] if f.share != 0]
            family = {rest | {(split, other)} for other in others}
            if family <= guard:
                return simplified((guard - family) | {rest}, net)
    shorter = [t for t in guard if not any(other < t for other in guard)]
    return frozenset(shorter)


def splits_of(guards_used: Iterable[Guard]) -> set[str]:
    """The splits that any of these guards looks at."""
    return {split for guard in guards_used for term in guard for split, _ in term}
