"""Attributes of a case and conditions on them: the one interpreter of routing rules.

Live runs evaluate a condition on one case's values, the simulator on arrays of many cases; both
call ``holds``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import reduce
from operator import and_, ge, gt, le, lt, or_
from typing import TYPE_CHECKING, Annotated, Any, Literal, cast

from pydantic import Field

from models.base import Model, Slug, Text
from models.distributions import Distribution
from models.source import Source

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Truth = bool | npt.NDArray[np.bool_]
    Column = bool | float | str | npt.NDArray[np.generic]
    Values = Mapping[str, Column]

Share = Annotated[float, Field(ge=0, le=1)]

COMPARISONS: dict[str, Callable[[Any, float], Any]] = {"<": lt, "<=": le, ">": gt, ">=": ge}


class FlagAttribute(Model):
    """A yes/no property of a case, true in ``share`` of the cases."""

    kind: Literal["flag"] = "flag"
    slug: Slug
    name: Text
    share: Share
    source: Source


class NumberAttribute(Model):
    """A number, e.g. a budget in yuan or an age in years."""

    kind: Literal["number"] = "number"
    slug: Slug
    name: Text
    unit: Text
    distribution: Distribution
    source: Source


class ChoiceAttribute(Model):
    """One of several named values, each with its weight."""

    kind: Literal["choice"] = "choice"
    slug: Slug
    name: Text
    options: Annotated[dict[Slug, Annotated[float, Field(gt=0)]], Field(min_length=1)]
    source: Source


Attribute = Annotated[
    FlagAttribute | NumberAttribute | ChoiceAttribute, Field(discriminator="kind")
]


class Is(Model):
    """The attribute equals a value (by default: the flag is set)."""

    kind: Literal["is"] = "is"
    attribute: Slug
    value: bool | str = True

    def holds(self, values: Values) -> Truth:
        """Truth for one case, or an array of truths for many."""
        return cast("Truth", values[self.attribute] == self.value)

    def attributes(self) -> frozenset[str]:
        """The attributes the condition looks at."""
        return frozenset({self.attribute})


class Compare(Model):
    """A numeric attribute against a threshold, e.g. budget <= 5,000,000."""

    kind: Literal["compare"] = "compare"
    attribute: Slug
    operator: Literal["<", "<=", ">", ">="]
    value: float
    source: Source

    def holds(self, values: Values) -> Truth:
        """Truth for one case, or an array of truths for many."""
        compare = COMPARISONS[self.operator]
        return cast("Truth", compare(values[self.attribute], self.value))

    def attributes(self) -> frozenset[str]:
        """The attributes the condition looks at."""
        return frozenset({self.attribute})


class AllOf(Model):
    """Every one of the conditions."""

    kind: Literal["all"] = "all"
    conditions: Annotated[tuple[Condition, ...], Field(min_length=1)]

    def holds(self, values: Values) -> Truth:
        """Truth for one case, or an array of truths for many."""
        return reduce(and_, (part.holds(values) for part in self.conditions))

    def attributes(self) -> frozenset[str]:
        """The attributes the condition looks at."""
        return frozenset().union(*(part.attributes() for part in self.conditions))


class AnyOf(Model):
    """At least one of the conditions."""

    kind: Literal["any"] = "any"
    conditions: Annotated[tuple[Condition, ...], Field(min_length=1)]

    def holds(self, values: Values) -> Truth:
        """Truth for one case, or an array of truths for many."""
        return reduce(or_, (part.holds(values) for part in self.conditions))

    def attributes(self) -> frozenset[str]:
        """The attributes the condition looks at."""
        return frozenset().union(*(part.attributes() for part in self.conditions))


class Not(Model):
    """The opposite of a condition."""

    kind: Literal["not"] = "not"
    condition: Condition

    def holds(self, values: Values) -> Truth:
        """Truth for one case, or an array of truths for many."""
        return self.condition.holds(values) ^ True

    def attributes(self) -> frozenset[str]:
        """The attributes the condition looks at."""
        return self.condition.attributes()


class Chance(Model):
    """A share of the cases, drawn anew for each step that says so.

    Use it where nobody records the reason; where an attribute decides, use ``Is``. The draw is
    the flag ``chance_key(step)`` among the case's values.
    """

    kind: Literal["chance"] = "chance"
    share: Share
    source: Source


Condition = Annotated[Is | Compare | AllOf | AnyOf | Not, Field(discriminator="kind")]
When = Annotated[Is | Compare | AllOf | AnyOf | Not | Chance, Field(discriminator="kind")]


def chance_key(step: str) -> str:
    """Where the values of a case keep the outcome of that step's ``Chance``."""
    return f"chance:{step}"


def performed(when: When | None, step: str, values: Values) -> Truth:
    """Whether a step with this ``when`` is performed, for one case or an array of cases."""
    if when is None:
        return True
    if isinstance(when, Chance):
        return cast("Truth", values[chance_key(step)])
    return when.holds(values)


AllOf.model_rebuild()
AnyOf.model_rebuild()
Not.model_rebuild()
