"""网络商品抽检、公示、移送: sampling by risk, results published, others' merchants handed over."""

from flows.shared import (
    JOINT_HOURS,
    PRACTICE,
    choice,
    clerk,
    field_work,
    flag,
    period,
    review,
    system_seconds,
)
from flows.steps import added, by_system, signed
from flows.supervision.shared import FINDINGS, lab_test, penalty_law
from models.base import text
from models.condition import AllOf, Is, Not
from models.edits import SetTime
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

SAMPLES = assumed("抽检批次构成估计，待以抽检计划校准 (make-up of the samples)")
FOOD_LAW = statute("食品安全法", "第八十八条")
PRODUCT_LAW = statute("产品质量法", "第十五条")

FAILED = Is(attribute="failed")
FOOD = AllOf(conditions=(FAILED, Is(attribute="goods", value="food")))
OTHER = AllOf(conditions=(FAILED, Not(condition=Is(attribute="goods", value="food"))))
LOCAL = AllOf(conditions=(FAILED, Is(attribute="local")))
ELSEWHERE = AllOf(conditions=(FAILED, Not(condition=Is(attribute="local"))))

PROCESS = Process(
    slug="online-goods-sampling",
    name=text("网络商品抽检、公示、移送", "Sampling online goods, publishing and handing over"),
    family="supervision",
    lead="market-regulation",
    items=(112, 113),
    attributes=(
        choice("goods", "商品类别", "Goods", {"food": 0.4, "other": 0.6}, SAMPLES),
        flag("local", "本地商户", "Local merchant", 0.6, SAMPLES),
        flag("failed", "检验不合格", "Fails the test", 0.12, FINDINGS),
    ),
    steps=(
        Step(
            slug="selection",
            name=text("确定平台、商户和商品", "Pick platforms, merchants and goods"),
            owner="market-regulation",
            time=review(60),
            source=plan(112),
        ),
        Step(
            slug="sampling",
            name=text("抽样、封样", "Take and seal the sample"),
            owner="market-regulation",
            after=("selection",),
            time=field_work("market-regulation", 60, 90, 180),
            source=plan(112),
        ),
        Step(
            slug="test",
            name=text("检验", "Laboratory test"),
            owner="lab",
            after=("sampling",),
            time=lab_test(14),
            produces=(text("检验报告", "Test report"),),
            source=PRACTICE,
        ),
        Step(
            slug="notice",
            name=text("送达检验结果", "Serve the result"),
            owner="market-regulation",
            after=("test",),
            when=FAILED,
            time=clerk(15, 30, 60),
            source=PRACTICE,
        ),
        Step(
            slug="objection-food",
            name=text("食品复检申请期", "Time to ask for a re-test of food"),
            owner="party",
            after=("notice",),
            when=FOOD,
            time=period(7, FOOD_LAW, "working"),
            source=FOOD_LAW,
        ),
        Step(
            slug="objection-product",
            name=text("产品复检申请期", "Time to ask for a re-test of other goods"),
            owner="party",
            after=("notice",),
            when=OTHER,
            time=period(15, PRODUCT_LAW),
            source=PRODUCT_LAW,
        ),
        *signed(
            Step(
                slug="penalty",
                name=text("属地立案查处", "Punish the local merchant"),
                owner="market-regulation",
                after=("objection-food", "objection-product"),
                when=LOCAL,
                time=review(300),
                source=plan(112),
            ),
            JOINT_HOURS,
        ),
        Step(
            slug="archive",
            name=text("归档", "File the sampling record"),
            owner="market-regulation",
            after=("penalty-sign-off",),
            time=clerk(10, 20, 40),
            source=PRACTICE,
        ),
    ),
    limits=(penalty_law("penalty"),),
    reforms=(
        Reform(
            item=112,
            text=text(
                "按投诉、历史问题和特殊需求选样，网上买样，查处记入信用并溯源",
                "Goods picked by risk data and bought online; the source traced, credit recorded",
            ),
            edits=(
                *by_system("selection", seconds=300),
                SetTime(step="sampling", time=field_work("market-regulation", 20, 40, 80)),
                *added(
                    Step(
                        slug="tracing",
                        name=text("源头溯源", "Trace the source"),
                        owner="market-regulation",
                        after=("objection-food", "objection-product"),
                        when=FAILED,
                        time=review(90),
                        source=plan(112),
                    ),
                    Step(
                        slug="credit",
                        name=text("记入商户信用", "Record the merchant's credit"),
                        owner="market-regulation",
                        after=("penalty-sign-off",),
                        when=LOCAL,
                        time=system_seconds(),
                        source=plan(112),
                    ),
                    before=("archive",),
                ),
            ),
        ),
        Reform(
            item=113,
            text=text(
                "结果在门户和公众号公告，外地商户移送所在地部门",
                "Results are published; merchants elsewhere are handed over to their regulator",
            ),
            edits=(
                *added(
                    Step(
                        slug="publication",
                        name=text("公告抽检结果", "Publish the result"),
                        owner="market-regulation",
                        after=("objection-food", "objection-product"),
                        time=clerk(5, 10, 20),
                        produces=(text("抽检结果公告", "Published result"),),
                        source=plan(113),
                    ),
                    Step(
                        slug="hand-over",
                        name=text("移送商户所在地监管部门", "Hand over to the home regulator"),
                        owner="market-regulation",
                        after=("objection-food", "objection-product"),
                        when=ELSEWHERE,
                        time=clerk(30, 60, 120),
                        source=plan(113),
                    ),
                    before=("archive",),
                ),
            ),
        ),
    ),
    notes=text(
        "公告放在异议期之后；检验不涉许可，不适用行政许可法除外规定。公告期限方案未定。",
        "Results are published after the time for objections. No licence is involved, so the "
        "test is not excluded from any limit. The plan sets no time for publishing.",
    ),
)
