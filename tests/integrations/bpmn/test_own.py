"""Our own diagrams after somebody has changed them elsewhere: the picture counts."""

import re

import pytest

from flows.catalogue import processes
from integrations.bpmn.read import Imported, from_bpmn
from integrations.bpmn.staffing import Staffing
from integrations.bpmn.write import to_bpmn
from models.errors import DocumentError
from models.process import Process

OPENING = processes()["company-opening"]
FILE = to_bpmn(OPENING, Staffing()).decode()


def changed(*pairs: tuple[str, str]) -> Imported:
    text = FILE
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return from_bpmn(text.encode(), "changed.bpmn")


def process_of(model: Imported) -> Process:
    assert model.process is not None, model.notes
    return model.process


def test_a_new_name_is_taken_and_all_else_kept() -> None:
    model = changed(('name="公章刻制"', 'name="刻公章"'))
    process = process_of(model)
    step = process.step("seal-engraving")
    assert step.name.zh == "刻公章"
    assert step.changed(name=OPENING.step("seal-engraving").name) == OPENING.step("seal-engraving")
    assert {s.slug: s.rework for s in process.steps} == {s.slug: s.rework for s in OPENING.steps}
    assert process.after == OPENING.after
    assert any("'刻公章' was changed" in note for note in model.notes)


def test_a_new_task_comes_between_the_steps() -> None:
    task = (
        '<bpmn:task id="Activity_1" name="Photo"/>'
        '<bpmn:sequenceFlow id="Flow_1" sourceRef="Activity_1" targetRef="visit_licence"/>'
        "</bpmn:process>"
    )
    model = changed(
        ("</bpmn:process>", task),
        (
            'sourceRef="step_approval" targetRef="visit_licence"',
            'sourceRef="step_approval" targetRef="Activity_1"',
        ),
    )
    process = process_of(model)
    assert process.step("photo").after == ("approval",)
    assert process.step("photo").time.duration.source.assumed
    assert process.step("licence").after == ("photo",)
    assert process.step("licence").visit == OPENING.step("licence").visit


def test_a_step_in_another_lane_has_another_owner() -> None:
    reference = "<bpmn:flowNodeRef>step_seal-record</bpmn:flowNodeRef>"
    text = FILE.replace(reference, "")
    text = re.sub(r'(<bpmn:lane id="lane_tax"[^>]*>)', rf"\1{reference}", text)
    process = process_of(from_bpmn(text.encode(), "moved.bpmn"))
    assert process.step("seal-record").owner == "tax"
    assert process.step("seal-engraving").owner == "seal-shop"


def test_a_damaged_or_later_definition_is_refused_with_advice() -> None:
    with pytest.raises(DocumentError, match="damaged"):
        changed(('{"slug": "company-opening"', '{{"slug": "company-opening"'))
    with pytest.raises(DocumentError, match="version 2"):
        changed(('definition version="1"', 'definition version="2"'))
    with pytest.raises(DocumentError, match="onething:definition"):
        changed(('"family": "company"', '"family": 5'))
