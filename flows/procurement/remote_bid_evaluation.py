"""远程异地评标: linked trading centres let experts evaluate from elsewhere without travelling."""

from flows.procurement.shared import (
    SECTOR,
    TENDER_PRACTICE,
    candidate_limit,
    candidate_steps,
    sector_steps,
)
from flows.shared import OUTSIDE, clerk, outside_days, system_seconds
from flows.steps import quiet, timed
from models.base import text
from models.distributions import Lognormal
from models.edits import AddStep, RemoveStep, SetRework
from models.process import Process
from models.reform import Reform
from models.source import Source, assumed, plan
from models.step import Rework, Step
from models.step_time import days

FEW_EXPERTS: Source = assumed("本地专家不足或回避需重抽的比例估计 (share of draws to be repeated)")
MORE_EXPERTS: Source = assumed("异地专家可选后需重抽的比例估计 (the same with experts elsewhere)")
NEXT_DRAW = days(Lognormal(median=0.7, sigma=0.4), OUTSIDE)
OVERSIGHT = ("oversight-building", "oversight-transport", "oversight-water", "oversight-other")

PROCESS = Process(
    slug="remote-bid-evaluation",
    name=text("远程异地评标", "Remote bid evaluation across regions"),
    family="procurement",
    lead="service-center",
    items=(76,),
    attributes=(SECTOR,),
    steps=(
        Step(
            slug="draw-experts",
            name=text("抽取评标专家", "Draw the experts"),
            owner="service-center",
            time=clerk(20, 40, 80),
            rework=Rework(
                to="draw-experts", chance=0.25, most=2, applicant=NEXT_DRAW, source=FEW_EXPERTS
            ),
            source=TENDER_PRACTICE,
        ),
        quiet(
            "travel",
            text("专家前往评标现场", "Experts travel to the site"),
            "experts",
            ("draw-experts",),
            outside_days(0.6),
            TENDER_PRACTICE,
        ),
        quiet(
            "evaluation",
            text("专家评标", "Experts evaluate"),
            "experts",
            ("travel",),
            outside_days(1),
            plan(76),
        ),
        *sector_steps(
            "oversight",
            text("评标监督", "Oversight of the evaluation"),
            ("travel",),
            clerk(120, 200, 360),
            plan(76),
        ),
        Step(
            slug="compile",
            name=text("汇总评标结果", "Compile the result"),
            owner="service-center",
            after=("evaluation", *OVERSIGHT),
            time=clerk(15, 30, 60),
            produces=(text("评标报告", "Evaluation report"),),
            source=TENDER_PRACTICE,
        ),
        *candidate_steps(("compile",)),
    ),
    limits=(candidate_limit(),),
    reforms=(
        Reform(
            item=76,
            text=text(
                "交易中心联网，专家异地评标、不必赶路，监管在线监督",
                "Trading centres are linked; experts stay where they are, regulators watch online",
            ),
            edits=(
                AddStep(
                    step=quiet(
                        "choose-sites",
                        text("确定异地评标项目和场地", "Choose project and remote sites"),
                        "service-center",
                        (),
                        clerk(15, 30, 60),
                        assumed("需先约定副场 (the remote site is booked first)"),
                    ),
                    before=("draw-experts",),
                ),
                SetRework(
                    step="draw-experts",
                    rework=Rework(
                        to="draw-experts", chance=0.08, applicant=NEXT_DRAW, source=MORE_EXPERTS
                    ),
                ),
                AddStep(
                    step=quiet(
                        "link",
                        text("交易中心联网", "Link the trading centres"),
                        "city-exchange",
                        ("draw-experts",),
                        system_seconds(300),
                        plan(76),
                    ),
                    before=("evaluation", *OVERSIGHT),
                ),
                RemoveStep(step="travel"),
                *timed(clerk(40, 80, 150), *OVERSIGHT),
            ),
        ),
    ),
    notes=text(
        "评标本身方案和法律均无时限；法定时限只及评标后的候选人公示。",
        "Neither the plan nor a statute limits the evaluation itself; the statutory limit concerns "
        "publishing the candidates.",
    ),
)
