"""What the processes of tax, policy, finance and trade share."""

from flows.shared import (
    AT_ONCE,
    BANK_ACCOUNT,
    FORM,
    LICENCE_COPY,
    PERMIT_HOURS,
    corrected,
    material,
    period,
    review,
)
from flows.steps import signed
from models.base import text
from models.condition import Is
from models.source import assumed
from models.step import Step

PUBLICITY = assumed("资金安排公示5个工作日，按常见做法 (usual publicity of 5 working days)")
OWNER_REVIEWS = assumed("由政策主管部门各自受理审核 (each owner department reviews)")
INCOMPLETE = assumed("纸质材料需补正的比例估计 (share of paper claims to be corrected)")
NO_FIGURE = assumed("免申即享占比估计，方案未给数字 (share; the plan gives none)")
BANK_ASKS = assumed("银行要求补充资料的比例估计 (share of loans where the bank asks for more)")

TAX_PROOF = material("tax-proof", "完税证明", "Proof of tax paid")
SOCIAL_PROOF = material("social-insurance-proof", "社保缴纳证明", "Proof of social insurance")
PROJECT_PAPERS = material("project-papers", "项目佐证材料", "Papers that prove the claim")
CLAIM_PAPERS = (FORM, LICENCE_COPY, TAX_PROOF, SOCIAL_PROOF, BANK_ACCOUNT, PROJECT_PAPERS)

PUBLICITY_PERIOD = period(5, PUBLICITY, "working")
"""The list of those to be paid is published before the payment."""


def policy_review(policy: str, zh: str, en: str, owner: str) -> tuple[Step, Step]:
    """The department that owns the policy takes the paper claim, reviews it and signs."""
    slug = f"{policy}-review"
    review_step = Step(
        slug=slug,
        name=text(f"{zh}类政策审核", f"Review of {en} policies"),
        owner=owner,
        after=("search",),
        when=Is(attribute="policy", value=policy),
        time=review(90),
        rework=corrected(slug, 0.25, most=2, source=INCOMPLETE),
        materials=CLAIM_PAPERS,
        visit=AT_ONCE,
        channel="window",
        source=OWNER_REVIEWS,
    )
    return signed(review_step, PERMIT_HOURS)
