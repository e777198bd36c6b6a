"""低风险涉税任务推送与自查自纠: low-risk findings go straight to the taxpayer's e-tax account."""

from flows.shared import (
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    material,
    own_days,
    own_minutes,
    review,
    system_seconds,
)
from flows.steps import added, by_system, only_when
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import DropVisit, SetOwner, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

BOOKS = material("account-books", "涉税账簿凭证", "Account books and vouchers")
EXPLANATION = material("explanation", "情况说明", "Written explanation")
HANDED_DOWN = assumed("改革前任务经内部层层流转，由第40项简化推送推知 (implied by item 40)")
OFFICER = assumed("中高风险仍由税务人员应对，由第40项只及低风险推知 (implied by item 40)")
VAGUE = assumed("说明不充分需补充的比例估计 (share of answers that do not suffice)")
SHARPER = assumed("风险识别更准后需补充的比例估计 (the same, once findings are sharper)")

LOW = Is(attribute="low-risk")
HIGHER = Not(condition=LOW)

PROCESS = Process(
    slug="low-risk-tax-selfcheck",
    name=text("低风险涉税任务推送与自查自纠", "Low-risk tax finding: push and self-check"),
    family="finance",
    lead="tax",
    items=(39, 40),
    attributes=(
        flag("low-risk", "低风险", "Low risk", 0.75),
        flag("silent", "推送后未按期回应", "No answer to the push in time", 0.12),
    ),
    steps=(
        Step(
            slug="scan",
            name=text("涉税风险扫描", "Look for tax risks"),
            owner="tax",
            time=review(40),
            source=plan(39),
        ),
        Step(
            slug="grade",
            name=text("风险分级", "Grade the risk"),
            owner="tax",
            after=("scan",),
            time=review(15),
            source=plan(39),
        ),
        Step(
            slug="hand-down",
            name=text("任务逐级下发", "Hand the task down the line"),
            owner="tax",
            after=("grade",),
            time=clerk(10, 20, 40),
            source=HANDED_DOWN,
        ),
        Step(
            slug="desk-analysis",
            name=text("案头分析", "Desk analysis"),
            owner="tax",
            after=("hand-down",),
            time=review(60),
            source=PRACTICE,
        ),
        Step(
            slug="interview",
            name=text("约谈纳税人", "Call the taxpayer in"),
            owner="tax",
            after=("desk-analysis",),
            time=clerk(20, 40, 90),
            materials=(BOOKS,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="self-check",
            name=text("纳税人自查", "Taxpayer checks the books"),
            owner="applicant",
            after=("interview",),
            time=own_days(3),
            source=plan(40),
        ),
        Step(
            slug="answer",
            name=text("更正申报或说明理由", "Correct the return or explain"),
            owner="tax",
            after=("self-check",),
            time=clerk(15, 30, 60),
            materials=(EXPLANATION,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="verify",
            name=text("复核更正或说明", "Verify the correction or explanation"),
            owner="tax",
            after=("answer",),
            time=review(40),
            rework=corrected("answer", 0.2, source=VAGUE),
            source=PRACTICE,
        ),
        Step(
            slug="assessment",
            name=text("纳税评估", "Tax assessment"),
            owner="tax",
            after=("verify",),
            when=HIGHER,
            time=review(240),
            source=OFFICER,
        ),
        Step(
            slug="close",
            name=text("销号归档", "Close the finding"),
            owner="tax",
            after=("assessment",),
            time=clerk(5, 10, 20),
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=39,
            text=text(
                "大数据自动扫描分级，识别更准，案头分析和补充说明减少",
                "Data find and grade risks; sharper findings need less analysis and fewer answers",
            ),
            edits=(
                *by_system("scan", seconds=60),
                *by_system("grade"),
                SetTime(step="desk-analysis", time=review(40)),
                SetRework(step="verify", rework=corrected("answer", 0.1, source=SHARPER)),
            ),
        ),
        Reform(
            item=40,
            text=text(
                "低风险任务经电子税务局直推纳税人，自查自纠后网上回复",
                "Low-risk findings go straight to the e-tax account and are answered online",
            ),
            edits=(
                *only_when(HIGHER, "hand-down", "desk-analysis", "interview"),
                *added(
                    Step(
                        slug="push",
                        name=text("电子税务局推送", "Push through the e-tax bureau"),
                        owner="tax",
                        after=("grade",),
                        when=LOW,
                        time=system_seconds(),
                        channel="online",
                        source=plan(40),
                    ),
                    Step(
                        slug="remind",
                        name=text("逾期未回应的人工提醒", "Remind a taxpayer who is silent"),
                        owner="tax",
                        after=("push",),
                        when=AllOf(conditions=(LOW, Is(attribute="silent"))),
                        time=clerk(5, 10, 20),
                        channel="online",
                        source=assumed("推送后无回应时由税务人员提醒 (follow-up by an officer)"),
                    ),
                    before=("self-check",),
                ),
                SetOwner(step="answer", owner="applicant"),
                SetTime(step="answer", time=own_minutes(60)),
                DropVisit(step="answer"),
            ),
        ),
    ),
    notes=text(
        "方案和法律均未对此规定办理时限。",
        "Neither the plan nor a statute sets a time limit for this.",
    ),
)
