"""The contract's models: what they refuse, and the names they derive."""

import hashlib

import pytest
from pydantic import ValidationError

from integrations.departments.contract import (
    Application,
    Corrected,
    application_id,
    digest_of,
    document_number,
)

APPLICATION = Application(case="C-1", number=0, process="company-opening", step="registration")


def test_a_correction_names_the_visit_that_it_corrects() -> None:
    with pytest.raises(ValidationError, match="`corrects` belongs to the purpose `correct`"):
        APPLICATION.changed(purpose="correct")
    corrects = Corrected(step="registration", visit=0)
    with pytest.raises(ValidationError, match="`corrects` belongs to the purpose `correct`"):
        APPLICATION.changed(corrects=corrects)
    correction = APPLICATION.changed(purpose="correct", corrects=corrects)
    assert correction.corrects is not None
    assert correction.corrects.key == ("registration", 0)


@pytest.mark.parametrize("number", [-1, 1_000_001])
def test_case_numbers_are_bounded(number: int) -> None:
    with pytest.raises(ValidationError):
        APPLICATION.changed(number=number)


def test_attribute_values_keep_their_type() -> None:
    values: dict[str, object] = {"on": True, "count": 3, "budget": 2.5, "kind": "a"}
    assert APPLICATION.changed(attributes=values).attributes == values
    assert APPLICATION.changed(attributes=values).attributes["on"] is True


def test_the_digest_does_not_depend_on_the_order_of_keys() -> None:
    assert digest_of({"b": 1, "a": "证"}) == digest_of({"a": "证", "b": 1})
    known = hashlib.sha256('{"a":"证","b":1}'.encode()).hexdigest()
    assert digest_of({"b": 1, "a": "证"}) == known


def test_ids_differ_by_client_department_and_key() -> None:
    ids = {
        application_id(client, department, key)
        for client in ("a", "b")
        for department in ("tax", "court")
        for key in ("1", "2")
    }
    assert len(ids) == 8
    assert application_id("a", "tax", "1") == application_id("a", "tax", "1")


def test_a_document_number_begins_with_its_department() -> None:
    number = document_number("county", "tax", "C-1", "company-opening", "tax-setup", "0")
    assert number.startswith("tax-")
    assert number != document_number("county", "tax", "C-2", "company-opening", "tax-setup", "0")
