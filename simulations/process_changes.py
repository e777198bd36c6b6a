"""Changes of a scenario file that reach into a process: shares of attributes, delays."""

from collections.abc import Mapping

from models.base import text
from models.condition import Attribute, Chance
from models.limit import Limit
from models.process import Process
from models.said import said
from models.source import Source
from models.step import Step
from models.step_time import Duration, Wait

Shares = Mapping[str, float | dict[str, float]]


def attribute_faults(shares: Shares, process: Process) -> list[str]:
    """What is wrong with shares given for a process's attributes."""
    known = {attribute.slug: attribute for attribute in process.attributes}
    faults: list[str] = []
    for slug, share in shares.items():
        attribute = known.get(slug)
        if attribute is None or attribute.kind == "number":
            able = ", ".join(a.slug for a in known.values() if a.kind != "number") or "-"
            faults.append(
                said(
                    f"attributes.{slug}：没有这个可给比例的属性；已有 {able}",
                    f"attributes.{slug}: there is no attribute with shares of that name; there "
                    f"are {able}",
                )
            )
        elif attribute.kind == "flag" and isinstance(share, dict):
            faults.append(
                said(
                    f"attributes.{slug}：是非属性只要一个比例，例如 0.3",
                    f"attributes.{slug}: a yes-or-no attribute takes one share, such as 0.3",
                )
            )
        elif attribute.kind == "choice" and (
            not isinstance(share, dict) or set(share) != set(attribute.options)
        ):
            options = ", ".join(attribute.options)
            faults.append(
                said(
                    f"attributes.{slug}：须给出每个选项的权重：{options}",
                    f"attributes.{slug}: give a weight for each option: {options}",
                )
            )
    return faults


def with_attributes(process: Process, shares: Shares, source: Source) -> Process:
    """The process whose attributes have these shares."""
    if not shares:
        return process
    changed = tuple(
        _with_share(attribute, shares[attribute.slug], source)
        if attribute.slug in shares
        else attribute
        for attribute in process.attributes
    )
    return process.changed(attributes=changed)


def _with_share(attribute: Attribute, share: float | dict[str, float], source: Source) -> Attribute:
    if attribute.kind == "choice":
        return attribute.changed(options=share, source=source)
    return attribute.changed(share=share, source=source)


def delay_slug(step: str) -> str:
    """The slug of the wait before a step."""
    return f"{step}-delay"


def with_delays(process: Process, delays: Mapping[str, Duration], source: Source) -> Process:
    """The process with a wait in office time before each of these steps.

    The wait belongs to the step's owner and counts in every limit over the step. Before a step of
    a share of cases (``Chance``) the wait would fall to other cases, so there it is not put.
    """
    able = {
        step.slug
        for step in process.steps
        if step.slug in delays and not isinstance(step.when, Chance)
    }
    if not able:
        return process
    steps: list[Step] = []
    for step in process.steps:
        if step.slug in able:
            steps.append(_delay(step, delays[step.slug], source))
            steps.append(step.changed(after=(delay_slug(step.slug),)))
        else:
            steps.append(step)
    limits = tuple(_over(limit, able) for limit in process.limits)
    return process.changed(steps=tuple(steps), limits=limits)


def _delay(step: Step, duration: Duration, source: Source) -> Step:
    return Step(
        slug=delay_slug(step.slug),
        name=text(f"“{step.name.zh}”前滞留", f"Delay before {step.name.en}"),
        owner=step.owner,
        time=Wait(duration=duration, basis="office"),
        after=step.after,
        when=step.when,
        source=source,
    )


def _over(limit: Limit, delayed: set[str]) -> Limit:
    """The limit over the delays too; one that names no steps covers them already."""
    more = tuple(delay_slug(slug) for slug in limit.over if slug in delayed)
    return limit.changed(over=(*limit.over, *more)) if more else limit
