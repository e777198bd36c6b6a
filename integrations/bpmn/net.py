"""A flat control flow as a token net, with the time of every node."""

import re
from collections.abc import Mapping

from integrations.bpmn.elements import ACTIVITIES, Arrow, Element
from integrations.bpmn.flatten import Flat
from integrations.bpmn.qbp_read import Simulation
from integrations.documents import checked
from models.distributions import Fixed, Triangular
from models.source import Source, assumed
from models.step_time import Automatic, Duration, StepTime, Wait, Work, days, minutes
from models.token_net import TokenNet

KINDS = {
    "startEvent": "start",
    "endEvent": "end",
    "intermediateCatchEvent": "event",
    "intermediateThrowEvent": "event",
    "exclusiveGateway": "exclusive",
    "parallelGateway": "parallel",
    "inclusiveGateway": "inclusive",
    "complexGateway": "inclusive",
    "eventBasedGateway": "events",
}
NO_DURATION = assumed("流程图没有写明用时，暂按此估计 (the diagram states no duration)")
USUAL = minutes(Triangular(low=10, mode=20, high=45), NO_DURATION)
USUAL_SYSTEM = minutes(Triangular(low=0.1, mode=0.5, high=2), NO_DURATION)
USUAL_WAIT = days(Fixed(value=1), NO_DURATION)
AUTOMATIC = frozenset({"serviceTask", "scriptTask", "businessRuleTask", "sendTask"})
ISO = re.compile(
    r"P(?:(?P<weeks>\d+(?:\.\d+)?)W)?(?:(?P<days>\d+(?:\.\d+)?)D)?"
    r"(?:T(?:(?P<hours>\d+(?:\.\d+)?)H)?(?:(?P<minutes>\d+(?:\.\d+)?)M)?"
    r"(?:(?P<seconds>\d+(?:\.\d+)?)S)?)?"
)
SECONDS = {"weeks": 604_800, "days": 86_400, "hours": 3_600, "minutes": 60, "seconds": 1}
EVEN = 0.5
"""The assumed chance of a branch of an inclusive split."""
LONGEST = 100 * 365 * 86_400
"""Seconds; a timer beyond a hundred years is a slip."""


def iso_seconds(text: str) -> float | None:
    """Seconds of an ISO 8601 duration without months and years; None if it is something else."""
    found = ISO.fullmatch(text.strip())
    if found is None or not any(found.groupdict().values()):
        return None
    amount = sum(SECONDS[name] * float(part) for name, part in found.groupdict().items() if part)
    return amount if amount <= LONGEST else None


def lasting(element: Element) -> float | None:
    """Seconds that the diagram says an event lasts: its timer's; nothing for one that throws."""
    if element.kind == "intermediateThrowEvent":
        return 0.0
    is_timer = element.kind == "intermediateCatchEvent" and element.definition == "timer"
    return iso_seconds(element.timer) if is_timer else None


def token_net(flat: Flat, name: str, simulation: Simulation | None, where: str) -> TokenNet:
    """The flow as a net; DefinitionError or DocumentError if it cannot be walked.

    Without simulation data its flows have no shares.
    """
    nodes = []
    for element in flat.elements.values():
        kind = "task" if element.kind in ACTIVITIES else KINDS[element.kind]
        if kind == "end" and element.definition == "terminate":
            kind = "terminate"
        if element.kind == "complexGateway":
            flat.note(
                f"复杂网关“{element.label}”按包容网关处理",
                f"complex gateway {element.label!r}: read as an inclusive one",
            )
        followers = [flat.elements[a.target] for a in flat.leaving(element.id)]
        if kind == "events" and any(KINDS.get(f.kind) != "event" for f in followers):
            kind = "exclusive"
            flat.note(
                f"事件网关“{element.label}”之后不全是中间事件，按概率均等处理",
                f"event gateway {element.label!r} is not followed by events alone: read as a "
                "choice of equal chance",
            )
        own = {"id": element.id, "kind": kind, "name": element.name, "owner": element.lane}
        nodes.append({**own, "lasts": lasting(element)})
    shares = {} if simulation is None else _shares(flat, simulation)
    flows = [
        {
            "id": arrow.id or f"{arrow.source}..{arrow.target}..{number}",
            "source": arrow.source,
            "target": arrow.target,
            "name": arrow.name,
            "condition": arrow.condition,
            "share": shares.get(arrow.id),
            "default": bool(arrow.id) and flat.elements[arrow.source].default == arrow.id,
        }
        for number, arrow in enumerate(flat.arrows)
    ]
    return checked({"id": name or "process", "nodes": nodes, "flows": flows}, TokenNet, where)


