"""异地收件、属地受理（全市通办）: papers taken in at any hall, by helper or by courier."""

from flows.service.shared import (
    AT_THE_DESK,
    acceptance,
    decision,
    decision_limit,
    filing,
    forwarding,
    journey,
    result,
)
from flows.shared import AT_ONCE, PRACTICE, choice, clerk, on_the_spot, outside_days
from flows.steps import added
from models.base import text
from models.condition import Is
from models.edits import AddStep, DropVisit, RemoveStep, SetOwner, SetTime
from models.process import Process
from models.reform import Reform
from models.source import plan
from models.step import Step

HALL = Is(attribute="channel", value="hall")
ASSISTED = Is(attribute="channel", value="assisted")
COURIER = Is(attribute="channel", value="courier")

PROCESS = Process(
    slug="cross-district-intake",
    name=text("异地收件、属地受理（全市通办）", "Intake anywhere, handled at home"),
    family="service",
    lead="service-center",
    items=(88,),
    body="二(三)3",
    attributes=(
        choice("channel", "申报方式", "Channel", {"hall": 0.6, "assisted": 0.25, "courier": 0.15}),
    ),
    steps=(
        Step(
            slug="enquiry",
            name=text("就近大厅咨询，被告知回属地", "Ask nearby and be sent to the home hall"),
            owner="service-center",
            time=clerk(4, 7, 15),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        filing(
            "home-filing",
            text("到属地大厅提交材料", "Hand in the papers at the home hall"),
            "home-office",
            AT_THE_DESK,
            PRACTICE,
            visit=journey(2),
            after=("enquiry",),
        ),
        acceptance("home-office", "home-filing", AT_THE_DESK),
        decision("home-office", outside_days(4)),
        result("home-office", ("decision",), journey(1.5), AT_THE_DESK),
    ),
    limits=(decision_limit("decision"),),
    reforms=(
        Reform(
            item=88,
            text=text(
                "任一大厅收件、辅助申报或快递申报，属地受理审批，结果送达",
                "Any hall, a helper or a courier takes the papers; the home authority decides",
            ),
            edits=(
                RemoveStep(step="home-filing"),
                RemoveStep(step="enquiry"),
                *added(
                    filing(
                        "hall-filing",
                        text("就近任一大厅收件", "Any hall takes the papers"),
                        "service-center",
                        clerk(10, 20, 40),
                        plan(88),
                        when=HALL,
                    ),
                    filing(
                        "assisted-filing",
                        text("辅助申报", "A helper files for the applicant"),
                        "service-center",
                        clerk(15, 25, 45),
                        plan(88),
                        visit=None,
                        when=ASSISTED,
                        channel="online",
                    ),
                    filing(
                        "courier-filing",
                        text("快递申报", "File by courier"),
                        "post",
                        outside_days(1.2),
                        plan(88),
                        visit=None,
                        when=COURIER,
                        channel="post",
                    ),
                ),
                AddStep(
                    step=forwarding(("hall-filing", "assisted-filing", "courier-filing"), plan(88)),
                    before=("acceptance",),
                ),
                SetOwner(step="result", owner="service-center"),
                SetTime(step="result", time=on_the_spot()),
                DropVisit(step="result", channel="post"),
            ),
        ),
    ),
    notes=text(
        "方案未给时限；属地机关在本县之外，按外部用时处理。",
        "No period in the plan; the home authority lies outside the county's staff.",
    ),
)
