"""规划环评与项目环评联动: shorter documents, a pledge or one bundle for those that qualify."""

from flows.construction.shared import EXPERTS_APART, firm_days
from flows.limits import calendar_days, completed
from flows.shared import (
    FORM,
    JOINT_HOURS,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    on_the_spot,
    outside_between,
    period,
    review,
)
from flows.steps import added, only_when, signed
from models.base import text
from models.condition import AllOf, AnyOf, Is, Not
from models.edits import AddStep, SetCondition
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

BOOK = Is(attribute="document", value="report-book")
REPORT_FORM = Is(attribute="document", value="report-form")
LISTED = Is(attribute="listed-field")
BUNDLED = Is(attribute="public-welfare")
PLEDGED = AllOf(conditions=(LISTED, REPORT_FORM, Not(condition=BUNDLED)))
SIMPLE = AnyOf(conditions=(LISTED, BUNDLED))
PUBLIC = "环境影响评价公众参与办法"
EIA_LAW = "环境影响评价法"
PLEDGE_SCOPE = assumed(
    "重点领域内编制报告表的项目适用告知承诺，名录方案未列 (report forms in the listed fields)"
)
DOCUMENT = material("eia-document", "环境影响评价文件", "Impact assessment document")
PLEDGE = material("eia-pledge", "告知承诺书", "Pledge")
APPROVAL = (text("环评批复", "Approval"),)
FULL_FORM = AllOf(conditions=(REPORT_FORM, Not(condition=LISTED), Not(condition=BUNDLED)))
RECEIVED = completed("intake")

