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
    next_door,
    rectified,
)
from flows.limits import estate_registration_law, licensing_law
from flows.shared import (
    AT_ONCE,
    FORM,
    JOINT_HOURS,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    clerk,
    corrected,
    field_work,
    sign_off,
    system_seconds,
)
from flows.steps import (
    by_system,
    resequenced,
    shared_at,
    sign_offs,
    signed,
    timed,
    without_papers,
    without_visits,
)
from models.base import text
from models.edits import AddStep, DropMaterial, DropVisit, Resequence, SetRework
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

UNITS = assumed("按第93项责任单位的职责推定 (read off the units the item lists)")
TRACKED = assumed("平台全程跟踪，方案未写明 (tracking by the platform is assumed)")
CHECKS = ("planning-verification", "fire-acceptance", "archive-check")
SIGNED = sign_offs("planning-verification", "fire-acceptance")

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
        *signed(
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
            JOINT_HOURS,
        ),
        *signed(
            next_door(
                "construction-permit",
                text("施工许可", "Construction permit"),
                "housing-construction",
                "planning-permit-sign-off",
                (LICENCE_COPY, PLANNING_PERMIT, DRAWING_PASS),
                UNITS,
                minutes=90,
            ),
            SHORT_HOURS,
        ),
        Step(
            slug="plant-works",
            name=text("厂房施工和建设单位自验", "Build the plant and accept it oneself"),
            owner="developer",
            after=("construction-permit-sign-off",),
            time=firm_days(150),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="planning-verification",
                name=text("规划核实", "Planning verification"),
                owner="natural-resources",
                after=("plant-works",),
                time=field_work("natural-resources", 90, 150, 240),
                rework=rectified("planning-verification", 0.2),
                materials=(FORM, PLANNING_PERMIT, SURVEY_REPORT),
                visit=NEXT_OFFICE,
                channel="window",
                source=statute("城乡规划法", "第四十五条"),
            ),
            PERMIT_HOURS,
        ),
        *signed(
            Step(
                slug="fire-acceptance",
                name=text("消防验收或备案", "Fire acceptance or filing"),
                owner="housing-construction",
                after=("planning-verification-sign-off",),
                time=field_work("housing-construction", 60, 120, 240),
                rework=rectified("fire-acceptance", 0.3),
                materials=(FORM, COMPLETION_REPORT, AS_BUILT),
                visit=NEXT_OFFICE,
                channel="window",
                source=statute("消防法", "第十三条"),
            ),
            PERMIT_HOURS,
        ),
        next_door(
            "archive-check",
            text("工程档案验收", "Check of the works archive"),
            "housing-construction",
            "fire-acceptance-sign-off",
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
        *signed(
            next_door(
                "first-registration",
                text("不动产首次登记", "First registration of the plant"),
                "real-estate-registry",
                "completion-filing",
                (LICENCE_COPY, LAND_CONTRACT, PLANNING_PERMIT, COMPLETION_REPORT, SURVEY_REPORT),
                plan(93),
                minutes=90,
            ),
            PERMIT_HOURS,
        ),
    ),
    limits=(
        licensing_law(
            ("planning-permit", "planning-permit-sign-off"),
            "planning-permit-law",
            text("规划许可（法定）", "Planning permits (statute)"),
        ),
        CONSTRUCTION_PERMIT_ACT,
        FIRE_ACCEPTANCE_RULE,
        estate_registration_law(
            ("first-registration", "first-registration-sign-off"),
            "registration-act",
            text("不动产登记（法定）", "Registration (statute)"),
        ),
    ),
    reforms=(
        Reform(
            item=93,
            text=text(
                "联合竣工验收和不动产登记模块上线，验收并行、签批从简、结果直通登记",
                "Acceptance and registration modules: checks side by side, signed sooner, then on",
            ),
            edits=(
                *resequenced("plant-works", *CHECKS),
                Resequence(step="completion-filing", after=(*SIGNED, "archive-check")),
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
                    before=CHECKS,
                ),
                *without_visits(*CHECKS),
                DropMaterial(
                    step="planning-verification",
                    materials=("application-form", "planning-permit-copy"),
                ),
                *without_papers(
                    ("application-form",), "fire-acceptance", "archive-check", "completion-filing"
                ),
                DropMaterial(step="completion-filing", materials=("building-permit-copy",)),
                *shared_at(
                    "acceptance-module", "as-built-drawings", "completion-report", "survey-report"
                ),
                *by_system("completion-filing"),
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
                *timed(sign_off(*SHORT_HOURS), *SIGNED),
            ),
        ),
    ),
    notes=text(
        "仅含工业项目。施工期为假设，不计入办理时限；第93项只点明验收和登记两个模块。",
        "Industrial projects only. Works do not count; the item names the two modules alone.",
    ),
)
