"""企业问题交办反馈督查: a firm's problem is collected, assigned, answered and followed up."""

from flows.shared import (
    AT_ONCE,
    NEXT_OFFICE,
    PRACTICE,
    SHARES,
    choice,
    clerk,
    corrected,
    field_work,
    flag,
    material,
    review,
)
from flows.steps import added
from models.base import text
from models.condition import Chance, Is
from models.edits import AddStep, RemoveStep, SetCondition, SetOwner, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

STATEMENT = material("problem-statement", "问题说明", "Statement of the problem")

WRONG_DOOR = Chance(share=0.35, source=SHARES)
SEVERAL = Is(attribute="several-departments")
UNSOLVED = assumed("企业不满意、需重办的比例估计 (share not satisfied)")

PROCESS = Process(
    slug="enterprise-issue-handling",
    name=text("企业问题交办反馈督查", "Firm problem: assign, reply, follow up"),
    family="service",
    lead="service-center",
    items=(94, 143),
    attributes=(
        choice(
            "channel",
            "问题来源",
            "Where the problem comes from",
            {"visit": 0.3, "hotline": 0.35, "express": 0.2, "window": 0.15},
        ),
        flag("several-departments", "涉及多个部门", "Several departments are concerned", 0.25),
    ),
    steps=(
        Step(
            slug="report",
            name=text("企业到部门（窗口）反映问题", "The firm brings its problem to an office"),
            owner="matter-dept",
            time=clerk(10, 20, 40),
            materials=(STATEMENT,),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="registration",
            name=text("登记、分类、确定主办", "Register, sort and name the owner"),
            owner="matter-dept",
            after=("report",),
            time=clerk(5, 10, 20),
            source=PRACTICE,
        ),
        Step(
            slug="redirection",
            name=text("非本部门职责，企业改找他部门", "Wrong door: on to another office"),
            owner="matter-dept",
            after=("registration",),
            when=WRONG_DOOR,
            time=clerk(10, 20, 40),
            materials=(STATEMENT,),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="consultation",
            name=text("多部门会商", "Departments consult each other"),
            owner="matter-dept",
            after=("redirection",),
            when=SEVERAL,
            time=review(150),
            source=PRACTICE,
        ),
        Step(
            slug="solving",
            name=text("责任部门办理", "The department in charge solves it"),
            owner="matter-dept",
            after=("consultation",),
            time=review(180, 0.8),
            rework=corrected("solving", 0.3, most=2, source=UNSOLVED),
            source=PRACTICE,
        ),
        Step(
            slug="reply",
            name=text("答复（反馈）企业", "Reply to the firm"),
            owner="matter-dept",
            after=("solving",),
            time=clerk(10, 20, 40),
            channel="online",
            source=PRACTICE,
        ),
    ),
    reforms=(
        Reform(
            item=143,
            text=text(
                "常态走访、12345和政企直通车主动收集问题，企业不必上门",
                "Visits, the hotline and the express channel collect problems from the firm",
            ),
            edits=(
                SetCondition(step="report", when=Is(attribute="channel", value="window")),
                *added(
                    Step(
                        slug="firm-visit",
                        name=text("走访企业收集问题", "Visit the firm and collect problems"),
                        owner="business-environment-office",
                        when=Is(attribute="channel", value="visit"),
                        time=field_work("business-environment-office", 60, 100, 180),
                        channel="window",
                        source=plan(143),
                    ),
                    Step(
                        slug="hotline",
                        name=text("12345热线收集", "Collect over the 12345 hotline"),
                        owner="service-center",
                        when=Is(attribute="channel", value="hotline"),
                        time=clerk(5, 10, 20),
                        channel="online",
                        source=plan(143),
                    ),
                    Step(
                        slug="express",
                        name=text("政企直通车收集", "Collect over the express channel"),
                        owner="business-environment-office",
                        when=Is(attribute="channel", value="express"),
                        time=clerk(8, 15, 30),
                        channel="online",
                        source=plan(143),
                    ),
                    before=("registration",),
                ),
            ),
        ),
        Reform(
            item=94,
            text=text(
                "统一登记、交办、督查，反馈后由企业评价，不满意重办",
                "One office registers, assigns and follows up; the firm rates, or it is redone",
            ),
            edits=(
                SetOwner(step="registration", owner="service-center"),
                SetTime(step="registration", time=clerk(10, 20, 35)),
                RemoveStep(step="redirection"),
                AddStep(
                    step=Step(
                        slug="assignment",
                        name=text("交办责任部门", "Assign to the department"),
                        owner="service-center",
                        after=("registration",),
                        time=clerk(8, 15, 30),
                        source=plan(94),
                    ),
                    before=("consultation",),
                ),
                SetOwner(step="consultation", owner="service-center"),
                SetTime(step="consultation", time=clerk(60, 90, 150)),
                SetRework(step="solving", rework=None),
                *added(
                    Step(
                        slug="supervision",
                        name=text("督促检查", "Supervise and inspect"),
                        owner="service-center",
                        after=("assignment",),
                        time=clerk(15, 30, 60),
                        source=plan(94),
                    ),
                    Step(
                        slug="closing",
                        name=text("企业评价、重办或结案", "Rating: redo or close"),
                        owner="service-center",
                        after=("reply", "supervision"),
                        time=clerk(8, 15, 30),
                        rework=corrected("assignment", 0.12, most=2, source=UNSOLVED),
                        channel="online",
                        source=assumed("以企业评价作为结案依据 (rating closes the case)"),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "方案未给时限；企业诉求办理亦无可确认的法定统一期限（信访事项另有规定），故不设限。",
        "The plan sets no period and no statute was found to fix one for firms' problems.",
    ),
)
