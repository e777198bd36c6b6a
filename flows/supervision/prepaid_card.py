"""预付卡综合监管与投诉处理: clear duties by trade, card data linked, risk warned of early."""

from flows.shared import (
    AT_ONCE,
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
from models.condition import Chance, ChoiceAttribute, FlagAttribute, Is
from models.edits import (
    AddStep,
    Automate,
    DropMaterial,
    DropVisit,
    SetRework,
    SetTime,
    ShareMaterial,
)
from models.limit import Limit, Moment
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

CARD_PROOF = material("card-contract", "办卡合同和付款凭证", "Card contract and receipts")
COMPLAINTS = assumed("预付卡投诉构成估计，待以投诉台账校准 (make-up of the complaints)")
WARNINGS = assumed("触发预警的比例估计 (share that sets off a warning)")
BOUNCED = assumed("部门间退转比例估计 (share passed on between departments)")
HANDLED = ("handle-retail", "handle-education", "handle-culture", "handle-other")
COMPLAINT_RULES = "市场监督管理投诉举报处理暂行办法"
BY_ANALOGY = assumed("其他主管部门比照市场监管部门计 (other departments counted likewise)")
ASSIGNED = Moment(step="assignment", edge="completed")

PROCESS = Process(
    slug="prepaid-card",
    name=text("预付卡综合监管与投诉处理", "Prepaid-card oversight and complaint handling"),
    family="supervision",
    lead="industry-it",
    items=(123,),
    attributes=(
        ChoiceAttribute(
            slug="trade",
            name=text("所属行业", "Trade"),
            options={"retail": 0.4, "education": 0.25, "culture": 0.2, "other": 0.15},
            source=COMPLAINTS,
        ),
        FlagAttribute(
            slug="runaway",
            name=text("卷款失联", "The seller has run away"),
            share=0.1,
            source=COMPLAINTS,
        ),
        FlagAttribute(
            slug="upheld",
            name=text("投诉成立", "The complaint is upheld"),
            share=0.6,
            source=COMPLAINTS,
        ),
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
        Step(
            slug="handle-retail",
            name=text("商贸领域调查调解", "Handle: retail and services"),
            owner="industry-it",
            after=("assignment",),
            when=Is(attribute="trade", value="retail"),
            time=review(150),
            materials=(FORM, IDENTITY, CARD_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="handle-education",
            name=text("教育培训领域调查调解", "Handle: education"),
            owner="education",
            after=("assignment",),
            when=Is(attribute="trade", value="education"),
            time=review(150),
            materials=(FORM, IDENTITY, CARD_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="handle-culture",
            name=text("文旅体育领域调查调解", "Handle: culture and sports"),
            owner="culture-tourism",
            after=("assignment",),
            when=Is(attribute="trade", value="culture"),
            time=review(150),
            materials=(FORM, IDENTITY, CARD_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
        Step(
            slug="handle-other",
            name=text("其他行业调查调解", "Handle: other trades"),
            owner="matter-dept",
            after=("assignment",),
            when=Is(attribute="trade", value="other"),
            time=review(150),
            materials=(FORM, IDENTITY, CARD_PROOF),
            visit=NEXT_OFFICE,
            channel="window",
            source=PRACTICE,
        ),
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
        Limit(
            slug="acceptance-limit",
            name=text("投诉受理决定", "Decision to take the complaint"),
            most=7,
            unit="working_days",
            over=("complaint", "assignment"),
            source=statute(COMPLAINT_RULES, "第十四条"),
        ),
        Limit(
            slug="mediation-limit",
            name=text("投诉调解", "Mediation"),
            most=45,
            unit="working_days",
            over=HANDLED,
            starts=ASSIGNED,
            source=statute(COMPLAINT_RULES, "第二十一条"),
            reading=BY_ANALOGY,
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
                        when=Chance(share=0.15, source=WARNINGS),
                        time=review(60),
                        source=plan(123),
                    ),
                    before=("reply",),
                ),
                Automate(step="assignment", duration=system_seconds().duration),
                SetRework(step="assignment", rework=None),
                DropMaterial(step="complaint", materials=("card-contract",)),
                ShareMaterial(material="application-form", at="complaint"),
                ShareMaterial(material="identity", at="complaint"),
                DropMaterial(step="handle-retail", materials=("card-contract",)),
                DropMaterial(step="handle-education", materials=("card-contract",)),
                DropMaterial(step="handle-culture", materials=("card-contract",)),
                DropMaterial(step="handle-other", materials=("card-contract",)),
                DropVisit(step="handle-retail", channel="internal"),
                DropVisit(step="handle-education", channel="internal"),
                DropVisit(step="handle-culture", channel="internal"),
                DropVisit(step="handle-other", channel="internal"),
                SetTime(step="handle-retail", time=review(90)),
                SetTime(step="handle-education", time=review(90)),
                SetTime(step="handle-culture", time=review(90)),
                SetTime(step="handle-other", time=review(90)),
                AddStep(
                    step=Step(
                        slug="credit",
                        name=text("纳入信用治理", "Credit action"),
                        owner="market-regulation",
                        after=HANDLED,
                        when=Is(attribute="upheld"),
                        time=clerk(10, 20, 40),
                        source=plan(123),
                    ),
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
