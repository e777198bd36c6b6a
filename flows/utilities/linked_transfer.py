"""房产与水电气联动过户: one tick at the registry transfers power, water and gas as well."""

from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    review,
    system_seconds,
)
from flows.utilities.shared import (
    CERTIFICATE,
    SALE_CONTRACT,
    SHARES,
    own_days,
    share_of,
)
from models.base import text
from models.condition import AllOf, ChoiceAttribute, Is
from models.edits import AddStep, Automate, DropMaterial, Resequence, SetRework
from models.limit import Limit, Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

GAS = Is(attribute="piped-gas")
SETTLE_FIRST = assumed("欠费须先结清，其余照常过户 (arrears are paid first, the rest proceeds)")
PROOFS = ("application-form", "identity", "property-certificate")

PROCESS = Process(
    slug="linked-transfer",
    name=text("房产与水电气联动过户", "House and utilities transferred together"),
    family="utilities",
    lead="real-estate-registry",
    items=(27,),
    attributes=(
        share_of("piped-gas", text("通管道燃气", "Has piped gas"), 0.5),
        ChoiceAttribute(
            slug="arrears",
            name=text("欠费", "Arrears"),
            options={"none": 0.88, "power": 0.05, "water": 0.05, "gas": 0.02},
            source=SHARES,
        ),
    ),
    steps=(
        Step(
            slug="registry-application",
            name=text("不动产转移登记申请", "Apply for the transfer of title"),
            owner="real-estate-registry",
            time=clerk(15, 30, 60),
            rework=corrected("registry-application", 0.1),
            materials=(FORM, IDENTITY, SALE_CONTRACT, CERTIFICATE),
            visit=AT_ONCE,
            channel="window",
            source=plan(27),
        ),
        Step(
            slug="registry-review",
            name=text("审核登簿", "Review and register"),
            owner="real-estate-registry",
            after=("registry-application",),
            time=review(40),
            rework=corrected("registry-review", 0.08),
            source=PRACTICE,
        ),
        Step(
            slug="new-certificate",
            name=text("领取不动产权证", "Collect the certificate"),
            owner="real-estate-registry",
            after=("registry-review",),
            time=clerk(5, 10, 20),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("不动产权证", "Property certificate"),),
            source=PRACTICE,
        ),
        Step(
            slug="power-transfer",
            name=text("用电过户", "Transfer the power account"),
            owner="state-grid",
            after=("new-certificate",),
            time=clerk(8, 15, 30),
            rework=corrected("power-transfer", 0.08),
            materials=(FORM, IDENTITY, CERTIFICATE),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(27),
        ),
        Step(
            slug="water-transfer",
            name=text("用水过户", "Transfer the water account"),
            owner="zhongmin-water",
            after=("power-transfer",),
            time=clerk(8, 15, 30),
            rework=corrected("water-transfer", 0.08),
            materials=(FORM, IDENTITY, CERTIFICATE),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(27),
        ),
        Step(
            slug="gas-transfer",
            name=text("用气过户", "Transfer the gas account"),
            owner="cr-gas",
            after=("water-transfer",),
            when=GAS,
            time=clerk(8, 15, 30),
            rework=corrected("gas-transfer", 0.08),
            materials=(FORM, IDENTITY, CERTIFICATE),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(27),
        ),
    ),
    limits=(
        Limit(
            slug="registration-act",
            name=text("不动产登记（法定）", "Registration (statute)"),
            most=30,
            unit="working_days",
            over=("registry-review",),
            starts=Moment(step="registry-application", edge="completed"),
            source=statute("不动产登记暂行条例", "第二十条"),
        ),
    ),
    reforms=(
        Reform(
            item=27,
            text=text(
                "转移登记时一并勾选，登记结果推送后水电气自动过户",
                "Ticked with the registration; the result is pushed and the accounts follow",
            ),
            edits=(
                Resequence(step="power-transfer", after=("registry-review",)),
                Resequence(step="water-transfer", after=("registry-review",)),
                Resequence(step="gas-transfer", after=("registry-review",)),
                AddStep(
                    step=Step(
                        slug="push-result",
                        name=text("登记结果推送", "Push the registration result"),
                        owner="real-estate-registry",
                        after=("registry-review",),
                        time=system_seconds(),
                        source=plan(27),
                    ),
                    before=("power-transfer", "water-transfer", "gas-transfer"),
                ),
                AddStep(
                    step=Step(
                        slug="settle-power",
                        name=text("结清电费", "Pay the power arrears"),
                        owner="applicant",
                        after=("push-result",),
                        when=Is(attribute="arrears", value="power"),
                        time=own_days(3),
                        channel="online",
                        source=SETTLE_FIRST,
                    ),
                    before=("power-transfer",),
                ),
                AddStep(
                    step=Step(
                        slug="settle-water",
                        name=text("结清水费", "Pay the water arrears"),
                        owner="applicant",
                        after=("push-result",),
                        when=Is(attribute="arrears", value="water"),
                        time=own_days(3),
                        channel="online",
                        source=SETTLE_FIRST,
                    ),
                    before=("water-transfer",),
                ),
                AddStep(
                    step=Step(
                        slug="settle-gas",
                        name=text("结清气费", "Pay the gas arrears"),
                        owner="applicant",
                        after=("push-result",),
                        when=AllOf(conditions=(GAS, Is(attribute="arrears", value="gas"))),
                        time=own_days(3),
                        channel="online",
                        source=SETTLE_FIRST,
                    ),
                    before=("gas-transfer",),
                ),
                Automate(step="power-transfer", duration=system_seconds(120).duration),
                Automate(step="water-transfer", duration=system_seconds(120).duration),
                Automate(step="gas-transfer", duration=system_seconds(120).duration),
                SetRework(step="power-transfer", rework=None),
                SetRework(step="water-transfer", rework=None),
                SetRework(step="gas-transfer", rework=None),
                DropMaterial(step="power-transfer", materials=PROOFS),
                DropMaterial(step="water-transfer", materials=PROOFS),
                DropMaterial(step="gas-transfer", materials=PROOFS),
                AddStep(
                    step=Step(
                        slug="notify",
                        name=text("告知过户完成", "Tell the buyer that all is done"),
                        owner="platform",
                        after=("power-transfer", "water-transfer", "gas-transfer"),
                        time=system_seconds(),
                        source=assumed("办结告知 (the buyer is told)"),
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "第27项只取后半（联动过户）。缴税不在流程内；领证仍须到场。",
        "Only the second half of item 27. Taxes are left out; the certificate is collected.",
    ),
)
