"""成品油一件事综合审批与一网通管: one application, offices side by side, shared oversight."""

from flows.limits import calendar_days, licensing_law
from flows.shared import (
    FORM,
    IDENTITY,
    JOINT_HOURS,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    field_work,
    material,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import (
    office_trip,
    resequenced,
    shared_at,
    sign_offs,
    signed,
    timed,
    without_papers,
    without_visits,
)
from flows.supervision.shared import ART_45, lab_test
from models.base import text
from models.condition import Is, Not
from models.edits import AddStep, Resequence, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

SITE_PLAN = material("site-plan", "站点规划图纸", "Site plan")
SAFETY_FILE = material("safety-file", "安全评价报告", "Safety assessment")
NEW = Is(attribute="matter", value="new")
GOES_ON = Not(condition=Is(attribute="matter", value="exit"))
PERMITS = ("planning", "environment", "fire-and-building", "hazard", "public-order", "metering")
SIGNED = sign_offs(*PERMITS)

PROCESS = Process(
    slug="refined-oil",
    name=text("成品油一件事综合审批与一网通管", "Refined-oil approval and one-network supervision"),
    family="supervision",
    lead="industry-it",
    items=(124,),
    attributes=(
        choice("matter", "事项类型", "Matter", {"new": 0.2, "change": 0.65, "exit": 0.15}),
    ),
    steps=(
        *signed(
            Step(
                slug="planning",
                name=text("规划用地审查", "Land and planning"),
                owner="natural-resources",
                when=NEW,
                time=review(120),
                rework=corrected("planning", 0.2, most=2),
                materials=(FORM, IDENTITY, SITE_PLAN),
                visit=NEXT_OFFICE,
                channel="window",
                source=PRACTICE,
            ),
            JOINT_HOURS,
        ),
        *signed(
            office_trip(
                "environment",
                text("环境审查", "Environment"),
                "ecology",
                "planning-sign-off",
                review(120),
                (FORM, IDENTITY, SITE_PLAN),
                when=NEW,
            ),
            JOINT_HOURS,
        ),
        *signed(
            office_trip(
                "fire-and-building",
                text("建设及消防审查", "Building and fire safety"),
                "housing-construction",
                "environment-sign-off",
                review(150),
                (FORM, IDENTITY, SITE_PLAN),
                when=NEW,
                rework=corrected("fire-and-building", 0.25, most=2),
            ),
            JOINT_HOURS,
        ),
        *signed(
            Step(
                slug="hazard",
                name=text("危险化学品经营审查", "Hazardous-chemicals licence"),
                owner="emergency",
                after=("fire-and-building-sign-off",),
                when=GOES_ON,
                time=field_work("emergency", 90, 150, 300),
                rework=corrected("hazard", 0.2, most=2),
                materials=(FORM, IDENTITY, LICENCE_COPY, SAFETY_FILE),
                visit=NEXT_OFFICE,
                channel="window",
                produces=(text("危险化学品经营许可证", "Hazardous-chemicals licence"),),
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        *signed(
            office_trip(
                "public-order",
                text("治安防范审查", "Public order"),
                "public-security",
                "hazard-sign-off",
                review(60),
                (FORM, IDENTITY, LICENCE_COPY),
                when=GOES_ON,
            ),
            SHORT_HOURS,
        ),
        *signed(
            office_trip(
                "metering",
                text("登记和计量审查", "Registration and metering"),
                "market-regulation",
                "public-order-sign-off",
                review(60),
                (FORM, IDENTITY, LICENCE_COPY),
                when=GOES_ON,
            ),
            SHORT_HOURS,
        ),
        Step(
            slug="meter-test",
            name=text("加油机强制检定", "Compulsory test of the dispensers"),
            owner="lab",
            after=("metering-sign-off",),
            when=NEW,
            time=lab_test(8, excluded=ART_45),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="oil-permit",
                name=text("成品油经营审批", "Approve the oil business"),
                owner="industry-it",
                after=("meter-test",),
                time=review(120),
                rework=corrected("oil-permit", 0.15, most=2),
                materials=(FORM, IDENTITY, LICENCE_COPY, SAFETY_FILE),
                visit=NEXT_OFFICE,
                channel="window",
                produces=(text("成品油经营批准文件", "Approval of the oil business"),),
                source=plan(124),
            ),
            PERMIT_HOURS,
        ),
        office_trip(
            "tax",
            text("税控和税务登记", "Tax record"),
            "tax",
            "oil-permit-sign-off",
            clerk(15, 30, 60),
            (FORM, IDENTITY, LICENCE_COPY),
        ),
    ),
    limits=(
        licensing_law(
            ("oil-permit", "oil-permit-sign-off"),
            "oil-permit-law",
            text("行政许可法一般期限", "Licensing law, one department"),
        ),
        calendar_days(
            "hazard-law",
            text("危险化学品经营许可", "Hazardous-chemicals licence"),
            30,
            ("hazard", "hazard-sign-off"),
            statute("危险化学品安全管理条例", "第三十五条"),
            reading=assumed(
                "“30日”按自然日计；县级受理为假设 (calendar days; county level assumed)"
            ),
        ),
        licensing_law(
            (*PERMITS, *SIGNED, "meter-test", "oil-permit", "oil-permit-sign-off"),
            "joint-law",
            text("联合办理期限", "Joint handling"),
            reading=assumed("综合审批视为联合办理；改革前各自办理，只作对照 (a yardstick as-is)"),
            joint=True,
        ),
    ),
    reforms=(
        Reform(
            item=124,
            text=text(
                "一网申请、材料共享、各部门同步审查、签批从简，结果和监测信息互通",
                "One application, shared papers, offices abreast and signed sooner, shared data",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="intake",
                        name=text("一网申请", "Apply on one network"),
                        owner="industry-it",
                        time=clerk(10, 20, 40),
                        rework=corrected("intake", 0.15),
                        channel="online",
                        source=assumed("综合审批统一入口由牵头部门承担 (run by the lead)"),
                    )
                ),
                *resequenced("intake", *PERMITS),
                Resequence(step="oil-permit", after=(*SIGNED, "meter-test")),
                *shared_at("intake", "application-form", "identity", "site-plan", "safety-file"),
                *without_papers(
                    ("licence-copy",), "hazard", "public-order", "metering", "oil-permit", "tax"
                ),
                *without_visits(*PERMITS, "oil-permit", "tax"),
                SetRework(step="planning", rework=corrected("planning", 0.1)),
                SetRework(step="fire-and-building", rework=corrected("fire-and-building", 0.15)),
                SetRework(step="oil-permit", rework=None),
                SetTime(step="oil-permit", time=review(60)),
                AddStep(
                    step=Step(
                        slug="data-sharing",
                        name=text("监管信息互通共享", "Share the supervision data"),
                        owner="industry-it",
                        after=("oil-permit-sign-off",),
                        time=system_seconds(60),
                        source=plan(124),
                    )
                ),
                *timed(sign_off(*SHORT_HOURS), *SIGNED, "oil-permit-sign-off"),
            ),
        ),
    ),
    notes=text(
        "审批链条按通行实践推定；有储存设施的危化许可法定由设区市办理，此处按下放县级假设。",
        "The chain of permits is inferred from practice. By law the prefecture grants the "
        "chemicals licence where there is storage; delegation to the county is assumed.",
    ),
)
