"""What the processes of tax, policy, finance and trade share."""

from flows.shared import (
    APPLICANT,
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    SYSTEM,
    corrected,
    material,
    review,
)
from models.base import Text
from models.condition import Condition
from models.distributions import Fixed, Lognormal
from models.source import assumed
from models.step import Step
from models.step_time import ApplicantTime, Duration, Wait, days, minutes, seconds

OUTSIDE = assumed("外部机构用时估计，待以实际数据校准 (an outside body's time, to be calibrated)")
PUBLICITY = assumed("资金安排公示5个工作日，按常见做法 (usual publicity of 5 working days)")

TAX_PROOF = material("tax-proof", "完税证明", "Proof of tax paid")
SOCIAL_PROOF = material("social-insurance-proof", "社保缴纳证明", "Proof of social insurance")
BANK_ACCOUNT = material("bank-account", "收款账户信息", "Account details")
PROJECT_PAPERS = material("project-papers", "项目佐证材料", "Papers that prove the claim")
CLAIM_PAPERS = (FORM, LICENCE_COPY, TAX_PROOF, SOCIAL_PROOF, BANK_ACCOUNT, PROJECT_PAPERS)

OWNER_REVIEWS = assumed("由政策主管部门各自受理审核 (each owner department reviews)")
INCOMPLETE = assumed("纸质材料需补正的比例估计 (share of paper claims to be corrected)")

SYSTEM_TIME: Duration = seconds(Fixed(value=30), SYSTEM)


def own_days(median: float, sigma: float = 0.6) -> ApplicantTime:
    """The applicant's own time, in calendar days, lognormal (assumption)."""
    return ApplicantTime(duration=days(Lognormal(median=median, sigma=sigma), APPLICANT))


def own_minutes(median: float, sigma: float = 0.5) -> ApplicantTime:
    """The applicant's own time, in minutes, lognormal (assumption)."""
    return ApplicantTime(duration=minutes(Lognormal(median=median, sigma=sigma), APPLICANT))


def outside_days(median: float, sigma: float = 0.5) -> Wait:
    """An outside body at work, in working days, lognormal (assumption)."""
    return Wait(duration=days(Lognormal(median=median, sigma=sigma), OUTSIDE), basis="working")


def publicity_days(value: float = 5) -> Wait:
    """A publicity period in whole working days (assumption)."""
    duration = days(Fixed(value=value), PUBLICITY)
    return Wait(duration=duration, basis="working", whole_days=True)


def policy_review(slug: str, name: Text, owner: str, when: Condition) -> Step:
    """The department that owns the policy takes the paper claim and reviews it."""
    return Step(
        slug=slug,
        name=name,
        owner=owner,
        after=("search",),
        when=when,
        time=review(90),
        rework=corrected(slug, 0.25, most=2, source=INCOMPLETE),
        materials=CLAIM_PAPERS,
        visit=AT_ONCE,
        channel="window",
        source=OWNER_REVIEWS,
    )
