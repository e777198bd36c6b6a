"""律师不动产查询: the lawyer and his court paper are verified online, one trip instead of two."""

from flows.limits import completed, working_days
from flows.shared import (
    AT_ONCE,
    NEXT_OFFICE,
    PRACTICE,
    choice,
    clerk,
    corrected,
    material,
    own_days,
    review,
)
from flows.steps import by_system, resequenced
from models.base import text
from models.condition import Is
from models.edits import DropMaterial, DropVisit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan
from models.step import Step

LICENCE = material("lawyer-licence", "律师执业证", "Lawyer's licence")
MANDATE = material("mandate", "委托书、律师事务所证明", "Mandate and the firm's letter")
COURT_PAPER = material("court-paper", "律师调查令或立案文书", "Investigation order or filing paper")
QUERY_RULE = assumed("《不动产登记资料查询暂行办法》当场提供、特殊情况5个工作日，条款号待核 (rule)")

ORDER = Is(attribute="basis", value="investigation-order")
FILING = Is(attribute="basis", value="filing-paper")
CHECKS = ("lawyer-check", "order-check", "filing-check")

PROCESS = Process(
    slug="lawyer-property-query",
    name=text("律师不动产查询", "Lawyer property query"),
    family="property",
    lead="court",
    items=(62,),
    attributes=(
        choice(
            "basis",
            "查询依据",
            "Basis of the query",
            {"investigation-order": 0.4, "filing-paper": 0.6},
        ),
    ),
    steps=(
        Step(
            slug="request",
            name=text("律师备齐查询材料", "The lawyer prepares the request"),
            owner="lawyer",
            time=own_days(0.5),
            source=PRACTICE,
        ),
        Step(
            slug="intake",
            name=text("受理查询申请", "Take in the request"),
            owner="real-estate-registry",
            after=("request",),
            time=clerk(8, 15, 30),
            rework=corrected("intake", 0.1),
            materials=(LICENCE, MANDATE, COURT_PAPER),
            visit=AT_ONCE,
            channel="window",
            source=plan(62),
        ),
        Step(
            slug="lawyer-check",
            name=text("核验律师身份", "Verify the lawyer"),
            owner="justice",
            after=("intake",),
            time=clerk(5, 15, 30),
            source=PRACTICE,
        ),
        Step(
            slug="order-check",
            name=text("核验律师调查令", "Verify the investigation order"),
            owner="court",
            after=("lawyer-check",),
            when=ORDER,
            time=review(30),
            rework=corrected("order-check", 0.08),
            source=PRACTICE,
        ),
        Step(
            slug="filing-check",
            name=text("核验立案文书", "Verify the filing paper"),
            owner="court",
            after=("lawyer-check",),
            when=FILING,
            time=review(25),
            rework=corrected("filing-check", 0.05),
            source=PRACTICE,
        ),
        Step(
            slug="search",
            name=text("查询登记资料", "Search the register"),
            owner="real-estate-registry",
            after=CHECKS,
            time=clerk(10, 20, 45),
            source=plan(62),
        ),
        Step(
            slug="result",
            name=text("出具查询结果", "Give the result"),
            owner="real-estate-registry",
            after=("search",),
            time=clerk(3, 6, 15),
            visit=NEXT_OFFICE,
            channel="window",
            produces=(text("查询结果证明", "Result of the query"),),
            source=PRACTICE,
        ),
    ),
    limits=(
        working_days(
            "query-rule",
            text("提供查询结果期限", "Period for the result"),
            5,
            (*CHECKS, "search", "result"),
            QUERY_RULE,
            completed("intake"),
            assumed("需核验的查询按特殊情况5个工作日衡量 (checks: the longer period)"),
        ),
    ),
    reforms=(
        Reform(
            item=62,
            text=text(
                "律师身份、调查令和立案文书在线核验，当场出结果",
                "Lawyer, order and filing paper are verified online, the result comes on the spot",
            ),
            edits=(
                DropMaterial(step="intake", materials=("lawyer-licence",)),
                *by_system("lawyer-check"),
                *resequenced("intake", "order-check", "filing-check"),
                *by_system("order-check", "filing-check"),
                DropVisit(step="result", channel="window"),
            ),
        ),
    ),
    notes=text(
        "查验不实的不予查询未单列；方案未给时限，“人民县法院”读作县法院。",
        "A refusal is not modelled apart; the plan sets no period.",
    ),
)
