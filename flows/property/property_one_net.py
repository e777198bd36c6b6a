"""不动产登记、交易、缴税一网通办: from three windows and two payments to one online window."""

from flows.property.shared import (
    CERTIFICATE,
    DEED_TAX_LAW,
    NOTARY_DEED,
    TAX_RECEIPT,
    certificate,
    registration_limit,
    registry_review,
)
from flows.shared import (
    AT_ONCE,
    BRIEF_HOURS,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    SALE_CONTRACT,
    SHARES,
    TITLE,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    own_days,
    review,
    sign_off,
    system_seconds,
)
from flows.steps import by_system, shared_at, without_visits
from models.base import text
from models.condition import Chance, Is, Not
from models.edits import (
    AddStep,
    DropMaterial,
    DropVisit,
    MergeSteps,
    Resequence,
    SetCondition,
    SetOwner,
    SetTime,
)
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

CIVIL_PROOF = material("civil-proof", "婚姻、收养等证明", "Proof of marriage, adoption and so on")

INDIVIDUAL = Is(attribute="individual-home")
CIVIL_FACTS = Is(attribute="civil-facts")
NOTARISED = Is(attribute="notarised-paper")
MISMATCH = Chance(share=0.06, source=SHARES)
CHECKS = ("identity-check", "civil-check", "deed-check")

