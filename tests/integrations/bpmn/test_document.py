"""Hostile and half-right files end in one sentence."""

from pathlib import Path

import pytest

from integrations.bpmn.document import LARGEST, MOST_ELEMENTS, parse
from integrations.bpmn.read import from_bpmn, read_bpmn
from models.errors import DefinitionError, DocumentError, OneThingError

BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL"
BOMB = """<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa">
<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">
<!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;">]>
<definitions xmlns="{ns}"><process id="p" name="&e;"/></definitions>"""
OUTSIDE = """<!DOCTYPE d [<!ENTITY x SYSTEM "{path}">]>
<definitions xmlns="{ns}"><process id="p"><documentation>&x;</documentation></process></definitions>
"""
NAMELESS = '<task name="Look"/><task name="Ask"/>'
TWICE = '<task id="a"/><task id="a"/>'
WITHOUT_END = """<startEvent id="s"/><task id="a"/><task id="b"/>
<sequenceFlow id="1" sourceRef="s" targetRef="a"/><sequenceFlow id="2" sourceRef="a" targetRef="b"/>
<sequenceFlow id="3" sourceRef="b" targetRef="a"/>"""


def refused(text: str | bytes) -> str:
    data = text if isinstance(text, bytes) else text.encode()
    with pytest.raises(OneThingError) as error:
        from_bpmn(data, "file.bpmn")
    assert isinstance(error.value, DocumentError | DefinitionError)
    assert error.value.sentence("zh") != error.value.sentence("en")
    return str(error.value)


def test_entities_are_refused_whether_bombs_or_from_outside(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    assert "DOCTYPE" in refused(BOMB.format(ns=BPMN))
    message = refused(OUTSIDE.format(ns=BPMN, path=secret.as_uri()))
    assert "DOCTYPE" in message
    assert "secret" not in message


def test_depth_size_and_number_are_bounded(tmp_path: Path) -> None:
    deep = f'<definitions xmlns="{BPMN}">' + "<subProcess>" * 5_000
    assert "well-formed" in refused(deep)
    many = f'<definitions xmlns="{BPMN}">' + "<task/>" * (MOST_ELEMENTS + 1) + "</definitions>"
    assert "elements" in refused(many)
    large = tmp_path / "large.bpmn"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(DocumentError, match="larger than"):
        read_bpmn(large)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "well-formed"),
        ("no xml", "line 1"),
        ("<a><b></a>", "well-formed"),
        ("<a/>", "not the definitions of BPMN"),
        (f'<definitions xmlns="{BPMN}"/>', "no process"),
        (f'<definitions xmlns="{BPMN}"><process id="p"/></definitions>', "no process"),
        (
            f'<definitions xmlns="{BPMN}"><process id="p">{TWICE}</process></definitions>',
            "ids appear twice: a",
        ),
        (
            f'<definitions xmlns="{BPMN}"><process id="p">{NAMELESS}</process></definitions>',
            "elements without an id: task Look, task Ask",
        ),
        (
            f'<definitions xmlns="{BPMN}"><process id="p">{WITHOUT_END}</process></definitions>',
            "end",
        ),
    ],
)
def test_half_right_files_say_what_is_wrong(text: str, words: str) -> None:
    assert words in refused(text)


def test_a_missing_file_and_other_encodings(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="cannot be read"):
        read_bpmn(tmp_path / "none.bpmn")
    text = f'<?xml version="1.0" encoding="UTF-16"?><definitions xmlns="{BPMN}"/>'
    assert parse(text.encode("utf-16"), "file.bpmn").tag.endswith("definitions")


def test_flows_need_no_id() -> None:
    nodes = '<startEvent id="s"/><task id="a" name="A"/><endEvent id="e"/>'
    flows = '<sequenceFlow sourceRef="s" targetRef="a"/><sequenceFlow sourceRef="a" targetRef="e"/>'
    text = f'<definitions xmlns="{BPMN}"><process id="p">{nodes}{flows}</process></definitions>'
    found = from_bpmn(text.encode(), "m.bpmn")
    assert found.process is not None
    assert [step.name.en for step in found.process.steps] == ["A"]
