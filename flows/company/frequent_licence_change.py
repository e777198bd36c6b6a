"""高频证照变更一件事: from a change at every department to one form at one window."""

from flows.company.shared import HANDED_OVER, LICENCE_ORIGINAL, PLATFORM, RESOLUTION, SEALS
from flows.limits import company_registration_law, completed, working_days
from flows.shared import (
    AT_ONCE,
    BRIEF_HOURS,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import (
    Office,
    by_system,
    office_trips,
    resequenced,
    shared_at,
    signed,
    without_papers,
    without_visits,
)
from models.base import text
from models.condition import AnyOf, Is
from models.edits import AddStep, SetOwner, SetTime
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
DATA_ONLY = ("tax-change", "social-change", "medical-change", "fund-change")
FOLLOWING = ("seal-change", *DATA_ONLY, "permit-change")
UPDATE = system_seconds(60)

PROCESS = Process(
    slug="frequent-licence-change",
    name=text("高频证照变更一件事", "Frequent licence changes in one go"),
    family="company",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        choice(
            "change",
            "变更事项",
            "What changes",
            {"name": 0.2, "head": 0.35, "address": 0.3, "scope": 0.15},
        ),
        flag("holds-permits", "持有行业许可证", "The firm holds sector permits", 0.35),
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
        *signed(
            Step(
                slug="licence-change",
                name=text("营业执照变更审核", "Decide on the licence"),
                owner="market-regulation",
                after=("filing",),
                time=review(45),
                rework=corrected("licence-change", 0.12, most=2),
                source=PRACTICE,
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="licence",
            name=text("换发营业执照", "Issue the changed licence"),
            owner="market-regulation",
            after=("licence-change-sign-off",),
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
        *office_trips(
            "tax-change",
            clerk(8, 15, 30),
            PAPERS,
            Office("social-change", "社保信息变更", "Change the social insurance data", "hrss"),
            Office(
                "medical-change",
                "医保信息变更",
                "Change the medical insurance data",
                "medical-insurance",
            ),
            Office("fund-change", "公积金信息变更", "Change the housing fund data", "housing-fund"),
        ),
        *signed(
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
            PERMIT_HOURS,
        ),
    ),
    limits=(
        company_registration_law(
            ("licence-change", "licence-change-sign-off"), starts=completed("filing")
        ),
        working_days(
            "permit-change-act",
            text("许可证变更", "Change of permits"),
            20,
            ("permit-change", "permit-change-sign-off"),
            assumed(
                "《行政许可法》第四十九条未定变更期限，参照第四十二条20日 (by analogy, art. 42)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "一表一窗、签批从简，换照后数据推送、许可并联变更，一次出证",
                "One form at one window, signed sooner; then all else changes side by side",
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
                *shared_at("filing", "application-form", "identity", "seals", "permit-original"),
                *without_papers(("licence-copy",), *FOLLOWING),
                *by_system(*DATA_ONLY, seconds=60),
                *without_visits("licence", "seal-change", "permit-change"),
                *resequenced("licence", *DATA_ONLY, "permit-change"),
                AddStep(
                    step=Step(
                        slug="handover",
                        name=text("一次出证", "Hand everything over at once"),
                        owner="service-center",
                        after=("seal-change", *DATA_ONLY, "permit-change-sign-off"),
                        time=on_the_spot(),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=HANDED_OVER,
                    )
                ),
                SetTime(step="licence-change-sign-off", time=sign_off(*BRIEF_HOURS)),
                SetTime(step="permit-change-sign-off", time=sign_off(*SHORT_HOURS)),
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