PROCESS = Process(
    slug="property-one-net",
    name=text("不动产登记、交易、缴税一网通办", "Property registration, deal and tax online"),
    family="property",
    lead="natural-resources",
    items=(35, 36, 37),
    body="二(三)3",
    attributes=(
        flag("individual-home", "个人存量房", "Existing home of an individual", 0.75),
        flag("civil-facts", "涉及婚姻、收养或火化信息", "Turns on civil facts", 0.35),
        flag("notarised-paper", "提交委托等公证书", "A notarial deed is handed in", 0.1),
    ),
    steps=(
        Step(
            slug="deal-check",
            name=text("交易网签与核验", "Sign the contract online and check the deal"),
            owner="real-estate-registry",
            time=clerk(15, 25, 50),
            rework=corrected("deal-check", 0.06),
            materials=(FORM, IDENTITY, TITLE, SALE_CONTRACT),
            visit=AT_ONCE,
            channel="window",
            source=plan(36),
        ),
        Step(
            slug="tax-assessment",
            name=text("税费核定", "Assess the taxes"),
            owner="tax",
            after=("deal-check",),
            time=clerk(15, 30, 60),
            materials=(FORM, IDENTITY, TITLE, SALE_CONTRACT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(36),
        ),
        Step(
            slug="tax-payment",
            name=text("办税窗口缴税", "Pay the taxes at the tax window"),
            owner="tax",
            after=("tax-assessment",),
            time=clerk(5, 8, 20),
            channel="window",
            source=DEED_TAX_LAW,
        ),
        Step(
            slug="intake",
            name=text("登记申请收件", "Take in the registration papers"),
            owner="real-estate-registry",
            after=("tax-payment",),
            time=clerk(15, 25, 45),
            rework=corrected("intake", 0.12, most=2),
            materials=(FORM, IDENTITY, TITLE, SALE_CONTRACT, CIVIL_PROOF, NOTARY_DEED, TAX_RECEIPT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(36),
        ),
        Step(
            slug="fee-assessment",
            name=text("登记费核定", "Assess the registration fee"),
            owner="real-estate-registry",
            after=("intake",),
            time=clerk(2, 3, 6),
            source=plan(36),
        ),
        Step(
            slug="fee-payment",
            name=text("登记窗口缴登记费", "Pay the fee at the registry window"),
            owner="real-estate-registry",
            after=("fee-assessment",),
            time=clerk(3, 5, 10),
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="identity-check",
            name=text("核验身份", "Verify identity"),
            owner="real-estate-registry",
            after=("intake",),
            time=clerk(3, 5, 10),
            source=PRACTICE,
        ),
        Step(
            slug="civil-check",
            name=text("核实婚姻、收养、火化信息", "Verify marriage, adoption or cremation"),
            owner="civil-affairs",
            after=("intake",),
            when=CIVIL_FACTS,
            time=review(25),
            source=PRACTICE,
        ),
        Step(
            slug="deed-check",
            name=text("核实公证书真伪", "Verify the notarial deed"),
            owner="justice",
            after=("intake",),
            when=NOTARISED,
            time=review(30),
            source=PRACTICE,
        ),
        *registry_review(("fee-payment", *CHECKS), 60),
        certificate(),
    ),
    limits=(registration_limit(("review", "review-sign-off", "certificate"), accepted="intake"),),
    reforms=(
        Reform(
            item=36,
            text=text(
                "登记、交易、缴税线上一窗受理，税费与登记费一次缴清、自动清分",
                "One online window for deal, tax and title; one payment, cleared automatically",
            ),
            edits=(
                Resequence(step="intake", after=()),
                Resequence(step="deal-check", after=("intake",)),
                Resequence(step="fee-assessment", after=("deal-check",)),
                Resequence(step="tax-assessment", after=("deal-check", *CHECKS)),
                MergeSteps(
                    steps=("tax-payment", "fee-payment"),
                    into=Step(
                        slug="one-payment",
                        name=text("税费、登记费一次缴纳", "Pay taxes and fee in one go"),
                        owner="applicant",
                        time=own_days(0.15),
                        channel="online",
                        source=plan(36),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="clearing",
                        name=text("后台自动清分入账（库）", "Clear into the accounts"),
                        owner="finance",
                        after=("one-payment",),
                        time=system_seconds(),
                        source=plan(36),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="signing",
                        name=text("到场面签、询问", "Sign and be questioned in person"),
                        owner="real-estate-registry",
                        after=("intake",),
                        time=clerk(8, 12, 25),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=assumed("线上收件后仍需到场面签 (signing in person remains)"),
                    ),
                    before=("review",),
                ),
                *shared_at("intake", "application-form", "identity", "title-deed", "sale-contract"),
                DropMaterial(step="intake", materials=("deed-tax-receipt",)),
                DropVisit(step="intake"),
                *without_visits("deal-check", "tax-assessment"),
                *by_system("fee-assessment"),
            ),
        ),
        Reform(
            item=35,
            requires=(36,),
            text=text(
                "个人存量房全程网办：线上签字、电子证照或邮寄",
                "Existing homes of individuals: signing and certificate online too",
            ),
            edits=(
                SetCondition(step="signing", when=Not(condition=INDIVIDUAL)),
                AddStep(
                    step=Step(
                        slug="e-signing",
                        name=text("人脸识别、电子签名", "Identify and sign online"),
                        owner="applicant",
                        after=("intake",),
                        when=INDIVIDUAL,
                        time=own_days(0.1),
                        channel="online",
                        source=assumed("全程网办以电子签名代替面签 (online signing)"),
                    ),
                    before=("review",),
                ),
                SetCondition(step="certificate", when=Not(condition=INDIVIDUAL)),
                AddStep(
                    step=Step(
                        slug="e-certificate",
                        name=text("发电子证或寄送证书", "Issue the e-certificate or mail it"),
                        owner="real-estate-registry",
                        after=("review-sign-off",),
                        when=INDIVIDUAL,
                        time=on_the_spot(3, 5, 10),
                        channel="online",
                        produces=(CERTIFICATE,),
                        source=assumed("全程网办的取证方式 (delivery of the online service)"),
                    )
                ),
            ),
        ),
        Reform(
            item=37,
            text=text(
                "身份、民政、公证信息共享核验，少数不符的人工核实，审核签批加快",
                "Identity, civil, notarial data checked by system, misses by hand; signed sooner",
            ),
            edits=(
                SetOwner(step="identity-check", owner="public-security"),
                *by_system("identity-check", "civil-check", "deed-check"),
                DropMaterial(step="intake", materials=("civil-proof", "notary-deed")),
                SetTime(step="review", time=review(35)),
                SetTime(step="review-sign-off", time=sign_off(*BRIEF_HOURS)),
                AddStep(
                    step=Step(
                        slug="check-by-hand",
                        name=text("共享信息不符的人工核实", "Check a mismatch by hand"),
                        owner="real-estate-registry",
                        after=CHECKS,
                        when=MISMATCH,
                        time=review(30),
                        source=assumed("查无信息时由登记机构人工核实 (fallback)"),
                    ),
                    before=("review",),
                ),
            ),
        ),
    ),
    notes=text(
        "方案要求压缩时限但无数字，仅以法定30个工作日衡量；缴款计入申请人自身用时。",
        "The plan gives no figure; the statutory 30 working days apply; paying is own time.",
    ),
)
