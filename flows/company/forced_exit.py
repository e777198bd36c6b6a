"""企业强制退出: from revoked firms that linger on a list to compulsory deregistration."""

from flows.company.shared import notice
from flows.shared import PRACTICE, clerk, review, system_seconds
from models.base import text
from models.condition import AllOf, Compare, FlagAttribute, Is, Not, NumberAttribute
from models.distributions import Lognormal
from models.edits import AddStep, Automate, SetCondition, SetTime
from models.limit import Limit
from models.process import Process
from models.reform import Reform
from models.source import assumed, plan, statute
from models.step import Step

MEASURES = "强制注销公司登记制度实施办法"
LONG_ENOUGH = Compare(
    attribute="years-revoked",
    operator=">=",
    value=3,
    source=statute("公司法", "第二百四十一条", "2023年修订；方案只写“一定期限”"),
)
UNOPPOSED = AllOf(conditions=(LONG_ENOUGH, Not(condition=Is(attribute="opposed"))))
REMINDER = assumed("改革前督促注销的等待时间估计 (time left after a reminder)")

PROCESS = Process(
    slug="forced-exit",
    name=text("企业强制退出", "Compulsory exit of revoked companies"),
    family="company",
    lead="market-regulation",
    items=(111,),
    body="二(一)1",
    attributes=(
        NumberAttribute(
            slug="years-revoked",
            name=text("吊销营业执照已满年数", "Years since the licence was revoked"),
            unit=text("年", "years"),
            distribution=Lognormal(median=5, sigma=0.7),
            source=assumed("吊销未注销企业年限分布估计 (spread of years since revocation)"),
        ),
        FlagAttribute(
            slug="opposed",
            name=text("有未了事项或异议成立", "An open case or objection stands"),
            share=0.15,
            source=assumed("异议成立的比例估计 (share of objections that stand)"),
        ),
    ),
    steps=(
        Step(
            slug="screening",
            name=text("筛选吊销未注销企业", "Screen firms with revoked licences"),
            owner="market-regulation",
            time=review(20),
            source=plan(111),
        ),
        Step(
            slug="file-check",
            name=text("核对登记、处罚档案和条件", "Check the files and the conditions"),
            owner="market-regulation",
            after=("screening",),
            time=review(45),
            source=plan(111),
        ),
        Step(
            slug="call",
            name=text("发布催告公告", "Publish the call"),
            owner="market-regulation",
            after=("file-check",),
            time=clerk(5, 15, 30),
            source=PRACTICE,
        ),
        Step(
            slug="notice",
            name=text("公告期", "Notice period"),
            owner="market-regulation",
            after=("call",),
            time=notice(30, REMINDER),
            source=PRACTICE,
        ),
        Step(
            slug="decision",
            name=text("作出处理决定", "Decide on the firm"),
            owner="market-regulation",
            after=("notice",),
            time=review(40),
            source=plan(111),
        ),
        Step(
            slug="watch-list",
            name=text("列入名册继续监管", "Keep the firm on the watch list"),
            owner="market-regulation",
            after=("decision",),
            time=clerk(5, 10, 20),
            source=PRACTICE,
        ),
    ),
    limits=(
        Limit(
            slug="decision-act",
            name=text("公告期满后作出决定", "Decision after the notice"),
            most=10,
            unit="working_days",
            over=("decision",),
            source=assumed(
                "《强制注销公司登记制度实施办法》（2025年）：公告期满后10个工作日内决定，条号未核 "
                "(ministerial rules of 2025, later than the plan, article not checked)"
            ),
        ),
    ),
    reforms=(
        Reform(
            item=111,
            text=text(
                "吊销满一定期限的企业，征询部门、公告听取异议后强制注销",
                "Firms revoked long enough are struck off after inquiries, notice and objections",
            ),
            edits=(
                Automate(step="screening", duration=system_seconds(60).duration),
                SetCondition(step="file-check", when=LONG_ENOUGH),
                SetCondition(step="call", when=LONG_ENOUGH),
                SetCondition(step="notice", when=LONG_ENOUGH),
                SetTime(step="notice", time=notice(90, statute(MEASURES, "第三条"))),
                AddStep(
                    step=Step(
                        slug="tax-inquiry",
                        name=text("税务部门意见", "Opinion of the tax office"),
                        owner="tax",
                        after=("file-check",),
                        when=LONG_ENOUGH,
                        time=clerk(10, 20, 40),
                        source=assumed("向税务征询异议 (tax is asked)"),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="social-inquiry",
                        name=text("人社部门意见", "Opinion of the labour office"),
                        owner="hrss",
                        after=("file-check",),
                        when=LONG_ENOUGH,
                        time=clerk(10, 20, 40),
                        source=assumed("向人社征询异议 (the labour office is asked)"),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="court-inquiry",
                        name=text("法院涉诉、执行情况", "Cases before the court"),
                        owner="court",
                        after=("file-check",),
                        when=LONG_ENOUGH,
                        time=clerk(10, 20, 40),
                        source=assumed("向法院查询涉诉情况 (the court is asked)"),
                    ),
                ),
                AddStep(
                    step=Step(
                        slug="objections",
                        name=text("汇总意见、审查异议", "Weigh opinions and objections"),
                        owner="market-regulation",
                        after=("notice", "tax-inquiry", "social-inquiry", "court-inquiry"),
                        when=LONG_ENOUGH,
                        time=review(40),
                        source=statute(MEASURES, "第四条", "2025年，晚于方案"),
                    ),
                    before=("decision",),
                ),
                SetCondition(step="decision", when=UNOPPOSED),
                SetCondition(step="watch-list", when=Not(condition=UNOPPOSED)),
                AddStep(
                    step=Step(
                        slug="publication",
                        name=text("公示强制注销并共享", "Publish and share the deregistration"),
                        owner="market-regulation",
                        after=("decision",),
                        when=UNOPPOSED,
                        time=system_seconds(60),
                        produces=(text("强制注销决定书", "Deregistration decision"),),
                        source=assumed("决定经公示系统公示 (the decision is published)"),
                    ),
                ),
            ),
        ),
    ),
    notes=text(
        "方案未写年限、条件和公告期；满三年依公司法（2023年修订），公告90日依2025年总局办法，均晚于方案。"
        "改革前没有强制注销，企业长期挂在名册。",
        "The plan gives neither years nor notice; three years follow the Company Law of 2023, the "
        "90 days the rules of 2025, both later than the plan. Before, firms stayed on the list.",
    ),
)
