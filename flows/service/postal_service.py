"""政邮专窗就近办、专员上门办: the post takes the papers nearby or at home and mails the result."""

from flows.service.shared import acceptance, decision, decision_limit, filing, forwarding, result
from flows.shared import (
    NEXT_OFFICE,
    PERMIT_HOURS,
    PRACTICE,
    choice,
    clerk,
    corrected,
    field_work,
    outside_days,
    review,
)
from flows.steps import added, signed
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropVisit, RemoveStep, SetOwner, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import plan

WINDOW = Is(attribute="channel", value="postal-window")
AT_HOME = Is(attribute="channel", value="home-visit")

PROCESS = Process(
    slug="postal-service",
    name=text("政邮专窗就近办、专员上门办", "Postal window and home visit"),
    family="service",
    lead="service-center",
    items=(91,),
    attributes=(
        choice("channel", "服务方式", "Channel", {"postal-window": 0.8, "home-visit": 0.2}),
    ),
    steps=(
        filing(
            "centre-filing",
            text("到行政服务中心提交材料", "Hand in the papers at the service centre"),
            "service-center",
            clerk(10, 20, 40),
            PRACTICE,
            visit=NEXT_OFFICE,
        ),
        acceptance("matter-dept", "centre-filing", clerk(8, 15, 30)),
        *signed(decision("matter-dept", review(60)), PERMIT_HOURS),
        result("service-center", ("decision-sign-off",), NEXT_OFFICE),
    ),
    limits=(decision_limit("decision", "decision-sign-off"),),
    reforms=(
        Reform(
            item=91,
            text=text(
                "邮政专窗或专员上门收件、初审、受理，部门办理后寄递结果",
                "A postal window or visiting officer takes and accepts; the result is mailed",
            ),
            edits=(
                RemoveStep(step="centre-filing"),
                *added(
                    filing(
                        "postal-filing",
                        text("政邮专窗咨询、收件、审核", "The postal window takes the papers"),
                        "post",
                        clerk(12, 20, 40),
                        plan(91),
                        when=WINDOW,
                    ),
                    filing(
                        "home-visit",
                        text("专员上门认证、采集、初审", "An officer calls, verifies and collects"),
                        "post",
                        field_work("post", 40, 70, 130),
                        plan(91),
                        visit=None,
                        when=AT_HOME,
                    ),
                    before=("acceptance",),
                ),
                SetOwner(step="acceptance", owner="post"),
                SetTime(step="acceptance", time=clerk(5, 8, 15)),
                SetRework(step="acceptance", rework=corrected("acceptance", 0.04)),
                AddStep(step=forwarding(("acceptance",), plan(91)), before=("decision",)),
                SetOwner(step="result", owner="post"),
                SetTime(step="result", time=outside_days(1.5)),
                DropVisit(step="result", channel="post"),
            ),
        ),
    ),
    notes=text(
        "方案未给时限；主管部门用时按一般事项假设，邮政人员单列人手。",
        "No period in the plan; the department's time is that of a common matter.",
    ),
)
