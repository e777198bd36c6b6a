"""预付卡综合监管与投诉处理: clear duties by trade, card data linked, risk warned of early."""

from flows.limits import completed, working_days
from flows.shared import (
    AT_ONCE,
    FORM,
    IDENTITY,
    PRACTICE,
    SHARES,
    choice,
    clerk,
    corrected,
    flag,
    review,
    system_seconds,
)
from flows.steps import by_system, shared_at, timed, without_papers, without_visits
from flows.supervision.shared import CARD_PROOF, complaint_handled
from models.base import text
from models.condition import Chance, Is
from models.edits import AddStep, DropMaterial, SetRework
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

COMPLAINTS = assumed("预付卡投诉构成估计，待以投诉台账校准 (make-up of the complaints)")
BOUNCED = assumed("部门间退转比例估计 (share passed on between departments)")
HANDLED = ("handle-retail", "handle-education", "handle-culture", "handle-other")
COMPLAINT_RULES = "市场监督管理投诉举报处理暂行办法"
BY_ANALOGY = assumed("其他主管部门比照市场监管部门计 (other departments counted likewise)")
ASSIGNED = completed("assignment")

PROCESS = Process(
    slug="prepaid-card",
    name=text("预付卡综合监管与投诉处理", "Prepaid-card oversight and complaint handling"),
    family="supervision",
    lead="industry-it",
    items=(123,),
    attributes=(
        choice(
            "trade",
            "所属行业",
            "Trade",
            {"retail": 0.4, "education": 0.25, "culture": 0.2, "other": 0.15},
            COMPLAINTS,
        ),
        flag("runaway", "卷款失联", "The seller has run away", 0.1, COMPLAINTS),
        flag("upheld", "投诉成立", "The complaint is upheld", 0.6, COMPLAINTS),
    ),
    steps=(
        Step(
            slug="complaint",
            name=text("受理投诉举报", "Take the complaint"),
            owner="market-regulation",
            time=clerk(10, 20, 40),
            materials=(FORM, IDENTITY, CARD_PROOF),
            visit=AT_ONCE,
            channel="window",
            source=plan(123),
        ),
        Step(
            slug="assignment",
            name=text("确定主管部门", "Find the department in charge"),
            owner="market-regulation",
            after=("complaint",),
            time=review(60),
            rework=corrected("assignment", 0.4, most=3, source=BOUNCED),
            source=plan(123),
        ),
        complaint_handled("retail", "商贸领域", "retail and services", "industry-it"),
        complaint_handled("education", "教育培训领域", "education", "education"),
        complaint_handled("culture", "文旅体育领域", "culture and sports", "culture-tourism"),
        complaint_handled("other", "其他行业", "other trades", "matter-dept"),
        Step(
            slug="police",
            name=text("涉嫌诈骗移送公安", "Hand suspected fraud to the police"),
            owner="public-security",
            after=HANDLED,
            when=Is(attribute="runaway"),
            time=review(150),
            source=assumed("卷款失联的移送公安机关 (runaways go to the police)"),
        ),
        Step(
            slug="reply",
            name=text("告知消费者结果", "Tell the consumer"),
            owner="market-regulation",
            after=("police",),
            time=clerk(5, 10, 20),
            source=PRACTICE,
        ),
    ),
    limits=(
        working_days(
            "acceptance-limit",
            text("投诉受理决定", "Decision to take the complaint"),
            7,
            ("complaint", "assignment"),
            statute(COMPLAINT_RULES, "第十四条"),
        ),
        working_days(
            "mediation-limit",
            text("投诉调解", "Mediation"),
            45,
            HANDLED,
            statute(COMPLAINT_RULES, "第二十一条"),
            ASSIGNED,
            BY_ANALOGY,
        ),
    ),
    reforms=(
        Reform(
            item=123,
            text=text(
                "职责按行业明确，发卡信息对接、风险预警、信用治理，投诉一次提交",
                "Duties fixed by trade; card data linked, warnings and credit; papers once",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="card-data",
                        name=text("发卡信息对接", "Link the card data"),
                        owner="industry-it",
                        after=("complaint",),
                        time=system_seconds(60),
                        source=plan(123),
                    ),
                    before=("assignment",),
                ),
                AddStep(
                    step=Step(
                        slug="warning",
                        name=text("风险预警核查", "Follow up a risk warning"),
                        owner="industry-it",
                        after=("card-data",),
                        when=Chance(share=0.15, source=SHARES),
                        time=review(60),
                        source=plan(123),
                    ),
                    before=("reply",),
                ),
                *by_system("assignment"),
                SetRework(step="assignment", rework=None),
                DropMaterial(step="complaint", materials=("card-contract",)),
                *shared_at("complaint", "application-form", "identity"),
                *without_papers(("card-contract",), *HANDLED),
                *without_visits(*HANDLED),
                *timed(review(90), *HANDLED),
                AddStep(
                    step=Step(
                        slug="credit",
                        name=text("纳入信用治理", "Credit action"),
                        owner="market-regulation",
                        after=HANDLED,
                        when=Is(attribute="upheld"),
                        time=clerk(10, 20, 40),
                        source=plan(123),
                    )
                ),
            ),
        ),
    ),
    notes=text(
        "方案按行业列多个部门，此处归并为四类；预警随投诉件核查，不另立案件。",
        "The many trades of the plan are grouped in four. The warning is modelled on the case of "
        "a complaint, not as a case of its own.",
    ),
)
