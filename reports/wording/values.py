"""Figures of definitions in words: distributions, conditions, staff, arrivals."""

from collections.abc import Callable
from typing import Any

from models.arrivals import Arrivals
from models.base import Model
from models.condition import (
    AllOf,
    AnyOf,
    Attribute,
    Chance,
    ChoiceAttribute,
    Compare,
    FlagAttribute,
    Is,
    Not,
    NumberAttribute,
    When,
)
from models.distributions import Distribution, Empirical, Pert, Triangular
from models.limit import Limit
from models.pool import Batch, Pool
from models.process import Process
from models.step import Material, Rework
from models.step_time import ApplicantTime, Duration, Wait, Work
from reports.wording import Wording
from reports.wording.numbers import amount, count, given_share

_SIGNS = {"<": "<", "<=": "≤", ">": ">", ">=": "≥"}


def plain(value: float) -> str:
    """A figure of a definition as it was given."""
    return count(value) if value == int(value) else f"{value:g}"


def distribution(given: Distribution, w: Wording) -> str:
    """The distribution and its parameters, without the unit."""
    match given:
        case Triangular() | Pert():
            points = "–".join(map(plain, (given.low, given.mode, given.high)))
            return w(given.kind, points=points)
        case Empirical():
            return w("empirical", n=len(given.values), mean=f"{given.mean:.3g}")
        case _:
            parameters = given.model_dump(exclude={"kind"})
            return w(given.kind, **{name: plain(value) for name, value in parameters.items()})


def duration(given: Duration, around: Model | None, w: Wording) -> str:
    """The duration with its unit and the kind of time it is."""
    if isinstance(around, Work):
        kind = "office"
    elif isinstance(around, Wait | ApplicantTime):
        kind = around.basis
    else:
        kind = "calendar"
    unit = w(f"time_{kind}_{given.unit}")
    return f"{distribution(given.distribution, w)} {unit}"


def condition(when: When, process: Process, w: Wording) -> str:
    """A condition in words, with the names of the attributes."""
    named = {attribute.slug: attribute for attribute in process.attributes}
    match when:
        case Chance():
            return w("chance", share=given_share(when.share))
        case Is():
            return _equal(when, named[when.attribute], w)
        case Compare():
            attribute = named[when.attribute]
            unit = w.of(attribute.unit) if isinstance(attribute, NumberAttribute) else ""
            sign = _SIGNS[when.operator]
            return f"{w.of(attribute.name)} {sign} {plain(when.value)} {unit}".rstrip()
        case AllOf():
            return w("and").join(condition(part, process, w) for part in when.conditions)
        case AnyOf():
            return w("or").join(condition(part, process, w) for part in when.conditions)
        case Not():
            return w("not", what=condition(when.condition, process, w))


def _equal(when: Is, attribute: Attribute, w: Wording) -> str:
    name = w.of(attribute.name)
    if isinstance(when.value, bool):
        return name if when.value else w("not", what=name)
    return f"{name} = {when.value}"


def correction(given: Rework, w: Wording) -> str:
    """How often a step sends the case back."""
    return w("correction_figure", share=given_share(given.chance), most=given.most)


def figure(holder: Model | None, parent: Model | None, w: Wording) -> str:
    """The figure that a source vouches for, by the definition that cites it; often empty."""
    for kind, words in _FIGURES.items():
        if isinstance(holder, kind):
            return str(words(holder, w))
    return duration(holder, parent, w) if isinstance(holder, Duration) else ""


def people(number: int, w: Wording) -> str:
    """So many people."""
    return w("people_figure_one" if number == 1 else "people_figure", n=count(number))


def _threshold(holder: Compare, _w: Wording) -> str:
    return f"{_SIGNS[holder.operator]} {plain(holder.value)}"


def _choice(holder: ChoiceAttribute, w: Wording) -> str:
    total = sum(holder.options.values())
    shares = holder.options.items()
    return w.listed([f"{name} {given_share(weight / total)}" for name, weight in shares])


_FIGURES: dict[type[Model], Callable[[Any, Wording], str]] = {
    Rework: correction,
    Chance: lambda holder, _: given_share(holder.share),
    Compare: _threshold,
    FlagAttribute: lambda holder, _: given_share(holder.share),
    NumberAttribute: lambda holder, w: (
        f"{distribution(holder.distribution, w)} {w.of(holder.unit)}"
    ),
    ChoiceAttribute: _choice,
    Pool: lambda holder, w: people(holder.count, w),
    Batch: lambda holder, w: w.listed(list(holder.times)),
    Arrivals: lambda holder, w: w("arrivals_figure", n=plain(holder.per_working_day)),
    Limit: lambda holder, w: amount(holder.most, holder.unit, w),
    Material: lambda holder, w: w.of(holder.name),
}
