"""Diagrams beside scenarios of Prosimos."""

import pytest

from integrations.bpmn.control_flow import control_flow
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
    net, notes = control_flow((HEAD + BODY + FOOT).encode(), "m.bpmn")
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
    assert {flow.share for flow in net.flows} == {None}  # the scenario states them
    assert notes == ()


def test_events_last_as_long_as_the_diagram_says() -> None:
    timer = (
        '<intermediateCatchEvent id="t"><timerEventDefinition><timeDuration>PT1H30M</timeDuration>'
        "</timerEventDefinition></intermediateCatchEvent>"
    )
    body = BODY.replace('<intermediateCatchEvent id="t"/>', timer)
    throw = '<intermediateThrowEvent id="w"><messageEventDefinition/></intermediateThrowEvent>'
    body = body.replace('targetRef="e"/>', 'targetRef="w"/>').replace(
        "<endEvent", throw + "<endEvent"
    )
    body += '<sequenceFlow id="f6" sourceRef="w" targetRef="e"/>'
    net, _ = control_flow((HEAD + body + FOOT).encode(), "m.bpmn")
    lasts = {node.id: node.lasts for node in net.nodes}
    assert lasts == {"s": None, "a": None, "x": None, "t": 5_400, "w": 0, "e": None}


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<a",
        "<a/>",
        '<!DOCTYPE a [<!ENTITY b "c">]><a/>',
        HEAD + FOOT,
        HEAD + "<task/>" + FOOT,
        "<a>" * 5_000 + "</a>" * 5_000,
    ],
)
def test_what_is_no_diagram_is_one_sentence(text: str) -> None:
    with pytest.raises(DocumentError, match=r"^m.bpmn"):
        control_flow(text.encode(), "m.bpmn")


def test_names_are_kept_to_the_letter() -> None:
    net, _ = control_flow((HEAD + BODY.replace("Look", "Look \u00a0 twice") + FOOT).encode(), "m")
    assert net.node("a").label == "Look \u00a0 twice"


def test_sub_processes_are_opened_and_what_is_lost_is_named() -> None:
    inner = (
        '<subProcess id="sub"><startEvent id="s2"/><task id="b" name="Inner"/><endEvent id="e2"/>'
        '<sequenceFlow id="g1" sourceRef="s2" targetRef="b"/>'
        '<sequenceFlow id="g2" sourceRef="b" targetRef="e2"/></subProcess>'
        '<boundaryEvent id="late" attachedToRef="a"><timerEventDefinition/></boundaryEvent>'
    )
    text = HEAD + BODY.replace('targetRef="t"/>', 'targetRef="sub"/>', 1) + inner + FOOT
    text = text.replace('sourceRef="t" targetRef="a"', 'sourceRef="sub" targetRef="t"')
    text = text.replace(FOOT, '<sequenceFlow id="f6" sourceRef="t" targetRef="a"/>' + FOOT)
    net, notes = control_flow(text.encode(), "m.bpmn")
    assert {node.id for node in net.nodes if node.kind == "task"} == {"a", "b"}
    assert any("late" in note for note in notes)
