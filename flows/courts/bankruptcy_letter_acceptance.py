"""破产案件以函代验: a consent letter after appraisal instead of an acceptance out of reach."""

from flows.courts.shared import ADMINISTRATOR_TIME, ESTATE, RULING
from flows.limits import estate_registration_law
from flows.shared import (
    FORM,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    choice,
    corrected,
    field_work,
    flag,
    material,
    outside_days,
    review,
)
from flows.steps import added, only_when, signed
from models.base import text
from models.condition import AllOf, AnyOf, Is, Not
from models.edits import DropMaterial, RemoveStep, Resequence, SetRework
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

ACCEPTANCE_FILE = material("acceptance-file", "竣工验收资料", "Completion acceptance file")
VERIFICATION_FILE = material("verification-file", "规划、土地核验资料", "Verification file")
REPORT = material("appraisal-report", "质量和消防安全鉴定报告", "Appraisal report")
APPRAISAL_TIME = assumed("鉴定机构用时估计 (time of the appraiser)")
GATHERING = assumed("补齐历史资料用时估计 (time to gather the missing files)")

CONSTRUCTION = AnyOf(
    conditions=(Is(attribute="defect", value="construction"), Is(attribute="defect", value="both"))
)
PLANNING = AnyOf(
    conditions=(Is(attribute="defect", value="planning"), Is(attribute="defect", value="both"))
)
SAFE = AnyOf(conditions=(Is(attribute="safe"), Not(condition=CONSTRUCTION)))
MADE_UP = Is(attribute="files-made-up")

