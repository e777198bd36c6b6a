"""破产财产查封解封: online through the court's control system, offices side by side."""

from flows.courts.shared import (
    ASSET_LIST,
    ASSIST_NOTICE,
    ASSISTANCE_SHARE,
    ESTATE,
    PRESERVATION_RULES,
    RULING,
    outside,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    on_the_spot,
    review,
    system_seconds,
)
from models.base import text
from models.condition import ChoiceAttribute, FlagAttribute, Is
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    Resequence,
    SetRework,
    SetTime,
)
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

HOLDER_TIME = assumed("外地查封机关函复用时估计 (reply of the authority that sealed first)")
OFFICES = ("vehicle-hold", "equity-hold", "tax-hold", "insurance-hold")

PROCESS = Process(
    slug="bankruptcy-seal-unseal",
    name=text("破产财产查封解封", "Sealing and unsealing bankruptcy assets"),
    family="courts",
    lead="court",
    items=(54, 55),
    attributes=(
        ChoiceAttribute(
            slug="measure",
            name=text("申请事项", "Measure asked for"),
            options={"seal": 0.3, "unseal": 0.7},
            source=ESTATE,
        ),
        FlagAttribute(
            slug="real-estate",
            name=text("有不动产", "Real estate"),
            share=0.75,
            source=ESTATE,
        ),
        FlagAttribute(slug="vehicles", name=text("有车辆", "Vehicles"), share=0.4, source=ESTATE),
        FlagAttribute(slug="equity", name=text("有股权", "Shares"), share=0.3, source=ESTATE),
        FlagAttribute(
            slug="tax-held", name=text("税务已查控", "Held by tax"), share=0.25, source=ESTATE
        ),
        FlagAttribute(
            slug="insurance-held",
            name=text("社保欠费查控", "Held for insurance arrears"),
            share=0.2,
            source=ESTATE,
        ),
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
            time=outside(15, HOLDER_TIME, sigma=0.8),
            source=PRACTICE,
        ),
        Step(
            slug="ruling",
            name=text("法院审查裁定", "Court reviews and rules"),
            owner="court",
            after=("holder-reply",),
            time=review(90),
            source=statute("企业破产法", "第十九条"),
        ),
        Step(
            slug="notice",
            name=text("制作协助执行通知书", "Draw up the notices to assist"),
            owner="court",
            after=("ruling",),
            time=clerk(15, 30, 60),
            produces=(text("协助执行通知书", "Notice to assist"),),
            source=PRACTICE,
        ),
        Step(
            slug="registry-hold",
            name=text("不动产查封或解封登记", "Record it in the real-estate register"),
            owner="real-estate-registry",
            after=("notice",),
            when=Is(attribute="real-estate"),
            time=clerk(15, 30, 60),
            rework=corrected("registry-hold", 0.15, source=ASSISTANCE_SHARE),
            materials=(FORM, RULING, ASSIST_NOTICE),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(55),
        ),
        Step(
            slug="vehicle-hold",
            name=text("车辆查封或解封", "Vehicles"),
            owner="public-security",
            after=("registry-hold",),
            when=Is(attribute="vehicles"),
            time=clerk(15, 25, 50),
            materials=(FORM, RULING, ASSIST_NOTICE),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="equity-hold",
            name=text("股权冻结或解冻", "Shares"),
            owner="market-regulation",
            after=("vehicle-hold",),
            when=Is(attribute="equity"),
            time=clerk(15, 25, 50),
            materials=(FORM, RULING, ASSIST_NOTICE),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="tax-hold",
            name=text("税务查控处理", "Holds of the tax bureau"),
            owner="tax",
            after=("equity-hold",),
            when=Is(attribute="tax-held"),
            time=clerk(20, 40, 90),
            materials=(FORM, RULING, ASSIST_NOTICE),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="insurance-hold",
            name=text("社保查控处理", "Holds of social insurance"),
            owner="hrss",
            after=("tax-hold",),
            when=Is(attribute="insurance-held"),
            time=clerk(20, 40, 90),
            materials=(FORM, RULING, ASSIST_NOTICE),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="receipt",
            name=text("回执送交法院", "Take the receipts back to court"),
            owner="court",
            after=("insurance-hold",),
            time=clerk(10, 15, 30),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(
        Limit(
            slug="ruling-limit",
            name=text("保全或解除保全裁定", "Ruling on the measure"),
            most=5,
            unit="calendar_days",
            over=("ruling",),
            source=statute(PRESERVATION_RULES, "第四条、第二十三条"),
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
                SetTime(step="holder-reply", time=outside(5, HOLDER_TIME)),
                Resequence(step="vehicle-hold", after=("notice",)),
                Resequence(step="equity-hold", after=("notice",)),
                Resequence(step="tax-hold", after=("notice",)),
                Resequence(step="insurance-hold", after=("notice",)),
                Resequence(step="receipt", after=("registry-hold", *OFFICES)),
                DropMaterial(step="vehicle-hold", materials=("application-form",)),
                DropMaterial(step="equity-hold", materials=("application-form",)),
                DropMaterial(step="tax-hold", materials=("application-form",)),
                DropMaterial(step="insurance-hold", materials=("application-form",)),
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
                Automate(step="receipt", duration=system_seconds().duration),
            ),
        ),
    ),
    notes=text(
        "第54项仅取支持管理人解除保全部分；登记登簿按有人核对处理，只是不再跑窗口。",
        "Of item 54 only the lifting of measures belongs here. Entering the register is taken "
        "to need a registrar still, but no trip.",
    ),
)
