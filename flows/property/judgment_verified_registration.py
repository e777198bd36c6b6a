"""生效文书在线核验登记: the registry verifies the judgment online, no proof from the court."""

from flows.property.shared import (
    DEED_TAX_LAW,
    TAX_RECEIPT,
    certificate,
    registration_limit,
    registry_review,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    JUDGMENT,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    material,
    review,
)
from flows.steps import by_system
from models.base import text
from models.condition import Is
from models.edits import DropMaterial, RemoveStep
from models.process import Process
from models.reform import Reform
from models.source import plan_body, statute
from models.step import Step

EFFECT_PROOF = material("effect-proof", "文书生效证明", "Proof that the judgment is effective")
VERIFICATION = plan_body("二(二)2")

PROCESS = Process(
    slug="judgment-verified-registration",
    name=text("生效文书在线核验登记", "Registration on a verified judgment"),
    family="property",
    lead="court",
    items=(62,),
    body="二(二)2",
    attributes=(flag("taxable", "需缴纳契税", "Deed tax is due", 0.7),),
    steps=(
        Step(
            slug="effect-proof",
            name=text("到法院开具生效证明", "Obtain proof of effect at the court"),
            owner="court",
            time=clerk(10, 20, 45),
            materials=(IDENTITY, JUDGMENT),
            visit=AT_ONCE,
            channel="window",
            produces=(text("文书生效证明", "Proof of effect"),),
            source=PRACTICE,
        ),
        Step(
            slug="tax",
            name=text("申报缴纳契税", "Declare and pay the deed tax"),
            owner="tax",
            after=("effect-proof",),
            when=Is(attribute="taxable"),
            time=clerk(15, 25, 50),
            materials=(FORM, IDENTITY, JUDGMENT),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("完税凭证", "Tax receipt"),),
            source=DEED_TAX_LAW,
        ),
        Step(
            slug="intake",
            name=text("当事人凭生效文书申请登记", "The party applies on the judgment"),
            owner="real-estate-registry",
            after=("tax",),
            time=clerk(15, 25, 45),
            rework=corrected("intake", 0.15, most=2),
            materials=(FORM, IDENTITY, JUDGMENT, EFFECT_PROOF, TAX_RECEIPT),
            visit=NEXT_OFFICE,
            channel="window",
            source=statute("不动产登记暂行条例", "第十四条", "生效法律文书可单方申请"),
        ),
        Step(
            slug="court-check",
            name=text("向法院核实文书", "Verify the judgment with the court"),
            owner="court",
            after=("intake",),
            time=review(40),
            source=VERIFICATION,
        ),
        *registry_review(("court-check",), 75),
        certificate(),
    ),
    limits=(
        registration_limit(
            ("court-check", "review", "review-sign-off", "certificate"), accepted="intake"
        ),
    ),
    reforms=(
        Reform(
            item=62,
            text=text(
                "登记机构在线核验生效文书，不再开具生效证明",
                "The registry verifies the judgment online; no proof of effect is asked for",
            ),
            edits=(
                RemoveStep(step="effect-proof"),
                DropMaterial(step="intake", materials=("effect-proof",)),
                *by_system("court-check"),
            ),
        ),
    ),
    notes=text(
        "在线核验渠道出自正文，第62项与之同题；未生效不予登记未单列，方案无时限。",
        "The channel stands in the body, item 62 is its nearest matter; no period in the plan.",
    ),
)
