"""联合验收: acceptances one by one become one intake, side by side, and filing by the system."""

from flows.construction.shared import (
    AS_BUILT,
    BUILDING_PERMIT,
    CALENDAR_DAYS,
    COMPLETION_REPORT,
    FIRE_ACCEPTANCE_RULE,
    PLANNING_PERMIT,
    REPORT_RULE,
    SURVEY_REPORT,
    firm_days,
    next_door,
    rectified,
)
from flows.limits import calendar_days, completed
from flows.shared import (
    AT_ONCE,
    FORM,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    on_the_spot,
    outside_between,
    review,
    sign_off,
)
from flows.steps import (
    by_system,
    office_trip,
    resequenced,
    shared_at,
    sign_offs,
    signed,
    timed,
    without_papers,
    without_visits,
)
from models.base import text
from models.condition import Is, Not
from models.edits import AddStep, DropMaterial, Resequence, SetOwner, SetRework, SetTime
from models.limit import Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, plan_body, statute
from models.step import Step

SPECIAL = Is(attribute="special-fire-works")
OPINIONS = material("acceptance-opinions", "各专项验收意见", "Opinions of each acceptance")
FILING_ACT = statute("建设工程质量管理条例", "第四十九条")
FILING_START = assumed(
    "自各项认可文件齐备起算15个自然日，建设单位汇集材料的时间计入 (from the last opinion on)"
)
CHECKS = (
    "planning-verification",
    "fire-acceptance",
    "fire-filing",
    "civil-defence-acceptance",
    "archive-check",
)
SIGNED = sign_offs("planning-verification", "fire-acceptance", "civil-defence-acceptance")

