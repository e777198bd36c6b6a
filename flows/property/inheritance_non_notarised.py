"""非公证继承登记: proofs gathered side by side, a pledge where they cannot be had."""

from flows.property.shared import (
    KINSHIP_PROOF,
    NOTICE,
    NOTICE_PERIOD,
    certificate,
    fetched,
    pledge,
    proof,
    registration_limit,
    registry_review,
)
from flows.shared import (
    AT_ONCE,
    DEATH_PROOF,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    TITLE,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    outside_days,
    own_days,
    review,
    sign_off,
)
from flows.steps import by_system
from models.base import text
from models.condition import AllOf, Compare, Is, Not, NumberAttribute
from models.distributions import Triangular
from models.edits import AddStep, DropMaterial, RunParallel, SetCondition, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

CREMATION = material("cremation-proof", "火化证明", "Cremation certificate")
AGREEMENT = material("heirs-agreement", "继承人分配协议", "The heirs' agreement")
PARENTS_PROOF = material("parents-death-proof", "被继承人父母死亡证明", "Death of the parents")
OTHER_PROOF = material("other-proof", "其他难以获取的证明", "Other proof hard to get")
ADMINISTRATOR = material("administrator-proof", "遗产管理人身份证明", "Administrator's proof")
HEARING_PAPERS = (IDENTITY, TITLE, DEATH_PROOF, KINSHIP_PROOF, CREMATION, AGREEMENT)

NO_PARENTS_PROOF = Is(attribute="no-parents-proof")
NO_OTHER_PROOF = Is(attribute="no-other-proof")
PLEDGE_ALLOWED = Is(attribute="pledge-allowed")
ADMINISTERED = Is(attribute="administered")
REACHED_80 = Compare(attribute="age-at-death", operator=">=", value=80, source=plan(33))
PLEDGED = AllOf(conditions=(NO_OTHER_PROOF, PLEDGE_ALLOWED))
SOUGHT = AllOf(conditions=(NO_OTHER_PROOF, Not(condition=PLEDGE_ALLOWED)))
PARENTS_SOUGHT = AllOf(conditions=(NO_PARENTS_PROOF, Not(condition=REACHED_80)))
PLEDGED_80 = AllOf(conditions=(NO_PARENTS_PROOF, REACHED_80))
FETCHED = ("hospital-proof", "court-proof", "employer-proof")
PROOFS = (*FETCHED, "police-proof", "civil-proof", "town-proof", "community-proof")

