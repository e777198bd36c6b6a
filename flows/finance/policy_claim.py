"""惠企政策推送与兑现: firms are found by their features and claim at one entry, or not at all."""

from flows.finance.shared import CLAIM_PAPERS, NO_FIGURE, PUBLICITY_PERIOD, policy_review
from flows.shared import (
    PERMIT_HOURS,
    PRACTICE,
    SHARES,
    SHORT_HOURS,
    choice,
    clerk,
    flag,
    own_days,
    own_minutes,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import (
    added,
    self_corrected,
    sign_offs,
    signed,
    timed,
    without_papers,
    without_visits,
)
from models.base import text
from models.condition import AllOf, Chance, Is, Not
from models.edits import AddStep, RemoveStep
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

UNASKED = Is(attribute="no-application")
ZERO_PAPER = Is(attribute="zero-paper")
REVIEWS = ("industry-review", "agriculture-review", "housing-review", "investment-review")
SIGNED = sign_offs(*REVIEWS)

PROCESS = Process(
    slug="policy-claim",
    name=text("惠企政策精准推送与兑现", "Business policy push and claim"),
    family="finance",
    lead="industry-it",
    items=(85,),
    body="二(三)4",
    attributes=(
        choice(
            "policy",
            "政策主管领域",
            "Whose policy it is",
            {"industry": 0.5, "agriculture": 0.25, "housing": 0.1, "investment": 0.15},
        ),
        flag("no-application", "免申即享政策", "No application needed", 0.3, NO_FIGURE),
        flag(
            "zero-paper",
            "零材料政策",
            "No papers needed",
            0.4,
            assumed("方案只说一批政策，占比为估计 (plan says a batch; share assumed)"),
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
        *policy_review("industry", "工信", "industry", "industry-it"),
        *policy_review("agriculture", "农业", "agriculture", "agriculture-rural"),
        *policy_review("housing", "住建", "housing and building", "housing-construction"),
        *policy_review("investment", "招商", "investment", "investment-promotion"),
        *signed(
            Step(
                slug="fund-check",
                name=text("财政复核资金", "Finance checks the funds"),
                owner="finance",
                after=SIGNED,
                time=review(40),
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="publicity",
            name=text("拟兑现名单公示", "Publish the list of recipients"),
            owner="industry-it",
            after=("fund-check-sign-off",),
            time=PUBLICITY_PERIOD,
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
            when=Chance(share=0.08, source=SHARES),
            time=review(120),
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=85,
            text=text(
                "按特征推送，统一入口填报分送反馈，零材料或免申即享，签批从简",
                "Pushed by features; one entry for all; no papers or no claim; signed sooner",
            ),
            edits=(
                RemoveStep(step="search"),
                *added(
                    Step(
                        slug="match-policies",
                        name=text("按企业特征匹配政策", "Match policies to the firm"),
                        owner="big-data",
                        time=system_seconds(),
                        source=plan(85),
                    ),
                    Step(
                        slug="push",
                        name=text("向符合条件企业推送", "Push to eligible firms"),
                        owner="industry-it",
                        after=("match-policies",),
                        time=system_seconds(),
                        channel="online",
                        source=plan(85),
                    ),
                    Step(
                        slug="claim-without-papers",
                        name=text("统一入口零材料申报", "Claim at the one entry, no papers"),
                        owner="applicant",
                        after=("push",),
                        when=AllOf(conditions=(Not(condition=UNASKED), ZERO_PAPER)),
                        time=own_minutes(20),
                        channel="online",
                        source=plan(85),
                    ),
                    Step(
                        slug="claim-with-papers",
                        name=text("统一入口自行申报", "Claim at the one entry"),
                        owner="applicant",
                        after=("push",),
                        when=AllOf(conditions=(Not(condition=UNASKED), Not(condition=ZERO_PAPER))),
                        time=own_days(1),
                        materials=CLAIM_PAPERS,
                        channel="online",
                        source=plan(85),
                    ),
                    Step(
                        slug="confirm-list",
                        name=text("免申即享名单确认", "Confirm the no-application list"),
                        owner="industry-it",
                        after=("push",),
                        when=UNASKED,
                        time=system_seconds(),
                        source=plan(85),
                    ),
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
                    before=REVIEWS,
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
                *without_visits(*REVIEWS),
                *without_papers(PAPER_SLUGS, *REVIEWS),
                *timed(review(45), *REVIEWS),
                *self_corrected(0.1, *REVIEWS, source=FEWER),
                *timed(sign_off(*SHORT_HOURS), *SIGNED, "fund-check-sign-off"),
            ),
        ),
    ),
    notes=text(
        "方案和法律均未规定兑现时限。",
        "Neither the plan nor a statute sets a time limit for paying out.",
    ),
)
