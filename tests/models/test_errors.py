"""What the errors carry and say."""

import pytest

from models.errors import (
    CalendarError,
    DefinitionError,
    DepartmentError,
    DocumentError,
    OneThingError,
    SimulationError,
    UnknownNameError,
)


@pytest.mark.parametrize(
    "kind",
    [
        CalendarError,
        DefinitionError,
        DepartmentError,
        DocumentError,
        SimulationError,
        UnknownNameError,
    ],
)
def test_every_error_of_a_users_input_is_caught_as_one(kind: type[Exception]) -> None:
    assert issubclass(kind, OneThingError)
    assert not issubclass(kind, ValueError)  # or pydantic would swallow it into its own


def test_a_definition_error_says_where_and_lists_every_fault() -> None:
    error = DefinitionError("process p", ["no steps", "no lead"])
    assert str(error) == "process p: no steps; no lead"
    assert (error.where, error.faults) == ("process p", ("no steps", "no lead"))


def test_an_unknown_name_error_lists_the_known_names_in_order_if_they_are_few() -> None:
    error = UnknownNameError("step", "sael", {"seal", "licence"})
    assert str(error) == "no step is called 'sael'; known: licence, seal"
    assert (error.kind, error.name, error.known) == ("step", "sael", ("licence", "seal"))
    twenty = [f"s{n:02}" for n in range(20)]
    assert str(UnknownNameError("step", "s2", twenty)).endswith(f"known: {', '.join(twenty)}")


MANY_NAMES = ["invoices", "seal", *(f"item-{n:02}" for n in range(19))]


def test_of_many_names_it_offers_those_that_come_near() -> None:
    error = UnknownNameError("step", "sael", MANY_NAMES)
    assert str(error) == "no step is called 'sael'; did you mean seal?"
    near = str(UnknownNameError("step", "item", MANY_NAMES))
    assert near.count("item-") == 4


def test_if_none_comes_near_it_says_how_many_there_are() -> None:
    error = UnknownNameError("step", "xyz", MANY_NAMES)
    assert str(error) == "no step is called 'xyz'; there are 21, from invoices to seal"
