"""联合验收: acceptances one by one become one intake, side by side, and filing by the system."""

from flows.construction.shared import (
    AS_BUILT,
    BUILDING_PERMIT,
    COMPLETION_REPORT,
    FIRE_ACCEPTANCE_RULE,
    PLANNING_PERMIT,
    SURVEY_REPORT,
    firm_days,
    next_door,
    outside,
    rectified,
    rule_limit,
    share_of,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    on_the_spot,
    review,
    system_seconds,
)
from models.base import text
from models.condition import Is, Not
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    Resequence,
    SetOwner,
    SetRework,
    SetTime,
    ShareMaterial,
)
from models.limit import Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, plan_body, statute
from models.step import Step

SPECIAL = Is(attribute="special-fire-works")
OPINIONS = material("acceptance-opinions", "各专项验收意见", "Opinions of each acceptance")
FILING_ACT = statute("建设工程质量管理条例", "第四十九条")
REPORT_RULE = statute("房屋建筑和市政基础设施工程竣工验收备案管理办法", "第六条")
FILING_START = assumed(
    "自各项认可文件齐备起算15个自然日，建设单位汇集材料的时间计入 (from the last opinion on)"
)

PROCESS = Process(
    slug="joint-acceptance",
    name=text("工程建设项目联合验收", "Joint acceptance of works"),
    family="construction",
    lead="housing-construction",
    items=(14, 15),
    body="二(三)1",
    attributes=(
        share_of("civil-defence", text("含人防工程", "Has civil-defence works"), 0.45),
        share_of("special-fire-works", text("属特殊建设工程（消防）", "Special fire works"), 0.5),
    ),
    steps=(
        Step(
            slug="planning-verification",
            name=text("规划核实", "Planning verification"),
            owner="natural-resources",
            time=clerk(90, 150, 240, pool="natural-resources-field"),
            rework=rectified("planning-verification", 0.2),
            materials=(FORM, PLANNING_PERMIT, SURVEY_REPORT),
            visit=AT_ONCE,
            channel="window",
            source=statute("城乡规划法", "第四十五条"),
        ),
        Step(
            slug="own-acceptance",
            name=text("建设单位组织各方竣工验收", "The developer's own completion acceptance"),
            owner="developer",
            after=("planning-verification",),
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
        Step(
            slug="fire-acceptance",
            name=text("消防验收现场评定", "Fire acceptance on site"),
            owner="housing-construction",
            after=("own-acceptance",),
            when=SPECIAL,
            time=clerk(90, 150, 300, pool="housing-construction-field"),
            rework=rectified("fire-acceptance", 0.3, most=2),
            materials=(FORM, COMPLETION_REPORT, AS_BUILT),
            visit=NEXT_OFFICE,
            channel="window",
            source=statute("消防法", "第十三条"),
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
        Step(
            slug="civil-defence-acceptance",
            name=text("人防工程验收", "Civil-defence acceptance"),
            owner="civil-defence",
            after=("fire-acceptance", "fire-filing"),
            when=Is(attribute="civil-defence"),
            time=clerk(60, 120, 240, pool="civil-defence-field"),
            rework=rectified("civil-defence-acceptance", 0.2),
            materials=(FORM, COMPLETION_REPORT, AS_BUILT, SURVEY_REPORT),
            visit=NEXT_OFFICE,
            channel="window",
            source=assumed("责任单位含县人防办，按职责推定 (read off the units listed)"),
        ),
        next_door(
            "archive-check",
            text("建设工程档案验收", "Check of the construction archive"),
            "housing-construction",
            "civil-defence-acceptance",
            (AS_BUILT,),
            statute("建设工程质量管理条例", "第十七条"),
            minutes=90,
        ),
        Step(
            slug="opinions",
            name=text("汇总各项验收意见", "Bring the acceptance opinions together"),
            owner="developer",
            after=("archive-check", "quality-report"),
            time=outside(2, 4, 9),
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
        Step(
            slug="registry-receipt",
            name=text("不动产登记机构接收验收结果", "The registry takes the acceptance result"),
            owner="real-estate-registry",
            after=("completion-filing",),
            time=clerk(10, 20, 40),
            materials=(FORM, PLANNING_PERMIT, OPINIONS),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan_body("二(三)1"),
        ),
    ),
    limits=(
        rule_limit(
            "filing-act",
            text("竣工验收备案（法定）", "Completion filing (statute)"),
            15,
            "completion-filing",
            FILING_ACT,
            Moment(step="opinions", edge="enabled"),
            FILING_START,
        ),
        rule_limit(
            "quality-report-rule",
            text("质量监督报告（规章）", "Quality report (rule)"),
            5,
            "quality-report",
            REPORT_RULE,
            Moment(step="own-acceptance", edge="completed"),
        ),
        FIRE_ACCEPTANCE_RULE,
    ),
    reforms=(
        Reform(
            item=14,
            text=text(
                "先由建设单位自验，再一口受理，规划、消防、人防、档案并行验收",
                "Own acceptance first, then one intake and all acceptances side by side",
            ),
            edits=(
                Resequence(step="own-acceptance", after=()),
                AddStep(
                    step=Step(
                        slug="joint-intake",
                        name=text("联合验收一口受理", "One intake for the joint acceptance"),
                        owner="housing-construction",
                        after=("own-acceptance",),
                        time=clerk(20, 40, 80),
                        rework=corrected("joint-intake", 0.2),
                        materials=(FORM,),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=plan(14),
                    )
                ),
                Resequence(step="planning-verification", after=("joint-intake",)),
                Resequence(step="fire-acceptance", after=("joint-intake",)),
                Resequence(step="fire-filing", after=("joint-intake",)),
                Resequence(step="civil-defence-acceptance", after=("joint-intake",)),
                Resequence(step="archive-check", after=("joint-intake",)),
                DropVisit(step="planning-verification", channel="internal"),
                DropVisit(step="fire-acceptance", channel="internal"),
                DropVisit(step="fire-filing", channel="internal"),
                DropVisit(step="civil-defence-acceptance", channel="internal"),
                DropVisit(step="archive-check", channel="internal"),
                DropMaterial(step="fire-acceptance", materials=("application-form",)),
                DropMaterial(step="fire-filing", materials=("application-form",)),
                DropMaterial(step="civil-defence-acceptance", materials=("application-form",)),
                DropMaterial(step="archive-check", materials=("application-form",)),
                DropMaterial(
                    step="planning-verification",
                    materials=("application-form", "planning-permit-copy"),
                ),
                ShareMaterial(material="survey-report", at="joint-intake"),
                ShareMaterial(material="completion-report", at="joint-intake"),
                ShareMaterial(material="as-built-drawings", at="joint-intake"),
                SetOwner(step="opinions", owner="housing-construction"),
                SetTime(step="opinions", time=review(45)),
                Resequence(
                    step="opinions",
                    after=(
                        "planning-verification",
                        "fire-acceptance",
                        "fire-filing",
                        "civil-defence-acceptance",
                        "archive-check",
                        "quality-report",
                    ),
                ),
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
                Automate(step="completion-filing", duration=system_seconds().duration),
                SetRework(step="completion-filing", rework=None),
                DropMaterial(
                    step="completion-filing",
                    materials=("application-form", "building-permit-copy", "acceptance-opinions"),
                ),
                Resequence(step="registry-receipt", after=("notice",)),
                Automate(step="registry-receipt", duration=system_seconds().duration),
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
