"""金融纠纷立审执一站处理: filing, trial and enforcement in one centre without hand-overs."""

from flows.courts.shared import CASE_TIME_RULES, months, trial
from flows.limits import calendar_days, completed
from flows.shared import (
    AT_ONCE,
    BRIEF_HOURS,
    COUNTER_HOURS,
    FORM,
    IDENTITY,
    JUDGMENT,
    NEXT_OFFICE,
    PRACTICE,
    choice,
    clerk,
    corrected,
    flag,
    material,
    period,
    review,
    sign_off,
)
from flows.steps import by_system, resequenced, shared_at, sign_offs, signed
from models.base import text
from models.condition import AllOf, Is, Not
from models.distributions import Lognormal
from models.edits import AddStep, DropMaterial, DropVisit, Resequence, SetRework, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step
from models.step_time import Wait, days

CONTRACT = material("loan-contract", "合同、对账单等证据", "Contract, statements and evidence")
CASES = assumed("金融案件构成估计，待以司法统计校准 (make-up of financial cases)")
HIGHER_TIME = assumed("二审审理用时估计 (time of the second instance)")
AUCTION_TIME = assumed("评估拍卖周期估计 (time of valuation and auction)")
DEFENCE = period(15, statute("民事诉讼法", "第一百二十八条"))
APPEAL = period(15, statute("民事诉讼法", "第一百七十一条"))
SECOND = Wait(duration=days(Lognormal(median=60, sigma=0.3), HIGHER_TIME))
AUCTION = Wait(
    duration=days(Lognormal(median=60, sigma=0.4), AUCTION_TIME),
    excluded=statute(CASE_TIME_RULES, "第九条", "评估、拍卖期间"),
)

TRIALS = ("trial-small", "trial-simple", "trial-ordinary")
FILED = completed("filing")
TRIED = Not(condition=Is(attribute="settles"))
APPEALABLE = AllOf(conditions=(TRIED, Not(condition=Is(attribute="procedure", value="small"))))
APPEALED = AllOf(conditions=(APPEALABLE, Is(attribute="appeals")))
ENFORCED = Not(condition=Is(attribute="performs"))
MORTGAGED = AllOf(conditions=(ENFORCED, Is(attribute="claim", value="secured-loan")))

