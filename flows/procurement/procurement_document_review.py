"""采购文件负面清单审查: model texts, a negative list and screening before the documents go out."""

from flows.limits import working_days
from flows.procurement.shared import TENDER_PRACTICE
from flows.shared import (
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    choice,
    clerk,
    corrected,
    flag,
    material,
    outside_days,
    review,
    system_seconds,
)
from flows.steps import only_when, quiet, signed
from models.base import text
from models.condition import AllOf, Chance, Is, Not
from models.edits import AddStep, DropVisit, SetCondition, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

COMPLAINT_LETTER = material("complaint", "投诉书", "Letter of complaint")
ANSWER_COPY = material("answer-copy", "质疑函及答复", "Question and answer")
QUESTION_ACT = statute("政府采购法", "第五十三条", "7个工作日内答复")
COMPLAINT_ACT = statute("政府采购法", "第五十六条", "30个工作日内处理")
FAULTY = assumed("采购人审核退改比例估计 (share sent back by the purchaser)")
FEWER = assumed("用范本后退改比例估计 (the same with a model text)")
LISTED = assumed("对照清单退改比例估计 (share sent back by the check against the list)")
FLAGGED = assumed("智能排查退改比例估计 (share sent back by the screening)")
UNCLEAR = assumed("投诉书需补正比例估计 (share of complaints to be corrected)")
INSPECTED = assumed("改革前监督检查比例估计 (share inspected before the plan)")
INSPECTED_MORE = assumed("改革后监督检查比例估计 (share inspected under the plan)")

CHALLENGED = Is(attribute="challenged")
UNSETTLED = Is(attribute="unsettled")
DISPUTE = AllOf(conditions=(Not(condition=Is(attribute="bias", value="none")), CHALLENGED))
COMPLAINT = AllOf(conditions=(DISPUTE, UNSETTLED))
UPHELD = AllOf(conditions=(COMPLAINT, Is(attribute="upheld")))
LATE_DISPUTE = AllOf(conditions=(Is(attribute="bias", value="unlisted"), CHALLENGED))
LATE_COMPLAINT = AllOf(conditions=(LATE_DISPUTE, UNSETTLED))
LATE_UPHELD = AllOf(conditions=(LATE_COMPLAINT, Is(attribute="upheld")))

