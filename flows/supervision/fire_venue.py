"""公众聚集场所消防承诺许可与抽查: pledge permits, lighter inspection, first-fault grace."""

from flows.limits import completed, working_days
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    JOINT_HOURS,
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
    own_days,
    review,
    system_seconds,
)
from flows.steps import added, by_system, only_when, signed
from flows.supervision.shared import ART_45, FINDINGS, lab_test, penalty_law
from models.base import text
from models.condition import AllOf, AnyOf, Is, Not
from models.edits import AddStep, DropVisit, PledgeInsteadOfProof, SetCondition, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

DRAWINGS = material("venue-drawings", "平面布置和消防设施图", "Drawings of the venue")
ACCEPTANCE = material("fire-acceptance", "消防验收文件", "Fire acceptance papers")
TEST_REPORT = material("fire-test", "消防设施检测报告", "Test report on fire equipment")
PLEDGE = material("fire-pledge", "消防安全告知承诺书", "Fire-safety pledge")
MATTERS = assumed("许可与抽查件数构成估计 (permits against inspections)")
FIRE_LAW = statute("消防法", "第十五条")
FIXING = own_days(10)
FULL_CHECK = field_work("fire-rescue", 90, 120, 240)

PERMIT = Is(attribute="matter", value="permit")
INSPECTION = Is(attribute="matter", value="inspection")
PLEDGED = AllOf(conditions=(PERMIT, Is(attribute="pledges")))
CHECKED_FIRST = AllOf(conditions=(PERMIT, Not(condition=Is(attribute="pledges"))))
SEVERE = AllOf(conditions=(INSPECTION, Is(attribute="finding", value="severe")))
FIRST_FAULT = AllOf(conditions=(INSPECTION, Is(attribute="finding", value="first-fault")))
REJECTED = AllOf(conditions=(PERMIT, Is(attribute="bad-agency")))
JOINTLY = AllOf(conditions=(INSPECTION, Is(attribute="product-check")))
FAULT = AnyOf(conditions=(SEVERE, FIRST_FAULT))
ANY_FAULT = AllOf(conditions=(INSPECTION, Not(condition=Is(attribute="finding", value="none"))))

