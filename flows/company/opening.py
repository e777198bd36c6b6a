"""企业开办一件事: from one department after another to one form and one window."""

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
    material,
    on_the_spot,
    review,
    sign_off,
    system_seconds,
)
from models.base import text
from models.condition import Chance
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    Resequence,
    SetOwner,
    SetRework,
    SetTime,
    ShareMaterial,
)
from models.limit import Limit, Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

CHARTER = material("charter", "公司章程", "Articles of association")
PREMISES = material("premises-proof", "住所使用证明", "Proof of premises")
ADDRESS_CORRECTIONS = assumed("住所证明不符需补正的比例估计 (share of address corrections)")
UNLISTED = assumed("标准地址库未收录的比例估计 (share of addresses not in the base)")
ACCEPTED = Moment(step="intake", edge="completed")
REGISTRATION = ("registration", "approval", "licence")
SEALS = ("seal-approval", "seal-engraving", "seal-record")
AT_THE_TAX_OFFICE = ("tax-assessment", "invoices")
AFTER_LICENCE = (*AT_THE_TAX_OFFICE, "social-insurance", "medical-insurance", "housing-fund")

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
            source=assumed("公安机关负责印章备案 (the police keep the seal record)"),
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
    ),
    limits=(
        Limit(
            slug="whole-case",
            name=text("企业开办全流程", "Company opening, whole case"),
            most=3,
            unit="working_days",
            over=REGISTRATION + SEALS + AFTER_LICENCE,
            starts=ACCEPTED,
            source=plan(7),
            reading=WHOLE_CASE,
        ),
        Limit(
            slug="registration-and-seal",
            name=text("设立登记和公章刻制", "Registration and seals"),
            most=2,
            unit="working_days",
            over=REGISTRATION + SEALS,
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
        Limit(
            slug="registration-act",
            name=text("设立登记（法定）", "Registration (statute)"),
            most=3,
            unit="working_days",
            over=REGISTRATION,
            starts=ACCEPTED,
            source=statute("市场主体登记管理条例", "第十九条"),
        ),
    ),
    reforms=(
        Reform(
            item=5,
            text=text(
                "住所改用公安标准地址库自动比对，少数查无地址的人工核验",
                "Addresses are matched to the police address base; the few not found go by hand",
            ),
            edits=(
                SetOwner(step="address-check", owner="public-security"),
                Automate(step="address-check", duration=system_seconds().duration),
                DropMaterial(step="intake", materials=("premises-proof",)),
                SetRework(step="address-check", rework=None),
                AddStep(
                    step=Step(
                        slug="address-by-hand",
                        name=text("标准地址查无的人工核验", "Check an unlisted address by hand"),
                        owner="market-regulation",
                        after=("address-check",),
                        when=Chance(share=0.06, source=UNLISTED),
                        time=clerk(10, 20, 60),
                        rework=corrected("address-by-hand", 0.3),
                        source=assumed("查无标准地址时由登记机关人工核验 (fallback)"),
                    ),
                    before=("registration",),
                ),
            ),
        ),
        Reform(
            item=7,
            text=text(
                "登记与刻章并联、免逐级签批；发票、社保、医保、公积金领照后即办",
                "Registration and seals in parallel, no sign-off; tax, insurance, fund immediate",
            ),
            edits=(
                Resequence(step="seal-approval", after=("intake",)),
                Resequence(step="tax-assessment", after=("licence",)),
                Resequence(step="social-insurance", after=("licence",)),
                Resequence(step="medical-insurance", after=("licence",)),
                Resequence(step="housing-fund", after=("licence",)),
                SetTime(step="approval", time=system_seconds(10)),
                SetTime(step="seal-approval", time=system_seconds(10)),
                SetTime(step="tax-assessment", time=system_seconds(10)),
                SetTime(step="invoices", time=on_the_spot(8, 15, 30)),
                SetTime(step="social-insurance", time=on_the_spot()),
                SetTime(step="medical-insurance", time=on_the_spot()),
                SetTime(step="housing-fund", time=on_the_spot()),
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
                ShareMaterial(material="application-form", at="intake"),
                ShareMaterial(material="identity", at="intake"),
                DropMaterial(step="seal-approval", materials=("licence-copy",)),
                DropMaterial(step="tax-assessment", materials=("licence-copy",)),
                DropMaterial(step="social-insurance", materials=("licence-copy",)),
                DropMaterial(step="medical-insurance", materials=("licence-copy",)),
                DropMaterial(step="housing-fund", materials=("licence-copy",)),
                DropVisit(step="licence", channel="internal"),
                DropVisit(step="seal-approval", channel="internal"),
                DropVisit(step="tax-assessment", channel="internal"),
                DropVisit(step="invoices", channel="internal"),
                DropVisit(step="social-insurance", channel="internal"),
                DropVisit(step="medical-insurance", channel="internal"),
                DropVisit(step="housing-fund", channel="internal"),
                AddStep(
                    step=Step(
                        slug="handover",
                        name=text("一窗发放证照印章", "Hand everything over at one window"),
                        owner="service-center",
                        after=("licence", "seal-record", *AFTER_LICENCE),
                        time=on_the_spot(),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=assumed("统一窗口一次发放 (assumed end of the one-window service)"),
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
