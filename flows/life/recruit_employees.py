"""企业招收员工一件事: six filings of the employer become one form with data passed on."""

from flows.life.shared import one_form
from flows.shared import (
    AT_ONCE,
    FORM,
    LICENCE_COPY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    flag,
    material,
    on_the_spot,
    outside_days,
    own_days,
    review,
)
from flows.steps import by_system, resequenced, shared_at, without_visits
from models.base import text
from models.condition import Is, Not
from models.edits import AddStep, DropMaterial, DropVisit, Resequence, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import statute
from models.step import Step

ROSTER = material("staff-roster", "新招员工花名册", "List of the new staff")
CONTRACT = material("labour-contract", "劳动合同", "Labour contracts")
COMMON = (FORM, LICENCE_COPY, ROSTER)

ELSEWHERE = Is(attribute="file-elsewhere")
NO_CARD = Not(condition=Is(attribute="has-card"))

PROCESS = Process(
    slug="recruit-employees",
    name=text("企业招收员工一件事", "Hiring employees in one go"),
    family="life",
    lead="approval-reform",
    items=(100,),
    body="二(三)2",
    attributes=(
        flag("file-elsewhere", "人事档案存于外地", "The personnel file is elsewhere", 0.15),
        flag("has-card", "已持有社会保障卡", "A social security card is held already", 0.85),
    ),
    steps=(
        Step(
            slug="contract",
            name=text("签订劳动合同", "Sign the labour contract"),
            owner="employer",
            time=own_days(1),
            produces=(text("劳动合同", "Labour contract"),),
            source=statute("劳动合同法", "第十条"),
        ),
        Step(
            slug="employment-registration",
            name=text("就业登记、用工备案", "Employment registration"),
            owner="hrss",
            after=("contract",),
            time=clerk(10, 20, 40),
            rework=corrected("employment-registration", 0.1),
            materials=(*COMMON, CONTRACT),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="social-insurance",
            name=text("社会保险增员参保", "Join social insurance"),
            owner="hrss",
            after=("employment-registration",),
            time=clerk(15, 25, 50),
            rework=corrected("social-insurance", 0.08),
            materials=COMMON,
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("参保凭证", "Proof of insurance"),),
            source=statute("社会保险法", "第五十八条"),
        ),
        Step(
            slug="medical-insurance",
            name=text("医疗生育保险增员参保", "Join medical insurance"),
            owner="medical-insurance",
            after=("social-insurance",),
            time=clerk(15, 25, 50),
            materials=COMMON,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="contributions",
            name=text("社保费、个税登记", "Register contributions and income tax"),
            owner="tax",
            after=("medical-insurance",),
            time=clerk(10, 20, 40),
            materials=COMMON,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="housing-fund",
            name=text("住房公积金缴存登记", "Housing fund registration"),
            owner="housing-fund",
            after=("contributions",),
            time=clerk(15, 25, 50),
            materials=COMMON,
            visit=NEXT_OFFICE,
            channel="window",
            source=statute("住房公积金管理条例", "第十五条"),
        ),
        Step(
            slug="file-request",
            name=text("申请档案转递、开具调档函", "Ask for the personnel file"),
            owner="hrss",
            after=("housing-fund",),
            when=ELSEWHERE,
            time=clerk(10, 15, 30),
            materials=(FORM, CONTRACT),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="file-transfer",
            name=text("原存档机构转递档案", "The former keeper sends the file"),
            owner="home-office",
            after=("file-request",),
            when=ELSEWHERE,
            time=outside_days(7),
            source=PRACTICE,
        ),
        Step(
            slug="file-intake",
            name=text("审核接收档案", "Examine and take in the file"),
            owner="hrss",
            after=("file-transfer",),
            when=ELSEWHERE,
            time=review(40),
            source=PRACTICE,
        ),
        Step(
            slug="card",
            name=text("社会保障卡申领", "Issue the social security card"),
            owner="hrss",
            after=("housing-fund",),
            when=NO_CARD,
            time=clerk(10, 20, 40),
            materials=(FORM, ROSTER),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("社会保障卡", "Social security card"),),
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=100,
            text=text(
                "一表一窗收齐招工信息，参保、公积金、个税由系统流转办理",
                "One form at one window; insurance, fund and tax follow from the data",
            ),
            edits=(
                AddStep(step=one_form(), before=("contract",)),
                *shared_at("one-form", "application-form", "licence-copy", "staff-roster"),
                DropMaterial(step="employment-registration", materials=("labour-contract",)),
                Resequence(step="employment-registration", after=("one-form",)),
                SetTime(step="employment-registration", time=on_the_spot()),
                *resequenced(
                    "employment-registration",
                    "social-insurance",
                    "medical-insurance",
                    "housing-fund",
                ),
                Resequence(step="contributions", after=("social-insurance", "medical-insurance")),
                *by_system("social-insurance", "medical-insurance"),
                *by_system("housing-fund", "contributions"),
                SetRework(step="social-insurance", rework=None),
                Resequence(step="file-request", after=("employment-registration",)),
                *without_visits("employment-registration", "file-request"),
                Resequence(step="card", after=("social-insurance",)),
                SetTime(step="card", time=on_the_spot()),
                DropVisit(step="card", channel="post"),
            ),
        ),
    ),
    notes=text(
        "第100项只列主题，各环节均为假设；用工30日内登记是单位义务，不是办理时限，故不设限。",
        "Item 100 names the theme only. The employer's 30 days are his duty, not an office's.",
    ),
)
