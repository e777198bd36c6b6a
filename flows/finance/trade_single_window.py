"""国际贸易单一窗口申报: mail declared online, cargo traced in one place, declaration by choice."""

from flows.shared import (
    AT_ONCE,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    material,
    outside_days,
    own_days,
    own_minutes,
)
from flows.steps import by_system
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import DropVisit, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, plan_body
from models.step import Step

PORT = plan_body("二(四)2")
CUSTOMS = assumed("海关为垂直管理机关，方案未列职责 (customs: not among the plan's units)")
FREE_CHOICE = assumed("方案允许自由选择，占比为估计 (free choice; share assumed)")
QUERIES = assumed("海关退单修改的比例估计 (share of declarations to be amended)")
MAIL_FORM = material("mail-declaration", "邮件申报单", "Mail declaration form")
ATTACHMENTS = material("mail-attachments", "价格证明等附件", "Proof of value and the like")

MAIL = Is(attribute="mail")
CARGO = Not(condition=MAIL)
TWO_STEP = AllOf(conditions=(CARGO, Is(attribute="two-step")))
ONE_STEP = AllOf(conditions=(CARGO, Not(condition=Is(attribute="two-step"))))
DIRECT = AllOf(conditions=(CARGO, Is(attribute="direct")))
BY_YARD = AllOf(conditions=(CARGO, Not(condition=Is(attribute="direct"))))

PROCESS = Process(
    slug="trade-single-window",
    name=text("国际贸易单一窗口申报", "Trade single-window declaration"),
    family="finance",
    lead="industry-it",
    items=(48, 49),
    body="二(四)2",
    attributes=(
        flag("mail", "邮快件", "Mail item", 0.35),
        flag("two-step", "选择两步申报", "Two-step declaration chosen", 0.25, FREE_CHOICE),
        flag(
            "direct",
            "选择船边直提或抵港直装",
            "Direct pick-up or loading chosen",
            0.15,
            FREE_CHOICE,
        ),
    ),
    steps=(
        Step(
            slug="declare",
            name=text("货物一次申报（可提前）", "Declare cargo in full, also early"),
            owner="applicant",
            when=ONE_STEP,
            time=own_minutes(90),
            channel="online",
            source=PORT,
        ),
        Step(
            slug="outline-declaration",
            name=text("两步申报：概要申报", "Two-step: outline declaration"),
            owner="applicant",
            when=TWO_STEP,
            time=own_minutes(30),
            channel="online",
            source=PORT,
        ),
        Step(
            slug="customs-review",
            name=text("海关审核放行", "Customs review and release"),
            owner="customs",
            after=("declare", "outline-declaration"),
            when=CARGO,
            time=outside_days(0.4),
            rework=corrected("customs-review", 0.06, source=QUERIES),
            produces=(text("放行信息", "Release"),),
            source=CUSTOMS,
        ),
        Step(
            slug="status-query",
            name=text("查询货物状态", "Find out where the cargo stands"),
            owner="applicant",
            after=("customs-review",),
            when=CARGO,
            time=own_days(0.4),
            source=plan(49),
        ),
        Step(
            slug="direct-handling",
            name=text("船边直提、抵港直装", "Pick up at the ship or load on arrival"),
            owner="customs",
            after=("status-query",),
            when=DIRECT,
            time=outside_days(0.2),
            source=PORT,
        ),
        Step(
            slug="yard-handling",
            name=text("堆场提货、集港装船", "Pick up or load by way of the yard"),
            owner="customs",
            after=("status-query",),
            when=BY_YARD,
            time=outside_days(1.2),
            source=PRACTICE,
        ),
        Step(
            slug="full-declaration",
            name=text("两步申报：完整申报", "Two-step: full declaration"),
            owner="applicant",
            after=("direct-handling", "yard-handling"),
            when=TWO_STEP,
            time=own_days(4),
            channel="online",
            source=PORT,
        ),
        Step(
            slug="mail-declaration",
            name=text("邮快件申报", "Declare a mail item"),
            owner="post",
            when=MAIL,
            time=clerk(8, 15, 30),
            materials=(MAIL_FORM, IDENTITY),
            visit=AT_ONCE,
            channel="window",
            source=plan(48),
        ),
        Step(
            slug="mail-attachments",
            name=text("提交申报附件", "Hand in the attachments"),
            owner="post",
            after=("mail-declaration",),
            when=MAIL,
            time=clerk(5, 10, 20),
            materials=(ATTACHMENTS,),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(48),
        ),
        Step(
            slug="mail-review",
            name=text("海关审核邮快件", "Customs review of the mail item"),
            owner="customs",
            after=("mail-attachments",),
            when=MAIL,
            time=outside_days(0.6),
            rework=corrected("mail-attachments", 0.1, source=QUERIES),
            source=CUSTOMS,
        ),
        Step(
            slug="local-delivery",
            name=text("落地配交接", "Hand over for local delivery"),
            owner="post",
            after=("mail-review",),
            when=MAIL,
            time=clerk(5, 10, 20),
            source=plan(48),
        ),
        Step(
            slug="delivery",
            name=text("投递", "Deliver"),
            owner="post",
            after=("local-delivery",),
            when=MAIL,
            time=outside_days(1),
            source=PRACTICE,
        ),
        Step(
            slug="delivery-report",
            name=text("妥投申报", "Report the delivery"),
            owner="post",
            after=("delivery",),
            when=MAIL,
            time=clerk(3, 5, 10),
            source=plan(48),
        ),
    ),
    reforms=(
        Reform(
            item=48,
            text=text(
                "邮快件申报、附件、落地配、妥投都经单一窗口线上办",
                "Declaring mail, attachments, local delivery and proof of delivery go online",
            ),
            edits=(
                DropVisit(step="mail-declaration"),
                SetOwner(step="mail-declaration", owner="applicant"),
                SetTime(step="mail-declaration", time=own_minutes(10)),
                DropVisit(step="mail-attachments"),
                SetOwner(step="mail-attachments", owner="applicant"),
                SetTime(step="mail-attachments", time=own_minutes(5)),
                *by_system("local-delivery", "delivery-report"),
            ),
        ),
        Reform(
            item=49,
            text=text(
                "单一窗口全流程查询，不再逐家询问状态",
                "One query covers the whole way of the cargo; no more asking around",
            ),
            edits=(SetOwner(step="status-query", owner="platform"), *by_system("status-query")),
        ),
    ),
    notes=text(
        "提前申报、两步申报和直提直装见于方案正文，改革前已可选。口岸收费公示不属于单个办件。"
        "方案无审核时限；所知法律也只限申报期，不限审核。",
        "Early and two-step declaration and direct handling stand in the plan's body and could be "
        "chosen before. Publishing port charges is not part of a case. The plan sets no "
        "limit for the review, nor does a statute that we know of (only for declaring).",
    ),
)
