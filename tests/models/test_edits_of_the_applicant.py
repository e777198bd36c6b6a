"""Edits of what the applicant hands in and how they meet a step."""

import pytest

from models.base import text
from models.edits import SetChannel, SetFees, SetMaterials, SetVisit
from models.errors import DefinitionError
from models.step import Fee, Visit
from tests.model_builders import SOURCE, a_chain, a_material, edited


def test_materials_are_replaced() -> None:
    papers = (a_material("one"), a_material("two"))
    found = edited(SetMaterials(step="a", materials=papers), steps=a_chain("a", "b"))
    assert found.step("a").materials == papers
    assert found.step("b").materials == ()


def test_a_step_is_met_at_the_window_in_person() -> None:
    visit = Visit(source=SOURCE)
    found = edited(SetChannel(step="a", channel="window", visit=visit), steps=a_chain("a", "b"))
    assert (found.step("a").channel, found.step("a").visit) == ("window", visit)
    back = edited(SetChannel(step="a", channel="online"), steps=found.steps)
    assert (back.step("a").channel, back.step("a").visit) == ("online", None)


@pytest.mark.parametrize("channel", ["online", "post", "internal"])
def test_a_trip_leads_to_a_window(channel: str) -> None:
    edit = SetChannel.model_validate(
        {"step": "a", "channel": channel, "visit": Visit(source=SOURCE)}
    )
    with pytest.raises(DefinitionError, match="window"):
        edited(edit, steps=a_chain("a", "b"))


def test_fees_and_trips_are_set_whatever_the_channel() -> None:
    fee = Fee(name=text("公证费", "notary"), yuan=80, source=SOURCE)
    edits = (SetFees(step="a", fees=(fee,)), SetVisit(step="a", visit=Visit(source=SOURCE)))
    found = edited(*edits, steps=a_chain("a", "b")).step("a")
    assert (found.fees, found.visit is not None) == ((fee,), True)
    back = edited(SetFees(step="a", fees=()), SetVisit(step="a", visit=None), steps=a_chain("a"))
    assert (back.step("a").fees, back.step("a").visit) == ((), None)
