"""企业信用分级双随机检查: who is inspected, and what follows, depends on the credit grade."""

from flows.limits import completed, working_days
from flows.shared import PRACTICE, choice, clerk, field_work, flag, review, system_seconds
from flows.steps import added, by_system, only_when
from flows.supervision.shared import FINDINGS
from models.base import text
from models.condition import AllOf, AnyOf, Is, Not
from models.edits import AddStep, SetCondition, SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

GRADES = assumed("企业信用风险等级构成估计，待以赋分结果校准 (make-up of the grades)")

INSPECTED = AnyOf(
    conditions=(Not(condition=Is(attribute="grade", value="a")), Is(attribute="still-drawn"))
)
PROBLEM = Is(attribute="problem")
WARNED = AnyOf(conditions=(Is(attribute="grade", value="c"), Is(attribute="grade", value="d")))
SANCTIONED = AllOf(conditions=(Is(attribute="grade", value="d"), PROBLEM))

PROCESS = Process(
    slug="graded-inspection",
    name=text("企业信用分级双随机检查", "Credit-graded random inspection"),
    family="supervision",
    lead="market-regulation",
    items=(121, 122),
    body="二(五)4",
    attributes=(
        choice(
            "grade",
            "信用风险等级",
            "Credit grade",
            {"a": 0.5, "b": 0.3, "c": 0.15, "d": 0.05},
            GRADES,
        ),
        flag("still-drawn", "低风险仍抽中", "Low risk but drawn all the same", 0.3),
        flag("problem", "检查发现问题", "A fault is found", 0.15, FINDINGS),
    ),
    steps=(
        Step(
            slug="work-plan",
            name=text("列入抽查计划", "Enter in the inspection plan"),
            owner="market-regulation",
            time=clerk(5, 10, 20),
            source=PRACTICE,
        ),
        Step(
            slug="draw",
            name=text("随机抽取对象和人员", "Draw firm and inspectors"),
            owner="market-regulation",
            after=("work-plan",),
            time=clerk(5, 10, 20),
            source=plan(121),
        ),
        Step(
            slug="notice",
            name=text("告知检查", "Announce the inspection"),
            owner="market-regulation",
            after=("draw",),
            time=clerk(5, 8, 15),
            source=PRACTICE,
        ),
        Step(
            slug="inspection",
            name=text("现场检查", "Inspect"),
            owner="market-regulation",
            after=("notice",),
            time=field_work("market-regulation", 60, 80, 150),
            source=PRACTICE,
        ),
        Step(
            slug="record",
            name=text("填写检查记录", "Write the record"),
            owner="market-regulation",
            after=("inspection",),
            time=clerk(10, 20, 40),
            source=PRACTICE,
        ),
        Step(
            slug="publication",
            name=text("公示检查结果", "Publish the result"),
            owner="market-regulation",
            after=("record",),
            time=clerk(5, 10, 20),
            produces=(text("检查结果公示", "Published result"),),
            source=plan(121),
        ),
        Step(
            slug="follow-up",
            name=text("问题后续处理", "Deal with the fault"),
            owner="market-regulation",
            after=("publication",),
            when=PROBLEM,
            time=review(150),
            source=PRACTICE,
        ),
    ),
    limits=(
        working_days(
            "publication-limit",
            text("检查结果公示", "Publishing the result"),
            20,
            ("record", "publication"),
            statute("企业信息公示暂行条例", "第六条"),
            completed("inspection"),
            assumed("检查结果视为第六条其他应公示信息 (read as other information to publish)"),
        ),
    ),
    reforms=(
        Reform(
            item=121,
            text=text(
                "全量赋分后按风险等级抽取，低风险少查，结果由平台公示",
                "Firms are scored and drawn by risk, low risk less often; the platform publishes",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="risk-score",
                        name=text("信用风险分类赋分", "Score the firm's credit risk"),
                        owner="market-regulation",
                        after=("work-plan",),
                        time=system_seconds(),
                        source=plan(121),
                    ),
                    before=("draw",),
                ),
                *by_system("draw"),
                *only_when(INSPECTED, "notice", "inspection", "record"),
                SetTime(step="record", time=clerk(5, 10, 20)),
                SetCondition(step="publication", when=INSPECTED),
                *by_system("publication"),
                SetCondition(step="follow-up", when=AllOf(conditions=(INSPECTED, PROBLEM))),
            ),
        ),
        Reform(
            item=122,
            text=text(
                "叠加公共信用评价画像，按等级预警、惩戒",
                "A public credit rating is added; warnings and sanctions follow the grade",
            ),
            edits=(
                AddStep(
                    step=Step(
                        slug="credit-rating",
                        name=text("公共信用评价画像", "Public credit rating"),
                        owner="market-regulation",
                        after=("work-plan",),
                        time=system_seconds(),
                        source=plan(122),
                    ),
                    before=("draw",),
                ),
                *added(
                    Step(
                        slug="warning",
                        name=text("按等级预警提醒", "Warn by grade"),
                        owner="market-regulation",
                        after=("publication",),
                        when=WARNED,
                        time=clerk(10, 20, 40),
                        source=plan(122),
                    ),
                    Step(
                        slug="sanction",
                        name=text("按等级惩戒", "Sanction by grade"),
                        owner="market-regulation",
                        after=("follow-up", "warning"),
                        when=SANCTIONED,
                        time=review(90),
                        source=plan(122),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "一件为一户抽查对象；低风险企业改革后大多不再进入现场环节。",
        "A case is one firm in the plan; after the reform most low-risk firms see no inspector.",
    ),
)
