"""Where a number or a step comes from: the plan, a statute, a promise, data, or an assumption."""

import re
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from models.base import Language, Model
from models.said import said

Kind = Literal["plan", "statute", "promise", "data", "assumption"]

_KIND_NAMES: dict[str, tuple[str, str]] = {
    "plan": ("方案", "plan"),
    "statute": ("法律法规", "statute"),
    "promise": ("承诺", "promise"),
    "data": ("数据", "data"),
    "assumption": ("假设", "assumption"),
}

_BILINGUAL = re.compile(
    r"(?P<zh>.*[\u3400-\u9fff].*) \((?P<en>[^()]*[A-Za-z]{2}[^()]*)\)", re.DOTALL
)


class Source(Model):
    """One citation.

    ``plan`` names an item of 罗政综〔2023〕10号 (``item``), or a place in its body (``article``);
    ``statute`` names a law and an article; ``promise`` and ``data`` say whose; an ``assumption``
    says why in ``note`` and is never passed off as anything else.
    """

    kind: Kind
    item: Annotated[int, Field(ge=1, le=149)] | None = None
    law: str = ""
    article: str = ""
    note: str = ""

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.kind == "plan" and self.item is None and not self.article:
            raise ValueError(
                said(
                    "依据为方案时须写明第几项或正文位置",
                    "a plan source names its item or its place in the body",
                )
            )
        if self.kind == "statute" and not (self.law and self.article):
            raise ValueError(
                said(
                    "依据为法律时须写明法律名称和条款", "a statute source names its law and article"
                )
            )
        if self.kind in {"promise", "data", "assumption"} and not self.note:
            raise ValueError(
                said(
                    f"依据为 {self.kind} 时须在 note 中说明来源",
                    f"a source of kind {self.kind} says what it rests on in its note",
                )
            )
        return self

    @property
    def assumed(self) -> bool:
        """Whether nobody but us says so."""
        return self.kind == "assumption"

    def cite(self, language: Language = "zh") -> str:
        """One line for a report, e.g. ``方案第7项`` or ``plan item 7``."""
        english = language == "en"
        name = _KIND_NAMES[self.kind][english]
        if self.kind == "plan" and self.item is not None:
            place = f"plan item {self.item}" if english else f"方案第{self.item}项"
            return f"{place} {self.article}".rstrip()
        if self.kind == "plan":
            return f"plan {self.article}" if english else f"方案正文{self.article}"
        if self.kind == "statute":
            return f"《{self.law}》{self.article}"
        return f"{name}: {self.noted('en')}" if english else f"{name}：{self.noted('zh')}"

    def noted(self, language: Language = "zh") -> str:
        """The note; of one written as ``中文 (English)`` the half that is wanted."""
        both = _BILINGUAL.fullmatch(self.note)
        return both["en" if language == "en" else "zh"] if both else self.note


def plan(item: int, article: str = "") -> Source:
    """A numbered item of the plan."""
    return Source(kind="plan", item=item, article=article)


def plan_body(place: str) -> Source:
    """A place in the plan's body, e.g. ``二(一)1``."""
    return Source(kind="plan", article=place)


def statute(law: str, article: str, note: str = "") -> Source:
    """An article of a law or regulation."""
    return Source(kind="statute", law=law, article=article, note=note)


def assumed(note: str) -> Source:
    """Our own assumption and the reason for it."""
    return Source(kind="assumption", note=note)
