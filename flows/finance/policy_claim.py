"""惠企政策推送与兑现: firms are found by their features and claim at one entry, or not at all."""

from flows.finance.shared import (
    CLAIM_PAPERS,
    own_days,
    own_minutes,
    policy_review,
    publicity_days,
)
from flows.shared import (
    PRACTICE,
    clerk,
    corrected,
    review,
    system_seconds,
)
from models.base import text
from models.condition import AllOf, Chance, ChoiceAttribute, FlagAttribute, Is, Not
from models.edits import AddStep, DropMaterial, DropVisit, RemoveStep, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

PAPER_SLUGS = (
    "application-form",
    "licence-copy",
    "tax-proof",
    "social-insurance-proof",
    "bank-account",
    "project-papers",
)
FEWER = assumed("数据代替材料后需补正的比例估计 (the same once data replace papers)")
SAMPLED = assumed("绩效抽查比例估计 (share of payments checked later)")

INDUSTRY = Is(attribute="policy", value="industry")
AGRICULTURE = Is(attribute="policy", value="agriculture")
HOUSING = Is(attribute="policy", value="housing")
INVESTMENT = Is(attribute="policy", value="investment")
UNASKED = Is(attribute="no-application")
ZERO_PAPER = Is(attribute="zero-paper")

PROCESS = Process(
    slug="policy-claim",
    name=text("惠企政策精准推送与兑现", "Business policy push and claim"),
    family="finance",
    lead="industry-it",
    items=(85,),
    body="二(三)4",
    attributes=(
        ChoiceAttribute(
            slug="policy",
            name=text("政策主管领域", "Whose policy it is"),
            options={"industry": 0.5, "agriculture": 0.25, "housing": 0.1, "investment": 0.15},
            source=assumed("各部门政策占比估计 (mix of policies)"),
        ),
        FlagAttribute(
            slug="no-application",
            name=text("免申即享政策", "No application needed"),
            share=0.3,
            source=assumed("免申即享占比估计，方案未给数字 (share; the plan gives none)"),
        ),
        FlagAttribute(
            slug="zero-paper",
            name=text("零材料政策", "No papers needed"),
            share=0.4,
            source=assumed("方案只说一批政策，占比为估计 (plan says a batch; share assumed)"),
        ),
    ),
    steps=(
        Step(
            slug="search",
            name=text("企业查找政策、备齐材料", "Firm finds the policy and gathers papers"),
            owner="applicant",
            time=own_days(6),
            source=PRACTICE,
        ),
        policy_review(
            "industry-review",
            text("工信类政策审核", "Review of industry policies"),
            "industry-it",
            INDUSTRY,
        ),
        policy_review(
            "agriculture-review",
            text("农业类政策审核", "Review of agriculture policies"),
            "agriculture-rural",
            AGRICULTURE,
        ),
        policy_review(
            "housing-review",
            text("住建类政策审核", "Review of housing and building policies"),
            "housing-construction",
            HOUSING,
        ),
        policy_review(
            "investment-review",
            text("招商类政策审核", "Review of investment policies"),
            "investment-promotion",
            INVESTMENT,
        ),
        Step(
            slug="fund-check",
            name=text("财政复核资金", "Finance checks the funds"),
            owner="finance",
            after=(
                "industry-review",
                "agriculture-review",
                "housing-review",
                "investment-review",
            ),
            time=review(40),
            source=PRACTICE,
        ),
        Step(
            slug="publicity",
            name=text("拟兑现名单公示", "Publish the list of recipients"),
            owner="industry-it",
            after=("fund-check",),
            time=publicity_days(),
            source=PRACTICE,
        ),
        Step(
            slug="payment",
            name=text("兑付资金", "Pay"),
            owner="finance",
            after=("publicity",),
            time=clerk(10, 20, 40),
            produces=(text("兑付资金", "Payment"),),
            source=plan(85),
        ),
        Step(
            slug="later-check",
            name=text("绩效抽查与追回", "Spot check and recovery"),
            owner="industry-it",
            after=("payment",),
            when=Chance(share=0.08, source=SAMPLED),
            time=review(120),
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=85,
            text=text(
                "按特征推送，统一入口填报分送反馈，零材料或免申即享",
                "Pushed by features; one entry files, forwards and replies; no papers or no claim",
            ),
            edits=(
                RemoveStep(step="search"),
                AddStep(
                    step=Step(
                        slug="match-policies",
                        name=text("按企业特征匹配政策", "Match policies to the firm"),
                        owner="big-data",
                        time=system_seconds(),
                        source=plan(85),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="push",
                        name=text("向符合条件企业推送", "Push to eligible firms"),
                        owner="industry-it",
                        after=("match-policies",),
                        time=system_seconds(),
                        channel="online",
                        source=plan(85),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="claim-without-papers",
                        name=text("统一入口零材料申报", "Claim at the one entry, no papers"),
                        owner="applicant",
                        after=("push",),
                        when=AllOf(conditions=(Not(condition=UNASKED), ZERO_PAPER)),
                        time=own_minutes(20),
                        channel="online",
                        source=plan(85),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="claim-with-papers",
                        name=text("统一入口自行申报", "Claim at the one entry"),
                        owner="applicant",
                        after=("push",),
                        when=AllOf(conditions=(Not(condition=UNASKED), Not(condition=ZERO_PAPER))),
                        time=own_days(1),
                        materials=CLAIM_PAPERS,
                        channel="online",
                        source=plan(85),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="confirm-list",
                        name=text("免申即享名单确认", "Confirm the no-application list"),
                        owner="industry-it",
                        after=("push",),
                        when=UNASKED,
                        time=system_seconds(),
                        source=plan(85),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="dispatch",
                        name=text("分送主管部门", "Send to the owner department"),
                        owner="industry-it",
                        after=("claim-without-papers", "claim-with-papers", "confirm-list"),
                        time=system_seconds(),
                        source=plan(85),
                    ),
                    before=(
                        "industry-review",
                        "agriculture-review",
                        "housing-review",
                        "investment-review",
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="reply",
                        name=text("系统反馈结果", "Reply through the system"),
                        owner="industry-it",
                        after=("publicity",),
                        time=system_seconds(),
                        channel="online",
                        source=plan(85),
                    ),
                    before=("payment",),
                ),
                DropVisit(step="industry-review", channel="internal"),
                DropVisit(step="agriculture-review", channel="internal"),
                DropVisit(step="housing-review", channel="internal"),
                DropVisit(step="investment-review", channel="internal"),
                DropMaterial(step="industry-review", materials=PAPER_SLUGS),
                DropMaterial(step="agriculture-review", materials=PAPER_SLUGS),
                DropMaterial(step="housing-review", materials=PAPER_SLUGS),
                DropMaterial(step="investment-review", materials=PAPER_SLUGS),
                SetTime(step="industry-review", time=review(45)),
                SetTime(step="agriculture-review", time=review(45)),
                SetTime(step="housing-review", time=review(45)),
                SetTime(step="investment-review", time=review(45)),
                SetRework(
                    step="industry-review",
                    rework=corrected("industry-review", 0.1, source=FEWER),
                ),
                SetRework(
                    step="agriculture-review",
                    rework=corrected("agriculture-review", 0.1, source=FEWER),
                ),
                SetRework(
                    step="housing-review", rework=corrected("housing-review", 0.1, source=FEWER)
                ),
                SetRework(
                    step="investment-review",
                    rework=corrected("investment-review", 0.1, source=FEWER),
                ),
            ),
        ),
    ),
    notes=text(
        "方案和法律均未规定兑现时限。",
        "Neither the plan nor a statute sets a time limit for paying out.",
    ),
)
