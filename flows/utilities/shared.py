"""What the utility processes share: papers, sites and works."""

from flows.limits import calendar_days, completed
from flows.shared import (
    IDENTITY,
    LICENCE_COPY,
    field_work,
    material,
    outside_between,
    own_days,
)
from flows.steps import office_trip, quiet
from models.base import text
from models.condition import When
from models.edits import AddStep
from models.limit import Limit
from models.source import assumed, statute
from models.step import Step
from models.step_time import Wait

WORKS = assumed("接入施工和协调用时估计，待以工单校准 (works and co-ordination, estimated)")
SETTLE_FIRST = assumed("欠费须先结清，其余照常过户 (arrears are paid first, the rest proceeds)")

SITE_PAPERS = material("site-papers", "用地或权属证明", "Proof of the site")
PROJECT_PAPERS = material("project-papers", "立项和规划批准文件", "Project approvals")
CERTIFICATE = material("property-certificate", "不动产权证", "Property certificate")


def works(low: float, mode: float, high: float) -> Wait:
    """Connection works by a utility, in working days, triangular (assumption)."""
    return outside_between(low, mode, high, WORKS)


def site_plan(utility: str, zh: str, en: str, owner: str, when: When | None = None) -> Step:
    """A utility looks at the site and draws up the connection plan."""
    time = field_work(owner, 90, 150, 300)
    after = f"{utility}-application"
    return quiet(f"{utility}-plan", text(zh, en), owner, after, time, when=when)


def contract_and_works(utility: str, zh: str, en: str, owner: str, when: When) -> Step:
    """Works as they were: the applicant signs and pays at the utility's own counter first."""
    after = (f"{utility}-plan", "external-approval-sign-off")
    papers = (IDENTITY, LICENCE_COPY)
    name = text(zh, en)
    return office_trip(f"{utility}-works", name, owner, after, works(4, 8, 15), papers, when=when)


def settled_first(utility: str, zh: str, when: When) -> AddStep:
    """Arrears with a utility are paid before its account is transferred."""
    step = Step(
        slug=f"settle-{utility}",
        name=text(f"结清{zh}", f"Pay the {utility} arrears"),
        owner="applicant",
        after=("push-result",),
        when=when,
        time=own_days(3, 0.5),
        channel="online",
        source=SETTLE_FIRST,
    )
    return AddStep(step=step, before=(f"{utility}-transfer",))


def power_plan_limit(application: str | None = None) -> Limit:
    """The power company's plan: one month for a customer with one high-voltage feed."""
    return calendar_days(
        "power-plan-rule",
        text("供电方案答复（规章）", "Power connection plan (rule)"),
        30,
        "power-plan",
        statute("供电营业规则", "第十九条", "1996年版，高压单电源用户最长一个月"),
        completed(application) if application else None,
        assumed("按高压单电源用户取一个月，读作30个自然日 (one month as 30 days)"),
    )