def _shares(flat: Flat, simulation: Simulation) -> dict[str, float]:
    """Shares of the flows; those of an exclusive split are made to sum to one."""
    shares: dict[str, float] = {}
    for element in flat.elements.values():
        own = flat.leaving(element.id)
        if len(own) < 2 or not element.kind.endswith("Gateway"):  # noqa: PLR2004 - no split
            continue
        given = {a.id: simulation.shares[a.id] for a in own if a.id in simulation.shares}
        if element.kind in {"inclusiveGateway", "complexGateway"}:
            shares |= {**dict.fromkeys((a.id for a in own), EVEN), **given}
            if len(given) < len(own):
                flat.note(
                    f"包容网关“{element.label}”没有写明各分支的概率，按各{EVEN:.0%}估计（假设）",
                    f"inclusive gateway {element.label!r} states no chances: {EVEN:.0%} each "
                    "assumed",
                )
        if element.kind != "exclusiveGateway":
            continue
        shares |= _whole(flat, element, own, given)
    return shares


def _whole(
    flat: Flat, element: Element, own: list[Arrow], given: Mapping[str, float]
) -> dict[str, float]:
    left, missing = 1 - sum(given.values()), [a.id for a in own if a.id not in given]
    if not given or (missing and left < 0) or not any(given.values()):
        flat.note(
            f"网关“{element.label}”没有写明分支概率，按均等估计",
            f"gateway {element.label!r} states no shares: taken as equal (assumption)",
        )
        return dict.fromkeys((a.id for a in own), 1 / len(own))
    whole = {**given, **dict.fromkeys(missing, left / len(missing) if missing else 0)}
    total = sum(whole.values())
    if abs(total - 1) > 1e-6:  # noqa: PLR2004 - rounding
        flat.note(
            f"网关“{element.label}”各分支概率之和为{total:g}，已按比例折算",
            f"the shares of gateway {element.label!r} sum to {total:g}: scaled to 1",
        )
    return {name: share / total for name, share in whole.items()}


def times(
    flat: Flat, simulation: Simulation, source: Source, pools: Mapping[str, str]
) -> dict[str, StepTime]:
    """How long each task and each waiting event takes, by id; ``pools`` gives a task's staff."""
    found: dict[str, StepTime] = {}
    for element in flat.elements.values():
        given = simulation.durations.get(element.id)
        stated = (
            None if given is None else Duration(distribution=given, unit="seconds", source=source)
        )
        if element.kind in ACTIVITIES:
            found[element.id] = _task_time(element, stated, pools)
        elif element.kind == "intermediateCatchEvent" and element.definition != "link":
            found[element.id] = _wait(flat, element, stated, source)
    return found


def _task_time(element: Element, stated: Duration | None, pools: Mapping[str, str]) -> StepTime:
    if element.kind in AUTOMATIC and element.id not in pools:
        return Automatic(duration=stated or USUAL_SYSTEM)
    return Work(duration=stated or USUAL, pool=pools.get(element.id))


def _wait(flat: Flat, element: Element, stated: Duration | None, source: Source) -> StepTime:
    seconds = lasting(element)
    if stated is None and seconds is not None:
        stated = Duration(distribution=Fixed(value=seconds), unit="seconds", source=source)
    if stated is None:
        flat.note(
            f"事件“{element.label}”（{element.definition or '无触发'}）等待多久没有写明，按1天估计",
            f"event {element.label!r} ({element.definition or 'no trigger'}) does not say how long "
            "it waits: one day assumed",
        )
    return Wait(duration=stated or USUAL_WAIT)
