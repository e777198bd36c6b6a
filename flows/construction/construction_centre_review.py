"""工程建设项目一窗受理、后台会审: from door to door to one window and one joint review."""

from flows.construction.shared import (
    DRAWINGS,
    EXPERTS_APART,
    PROJECT_RECORD,
    SCHEME,
    joint_limit,
    next_door,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    JOINT_HOURS,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    SHORT_HOURS,
    clerk,
    corrected,
    flag,
    on_the_spot,
    outside_between,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import (
    Office,
    added,
    office_trips,
    resequenced,
    shared_at,
    sign_offs,
    signed,
    timed,
    without_papers,
    without_rework,
    without_visits,
)
from models.base import text
from models.condition import Is
from models.edits import Resequence
from models.limit import Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

UNITS = assumed("按第16项责任单位的职责推定 (read off the units the item lists)")
COMMENTS = assumed("会审后需修改再审的比例估计 (share of projects with comments to meet)")
PAPERS = (LICENCE_COPY, PROJECT_RECORD)
EARLY_REVIEWS = (
    "project-approval",
    "planning-review",
    "civil-defence-review",
    "ecology-review",
    "heritage-review",
    "transport-review",
)
REVIEWS = (*EARLY_REVIEWS, "building-review")
SIGNED = sign_offs(*REVIEWS)
UTILITIES = ("power-service", "water-service", "gas-service", "network-service")

PROCESS = Process(
    slug="construction-centre-review",
    name=text("工程建设项目一窗受理、后台会审", "Construction: one window, joint review"),
    family="construction",
    lead="service-center",
    items=(16,),
    attributes=(
        flag("civil-defence", "含人防工程", "Civil-defence works", 0.4),
        flag("ecology", "需环评审批", "Needs an impact assessment", 0.35),
        flag("heritage", "涉及文物保护", "Touches heritage", 0.1),
        flag("transport", "涉及公路", "Touches a highway", 0.2),
        flag("gas", "需要燃气", "Wants gas", 0.5),
    ),
    steps=(
        *signed(
            Step(
                slug="project-approval",
                name=text("立项审批或备案", "Project approval or filing"),
                owner="development-reform",
                time=review(60),
                rework=corrected("project-approval", 0.15),
                materials=(FORM, LICENCE_COPY),
                visit=AT_ONCE,
                channel="window",
                source=UNITS,
            ),
            PERMIT_HOURS,
        ),
        *signed(
            next_door(
                "planning-review",
                text("规划审查", "Planning review"),
                "natural-resources",
                "project-approval-sign-off",
                (*PAPERS, SCHEME),
                UNITS,
                chance=0.3,
                minutes=120,
            ),
            JOINT_HOURS,
        ),
        *signed(
            next_door(
                "civil-defence-review",
                text("人防审查", "Civil-defence review"),
                "civil-defence",
                "planning-review-sign-off",
                (*PAPERS, DRAWINGS),
                UNITS,
                when=Is(attribute="civil-defence"),
            ),
            PERMIT_HOURS,
        ),
        *signed(
            next_door(
                "ecology-review",
                text("生态环境审查", "Ecology review"),
                "ecology",
                "civil-defence-review-sign-off",
                PAPERS,
                UNITS,
                when=Is(attribute="ecology"),
                minutes=120,
            ),
            JOINT_HOURS,
        ),
        *signed(
            next_door(
                "heritage-review",
                text("文物保护审查", "Heritage review"),
                "culture-tourism",
                "ecology-review-sign-off",
                (*PAPERS, SCHEME),
                UNITS,
                when=Is(attribute="heritage"),
            ),
            PERMIT_HOURS,
        ),
        *signed(
            next_door(
                "transport-review",
                text("涉路审查", "Highway review"),
                "transport",
                "heritage-review-sign-off",
                (*PAPERS, SCHEME),
                UNITS,
                when=Is(attribute="transport"),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="intermediary",
            name=text("政府委托的涉审中介评审", "Intermediary appraisal ordered by government"),
            owner="experts",
            after=("transport-review-sign-off",),
            time=outside_between(4, 7, 15, excluded=EXPERTS_APART),
            source=plan(16),
        ),
        *signed(
            next_door(
                "building-review",
                text("住建审查", "Building review"),
                "housing-construction",
                "intermediary",
                (*PAPERS, DRAWINGS),
                UNITS,
                chance=0.3,
                minutes=120,
            ),
            JOINT_HOURS,
        ),
        *office_trips(
            "building-review-sign-off",
            review(30),
            (FORM, LICENCE_COPY),
            Office("power-service", "供电服务对接", "Arrange power", "state-grid"),
            Office("water-service", "供水服务对接", "Arrange water", "zhongmin-water"),
            Office("gas-service", "供气服务对接", "Arrange gas", "cr-gas", Is(attribute="gas")),
            source=plan(16),
            chance=0.05,
        ),
        next_door(
            "network-service",
            text("广电网络服务对接", "Arrange the network"),
            "radio-tv-network",
            "gas-service",
            (LICENCE_COPY,),
            plan(16),
            chance=0.05,
            minutes=20,
        ),
    ),
    limits=(joint_limit(REVIEWS + SIGNED, Moment(step="project-approval", edge="enabled")),),
    reforms=(
        Reform(
            item=16,
            text=text(
                "审批审查中心一窗收发，后台并行审查、会审后一次告知，签批从简",
                "One window in and out; the units review side by side, sign sooner, comment once",
            ),
            edits=(
                *added(
                    Step(
                        slug="window-intake",
                        name=text("综合窗口收件", "Intake at the one window"),
                        owner="service-center",
                        time=clerk(20, 40, 80),
                        rework=corrected("window-intake", 0.15),
                        visit=AT_ONCE,
                        channel="window",
                        source=plan(16),
                    ),
                    Step(
                        slug="distribute",
                        name=text("后台分办各审批部门", "Pass on to the approving units"),
                        owner="service-center",
                        after=("window-intake",),
                        time=system_seconds(),
                        source=plan(16),
                    ),
                ),
                *resequenced("distribute", *EARLY_REVIEWS),
                Resequence(step="intermediary", after=("window-intake",)),
                Resequence(step="building-review", after=("distribute",)),
                *resequenced("window-intake", *UTILITIES),
                *without_rework(*REVIEWS),
                *without_visits(*REVIEWS, *UTILITIES),
                *without_papers(("project-record",), *REVIEWS[1:]),
                *shared_at(
                    "window-intake", "application-form", "licence-copy", "scheme", "drawings"
                ),
                *added(
                    Step(
                        slug="joint-review",
                        name=text("联合会审、一次告知意见", "Joint review, one set of comments"),
                        owner="service-center",
                        after=(*SIGNED, "intermediary", *UTILITIES),
                        time=clerk(60, 120, 240),
                        rework=corrected("distribute", 0.35, source=COMMENTS),
                        source=plan(16),
                    ),
                    Step(
                        slug="window-issue",
                        name=text("一窗发件", "Issue at the one window"),
                        owner="service-center",
                        after=("joint-review",),
                        time=on_the_spot(),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=plan(16),
                    ),
                ),
                *timed(sign_off(*SHORT_HOURS), *SIGNED),
            ),
        ),
    ),
    notes=text(
        "社会、国有、政府投资项目均走此流程，各部门审查内容按职责推定；会审耗时只计召集方。",
        "All kinds of investment enter here; the joint meeting occupies only the convener.",
    ),
)
