"""Everything the reports say, in Chinese and English, in one place.

``Wording("zh")("median")`` gives a word; values fill the braces of a sentence. A key that does not
exist is a KeyError, never an empty cell.
"""

from collections.abc import Mapping

from models.base import Language, Text
from reports.wording.assumptions import ASSUMPTIONS
from reports.wording.county import COUNTY
from reports.wording.more import MORE
from reports.wording.pictures import PICTURES
from reports.wording.sentences import SENTENCES
from reports.wording.terms import TERMS

LANGUAGES: tuple[Language, ...] = ("zh", "en")
WORDS: Mapping[str, Text] = {**TERMS, **SENTENCES, **PICTURES, **ASSUMPTIONS, **COUNTY, **MORE}


class Wording:
    """The words of one language (anything but ``en`` reads Chinese, as ``Text`` does)."""

    def __init__(self, language: Language) -> None:
        self.language = "en" if language == "en" else "zh"

    def __call__(self, key: str, **values: object) -> str:
        """The word or sentence of that key, its braces filled."""
        return WORDS[key][self.language].format(**values)

    def of(self, name: Text) -> str:
        """A name from a definition."""
        return name[self.language]

    def listed(self, parts: list[str]) -> str:
        """Several words in a row."""
        return self("comma").join(parts)
