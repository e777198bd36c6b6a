"""质量缺陷保险: low-risk works are insured and watched by a risk controller."""

from flows.construction.shared import (
    CALENDAR_DAYS,
    DRAWING_PASS,
    PLANNING_PERMIT,
    REPORT_RULE,
    firm_days,
    rectified,
)
from flows.limits import calendar_days, completed
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    PRACTICE,
    clerk,
    corrected,
    field_work,
    flag,
    outside_between,
    review,
)
from flows.steps import added
from models.base import text
from models.condition import Is, Not
from models.edits import AddStep, SetCondition
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

LOW_RISK = Is(attribute="low-risk")
FEWER = assumed("投保工程地基环节由风控机构检查代替，方案未写明 (the foundation check is replaced)")
COVER = assumed("竣工后保险责任起算，方案未写明 (cover begins at completion)")

PROCESS = Process(
    slug="quality-insurance",
    name=text("质量缺陷保险", "Latent defect insurance for low-risk works"),
    family="construction",
    lead="housing-construction",
    items=(25,),
    attributes=(
        flag(
            "low-risk",
            "新建企业投资简易低风险工程",
            "New, company-invested, simple and low-risk works",
            0.3,
        ),
    ),
    steps=(
        Step(
            slug="supervision-start",
            name=text("办理工程质量监督手续", "Start of quality supervision"),
            owner="housing-construction",
            time=clerk(20, 40, 80),
            rework=corrected("supervision-start", 0.15),
            materials=(FORM, LICENCE_COPY, PLANNING_PERMIT, DRAWING_PASS),
            visit=AT_ONCE,
            channel="window",
            source=statute("建设工程质量管理条例", "第十三条"),
        ),
        Step(
            slug="foundation-works",
            name=text("地基基础施工", "Foundation works"),
            owner="developer",
            after=("supervision-start",),
            time=firm_days(25),
            source=PRACTICE,
        ),
        Step(
            slug="foundation-check",
            name=text("地基基础监督检查", "Check of the foundation"),
            owner="housing-construction",
            after=("foundation-works",),
            time=field_work("housing-construction", 90, 120, 180),
            rework=rectified("foundation-check", 0.15),
            source=PRACTICE,
        ),
        Step(
            slug="structure-works",
            name=text("主体结构施工", "Structural works"),
            owner="developer",
            after=("foundation-check",),
            time=firm_days(60),
            source=PRACTICE,
        ),
        Step(
            slug="structure-check",
            name=text("主体结构监督检查", "Check of the structure"),
            owner="housing-construction",
            after=("structure-works",),
            time=field_work("housing-construction", 90, 150, 240),
            rework=rectified("structure-check", 0.2),
            source=plan(25),
        ),
        Step(
            slug="fitting-works",
            name=text("装修和设备安装", "Fitting works"),
            owner="developer",
            after=("structure-check",),
            time=firm_days(40),
            source=PRACTICE,
        ),
        Step(
            slug="completion-check",
            name=text("监督竣工验收", "Supervise the completion acceptance"),
            owner="housing-construction",
            after=("fitting-works",),
            time=field_work("housing-construction", 90, 150, 240),
            rework=rectified("completion-check", 0.25),
            source=plan(25),
        ),
        Step(
            slug="supervision-report",
            name=text("出具质量监督报告", "Quality supervision report"),
            owner="housing-construction",
            after=("completion-check",),
            time=review(90),
            source=REPORT_RULE,
        ),
    ),
    limits=(
        calendar_days(
            "report-rule",
            text("质量监督报告（规章）", "Quality report (rule)"),
            5,
            "supervision-report",
            REPORT_RULE,
            completed("completion-check"),
            CALENDAR_DAYS,
        ),
    ),
    reforms=(
        Reform(
            item=25,
            text=text(
                "简易低风险项目投保质量潜在缺陷险，风控机构介入施工过程监管",
                "Low-risk works are insured and a risk controller joins the supervision",
            ),
            edits=(
                *added(
                    Step(
                        slug="scope-check",
                        name=text("核对是否属试点范围", "Check whether the pilot covers it"),
                        owner="housing-construction",
                        after=("supervision-start",),
                        time=review(30),
                        source=plan(25),
                    ),
                    Step(
                        slug="insure",
                        name=text("投保质量潜在缺陷保险", "Take out the insurance"),
                        owner="insurer",
                        after=("scope-check",),
                        when=LOW_RISK,
                        time=outside_between(2, 4, 8),
                        channel="online",
                        produces=(text("潜在缺陷保险单", "Defect insurance policy"),),
                        source=plan(25),
                    ),
                    Step(
                        slug="risk-plan",
                        name=text(
                            "风控机构初评、编制检查计划", "Risk controller's first appraisal"
                        ),
                        owner="risk-controller",
                        after=("insure",),
                        when=LOW_RISK,
                        time=outside_between(2, 3, 6),
                        source=plan(25),
                    ),
                    before=("foundation-works",),
                ),
                SetCondition(step="foundation-check", when=Not(condition=LOW_RISK)),
                AddStep(
                    step=Step(
                        slug="foundation-risk-check",
                        name=text("风控机构检查地基基础", "Risk controller checks the foundation"),
                        owner="risk-controller",
                        after=("foundation-works",),
                        when=LOW_RISK,
                        time=outside_between(1, 2, 3),
                        rework=rectified("foundation-risk-check", 0.15),
                        source=FEWER,
                    ),
                    before=("structure-works",),
                ),
                AddStep(
                    step=Step(
                        slug="structure-risk-check",
                        name=text("风控机构检查主体结构", "Risk controller checks the structure"),
                        owner="risk-controller",
                        after=("structure-works",),
                        when=LOW_RISK,
                        time=outside_between(1, 2, 3),
                        source=plan(25),
                    ),
                    before=("structure-check",),
                ),
                *added(
                    Step(
                        slug="cover-begins",
                        name=text("竣工后保险责任衔接", "The cover begins"),
                        owner="insurer",
                        after=("supervision-report",),
                        when=LOW_RISK,
                        time=outside_between(1, 2, 4),
                        source=COVER,
                    ),
                    Step(
                        slug="insurer-oversight",
                        name=text("监管保险公司和风控机构", "Watch insurer and risk controller"),
                        owner="finance-office",
                        after=("risk-plan",),
                        when=LOW_RISK,
                        time=review(45),
                        source=plan(25),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "非简易低风险项目照常监督。施工期为假设，属建设单位自身用时；方案未给期限。",
        "Other works are supervised as before. Works are the developer's time; no period is set.",
    ),
)
