"""Sentences for people, in both languages: an English text that carries its Chinese one."""

from typing import Self


class Said(str):
    """The English sentence; ``zh`` is the Chinese one."""

    __slots__ = ("zh",)
    zh: str

    def __new__(cls, zh: str, en: str) -> Self:
        """Both sentences."""
        said = super().__new__(cls, en)
        said.zh = zh
        return said


def said(zh: str, en: str) -> Said:
    """Short form used where errors are raised."""
    return Said(zh, en)


def in_chinese(sentence: str) -> str:
    """The Chinese sentence if there is one, else the text itself."""
    return sentence.zh if isinstance(sentence, Said) else sentence
