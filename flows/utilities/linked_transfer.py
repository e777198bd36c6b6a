"""房产与水电气联动过户: one tick at the registry transfers power, water and gas as well."""

from flows.limits import completed, estate_registration_law
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    SALE_CONTRACT,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    flag,
    review,
    system_seconds,
)
from flows.steps import (
    Office,
    by_system,
    office_trips,
    resequenced,
    signed,
    without_papers,
    without_rework,
)
from flows.utilities.shared import CERTIFICATE, settled_first
from models.base import text
from models.condition import AllOf, Is
from models.edits import AddStep
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

GAS = Is(attribute="piped-gas")
PROOFS = ("application-form", "identity", "property-certificate")
TRANSFERS = ("power-transfer", "water-transfer", "gas-transfer")

PROCESS = Process(
    slug="linked-transfer",
    name=text("房产与水电气联动过户", "House and utilities transferred together"),
    family="utilities",
    lead="real-estate-registry",
    items=(27,),
    attributes=(
        flag("piped-gas", "通管道燃气", "Has piped gas", 0.5),
        choice(
            "arrears", "欠费", "Arrears", {"none": 0.88, "power": 0.05, "water": 0.05, "gas": 0.02}
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
        *signed(
            Step(
                slug="registry-review",
                name=text("审核登簿", "Review and register"),
                owner="real-estate-registry",
                after=("registry-application",),
                time=review(40),
                rework=corrected("registry-review", 0.08),
                source=PRACTICE,
            ),
            SHORT_HOURS,
        ),
        Step(
            slug="new-certificate",
            name=text("领取不动产权证", "Collect the certificate"),
            owner="real-estate-registry",
            after=("registry-review-sign-off",),
            time=clerk(5, 10, 20),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("不动产权证", "Property certificate"),),
            source=PRACTICE,
        ),
        *office_trips(
            "new-certificate",
            clerk(8, 15, 30),
            (FORM, IDENTITY, CERTIFICATE),
            Office("power-transfer", "用电过户", "Transfer the power account", "state-grid"),
            Office("water-transfer", "用水过户", "Transfer the water account", "zhongmin-water"),
            Office("gas-transfer", "用气过户", "Transfer the gas account", "cr-gas", GAS),
            source=plan(27),
            chance=0.08,
        ),
    ),
    limits=(
        estate_registration_law(
            ("registry-review", "registry-review-sign-off"),
            "registration-act",
            text("不动产登记（法定）", "Registration (statute)"),
            completed("registry-application"),
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
                *resequenced("registry-review-sign-off", *TRANSFERS),
                AddStep(
                    step=Step(
                        slug="push-result",
                        name=text("登记结果推送", "Push the registration result"),
                        owner="real-estate-registry",
                        after=("registry-review-sign-off",),
                        time=system_seconds(),
                        source=plan(27),
                    ),
                    before=TRANSFERS,
                ),
                settled_first("power", "电费", Is(attribute="arrears", value="power")),
                settled_first("water", "水费", Is(attribute="arrears", value="water")),
                settled_first(
                    "gas", "气费", AllOf(conditions=(GAS, Is(attribute="arrears", value="gas")))
                ),
                *by_system(*TRANSFERS, seconds=120),
                *without_rework(*TRANSFERS),
                *without_papers(PROOFS, *TRANSFERS),
                AddStep(
                    step=Step(
                        slug="notify",
                        name=text("告知过户完成", "Tell the buyer that all is done"),
                        owner="platform",
                        after=TRANSFERS,
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
