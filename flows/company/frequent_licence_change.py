"""高频证照变更一件事: from a change at every department to one form at one window."""

from flows.company.shared import (
    LICENCE_ORIGINAL,
    PLATFORM,
    RESOLUTION,
    SEALS,
    registration_act,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
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
from models.condition import AnyOf, ChoiceAttribute, FlagAttribute, Is
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    Resequence,
    SetOwner,
    ShareMaterial,
)
from models.limit import Limit, Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed
from models.step import Step

PERMIT_ORIGINAL = material("permit-original", "原许可证", "The permit in use")
PAPERS = (FORM, IDENTITY, LICENCE_COPY)
SEAL_CHANGES = AnyOf(
    conditions=(Is(attribute="change", value="name"), Is(attribute="change", value="head"))
)
HOLDS_PERMITS = Is(attribute="holds-permits")
FOLLOWING = (
    "seal-change",
    "tax-change",
    "social-change",
    "medical-change",
    "fund-change",
    "permit-change",
)
UPDATE = system_seconds(60)

PROCESS = Process(
    slug="frequent-licence-change",
    name=text("高频证照变更一件事", "Frequent licence changes in one go"),
    family="company",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        ChoiceAttribute(
            slug="change",
            name=text("变更事项", "What changes"),
            options={"name": 0.2, "head": 0.35, "address": 0.3, "scope": 0.15},
            source=assumed("变更事项构成估计 (mix of changes)"),
        ),
        FlagAttribute(
            slug="holds-permits",
            name=text("持有行业许可证", "The firm holds sector permits"),
            share=0.35,
            source=assumed("持证企业比例估计 (share of firms with permits)"),
        ),
    ),
    steps=(
        Step(
            slug="filing",
            name=text("提交变更申请", "File the change"),
            owner="market-regulation",
            time=clerk(10, 20, 45),
            materials=(FORM, IDENTITY, LICENCE_ORIGINAL, RESOLUTION),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="licence-change",
            name=text("营业执照变更审核", "Decide on the licence"),
            owner="market-regulation",
            after=("filing",),
            time=review(45),
            rework=corrected("licence-change", 0.12, most=2),
            source=PRACTICE,
        ),
        Step(
            slug="licence",
            name=text("换发营业执照", "Issue the changed licence"),
            owner="market-regulation",
            after=("licence-change",),
            time=clerk(3, 5, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("变更后的营业执照", "Changed licence"),),
            source=PRACTICE,
        ),
        Step(
            slug="seal-change",
            name=text("印章变更备案", "Change the seal record"),
            owner="public-security",
            after=("licence",),
            when=SEAL_CHANGES,
            time=clerk(10, 20, 40),
            materials=(*PAPERS, SEALS),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="tax-change",
            name=text("税务信息变更", "Change the tax data"),
            owner="tax",
            after=("seal-change",),
            time=clerk(10, 20, 40),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="social-change",
            name=text("社保信息变更", "Change the social insurance data"),
            owner="hrss",
            after=("tax-change",),
            time=clerk(8, 15, 30),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="medical-change",
            name=text("医保信息变更", "Change the medical insurance data"),
            owner="medical-insurance",
            after=("social-change",),
            time=clerk(8, 15, 30),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="fund-change",
            name=text("公积金信息变更", "Change the housing fund data"),
            owner="housing-fund",
            after=("medical-change",),
            time=clerk(8, 15, 30),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="permit-change",
            name=text("关联许可证变更", "Change the permits linked to the licence"),
            owner="sector-competent",
            after=("fund-change",),
            when=HOLDS_PERMITS,
            time=review(60),
            rework=corrected("permit-change", 0.1),
            materials=(*PAPERS, PERMIT_ORIGINAL),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("变更后的许可证", "Changed permits"),),
            source=PRACTICE,
        ),
    ),
    limits=(
        registration_act("licence-change", starts=Moment(step="filing", edge="completed")),
        Limit(
            slug="permit-change-act",
            name=text("许可证变更", "Change of permits"),
            most=20,
            unit="working_days",
            over=("permit-change",),
            source=assumed(
                "《行政许可法》第四十九条未定变更期限，参照第四十二条20日 (by analogy, art. 42)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "一表一窗申请变更，换照后数据推送、许可并联变更，一次出证",
                "One form at one window; after the licence all else changes side by side",
            ),
            edits=(
                SetOwner(step="filing", owner="service-center"),
                AddStep(
                    step=Step(
                        slug="split",
                        name=text("按部门分发", "Pass the case to the departments"),
                        owner="platform",
                        after=("filing",),
                        time=UPDATE,
                        source=PLATFORM,
                    ),
                    before=("licence-change",),
                ),
                ShareMaterial(material="application-form", at="filing"),
                ShareMaterial(material="identity", at="filing"),
                ShareMaterial(material="seals", at="filing"),
                ShareMaterial(material="permit-original", at="filing"),
                DropMaterial(step="seal-change", materials=("licence-copy",)),
                DropMaterial(step="tax-change", materials=("licence-copy",)),
                DropMaterial(step="social-change", materials=("licence-copy",)),
                DropMaterial(step="medical-change", materials=("licence-copy",)),
                DropMaterial(step="fund-change", materials=("licence-copy",)),
                DropMaterial(step="permit-change", materials=("licence-copy",)),
                Automate(step="tax-change", duration=UPDATE.duration),
                Automate(step="social-change", duration=UPDATE.duration),
                Automate(step="medical-change", duration=UPDATE.duration),
                Automate(step="fund-change", duration=UPDATE.duration),
                DropVisit(step="licence", channel="internal"),
                DropVisit(step="seal-change", channel="internal"),
                DropVisit(step="permit-change", channel="internal"),
                Resequence(step="tax-change", after=("licence",)),
                Resequence(step="social-change", after=("licence",)),
                Resequence(step="medical-change", after=("licence",)),
                Resequence(step="fund-change", after=("licence",)),
                Resequence(step="permit-change", after=("licence",)),
                AddStep(
                    step=Step(
                        slug="handover",
                        name=text("一次出证", "Hand everything over at once"),
                        owner="service-center",
                        after=FOLLOWING,
                        time=on_the_spot(),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=assumed("统一窗口一次发放 (assumed end of the one-window service)"),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "方案只列主题，环节按通常的一件事做法补全；照方案一套材料、一个窗口设计。"
        "方案未写期限，换照适用法定3个工作日。",
        "The plan names the theme only; the steps follow usual practice, with one set of papers at "
        "one window. No time is stated; the statute's 3 working days hold for the licence.",
    ),
)
