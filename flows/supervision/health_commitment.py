"""医疗卫生告知承诺审批: a pledge for every matter, checked after the permit."""

from flows.limits import licensing_law
from flows.shared import (
    APPLICANT,
    AT_ONCE,
    FORM,
    IDENTITY,
    LICENCE_COPY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    on_the_spot,
    review,
    system_seconds,
)
from flows.steps import added, signed
from flows.supervision.shared import ART_45, FINDINGS, lab_test
from models.base import text
from models.condition import AllOf, Is, Not
from models.distributions import Lognormal
from models.edits import (
    AddStep,
    DropVisit,
    MergeSteps,
    PledgeInsteadOfProof,
    RemoveStep,
    Resequence,
    SetRework,
    SetTime,
)
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step
from models.step_time import ApplicantTime, hours

FLOOR_PLAN = material("floor-plan", "场所平面图", "Floor plan")
RULES = material("hygiene-rules", "卫生管理制度", "Hygiene rules")
STAFF = material("staff-papers", "从业人员资格和健康证明", "Staff papers")
PLEDGE = material("health-pledge", "告知承诺书", "Pledge")
MATTERS = assumed("卫生许可事项构成估计 (make-up of the matters)")
CLINIC = Is(attribute="matter", value="clinic")

PROCESS = Process(
    slug="health-commitment",
    name=text("医疗卫生告知承诺审批", "Health approval by pledge"),
    family="supervision",
    lead="health",
    items=(130,),
    attributes=(
        choice(
            "matter",
            "许可事项",
            "Matter",
            {"public-venue": 0.65, "clinic": 0.2, "other": 0.15},
            MATTERS,
        ),
        flag("false-pledge", "承诺不实", "The pledge is false", 0.04, FINDINGS),
        flag("misconduct", "医师不良执业行为", "Misconduct of a physician", 0.05, FINDINGS),
    ),
    steps=(
        Step(
            slug="application",
            name=text("提交许可申请", "Apply for the permit"),
            owner="health",
            time=clerk(15, 25, 45),
            rework=corrected("application", 0.3, most=2),
            materials=(FORM, IDENTITY, LICENCE_COPY, FLOOR_PLAN, RULES, STAFF),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="paper-review",
            name=text("材料审查", "Review the papers"),
            owner="health",
            after=("application",),
            time=review(60),
            rework=corrected("paper-review", 0.2),
            source=PRACTICE,
        ),
        Step(
            slug="hygiene-test",
            name=text("卫生检测", "Hygiene test"),
            owner="lab",
            after=("paper-review",),
            when=Not(condition=CLINIC),
            time=lab_test(7, excluded=ART_45),
            source=PRACTICE,
        ),
        Step(
            slug="site-check",
            name=text("现场核查", "Check on site"),
            owner="health",
            after=("hygiene-test",),
            time=field_work("health", 60, 90, 180),
            rework=corrected("site-check", 0.25, most=2),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="decision",
                name=text("审批决定", "Decide"),
                owner="health",
                after=("site-check",),
                time=review(40),
                source=plan(130),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="issue",
            name=text("发放许可证", "Issue the permit"),
            owner="health",
            after=("decision-sign-off",),
            time=clerk(5, 8, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("卫生许可证或执业证照", "Health permit"),),
            source=statute("公共场所卫生管理条例", "第四条"),
        ),
    ),
    limits=(licensing_law(("paper-review", "decision", "decision-sign-off")),),
    reforms=(
        Reform(
            item=130,
            text=text(
                "全部事项可告知承诺，当场许可、免逐级签批，事后核查，不良执业记分",
                "A pledge in every matter: permit on the spot, no sign-off, check and score later",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="inform",
                        name=text("告知许可条件", "Tell the conditions"),
                        owner="health",
                        time=on_the_spot(),
                        visit=AT_ONCE,
                        channel="window",
                        source=assumed("告知承诺的第一步 (the first step of any pledge)"),
                    )
                ),
                AddStep(
                    step=Step(
                        slug="pledge",
                        name=text("申请人承诺", "The applicant pledges"),
                        owner="applicant",
                        after=("inform",),
                        time=ApplicantTime(
                            duration=hours(Lognormal(median=2, sigma=1.0), APPLICANT)
                        ),
                        source=plan(130),
                    ),
                    before=("application",),
                ),
                PledgeInsteadOfProof(
                    step="application",
                    replaces=("licence-copy", "floor-plan", "hygiene-rules", "staff-papers"),
                    pledge=PLEDGE,
                ),
                DropVisit(step="application", channel="online"),
                SetTime(step="application", time=on_the_spot()),
                SetRework(step="application", rework=corrected("application", 0.08)),
                RemoveStep(step="hygiene-test"),
                Resequence(step="decision", after=("paper-review",)),
                MergeSteps(
                    steps=("paper-review", "decision"),
                    into=Step(
                        slug="decision",
                        name=text("当场审批", "Decide on the spot"),
                        owner="health",
                        time=on_the_spot(),
                        source=plan(130),
                    ),
                ),
                DropVisit(step="issue", channel="online"),
                Resequence(step="site-check", after=("issue",)),
                *added(
                    Step(
                        slug="withdrawal",
                        name=text("承诺不实撤销许可", "Withdraw the permit if the pledge is false"),
                        owner="health",
                        after=("site-check",),
                        when=Is(attribute="false-pledge"),
                        time=review(120),
                        source=assumed("承诺不实的依法撤销 (usual consequence)"),
                    ),
                    Step(
                        slug="misconduct-score",
                        name=text("医师不良执业记分", "Score the physician"),
                        owner="health",
                        after=("site-check",),
                        when=AllOf(conditions=(CLINIC, Is(attribute="misconduct"))),
                        time=clerk(20, 30, 60),
                        source=plan(130),
                    ),
                ),
                SetTime(step="decision-sign-off", time=system_seconds(10)),
            ),
        ),
    ),
    notes=text(
        "检测和现场核查改到许可之后；方案未给承诺审批的时限，沿用行政许可法期限。",
        "Test and check move behind the permit. The plan gives no time for a permit by pledge; the "
        "licensing law's limit stays.",
    ),
)
