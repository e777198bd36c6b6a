"""市政接入工程并联审批: small utility works, approved all at once, online."""

from flows.construction.shared import (
    PLANNING_PERMIT,
    SCHEME,
    firm_days,
    joint_limit,
    next_door,
    rectified,
    works,
)
from flows.limits import licensing_law
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    PERMIT_HOURS,
    SHORT_HOURS,
    choice,
    corrected,
    field_work,
    flag,
    material,
    on_the_spot,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import (
    added,
    resequenced,
    shared_at,
    sign_offs,
    signed,
    timed,
    without_papers,
    without_visits,
)
from models.base import text
from models.condition import AllOf, Is
from models.edits import AddStep
from models.limit import Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

GREEN = Is(attribute="green")
ROAD = Is(attribute="road")
BUSY_ROAD = AllOf(conditions=(ROAD, Is(attribute="traffic")))
ROAD_LAW = statute("城市道路管理条例", "第三十三条")
TRAFFIC_LAW = statute("道路交通安全法", "第三十二条")
UNITS = assumed("按第13项责任单位的职责推定 (read off the units the item lists)")
TRAFFIC_PLAN = material("traffic-plan", "交通组织方案", "Traffic plan")
NETWORK = "telecom-broadcast"
LAST = "police-opinion"
APPROVALS = (
    "planning-permit",
    "green-approval",
    "road-approval",
    "traffic-consent",
    "police-opinion",
)
SIGNED = sign_offs(*APPROVALS[:-1])
WORKS = ("power-works", "water-works", "gas-works", "network-works")

PROCESS = Process(
    slug="municipal-connection",
    name=text("市政接入工程并联审批", "Parallel approval of small utility works"),
    family="construction",
    lead="housing-construction",
    items=(13,),
    attributes=(
        choice(
            "utility",
            "接入类别",
            "Utility",
            {"water": 0.3, "gas": 0.15, "power": 0.3, "telecom-broadcast": 0.25},
        ),
        flag("green", "涉及绿地", "Touches green space", 0.3),
        flag("road", "挖掘或占用城市道路", "Digs up a city road", 0.7),
        flag("police", "需公安意见", "Needs the police", 0.1),
        flag("traffic", "影响交通安全", "Affects traffic", 0.5),
    ),
    steps=(
        *signed(
            Step(
                slug="planning-permit",
                name=text("建设工程规划许可", "Construction planning permit"),
                owner="natural-resources",
                time=review(75),
                rework=corrected("planning-permit", 0.2),
                materials=(FORM, LICENCE_COPY, SCHEME),
                visit=AT_ONCE,
                channel="window",
                source=plan(13),
            ),
            PERMIT_HOURS,
        ),
        *signed(
            next_door(
                "green-approval",
                text("工程建设涉绿审批", "Greenery approval"),
                "housing-construction",
                "planning-permit-sign-off",
                (LICENCE_COPY, SCHEME, PLANNING_PERMIT),
                plan(13),
                when=GREEN,
            ),
            PERMIT_HOURS,
        ),
        *signed(
            next_door(
                "road-approval",
                text("市政设施建设类审批（挖掘道路）", "Municipal works approval (road digging)"),
                "urban-management",
                "green-approval-sign-off",
                (LICENCE_COPY, SCHEME, PLANNING_PERMIT),
                ROAD_LAW,
                when=ROAD,
            ),
            PERMIT_HOURS,
        ),
        *signed(
            next_door(
                "traffic-consent",
                text("交警同意占道施工", "Consent of the traffic police"),
                "traffic-police",
                "road-approval-sign-off",
                (LICENCE_COPY, PLANNING_PERMIT, TRAFFIC_PLAN),
                TRAFFIC_LAW,
                when=BUSY_ROAD,
                minutes=45,
            ),
            PERMIT_HOURS,
        ),
        next_door(
            "police-opinion",
            text("公安意见", "Opinion of the police"),
            "public-security",
            "traffic-consent-sign-off",
            (LICENCE_COPY, SCHEME),
            UNITS,
            when=Is(attribute="police"),
            minutes=30,
        ),
        works("power-works", text("电力接入施工", "Power works"), "state-grid", LAST, "power"),
        works(
            "water-works", text("供排水接入施工", "Water works"), "zhongmin-water", LAST, "water"
        ),
        works("gas-works", text("供气接入施工", "Gas works"), "cr-gas", LAST, "gas"),
        works(
            "network-works",
            text("通讯和广电接入施工", "Network works"),
            "radio-tv-network",
            LAST,
            NETWORK,
        ),
        Step(
            slug="restoration-check",
            name=text("道路恢复验收", "Check of the restored road"),
            owner="urban-management",
            after=WORKS,
            when=ROAD,
            time=field_work("urban-management", 45, 75, 150),
            rework=rectified("restoration-check", 0.2),
            source=assumed("《城市道路管理条例》要求竣工后检查验收，条号未核实 (not checked)"),
        ),
    ),
    limits=(
        joint_limit(APPROVALS + SIGNED, Moment(step="planning-permit", edge="enabled")),
        licensing_law(
            ("planning-permit", "planning-permit-sign-off"),
            "planning-permit-law",
            text("工程规划许可（法定）", "Planning permit (statute)"),
        ),
        licensing_law(
            ("road-approval", "road-approval-sign-off"),
            "road-approval-law",
            text("挖掘道路（法定）", "Road digging (statute)"),
        ),
    ),
    reforms=(
        Reform(
            item=13,
            text=text(
                "接入工程各项审批全程在线、一次提交、并联办理、签批从简",
                "All approvals of the works online, filed once, side by side, signed sooner",
            ),
            edits=(
                *added(
                    Step(
                        slug="online-application",
                        name=text("在线提交接入工程", "File the works online"),
                        owner="applicant",
                        time=firm_days(0.2),
                        channel="online",
                        source=plan(13),
                    ),
                    Step(
                        slug="distribute",
                        name=text("系统并联分发", "Pass on to all units"),
                        owner="big-data",
                        after=("online-application",),
                        time=system_seconds(),
                        source=plan(13),
                    ),
                ),
                *resequenced("distribute", *APPROVALS),
                *without_visits(*APPROVALS),
                *shared_at(
                    "online-application",
                    "application-form",
                    "licence-copy",
                    "scheme",
                    "traffic-plan",
                ),
                *without_papers(
                    ("planning-permit-copy",), "green-approval", "road-approval", "traffic-consent"
                ),
                AddStep(
                    step=Step(
                        slug="issue-together",
                        name=text("汇总一次出件", "Issue the approvals together"),
                        owner="service-center",
                        after=(*SIGNED, "police-opinion"),
                        time=on_the_spot(),
                        channel="online",
                        produces=(text("电子批文", "Electronic approvals"),),
                        source=assumed("并联办理后统一出件 (issued together)"),
                    ),
                    before=WORKS,
                ),
                *timed(sign_off(*SHORT_HOURS), *SIGNED),
            ),
        ),
    ),
    notes=text(
        "“小型”的标准方案未定，视案件均属小型。道路挖掘以规划许可为前提，并联后凭系统共享。",
        "The plan does not define small works; every case here counts as small.",
    ),
)
