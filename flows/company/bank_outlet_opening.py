"""银行网点代办企业开办“六合一”: from hall, offices and bank to one stop at a bank outlet."""

from flows.company.shared import CHARTER, PREMISES, outside, outside_days, registration_act
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    WHOLE_CASE,
    clerk,
    corrected,
    immediate,
    on_the_spot,
    review,
)
from models.base import text
from models.condition import FlagAttribute, Is, Not
from models.edits import (
    DropMaterial,
    DropVisit,
    RemoveStep,
    Resequence,
    SetCondition,
    SetOwner,
    SetTime,
    ShareMaterial,
)
from models.limit import Limit, Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

ACCEPTED = Moment(step="intake", edge="completed")
PARALLEL_PART = ("registration", "licence", "seal-engraving", "seal-record")
AFTER_LICENCE = ("invoices", "social-insurance", "medical-insurance", "housing-fund")
ACCOUNT_GRANTED = Not(condition=Is(attribute="account-declined"))

PROCESS = Process(
    slug="bank-outlet-opening",
    name=text("银行网点代办企业开办“六合一”", "Company opening at a bank outlet (six in one)"),
    family="company",
    lead="market-regulation",
    items=(7, 9),
    body="二(一)3",
    attributes=(
        FlagAttribute(
            slug="account-declined",
            name=text("银行尽职调查后暂不开户", "The bank declines the account for now"),
            share=0.04,
            source=assumed("银行尽职调查未通过的比例估计 (share of declined accounts)"),
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
        Step(
            slug="registration",
            name=text("设立登记", "Establishment registration"),
            owner="market-regulation",
            after=("intake",),
            time=review(45),
            rework=corrected("registration", 0.1, most=2),
            source=plan(7),
        ),
        Step(
            slug="licence",
            name=text("颁发营业执照", "Issue the licence"),
            owner="market-regulation",
            after=("registration",),
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
            source=assumed("公安机关负责印章备案 (the police keep the seal record)"),
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
        Step(
            slug="social-insurance",
            name=text("社会保险登记", "Social insurance registration"),
            owner="hrss",
            after=("invoices",),
            time=clerk(15, 25, 60),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(7),
        ),
        Step(
            slug="medical-insurance",
            name=text("医疗生育保险登记", "Medical insurance registration"),
            owner="medical-insurance",
            after=("social-insurance",),
            time=clerk(15, 25, 60),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(7),
        ),
        Step(
            slug="housing-fund",
            name=text("住房公积金缴存登记", "Housing fund registration"),
            owner="housing-fund",
            after=("medical-insurance",),
            time=clerk(15, 25, 60),
            materials=(FORM, IDENTITY, LICENCE_COPY),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(7),
        ),
        Step(
            slug="bank-filing",
            name=text("到银行提交开户资料", "Hand in the account papers at the bank"),
            owner="bank",
            after=("seal-record", *AFTER_LICENCE),
            time=outside(20, 40, 90),
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
            time=outside(10, 15, 30),
            visit=NEXT_OFFICE,
            channel="window",
            source=assumed("开户后到网点领取账户资料 (account papers are collected)"),
        ),
    ),
    limits=(
        Limit(
            slug="whole-case",
            name=text("企业开办全流程", "Company opening, whole case"),
            most=3,
            unit="working_days",
            over=PARALLEL_PART + AFTER_LICENCE,
            starts=ACCEPTED,
            source=plan(7),
            reading=WHOLE_CASE,
        ),
        Limit(
            slug="registration-and-seal",
            name=text("设立登记和公章刻制", "Registration and seals"),
            most=2,
            unit="working_days",
            over=PARALLEL_PART,
            starts=ACCEPTED,
            source=plan(7),
            reading=WHOLE_CASE,
        ),
        immediate("invoices", text("发票申领（即办）", "Invoices (immediate)"), plan(7)),
        immediate(
            "social-insurance", text("社保登记（即办）", "Social insurance (immediate)"), plan(7)
        ),
        immediate(
            "medical-insurance", text("医保登记（即办）", "Medical insurance (immediate)"), plan(7)
        ),
        immediate("housing-fund", text("公积金登记（即办）", "Housing fund (immediate)"), plan(7)),
        registration_act("registration", starts=ACCEPTED),
    ),
    reforms=(
        Reform(
            item=7,
            text=text(
                "登记与刻章并联；发票、社保、医保、公积金领照后即办",
                "Registration and seals run in parallel; tax, insurance and fund are immediate",
            ),
            edits=(
                Resequence(step="seal-engraving", after=("intake",)),
                Resequence(step="invoices", after=("licence",)),
                Resequence(step="social-insurance", after=("licence",)),
                Resequence(step="medical-insurance", after=("licence",)),
                Resequence(step="housing-fund", after=("licence",)),
                SetTime(step="invoices", time=on_the_spot(8, 15, 30)),
                SetTime(step="social-insurance", time=on_the_spot()),
                SetTime(step="medical-insurance", time=on_the_spot()),
                SetTime(step="housing-fund", time=on_the_spot()),
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
                SetTime(step="intake", time=outside(30, 45, 90)),
                RemoveStep(step="bank-filing"),
                ShareMaterial(material="application-form", at="intake"),
                ShareMaterial(material="identity", at="intake"),
                DropMaterial(step="seal-engraving", materials=("licence-copy",)),
                DropMaterial(step="invoices", materials=("licence-copy",)),
                DropMaterial(step="social-insurance", materials=("licence-copy",)),
                DropMaterial(step="medical-insurance", materials=("licence-copy",)),
                DropMaterial(step="housing-fund", materials=("licence-copy",)),
                DropVisit(step="licence", channel="internal"),
                DropVisit(step="seal-engraving", channel="internal"),
                DropVisit(step="invoices", channel="internal"),
                DropVisit(step="social-insurance", channel="internal"),
                DropVisit(step="medical-insurance", channel="internal"),
                DropVisit(step="housing-fund", channel="internal"),
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
