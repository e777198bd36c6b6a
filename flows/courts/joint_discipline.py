"""失信联合惩戒与信用修复: one platform carries the sanction to every office, and its end."""

from flows.courts.shared import DEFAULTER_RULES, outside
from flows.shared import (
    APPLICANT,
    FORM,
    IDENTITY,
    NEXT_OFFICE,
    PRACTICE,
    clerk,
    corrected,
    material,
    review,
    system_seconds,
)
from models.base import text
from models.condition import FlagAttribute, Is
from models.distributions import Lognormal
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    SetOwner,
    SetRework,
    SetTime,
)
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, plan_body, statute
from models.step import Step
from models.step_time import ApplicantTime, days

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
        FlagAttribute(
            slug="cures",
            name=text("履行义务后申请修复", "Performs and asks for repair"),
            share=0.35,
            source=DEFAULTERS,
        ),
        FlagAttribute(
            slug="public-body",
            name=text("失信主体为政府机构", "The defaulter is a public body"),
            share=0.03,
            source=DEFAULTERS,
        ),
    ),
    steps=(
        Step(
            slug="listing",
            name=text("法院决定列入失信名单", "Court lists the defaulter"),
            owner="court",
            time=review(45),
            source=statute(DEFAULTER_RULES, "第一条"),
        ),
        Step(
            slug="notification",
            name=text("向各部门逐家通报", "Notify each department"),
            owner="court",
            after=("listing",),
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
            time=outside(8, LEVELS),
            source=PRACTICE,
        ),
        Step(
            slug="sanction",
            name=text("实施联合惩戒", "Joint sanction"),
            owner="credit-office",
            after=("reporting-up",),
            time=review(60),
            source=plan(63),
        ),
        Step(
            slug="performance",
            name=text("履行义务", "Perform the duty"),
            owner="applicant",
            after=("sanction",),
            when=CURED,
            time=ApplicantTime(duration=days(Lognormal(median=90, sigma=0.7), APPLICANT)),
            source=PRACTICE,
        ),
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
        Step(
            slug="repair",
            name=text("信用修复", "Credit repair"),
            owner="credit-office",
            after=("deletion",),
            when=CURED,
            time=review(40),
            rework=corrected("repair", 0.2, most=2),
            materials=(FORM, IDENTITY, PERFORMANCE, COURT_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan_body("二(二)3"),
        ),
        Step(
            slug="lifting",
            name=text("各部门解除惩戒", "Departments lift the sanction"),
            owner="credit-office",
            after=("repair",),
            when=CURED,
            time=clerk(20, 40, 80),
            source=PRACTICE,
        ),
    ),
    limits=(
        Limit(
            slug="deletion-limit",
            name=text("删除失信信息", "Deletion of the entry"),
            most=3,
            unit="working_days",
            over=("deletion",),
            source=statute(DEFAULTER_RULES, "第十条"),
            reading=assumed("自申请人提交履行证明起 (from the proof of performance)"),
        ),
    ),
    reforms=(
        Reform(
            item=63,
            text=text(
                "依托联合惩戒平台自动推送各级各部门，修复一次申请、自动解除",
                "A shared platform carries listing, sanction and repair to all levels at once",
            ),
            edits=(
                Automate(step="notification", duration=system_seconds().duration),
                SetOwner(step="collection", owner="big-data"),
                Automate(step="collection", duration=system_seconds().duration),
                SetOwner(step="reporting-up", owner="big-data"),
                Automate(step="reporting-up", duration=system_seconds(300).duration),
                SetTime(step="sanction", time=review(25)),
                DropVisit(step="repair", channel="online"),
                DropMaterial(
                    step="repair",
                    materials=("identity", "performance-proof", "court-proof"),
                ),
                SetRework(step="repair", rework=corrected("repair", 0.05)),
                SetTime(step="repair", time=review(15)),
                Automate(step="lifting", duration=system_seconds().duration),
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
            ),
        ),
    ),
    notes=text(
        "第63项写惩戒平台，信用修复依据方案正文；修复办理期限方案未定。",
        "Item 63 is about the platform; repair rests on the body of the plan. The plan sets no "
        "time for repair.",
    ),
)
