"""银行网点代办企业开办“六合一”: from hall, offices and bank to one stop at a bank outlet."""

from flows.company.shared import (
    CHARTER,
    INSURANCE_AND_FUND,
    INSURANCE_AND_FUND_STEPS,
    MADE_IMMEDIATE,
    PREMISES,
    SEAL_RECORD,
    opening_limits,
)
from flows.limits import company_registration_law, completed
from flows.shared import (
    AT_ONCE,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    outside_days,
    outside_desk,
    review,
    system_seconds,
)
from flows.steps import resequenced, shared_at, signed, without_papers, without_visits
from models.base import text
from models.condition import Is, Not
from models.edits import RemoveStep, Resequence, SetCondition, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

ACCEPTED = completed("intake")
REGISTRATION = ("registration", "registration-sign-off")
PARALLEL_PART = (*REGISTRATION, "licence", "seal-engraving", "seal-record")
AFTER_LICENCE = ("invoices", *INSURANCE_AND_FUND)
ACCOUNT_GRANTED = Not(condition=Is(attribute="account-declined"))

PROCESS = Process(
    slug="bank-outlet-opening",
    name=text("银行网点代办企业开办“六合一”", "Company opening at a bank outlet (six in one)"),
    family="company",
    lead="market-regulation",
    items=(7, 9),
    body="二(一)3",
    attributes=(
        flag(
            "account-declined",
            "银行尽职调查后暂不开户",
            "The bank declines the account for now",
            0.04,
        ),
    ),
    steps=(
        Step(
            slug="intake",
            name=text("提交开办申请", "File the application"),
            owner="market-regulation",
            time=clerk(10, 20, 45),
            materials=(FORM, IDENTITY, CHARTER, PREMISES),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="registration",
                name=text("设立登记", "Establishment registration"),
                owner="market-regulation",
                after=("intake",),
                time=review(45),
                rework=corrected("registration", 0.1, most=2),
                source=plan(7),
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="licence",
            name=text("颁发营业执照", "Issue the licence"),
            owner="market-regulation",
            after=("registration-sign-off",),
            time=clerk(3, 5, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("营业执照", "Business licence"),),
            source=PRACTICE,
        ),
        Step(
            slug="seal-engraving",
            name=text("公章刻制", "Engrave the seals"),
            owner="seal-shop",
            after=("licence",),
            time=clerk(40, 90, 240),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
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
            slug="invoices",
            name=text("税种票种核定、发票申领", "Tax assessment and invoices"),
            owner="tax",
            after=("seal-record",),
            time=clerk(20, 40, 90),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("发票", "Invoices"),),
            source=plan(7),
        ),
        *INSURANCE_AND_FUND_STEPS,
        Step(
            slug="bank-filing",
            name=text("到银行提交开户资料", "Hand in the account papers at the bank"),
            owner="bank",
            after=("seal-record", *AFTER_LICENCE),
            time=outside_desk(20, 40, 90),
            materials=(FORM, IDENTITY, LICENCE_COPY, CHARTER),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="account",
            name=text("银行尽职调查、开立账户", "Due diligence and account"),
            owner="bank",
            after=("bank-filing",),
            when=ACCOUNT_GRANTED,
            time=outside_days(1),
            produces=(text("对公账户", "Company bank account"),),
            source=plan(9),
        ),
        Step(
            slug="handover",
            name=text("银行网点交付", "Hand-over at the bank outlet"),
            owner="bank",
            after=("account",),
            when=ACCOUNT_GRANTED,
            time=outside_desk(10, 15, 30),
            visit=NEXT_OFFICE,
            channel="window",
            source=assumed("开户后到网点领取账户资料 (account papers are collected)"),
        ),
    ),
    limits=(
        *opening_limits(PARALLEL_PART, AFTER_LICENCE),
        company_registration_law(REGISTRATION, starts=ACCEPTED),
    ),
    reforms=(
        Reform(
            item=7,
            text=text(
                "登记与刻章并联、免逐级签批；发票、社保、医保、公积金领照后即办",
                "Registration and seals in parallel, no sign-off; tax, insurance, fund immediate",
            ),
            edits=(
                Resequence(step="seal-engraving", after=("intake",)),
                *resequenced("licence", *AFTER_LICENCE),
                SetTime(step="registration-sign-off", time=system_seconds(10)),
                *MADE_IMMEDIATE,
            ),
        ),
        Reform(
            item=9,
            text=text(
                "合作银行网点代填申报、一并开户，在网点一次交付",
                "A partner bank files for the firm, opens the account and hands all over",
            ),
            edits=(
                SetOwner(step="intake", owner="bank"),
                SetTime(step="intake", time=outside_desk(30, 45, 90)),
                RemoveStep(step="bank-filing"),
                *shared_at("intake", "application-form", "identity"),
                *without_papers(("licence-copy",), "seal-engraving", *AFTER_LICENCE),
                *without_visits("licence", "seal-engraving", *AFTER_LICENCE),
                Resequence(step="account", after=("licence", "seal-record")),
                Resequence(step="handover", after=("seal-record", *AFTER_LICENCE, "account")),
                SetCondition(step="handover", when=None),
            ),
        ),
    ),
    notes=text(
        "“六合一”所含六项方案未列明，按责任单位推定；第7项时限适用于各种开办渠道。"
        "开户不计入3个工作日，方案和法规均未对银行开户规定期限。",
        "The six parts are inferred from the departments responsible; item 7's limits hold for "
        "every channel. The account is outside the 3 days; nothing limits the bank.",
    ),
)
