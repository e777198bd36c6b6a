"""Edits of limits: replaced, added, dropped; never of steps that are not there."""

import pytest

from models.base import text
from models.edits import RemoveStep
from models.edits_of_limits import DropLimit, SetLimit
from models.errors import DefinitionError
from models.limit import Limit, Moment
from tests.model_builders import SOURCE, a_chain, edited


def a_limit(most: float, *over: str, starts: str | None = None) -> Limit:
    return Limit(
        slug="goal",
        name=text("目标", "goal"),
        most=most,
        unit="working_days",
        over=over,
        starts=Moment(step=starts, edge="completed") if starts else None,
        source=SOURCE,
    )


def test_a_limit_is_added_and_replaced() -> None:
    edits = (SetLimit(limit=a_limit(3, "a", "b")), SetLimit(limit=a_limit(5, "b", starts="a")))
    found = edited(*edits, steps=a_chain("a", "b", "c"))
    assert [limit for limit in found.limits if limit.slug == "goal"] == [
        a_limit(5, "b", starts="a")
    ]


def test_a_step_that_goes_leaves_the_limit() -> None:
    edits = (SetLimit(limit=a_limit(3, "a", "b")), RemoveStep(step="b"))
    found = edited(*edits, steps=a_chain("a", "b", "c"))
    assert found.limits[-1].over == ("a",)


def test_a_limit_is_dropped() -> None:
    edits = (SetLimit(limit=a_limit(3)), DropLimit(limit="goal"))
    found = edited(*edits, steps=a_chain("a", "b"))
    assert "goal" not in [limit.slug for limit in found.limits]
    with pytest.raises(DefinitionError, match="there is no limit 'none'"):
        edited(DropLimit(limit="none"), steps=a_chain("a", "b"))


@pytest.mark.parametrize("limit", [a_limit(3, "nowhere"), a_limit(3, "a", starts="nowhere")])
def test_a_limit_is_over_steps_that_are_there(limit: Limit) -> None:
    with pytest.raises(DefinitionError, match="there is no step 'nowhere'"):
        edited(SetLimit(limit=limit), steps=a_chain("a", "b"))