PROCESS = Process(
    slug="fire-venue",
    name=text("公众聚集场所消防承诺许可与抽查", "Public-venue fire pledge and inspection"),
    family="supervision",
    lead="fire-rescue",
    items=(127,),
    attributes=(
        choice("matter", "事项", "Matter", {"permit": 0.35, "inspection": 0.65}, MATTERS),
        flag("pledges", "告知承诺", "Pledges", 0.85, MATTERS),
        flag("bad-agency", "失信机构检测报告", "Blacklisted agency", 0.03, FINDINGS),
        choice(
            "finding",
            "抽查发现",
            "Finding of the inspection",
            {"none": 0.5, "minor": 0.22, "first-fault": 0.22, "severe": 0.06},
            FINDINGS,
        ),
        flag("product-check", "联合检查", "Joint check", 0.1, MATTERS),
    ),
    steps=(
        Step(
            slug="application",
            name=text("申请营业前消防安全检查", "Apply for the check before opening"),
            owner="fire-rescue",
            when=PERMIT,
            time=clerk(15, 25, 45),
            rework=corrected("application", 0.25, most=2),
            materials=(FORM, IDENTITY, LICENCE_COPY, DRAWINGS, ACCEPTANCE, TEST_REPORT),
            visit=AT_ONCE,
            channel="window",
            source=FIRE_LAW,
        ),
        Step(
            slug="site-check",
            name=text("许可前现场检查", "Check on site before the permit"),
            owner="fire-rescue",
            after=("application",),
            when=PERMIT,
            time=FULL_CHECK,
            rework=corrected("site-check", 0.25, most=2),
            source=FIRE_LAW,
        ),
        *signed(
            Step(
                slug="decision",
                name=text("作出许可决定", "Decide on the permit"),
                owner="fire-rescue",
                after=("site-check",),
                when=PERMIT,
                time=review(60),
                produces=(text("消防安全检查意见书", "Fire-safety permit"),),
                source=FIRE_LAW,
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="collection",
            name=text("领取意见书", "Collect the permit"),
            owner="fire-rescue",
            after=("decision-sign-off",),
            when=PERMIT,
            time=clerk(3, 5, 10),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="draw",
            name=text("抽取检查对象和人员", "Draw venue and inspectors"),
            owner="fire-rescue",
            when=INSPECTION,
            time=clerk(15, 30, 60),
            source=plan(127),
        ),
        Step(
            slug="inspection",
            name=text("现场监督检查", "Inspect on site"),
            owner="fire-rescue",
            after=("draw",),
            when=INSPECTION,
            time=FULL_CHECK,
            source=plan(127),
        ),
        *signed(
            Step(
                slug="penalty",
                name=text("临时查封或处罚", "Seal or punish"),
                owner="fire-rescue",
                after=("inspection",),
                when=ANY_FAULT,
                time=review(240),
                source=plan(127),
            ),
            JOINT_HOURS,
        ),
        Step(
            slug="fixing",
            name=text("场所整改", "The venue mends the fault"),
            owner="applicant",
            after=("penalty-sign-off",),
            when=FAULT,
            time=FIXING,
            source=plan(127),
        ),
        Step(
            slug="recheck",
            name=text("复查", "Check again"),
            owner="fire-rescue",
            after=("fixing",),
            when=FAULT,
            time=field_work("fire-rescue", 45, 60, 120),
            source=PRACTICE,
        ),
        Step(
            slug="record",
            name=text("登记归档", "Record and file"),
            owner="fire-rescue",
            after=("collection", "recheck"),
            time=clerk(10, 20, 40),
            source=PRACTICE,
        ),
    ),
    limits=(
        working_days(
            "site-check-limit",
            text("不承诺的十个工作日内检查", "Check where there is no pledge"),
            10,
            "site-check",
            FIRE_LAW,
            completed("application"),
            assumed("受理即申请环节办结 (acceptance: the application step is done)"),
        ),
        penalty_law("penalty"),
    ),
    reforms=(
        Reform(
            item=127,
            text=text(
                "承诺即许可、免逐级签批、事后核查；资料共享、网上先查；首查不罚限期整改",
                "Pledge, no sign-off, check later; shared files, online first; first fault: time",
            ),
            edits=(
                PledgeInsteadOfProof(
                    step="application",
                    replaces=("venue-drawings", "fire-acceptance", "fire-test"),
                    pledge=PLEDGE,
                ),
                SetCondition(step="site-check", when=CHECKED_FIRST),
                *added(
                    Step(
                        slug="shared-files",
                        name=text("共享审图、验收结果", "Share drawing and acceptance results"),
                        owner="housing-construction",
                        after=("application",),
                        when=PERMIT,
                        time=system_seconds(60),
                        source=plan(127),
                    ),
                    Step(
                        slug="report-rejection",
                        name=text("不采纳失信机构检测报告", "Reject a blacklisted agency's report"),
                        owner="housing-construction",
                        after=("shared-files",),
                        when=REJECTED,
                        time=system_seconds(60),
                        source=plan(127),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="new-test",
                        name=text("另行检测", "A new test by another agency"),
                        owner="lab",
                        after=("report-rejection",),
                        when=REJECTED,
                        time=lab_test(5, excluded=ART_45),
                        source=PRACTICE,
                    ),
                    before=("decision",),
                ),
                SetTime(step="decision", time=on_the_spot()),
                SetTime(step="decision-sign-off", time=system_seconds(10)),
                DropVisit(step="collection"),
                AddStep(
                    step=Step(
                        slug="later-check",
                        name=text("承诺场所事后核查", "Check the pledge on site later"),
                        owner="fire-rescue",
                        after=("collection",),
                        when=PLEDGED,
                        time=FULL_CHECK,
                        source=FIRE_LAW,
                    ),
                    before=("record",),
                ),
                *by_system("draw"),
                AddStep(
                    step=Step(
                        slug="online-check",
                        name=text("网上核查可得内容", "Check online what can be had there"),
                        owner="fire-rescue",
                        after=("draw",),
                        when=INSPECTION,
                        time=system_seconds(300),
                        source=plan(127),
                    ),
                    before=("inspection",),
                ),
                SetTime(step="inspection", time=field_work("fire-rescue", 45, 70, 120)),
                *only_when(SEVERE, "penalty", "penalty-sign-off"),
                AddStep(
                    step=Step(
                        slug="grace",
                        name=text("首查不罚、责令限期改正", "First fault: time to mend, no fine"),
                        owner="fire-rescue",
                        after=("inspection",),
                        when=FIRST_FAULT,
                        time=clerk(15, 25, 45),
                        source=plan(127),
                    ),
                    before=("fixing",),
                ),
                AddStep(
                    step=Step(
                        slug="joint-product-check",
                        name=text("消防产品联合检查", "Joint check of fire products"),
                        owner="market-regulation",
                        after=("draw",),
                        when=JOINTLY,
                        time=field_work("market-regulation", 45, 60, 120),
                        source=plan(127),
                    ),
                    before=("record",),
                ),
            ),
        ),
    ),
    notes=text(
        "许可与抽查分为两类件，共用归档。告知承诺2021年已入消防法，改革前按先查后许模拟。"
        "承诺、整改期限方案无数字；重点场所每年至少抽查一次是频次，不是时限。",
        "Permit and inspection are two kinds of case. The pledge has been law since 2021; as-is is "
        "modelled as check first. The plan gives no days; one inspection a year is a frequency.",
    ),
)
