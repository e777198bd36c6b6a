"""Attributes of the cases of a token net, and what gives them values."""

from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import AfterValidator, Field

from models.base import Model
from models.law import Law
from models.net_formula import Formula
from models.said import said
from models.token_net import Identifier


def _drawable(shares: dict[str, float]) -> dict[str, float]:
    if sum(shares.values()) <= 0:
        raise ValueError(said("概率之和须大于0", "the shares must sum to more than 0"))
    return shares


Shares = Annotated[
    dict[str, Annotated[float, Field(ge=0)]], Field(min_length=1), AfterValidator(_drawable)
]
"""Words, each with its share."""


class NumberValue(Model):
    """A number drawn from a law."""

    kind: Literal["number"] = "number"
    law: Law


class ChoiceValue(Model):
    """One of several words, each with its share."""

    kind: Literal["choice"] = "choice"
    options: Shares


class FormulaValue(Model):
    """What a formula gives; a number at most 3.4e38 from 0 and, unless it is 0, 1.2e-38 at least.

    A number nearer to 0 on either side becomes 1.2e-38.
    """

    kind: Literal["formula"] = "formula"
    formula: Formula


class Leaf(Model):
    """What a formula gives, where all conditions hold (are neither 0, the empty word nor none)."""

    conditions: tuple[Formula, ...] = ()
    formula: Formula


class TreeValue(Model):
    """The first leaf whose conditions hold; 0 if there is none, or if it gives no value."""

    kind: Literal["tree"] = "tree"
    leaves: Annotated[tuple[Leaf, ...], Field(min_length=1)]


class TransitionValue(Model):
    """A word drawn by the one that the attribute has; an attribute that has another keeps it."""

    kind: Literal["transition"] = "transition"
    after: Annotated[dict[str, Shares], Field(min_length=1)]


FirstValue = Annotated[NumberValue | ChoiceValue, Field(discriminator="kind")]
Value = Annotated[
    NumberValue | ChoiceValue | FormulaValue | TreeValue | TransitionValue,
    Field(discriminator="kind"),
]


class Attribute(Model):
    """An attribute with its first ``value``, drawn when a case comes.

    One that is ``shared`` has a single value for all cases, drawn when the run begins and, if there
    is ``by_case``, again for all whenever a case comes.
    """

    name: str
    shared: bool = False
    value: FirstValue | None = None
    by_case: FirstValue | None = None


class Change(Model):
    """A new value of an attribute after each visit of an event or task.

    All changes of a visit are computed from the values before it, but for transitions: their new
    word is seen by the changes that come after them. Changes of shared attributes come first.
    """

    event: Identifier
    attribute: str
    value: Value

    @property
    def asked(self) -> frozenset[str]:
        """The attributes that the new value depends on."""
        return frozenset(name for formula in self._formulas() for name in formula.attributes)

    def _formulas(self) -> Iterator[Formula]:
        match self.value:
            case FormulaValue(formula=formula):
                yield formula
            case TreeValue(leaves=leaves):
                for leaf in leaves:
                    yield from (*leaf.conditions, leaf.formula)
            case _:
                return
