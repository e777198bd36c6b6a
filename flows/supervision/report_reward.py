"""违法举报奖励: one rule for paying those whose report proves true, double for drug insiders."""

from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    review,
    system_seconds,
)
from flows.supervision.shared import field_work, penalty_law
from models.base import text
from models.condition import AllOf, AnyOf, ChoiceAttribute, Condition, FlagAttribute, Is
from models.edits import AddStep, DropVisit, RemoveStep, Resequence, SetCondition, SetTime
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

LEADS = material("report-leads", "举报线索材料", "What the report rests on")
REPORTS = assumed("举报构成和属实比例估计，待以举报台账校准 (make-up of the reports)")

TRUE: Condition = Is(attribute="verified")
ENVIRONMENT: Condition = Is(attribute="domain", value="environment")
SAFETY: Condition = Is(attribute="domain", value="safety")
MARKET: Condition = Is(attribute="domain", value="market")
INSIDER: Condition = Is(attribute="domain", value="drug-insider")
MARKET_OR_INSIDER: Condition = AnyOf(conditions=(MARKET, INSIDER))
TRUE_ENVIRONMENT = AllOf(conditions=(ENVIRONMENT, TRUE))
TRUE_SAFETY = AllOf(conditions=(SAFETY, TRUE))
TRUE_MARKET = AllOf(conditions=(MARKET_OR_INSIDER, TRUE))

