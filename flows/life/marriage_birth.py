"""婚育一件事: after the wedding or the birth, one form instead of office after office."""

from flows.life.shared import (
    HOUSEHOLD,
    by_system,
    flag,
    one_form,
    outside_days,
    shared_at,
    without_visits,
)
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    on_the_spot,
    review,
)
from models.base import text
from models.condition import AllOf, ChoiceAttribute, Is
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
INSURANCE_RULES = "社会保险经办条例"

PROCESS = Process(
    slug="marriage-birth",
    name=text("婚育一件事", "Marriage and birth in one go"),
    family="life",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        ChoiceAttribute(
            slug="event",
            name=text("事由", "Event"),
            options={"marriage": 0.45, "birth": 0.55},
            source=assumed("结婚与生育办件比例估计 (share of the two events)"),
        ),
        flag("insured-mother", "母亲参加生育保险", "The mother is insured", 0.5),
    ),
    steps=(
        Step(
            slug="marriage",
            name=text("结婚登记", "Register the marriage"),
            owner="civil-affairs",
            when=WEDDING,
            time=clerk(15, 25, 50),
            materials=(IDENTITY, HOUSEHOLD),
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
            materials=(FORM, IDENTITY, HOUSEHOLD, MARRIAGE_PROOF),
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
            materials=(FORM, IDENTITY, HOUSEHOLD, MARRIAGE_PROOF),
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
            materials=(FORM, IDENTITY, HOUSEHOLD, MARRIAGE_PROOF, BIRTH_PROOF),
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
            materials=(FORM, IDENTITY, HOUSEHOLD),
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
            materials=(FORM, IDENTITY, HOUSEHOLD),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("社会保障卡", "Social security card"),),
            source=PRACTICE,
        ),
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
        Limit(
            slug="newborn-registration",
            name=text("新生儿参保登记", "Newborn's insurance"),
            most=10,
            unit="working_days",
            over=("newborn-insurance",),
            source=statute(INSURANCE_RULES, "第六条", "个人登记10个工作日，2023年12月1日起"),
        ),
        Limit(
            slug="allowance-review",
            name=text("生育津贴审核", "Maternity allowance"),
            most=10,
            unit="working_days",
            over=("allowance",),
            source=statute(INSURANCE_RULES, "第二十条", "10个工作日，2023年12月1日起"),
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
                    step=one_form(("birth-certificate",), BIRTH, (FORM, IDENTITY, HOUSEHOLD)),
                    before=("household-entry",),
                ),
                DropMaterial(step="household-entry", materials=(*PAPERS, "marriage-certificate")),
                DropMaterial(step="newborn-insurance", materials=PAPERS),
                DropMaterial(step="card", materials=PAPERS),
                DropMaterial(step="allowance", materials=("application-form", "identity")),
                SetTime(step="household-entry", time=on_the_spot(8, 15, 30)),
                *by_system("newborn-insurance"),
                Resequence(step="card", after=("household-entry",)),
                SetTime(step="card", time=on_the_spot()),
                Resequence(step="allowance", after=("one-form",)),
                *shared_at("one-form", "birth-certificate", "medical-records"),
                *without_visits("household-entry", "card", "allowance"),
            ),
        ),
    ),
    notes=text(
        "第100项只列主题，环节为假设；婚与育分为两类办件，孕期不计入流程。",
        "Item 100 names the theme only; wedding and birth are two kinds of case.",
    ),
)
