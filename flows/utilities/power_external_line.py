"""外线接入零投资: the customer no longer builds or pays for the outer power line."""

from flows.limits import licensing_law
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    own_days,
    review,
)
from flows.steps import added, signed
from flows.utilities.shared import SITE_PAPERS, power_plan_limit, works
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import (
    AddStep,
    DropMaterial,
    DropVisit,
    RemoveStep,
    SetCondition,
    SetOwner,
    SetTime,
)
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

RESERVED = Is(attribute="reserved-land")
OTHER_LAND = Not(condition=RESERVED)
CABLE = Is(attribute="line", value="cable")
SPECIAL = Is(attribute="special-need")

PROCESS = Process(
    slug="power-external-line",
    name=text("外线接入零投资", "Zero-investment outer power line"),
    family="utilities",
    lead="state-grid",
    items=(28,),
    attributes=(
        flag("reserved-land", "属土地储备项目", "On reserved land", 0.4),
        choice("line", "接入方式", "Kind of line", {"overhead": 0.65, "cable": 0.35}),
        flag("special-need", "有特殊报装需求", "Special need", 0.05),
    ),
    steps=(
        Step(
            slug="application",
            name=text("用电申请", "Apply for power"),
            owner="state-grid",
            time=clerk(15, 25, 45),
            rework=corrected("application", 0.15),
            materials=(FORM, LICENCE_COPY, SITE_PAPERS),
            visit=AT_ONCE,
            channel="window",
            source=statute("电力供应与使用条例", "第二十三条"),
        ),
        Step(
            slug="power-plan",
            name=text("现场勘查、答复供电方案", "Look at the site, answer with a plan"),
            owner="state-grid",
            after=("application",),
            time=field_work("state-grid", 120, 200, 360),
            produces=(text("供电方案", "Connection plan"),),
            source=plan(28),
        ),
        Step(
            slug="line-design",
            name=text("委托外线设计", "Have the outer line designed"),
            owner="applicant",
            after=("power-plan",),
            time=own_days(15, 0.5),
            source=PRACTICE,
        ),
        Step(
            slug="customer-payment",
            name=text("客户落实外线资金", "The customer finds the money"),
            owner="applicant",
            after=("line-design",),
            time=own_days(20, 0.5),
            source=PRACTICE,
        ),
        Step(
            slug="corridor",
            name=text("线路走廊协调、青苗补偿", "Corridor land and crop compensation"),
            owner="applicant",
            after=("line-design",),
            time=own_days(25, 0.5),
            source=plan(28),
        ),
        *signed(
            Step(
                slug="route-permit",
                name=text("线路路径规划审批", "Planning approval of the route"),
                owner="natural-resources",
                after=("corridor",),
                time=review(90),
                rework=corrected("route-permit", 0.2),
                materials=(FORM, LICENCE_COPY),
                visit=NEXT_OFFICE,
                channel="window",
                source=assumed("责任单位含县资规局，按职责推定 (read off the units listed)"),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="civil-works",
            name=text("电缆土建工程", "Civil works of a cable"),
            owner="applicant",
            after=("customer-payment", "route-permit-sign-off"),
            when=CABLE,
            time=own_days(25, 0.5),
            source=plan(28),
        ),
        Step(
            slug="electrical-works",
            name=text("外线电气工程", "Electrical works of the line"),
            owner="applicant",
            after=("civil-works", "customer-payment", "route-permit-sign-off"),
            time=own_days(20, 0.5),
            source=plan(28),
        ),
        Step(
            slug="energise",
            name=text("竣工检验、送电", "Inspect and energise"),
            owner="state-grid",
            after=("electrical-works",),
            time=field_work("state-grid", 90, 150, 240),
            rework=corrected("energise", 0.15),
            source=PRACTICE,
        ),
    ),
    limits=(
        power_plan_limit("application"),
        licensing_law(("route-permit", "route-permit-sign-off")),
    ),
    reforms=(
        Reform(
            item=28,
            text=text(
                "外线由土地开发支出、供电公司和属地政府分担，客户零投资",
                "Land development, the grid and the town share the line; the customer pays nothing",
            ),
            edits=(
                *added(
                    Step(
                        slug="land-check",
                        name=text("核对是否土地储备项目", "Is it on reserved land?"),
                        owner="land-reserve",
                        after=("application",),
                        time=review(30),
                        source=plan(28),
                    ),
                    Step(
                        slug="case-meeting",
                        name=text("特殊需求一事一议", "Meeting on a special need"),
                        owner="industry-it",
                        after=("land-check",),
                        when=SPECIAL,
                        time=clerk(120, 180, 300),
                        source=plan(28),
                    ),
                    before=("power-plan",),
                ),
                RemoveStep(step="customer-payment"),
                AddStep(
                    step=Step(
                        slug="development-funds",
                        name=text("纳入土地开发支出", "Charge it to land development"),
                        owner="finance",
                        after=("power-plan",),
                        when=RESERVED,
                        time=review(90),
                        source=plan(28),
                    ),
                    before=("civil-works", "electrical-works"),
                ),
                SetOwner(step="line-design", owner="state-grid"),
                SetTime(step="line-design", time=works(5, 8, 14)),
                SetOwner(step="corridor", owner="towns"),
                SetTime(step="corridor", time=works(8, 15, 30)),
                SetCondition(step="corridor", when=OTHER_LAND),
                DropVisit(step="route-permit", channel="internal"),
                SetOwner(step="civil-works", owner="towns"),
                SetTime(step="civil-works", time=works(10, 16, 28)),
                SetCondition(step="civil-works", when=AllOf(conditions=(CABLE, OTHER_LAND))),
                AddStep(
                    step=Step(
                        slug="parcel-civil-works",
                        name=text("地块配套电力土建", "Civil works as part of the plot"),
                        owner="land-reserve",
                        after=("development-funds", "route-permit-sign-off"),
                        when=AllOf(conditions=(CABLE, RESERVED)),
                        time=works(10, 16, 28),
                        source=plan(28),
                    ),
                    before=("electrical-works",),
                ),
                DropMaterial(step="route-permit", materials=("application-form", "licence-copy")),
                SetOwner(step="electrical-works", owner="state-grid"),
                SetTime(step="electrical-works", time=works(8, 14, 24)),
            ),
        ),
    ),
    notes=text(
        "第28项是费用分担规则，不规定时间。“属地政府”读作乡镇；仅缆化范围内采用电缆。",
        "A rule on who pays, not on time. The local government is read as the town.",
    ),
)