PROCESS = Process(
    slug="bankruptcy-letter-acceptance",
    name=text("破产案件以函代验", "Letter in place of acceptance in bankruptcy"),
    family="courts",
    lead="court",
    items=(53,),
    attributes=(
        choice(
            "defect",
            "缺少的手续",
            "What is missing",
            {"construction": 0.5, "planning": 0.2, "both": 0.3},
            ESTATE,
        ),
        flag("safe", "质量和消防安全合格", "Sound and fire-safe", 0.88, ESTATE),
        flag("files-made-up", "历史资料能够补齐", "Missing files can be made up", 0.4, ESTATE),
    ),
    steps=(
        Step(
            slug="survey",
            name=text("管理人查明工程手续", "Establish what the building lacks"),
            owner="administrator",
            time=outside_days(8, source=ADMINISTRATOR_TIME),
            source=plan(53),
        ),
        Step(
            slug="gather-files",
            name=text("补齐历史资料", "Gather the missing files"),
            owner="administrator",
            after=("survey",),
            time=outside_days(40, 0.7, source=GATHERING),
            source=PRACTICE,
        ),
        Step(
            slug="court-coordination",
            name=text("法院协调确认", "Court confirms and coordinates"),
            owner="court",
            after=("gather-files",),
            time=review(90),
            materials=(RULING,),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="acceptance",
                name=text("补办竣工验收", "Late completion acceptance"),
                owner="housing-construction",
                after=("court-coordination",),
                when=AllOf(conditions=(CONSTRUCTION, MADE_UP)),
                time=field_work("housing-construction", 90, 150, 300),
                rework=corrected("acceptance", 0.5, most=3),
                materials=(FORM, RULING, ACCEPTANCE_FILE),
                visit=NEXT_OFFICE,
                channel="window",
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        *signed(
            Step(
                slug="verification",
                name=text("补办规划、土地核验", "Late planning and land verification"),
                owner="natural-resources",
                after=("acceptance-sign-off",),
                when=AllOf(conditions=(PLANNING, MADE_UP)),
                time=field_work("natural-resources", 90, 150, 300),
                rework=corrected("verification", 0.4, most=3),
                materials=(FORM, RULING, VERIFICATION_FILE),
                visit=NEXT_OFFICE,
                channel="window",
                source=PRACTICE,
            ),
            PERMIT_HOURS,
        ),
        *signed(
            Step(
                slug="registration",
                name=text("办理不动产登记", "Register the real estate"),
                owner="real-estate-registry",
                after=("verification-sign-off",),
                when=AllOf(conditions=(MADE_UP, SAFE)),
                time=review(60),
                rework=corrected("registration", 0.3, most=2),
                materials=(FORM, RULING, ACCEPTANCE_FILE, VERIFICATION_FILE),
                visit=NEXT_OFFICE,
                channel="window",
                produces=(text("不动产权证书", "Certificate of title"),),
                source=plan(53),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="disposal",
            name=text(
                "拍卖变现（未登记的按现状）", "Sell by auction, unregistered ones as they are"
            ),
            owner="administrator",
            after=("registration-sign-off",),
            time=outside_days(45, source=assumed("网络拍卖周期估计 (length of an online auction)")),
            source=statute("企业破产法", "第一百一十二条"),
        ),
    ),
    limits=(
        estate_registration_law(
            ("registration", "registration-sign-off"),
            "registration-law",
            text("不动产登记", "Real-estate registration"),
        ),
    ),
    reforms=(
        Reform(
            item=53,
            text=text(
                "鉴定合格后由住建、资规部门出函，凭函登记，不再补办验收核验",
                "After appraisal a letter of the department replaces acceptance or verification",
            ),
            edits=(
                RemoveStep(step="gather-files"),
                RemoveStep(step="acceptance"),
                RemoveStep(step="acceptance-sign-off"),
                RemoveStep(step="verification"),
                RemoveStep(step="verification-sign-off"),
                *added(
                    Step(
                        slug="appraisal",
                        name=text("质量和消防安全鉴定", "Appraise quality and fire safety"),
                        owner="appraiser",
                        after=("survey",),
                        when=CONSTRUCTION,
                        time=outside_days(20, source=APPRAISAL_TIME),
                        produces=(text("鉴定报告", "Appraisal report"),),
                        source=plan(53),
                    ),
                    Step(
                        slug="planning-review",
                        name=text("梳理规划、土地核验情形", "Sort out planning and land facts"),
                        owner="administrator",
                        after=("survey",),
                        when=PLANNING,
                        time=outside_days(6, source=ADMINISTRATOR_TIME),
                        source=assumed("比照工程情形由管理人提出 (by analogy)"),
                    ),
                    before=("court-coordination",),
                ),
                *added(
                    *signed(
                        Step(
                            slug="construction-letter",
                            name=text("住建部门出具意见函", "Housing department's letter"),
                            owner="housing-construction",
                            after=("court-coordination",),
                            when=AllOf(conditions=(CONSTRUCTION, SAFE)),
                            time=review(90),
                            materials=(RULING, REPORT),
                            channel="online",
                            produces=(text("同意办理意见函", "Letter of consent"),),
                            source=plan(53),
                        ),
                        PERMIT_HOURS,
                    ),
                    *signed(
                        Step(
                            slug="planning-letter",
                            name=text("资规部门出具意见函", "Planning department's letter"),
                            owner="natural-resources",
                            after=("court-coordination",),
                            when=AllOf(conditions=(PLANNING, SAFE)),
                            time=review(90),
                            materials=(RULING,),
                            channel="online",
                            produces=(text("同意办理意见函", "Letter of consent"),),
                            source=plan(53),
                        ),
                        PERMIT_HOURS,
                    ),
                ),
                Resequence(
                    step="registration",
                    after=("construction-letter-sign-off", "planning-letter-sign-off"),
                ),
                *only_when(SAFE, "registration", "registration-sign-off"),
                SetRework(step="registration", rework=corrected("registration", 0.1)),
                DropMaterial(
                    step="registration", materials=("acceptance-file", "verification-file")
                ),
            ),
        ),
    ),
    notes=text(
        "鉴定不合格的不出函、不登记，按现状处置；试点前资料补不齐的同样无法登记。"
        "出函期限方案与法律均未规定。",
        "An unsafe building gets no letter and no registration. Before the pilot a building whose "
        "files could not be made up stayed unregistered too. Nothing limits the time of a letter.",
    ),
)
