"""政府采购资格承诺制: up to a budget of 5 million yuan one pledge letter replaces the proofs."""

from flows.procurement.shared import (
    AWARD_LIMITS,
    BID,
    REDONE_LATER,
    TENDER_PRACTICE,
    award_steps,
    bid_periods,
    tendered_again,
)
from flows.shared import clerk, flag, material, outside_days, own_days, own_minutes, review
from flows.steps import quiet
from models.base import text
from models.condition import AllOf, Compare, Is, Not, NumberAttribute
from models.distributions import Lognormal
from models.edits import AddStep, PledgeInsteadOfProof, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

FINANCES = material("financial-statements", "财务状况证明", "Proof of finances", plan(71))
TAX_PAID = material("tax-proof", "缴纳税收证明", "Proof of tax paid", plan(71))
INSURANCE = material("social-insurance-proof", "社保缴纳证明", "Proof of insurance", plan(71))
PLEDGE = material("pledge-letter", "资格承诺函", "Pledge letter", plan(71))
PROOFS = (FINANCES, TAX_PAID, INSURANCE)
OPEN_TENDER = assumed("公开招标数额标准按200万元估计 (open tender from 2 million yuan)")

SMALL = Compare(attribute="budget", operator="<=", value=5_000_000, source=plan(71))
LARGE = Not(condition=SMALL)
TENDER = Compare(attribute="budget", operator=">=", value=2_000_000, source=OPEN_TENDER)
CONSULTATION = Not(condition=TENDER)
INSPECTED = Is(attribute="inspected")

PROCESS = Process(
    slug="procurement-commitment",
    name=text("政府采购资格承诺制", "Procurement qualification by pledge letter"),
    family="procurement",
    lead="finance",
    items=(71,),
    attributes=(
        NumberAttribute(
            slug="budget",
            name=text("预算金额", "Budget"),
            unit=text("元", "yuan"),
            distribution=Lognormal(median=1_200_000, sigma=1.1),
            source=assumed("县级采购项目预算分布估计 (budgets of county projects)"),
        ),
        flag("inspected", "列入监督检查", "Chosen for inspection", 0.15),
        flag("violation", "查出违法行为", "Violation found", 0.08),
    ),
    steps=(
        quiet(
            "announce",
            text("发布采购公告", "Announce"),
            "agent",
            (),
            outside_days(1),
            TENDER_PRACTICE,
        ),
        Step(
            slug="qualify-small",
            name=text("证明资格（500万元以内）", "Prove qualification (up to 5 million)"),
            owner="supplier",
            after=("announce",),
            when=SMALL,
            time=own_days(1.5, 0.5),
            materials=PROOFS,
            channel="online",
            source=plan(71),
        ),
        Step(
            slug="qualify-large",
            name=text("证明资格（超过500万元）", "Prove qualification (above 5 million)"),
            owner="supplier",
            after=("announce",),
            when=LARGE,
            time=own_days(1.5, 0.5),
            materials=PROOFS,
            channel="online",
            source=plan(71),
        ),
        Step(
            slug="bid",
            name=text("投标（响应）", "Bid"),
            owner="supplier",
            after=("qualify-small", "qualify-large"),
            time=own_days(4, 0.5),
            materials=(BID,),
            channel="online",
            source=plan(71),
        ),
        *bid_periods(TENDER, CONSULTATION),
        quiet(
            "check-small",
            text("资格形式审查（500万元以内）", "Formal review (up to 5 million)"),
            "purchaser",
            ("bid", "tender-period", "consultation-period"),
            outside_days(0.5),
            plan(71),
            SMALL,
        ),
        quiet(
            "check-large",
            text("资格形式审查（超过500万元）", "Formal review (above 5 million)"),
            "purchaser",
            ("bid", "tender-period", "consultation-period"),
            outside_days(0.5),
            plan(71),
            LARGE,
        ),
        quiet(
            "evaluation",
            text("专家评审", "Experts evaluate"),
            "experts",
            ("check-small", "check-large"),
            outside_days(0.8),
            TENDER_PRACTICE,
        ),
        *award_steps(("evaluation",), 0.1),
        quiet(
            "inspection",
            text("监督检查", "Inspection"),
            "finance",
            ("contract-filing",),
            review(120),
            plan(71),
            INSPECTED,
        ),
    ),
    limits=AWARD_LIMITS,
    reforms=(
        Reform(
            item=71,
            text=text(
                "500万元以内只交资格承诺函，形式审查从简；核查承诺，公告违法",
                "Up to 5 million a pledge suffices; pledges are checked, violations published",
            ),
            edits=(
                PledgeInsteadOfProof(
                    step="qualify-small",
                    replaces=("financial-statements", "tax-proof", "social-insurance-proof"),
                    pledge=PLEDGE,
                ),
                SetTime(step="qualify-small", time=own_minutes(20)),
                SetTime(step="check-small", time=outside_days(0.15)),
                SetRework(step="count-bids", rework=tendered_again("announce", 0.08, REDONE_LATER)),
                AddStep(
                    step=quiet(
                        "pledge-check",
                        text("核查成交供应商承诺", "Check the winner's pledge"),
                        "finance",
                        ("contract-filing",),
                        review(40),
                        assumed("监督检查时核对承诺 (pledges are verified when inspected)"),
                        AllOf(conditions=(SMALL, INSPECTED)),
                    ),
                    before=("inspection",),
                ),
                AddStep(
                    step=Step(
                        slug="publish-violation",
                        name=text("公告违法信息", "Publish the violation"),
                        owner="finance",
                        after=("inspection",),
                        when=AllOf(conditions=(INSPECTED, Is(attribute="violation"))),
                        time=clerk(20, 40, 80),
                        produces=(text("违法信息公告", "Notice of violation"),),
                        source=plan(71),
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "“以内”含本数。两档项目在改革前办法相同，分列只为比较。",
        "The limit includes 5 million. Both sizes went alike before and are set apart to compare "
        "them.",
    ),
)