PROCESS = Process(
    slug="joint-acceptance",
    name=text("工程建设项目联合验收", "Joint acceptance of works"),
    family="construction",
    lead="housing-construction",
    items=(14, 15),
    body="二(三)1",
    attributes=(
        flag("civil-defence", "含人防工程", "Has civil-defence works", 0.45),
        flag("special-fire-works", "属特殊建设工程（消防）", "Special fire works", 0.5),
    ),
    steps=(
        *signed(
            Step(
                slug="planning-verification",
                name=text("规划核实", "Planning verification"),
                owner="natural-resources",
                time=field_work("natural-resources", 90, 150, 240),
                rework=rectified("planning-verification", 0.2),
                materials=(FORM, PLANNING_PERMIT, SURVEY_REPORT),
                visit=AT_ONCE,
                channel="window",
                source=statute("城乡规划法", "第四十五条"),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="own-acceptance",
            name=text("建设单位组织各方竣工验收", "The developer's own completion acceptance"),
            owner="developer",
            after=("planning-verification-sign-off",),
            time=firm_days(6),
            source=plan(14),
        ),
        Step(
            slug="quality-report",
            name=text("出具工程质量监督报告", "Quality supervision report"),
            owner="housing-construction",
            after=("own-acceptance",),
            time=review(90),
            source=REPORT_RULE,
        ),
        *signed(
            office_trip(
                "fire-acceptance",
                text("消防验收现场评定", "Fire acceptance on site"),
                "housing-construction",
                "own-acceptance",
                field_work("housing-construction", 90, 150, 300),
                (FORM, COMPLETION_REPORT, AS_BUILT),
                statute("消防法", "第十三条"),
                SPECIAL,
                rectified("fire-acceptance", 0.3, most=2),
            ),
            PERMIT_HOURS,
        ),
        next_door(
            "fire-filing",
            text("其他建设工程消防验收备案", "Fire filing of other works"),
            "housing-construction",
            "own-acceptance",
            (COMPLETION_REPORT, AS_BUILT),
            statute("消防法", "第十三条"),
            when=Not(condition=SPECIAL),
        ),
        *signed(
            office_trip(
                "civil-defence-acceptance",
                text("人防工程验收", "Civil-defence acceptance"),
                "civil-defence",
                ("fire-acceptance-sign-off", "fire-filing"),
                field_work("civil-defence", 60, 120, 240),
                (FORM, COMPLETION_REPORT, AS_BUILT, SURVEY_REPORT),
                assumed("责任单位含县人防办，按职责推定 (read off the units listed)"),
                Is(attribute="civil-defence"),
                rectified("civil-defence-acceptance", 0.2),
            ),
            PERMIT_HOURS,
        ),
        next_door(
            "archive-check",
            text("建设工程档案验收", "Check of the construction archive"),
            "housing-construction",
            "civil-defence-acceptance-sign-off",
            (AS_BUILT,),
            statute("建设工程质量管理条例", "第十七条"),
            minutes=90,
        ),
        Step(
            slug="opinions",
            name=text("汇总各项验收意见", "Bring the acceptance opinions together"),
            owner="developer",
            after=("archive-check", "quality-report"),
            time=outside_between(2, 4, 9),
            source=PRACTICE,
        ),
        Step(
            slug="completion-filing",
            name=text("竣工验收备案", "Completion filing"),
            owner="housing-construction",
            after=("opinions",),
            time=review(60),
            rework=corrected("completion-filing", 0.15),
            materials=(FORM, BUILDING_PERMIT, COMPLETION_REPORT, OPINIONS),
            visit=AT_ONCE,
            channel="window",
            source=FILING_ACT,
        ),
        office_trip(
            "registry-receipt",
            text("不动产登记机构接收验收结果", "The registry takes the acceptance result"),
            "real-estate-registry",
            "completion-filing",
            clerk(10, 20, 40),
            (FORM, PLANNING_PERMIT, OPINIONS),
            plan_body("二(三)1"),
        ),
    ),
    limits=(
        calendar_days(
            "filing-act",
            text("竣工验收备案（法定）", "Completion filing (statute)"),
            15,
            "completion-filing",
            FILING_ACT,
            Moment(step="opinions", edge="enabled"),
            FILING_START,
        ),
        calendar_days(
            "quality-report-rule",
            text("质量监督报告（规章）", "Quality report (rule)"),
            5,
            "quality-report",
            REPORT_RULE,
            completed("own-acceptance"),
            CALENDAR_DAYS,
        ),
        FIRE_ACCEPTANCE_RULE,
    ),
    reforms=(
        Reform(
            item=14,
            text=text(
                "先由建设单位自验，再一口受理，规划、消防、人防、档案并行验收、签批从简",
                "Own acceptance first, then one intake, all acceptances abreast and signed sooner",
            ),
            edits=(
                Resequence(step="own-acceptance", after=()),
                AddStep(
                    step=office_trip(
                        "joint-intake",
                        text("联合验收一口受理", "One intake for the joint acceptance"),
                        "housing-construction",
                        "own-acceptance",
                        clerk(20, 40, 80),
                        (FORM,),
                        plan(14),
                        rework=corrected("joint-intake", 0.2),
                    )
                ),
                *resequenced("joint-intake", *CHECKS),
                *without_visits(*CHECKS),
                *without_papers(("application-form",), *CHECKS[1:]),
                DropMaterial(
                    step="planning-verification",
                    materials=("application-form", "planning-permit-copy"),
                ),
                *shared_at(
                    "joint-intake", "survey-report", "completion-report", "as-built-drawings"
                ),
                SetOwner(step="opinions", owner="housing-construction"),
                SetTime(step="opinions", time=review(45)),
                Resequence(
                    step="opinions",
                    after=(*SIGNED, "fire-filing", "archive-check", "quality-report"),
                ),
                *timed(sign_off(*SHORT_HOURS), *SIGNED),
            ),
        ),
        Reform(
            item=15,
            text=text(
                "在线核发综合竣工验收合格通知书，系统直接备案并共享给不动产登记",
                "The notice is issued online; the system files it and shares it with the registry",
            ),
            requires=(14,),
            edits=(
                AddStep(
                    step=Step(
                        slug="notice",
                        name=text("在线核发综合验收合格通知书", "Issue the combined notice online"),
                        owner="housing-construction",
                        after=("opinions",),
                        time=on_the_spot(),
                        channel="online",
                        produces=(text("综合竣工验收合格通知书", "Combined notice"),),
                        source=plan(15),
                    ),
                    before=("completion-filing",),
                ),
                *by_system("completion-filing"),
                SetRework(step="completion-filing", rework=None),
                DropMaterial(
                    step="completion-filing",
                    materials=("application-form", "building-permit-copy", "acceptance-opinions"),
                ),
                Resequence(step="registry-receipt", after=("notice",)),
                *by_system("registry-receipt"),
                DropMaterial(
                    step="registry-receipt",
                    materials=("application-form", "planning-permit-copy", "acceptance-opinions"),
                ),
            ),
        ),
    ),
    notes=text(
        "仅含实行联合验收的项目，其余仍单独验收。城乡规划法第四十五条要求核实在竣工验收之前，"
        "方案改为自验在先。",
        "Only projects under joint acceptance. The planning law puts verification before the"
        " completion acceptance; the plan puts the developer's own acceptance first.",
    ),
)