PROCESS = Process(
    slug="finance-dispute",
    name=text("金融纠纷立审执一站处理", "Financial dispute: file, try and enforce in one centre"),
    family="courts",
    lead="court",
    items=(61,),
    attributes=(
        choice(
            "claim",
            "案由",
            "Claim",
            {"secured-loan": 0.2, "plain-loan": 0.3, "credit-card": 0.5},
            CASES,
        ),
        choice(
            "procedure",
            "适用程序",
            "Procedure",
            {"small": 0.3, "simple": 0.55, "ordinary": 0.15},
            CASES,
        ),
        flag("settles", "调解成功", "Settles", 0.3, CASES),
        flag("appeals", "提起上诉", "Appeals", 0.08, CASES),
        flag("performs", "自动履行", "Performs freely", 0.35, CASES),
    ),
    steps=(
        Step(
            slug="complaint",
            name=text("提交起诉材料", "Hand in the complaint"),
            owner="court",
            time=clerk(10, 20, 40),
            materials=(FORM, IDENTITY, CONTRACT),
            visit=AT_ONCE,
            channel="window",
            source=PRACTICE,
        ),
        *signed(
            Step(
                slug="filing",
                name=text("审查立案", "Examine and file"),
                owner="court",
                after=("complaint",),
                time=review(40),
                rework=corrected("filing", 0.2, most=2),
                source=plan(61),
            ),
            BRIEF_HOURS,
        ),
        Step(
            slug="mediation",
            name=text("调解分流", "Mediation"),
            owner="court",
            after=("filing-sign-off",),
            time=clerk(30, 60, 150),
            source=PRACTICE,
        ),
        Step(
            slug="defence-period",
            name=text("答辩期", "Time for the defence"),
            owner="party",
            after=("mediation",),
            when=TRIED,
            time=DEFENCE,
            source=statute("民事诉讼法", "第一百二十八条"),
        ),
        *trial("small", text("小额诉讼审理", "Small-claims trial"), 180, (3, 8, 26), TRIED),
        *trial("simple", text("简易程序审理", "Trial, simple procedure"), 300, (6, 20, 65), TRIED),
        *trial(
            "ordinary", text("普通程序审理", "Trial, ordinary procedure"), 600, (20, 52, 130), TRIED
        ),
        Step(
            slug="appeal-period",
            name=text("上诉期", "Time for an appeal"),
            owner="party",
            after=sign_offs(*TRIALS),
            when=APPEALABLE,
            time=APPEAL,
            source=statute("民事诉讼法", "第一百七十一条"),
        ),
        Step(
            slug="file-transfer",
            name=text("装订移送上诉卷宗", "Bind and send the file up"),
            owner="court",
            after=("appeal-period",),
            when=APPEALED,
            time=clerk(60, 120, 240),
            source=PRACTICE,
        ),
        Step(
            slug="second-instance",
            name=text("二审", "Second instance"),
            owner="higher-court",
            after=("file-transfer",),
            when=APPEALED,
            time=SECOND,
            source=plan(61),
        ),
        Step(
            slug="enforcement-filing",
            name=text("申请执行立案", "Apply for enforcement"),
            owner="court",
            after=("second-instance",),
            when=ENFORCED,
            time=clerk(15, 30, 60),
            materials=(FORM, IDENTITY, JUDGMENT),
            visit=NEXT_OFFICE,
            channel="window",
            source=plan(61),
        ),
        Step(
            slug="enforcement",
            name=text("查控、执行", "Trace assets and enforce"),
            owner="court",
            after=("enforcement-filing",),
            when=ENFORCED,
            time=review(240, sigma=0.8, pool="court-field"),
            source=plan(61),
        ),
        Step(
            slug="auction",
            name=text("抵押物评估拍卖", "Value and auction the security"),
            owner="appraiser",
            after=("enforcement",),
            when=MORTGAGED,
            time=AUCTION,
            source=PRACTICE,
        ),
        Step(
            slug="closing",
            name=text("结案归档", "Close and file"),
            owner="court",
            after=("auction",),
            time=clerk(15, 30, 60),
            source=PRACTICE,
        ),
    ),
    limits=(
        calendar_days(
            "filing-limit",
            text("立案", "Filing"),
            7,
            ("complaint", "filing", "filing-sign-off"),
            statute("民事诉讼法", "第一百二十六条"),
        ),
        months(
            2,
            text("小额诉讼审限", "Small claims"),
            ("trial-small", "trial-small-sign-off"),
            statute("民事诉讼法", "第一百六十八条"),
            FILED,
        ),
        months(
            3,
            text("简易程序审限", "Simple procedure"),
            ("trial-simple", "trial-simple-sign-off"),
            statute("民事诉讼法", "第一百六十四条"),
            FILED,
        ),
        months(
            6,
            text("普通程序审限", "Ordinary procedure"),
            ("trial-ordinary", "trial-ordinary-sign-off"),
            statute("民事诉讼法", "第一百五十二条"),
            FILED,
        ),
        months(
            3,
            text("二审审限", "Second instance"),
            "second-instance",
            statute("民事诉讼法", "第一百八十三条"),
        ),
        months(
            6, text("执行期限", "Enforcement"), "enforcement", statute(CASE_TIME_RULES, "第五条")
        ),
    ),
    reforms=(
        Reform(
            item=61,
            text=text(
                "一个中心要素式立审执，材料一次提交，卷宗电子移送，答辩期内同步调解",
                "One centre on templates: papers once, files sent up electronically, mediation "
                "while the defence period runs",
            ),
            edits=(
                SetRework(step="filing", rework=corrected("filing", 0.08)),
                Resequence(step="defence-period", after=("filing-sign-off",)),
                *resequenced(("mediation", "defence-period"), *TRIALS),
                SetTime(step="trial-small", time=review(90)),
                SetTime(step="trial-simple", time=review(160)),
                SetTime(step="trial-small-sign-off", time=sign_off(*COUNTER_HOURS)),
                SetTime(step="trial-simple-sign-off", time=sign_off(3, 10, 26)),
                *by_system("file-transfer", seconds=600),
                *shared_at("complaint", "application-form", "identity"),
                DropMaterial(step="enforcement-filing", materials=("judgment",)),
                DropVisit(step="enforcement-filing", channel="internal"),
                SetTime(step="enforcement-filing", time=clerk(5, 10, 20)),
                SetTime(step="closing", time=clerk(8, 15, 30)),
                AddStep(
                    step=Step(
                        slug="information",
                        name=text("金融办信息协作", "Finance office shares information"),
                        owner="finance-office",
                        after=("filing-sign-off",),
                        time=clerk(10, 20, 40),
                        source=assumed("金融办为责任单位，参与信息协作 (its part is assumed)"),
                    ),
                    before=("closing",),
                ),
            ),
        ),
    ),
    notes=text(
        "二审由上级法院审理，只是卷宗电子移送；审限未计延长。",
        "A higher court hears the second instance; only the file travels faster. Extensions of "
        "the limits are left out.",
    ),
)
