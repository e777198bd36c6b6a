"""成品油一件事综合审批与一网通管: one application, offices side by side, shared oversight."""

from flows.shared import (
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    review,
    system_seconds,
)
from flows.supervision.shared import ART_45, field_work, lab_test
from models.base import text
from models.condition import ChoiceAttribute, Is, Not
from models.edits import (
    AddStep,
    DropMaterial,
    DropVisit,
    Resequence,
    RunParallel,
    SetRework,
    SetTime,
    ShareMaterial,
)
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

SITE_PLAN = material("site-plan", "站点规划图纸", "Site plan")
SAFETY_FILE = material("safety-file", "安全评价报告", "Safety assessment")
NEW = Is(attribute="matter", value="new")
GOES_ON = Not(condition=Is(attribute="matter", value="exit"))
PERMITS = ("planning", "environment", "fire-and-building", "hazard", "public-order", "metering")

PROCESS = Process(
    slug="refined-oil",
    name=text("成品油一件事综合审批与一网通管", "Refined-oil approval and one-network supervision"),
    family="supervision",
    lead="industry-it",
    items=(124,),
    attributes=(
        ChoiceAttribute(
            slug="matter",
            name=text("事项类型", "Matter"),
            options={"new": 0.2, "change": 0.65, "exit": 0.15},
            source=assumed("成品油事项构成估计 (make-up of the matters)"),
        ),
    ),
    steps=(
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
        Step(
            slug="environment",
            name=text("环境审查", "Environment"),
            owner="ecology",
            after=("planning",),
            when=NEW,
            time=review(120),
            materials=(FORM, IDENTITY, SITE_PLAN),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="fire-and-building",
            name=text("建设及消防审查", "Building and fire safety"),
            owner="housing-construction",
            after=("environment",),
            when=NEW,
            time=review(150),
            rework=corrected("fire-and-building", 0.25, most=2),
            materials=(FORM, IDENTITY, SITE_PLAN),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="hazard",
            name=text("危险化学品经营审查", "Hazardous-chemicals licence"),
            owner="emergency",
            after=("fire-and-building",),
            when=GOES_ON,
            time=field_work("emergency", 90, 150, 300),
            rework=corrected("hazard", 0.2, most=2),
            materials=(FORM, IDENTITY, LICENCE_COPY, SAFETY_FILE),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("危险化学品经营许可证", "Hazardous-chemicals licence"),),
            source=PRACTICE,
        ),
        Step(
            slug="public-order",
            name=text("治安防范审查", "Public order"),
            owner="public-security",
            after=("hazard",),
            when=GOES_ON,
            time=review(60),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="metering",
            name=text("登记和计量审查", "Registration and metering"),
            owner="market-regulation",
            after=("public-order",),
            when=GOES_ON,
            time=review(60),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="meter-test",
            name=text("加油机强制检定", "Compulsory test of the dispensers"),
            owner="lab",
            after=("metering",),
            when=NEW,
            time=lab_test(8, excluded=ART_45),
            source=PRACTICE,
        ),
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
        Step(
            slug="tax",
            name=text("税控和税务登记", "Tax record"),
            owner="tax",
            after=("oil-permit",),
            time=clerk(15, 30, 60),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(
        Limit(
            slug="oil-permit-law",
            name=text("行政许可法一般期限", "Licensing law, one department"),
            most=20,
            unit="working_days",
            over=("oil-permit",),
            source=statute("行政许可法", "第四十二条", "一般20日"),
        ),
        Limit(
            slug="hazard-law",
            name=text("危险化学品经营许可", "Hazardous-chemicals licence"),
            most=30,
            unit="calendar_days",
            over=("hazard",),
            source=statute("危险化学品安全管理条例", "第三十五条"),
            reading=assumed(
                "“30日”按自然日计；县级受理为假设 (calendar days; county level assumed)"
            ),
        ),
        Limit(
            slug="joint-law",
            name=text("联合办理期限", "Joint handling"),
            most=45,
            unit="working_days",
            over=(*PERMITS, "meter-test", "oil-permit"),
            source=statute("行政许可法", "第四十二条", "联合办理45日"),
            reading=assumed("综合审批视为联合办理；改革前各自办理，只作对照 (a yardstick as-is)"),
        ),
    ),
    reforms=(
        Reform(
            item=124,
            text=text(
                "一网申请、材料共享、各部门同步审查，结果和监测信息互通",
                "One application, shared papers, offices side by side, shared supervision data",
            ),
            edits=(
                RunParallel(steps=PERMITS),
                AddStep(
                    step=Step(
                        slug="intake",
                        name=text("一网申请", "Apply on one network"),
                        owner="industry-it",
                        time=clerk(10, 20, 40),
                        rework=corrected("intake", 0.15),
                        channel="online",
                        source=assumed("综合审批统一入口由牵头部门承担 (run by the lead)"),
                    ),
                    before=PERMITS,
                ),
                Resequence(step="meter-test", after=("metering",)),
                Resequence(step="oil-permit", after=(*PERMITS, "meter-test")),
                ShareMaterial(material="application-form", at="intake"),
                ShareMaterial(material="identity", at="intake"),
                ShareMaterial(material="site-plan", at="intake"),
                ShareMaterial(material="safety-file", at="intake"),
                DropMaterial(step="hazard", materials=("licence-copy",)),
                DropMaterial(step="public-order", materials=("licence-copy",)),
                DropMaterial(step="metering", materials=("licence-copy",)),
                DropMaterial(step="oil-permit", materials=("licence-copy",)),
                DropMaterial(step="tax", materials=("licence-copy",)),
                DropVisit(step="planning", channel="internal"),
                DropVisit(step="environment", channel="internal"),
                DropVisit(step="fire-and-building", channel="internal"),
                DropVisit(step="hazard", channel="internal"),
                DropVisit(step="public-order", channel="internal"),
                DropVisit(step="metering", channel="internal"),
                DropVisit(step="oil-permit", channel="internal"),
                DropVisit(step="tax", channel="internal"),
                SetRework(step="planning", rework=corrected("planning", 0.1)),
                SetRework(step="fire-and-building", rework=corrected("fire-and-building", 0.15)),
                SetRework(step="oil-permit", rework=None),
                SetTime(step="oil-permit", time=review(60)),
                AddStep(
                    step=Step(
                        slug="data-sharing",
                        name=text("监管信息互通共享", "Share the supervision data"),
                        owner="industry-it",
                        after=("oil-permit",),
                        time=system_seconds(60),
                        source=plan(124),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "审批链条按通行实践推定；有储存设施的危化许可法定由设区市办理，此处按下放县级假设。",
        "The chain of permits is inferred from practice. By law the prefecture grants the "
        "chemicals licence where there is storage; delegation to the county is assumed.",
    ),
)
