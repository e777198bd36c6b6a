"""补贴直通车: simple subsidies to recipients in good credit are approved and paid in seconds."""

from flows.finance.shared import NO_FIGURE, PUBLICITY_PERIOD
from flows.shared import (
    AT_ONCE,
    BANK_ACCOUNT,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    JOINT_HOURS,
    PERMIT_HOURS,
    PRACTICE,
    clerk,
    corrected,
    flag,
    material,
    outside_days,
    own_days,
    own_minutes,
    review,
    system_seconds,
)
from flows.steps import added, by_system, only_when, signed
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import AddStep, Resequence, SetCondition
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

ELIGIBILITY = material("eligibility-proof", "补贴资格证明", "Proof of eligibility")
RULE_OF_89 = assumed("条件依第89项，占比为估计 (rule from item 89; share assumed)")
IN_SECONDS = assumed("“秒批”“秒付”无数字，读作1个办公分钟内 (seconds, no figure: read as 1 minute)")
INCOMPLETE = assumed("申领材料需补正的比例估计 (share of claims to be corrected)")
TWO_ROUTES = assumed("改革前简易补贴批量审核发放，其他逐级审批 (two routes before the plan)")

SIMPLE = Is(attribute="simple")
NOT_SIMPLE = Not(condition=SIMPLE)
EXPRESS = AllOf(conditions=(SIMPLE, Is(attribute="credit-good")))
ORDINARY = Not(condition=EXPRESS)

PROCESS = Process(
    slug="subsidy-express",
    name=text("补贴直通车：秒报秒批秒付", "Subsidy express: file, approve and pay in seconds"),
    family="finance",
    lead="big-data",
    items=(89,),
    attributes=(
        flag(
            "simple",
            "对象明确、手续简单、风险可控",
            "Clear target, simple, low risk",
            0.6,
            RULE_OF_89,
        ),
        flag("credit-good", "信用评估达标", "Credit up to standard", 0.92, RULE_OF_89),
        flag("no-application", "免申即享", "No application needed", 0.3, NO_FIGURE),
        flag("cheating", "事后发现弄虚作假", "Cheating found later", 0.01),
    ),
    steps=(
        Step(
            slug="prepare",
            name=text("了解补贴、备齐材料", "Find the subsidy and gather papers"),
            owner="applicant",
            time=own_days(3),
            source=PRACTICE,
        ),
        Step(
            slug="file",
            name=text("窗口申领", "Claim at the window"),
            owner="matter-dept",
            after=("prepare",),
            time=clerk(10, 20, 40),
            rework=corrected("prepare", 0.15, source=INCOMPLETE),
            materials=(FORM, IDENTITY, BANK_ACCOUNT, ELIGIBILITY),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="simple-approval",
                name=text("简易补贴审批", "Approve a simple subsidy"),
                owner="matter-dept",
                after=("file",),
                when=SIMPLE,
                time=review(25),
                source=plan(89),
            ),
            COUNTER_HOURS,
        ),
        *signed(
            Step(
                slug="full-approval",
                name=text("逐级审批", "Approve step by step"),
                owner="matter-dept",
                after=("file",),
                when=NOT_SIMPLE,
                time=review(120),
                source=TWO_ROUTES,
            ),
            JOINT_HOURS,
        ),
        Step(
            slug="publicity",
            name=text("拟发放名单公示", "Publish the list of recipients"),
            owner="matter-dept",
            after=("full-approval-sign-off",),
            when=NOT_SIMPLE,
            time=PUBLICITY_PERIOD,
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="fund-check",
                name=text("财政人工审核拨付", "Finance checks the payment by hand"),
                owner="finance",
                after=("simple-approval-sign-off", "publicity"),
                time=review(30),
                source=assumed("由第89项探索无人工审核推知改革前有人工审核 (implied by item 89)"),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="simple-payment",
            name=text("拨付简易补贴", "Pay a simple subsidy"),
            owner="finance",
            after=("fund-check-sign-off",),
            when=SIMPLE,
            time=clerk(5, 10, 20),
            produces=(text("补贴资金", "Subsidy"),),
            source=plan(89),
        ),
        Step(
            slug="full-payment",
            name=text("拨付其他补贴", "Pay another subsidy"),
            owner="finance",
            after=("fund-check-sign-off",),
            when=NOT_SIMPLE,
            time=clerk(10, 20, 40),
            produces=(text("补贴资金", "Subsidy"),),
            source=TWO_ROUTES,
        ),
        Step(
            slug="bank-transfer",
            name=text("代发银行入账", "Bank credits the account"),
            owner="bank",
            after=("simple-payment", "full-payment"),
            time=outside_days(1.5),
            source=PRACTICE,
        ),
    ),
    limits=(
        Limit(
            slug="approval-in-seconds",
            name=text("秒批", "Approval in seconds"),
            most=1,
            unit="office_minutes",
            over=("simple-approval", "simple-approval-sign-off"),
            source=plan(89),
            reading=IN_SECONDS,
        ),
        Limit(
            slug="payment-in-seconds",
            name=text("秒付", "Payment in seconds"),
            most=1,
            unit="office_minutes",
            over=("simple-payment",),
            source=plan(89),
            reading=IN_SECONDS,
        ),
    ),
    reforms=(
        Reform(
            item=89,
            text=text(
                "先筛选和信用评估；达标的秒报或免申、秒批、点对点秒付",
                "Screen and credit check first; those who pass file, are approved and paid at once",
            ),
            edits=(
                *added(
                    Step(
                        slug="screen",
                        name=text("补贴专区筛选", "Screen in the subsidy zone"),
                        owner="smart-luoyuan",
                        time=system_seconds(),
                        channel="online",
                        source=plan(89),
                    ),
                    Step(
                        slug="credit-check",
                        name=text("信用评估", "Credit check"),
                        owner="big-data",
                        after=("screen",),
                        when=SIMPLE,
                        time=system_seconds(),
                        source=plan(89),
                    ),
                ),
                Resequence(step="prepare", after=("credit-check",)),
                *only_when(ORDINARY, "prepare", "file"),
                AddStep(
                    step=Step(
                        slug="instant-filing",
                        name=text("秒报", "File in seconds"),
                        owner="applicant",
                        after=("credit-check",),
                        when=AllOf(
                            conditions=(EXPRESS, Not(condition=Is(attribute="no-application")))
                        ),
                        time=own_minutes(2),
                        materials=(IDENTITY,),
                        channel="online",
                        source=plan(89),
                    ),
                    before=("simple-approval",),
                ),
                *only_when(EXPRESS, "simple-approval", "simple-approval-sign-off"),
                *by_system("simple-approval", "simple-approval-sign-off", seconds=10),
                *only_when(ORDINARY, "full-approval", "full-approval-sign-off", "publicity"),
                *only_when(ORDINARY, "fund-check", "fund-check-sign-off"),
                SetCondition(step="simple-payment", when=EXPRESS),
                *by_system("simple-payment"),
                *only_when(ORDINARY, "full-payment", "bank-transfer"),
                AddStep(
                    step=Step(
                        slug="sanction",
                        name=text("依法处置和联合惩戒", "Deal with cheats and joint sanction"),
                        owner="matter-dept",
                        after=("simple-payment",),
                        when=AllOf(conditions=(EXPRESS, Is(attribute="cheating"))),
                        time=review(180),
                        source=plan(89),
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "简易而信用不达标的，改革后走普通审批。普通审批方案和法律无统一时限。",
        "A simple case that fails the credit check goes the ordinary way. For that neither the "
        "plan nor a statute sets one limit.",
    ),
)
