"""市政接入工程并联审批: small utility works, approved all at once, online."""

from flows.construction.shared import (
    PLANNING_PERMIT,
    SCHEME,
    SHARES,
    firm_days,
    joint_limit,
    licence_limit,
    next_door,
    rectified,
    share_of,
    works,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    clerk,
    corrected,
    material,
    on_the_spot,
    review,
    system_seconds,
)
from models.base import text
from models.condition import AllOf, ChoiceAttribute, Is
from models.edits import AddStep, DropMaterial, DropVisit, Resequence, ShareMaterial
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

PROCESS = Process(
    slug="municipal-connection",
    name=text("市政接入工程并联审批", "Parallel approval of small utility works"),
    family="construction",
    lead="housing-construction",
    items=(13,),
    attributes=(
        ChoiceAttribute(
            slug="utility",
            name=text("接入类别", "Utility"),
            options={"water": 0.3, "gas": 0.15, "power": 0.3, "telecom-broadcast": 0.25},
            source=SHARES,
        ),
        share_of("green", text("涉及绿地", "Touches green space"), 0.3),
        share_of("road", text("挖掘或占用城市道路", "Digs up a city road"), 0.7),
        share_of("police", text("需公安意见", "Needs the police"), 0.1),
        share_of("traffic", text("影响交通安全", "Affects traffic"), 0.5),
    ),
    steps=(
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
        next_door(
            "green-approval",
            text("工程建设涉绿审批", "Greenery approval"),
            "housing-construction",
            "planning-permit",
            (LICENCE_COPY, SCHEME, PLANNING_PERMIT),
            plan(13),
            when=GREEN,
        ),
        next_door(
            "road-approval",
            text("市政设施建设类审批（挖掘道路）", "Municipal works approval (road digging)"),
            "urban-management",
            "green-approval",
            (LICENCE_COPY, SCHEME, PLANNING_PERMIT),
            ROAD_LAW,
            when=ROAD,
        ),
        next_door(
            "traffic-consent",
            text("交警同意占道施工", "Consent of the traffic police"),
            "traffic-police",
            "road-approval",
            (LICENCE_COPY, PLANNING_PERMIT, TRAFFIC_PLAN),
            TRAFFIC_LAW,
            when=BUSY_ROAD,
            minutes=45,
        ),
        next_door(
            "police-opinion",
            text("公安意见", "Opinion of the police"),
            "public-security",
            "traffic-consent",
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
            after=("power-works", "water-works", "gas-works", "network-works"),
            when=ROAD,
            time=clerk(45, 75, 150, pool="urban-management-field"),
            rework=rectified("restoration-check", 0.2),
            source=assumed("《城市道路管理条例》要求竣工后检查验收，条号未核实 (not checked)"),
        ),
    ),
    limits=(
        joint_limit(APPROVALS, Moment(step="planning-permit", edge="enabled")),
        licence_limit("planning-permit", text("工程规划许可（法定）", "Planning permit (statute)")),
        licence_limit("road-approval", text("挖掘道路（法定）", "Road digging (statute)")),
    ),
    reforms=(
        Reform(
            item=13,
            text=text(
                "接入工程各项审批全程在线、一次提交、并联办理",
                "All approvals of the works online, filed once, side by side",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="online-application",
                        name=text("在线提交接入工程", "File the works online"),
                        owner="applicant",
                        time=firm_days(0.2),
                        channel="online",
                        source=plan(13),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="distribute",
                        name=text("系统并联分发", "Pass on to all units"),
                        owner="big-data",
                        after=("online-application",),
                        time=system_seconds(),
                        source=plan(13),
                    )
                ),
                Resequence(step="planning-permit", after=("distribute",)),
                Resequence(step="green-approval", after=("distribute",)),
                Resequence(step="road-approval", after=("distribute",)),
                Resequence(step="traffic-consent", after=("distribute",)),
                Resequence(step="police-opinion", after=("distribute",)),
                DropVisit(step="planning-permit", channel="internal"),
                DropVisit(step="green-approval", channel="internal"),
                DropVisit(step="road-approval", channel="internal"),
                DropVisit(step="traffic-consent", channel="internal"),
                DropVisit(step="police-opinion", channel="internal"),
                ShareMaterial(material="application-form", at="online-application"),
                ShareMaterial(material="licence-copy", at="online-application"),
                ShareMaterial(material="scheme", at="online-application"),
                ShareMaterial(material="traffic-plan", at="online-application"),
                DropMaterial(step="green-approval", materials=("planning-permit-copy",)),
                DropMaterial(step="road-approval", materials=("planning-permit-copy",)),
                DropMaterial(step="traffic-consent", materials=("planning-permit-copy",)),
                AddStep(
                    step=Step(
                        slug="issue-together",
                        name=text("汇总一次出件", "Issue the approvals together"),
                        owner="service-center",
                        after=APPROVALS,
                        time=on_the_spot(),
                        channel="online",
                        produces=(text("电子批文", "Electronic approvals"),),
                        source=assumed("并联办理后统一出件 (issued together)"),
                    ),
                    before=("power-works", "water-works", "gas-works", "network-works"),
                ),
            ),
        ),
    ),
    notes=text(
        "“小型”的标准方案未定，视案件均属小型。道路挖掘以规划许可为前提，并联后凭系统共享。",
        "The plan does not define small works; every case here counts as small.",
    ),
)
