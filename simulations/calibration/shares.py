"""Shares: of branches, of what cases are like, and of corrections."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from models.condition import Chance
from models.event import EventLog
from models.process import Process
from models.step import Step
from models.worlds import Worlds, worlds

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Counts = npt.NDArray[np.signedinteger]

ROUNDS = 500
PRECISE = 1e-9


@dataclass(frozen=True)
class Share:
    """An observed share and how many cases or visits it rests on."""

    value: float
    of: int


def performed_by_case(log: EventLog, process: Process) -> dict[str, Flags]:
    """For each step whether each case performed it."""
    result: dict[str, Flags] = {}
    for number, entry in enumerate(log.steps):
        did = result.setdefault(entry.step, np.zeros(log.cases, np.bool_))
        did[log.case[log.rows_of_step[number]]] = True
    return {step.slug: result[step.slug] for step in process.steps}


def chances(process: Process, did: Mapping[str, Flags]) -> dict[str, Share]:
    """The share of cases that performed each step with a ``Chance``."""
    return {
        step.slug: Share(float(did[step.slug].mean()), len(did[step.slug]))
        for step in process.steps
        if isinstance(step.when, Chance)
    }


def attribute_shares(
    process: Process, did: Mapping[str, Flags]
) -> dict[str, float | dict[str, float]]:
    """The likeliest shares of flags and options, given which steps the cases performed.

    By expectation and maximisation over the worlds that can have led to each combination of steps;
    attributes are independent, as sampling has them. Attributes that no condition looks at, and
    numbers, are left as they are.
    """
    known = worlds(process)
    if not known.steps:
        return {}
    patterns = np.stack([did[slug] for slug in known.steps], axis=1)
    unique, counts = np.unique(patterns, axis=0, return_counts=True)
    consistent = np.stack([(known.due == pattern).all(axis=1) for pattern in unique])
    possible = consistent.any(axis=1)
    if not possible.any():
        return {}
    weights = _likeliest(process, known, consistent[possible], counts[possible])
    result: dict[str, float | dict[str, float]] = {}
    for attribute in process.attributes:
        found = weights.get(attribute.slug)
        if found is None or attribute.kind == "number":
            continue
        if attribute.kind == "flag":
            result[attribute.slug] = round(found[True], 4)
        else:
            result[attribute.slug] = {
                option: max(round(found[option], 4), 1e-4) for option in attribute.options
            }
    return result


Weights = dict[str, dict[object, float]]


def _likeliest(process: Process, known: Worlds, consistent: Flags, counts: Counts) -> Weights:
    weights = _assumed(process, known)
    for _ in range(ROUNDS):
        chance = np.ones(len(known.due))
        for slug, column in known.values.items():
            chance *= np.array([weights[slug][value] for value in column.tolist()])
        joint = consistent * chance
        total = joint.sum(axis=1, keepdims=True)
        explained = total[:, 0] > 0
        posterior = joint[explained] / total[explained]
        each = (posterior * counts[explained, None]).sum(axis=0)
        changed = _marginals(known, each)
        moved = max(
            abs(changed[slug][value] - weights[slug][value])
            for slug in changed
            for value in changed[slug]
        )
        weights = changed
        if moved < PRECISE:
            break
    return weights


def _marginals(known: Worlds, each: Floats) -> Weights:
    total = max(float(each.sum()), 1e-300)
    return {
        slug: {value: float(each[column == value].sum()) / total for value in set(column.tolist())}
        for slug, column in known.values.items()
    }


def _assumed(process: Process, known: Worlds) -> Weights:
    """Where the search begins: what the definition assumes, never quite 0 or 1."""
    attributes = {attribute.slug: attribute for attribute in process.attributes}
    result: Weights = {}
    for slug, column in known.values.items():
        values = sorted(set(column.tolist()))
        attribute = attributes[slug]
        match attribute.kind:
            case "flag":
                share = min(max(attribute.share, 0.01), 0.99)
                result[slug] = {True: share, False: 1 - share}
            case "choice":
                total = sum(attribute.options.values())
                result[slug] = {name: w / total for name, w in attribute.options.items()}
            case "number":
                result[slug] = {value: 1 / len(values) for value in values}
    return result


def correction_share(log: EventLog, step: Step, rows: npt.NDArray[np.signedinteger]) -> Share:
    """The share of visits that end in a correction, among those that still can.

    After ``most`` corrections of a case its further visits cannot end in one.
    """
    most = step.rework.most if step.rework else 0
    rows = rows[np.lexsort((log.visit[rows], log.case[rows]))]
    case, sent = log.case[rows], (log.outcome[rows] == 1).astype(np.int64)
    before = np.cumsum(sent) - sent
    first = np.concatenate([[True], case[1:] != case[:-1]]) if len(rows) else np.zeros(0, bool)
    start = np.maximum.accumulate(np.where(first, np.arange(len(rows)), 0))
    earlier = before - before[start] if len(rows) else before
    able = earlier < most
    return Share(float(sent[able].mean()) if able.any() else 0.0, int(able.sum()))


def most_corrections(log: EventLog, rows: npt.NDArray[np.signedinteger]) -> int:
    """How often a case was sent back by these visits, at most."""
    sent = rows[log.outcome[rows] == 1]
    return int(np.bincount(log.case[sent]).max()) if len(sent) else 0