PROCESS = Process(
    slug="procurement-document-review",
    name=text("采购文件负面清单审查", "Screening procurement documents by the negative list"),
    family="procurement",
    lead="finance",
    items=(70, 77, 78),
    attributes=(
        choice(
            "bias", "不当条件", "Unfair condition", {"none": 0.85, "listed": 0.1, "unlisted": 0.05}
        ),
        flag("challenged", "有供应商质疑", "A supplier questions it", 0.5),
        flag("unsettled", "质疑答复后仍投诉", "Complaint after the answer", 0.4),
        flag("upheld", "投诉成立", "Complaint upheld", 0.5),
    ),
    steps=(
        quiet("draft", text("编制采购文件", "Draft"), "agent", (), outside_days(4), plan(70)),
        Step(
            slug="purchaser-check",
            name=text("采购人审核确认", "Purchaser checks and confirms"),
            owner="purchaser",
            after=("draft",),
            time=outside_days(1.5),
            rework=corrected("draft", 0.18, source=FAULTY),
            source=TENDER_PRACTICE,
        ),
        quiet(
            "publish",
            text("发布采购公告和文件", "Publish notice and documents"),
            "agent",
            ("purchaser-check",),
            outside_days(0.3),
            TENDER_PRACTICE,
        ),
        quiet(
            "question",
            text("采购人答复质疑", "Purchaser answers a question"),
            "purchaser",
            ("publish",),
            outside_days(3.5, 0.35),
            QUESTION_ACT,
            DISPUTE,
        ),
        Step(
            slug="complaint",
            name=text("受理投诉", "Take a complaint"),
            owner="finance",
            after=("question",),
            when=COMPLAINT,
            time=clerk(15, 30, 60),
            rework=corrected("complaint", 0.2, source=UNCLEAR),
            materials=(COMPLAINT_LETTER, ANSWER_COPY, IDENTITY),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(70),
        ),
        quiet(
            "respondent-reply",
            text("被投诉人书面说明", "Respondent's written reply"),
            "purchaser",
            ("complaint",),
            outside_days(3),
            assumed("投诉处理办法要求被投诉人限期说明 (asked for by the rules on complaints)"),
            COMPLAINT,
        ),
        quiet(
            "inquiry",
            text("投诉调查取证", "Inquiry into the complaint"),
            "finance",
            ("respondent-reply",),
            review(300),
            plan(70),
            COMPLAINT,
        ),
        *signed(
            Step(
                slug="decision",
                name=text("作出处理决定", "Decide on the complaint"),
                owner="finance",
                after=("inquiry",),
                when=COMPLAINT,
                time=review(120),
                produces=(text("投诉处理决定书", "Decision"),),
                source=plan(70),
            ),
            PERMIT_HOURS,
        ),
        quiet(
            "correction",
            text("修改文件重新发布", "Correct and publish again"),
            "agent",
            "decision-sign-off",
            outside_days(2),
            TENDER_PRACTICE,
            when=UPHELD,
        ),
        quiet(
            "inspection",
            text("事后监督检查", "Later inspection"),
            "finance",
            ("publish",),
            review(150),
            plan(70),
            Chance(share=0.08, source=INSPECTED),
        ),
    ),
    limits=(
        working_days(
            "question-limit",
            text("答复质疑（法定）", "Answer (statute)"),
            7,
            "question",
            QUESTION_ACT,
        ),
        working_days(
            "complaint-limit",
            text("处理投诉（法定）", "Deciding a complaint (statute)"),
            30,
            ("complaint", "respondent-reply", "inquiry", "decision", "decision-sign-off"),
            COMPLAINT_ACT,
        ),
    ),
    reforms=(
        Reform(
            item=70,
            text=text(
                "编制时对照负面清单，清单内条件不再进入公告；投诉畅通，检查加强",
                "Checked against the negative list while drafted; complaints online; more checks",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="list-check",
                        name=text("对照负面清单自查", "Check against the negative list"),
                        owner="agent",
                        after=("draft",),
                        time=outside_days(0.4),
                        rework=corrected("draft", 0.1, source=LISTED),
                        source=plan(70),
                    ),
                    before=("purchaser-check",),
                ),
                SetCondition(step="question", when=LATE_DISPUTE),
                *only_when(
                    LATE_COMPLAINT,
                    "complaint",
                    "respondent-reply",
                    "inquiry",
                    "decision",
                    "decision-sign-off",
                ),
                SetCondition(step="correction", when=LATE_UPHELD),
                DropVisit(step="complaint"),
                SetCondition(step="inspection", when=Chance(share=0.15, source=INSPECTED_MORE)),
            ),
        ),
        Reform(
            item=77,
            text=text(
                "采购文件有范本和细则，编制快、退改少",
                "Model texts and rules make drafting quicker and cleaner",
            ),
            edits=(
                SetTime(step="draft", time=outside_days(2.5)),
                SetRework(step="purchaser-check", rework=corrected("draft", 0.08, source=FEWER)),
            ),
        ),
        Reform(
            item=78,
            text=text(
                "采购系统发布前自动排查倾向性、歧视性词条",
                "The procurement system screens for biased terms before publication",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="screen",
                        name=text("系统智能排查词条", "System screens the terms"),
                        owner="finance",
                        after=("purchaser-check",),
                        time=system_seconds(60),
                        rework=corrected("draft", 0.06, source=FLAGGED),
                        source=plan(78),
                    ),
                    before=("publish",),
                ),
            ),
        ),
    ),
    notes=text(
        "供应商投诉前须先质疑，故先有答复质疑一步。清单减少争议的幅度为假设。",
        "A supplier must question the purchaser before complaining, hence that step. How far the "
        "list prevents disputes is assumed.",
    ),
)
