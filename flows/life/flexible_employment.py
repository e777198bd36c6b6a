"""灵活就业一件事: registration, insurance and payment with one form at one window."""

from flows.life.shared import insurance_registration, one_form
from flows.shared import (
    AT_ONCE,
    BANK_ACCOUNT,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    review,
    sign_off,
)
from flows.steps import by_system, shared_at, signed, without_visits
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropMaterial, DropVisit, Resequence, SetTime
from models.process import Process
from models.reform import Reform
from models.source import statute
from models.step import Step

PAYMENT_PROOF = material("payment-proof", "社保缴费凭证", "Proof of contributions paid")
REGISTRATION_PROOF = material("employment-proof", "就业登记证明", "Proof of registration")

ELIGIBLE = Is(attribute="subsidy-eligible")
WANTS_FUND = Is(attribute="wants-fund")
JOINING = statute("社会保险法", "第五十八条", "灵活就业人员自行申请登记")

PROCESS = Process(
    slug="flexible-employment",
    name=text("灵活就业一件事", "Flexible employment in one go"),
    family="life",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        flag("subsidy-eligible", "符合社保补贴条件", "Eligible for the subsidy", 0.25),
        flag("wants-fund", "自愿缴存公积金", "Wants to join the housing fund", 0.08),
    ),
    steps=(
        Step(
            slug="employment-registration",
            name=text("灵活就业登记", "Register as flexibly employed"),
            owner="hrss",
            time=clerk(10, 20, 40),
            rework=corrected("employment-registration", 0.1),
            materials=(FORM, IDENTITY),
            visit=AT_ONCE,
            channel="window",
            produces=(text("就业登记证明", "Proof of registration"),),
            source=PRACTICE,
        ),
        Step(
            slug="pension",
            name=text("养老保险参保", "Join the pension scheme"),
            owner="hrss",
            after=("employment-registration",),
            time=clerk(10, 20, 40),
            materials=(FORM, IDENTITY, REGISTRATION_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=JOINING,
        ),
        Step(
            slug="medical-insurance",
            name=text("医疗保险参保", "Join medical insurance"),
            owner="medical-insurance",
            after=("pension",),
            time=clerk(10, 20, 40),
            materials=(FORM, IDENTITY, REGISTRATION_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=JOINING,
        ),
        Step(
            slug="contributions",
            name=text("缴纳社会保险费", "Pay the contributions"),
            owner="tax",
            after=("medical-insurance",),
            time=clerk(8, 12, 25),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("缴费凭证", "Receipt"),),
            source=PRACTICE,
        ),
        Step(
            slug="subsidy-application",
            name=text("申请社会保险补贴", "Apply for the insurance subsidy"),
            owner="hrss",
            after=("contributions",),
            when=ELIGIBLE,
            time=clerk(10, 20, 35),
            rework=corrected("subsidy-application", 0.15),
            materials=(FORM, IDENTITY, BANK_ACCOUNT, REGISTRATION_PROOF, PAYMENT_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="subsidy-review",
                name=text("补贴审核", "Review the subsidy"),
                owner="hrss",
                after=("subsidy-application",),
                when=ELIGIBLE,
                time=review(50),
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="subsidy-payment",
            name=text("补贴拨付", "Pay the subsidy"),
            owner="finance",
            after=("subsidy-review-sign-off",),
            when=ELIGIBLE,
            time=clerk(10, 15, 30),
            source=PRACTICE,
        ),
        Step(
            slug="housing-fund",
            name=text("公积金自愿缴存", "Voluntary housing fund"),
            owner="housing-fund",
            after=("contributions",),
            when=WANTS_FUND,
            time=clerk(15, 25, 45),
            materials=(FORM, IDENTITY, BANK_ACCOUNT, REGISTRATION_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(
        insurance_registration(
            "pension-registration", text("养老参保登记", "Pension registration"), "pension"
        ),
        insurance_registration(
            "medical-registration",
            text("医保参保登记", "Medical insurance registration"),
            "medical-insurance",
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "一表一窗登记参保，补贴与公积金同时提出，补贴签批从简",
                "One form at one window; subsidy and fund asked for at once, subsidy signed sooner",
            ),
            edits=(
                AddStep(step=one_form(), before=("employment-registration",)),
                *shared_at("one-form", "application-form", "identity", "bank-account"),
                SetTime(step="employment-registration", time=on_the_spot()),
                DropMaterial(step="pension", materials=("employment-proof",)),
                Resequence(step="medical-insurance", after=("employment-registration",)),
                DropMaterial(step="medical-insurance", materials=("employment-proof",)),
                *by_system("pension", "medical-insurance"),
                Resequence(step="contributions", after=("pension", "medical-insurance")),
                SetTime(step="contributions", time=on_the_spot()),
                DropVisit(step="contributions", channel="window"),
                DropMaterial(
                    step="subsidy-application", materials=("employment-proof", "payment-proof")
                ),
                SetTime(step="subsidy-application", time=on_the_spot(3, 5, 10)),
                Resequence(step="housing-fund", after=("employment-registration",)),
                DropMaterial(step="housing-fund", materials=("employment-proof",)),
                *without_visits("employment-registration", "subsidy-application", "housing-fund"),
                SetTime(step="subsidy-review-sign-off", time=sign_off(*SHORT_HOURS)),
            ),
        ),
    ),
    notes=text(
        "第100项只列主题，各环节均为假设；补贴审核方案与法规均未查到明确时限。",
        "Item 100 names the theme only; no period was found for the subsidy.",
    ),
)