PROCESS = Process(
    slug="eia-linked",
    name=text("规划环评与项目环评联动", "Linked and pledged impact assessment"),
    family="construction",
    lead="ecology",
    items=(140,),
    attributes=(
        choice(
            "document",
            "环评文件类别",
            "Kind of document",
            {"report-book": 0.15, "report-form": 0.85},
        ),
        flag("listed-field", "在已做规划环评的重点领域", "In a listed field", 0.5),
        flag("public-welfare", "民生工程可打包", "Public-welfare works", 0.1),
    ),
    steps=(
        Step(
            slug="prepare",
            name=text("编制环评文件", "Prepare the document"),
            owner="applicant",
            time=firm_days(35),
            source=plan(140),
        ),
        Step(
            slug="intake",
            name=text("受理环评文件", "Take the document in"),
            owner="ecology",
            after=("prepare",),
            time=clerk(15, 30, 60),
            rework=corrected("intake", 0.15),
            materials=(FORM, LICENCE_COPY, DOCUMENT),
            visit=NEXT_OFFICE,
            channel="window",
            source=statute(EIA_LAW, "第二十二条"),
        ),
        Step(
            slug="receipt-publicity",
            name=text("受理后公开", "Publicity after receipt"),
            owner="ecology",
            after=("intake",),
            when=BOOK,
            time=period(10, statute(PUBLIC, "第二十二条"), "working"),
            source=statute(PUBLIC, "第二十二条"),
        ),
        Step(
            slug="book-appraisal",
            name=text("报告书技术评估", "Technical appraisal of a report book"),
            owner="experts",
            after=("intake",),
            when=BOOK,
            time=outside_between(8, 14, 25, excluded=EXPERTS_APART),
            rework=corrected("book-appraisal", 0.45),
            source=PRACTICE,
        ),
        Step(
            slug="form-appraisal",
            name=text("报告表技术评估", "Technical appraisal of a report form"),
            owner="experts",
            after=("intake",),
            when=REPORT_FORM,
            time=outside_between(4, 7, 14, excluded=EXPERTS_APART),
            rework=corrected("form-appraisal", 0.3),
            source=PRACTICE,
        ),
        Step(
            slug="book-review",
            name=text("报告书审查", "Review of a report book"),
            owner="ecology",
            after=("book-appraisal", "receipt-publicity"),
            when=BOOK,
            time=review(180),
            source=statute(EIA_LAW, "第二十二条"),
        ),
        Step(
            slug="decision-publicity",
            name=text("审批决定前公开", "Publicity before the decision"),
            owner="ecology",
            after=("book-review",),
            when=BOOK,
            time=period(5, statute(PUBLIC, "第二十三条"), "working"),
            source=statute(PUBLIC, "第二十三条"),
        ),
        *signed(
            Step(
                slug="book-decision",
                name=text("作出报告书审批决定", "Decide on a report book"),
                owner="ecology",
                after=("decision-publicity",),
                when=BOOK,
                time=review(60),
                produces=APPROVAL,
                source=statute(EIA_LAW, "第二十二条"),
            ),
            JOINT_HOURS,
        ),
        *signed(
            Step(
                slug="form-decision",
                name=text("报告表审查和批复", "Review and decide on a report form"),
                owner="ecology",
                after=("form-appraisal",),
                when=REPORT_FORM,
                time=review(120),
                produces=APPROVAL,
                source=statute(EIA_LAW, "第二十二条"),
            ),
            PERMIT_HOURS,
        ),
    ),
    limits=(
        calendar_days(
            "book-act",
            text("报告书审批（法定）", "Report book (statute)"),
            60,
            (
                "receipt-publicity",
                "book-appraisal",
                "book-review",
                "decision-publicity",
                "book-decision",
                "book-decision-sign-off",
            ),
            statute(EIA_LAW, "第二十二条", "收到报告书之日起60日内"),
            RECEIVED,
        ),
        calendar_days(
            "form-act",
            text("报告表审批（法定）", "Report form (statute)"),
            30,
            ("form-appraisal", "form-decision", "form-decision-sign-off"),
            statute(EIA_LAW, "第二十二条", "收到报告表之日起30日内"),
            RECEIVED,
        ),
    ),
    reforms=(
        Reform(
            item=140,
            text=text(
                "重点领域繁简分离、精简内容，试行告知承诺，民生工程打包审批",
                "Shorter documents in listed fields, approval on a pledge, one bundle for welfare",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="sorting",
                        name=text("核对领域、确定繁简", "Check the field, choose simple or full"),
                        owner="ecology",
                        time=clerk(10, 20, 45),
                        channel="online",
                        source=plan(140),
                    ),
                    before=("prepare",),
                ),
                SetCondition(step="prepare", when=Not(condition=SIMPLE)),
                AddStep(
                    step=Step(
                        slug="prepare-short",
                        name=text("编制精简环评文件", "Prepare a shorter document"),
                        owner="applicant",
                        after=("sorting",),
                        when=SIMPLE,
                        time=firm_days(20),
                        source=plan(140),
                    ),
                    before=("intake",),
                ),
                *added(
                    Step(
                        slug="pledge-decision",
                        name=text("告知承诺审批", "Approve on a pledge"),
                        owner="ecology",
                        after=("intake",),
                        when=PLEDGED,
                        time=on_the_spot(15, 30, 60),
                        materials=(PLEDGE,),
                        channel="online",
                        produces=APPROVAL,
                        source=plan(140),
                    ),
                    Step(
                        slug="pledge-check",
                        name=text("承诺后核查", "Check after the pledge"),
                        owner="ecology",
                        after=("pledge-decision",),
                        when=PLEDGED,
                        time=field_work("ecology", 60, 120, 240),
                        source=PLEDGE_SCOPE,
                    ),
                    *signed(
                        Step(
                            slug="bundle-decision",
                            name=text("民生工程打包审批", "One approval for a bundle"),
                            owner="ecology",
                            after=("form-appraisal",),
                            when=AllOf(conditions=(BUNDLED, REPORT_FORM)),
                            time=review(40),
                            produces=APPROVAL,
                            source=plan(140),
                        ),
                        PERMIT_HOURS,
                    ),
                ),
                SetCondition(
                    step="form-appraisal",
                    when=AllOf(conditions=(REPORT_FORM, Not(condition=PLEDGED))),
                ),
                *only_when(FULL_FORM, "form-decision", "form-decision-sign-off"),
            ),
        ),
    ),
    notes=text(
        "登记表自行备案，不在流程内。打包审批的用时摊到单个项目；方案未给期限。",
        "Registration forms are filed by the firm and left out. A bundle's time is shared out.",
    ),
)
