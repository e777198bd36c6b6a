"""What can be wrong with a process. Every check returns sentences; none raises."""

from collections.abc import Iterable, Mapping
from itertools import combinations

from models import graph
from models.condition import AllOf, AnyOf, Attribute, Chance, Compare, Condition, Is, Not, When
from models.limit import Limit
from models.said import in_chinese, said
from models.step import Step

KINDS = {"step": "环节", "attribute": "属性", "limit": "时限"}


def process_faults(
    steps: tuple[Step, ...], attributes: tuple[Attribute, ...], limits: tuple[Limit, ...]
) -> list[str]:
    """All faults of a process, in plain words; empty if it is sound."""
    if not steps:
        return [said("没有办理环节", "it has no steps")]
    faults = _duplicates("step", (step.slug for step in steps))
    faults += _duplicates("attribute", (attribute.slug for attribute in attributes))
    faults += _duplicates("limit", (limit.slug for limit in limits))
    faults += _graph_faults(steps)
    faults += _condition_faults(steps, attributes)
    faults += _limit_faults(steps, limits)
    faults += _rework_faults(steps)
    return faults


def _duplicates(kind: str, slugs: Iterable[str]) -> list[str]:
    seen: set[str] = set()
    twice: dict[str, None] = {}
    for slug in slugs:
        if slug in seen:
            twice[slug] = None
        seen.add(slug)
    name = KINDS[kind]
    return [
        said(f"两个{name}都叫“{slug}”，请改名", f"two {kind}s are called {slug!r}; rename one")
        for slug in twice
    ]


def _graph_faults(steps: tuple[Step, ...]) -> list[str]:
    after = {step.slug: step.after for step in steps}
    faults: list[str] = [
        said(
            f"环节“{step.slug}”的前置环节“{name}”不存在",
            f"step {step.slug!r} comes after {name!r}, which is not a step",
        )
        for step in steps
        for name in step.after
        if name not in after
    ]
    circular = sorted(slug for slug in after if slug in graph.ancestors(after, after[slug]))
    if circular:
        names = ", ".join(circular)
        faults.append(
            said(
                f"`after` 前置关系成环：{names}，请断开",
                f"`after` runs in a circle through {names}; break it",
            )
        )
    forward = graph.followers(after)
    if len(steps) > 1:
        faults += [
            said(
                f"环节“{slug}”孤立：没有前置环节，也没有后续环节",
                f"step {slug!r} is an orphan: nothing comes before or after it",
            )
            for slug in after
            if not after[slug] and not forward[slug]
        ]
    return faults


def _condition_faults(steps: tuple[Step, ...], attributes: tuple[Attribute, ...]) -> list[str]:
    known = {attribute.slug: attribute for attribute in attributes}
    faults: list[str] = []
    for step in steps:
        if step.when is not None and not isinstance(step.when, Chance):
            faults += [
                said(f"环节“{step.slug}”：{in_chinese(fault)}", f"step {step.slug!r}: {fault}")
                for fault in _misuse(step.when, known)
            ]
    return faults


def condition_faults(condition: When, attributes: tuple[Attribute, ...]) -> list[str]:
    """What a condition asks of these attributes that they do not have; empty if it is sound."""
    if isinstance(condition, Chance):
        return []
    return _misuse(condition, {attribute.slug: attribute for attribute in attributes})


def _misuse(condition: Condition, known: dict[str, Attribute]) -> list[str]:
    match condition:
        case AllOf() | AnyOf():
            return [fault for part in condition.conditions for fault in _misuse(part, known)]
        case Not():
            return _misuse(condition.condition, known)
        case Compare(attribute=slug):
            attribute = known.get(slug)
            wrong = attribute is not None and attribute.kind != "number"
            fault = said(
                f"条件比较的“{slug}”不是数值", f"condition compares {slug!r}, which is not a number"
            )
        case Is(attribute=slug, value=value):
            attribute = known.get(slug)
            wrong = attribute is not None and not _has_value(attribute, value)
            fault = said(
                f"条件要求“{slug}”等于 {value!r}，但它不会取该值",
                f"condition asks whether {slug!r} is {value!r}, which it can never be",
            )
    if attribute is None:
        return [said(f"条件引用了未知属性“{slug}”", f"condition on unknown attribute {slug!r}")]
    return [fault] if wrong else []


def _has_value(attribute: Attribute, value: bool | str) -> bool:
    if attribute.kind == "choice":
        return value in attribute.options
    return attribute.kind == "flag" and isinstance(value, bool)


def _limit_faults(steps: tuple[Step, ...], limits: tuple[Limit, ...]) -> list[str]:
    known = {step.slug for step in steps}
    faults: list[str] = []
    for limit in limits:
        named = [*limit.over, *([limit.starts.step] if limit.starts else [])]
        faults += [
            said(
                f"时限“{limit.slug}”引用的环节“{name}”不存在",
                f"limit {limit.slug!r} names {name!r}, which is not a step",
            )
            for name in named
            if name not in known
        ]
    return faults


def _rework_faults(steps: tuple[Step, ...]) -> list[str]:
    after = {step.slug: step.after for step in steps}
    regions = {
        step.slug: graph.between(after, step.rework.to, step.slug)
        for step in steps
        if step.rework is not None
    }
    faults: list[str] = [
        said(
            f"环节“{slug}”补正退回“{steps_of(steps, slug)}”，但后者不通向它",
            f"step {slug!r} is corrected from {steps_of(steps, slug)!r}, which does not lead to it",
        )
        for slug, region in regions.items()
        if not region
    ]
    whens = {step.slug: step.when for step in steps}
    faults += [
        said(
            f"环节“{step.slug}”补正退回“{step.rework.to}”，但部分办件会跳过后者；"
            "请退回到这些办件都经过的环节",
            f"step {step.slug!r} is corrected from {step.rework.to!r}, which some of its cases "
            "skip; let the correction go back to a step that every such case has passed",
        )
        for step in steps
        if step.rework is not None and _goes_back_to_skipped(step, whens)
    ]
    return faults + _clashes(after, regions)


def _clashes(after: Mapping[str, tuple[str, ...]], regions: Mapping[str, set[str]]) -> list[str]:
    """Corrections of steps that can run side by side must not revisit a common step."""
    faults: list[str] = []
    for first, second in combinations(regions, 2):
        ordered = first in graph.ancestors(after, [second]) or second in graph.ancestors(
            after, [first]
        )
        shared = regions[first] & regions[second]
        if shared and not ordered:
            names = ", ".join(sorted(shared))
            faults.append(
                said(
                    f"并联环节“{first}”和“{second}”的补正都要重办 {names}；"
                    f"请让其中一个退回较后的环节",
                    f"corrections of the parallel steps {first!r} and {second!r} both revisit "
                    f"{names}; let one of them go back to a later step",
                )
            )
    return faults


def _goes_back_to_skipped(step: Step, whens: Mapping[str, When | None]) -> bool:
    if step.rework is None or step.rework.to == step.slug:
        return False
    when = whens.get(step.rework.to)
    return isinstance(when, Chance) or when not in {None, step.when}  # each Chance draws anew


def steps_of(steps: tuple[Step, ...], slug: str) -> str:
    """The step that a correction of ``slug`` goes back to."""
    return next(s.rework.to for s in steps if s.slug == slug and s.rework is not None)