PROCESS = Process(
    slug="report-reward",
    name=text("违法举报奖励", "Rewards for reporting violations"),
    family="supervision",
    lead="market-regulation",
    items=(106, 107, 108, 109),
    attributes=(
        ChoiceAttribute(
            slug="domain",
            name=text("举报领域", "Domain"),
            options={"environment": 0.25, "safety": 0.25, "market": 0.46, "drug-insider": 0.04},
            source=REPORTS,
        ),
        FlagAttribute(
            slug="verified", name=text("核查属实", "Proves true"), share=0.35, source=REPORTS
        ),
    ),
    steps=(
        Step(
            slug="report",
            name=text("受理举报", "Take the report"),
            owner="matter-dept",
            time=clerk(10, 20, 45),
            materials=(FORM, IDENTITY, LEADS),
            visit=AT_ONCE,
            channel="window",
            source=plan(107),
        ),
        Step(
            slug="check-environment",
            name=text("生态环境举报核查", "Check: environment"),
            owner="ecology",
            after=("report",),
            when=ENVIRONMENT,
            time=field_work("ecology", 60, 120, 240),
            source=PRACTICE,
        ),
        Step(
            slug="check-safety",
            name=text("安全生产举报核查", "Check: work safety"),
            owner="emergency",
            after=("report",),
            when=SAFETY,
            time=field_work("emergency", 60, 120, 240),
            source=plan(107),
        ),
        Step(
            slug="check-market",
            name=text("市场监管举报核查", "Check: market"),
            owner="market-regulation",
            after=("report",),
            when=MARKET_OR_INSIDER,
            time=field_work("market-regulation", 60, 120, 240),
            source=PRACTICE,
        ),
        Step(
            slug="penalty-environment",
            name=text("生态环境案件查处", "Penalty: environment"),
            owner="ecology",
            after=("check-environment",),
            when=TRUE_ENVIRONMENT,
            time=review(300),
            source=PRACTICE,
        ),
        Step(
            slug="penalty-safety",
            name=text("安全生产案件查处", "Penalty: work safety"),
            owner="emergency",
            after=("check-safety",),
            when=TRUE_SAFETY,
            time=review(300),
            source=PRACTICE,
        ),
        Step(
            slug="penalty-market",
            name=text("市场监管案件查处", "Penalty: market"),
            owner="market-regulation",
            after=("check-market",),
            when=TRUE_MARKET,
            time=review(300),
            source=PRACTICE,
        ),
        Step(
            slug="apply-safety",
            name=text("申请安全举报奖励", "Apply for the reward: safety"),
            owner="emergency",
            after=("penalty-safety",),
            when=TRUE_SAFETY,
            time=clerk(10, 15, 30),
            materials=(FORM, IDENTITY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="apply-market",
            name=text("申请市场举报奖励", "Apply for the reward: market"),
            owner="market-regulation",
            after=("penalty-market",),
            when=TRUE_MARKET,
            time=clerk(10, 15, 30),
            materials=(FORM, IDENTITY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="approve-safety",
            name=text("安全举报奖励审批", "Approve the reward: safety"),
            owner="emergency",
            after=("apply-safety",),
            when=TRUE_SAFETY,
            time=review(90),
            rework=corrected("approve-safety", 0.15),
            source=plan(107),
        ),
        Step(
            slug="approve-market",
            name=text("市场举报奖励审批", "Approve the reward: market"),
            owner="market-regulation",
            after=("apply-market",),
            when=TRUE_MARKET,
            time=review(90),
            source=plan(108),
        ),
        Step(
            slug="pay-market",
            name=text("市场举报奖金发放", "Pay the reward: market"),
            owner="finance",
            after=("approve-market",),
            when=TRUE_MARKET,
            time=clerk(20, 40, 90),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(108),
        ),
        Step(
            slug="pay",
            name=text("其他举报奖金发放", "Pay the other rewards"),
            owner="finance",
            after=("approve-safety",),
            when=TRUE_SAFETY,
            time=clerk(20, 40, 90),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(107),
        ),
    ),
    limits=(
        Limit(
            slug="market-check-limit",
            name=text("市场监管线索核查", "Check of a market lead"),
            most=15,
            unit="working_days",
            over=("check-market",),
            source=statute("市场监督管理行政处罚程序规定", "第十八条"),
        ),
        penalty_law("penalty-environment"),
        penalty_law("penalty-safety"),
        penalty_law("penalty-market"),
    ),
    reforms=(
        Reform(
            item=106,
            text=text("生态举报人加密保护，查实即奖", "Environment: kept secret and rewarded"),
            edits=(
                AddStep(
                    step=Step(
                        slug="protection",
                        name=text("举报人信息加密", "Keep the reporter's name secret"),
                        owner="ecology",
                        after=("report",),
                        when=ENVIRONMENT,
                        time=system_seconds(),
                        source=plan(106),
                    ),
                    before=("check-environment",),
                ),
                AddStep(
                    step=Step(
                        slug="approve-environment",
                        name=text("生态举报奖励审批", "Approve the reward: environment"),
                        owner="ecology",
                        after=("penalty-environment",),
                        when=TRUE_ENVIRONMENT,
                        time=review(60),
                        source=plan(106),
                    ),
                    before=("pay",),
                ),
                SetCondition(
                    step="pay",
                    when=AllOf(conditions=(TRUE, AnyOf(conditions=(ENVIRONMENT, SAFETY)))),
                ),
            ),
        ),
        Reform(
            item=107,
            text=text(
                "安全举报核查属实即启动奖励，不待结案、不另申请",
                "Safety: the reward starts once the report proves true, without an application",
            ),
            edits=(
                RemoveStep(step="apply-safety"),
                Resequence(step="approve-safety", after=("check-safety",)),
                SetTime(step="approve-safety", time=review(40)),
            ),
        ),
        Reform(
            item=108,
            text=text(
                "市场举报奖励有统一规范，依职权启动、转账发放",
                "Market: a work rule; the office starts the reward and pays it by transfer",
            ),
            edits=(
                RemoveStep(step="apply-market"),
                SetTime(step="approve-market", time=review(45)),
                DropVisit(step="pay-market", channel="online"),
                SetTime(step="pay-market", time=clerk(10, 15, 30)),
            ),
        ),
        Reform(
            item=109,
            text=text("药品内部举报单独核查、双倍奖励", "Drug insiders: own check, double reward"),
            edits=(
                SetCondition(step="check-market", when=MARKET),
                SetCondition(step="approve-market", when=AllOf(conditions=(MARKET, TRUE))),
                AddStep(
                    step=Step(
                        slug="check-insider",
                        name=text("药品内部举报核查", "Check: drug insider"),
                        owner="market-regulation",
                        after=("report",),
                        when=INSIDER,
                        time=field_work("market-regulation", 60, 120, 240),
                        source=plan(109),
                    ),
                    before=("penalty-market",),
                ),
                AddStep(
                    step=Step(
                        slug="approve-insider",
                        name=text("内部举报双倍奖励审批", "Approve the double reward"),
                        owner="market-regulation",
                        after=("penalty-market",),
                        when=AllOf(conditions=(INSIDER, TRUE)),
                        time=review(60),
                        source=plan(109),
                    ),
                    before=("pay-market",),
                ),
            ),
        ),
    ),
    notes=text(
        "第107项“及时”无数字，不设时限；生态举报改革前按无奖励处理，为假设。",
        "Item 107 says promptly without a figure. That environmental reports were not rewarded "
        "before is an assumption.",
    ),
)
