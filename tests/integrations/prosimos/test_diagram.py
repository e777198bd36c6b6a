"""Diagrams beside scenarios of Prosimos."""

import pytest

from integrations.prosimos.diagram import parse_diagram
from models.errors import DocumentError

HEAD = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="p">'
BODY = """
<laneSet><lane name="Desk"><flowNodeRef>a</flowNodeRef></lane></laneSet>
<startEvent id="s"/><userTask id="a" name="Look"/>
<exclusiveGateway id="x" default="f3"/><intermediateCatchEvent id="t"/>
<endEvent id="e"><terminateEventDefinition/></endEvent>
<sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
<sequenceFlow id="f2" sourceRef="a" targetRef="x"/>
<sequenceFlow id="f3" sourceRef="x" targetRef="e"/>
<sequenceFlow id="f4" sourceRef="x" targetRef="t"/>
<sequenceFlow id="f5" sourceRef="t" targetRef="a"/>
"""
FOOT = "</process></definitions>"


def test_nodes_flows_lanes_and_defaults() -> None:
    net = parse_diagram((HEAD + BODY + FOOT).encode(), "m.bpmn")
    assert [(node.id, node.kind) for node in net.nodes] == [
        ("s", "start"),
        ("a", "task"),
        ("x", "exclusive"),
        ("t", "event"),
        ("e", "terminate"),
    ]
    assert net.node("a").owner == "Desk"
    assert net.node("a").label == "Look"
    assert [flow.id for flow in net.flows if flow.default] == ["f3"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<a",
        "<a/>",
        '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
        HEAD + FOOT,
        HEAD + BODY + '<subProcess id="sub"/>' + FOOT,
        HEAD + "<task/>" + FOOT,
        "<a>" * 5_000 + "</a>" * 5_000,
    ],
)
def test_what_is_no_diagram_is_one_sentence(text: str) -> None:
    with pytest.raises(DocumentError, match=r"^m.bpmn"):
        parse_diagram(text.encode(), "m.bpmn")
