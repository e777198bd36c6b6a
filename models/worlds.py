"""Which conditional steps a case can meet together, whatever its attributes are.

A log seldom says what a case is like; it says which steps were performed. Each combination of
attribute values (a world) makes certain conditional steps due, so the steps performed tell which
worlds a case can come from.
"""

from dataclasses import dataclass
from itertools import pairwise
from math import prod

import numpy as np
import numpy.typing as npt

from models.condition import (
    AllOf,
    AnyOf,
    Attribute,
    Chance,
    Compare,
    Condition,
    Is,
    Not,
    performed,
)
from models.process import Process

Flags = npt.NDArray[np.bool_]
Column = npt.NDArray[np.generic]

MOST = 50_000
"""Worlds; a process whose attributes combine in more ways is not looked through."""


@dataclass(frozen=True, eq=False)
class Worlds:
    """All combinations of attribute values that conditions can tell apart.

    ``steps`` are those whose condition looks at attributes (not ``Chance``); ``due`` says for each
    world (row) which of them are performed; ``values`` holds each attribute's value by world. A
    number stands for its interval between thresholds.
    """

    steps: tuple[str, ...]
    due: Flags
    values: dict[str, Column]


def worlds(process: Process) -> Worlds:
    """The worlds of a process; of a process with too many of them none, and no steps."""
    steps = [s for s in process.steps if s.when is not None and not isinstance(s.when, Chance)]
    used = {name for s in steps if s.when is not None for name in _attributes(s.when)}
    attributes = [a for a in process.attributes if a.slug in used]
    conditions = [s.when for s in steps if s.when is not None and not isinstance(s.when, Chance)]
    options = [_options(attribute, conditions) for attribute in attributes]
    count = prod(len(values) for values in options)
    if not steps or count > MOST:
        return Worlds((), np.zeros((1, 0), np.bool_), {})
    places = np.indices([len(values) for values in options]).reshape(len(options), -1)
    columns: dict[str, Column] = {
        a.slug: values[place] for a, values, place in zip(attributes, options, places, strict=True)
    }
    due = [np.broadcast_to(performed(s.when, s.slug, columns), count) for s in steps]
    return Worlds(tuple(s.slug for s in steps), np.stack(due, axis=1), columns)


def _attributes(when: Condition | Chance) -> frozenset[str]:
    return frozenset() if isinstance(when, Chance) else when.attributes()


def _options(attribute: Attribute, conditions: list[Condition]) -> Column:
    match attribute.kind:
        case "flag":
            return np.array([False, True])
        case "choice":
            return np.array(list(attribute.options))
        case "number":
            return _intervals(sorted(_thresholds(attribute.slug, conditions)))


def _intervals(thresholds: list[float]) -> Column:
    """Each threshold, and one number in each interval between them and beyond."""
    if not thresholds:
        return np.zeros(1)
    between = [(low + high) / 2 for low, high in pairwise(thresholds)]
    return np.array(sorted([thresholds[0] - 1, *thresholds, *between, thresholds[-1] + 1]))


def _thresholds(attribute: str, conditions: list[Condition]) -> set[float]:
    found: set[float] = set()
    stack = list(conditions)
    while stack:
        match stack.pop():
            case Compare(attribute=name, value=value) if name == attribute:
                found.add(value)
            case AllOf(conditions=parts) | AnyOf(conditions=parts):
                stack.extend(parts)
            case Not(condition=part):
                stack.append(part)
            case Compare() | Is():
                pass
    return found
