"""税费优惠精准推送与智能享惠: the policy finds the firm, or the firm picks it from a list."""

from flows.limits import calendar_days
from flows.shared import (
    FORM,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHARES,
    clerk,
    corrected,
    flag,
    material,
    own_days,
    own_minutes,
    review,
    system_seconds,
)
from flows.steps import added, by_system, only_when, signed
from models.base import text
from models.condition import AllOf, Chance, Is, Not
from models.edits import AddStep, DropMaterial, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, plan_body, statute
from models.step import Step

TAX_RECEIPT = material("tax-receipt", "完税凭证", "Tax receipt")
WRONG_CLAIM = assumed("抽查后需更正申报的比例估计 (share of claims to be corrected)")
MISSED_CLAIM = assumed("漏享后申请退税的做法 (a missed incentive is claimed back)")

TARGETED = Is(attribute="targeted")
UNTARGETED = Not(condition=TARGETED)
MISSED = Is(attribute="missed")
STILL_MISSED = AllOf(conditions=(MISSED, UNTARGETED))

PROCESS = Process(
    slug="tax-incentive-match",
    name=text("税费优惠精准推送与智能享惠", "Tax incentive push and self-match"),
    family="finance",
    lead="tax",
    items=(41, 44),
    body="二(三)4",
    attributes=(
        flag("targeted", "税收大数据可识别", "Recognised by the tax data", 0.7),
        flag("off-target", "推送有偏差", "Push was off target", 0.12),
        flag("missed", "自行申报时漏享", "Missed when left alone", 0.15),
    ),
    steps=(
        Step(
            slug="search",
            name=text("查找优惠政策", "Look for incentives"),
            owner="applicant",
            time=own_days(2),
            source=plan_body("二(三)4"),
        ),
        Step(
            slug="match",
            name=text("确定可享受的优惠", "Find out which apply"),
            owner="tax",
            after=("search",),
            time=clerk(10, 20, 40),
            materials=(LICENCE_COPY,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="declare",
            name=text("申报享受", "Declare and enjoy"),
            owner="applicant",
            after=("match",),
            time=own_minutes(60),
            channel="online",
            source=PRACTICE,
        ),
        Step(
            slug="later-check",
            name=text("后续管理抽查", "Check the claim later"),
            owner="tax",
            after=("declare",),
            when=Chance(share=0.1, source=SHARES),
            time=review(30),
            rework=corrected("declare", 0.2, source=WRONG_CLAIM),
            source=PRACTICE,
        ),
        Step(
            slug="refund-claim",
            name=text("漏享后申请退税", "Claim back a missed incentive"),
            owner="tax",
            after=("declare",),
            when=MISSED,
            time=clerk(10, 20, 40),
            materials=(FORM, TAX_RECEIPT),
            visit=NEXT_OFFICE,
            channel="window",
            source=MISSED_CLAIM,
        ),
        *signed(
            Step(
                slug="refund",
                name=text("核实并退税", "Verify and refund"),
                owner="tax",
                after=("refund-claim",),
                when=MISSED,
                time=review(90),
                produces=(text("退税款", "Refund"),),
                source=MISSED_CLAIM,
            ),
            PERMIT_HOURS,
        ),
    ),
    limits=(
        calendar_days(
            "refund-limit",
            text("申请退税（法定）", "Refund on request (statute)"),
            30,
            ("refund", "refund-sign-off"),
            statute("税收征收管理法实施细则", "第七十八条"),
        ),
    ),
    reforms=(
        Reform(
            item=41,
            text=text(
                "大数据识别对象、主动推送，按反馈补推矫正并辅导",
                "Data find the eligible and push; feedback corrects the push and leads to guidance",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="identify",
                        name=text("识别优惠对象", "Find the eligible"),
                        owner="tax",
                        time=system_seconds(),
                        source=plan(41),
                    ),
                    before=("search",),
                ),
                AddStep(
                    step=Step(
                        slug="push",
                        name=text("精准推送优惠信息", "Push the incentive"),
                        owner="tax",
                        after=("identify",),
                        when=TARGETED,
                        time=system_seconds(),
                        channel="online",
                        source=plan(41),
                    )
                ),
                *added(
                    Step(
                        slug="feedback",
                        name=text("分析反馈、补推矫正", "Analyse feedback and push again"),
                        owner="tax",
                        after=("push",),
                        when=TARGETED,
                        time=system_seconds(),
                        source=plan(41),
                    ),
                    Step(
                        slug="guidance",
                        name=text("针对性政策辅导", "Targeted guidance"),
                        owner="tax",
                        after=("feedback",),
                        when=AllOf(conditions=(TARGETED, Is(attribute="off-target"))),
                        time=clerk(15, 25, 60),
                        channel="online",
                        source=plan(41),
                    ),
                    before=("declare",),
                ),
                *only_when(UNTARGETED, "search", "match"),
                *only_when(STILL_MISSED, "refund-claim", "refund", "refund-sign-off"),
            ),
        ),
        Reform(
            item=44,
            text=text(
                "政策标签化，纳税人网上自选条件，系统列出可享优惠",
                "Policies are tagged; the taxpayer picks conditions online and sees what applies",
            ),
            edits=(
                SetTime(step="search", time=own_minutes(20)),
                *by_system("match"),
                DropMaterial(step="match", materials=("licence-copy",)),
            ),
        ),
    ),
    notes=text(
        "政策梳理和标签化是事前准备，不属于单个办件。推送方案无时限；法定时限只及退税。",
        "Sorting and tagging policies is preparation, not part of a case. The plan sets no limit; "
        "the statutory one concerns refunds alone.",
    ),
)
