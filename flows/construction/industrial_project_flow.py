"""工业项目审批全流程: acceptance and registration modules join the approvals on one platform."""

from flows.construction.shared import (
    AS_BUILT,
    BUILDING_PERMIT,
    COMPLETION_REPORT,
    CONSTRUCTION_PERMIT_ACT,
    DRAWING_PASS,
    FIRE_ACCEPTANCE_RULE,
    LAND_CONTRACT,
    PLANNING_PERMIT,
    PROJECT_RECORD,
    SCHEME,
    SURVEY_REPORT,
    firm_days,
    licence_limit,
    next_door,
    rectified,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    system_seconds,
)
from models.base import text
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    RunParallel,
    SetRework,
    ShareMaterial,
)
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

UNITS = assumed("按第93项责任单位的职责推定 (read off the units the item lists)")
MODULE = assumed("验收模块的内容参照第14、15项 (read in the light of items 14 and 15)")
TRACKED = assumed("平台全程跟踪，方案未写明 (tracking by the platform is assumed)")

PROCESS = Process(
    slug="industrial-project-flow",
    name=text("工业项目审批全流程", "Full approval flow of industrial projects"),
    family="construction",
    lead="service-center",
    items=(93,),
    steps=(
        Step(
            slug="project-filing",
            name=text("工业项目备案", "Filing of the industrial project"),
            owner="development-reform",
            time=clerk(15, 30, 60),
            rework=corrected("project-filing", 0.1),
            materials=(FORM, LICENCE_COPY),
            visit=AT_ONCE,
            channel="window",
            source=UNITS,
        ),
        next_door(
            "planning-permit",
            text("用地和工程规划许可", "Land-use and planning permits"),
            "natural-resources",
            "project-filing",
            (LICENCE_COPY, PROJECT_RECORD, LAND_CONTRACT, SCHEME),
            UNITS,
            chance=0.3,
            minutes=120,
        ),
        next_door(
            "construction-permit",
            text("施工许可", "Construction permit"),
            "housing-construction",
            "planning-permit",
            (LICENCE_COPY, PLANNING_PERMIT, DRAWING_PASS),
            UNITS,
            minutes=90,
        ),
        Step(
            slug="plant-works",
            name=text("厂房施工和建设单位自验", "Build the plant and accept it oneself"),
            owner="developer",
            after=("construction-permit",),
            time=firm_days(150),
            source=PRACTICE,
        ),
        Step(
            slug="planning-verification",
            name=text("规划核实", "Planning verification"),
            owner="natural-resources",
            after=("plant-works",),
            time=clerk(90, 150, 240, pool="natural-resources-field"),
            rework=rectified("planning-verification", 0.2),
            materials=(FORM, PLANNING_PERMIT, SURVEY_REPORT),
            visit=NEXT_OFFICE,
            channel="window",
            source=statute("城乡规划法", "第四十五条"),
        ),
        Step(
            slug="fire-acceptance",
            name=text("消防验收或备案", "Fire acceptance or filing"),
            owner="housing-construction",
            after=("planning-verification",),
            time=clerk(60, 120, 240, pool="housing-construction-field"),
            rework=rectified("fire-acceptance", 0.3),
            materials=(FORM, COMPLETION_REPORT, AS_BUILT),
            visit=NEXT_OFFICE,
            channel="window",
            source=statute("消防法", "第十三条"),
        ),
        next_door(
            "archive-check",
            text("工程档案验收", "Check of the works archive"),
            "housing-construction",
            "fire-acceptance",
            (AS_BUILT,),
            statute("建设工程质量管理条例", "第十七条"),
        ),
        next_door(
            "completion-filing",
            text("竣工验收备案", "Completion filing"),
            "housing-construction",
            "archive-check",
            (BUILDING_PERMIT, COMPLETION_REPORT),
            statute("建设工程质量管理条例", "第四十九条"),
            chance=0.15,
        ),
        next_door(
            "first-registration",
            text("不动产首次登记", "First registration of the plant"),
            "real-estate-registry",
            "completion-filing",
            (LICENCE_COPY, LAND_CONTRACT, PLANNING_PERMIT, COMPLETION_REPORT, SURVEY_REPORT),
            plan(93),
            minutes=90,
        ),
    ),
    limits=(
        licence_limit("planning-permit", text("规划许可（法定）", "Planning permits (statute)")),
        CONSTRUCTION_PERMIT_ACT,
        FIRE_ACCEPTANCE_RULE,
        Limit(
            slug="registration-act",
            name=text("不动产登记（法定）", "Registration (statute)"),
            most=30,
            unit="working_days",
            over=("first-registration",),
            source=statute("不动产登记暂行条例", "第二十条"),
        ),
    ),
    reforms=(
        Reform(
            item=93,
            text=text(
                "联合竣工验收和不动产登记模块上线，验收并行、结果直通登记",
                "Acceptance and registration modules: checks side by side, result to the registry",
            ),
            edits=(
                RunParallel(steps=("planning-verification", "fire-acceptance", "archive-check")),
                AddStep(
                    step=Step(
                        slug="acceptance-module",
                        name=text("联合验收模块在线申请", "Ask for joint acceptance online"),
                        owner="housing-construction",
                        after=("plant-works",),
                        time=clerk(15, 30, 60),
                        rework=corrected("acceptance-module", 0.2),
                        channel="online",
                        source=plan(93),
                    ),
                    before=("planning-verification", "fire-acceptance", "archive-check"),
                ),
                DropVisit(step="planning-verification", channel="internal"),
                DropVisit(step="fire-acceptance", channel="internal"),
                DropVisit(step="archive-check", channel="internal"),
                DropMaterial(
                    step="planning-verification",
                    materials=("application-form", "planning-permit-copy"),
                ),
                DropMaterial(step="fire-acceptance", materials=("application-form",)),
                DropMaterial(step="archive-check", materials=("application-form",)),
                DropMaterial(step="completion-filing", materials=("application-form",)),
                DropMaterial(step="completion-filing", materials=("building-permit-copy",)),
                ShareMaterial(material="as-built-drawings", at="acceptance-module"),
                ShareMaterial(material="completion-report", at="acceptance-module"),
                ShareMaterial(material="survey-report", at="acceptance-module"),
                Automate(step="completion-filing", duration=system_seconds().duration),
                SetRework(step="completion-filing", rework=None),
                DropVisit(step="first-registration", channel="online"),
                DropMaterial(
                    step="first-registration",
                    materials=("land-contract-copy", "planning-permit-copy"),
                ),
                SetRework(step="first-registration", rework=corrected("first-registration", 0.1)),
                AddStep(
                    step=Step(
                        slug="tracking",
                        name=text("综合窗口统一推进、全程跟踪", "Drive and track the case"),
                        owner="service-center",
                        after=("project-filing",),
                        time=system_seconds(),
                        source=TRACKED,
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "仅含工业项目。施工期为假设，不计入办理时限；第93项只点明验收和登记两个模块。",
        "Industrial projects only. Works do not count; the item names the two modules alone.",
    ),
)
