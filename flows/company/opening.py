"""企业开办一件事: from one department after another to one form and one window."""

from flows.company.shared import (
    CHARTER,
    HANDED_OVER,
    INSURANCE_AND_FUND,
    INSURANCE_AND_FUND_STEPS,
    MADE_IMMEDIATE,
    PREMISES,
    SEAL_RECORD,
    matched_addresses,
    opening_limits,
)
from flows.limits import company_registration_law, completed
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    on_the_spot,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import resequenced, shared_at, timed, without_papers, without_visits
from models.base import text
from models.edits import AddStep, Resequence, SetOwner
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

ADDRESS_CORRECTIONS = assumed("住所证明不符需补正的比例估计 (share of address corrections)")
ACCEPTED = completed("intake")
REGISTRATION = ("registration", "approval", "licence")
SEALS = ("seal-approval", "seal-engraving", "seal-record")
AT_THE_TAX_OFFICE = ("tax-assessment", "invoices")
AFTER_LICENCE = (*AT_THE_TAX_OFFICE, *INSURANCE_AND_FUND)

PROCESS = Process(
    slug="company-opening",
    name=text("企业开办一件事", "Company opening"),
    family="company",
    lead="market-regulation",
    items=(5, 7, 8),
    body="二(一)1",
    steps=(
        Step(
            slug="intake",
            name=text("提交设立申请", "File the application"),
            owner="market-regulation",
            time=clerk(10, 20, 45),
            materials=(FORM, IDENTITY, CHARTER, PREMISES),
            visit=AT_ONCE,
            channel="window",
            source=plan(8),
        ),
        Step(
            slug="address-check",
            name=text("住所（经营场所）核验", "Check the address"),
            owner="market-regulation",
            after=("intake",),
            time=clerk(10, 20, 60),
            rework=corrected("intake", 0.12, most=2, source=ADDRESS_CORRECTIONS),
            source=plan(5),
        ),
        Step(
            slug="registration",
            name=text("设立登记", "Establishment registration"),
            owner="market-regulation",
            after=("address-check",),
            time=review(45),
            rework=corrected("registration", 0.08, most=2),
            source=plan(7),
        ),
        Step(
            slug="approval",
            name=text("逐级核准签批", "Approval up the line"),
            owner="market-regulation",
            after=("registration",),
            time=sign_off(2, 5, 13),
            source=PRACTICE,
        ),
        Step(
            slug="licence",
            name=text("颁发营业执照", "Issue the licence"),
            owner="market-regulation",
            after=("approval",),
            time=clerk(3, 5, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("营业执照", "Business licence"),),
            source=PRACTICE,
        ),
        Step(
            slug="seal-approval",
            name=text("刻章审批", "Permit the engraving"),
            owner="public-security",
            after=("licence",),
            time=sign_off(1, 3, 7),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="seal-engraving",
            name=text("公章刻制", "Engrave the seals"),
            owner="seal-shop",
            after=("seal-approval",),
            time=clerk(40, 90, 240),
            produces=(text("公章", "Company seals"),),
            source=plan(7),
        ),
        Step(
            slug="seal-record",
            name=text("印章备案", "Put the seals on record"),
            owner="public-security",
            after=("seal-engraving",),
            time=clerk(5, 15, 40),
            source=SEAL_RECORD,
        ),
        Step(
            slug="tax-assessment",
            name=text("税种票种核定", "Tax assessment"),
            owner="tax",
            after=("seal-record",),
            time=sign_off(2, 5, 13),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="invoices",
            name=text("发票申领", "Invoices"),
            owner="tax",
            after=("tax-assessment",),
            time=clerk(20, 40, 90),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("发票", "Invoices"),),
            source=plan(7),
        ),
        *INSURANCE_AND_FUND_STEPS,
    ),
    limits=(
        *opening_limits(REGISTRATION + SEALS, AFTER_LICENCE),
        company_registration_law(
            REGISTRATION,
            "registration-act",
            text("设立登记（法定）", "Registration (statute)"),
            ACCEPTED,
        ),
    ),
    reforms=(
        Reform(
            item=5,
            text=text(
                "住所改用公安标准地址库自动比对，少数查无地址的人工核验",
                "Addresses are matched to the police address base; the few not found go by hand",
            ),
            edits=(*matched_addresses("intake"),),
        ),
        Reform(
            item=7,
            text=text(
                "登记与刻章并联、免逐级签批；发票、社保、医保、公积金领照后即办",
                "Registration and seals in parallel, no sign-off; tax, insurance, fund immediate",
            ),
            edits=(
                Resequence(step="seal-approval", after=("intake",)),
                *resequenced("licence", "tax-assessment", *INSURANCE_AND_FUND),
                *timed(system_seconds(10), "approval", "seal-approval", "tax-assessment"),
                *MADE_IMMEDIATE,
            ),
        ),
        Reform(
            item=8,
            text=text(
                "一件事打包办、一窗受理：一张表、一次跑、统一发放",
                "One package at one window: one form, one trip, one hand-over",
            ),
            edits=(
                SetOwner(step="intake", owner="service-center"),
                *shared_at("intake", "application-form", "identity"),
                *without_papers(
                    ("licence-copy",), "seal-approval", "tax-assessment", *INSURANCE_AND_FUND
                ),
                *without_visits("licence", "seal-approval", *AFTER_LICENCE),
                AddStep(
                    step=Step(
                        slug="handover",
                        name=text("一窗发放证照印章", "Hand everything over at one window"),
                        owner="service-center",
                        after=("licence", "seal-record", *AFTER_LICENCE),
                        time=on_the_spot(),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=HANDED_OVER,
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "方案正文与第7项均为3个工作日；改革前用时方案未给出，按假设模拟。",
        "The body and item 7 state 3 working days; the time before the reform is not stated.",
    ),
)
