"""违法举报奖励: one rule for paying those whose report proves true, double for drug insiders."""

from flows.limits import working_days
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    PERMIT_HOURS,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    flag,
    material,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import added, office_trip, only_when, signed
from flows.supervision.shared import penalty_law, report_check, report_penalty
from models.base import text
from models.condition import AllOf, AnyOf, Condition, Is
from models.edits import AddStep, DropVisit, RemoveStep, Resequence, SetCondition, SetTime
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
        choice(
            "domain",
            "举报领域",
            "Domain",
            {"environment": 0.25, "safety": 0.25, "market": 0.46, "drug-insider": 0.04},
            REPORTS,
        ),
        flag("verified", "核查属实", "Proves true", 0.35, REPORTS),
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
        report_check("environment", "生态环境", "environment", "ecology", ENVIRONMENT),
        report_check("safety", "安全生产", "work safety", "emergency", SAFETY, plan(107)),
        report_check("market", "市场监管", "market", "market-regulation", MARKET_OR_INSIDER),
        *report_penalty("environment", "生态环境", "environment", "ecology", TRUE_ENVIRONMENT),
        *report_penalty("safety", "安全生产", "work safety", "emergency", TRUE_SAFETY),
        *report_penalty("market", "市场监管", "market", "market-regulation", TRUE_MARKET),
        office_trip(
            "apply-safety",
            text("申请安全举报奖励", "Apply for the reward: safety"),
            "emergency",
            "penalty-safety-sign-off",
            clerk(10, 15, 30),
            (FORM, IDENTITY),
            when=TRUE_SAFETY,
        ),
        office_trip(
            "apply-market",
            text("申请市场举报奖励", "Apply for the reward: market"),
            "market-regulation",
            "penalty-market-sign-off",
            clerk(10, 15, 30),
            (FORM, IDENTITY),
            when=TRUE_MARKET,
        ),
        *signed(
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
            PERMIT_HOURS,
        ),
        *signed(
            Step(
                slug="approve-market",
                name=text("市场举报奖励审批", "Approve the reward: market"),
                owner="market-regulation",
                after=("apply-market",),
                when=TRUE_MARKET,
                time=review(90),
                source=plan(108),
            ),
            PERMIT_HOURS,
        ),
        office_trip(
            "pay-market",
            text("市场举报奖金发放", "Pay the reward: market"),
            "finance",
            "approve-market-sign-off",
            clerk(20, 40, 90),
            (IDENTITY,),
            plan(108),
            TRUE_MARKET,
        ),
        office_trip(
            "pay",
            text("其他举报奖金发放", "Pay the other rewards"),
            "finance",
            "approve-safety-sign-off",
            clerk(20, 40, 90),
            (IDENTITY,),
            plan(107),
            TRUE_SAFETY,
        ),
    ),
    limits=(
        working_days(
            "market-check-limit",
            text("市场监管线索核查", "Check of a market lead"),
            15,
            "check-market",
            statute("市场监督管理行政处罚程序规定", "第十八条"),
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
                *added(
                    *signed(
                        Step(
                            slug="approve-environment",
                            name=text("生态举报奖励审批", "Approve the reward: environment"),
                            owner="ecology",
                            after=("penalty-environment-sign-off",),
                            when=TRUE_ENVIRONMENT,
                            time=review(60),
                            source=plan(106),
                        ),
                        PERMIT_HOURS,
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
                SetTime(step="approve-safety-sign-off", time=sign_off(*SHORT_HOURS)),
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
                SetTime(step="approve-market-sign-off", time=sign_off(*SHORT_HOURS)),
                DropVisit(step="pay-market", channel="online"),
                SetTime(step="pay-market", time=clerk(10, 15, 30)),
            ),
        ),
        Reform(
            item=109,
            text=text("药品内部举报单独核查、双倍奖励", "Drug insiders: own check, double reward"),
            edits=(
                SetCondition(step="check-market", when=MARKET),
                *only_when(
                    AllOf(conditions=(MARKET, TRUE)), "approve-market", "approve-market-sign-off"
                ),
                *added(
                    report_check(
                        "insider",
                        "药品内部",
                        "drug insider",
                        "market-regulation",
                        INSIDER,
                        plan(109),
                    ),
                    before=("penalty-market",),
                ),
                *added(
                    *signed(
                        Step(
                            slug="approve-insider",
                            name=text("内部举报双倍奖励审批", "Approve the double reward"),
                            owner="market-regulation",
                            after=("penalty-market-sign-off",),
                            when=AllOf(conditions=(INSIDER, TRUE)),
                            time=review(60),
                            source=plan(109),
                        ),
                        PERMIT_HOURS,
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
