"""Slugs, bilingual text and immutable values."""

import pytest
from pydantic import TypeAdapter, ValidationError

from models.base import Model, Slug, Text, text, whole_number

SLUGS = TypeAdapter(Slug)


class Amount(Model):
    value: float = 1.0
    unit: str = "day"


@pytest.mark.parametrize("slug", ["a", "company-opening", "step2", "item-7-a", "a" * 80])
def test_a_slug_is_lower_case_words_joined_by_hyphens(slug: str) -> None:
    assert SLUGS.validate_python(slug) == slug


@pytest.mark.parametrize(
    "slug",
    ["", "Company", "7th", "-a", "a-", "a--b", "a_b", "a b", "企业", "a\n", "a" * 81],
)
def test_anything_else_is_not_a_slug(slug: str) -> None:
    with pytest.raises(ValidationError):
        SLUGS.validate_python(slug)


def test_a_text_is_read_in_either_language() -> None:
    both = text("办件", "case")
    assert (both["zh"], both["en"]) == ("办件", "case")


def test_an_unknown_language_reads_chinese() -> None:
    assert text("办件", "case")["fr"] == "办件"


@pytest.mark.parametrize(("zh", "en"), [("", "case"), ("办件", "")])
def test_a_text_lacks_neither_language(zh: str, en: str) -> None:
    with pytest.raises(ValidationError, match="at least 1 character"):
        Text(zh=zh, en=en)


def test_a_value_cannot_be_changed() -> None:
    with pytest.raises(ValidationError, match="frozen"):
        Amount().value = 2.0  # type: ignore[misc]  # the point of the test


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(ValidationError, match="colour"):
        Amount.model_validate({"value": 1, "colour": "red"})


@pytest.mark.parametrize("number", [float("nan"), float("inf"), float("-inf")])
def test_a_number_is_finite(number: float) -> None:
    with pytest.raises(ValidationError, match="finite"):
        Amount(value=number)


def test_equal_values_are_equal_and_hash_alike() -> None:
    assert Amount(value=2) == Amount(value=2.0)
    assert len({Amount(value=2), Amount(value=2.0), Amount(value=3)}) == 2


def test_a_changed_value_is_a_checked_copy() -> None:
    before = Amount(value=2)
    assert before.changed(unit="hour") == Amount(value=2, unit="hour")
    assert before == Amount(value=2)
    with pytest.raises(ValidationError, match="finite"):
        before.changed(value=float("nan"))
    with pytest.raises(ValidationError, match="colour"):
        before.changed(colour="red")


@pytest.mark.parametrize(
    ("given", "number"),
    [
        ("7", 7),
        (" 07 ", 7),
        ("9" * 18, int("9" * 18)),
        ("9" * 19, None),
        ("²", None),
        ("７", None),
        ("", None),
        ("-1", None),
        ("1.0", None),
        ("1_0", None),
    ],
)
def test_whole_numbers_are_plain_digits(given: str, number: int | None) -> None:
    assert whole_number(given) == number