PROCESS = Process(
    slug="inheritance-non-notarised",
    name=text("非公证继承登记", "Non-notarised inheritance registration"),
    family="property",
    lead="natural-resources",
    items=(32, 33, 34, 37),
    attributes=(
        NumberAttribute(
            slug="age-at-death",
            name=text("被继承人死亡时年龄", "Age of the deceased at death"),
            unit=text("周岁", "years"),
            distribution=Triangular(low=40, mode=86, high=103),
            source=assumed("死亡年龄分布估计，约半数年满80周岁 (about half reached 80)"),
        ),
        flag("no-parents-proof", "难以取得其父母死亡证明", "Parents' death cannot be proved", 0.5),
        flag("no-other-proof", "其他证明难以取得", "Other proof is hard to get", 0.2),
        flag("pledge-allowed", "符合告知承诺条件", "Conditions of a pledge are met", 0.7),
        flag("court-facts", "亲属关系涉及裁判文书", "Kinship turns on a judgment", 0.08),
        flag("had-employer", "被继承人有工作单位", "The deceased had an employer", 0.55),
        flag("administered", "已确定遗产管理人", "There is an estate administrator", 0.06),
        flag("false-pledge", "事后查明承诺不实", "The pledge proves false", 0.01),
    ),
    steps=(
        Step(
            slug="application",
            name=text("申请并列明继承人和房产", "Apply, listing heirs and property"),
            owner="real-estate-registry",
            time=clerk(10, 20, 40),
            materials=(FORM, IDENTITY, TITLE),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        proof(
            "police-proof",
            text("公安：死亡、亲属关系证明", "Police: death and kinship"),
            "public-security",
            clerk(10, 20, 45),
            "application",
        ),
        proof(
            "hospital-proof",
            text("医院：死亡证明", "Hospital: death"),
            "hospital",
            outside_days(0.3),
            "police-proof",
        ),
        proof(
            "civil-proof",
            text("民政：火化、收养、婚姻证明", "Civil affairs: cremation, adoption, marriage"),
            "civil-affairs",
            clerk(10, 15, 30),
            "hospital-proof",
        ),
        proof(
            "court-proof",
            text("法院：相关裁判文书证明", "Court: judgments concerned"),
            "court",
            review(30),
            "civil-proof",
            Is(attribute="court-facts"),
        ),
        proof(
            "town-proof",
            text("乡镇（街道）：证明", "Town: family statement"),
            "towns",
            clerk(10, 15, 30),
            "court-proof",
        ),
        proof(
            "community-proof",
            text("社区（村）：证明", "Community: family statement"),
            "community",
            outside_days(0.4),
            "town-proof",
        ),
        proof(
            "employer-proof",
            text("工作单位：人事档案证明", "Employer: personnel file"),
            "employer",
            outside_days(2),
            "community-proof",
            Is(attribute="had-employer"),
        ),
        Step(
            slug="parents-proof",
            name=text("查找被继承人父母死亡证明", "Search for proof of the parents' death"),
            owner="applicant",
            after=("employer-proof",),
            when=NO_PARENTS_PROOF,
            time=own_days(15, 0.8),
            materials=(PARENTS_PROOF,),
            source=PRACTICE,
        ),
        Step(
            slug="other-proof",
            name=text("查找其他难以取得的证明", "Search for other proof hard to get"),
            owner="applicant",
            after=("parents-proof",),
            when=NO_OTHER_PROOF,
            time=own_days(10, 0.8),
            materials=(OTHER_PROOF,),
            source=PRACTICE,
        ),
        Step(
            slug="hearing",
            name=text("全体继承人到场查验、询问", "All heirs appear and are questioned"),
            owner="real-estate-registry",
            after=("other-proof",),
            time=clerk(30, 60, 120),
            rework=corrected("hearing", 0.25, most=2),
            materials=HEARING_PAPERS,
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        *registry_review(("hearing",), 120, 0.1, PERMIT_HOURS, signed_after="notice"),
        Step(
            slug="notice",
            name=text("登簿前公示", "Public notice before entry"),
            owner="real-estate-registry",
            after=("review",),
            time=NOTICE_PERIOD,
            source=NOTICE,
        ),
        certificate(),
    ),
    limits=(registration_limit(("review", "review-sign-off", "certificate")),),
    reforms=(
        Reform(
            item=32,
            text=text(
                "各机构配合，证明并行取得；登记人员代为调取，其他难取证明可承诺",
                "Proofs are gathered side by side, some by registry staff; others by pledge",
            ),
            edits=(
                RunParallel(steps=PROOFS),
                AddStep(
                    step=Step(
                        slug="fetching",
                        name=text("登记人员外出调取证明", "Registry staff go for the proofs"),
                        owner="real-estate-registry",
                        after=("application",),
                        time=field_work("real-estate-registry", 60, 120, 240),
                        source=plan(32),
                    ),
                    before=FETCHED,
                ),
                *fetched(*FETCHED),
                SetCondition(step="other-proof", when=SOUGHT),
                AddStep(
                    step=pledge(
                        "other-pledge",
                        text("承诺代替其他难取得的证明", "Pledge in place of other proof"),
                        PROOFS,
                        PLEDGED,
                        32,
                    ),
                    before=("hearing",),
                ),
            ),
        ),
        Reform(
            item=33,
            text=text(
                "死亡时年满80周岁的，书面承诺代替其父母死亡证明",
                "Deceased at 80 or more: a pledge replaces proof of the parents' death",
            ),
            edits=(
                SetCondition(step="parents-proof", when=PARENTS_SOUGHT),
                AddStep(
                    step=pledge(
                        "parents-pledge",
                        text("承诺代替父母死亡证明", "Pledge in place of the parents' proof"),
                        PROOFS,
                        PLEDGED_80,
                        33,
                    ),
                    before=("hearing",),
                ),
                AddStep(
                    step=Step(
                        slug="liability",
                        name=text("承诺不实追究责任", "Hold the heirs to a false pledge"),
                        owner="real-estate-registry",
                        after=("certificate",),
                        when=AllOf(conditions=(PLEDGED_80, Is(attribute="false-pledge"))),
                        time=review(150),
                        source=plan(33),
                    )
                ),
            ),
        ),
        Reform(
            item=34,
            text=text(
                "遗产管理人查验后代为申请，不必全体继承人到场",
                "A verified estate administrator applies; the heirs need not all appear",
            ),
            edits=(
                SetCondition(step="hearing", when=Not(condition=ADMINISTERED)),
                AddStep(
                    step=Step(
                        slug="administrator-check",
                        name=text("查验遗产管理人资格", "Check the estate administrator"),
                        owner="real-estate-registry",
                        after=("other-proof",),
                        when=ADMINISTERED,
                        time=clerk(25, 40, 80),
                        materials=(IDENTITY, TITLE, DEATH_PROOF, ADMINISTRATOR),
                        visit=NEXT_OFFICE,
                        channel="window",
                        source=plan(34),
                    ),
                    before=("review",),
                ),
            ),
        ),
        Reform(
            item=37,
            text=text(
                "火化、收养信息嵌入业务系统，审核和签批加快",
                "Cremation and adoption data are read by the system; review, sign-off are quicker",
            ),
            edits=(
                *by_system("civil-proof"),
                DropMaterial(step="civil-proof", materials=("identity",)),
                DropMaterial(step="hearing", materials=("cremation-proof",)),
                SetTime(step="review", time=review(75)),
                SetTime(step="review-sign-off", time=sign_off(*SHORT_HOURS)),
            ),
        ),
    ),
    notes=text(
        "承诺条件、遗产管理人要件方案未定；由谁调取哪份证明为假设。方案无时限。",
        "Conditions of a pledge, of the administrator and who fetches what are assumptions.",
    ),
)
