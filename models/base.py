"""What every definition is built from: frozen, strict pydantic models and bilingual text."""

from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field

SLUG_PATTERN = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"

Slug = Annotated[str, Field(pattern=SLUG_PATTERN, max_length=80)]
"""A lower-case name with hyphens, e.g. ``company-opening``."""

Language = str
"""``zh`` or ``en``."""


class Model(BaseModel):
    """An immutable value; unknown keys, NaN and infinities are refused."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    def changed(self, **values: object) -> Self:
        """A copy with these fields replaced, checked like a new value."""
        fields = {name: getattr(self, name) for name in type(self).model_fields}
        return type(self)(**{**fields, **values})


class Text(Model):
    """The same short text in Chinese and English."""

    zh: str = Field(min_length=1)
    en: str = Field(min_length=1)

    def __getitem__(self, language: Language) -> str:
        """The text in ``zh`` or ``en`` (anything but ``en`` reads Chinese)."""
        return self.en if language == "en" else self.zh


def text(zh: str, en: str) -> Text:
    """Short form used by the definition modules."""
    return Text(zh=zh, en=en)


MOST_DIGITS = 18
"""As many as always fit into 64 bits."""


def whole_number(given: str) -> int | None:
    """Up to 18 of the digits 0 to 9, blanks around them aside, as a number; else None.

    ``str.isdigit`` alone also holds for superscripts, which ``int`` refuses.
    """
    digits = given.strip()
    plain = digits.isascii() and digits.isdigit()
    return int(digits) if plain and len(digits) <= MOST_DIGITS else None
