"""超前服务与零资料报装: utilities learn the demand first; the user only confirms online."""

from flows.shared import (
    FORM,
    IDENTITY,
    LICENCE_COPY,
    PRACTICE,
    clerk,
    field_work,
    flag,
    own_days,
    system_seconds,
)
from flows.steps import Office, added, office_trips, only_when, timed
from flows.utilities.shared import PROJECT_PAPERS, SITE_PAPERS, power_plan_limit, site_plan, works
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import AddStep, SetCondition, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

GAS = Is(attribute="gas")
KNOWN = Is(attribute="demand-known")
ZERO_PAPER = Is(attribute="zero-paper")
ON_PAPER = Not(condition=ZERO_PAPER)
PAPERS = (FORM, IDENTITY, LICENCE_COPY, SITE_PAPERS, PROJECT_PAPERS)
UPSTREAM = assumed("立项和规划审批作为上游环节，用时估计 (upstream approvals, estimated)")
PLANS = ("power-plan", "water-plan", "gas-plan")

PROCESS = Process(
    slug="utility-early-zero-paper",
    name=text("超前服务与零资料报装", "Early service and zero-paper application"),
    family="utilities",
    lead="housing-construction",
    items=(27, 30),
    attributes=(
        flag("gas", "需要用气", "Wants gas", 0.4),
        flag("demand-known", "审批阶段已知用电需求", "Power demand known early", 0.8),
        flag("zero-paper", "数据齐备且用户在线确认", "Data complete, confirmed online", 0.8),
    ),
    steps=(
        Step(
            slug="project-approvals",
            name=text("立项、用地规划审批", "Project and land-use approvals"),
            owner="natural-resources",
            time=works(15, 25, 40),
            source=UPSTREAM,
        ),
        Step(
            slug="gather-papers",
            name=text("准备报装资料", "Gather the papers"),
            owner="applicant",
            after=("project-approvals",),
            time=own_days(4, 0.5),
            source=PRACTICE,
        ),
        *office_trips(
            "gather-papers",
            clerk(15, 25, 45),
            PAPERS,
            Office("power-application", "用电报装申请", "Apply for power", "state-grid"),
            Office("water-application", "用水报装申请", "Apply for water", "zhongmin-water"),
            Office("gas-application", "用气报装申请", "Apply for gas", "cr-gas", GAS),
            source=plan(30),
            chance=0.15,
        ),
        site_plan("power", "供电踏勘和设计", "Power: site and design", "state-grid"),
        site_plan("water", "供水踏勘和设计", "Water: site and design", "zhongmin-water"),
        site_plan("gas", "供气踏勘和设计", "Gas: site and design", "cr-gas", GAS),
        Step(
            slug="settlement",
            name=text("核对预算、签约缴费", "Check the estimate, sign and pay"),
            owner="applicant",
            after=PLANS,
            time=own_days(6, 0.5),
            channel="online",
            source=plan(30),
        ),
        Step(
            slug="power-works",
            name=text("电网配套和接入施工、送电", "Grid and connection works, supply"),
            owner="state-grid",
            after=("settlement",),
            time=works(15, 25, 40),
            source=plan(27),
        ),
        Step(
            slug="water-works",
            name=text("供水施工、通水", "Water works and supply"),
            owner="zhongmin-water",
            after=("settlement",),
            time=works(6, 12, 20),
            source=PRACTICE,
        ),
        Step(
            slug="gas-works",
            name=text("供气施工、通气", "Gas works and supply"),
            owner="cr-gas",
            after=("settlement",),
            when=GAS,
            time=works(6, 12, 20),
            source=PRACTICE,
        ),
    ),
    limits=(power_plan_limit(),),
    reforms=(
        Reform(
            item=27,
            text=text(
                "监管平台提前获取用电需求，电网配套在审批阶段先行建设",
                "The platform passes on the power demand; the grid is built during the approvals",
            ),
            edits=(
                *added(
                    Step(
                        slug="demand-data",
                        name=text("获取用电需求信息", "Learn the power demand"),
                        owner="platform",
                        when=KNOWN,
                        time=system_seconds(),
                        source=plan(27),
                    ),
                    Step(
                        slug="early-grid",
                        name=text("提前建设电网配套", "Build the grid part early"),
                        owner="state-grid",
                        after=("demand-data",),
                        when=KNOWN,
                        time=works(12, 20, 32),
                        source=plan(27),
                    ),
                ),
                SetCondition(step="power-works", when=Not(condition=KNOWN)),
                AddStep(
                    step=Step(
                        slug="power-hookup",
                        name=text("用户接入、送电", "Hook up and supply"),
                        owner="state-grid",
                        after=("early-grid", "settlement"),
                        when=KNOWN,
                        time=works(3, 5, 9),
                        source=assumed("配套先行后只余用户接入 (only the hook-up is left)"),
                    )
                ),
            ),
        ),
        Reform(
            item=30,
            text=text(
                "共享立项、规划信息，用户在线确认即零资料报装；图集、物料、结算标准化",
                "Approval data are shared, the user confirms online without papers; standards",
            ),
            edits=(
                *added(
                    Step(
                        slug="share-approvals",
                        name=text("立项、规划信息共享", "Share the approval data"),
                        owner="natural-resources",
                        after=("project-approvals",),
                        time=system_seconds(),
                        source=plan(30),
                    ),
                    Step(
                        slug="match-demand",
                        name=text("匹配水电气需求、引导确认", "Match the demand, guide the user"),
                        owner="platform",
                        after=("share-approvals",),
                        time=system_seconds(),
                        source=plan(30),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="confirm",
                        name=text("用户在线确认意愿", "The user confirms online"),
                        owner="applicant",
                        after=("match-demand",),
                        when=ZERO_PAPER,
                        time=own_days(0.5, 0.5),
                        channel="online",
                        produces=(text("在线确认记录", "Record of the confirmation"),),
                        source=plan(30),
                    ),
                    before=PLANS,
                ),
                *only_when(ON_PAPER, "gather-papers", "power-application", "water-application"),
                SetCondition(step="gas-application", when=AllOf(conditions=(GAS, ON_PAPER))),
                SetTime(step="power-plan", time=field_work("state-grid", 45, 75, 150)),
                SetTime(step="water-plan", time=field_work("zhongmin-water", 45, 75, 150)),
                SetTime(step="gas-plan", time=field_work("cr-gas", 45, 75, 150)),
                SetTime(step="settlement", time=own_days(2, 0.5)),
                *timed(works(4, 9, 15), "water-works", "gas-works"),
            ),
        ),
    ),
    notes=text(
        "第27项只取前半（超前获取需求）。数据不全或用户不确认的仍走原申请途径。",
        "Only the first half of item 27. Without data or confirmation the old way remains.",
    ),
)
