"""婚育一件事: after the wedding or the birth, one form instead of office after office."""

from flows.life.shared import INSURANCE_RULES, insurance_registration, one_form
from flows.limits import working_days
from flows.shared import (
    AT_ONCE,
    FORM,
    HOUSEHOLD_BOOK,
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    choice,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    outside_days,
    review,
    sign_off,
)
from flows.steps import by_system, shared_at, signed, without_papers, without_visits
from models.base import text
from models.condition import AllOf, Is
from models.edits import AddStep, DropMaterial, Resequence, SetTime
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, statute
from models.step import Step

MARRIAGE_PROOF = material("marriage-certificate", "结婚证", "Marriage certificate")
BIRTH_PROOF = material("birth-certificate", "出生医学证明", "Birth certificate")
RECORDS = material("medical-records", "病历资料", "Medical records")

WEDDING = Is(attribute="event", value="marriage")
BIRTH = Is(attribute="event", value="birth")
ALLOWANCE = AllOf(conditions=(BIRTH, Is(attribute="insured-mother")))
ON_THE_DAY = assumed("“当场”读作当日60个办公分钟内 (on the spot read as 60 office minutes)")
PAPERS = ("application-form", "identity", "household-book")

PROCESS = Process(
    slug="marriage-birth",
    name=text("婚育一件事", "Marriage and birth in one go"),
    family="life",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        choice("event", "事由", "Event", {"marriage": 0.45, "birth": 0.55}),
        flag("insured-mother", "母亲参加生育保险", "The mother is insured", 0.5),
    ),
    steps=(
        Step(
            slug="marriage",
            name=text("结婚登记", "Register the marriage"),
            owner="civil-affairs",
            when=WEDDING,
            time=clerk(15, 25, 50),
            materials=(IDENTITY, HOUSEHOLD_BOOK),
            visit=AT_ONCE,
            channel="window",
            produces=(text("结婚证", "Marriage certificate"),),
            source=statute("婚姻登记条例", "第四条", "双方共同到场"),
        ),
        Step(
            slug="marital-status",
            name=text("户口婚姻状况变更", "Change the marital status in the register"),
            owner="public-security",
            after=("marriage",),
            when=WEDDING,
            time=clerk(8, 15, 30),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK, MARRIAGE_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="birth-registration",
            name=text("生育登记", "Register the pregnancy"),
            owner="health",
            when=BIRTH,
            time=clerk(10, 15, 30),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK, MARRIAGE_PROOF),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="birth-certificate",
            name=text("签发出生医学证明", "Issue the birth certificate"),
            owner="hospital",
            after=("birth-registration",),
            when=BIRTH,
            time=outside_days(0.5),
            materials=(IDENTITY,),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("出生医学证明", "Birth certificate"),),
            source=PRACTICE,
        ),
        Step(
            slug="household-entry",
            name=text("新生儿落户", "Enter the newborn in the register"),
            owner="public-security",
            after=("birth-certificate",),
            when=BIRTH,
            time=clerk(10, 20, 40),
            rework=corrected("household-entry", 0.1),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK, MARRIAGE_PROOF, BIRTH_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("户口簿内页", "Page of the register"),),
            source=statute("户口登记条例", "第七条"),
        ),
        Step(
            slug="newborn-insurance",
            name=text("新生儿医保参保", "Insure the newborn"),
            owner="medical-insurance",
            after=("household-entry",),
            when=BIRTH,
            time=clerk(10, 15, 30),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="card",
            name=text("新生儿社会保障卡申领", "Issue the newborn's social card"),
            owner="hrss",
            after=("newborn-insurance",),
            when=BIRTH,
            time=clerk(10, 20, 35),
            materials=(FORM, IDENTITY, HOUSEHOLD_BOOK),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("社会保障卡", "Social security card"),),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="allowance",
                name=text("生育津贴、医疗费审核", "Review maternity allowance and costs"),
                owner="medical-insurance",
                after=("card",),
                when=ALLOWANCE,
                time=review(45),
                rework=corrected("allowance", 0.15),
                materials=(FORM, IDENTITY, BIRTH_PROOF, RECORDS),
                visit=NEXT_OFFICE,
                channel="window",
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
    ),
    limits=(
        Limit(
            slug="marriage-at-once",
            name=text("结婚登记（当场）", "Marriage registration (on the spot)"),
            most=60,
            unit="office_minutes",
            over=("marriage",),
            source=statute("婚姻登记条例", "第七条", "2003年条例，当场予以登记"),
            reading=ON_THE_DAY,
        ),
        insurance_registration(
            "newborn-registration",
            text("新生儿参保登记", "Newborn's insurance"),
            "newborn-insurance",
        ),
        working_days(
            "allowance-review",
            text("生育津贴审核", "Maternity allowance"),
            10,
            ("allowance", "allowance-sign-off"),
            statute(INSURANCE_RULES, "第二十条", "10个工作日，2023年12月1日起"),
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "结婚信息自动共享；出生后一表一窗办落户、医保、社保卡和津贴",
                "Marriage data are shared; after a birth one form serves all four matters",
            ),
            edits=(
                *by_system("marital-status"),
                DropMaterial(step="marital-status", materials=(*PAPERS, "marriage-certificate")),
                AddStep(
                    step=one_form(("birth-certificate",), BIRTH, (FORM, IDENTITY, HOUSEHOLD_BOOK)),
                    before=("household-entry",),
                ),
                DropMaterial(step="household-entry", materials=(*PAPERS, "marriage-certificate")),
                *without_papers(PAPERS, "newborn-insurance", "card"),
                DropMaterial(step="allowance", materials=("application-form", "identity")),
                SetTime(step="household-entry", time=on_the_spot(8, 15, 30)),
                *by_system("newborn-insurance"),
                Resequence(step="card", after=("household-entry",)),
                SetTime(step="card", time=on_the_spot()),
                Resequence(step="allowance", after=("one-form",)),
                *shared_at("one-form", "birth-certificate", "medical-records"),
                *without_visits("household-entry", "card", "allowance"),
                SetTime(step="allowance-sign-off", time=sign_off(*SHORT_HOURS)),
            ),
        ),
    ),
    notes=text(
        "第100项只列主题，环节为假设；婚与育分为两类办件，孕期不计入流程。",
        "Item 100 names the theme only; wedding and birth are two kinds of case.",
    ),
)
