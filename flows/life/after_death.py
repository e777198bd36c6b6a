"""身后一件事: after a death the family hands in one form; accounts are closed from shared data."""

from flows.life.shared import one_form
from flows.limits import calendar_days
from flows.shared import (
    AT_ONCE,
    BANK_ACCOUNT,
    BRIEF_HOURS,
    DEATH_PROOF,
    FORM,
    HOUSEHOLD_BOOK,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    SHORT_HOURS,
    TITLE,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    outside_days,
    review,
    sign_off,
)
from flows.steps import by_system, resequenced, shared_at, signed, without_papers, without_visits
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropMaterial, Resequence, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import plan, statute
from models.step import Step

CREMATION = material("cremation-proof", "火化证明", "Cremation certificate", plan(37))
CANCELLATION = material("cancellation-proof", "户口注销证明", "Proof of cancellation")

PROCESS = Process(
    slug="after-death",
    name=text("身后一件事", "After death in one go"),
    family="life",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        flag("had-pension", "参加养老保险", "Was in the pension scheme", 0.8),
        flag("had-medical-account", "有医保个人账户", "Had a medical account", 0.4),
        flag("had-fund", "有住房公积金", "Had a housing fund", 0.12),
        flag("had-real-estate", "名下有不动产", "Owned real estate", 0.4),
    ),
    steps=(
        Step(
            slug="death-certificate",
            name=text("开具死亡证明", "Issue the proof of death"),
            owner="hospital",
            time=outside_days(0.3),
            materials=(IDENTITY,),
            visit=AT_ONCE,
            channel="window",
            produces=(text("死亡证明", "Proof of death"),),
            source=PRACTICE,
        ),
        Step(
            slug="cremation",
            name=text("火化登记", "Register the cremation"),
            owner="civil-affairs",
            after=("death-certificate",),
            time=clerk(15, 25, 50),
            materials=(IDENTITY, DEATH_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("火化证明", "Cremation certificate"),),
            source=PRACTICE,
        ),
        Step(
            slug="household-cancellation",
            name=text("户口注销", "Cancel the household entry"),
            owner="public-security",
            after=("cremation",),
            time=clerk(10, 15, 30),
            rework=corrected("household-cancellation", 0.08),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK, DEATH_PROOF, CREMATION),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("户口注销证明", "Proof of cancellation"),),
            source=statute("户口登记条例", "第八条"),
        ),
        *signed(
            Step(
                slug="pension",
                name=text("停发养老待遇、发放丧葬补助", "Stop the pension, pay the funeral grant"),
                owner="hrss",
                after=("household-cancellation",),
                when=Is(attribute="had-pension"),
                time=review(35),
                rework=corrected("pension", 0.12),
                materials=(FORM, IDENTITY, DEATH_PROOF, CREMATION, CANCELLATION, BANK_ACCOUNT),
                visit=NEXT_OFFICE,
                channel="window",
                source=statute("社会保险法", "第十七条"),
            ),
            SHORT_HOURS,
        ),
        Step(
            slug="medical-account",
            name=text("医保个人账户清退", "Settle the medical account"),
            owner="medical-insurance",
            after=("pension-sign-off",),
            when=Is(attribute="had-medical-account"),
            time=clerk(10, 20, 40),
            materials=(FORM, IDENTITY, DEATH_PROOF, CANCELLATION, BANK_ACCOUNT),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="housing-fund",
                name=text("公积金提取", "Withdraw the housing fund"),
                owner="housing-fund",
                after=("medical-account",),
                when=Is(attribute="had-fund"),
                time=review(30),
                rework=corrected("housing-fund", 0.1),
                materials=(FORM, IDENTITY, DEATH_PROOF, CANCELLATION, BANK_ACCOUNT),
                visit=NEXT_OFFICE,
                channel="window",
                source=statute("住房公积金管理条例", "第二十四条"),
            ),
            BRIEF_HOURS,
        ),
        Step(
            slug="real-estate",
            name=text("不动产继承登记申请", "Apply to inherit the real estate"),
            owner="real-estate-registry",
            after=("housing-fund-sign-off",),
            when=Is(attribute="had-real-estate"),
            time=clerk(15, 25, 50),
            materials=(FORM, IDENTITY, DEATH_PROOF, CREMATION, TITLE),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
    ),
    limits=(
        calendar_days(
            "fund-withdrawal",
            text("公积金提取决定", "Decision on the fund"),
            3,
            ("housing-fund", "housing-fund-sign-off"),
            statute("住房公积金管理条例", "第二十五条", "自受理申请之日起3日内"),
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "一表一窗申请，死亡和火化信息共享，各项清退并行办理",
                "One form at one window; data on the death are shared, accounts close together",
            ),
            edits=(
                AddStep(
                    step=one_form(after=("death-certificate",), materials=(IDENTITY,)),
                    before=("household-cancellation",),
                ),
                *shared_at("one-form", "application-form", "death-proof", "household-book"),
                *shared_at("one-form", "bank-account", "title-deed"),
                Resequence(step="household-cancellation", after=("one-form",)),
                DropMaterial(
                    step="household-cancellation", materials=("identity", "cremation-proof")
                ),
                SetTime(step="household-cancellation", time=on_the_spot()),
                *resequenced(
                    "household-cancellation", "medical-account", "housing-fund", "real-estate"
                ),
                DropMaterial(
                    step="pension", materials=("identity", "cremation-proof", "cancellation-proof")
                ),
                *without_papers(
                    ("identity", "cancellation-proof"), "medical-account", "housing-fund"
                ),
                DropMaterial(step="real-estate", materials=("identity", "cremation-proof")),
                *by_system("pension", "pension-sign-off", "medical-account"),
                SetTime(step="housing-fund-sign-off", time=sign_off(0.5, 1, 3)),
                SetRework(step="pension", rework=None),
                *without_visits("household-cancellation", "housing-fund", "real-estate"),
            ),
        ),
    ),
    notes=text(
        "第100项只列主题，环节为假设；不动产继承在本流程只到申请，后续见非公证继承登记。",
        "Item 100 names the theme only; inheritance itself is the non-notarised process.",
    ),
)
