"""连锁分支信息变更就近受理: from a trip to each branch's registrar to any window nearby."""

from flows.company.shared import LICENCE_ORIGINAL, RESOLUTION
from flows.limits import company_registration_law
from flows.shared import (
    APPLICANT,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    outside_days,
    outside_desk,
    own_task,
    review,
)
from flows.steps import added, signed
from models.base import text
from models.condition import AllOf, Is, Not
from models.distributions import Lognormal
from models.edits import AddStep, SetCondition, SetRework
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step, Visit
from models.step_time import days

PAPERS = (FORM, IDENTITY, LICENCE_ORIGINAL, RESOLUTION)
TRIP = Visit(delay=days(Lognormal(median=3, sigma=0.5), APPLICANT), source=PRACTICE)
AWAY = Is(attribute="branch-elsewhere")
HERE = Not(condition=AWAY)
CHANNEL = AllOf(
    conditions=(Is(attribute="large-chain"), Not(condition=Is(attribute="needs-new-permit")))
)
OUTSIDE_CHANNEL = Not(condition=CHANNEL)
AWAY_AS_BEFORE = AllOf(conditions=(AWAY, OUTSIDE_CHANNEL))
HERE_AS_BEFORE = AllOf(conditions=(HERE, OUTSIDE_CHANNEL))
BY_POST = Is(attribute="by-post")

PROCESS = Process(
    slug="chain-branch-change",
    name=text("连锁分支信息变更就近受理", "Chain branch change filed anywhere"),
    family="company",
    lead="pboc-luoyuan",
    items=(4,),
    attributes=(
        flag(
            "branch-elsewhere", "分支机构登记机关在外地", "The branch's registrar is elsewhere", 0.6
        ),
        flag(
            "large-chain",
            "大型连锁企业",
            "Large chain",
            0.75,
            assumed("大型连锁的比例估计；适用范围见方案第4项 (share of large chains)"),
        ),
        flag(
            "needs-new-permit",
            "变更涉及新办许可证",
            "The change needs a new permit",
            0.15,
            assumed("涉及新办许可的比例估计；除外规定见方案第4项 (share with permits)"),
        ),
        flag("by-post", "申请人选择邮寄", "The applicant chooses the post", 0.7),
    ),
    steps=(
        Step(
            slug="papers",
            name=text("准备变更材料", "Prepare the papers"),
            owner="applicant",
            time=own_task(20, 40, 90),
            source=PRACTICE,
        ),
        Step(
            slug="home-filing",
            name=text("赴外地登记机关提交", "File with the registrar elsewhere"),
            owner="home-office",
            after=("papers",),
            when=AWAY,
            time=outside_desk(15, 25, 45),
            materials=PAPERS,
            visit=TRIP,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="county-filing",
            name=text("向本县登记机关提交", "File with the county registrar"),
            owner="market-regulation",
            after=("papers",),
            when=HERE,
            time=clerk(10, 20, 40),
            materials=PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="home-change",
            name=text("外地登记机关审核、变更", "The registrar elsewhere decides"),
            owner="home-office",
            after=("home-filing",),
            when=AWAY,
            time=outside_days(1.2),
            rework=corrected("home-filing", 0.15),
            source=plan(4),
        ),
        *signed(
            Step(
                slug="county-change",
                name=text("本县登记机关审核、变更", "The county registrar decides"),
                owner="market-regulation",
                after=("county-filing",),
                when=HERE,
                time=review(40),
                rework=corrected("county-filing", 0.12),
                source=plan(4),
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="home-collect",
            name=text("赴外地领取执照", "Collect the licence elsewhere"),
            owner="home-office",
            after=("home-change",),
            when=AWAY,
            time=outside_desk(5, 10, 20),
            visit=TRIP,
            channel="window",
            produces=(text("变更后的营业执照", "Changed licence"),),
            source=PRACTICE,
        ),
        Step(
            slug="county-collect",
            name=text("在本县领取执照", "Collect the licence in the county"),
            owner="market-regulation",
            after=("county-change-sign-off",),
            when=HERE,
            time=clerk(3, 5, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("变更后的营业执照", "Changed licence"),),
            source=PRACTICE,
        ),
    ),
    limits=(company_registration_law(("home-change", "county-change", "county-change-sign-off")),),
    reforms=(
        Reform(
            item=4,
            text=text(
                "就近窗口统一受理，材料流转属地审核，执照邮寄或窗口领取",
                "A window nearby takes it in, the home registrar decides, the licence is posted",
            ),
            edits=(
                SetCondition(step="home-filing", when=AWAY_AS_BEFORE),
                SetCondition(step="county-filing", when=HERE_AS_BEFORE),
                SetCondition(step="home-collect", when=AWAY_AS_BEFORE),
                SetCondition(step="county-collect", when=HERE_AS_BEFORE),
                SetRework(step="home-change", rework=corrected("home-change", 0.15)),
                SetRework(step="county-change", rework=corrected("county-change", 0.12)),
                AddStep(
                    step=Step(
                        slug="acceptance",
                        name=text("窗口受理、核对适用范围", "Accept the papers, check the scope"),
                        owner="service-center",
                        after=("papers",),
                        when=CHANNEL,
                        time=clerk(10, 15, 30),
                        materials=PAPERS,
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=plan(4),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="transfer",
                        name=text("材料流转至属地", "Pass the papers to the home registrar"),
                        owner="service-center",
                        after=("acceptance",),
                        when=CHANNEL,
                        time=clerk(5, 10, 20),
                        source=plan(4),
                    ),
                    before=("home-change", "county-change"),
                ),
                *added(
                    Step(
                        slug="post-licence",
                        name=text("邮寄营业执照", "Post the licence"),
                        owner="post",
                        after=("home-change", "county-change-sign-off"),
                        when=AllOf(conditions=(CHANNEL, BY_POST)),
                        time=outside_days(1.5, 0.4),
                        channel="post",
                        produces=(text("变更后的营业执照", "Changed licence"),),
                        source=plan(4),
                    ),
                    Step(
                        slug="window-collect",
                        name=text("就近窗口领取执照", "Collect the licence at the window nearby"),
                        owner="service-center",
                        after=("home-change", "county-change-sign-off"),
                        when=AllOf(conditions=(CHANNEL, Not(condition=BY_POST))),
                        time=clerk(3, 5, 15),
                        visit=NEXT_OFFICE,
                        channel="window",
                        produces=(text("变更后的营业执照", "Changed licence"),),
                        source=plan(4),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "方案第4项牵头单位写作人行罗源支行，疑为表格错行；变更由属地登记机关决定。"
        "方案未写期限，登记适用法定3个工作日。",
        "The plan names the central bank's branch as lead, probably a slipped table cell; the home "
        "registrar decides. No time is stated; the statute's 3 working days apply.",
    ),
)
