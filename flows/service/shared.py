"""What the service modules share: intake anywhere (异地收件) and handling at home (属地受理)."""

from flows.limits import completed, licensing_law
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    OUTSIDE,
    clerk,
    corrected,
    material,
    system_seconds,
)
from flows.steps import quiet
from models.base import Text, text
from models.condition import When
from models.distributions import Lognormal, Triangular
from models.limit import Limit
from models.source import Source, assumed
from models.step import Channel, Step, Visit
from models.step_time import StepTime, Wait, days, hours

TRAVEL = assumed("前往属地办事的时间安排估计 (going to the home authority)")
HANDLING = assumed("属地受理审批的一般环节 (usual handling by the authority in charge)")
PERMIT_LIMIT = assumed("以许可类事项衡量，其他事项从其规定 (measured as a permit)")

PAPERS = material("matter-papers", "事项材料", "Papers of the matter")
AT_THE_DESK = Wait(duration=hours(Triangular(low=0.2, mode=0.4, high=1), OUTSIDE))


def journey(median: float) -> Visit:
    """A trip to the home authority, put off by so many days."""
    return Visit(delay=days(Lognormal(median=median, sigma=0.6), TRAVEL), source=TRAVEL)


def filing(
    slug: str,
    name: Text,
    owner: str,
    time: StepTime,
    source: Source,
    visit: Visit | None = AT_ONCE,
    when: When | None = None,
    channel: Channel = "window",
    after: tuple[str, ...] = (),
) -> Step:
    """Papers taken in, at home or anywhere; what lacks is put right there."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=after,
        when=when,
        time=time,
        rework=corrected(slug, 0.12),
        materials=(FORM, IDENTITY, PAPERS),
        visit=visit,
        channel=channel,
        source=source,
    )


def forwarding(after: tuple[str, ...], source: Source) -> Step:
    """Papers taken in elsewhere reach the authority in charge over the network."""
    name = text("网上流转至属地（主管）部门", "Forward to the authority in charge")
    return quiet("forwarding", name, "service-center", after, system_seconds(60), source)


def acceptance(owner: str, after: str, time: StepTime) -> Step:
    """The authority in charge accepts the case: its legal clock starts."""
    name = text("受理", "Acceptance")
    accepted = quiet("acceptance", name, owner, after, time, HANDLING)
    return accepted.changed(rework=corrected("acceptance", 0.08))


def decision(owner: str, time: StepTime) -> Step:
    """The authority in charge examines and decides."""
    name = text("审查、决定", "Examine and decide")
    return quiet("decision", name, owner, "acceptance", time, HANDLING)


def result(owner: str, after: tuple[str, ...], visit: Visit, time: StepTime | None = None) -> Step:
    """The result is collected (later: delivered)."""
    return Step(
        slug="result",
        name=text("领取（送达）结果", "Collect or receive the result"),
        owner=owner,
        after=after,
        time=time or clerk(3, 6, 15),
        visit=visit,
        channel="window",
        produces=(text("办理结果", "Result of the case"),),
        source=HANDLING,
    )


def decision_limit(*over: str) -> Limit:
    """20 working days from acceptance, as for a permit of one department."""
    return licensing_law(over, starts=completed("acceptance"), reading=PERMIT_LIMIT)
