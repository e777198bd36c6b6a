"""Token nets: what can be walked, and what is wrong with the rest."""

import pytest
from pydantic import ValidationError

from models.errors import DefinitionError, UnknownNameError
from models.token_net import Flow, Node, NodeKind, TokenNet, flows_reached

KINDS: dict[str, NodeKind] = {
    "<": "start",
    ">": "end",
    "x": "exclusive",
    "+": "parallel",
    "o": "inclusive",
    "@": "event",
    "?": "events",
}


def a_net(*ways: str) -> TokenNet:
    """A net of ways such as ``< a x1 b >``; the first sign of a name says its kind, else a task."""
    nodes = {name: KINDS.get(name[0], "task") for way in ways for name in way.split()}
    pairs = [pair for way in ways for pair in zip(way.split(), way.split()[1:], strict=False)]
    return TokenNet(
        id="net",
        nodes=tuple(Node(id=name, kind=kind) for name, kind in nodes.items()),
        flows=tuple(Flow(id=f"{a}{b}", source=a, target=b) for a, b in pairs),
    )


def test_a_net_knows_its_start_its_tasks_and_the_flows_of_each_node() -> None:
    net = a_net("< a x1 b >", "x1 a")
    assert net.start.id == "<"
    assert [node.id for node in net.tasks] == ["a", "b"]
    assert [flow.id for flow in net.outgoing["x1"]] == ["x1b", "x1a"]
    assert [flow.id for flow in net.incoming["a"]] == ["<a", "x1a"]
    assert net.node("a").label == "a"
    with pytest.raises(UnknownNameError, match="no node is called 'c'"):
        net.node("c")


@pytest.mark.parametrize(
    ("ways", "fault"),
    [
        (("< a >", "<2 a"), "exactly one start event, not 2"),
        (("< a", "a a"), "there is no end event"),
        (("< a >", "a <"), "flows come into the start '<'"),
        (("< a >", "> a"), "flows leave the end '>'"),
        (("< a >", "b >"), "no way leads from the start to 'b'"),
        (("< a >", "a b"), "no way leads from 'b' to an end"),
        (("< ? a >", "? @b >"), "'a' follows the event gateway '[?]' but is not an event"),
    ],
)
def test_what_cannot_be_walked_is_refused(ways: tuple[str, ...], fault: str) -> None:
    with pytest.raises(DefinitionError, match=fault):
        a_net(*ways)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(DefinitionError) as caught:
        TokenNet(
            id="net",
            nodes=(Node(id="a", kind="task"), Node(id="a", kind="task")),
            flows=(Flow(id="f", source="a", target="b"),),
        )
    assert len(caught.value.faults) == 4


def test_shares_of_an_exclusive_split_sum_to_one() -> None:
    net = a_net("< x1 a >", "x1 b >")
    shares = {"x1a": 0.5, "x1b": 0.6}
    flows = tuple(flow.changed(share=shares.get(flow.id)) for flow in net.flows)
    with pytest.raises(DefinitionError, match=r"shares of gateway 'x1' sum to 1[.]1, not 1"):
        net.changed(flows=flows)


def test_a_share_is_a_share() -> None:
    with pytest.raises(ValidationError):
        Flow(id="f", source="a", target="b", share=1.5)


def test_the_flows_on_ways_that_avoid_a_node() -> None:
    net = a_net("< o1 a o2 >", "o1 b x1 o2", "x1 o1")
    first = net.outgoing["x1"][1]
    assert flows_reached(net, first, "o2") == {f.id for f in net.flows} - {"<o1", "o2>"}
    assert flows_reached(net, first, "o1") == {"x1o1"}
