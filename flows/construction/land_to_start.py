"""拿地即开工: five procedures in one handling, design reviewed before the land is handed over."""

from flows.construction.shared import (
    CONSTRUCTION_PERMIT_ACT,
    DRAWING_PASS,
    DRAWINGS,
    LAND_CONTRACT,
    LAND_PERMIT,
    PLANNING_PERMIT,
    PROJECT_RECORD,
    SCHEME,
    firm_days,
)
from flows.limits import licensing_law
from flows.shared import (
    AT_ONCE,
    BRIEF_HOURS,
    FORM,
    IDENTITY,
    JOINT_HOURS,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHARES,
    SHORT_HOURS,
    clerk,
    corrected,
    on_the_spot,
    outside_between,
    review,
    sign_off,
)
from flows.steps import resequenced, shared_at, signed, timed, without_visits
from models.base import text
from models.condition import Chance
from models.edits import AddStep, DropMaterial, DropVisit, Resequence, SetTime, ShareMaterial
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

PRE_REVIEW = assumed("“拿地即开工”以方案预审为前提，方案未写明 (pre-review is implied, not stated)")

PROCESS = Process(
    slug="land-to-start",
    name=text("拿地即开工", "Land in hand, works begin"),
    family="construction",
    lead="natural-resources",
    items=(17,),
    steps=(
        Step(
            slug="project-filing",
            name=text("项目备案", "Project filing"),
            owner="development-reform",
            time=clerk(15, 30, 60),
            rework=corrected("project-filing", 0.1),
            materials=(FORM, LICENCE_COPY),
            visit=AT_ONCE,
            channel="window",
            produces=(text("项目备案证明", "Project filing record"),),
            source=plan(17),
        ),
        Step(
            slug="land-contract",
            name=text("签订土地出让合同", "Sign the land contract"),
            owner="natural-resources",
            after=("project-filing",),
            time=clerk(30, 60, 120),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("土地出让合同", "Land contract"),),
            source=plan(17),
        ),
        *signed(
            Step(
                slug="land-permit",
                name=text("核发建设用地规划许可证", "Land-use planning permit"),
                owner="natural-resources",
                after=("land-contract",),
                time=review(60),
                rework=corrected("land-permit", 0.15),
                materials=(FORM, LICENCE_COPY, PROJECT_RECORD, LAND_CONTRACT),
                visit=NEXT_OFFICE,
                channel="window",
                produces=(text("建设用地规划许可证", "Land-use planning permit"),),
                source=plan(17),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="scheme-design",
            name=text("编制设计方案", "Draw up the scheme"),
            owner="developer",
            after=("land-permit-sign-off",),
            time=firm_days(25),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="scheme-review",
                name=text("设计方案审查", "Review the scheme"),
                owner="natural-resources",
                after=("scheme-design",),
                time=review(150),
                rework=corrected("scheme-review", 0.4, most=2),
                materials=(FORM, SCHEME),
                visit=NEXT_OFFICE,
                channel="window",
                source=PRACTICE,
            ),
            JOINT_HOURS,
        ),
        *signed(
            Step(
                slug="planning-permit",
                name=text("核发建设工程规划许可证", "Construction planning permit"),
                owner="natural-resources",
                after=("scheme-review-sign-off",),
                time=review(90),
                rework=corrected("planning-permit", 0.2),
                materials=(FORM, LICENCE_COPY, LAND_CONTRACT, LAND_PERMIT, SCHEME),
                visit=NEXT_OFFICE,
                channel="window",
                produces=(text("建设工程规划许可证", "Construction planning permit"),),
                source=plan(17),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="working-drawings",
            name=text("绘制施工图", "Draw the construction drawings"),
            owner="developer",
            after=("planning-permit-sign-off",),
            time=firm_days(30),
            source=PRACTICE,
        ),
        Step(
            slug="drawing-review",
            name=text("施工图审查", "Review of the drawings"),
            owner="drawing-reviewer",
            after=("working-drawings",),
            time=outside_between(5, 8, 15),
            rework=corrected("drawing-review", 0.4),
            materials=(DRAWINGS, PLANNING_PERMIT),
            channel="online",
            produces=(text("施工图审查合格书", "Drawing review pass"),),
            source=statute("建设工程质量管理条例", "第十一条"),
        ),
        *signed(
            Step(
                slug="construction-permit",
                name=text("核发施工许可证", "Construction permit"),
                owner="housing-construction",
                after=("drawing-review",),
                time=review(90),
                rework=corrected("construction-permit", 0.2),
                materials=(FORM, LICENCE_COPY, LAND_PERMIT, PLANNING_PERMIT, DRAWING_PASS),
                visit=NEXT_OFFICE,
                channel="window",
                produces=(text("施工许可证", "Construction permit"),),
                source=plan(17),
            ),
            SHORT_HOURS,
        ),
    ),
    limits=(
        licensing_law(
            ("land-permit", "land-permit-sign-off"),
            "land-permit-law",
            text("用地规划许可（法定）", "Land-use permit (statute)"),
        ),
        licensing_law(
            ("planning-permit", "planning-permit-sign-off"),
            "planning-permit-law",
            text("工程规划许可（法定）", "Planning permit (statute)"),
        ),
        CONSTRUCTION_PERMIT_ACT,
    ),
    reforms=(
        Reform(
            item=17,
            text=text(
                "拿地前预审方案和施工图，五项手续合并申请、签批从简、同步发证",
                "Scheme and drawings reviewed first; five procedures in one, signed sooner",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="early-service",
                        name=text("前期服务、告知办事指南", "Early service and guidance"),
                        owner="service-center",
                        time=clerk(30, 60, 120),
                        visit=AT_ONCE,
                        channel="window",
                        source=PRE_REVIEW,
                    )
                ),
                Resequence(step="scheme-design", after=("early-service",)),
                Resequence(step="working-drawings", after=("scheme-review-sign-off",)),
                AddStep(
                    step=Step(
                        slug="merged-application",
                        name=text("五项手续合并申请", "One application for five procedures"),
                        owner="service-center",
                        after=("drawing-review",),
                        time=clerk(20, 40, 80),
                        rework=corrected("merged-application", 0.15),
                        materials=(FORM, IDENTITY, LICENCE_COPY),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=plan(17),
                    )
                ),
                *resequenced("merged-application", "project-filing", "land-contract"),
                AddStep(
                    step=Step(
                        slug="scheme-recheck",
                        name=text("方案调整后的复核", "Recheck of a changed scheme"),
                        owner="natural-resources",
                        after=("land-permit-sign-off",),
                        when=Chance(share=0.15, source=SHARES),
                        time=review(60),
                        rework=corrected("scheme-recheck", 0.3),
                        source=PRE_REVIEW,
                    )
                ),
                Resequence(step="planning-permit", after=("scheme-recheck",)),
                Resequence(
                    step="construction-permit", after=("project-filing", "planning-permit-sign-off")
                ),
                *shared_at("merged-application", "application-form", "identity", "licence-copy"),
                ShareMaterial(material="scheme", at="scheme-review"),
                DropMaterial(
                    step="land-permit", materials=("project-record", "land-contract-copy")
                ),
                DropMaterial(
                    step="planning-permit", materials=("land-contract-copy", "land-permit-copy")
                ),
                DropMaterial(step="drawing-review", materials=("planning-permit-copy",)),
                DropMaterial(
                    step="construction-permit",
                    materials=("land-permit-copy", "planning-permit-copy", "drawing-pass"),
                ),
                DropVisit(step="project-filing", channel="internal"),
                DropVisit(step="land-contract", channel="online"),
                DropVisit(step="land-permit", channel="internal"),
                DropVisit(step="scheme-review", channel="online"),
                *without_visits("planning-permit", "construction-permit"),
                AddStep(
                    step=Step(
                        slug="issue-together",
                        name=text("同步发证、即可开工", "Issue together, works may begin"),
                        owner="service-center",
                        after=("construction-permit-sign-off",),
                        time=on_the_spot(),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=assumed("合并办理后一次发证 (one hand-over at the end)"),
                    )
                ),
                *timed(sign_off(*SHORT_HOURS), "land-permit-sign-off", "planning-permit-sign-off"),
                SetTime(step="construction-permit-sign-off", time=sign_off(*BRIEF_HOURS)),
            ),
        ),
    ),
    notes=text(
        "仅含社会投资项目。收效在签订合同到开工之间，方案未给天数；招拍挂不在流程内。",
        "Private projects only. The gain lies between contract and works; no days are stated.",
    ),
)
