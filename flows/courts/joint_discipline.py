"""失信联合惩戒与信用修复: one platform carries the sanction to every office, and its end."""

from flows.courts.shared import DEFAULTER_RULES
from flows.limits import working_days
from flows.shared import (
    BRIEF_HOURS,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    SHORT_HOURS,
    clerk,
    corrected,
    flag,
    material,
    outside_days,
    own_days,
    review,
    sign_off,
)
from flows.steps import by_system, signed, timed
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropMaterial, DropVisit, SetOwner, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, plan_body, statute
from models.step import Step

PERFORMANCE = material("performance-proof", "履行义务证明", "Proof of performance")
COURT_PROOF = material("court-proof", "法院屏蔽失信信息证明", "Court's proof of deletion")
DEFAULTERS = assumed("失信主体构成估计 (make-up of defaulters)")
LEVELS = assumed("逐级报送用时估计 (time to pass the list up the levels)")
CURED = Is(attribute="cures")

PROCESS = Process(
    slug="joint-discipline",
    name=text("失信联合惩戒与信用修复", "Joint discipline and credit repair"),
    family="courts",
    lead="credit-office",
    items=(63,),
    body="二(二)3",
    attributes=(
        flag("cures", "履行义务后申请修复", "Performs and asks for repair", 0.35, DEFAULTERS),
        flag(
            "public-body", "失信主体为政府机构", "The defaulter is a public body", 0.03, DEFAULTERS
        ),
    ),
    steps=(
        *signed(
            Step(
                slug="listing",
                name=text("法院决定列入失信名单", "Court lists the defaulter"),
                owner="court",
                time=review(45),
                source=statute(DEFAULTER_RULES, "第一条"),
            ),
            COUNTER_HOURS,
        ),
        Step(
            slug="notification",
            name=text("向各部门逐家通报", "Notify each department"),
            owner="court",
            after=("listing-sign-off",),
            time=clerk(20, 40, 80),
            source=PRACTICE,
        ),
        Step(
            slug="collection",
            name=text("信用信息登记归集", "Collect the credit record"),
            owner="credit-office",
            after=("notification",),
            time=clerk(10, 20, 40),
            source=PRACTICE,
        ),
        Step(
            slug="reporting-up",
            name=text("逐级报送市、省", "Report to city and province"),
            owner="home-office",
            after=("collection",),
            time=outside_days(8, source=LEVELS),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="sanction",
                name=text("实施联合惩戒", "Joint sanction"),
                owner="credit-office",
                after=("reporting-up",),
                time=review(60),
                source=plan(63),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="performance",
            name=text("履行义务", "Perform the duty"),
            owner="applicant",
            after=("sanction-sign-off",),
            when=CURED,
            time=own_days(90, 0.7),
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="deletion",
                name=text("法院删除失信信息", "Court deletes the entry"),
                owner="court",
                after=("performance",),
                when=CURED,
                time=review(40),
                materials=(FORM, IDENTITY, PERFORMANCE),
                visit=NEXT_OFFICE,
                channel="window",
                source=statute(DEFAULTER_RULES, "第十条"),
            ),
            BRIEF_HOURS,
        ),
        *signed(
            Step(
                slug="repair",
                name=text("信用修复", "Credit repair"),
                owner="credit-office",
                after=("deletion-sign-off",),
                when=CURED,
                time=review(40),
                rework=corrected("repair", 0.2, most=2),
                materials=(FORM, IDENTITY, PERFORMANCE, COURT_PROOF),
                visit=NEXT_OFFICE,
                channel="window",
                source=plan_body("二(二)3"),
            ),
            PERMIT_HOURS,
        ),
        Step(
            slug="lifting",
            name=text("各部门解除惩戒", "Departments lift the sanction"),
            owner="credit-office",
            after=("repair-sign-off",),
            when=CURED,
            time=clerk(20, 40, 80),
            source=PRACTICE,
        ),
    ),
    limits=(
        working_days(
            "deletion-limit",
            text("删除失信信息", "Deletion of the entry"),
            3,
            ("deletion", "deletion-sign-off"),
            statute(DEFAULTER_RULES, "第十条"),
            reading=assumed("自申请人提交履行证明起 (from the proof of performance)"),
        ),
    ),
    reforms=(
        Reform(
            item=63,
            text=text(
                "依托联合惩戒平台自动推送各级各部门，修复一次申请、签批从简、自动解除",
                "A shared platform carries listing, sanction and repair, which is signed sooner",
            ),
            edits=(
                *by_system("notification"),
                SetOwner(step="collection", owner="big-data"),
                *by_system("collection"),
                SetOwner(step="reporting-up", owner="big-data"),
                *by_system("reporting-up", seconds=300),
                SetTime(step="sanction", time=review(25)),
                DropVisit(step="repair", channel="online"),
                DropMaterial(
                    step="repair", materials=("identity", "performance-proof", "court-proof")
                ),
                SetRework(step="repair", rework=corrected("repair", 0.05)),
                SetTime(step="repair", time=review(15)),
                *by_system("lifting"),
                AddStep(
                    step=Step(
                        slug="public-body-notice",
                        name=text("政府机构失信督促履行", "Press a public body to perform"),
                        owner="credit-office",
                        after=("reporting-up",),
                        when=Is(attribute="public-body"),
                        time=review(90),
                        source=assumed("事项名为政务诚信，单列督促环节 (from the item's title)"),
                    ),
                    before=("performance",),
                ),
                *timed(sign_off(*SHORT_HOURS), "sanction-sign-off", "repair-sign-off"),
            ),
        ),
    ),
    notes=text(
        "第63项写惩戒平台，信用修复依据方案正文；修复办理期限方案未定。",
        "Item 63 is about the platform; repair rests on the body of the plan. The plan sets no "
        "time for repair.",
    ),
)
