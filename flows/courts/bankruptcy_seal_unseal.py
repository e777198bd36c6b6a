"""破产财产查封解封: online through the court's control system, offices side by side."""

from flows.courts.shared import (
    ASSET_LIST,
    ASSIST_NOTICE,
    ASSISTANCE_SHARE,
    ESTATE,
    PRESERVATION_RULES,
    RULING,
)
from flows.limits import calendar_days
from flows.shared import (
    AT_ONCE,
    COUNTER_HOURS,
    FORM,
    PRACTICE,
    choice,
    clerk,
    corrected,
    flag,
    on_the_spot,
    outside_days,
    review,
    system_seconds,
)
from flows.steps import (
    Office,
    by_system,
    office_trip,
    office_trips,
    resequenced,
    signed,
    without_papers,
)
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropMaterial, DropVisit, Resequence, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

HOLDER_TIME = assumed("外地查封机关函复用时估计 (reply of the authority that sealed first)")
HOLD_PAPERS = (FORM, RULING, ASSIST_NOTICE)
OFFICES = ("vehicle-hold", "equity-hold", "tax-hold", "insurance-hold")

PROCESS = Process(
    slug="bankruptcy-seal-unseal",
    name=text("破产财产查封解封", "Sealing and unsealing bankruptcy assets"),
    family="courts",
    lead="court",
    items=(54, 55),
    attributes=(
        choice("measure", "申请事项", "Measure asked for", {"seal": 0.3, "unseal": 0.7}, ESTATE),
        flag("real-estate", "有不动产", "Real estate", 0.75, ESTATE),
        flag("vehicles", "有车辆", "Vehicles", 0.4, ESTATE),
        flag("equity", "有股权", "Shares", 0.3, ESTATE),
        flag("tax-held", "税务已查控", "Held by tax", 0.25, ESTATE),
        flag("insurance-held", "社保欠费查控", "Held for insurance arrears", 0.2, ESTATE),
    ),
    steps=(
        Step(
            slug="application",
            name=text("管理人向法院申请", "Apply to the court"),
            owner="court",
            time=clerk(10, 20, 40),
            rework=corrected("application", 0.15),
            materials=(FORM, RULING, ASSET_LIST),
            visit=AT_ONCE,
            channel="window",
            source=plan(55),
        ),
        Step(
            slug="holder-reply",
            name=text("函商外地首封机关", "Ask the authority that sealed first"),
            owner="home-office",
            after=("application",),
            when=Is(attribute="measure", value="unseal"),
            time=outside_days(15, 0.8, source=HOLDER_TIME),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="ruling",
                name=text("法院审查裁定", "Court reviews and rules"),
                owner="court",
                after=("holder-reply",),
                time=review(90),
                source=statute("企业破产法", "第十九条"),
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="notice",
            name=text("制作协助执行通知书", "Draw up the notices to assist"),
            owner="court",
            after=("ruling-sign-off",),
            time=clerk(15, 30, 60),
            produces=(text("协助执行通知书", "Notice to assist"),),
            source=PRACTICE,
        ),
        office_trip(
            "registry-hold",
            text("不动产查封或解封登记", "Record it in the real-estate register"),
            "real-estate-registry",
            "notice",
            clerk(15, 30, 60),
            HOLD_PAPERS,
            plan(55),
            Is(attribute="real-estate"),
            corrected("registry-hold", 0.15, source=ASSISTANCE_SHARE),
        ),
        *office_trips(
            "registry-hold",
            clerk(15, 25, 50),
            HOLD_PAPERS,
            Office(
                "vehicle-hold",
                "车辆查封或解封",
                "Vehicles",
                "public-security",
                Is(attribute="vehicles"),
            ),
            Office(
                "equity-hold",
                "股权冻结或解冻",
                "Shares",
                "market-regulation",
                Is(attribute="equity"),
            ),
        ),
        *office_trips(
            "equity-hold",
            clerk(20, 40, 90),
            HOLD_PAPERS,
            Office(
                "tax-hold",
                "税务查控处理",
                "Holds of the tax bureau",
                "tax",
                Is(attribute="tax-held"),
            ),
            Office(
                "insurance-hold",
                "社保查控处理",
                "Holds of social insurance",
                "hrss",
                Is(attribute="insurance-held"),
            ),
        ),
        office_trip(
            "receipt",
            text("回执送交法院", "Take the receipts back to court"),
            "court",
            "insurance-hold",
            clerk(10, 15, 30),
        ),
    ),
    limits=(
        calendar_days(
            "ruling-limit",
            text("保全或解除保全裁定", "Ruling on the measure"),
            5,
            ("ruling", "ruling-sign-off"),
            statute(PRESERVATION_RULES, "第四条、第二十三条"),
            reading=assumed("管理人申请比照适用，不计外地机关函复 (applied by analogy)"),
        ),
    ),
    reforms=(
        Reform(
            item=54,
            text=text(
                "各部门凭裁定依法及时解除，同步办理",
                "Departments lift their measures on the ruling alone, side by side",
            ),
            edits=(
                SetTime(step="holder-reply", time=outside_days(5, source=HOLDER_TIME)),
                *resequenced("notice", *OFFICES),
                Resequence(step="receipt", after=("registry-hold", *OFFICES)),
                *without_papers(("application-form",), *OFFICES),
            ),
        ),
        Reform(
            item=55,
            text=text(
                "经查控系统在线推送，登记机构在线办理并回传结果",
                "The control system carries the request to the registry and the result back",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="push",
                        name=text("查控系统推送登记机构", "Push to the registry"),
                        owner="court",
                        after=("notice",),
                        when=Is(attribute="real-estate"),
                        time=system_seconds(),
                        source=plan(55),
                    ),
                    before=("registry-hold",),
                ),
                DropVisit(step="registry-hold", channel="internal"),
                DropMaterial(
                    step="registry-hold",
                    materials=("application-form", "acceptance-ruling", "assist-notice"),
                ),
                SetTime(step="registry-hold", time=on_the_spot()),
                SetRework(step="registry-hold", rework=None),
                *by_system("receipt"),
            ),
        ),
    ),
    notes=text(
        "第54项仅取支持管理人解除保全部分；登记登簿按有人核对处理，只是不再跑窗口。",
        "Of item 54 only the lifting of measures belongs here. Entering the register is taken "
        "to need a registrar still, but no trip.",
    ),
)
